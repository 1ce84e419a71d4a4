import Cells
import Messages

/// From what time on the day is shown: a time that is typed, or a word.
struct TimeView: TypingView {
  var input = InputLine()
  private var warning: Message?

  func frame(on screen: Size) -> Rect { Box.ofLine(64, on: screen) }
  mutating func fit(_ size: Size, _ world: World) {}
  mutating func typed(_ world: World) { warning = nil }

  fileprivate mutating func accept(_ world: World) -> [Outcome] {
    guard let time = TimeView.time(of: input.editor.text, world) else {
      warning = Message("“%s” is no time: try 15, 3pm, 15:30 or now", input.editor.text)
      return [.effect(.bell)]
    }
    return [.close, .programme(.filter(.time(time)))]
  }

  /// In the reader's language too.
  private static func time(of text: String, _ world: World) -> Programme.Time? {
    let text = text.lowercased().filter { $0 != " " }
    switch text {
    case "now", world.text(Message("now")).lowercased(): return .now
    case "later", world.text(Message("later")).lowercased(): return .toCome
    default: return TypedTime.second(of: text).map { .from(second: $0) }
    }
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    box.draw(Message("From what time?"), info: nil, prompt: Message("Time: "), input, into: &canvas)
    let help = Message(
      "15, 3pm or 15:30; or “%1$s”, or “%2$s” for what is still to come", Message("now"), Message("later"))
    let words = warning ?? help
    canvas.putWrapped(words, x: box.list.x + 1, warning == nil ? .dim : .warning, in: box.list)
  }
}

extension TimeView {
  static var place: Message? { Message("while a time is typed") }
  static func absence(_ keys: KeyTable) -> Message { Message("A time is typed here: %s", keys.name(of: "fromTime")) }

  static let openers: [Command<Openers>] = [
    Command(
      "fromTime", .find, Message("Show the day from a time on: 15, 3pm, now"), Shortcuts(["T"]),
      shortWords: Message("From a time on")
    ) { _, _ in [.open(TimeView())] }
  ]

  static let commands: [Command<TimeView>] = [
    .open(Command.Hint(10, Message("show"))) { view, world in view.accept(world) },
    .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
  ]
}
