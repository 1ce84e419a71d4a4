import Agenda
import Catalogue
import Cells
import Messages

/// What has changed in the agenda since its changes were acknowledged last: the user's own concerns first, then by day.
struct ChangesView: Overlay {
  private(set) var list = ChangeList()
  /// Index into the list's entries.
  private(set) var selected = 0
  /// The first line that is shown.
  private(set) var top = 0
  private var rows = 1
  private var made: ChangeList.Made?

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let width = min(screen.width, 112)
    return Rect(x: (screen.width - width) / 2, y: 1, width: width, height: screen.height - 3)
  }

  private static func inner(_ rect: Rect) -> Rect { Box(rect).hasBorder ? rect.inset(x: 1, y: 1) : rect }

  mutating func fit(_ size: Size, _ world: World) {
    let inner = ChangesView.inner(Rect(size))
    rows = max(1, inner.height)
    let made = ChangeList.Made(world, width: inner.width)
    if self.made != made {
      let key = entry?.key
      list = ChangeList(made, world)
      selected = key.flatMap { key in list.entries.firstIndex { $0.key == key } } ?? selected
      self.made = made
    }
    selected = max(0, min(selected, list.entries.count - 1))
    top = Scroll.top(top, showing: list.lines(of: selected), of: list.lines.count, rows: rows, isAimed: false)
    // The heading above the first one is seen with it.
    if selected == 0 { top = 0 }
  }

  /// The change that is selected; nil where there is none.
  var entry: AgendaNews.Entry? { list.entries.indices.contains(selected) ? list.entries[selected] : nil }

  /// Opens the session of the change, as it is now or was.
  fileprivate func goToSelected(_ world: World) -> [Outcome] {
    let id = [entry?.new, entry?.old].compactMap(\.self).first { world.catalogue.has(.session($0)) }
    guard let id else { return [.say(Message("There is nothing to read of this in the agenda"))] }
    return [.close, .show(.about(.session(id)))]
  }

  fileprivate func acknowledge(_ key: String?) -> [Outcome] {
    let isLast = key == nil || list.entries.count == 1
    return [.acknowledge(key)] + (isLast ? [.close, .say(Message("All changes are acknowledged"))] : [])
  }

  /// Says whether the session of a question is the same.
  fileprivate func answer(isSame: Bool) -> [Outcome] {
    guard let entry, let old = entry.old, let new = entry.new else { return [] }
    return (isSame ? [.effect(.carryOver(old, to: new))] : []) + acknowledge(entry.key)
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let inner = ChangesView.inner(Rect(size))
    guard inner.contains(place), let index = list.entry(at: top + place.y - inner.y) else { return [] }
    selected = index
    return isDouble ? goToSelected(world) : []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    if Box(rect).hasBorder {
      canvas.frame(
        rect, title: Message("What has changed"), info: Message("%1$d of %2$d", selected + 1, list.entries.count))
    }
    let inner = ChangesView.inner(rect)
    for y in 0..<inner.height {
      guard list.lines.indices.contains(top + y) else { break }
      let line = list.lines[top + y]
      var x = inner.x + line.indent
      var runs = line.runs[...]
      // Signs have a column of their own.
      if runs.first?.role == .sign, let signs = runs.popFirst() {
        x += canvas.put(signs.text, x: x, y: inner.y + y, .sign, in: inner)
      }
      canvas.put(runs.map { ($0.text, $0.role) }, x: x, y: inner.y + y, in: inner)
      guard let index = line.entry, index == selected, line.isFirst else { continue }
      canvas.select(Rect(x: inner.x, y: inner.y + y, width: inner.width, height: 1), sign: inner.x)
      canvas.cursor = Point(x: inner.x, y: inner.y + y)
    }
  }
}

extension ChangesView: Movable {
  var pageLength: Int { max(1, rows / 3) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    selected = max(0, min(selected + rows, list.entries.count - 1))
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    selected = isFirst ? 0 : max(0, list.entries.count - 1)
    return []
  }

  static var place: Message? { Message("in the list of changes") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("Changes are acknowledged where they are shown: %s", keys.name(of: "changes"))
  }

  static let openers: [Command<Openers>] = [
    Command(
      "changes", .read, Message("Show what has changed in the agenda"), Shortcuts(["u"]),
      hint: Command<Openers>.Hint(19, Message("changes")) { _, world in !world.news.entries.isEmpty },
      unless: { _, world in
        guard world.news.entries.isEmpty else { return nil }
        return world.news.problem ?? Message("Nothing has changed that you have not acknowledged")
      }
    ) { _, _ in [.open(ChangesView())] }
  ]

  private static let noQuestion: @Sendable (ChangesView, World) -> Message? = { view, _ in
    view.entry?.isDoubtful == true ? nil : Message("Nothing is asked here")
  }

  static let commands: [Command<ChangesView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + endCommands() + [
      .open(Command.Hint(10, Message("read"))) { view, world in view.goToSelected(world) },
      Command(
        "sameSession", .read, Message("Say that it is the same session: star and note go with it"), Shortcuts(["y"]),
        hint: Command.Hint(13) { view, _ in view.entry?.isDoubtful == true ? Message("the same") : nil },
        unless: noQuestion
      ) { view, _ in view.answer(isSame: true) },
      Command(
        "otherSession", .read, Message("Say that it is another session: star and note stay where they are"),
        Shortcuts(["n"]),
        hint: Command.Hint(14) { view, _ in view.entry?.isDoubtful == true ? Message("another") : nil },
        unless: noQuestion
      ) { view, _ in view.answer(isSame: false) },
      Command(
        "acknowledge", .read, Message("Acknowledge this change: it is not shown again"), Shortcuts(["a"]),
        hint: Command.Hint(20, Message("acknowledge")),
        unless: { view, _ in view.entry == nil ? Message("All changes are acknowledged") : nil }
      ) { view, _ in view.entry.map { view.acknowledge($0.key) } ?? [] },
      Command(
        "acknowledgeAll", .read, Message("Acknowledge all changes"), Shortcuts(["A"]),
        hint: Command.Hint(21, Message("all of them"))
      ) { view, _ in view.acknowledge(nil) },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
