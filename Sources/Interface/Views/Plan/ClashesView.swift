import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// What on the plan clashes, one pair after the other, with both sides laid out, and one key that decides.
struct ClashesView: Overlay {
  private let near: Session.ID?
  private(set) var pairs: [PlanClash] = []
  private(set) var selected = 0
  private var marks: Int?
  /// When the sessions of the pair are once more, of those that were looked at.
  private var runs: [PlanSlot.ID: [SessionRow]] = [:]

  init(near: Session.ID?) { self.near = near }

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let width = min(screen.width, 90)
    // A little less than all would leave a strip of what is below.
    let height = screen.height - 3
    return Rect(x: (screen.width - width) / 2, y: 1, width: width, height: height < 26 ? height : 20)
  }

  mutating func fit(_ size: Size, _ world: World) {
    defer { findRuns(world) }
    let marks = world.markRevision
    guard self.marks != marks else { return }
    let isFirst = self.marks == nil
    self.marks = marks
    // From the worst on, then by time.
    pairs = world.stars.found.all.sorted { ($0.kind, $0.second.start) < ($1.kind, $1.second.start) }
    if isFirst, let near, let place = pairs.firstIndex(where: { $0.has(.session(near)) }) { selected = place }
    selected = max(0, min(selected, pairs.count - 1))
  }

  private mutating func findRuns(_ world: World) {
    guard let pair else { return }
    for id in [pair.first.id, pair.second.id] where runs[id] == nil {
      runs[id] = world.stars.row(of: id).map { world.catalogue.otherRuns(of: $0, limit: 3) } ?? []
    }
  }

  private var pair: PlanClash? { pairs.indices.contains(selected) ? pairs[selected] : nil }

  /// Keeps one side; the other is watched later, where that can be, and no star is lost.
  fileprivate func keep(first isFirst: Bool) -> [Outcome] {
    guard let pair else { return [] }
    let isLast = pairs.count == 1
    guard case .session(let id) = isFirst ? pair.second.id : pair.first.id else {
      return [.say(Message("An entry of your own is changed or removed in the plan"))]
    }
    return [.grade(id, .later)] + (isLast ? [.close] : [])
  }

  fileprivate func read(first isFirst: Bool) -> [Outcome] {
    guard let pair, case .session(let id) = isFirst ? pair.first.id : pair.second.id else { return [] }
    return [.close, .show(.about(.session(id)))]
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    let hasBorder = Box(rect).hasBorder
    if hasBorder {
      canvas.frame(rect, title: Message("Clashes"), info: Message("%1$d of %2$d", selected + 1, pairs.count))
    }
    let inner = hasBorder ? rect.inset(x: 1, y: 1) : rect
    guard let pair else {
      return canvas.putFitted(
        Message("Nothing on the plan clashes any more"), x: inner.x + 1, y: inner.y, .dim, in: inner)
    }
    var y = inner.y
    func put(_ text: String, _ role: Role, indent: Int = 1, _ canvas: inout Canvas) {
      let (lines, room) = (wrap(text, width: max(1, inner.width - indent - 1)), max(0, inner.maxY - y))
      let area = Rect(x: inner.x, y: y, width: inner.width, height: min(lines.count, room))
      canvas.putWrapped(text, x: inner.x + indent, role, in: area)
      y += area.height
    }
    put(world.text(pair.words), .warning, &canvas)
    canvas.cursor = Point(x: inner.x + 1, y: inner.y)
    let isRoomy = inner.height >= 12
    for (number, slot) in [pair.first, pair.second].enumerated() {
      if isRoomy { y += 1 }
      let key = number == 0 ? "1" : "2"
      put("\(key)  \(world.planWording.title(of: slot.id))", .title, &canvas)
      let times = world.zone.local(slot.start).clock + "-" + world.zone.local(slot.end).clock
      let row = world.stars.row(of: slot.id)
      let grade = slot.grade == .maybe ? world.text(Message("maybe")) : ""
      put(listed([row.map(world.times.full) ?? times, slot.place, grade]), .text, indent: 4, &canvas)
      for run in runs[slot.id] ?? [] {
        put(world.text(Message("Also %1$s, %2$s", world.times.full(run), run.room)), .sign, indent: 4, &canvas)
      }
    }
    if pair.kind == .overlap {
      if isRoomy { y += 1 }
      put(world.text(pair.missed), .dim, &canvas)
    }
  }
}

extension PlanClash {
  fileprivate func has(_ id: PlanSlot.ID) -> Bool { first.id == id || second.id == id }

  fileprivate var words: Message {
    switch kind {
    case .overlap: Message("At the same time for %s", Message.length(minutes: minutes))
    case .noBreak: Message("No break between them, and another room")
    case .tight:
      Message(
        "%1$s between them, and about %2$s to walk", Message.length(minutes: minutes),
        Message.length(minutes: Walking.betweenBuildings))
    }
  }

  /// What is missed of the second where the first is heard to its end.
  fileprivate var missed: Message {
    let whole = Int(second.end.since(second.start) / 60)
    if minutes >= whole { return Message("Whoever stays in the first misses all of the second") }
    return Message(
      "Whoever stays in the first misses %1$s of %2$s of the second", Message.length(minutes: minutes),
      Message.length(minutes: whole))
  }
}

extension PlanClashes {
  /// Why no clash can be decided; nil where one can.
  var absence: Message? { all.isEmpty ? Message("No two starred sessions are at the same time") : nil }
}

extension ClashesView: Movable {
  var pageLength: Int { 5 }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    selected = max(0, min(selected + rows, pairs.count - 1))
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    selected = isFirst ? 0 : max(0, pairs.count - 1)
    return []
  }

  static var place: Message? { Message("among the clashes") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("Clashes are decided where they are shown: %s", keys.name(of: "clashes"))
  }

  static let openers: [Command<Openers>] = [
    Command(
      "clashes", .find, Message("Decide between what on the plan clashes"), Shortcuts(["c"]),
      unless: { _, world in world.stars.found.absence }
    ) { _, world in [.open(ClashesView(near: world.programme.selectedRow?.id))] }
  ]

  private static let noClash: @Sendable (ClashesView, World) -> Message? = { _, world in world.stars.found.absence }

  static let commands: [Command<ClashesView>] =
    rowCommands(choose: Command.Hint(12, Message("next"), after: "up")) + endCommands() + [
      Command(
        "keepFirst", .read, Message("Keep the first; the second is watched later"), Shortcuts(["1"]),
        hint: Command.Hint(10, Message("keep the first")), unless: noClash
      ) { view, _ in view.keep(first: true) },
      Command(
        "keepSecond", .read, Message("Keep the second; the first is watched later"), Shortcuts(["2"]),
        hint: Command.Hint(11, Message("keep the second")), unless: noClash
      ) { view, _ in view.keep(first: false) },
      .open(Command.Hint(13, Message("read the first")), unless: noClash) { view, _ in view.read(first: true) },
      .back(Command.Hint(15, Message("leave both"))) { _, _ in [.close] },
    ]
}
