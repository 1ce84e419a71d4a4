import Agenda
import Catalogue
import Cells
import Messages

/// What the kiosks tell visitors: to add to, and to take away from.
struct NoticesView: TypingView {
  var input = InputLine()
  private var notices: [(place: Int, notice: Notice)] = []
  private(set) var list = Scroll()
  private var rows = 1
  private var warning: Message?
  private let languages: [String]

  /// - Parameters:
  ///   - reading: what is in the file now.
  ///   - languages: of the reader, best first.
  init(_ reading: NoticeReading, languages: [String]) {
    self.languages = languages
    notices = Array(zip(reading.places, reading.notices ?? [])).map { (place: $0, notice: $1) }
    warning = reading.problems.isEmpty ? nil : Message("Something is wrong with the file: plenary check tells what")
  }

  func frame(on screen: Size) -> Rect { Box.ofHits(on: screen) }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, Box(Rect(size)).list.height - NoticesView.linesAbove)
    list.fit(shown: rows, count: notices.count)
  }

  mutating func typed(_ world: World) { warning = nil }

  /// Under the line that is typed: what it means, how one types, and a blank.
  private static let linesAbove = 4

  fileprivate mutating func accept(_ world: World) -> [Outcome] {
    guard let typed = TypedNotice(input.editor.text, world) else {
      warning = Message("Expected words, minutes or a room, as in the example")
      return [.effect(.bell)]
    }
    if let room = typed.unknownRoom {
      warning = Message("No room is called “%s”", room)
      return [.effect(.bell)]
    }
    if let until = typed.notice.until, until <= world.clock.now {
      warning = Message("That time is over: it is %s", world.zone.local(world.clock.now).clock)
      return [.effect(.bell)]
    }
    input = InputLine()
    return [.effect(.addNotice(typed.notice))]
  }

  fileprivate var selected: (place: Int, notice: Notice)? {
    notices.indices.contains(list.selected) ? notices[list.selected] : nil
  }

  // MARK: - Drawing

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    box.draw(
      Message("What the kiosks tell"), info: Message("1 notice", "%d notices", count: notices.count),
      prompt: Message("Notice: "), input, into: &canvas)
    let typed = TypedNotice(input.editor.text, world)
    let meaning = typed.map { typed in
      let words = typed.notice.text?.string(for: []) ?? ""
      return listed([typed.notice.facts(world), words.isEmpty ? "" : "“\(words)”"])
    }
    let advice = Message(
      "For example: %s (! a change, !! an emergency, # this session)", example(world))
    let top = warning ?? meaning.map { .data($0) } ?? advice
    let advised = Rect(x: box.list.x, y: box.list.y, width: box.list.width, height: NoticesView.linesAbove - 1)
    canvas.putWrapped(top, x: box.list.x + 1, warning != nil ? .warning : typed == nil ? .dim : .text, in: advised)
    let rect = Rect(
      x: box.list.x, y: box.list.y + NoticesView.linesAbove, width: box.list.width,
      height: max(0, box.list.height - NoticesView.linesAbove))
    guard !notices.isEmpty else {
      return canvas.putWrapped(Message("The kiosks tell nothing now."), x: rect.x + 1, .dim, in: rect)
    }
    for index in notices.indices.dropFirst(list.top).prefix(rect.height) {
      let y = rect.y + index - list.top
      draw(notices[index].notice, y: y, in: rect, world, into: &canvas)
      guard index == list.selected else { continue }
      canvas.select(Rect(x: rect.x, y: y, width: rect.width, height: 1), sign: rect.x)
    }
  }

  private func draw(_ notice: Notice, y: Int, in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let isOver = notice.until.map { $0 <= world.clock.now } ?? false
    let words = notice.text?.string(for: languages) ?? ""
    let facts = notice.facts(world)
    let role: Role = isOver ? .dim : notice.level == .emergency ? .warning : .text
    let x = rect.x + 2
    let left = canvas.putFitted(words.isEmpty ? facts : words, x: x, y: y, role, in: rect)
    if !words.isEmpty, !facts.isEmpty, x + left + 3 < rect.maxX {
      canvas.putFitted("  " + facts, x: x + left, y: y, .dim, in: rect)
    }
  }

  private func example(_ world: World) -> String {
    let room = world.catalogue.choices(.room).first.map { "@\($0.name) " } ?? ""
    return "+10 \(room)-12:00"
  }
}

extension NoticesView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows, count: notices.count)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    move(by: isFirst ? -notices.count : notices.count, world)
  }

  static var place: Message? { Message("among the kiosks' notices") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("What the kiosks tell is written there: %s", keys.name(of: "notices"))
  }

  static let openers: [Command<Openers>] = [
    Command(
      "notices", .program, Message("Tell visitors something on the kiosks: delays, full rooms, emergencies"),
      Shortcuts(["W"]), shortWords: Message("What the kiosks tell")
    ) { _, _ in [.effect(.readNotices)] }
  ]

  static let commands: [Command<NoticesView>] =
    rowCommands(choose: Command.Hint(14, Message("choose"), after: "up")) + [
      .open(Command.Hint(10, Message("tell"))) { view, world in view.accept(world) },
      Command(
        "removeNotice", .program, Message("Take the selected notice away"), Shortcuts([.delete], typing: [.delete]),
        hint: Command.Hint(12, Message("take away")),
        holds: { view, _ in view.input.editor.characters.isEmpty },
        unless: { view, _ in view.selected == nil ? Message("There is no notice to take away") : nil }
      ) { view, _ in view.selected.map { [.effect(.removeNotice(place: $0.place))] } ?? [] },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
