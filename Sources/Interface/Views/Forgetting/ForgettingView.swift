import Agenda
import Cells
import Messages
import Notes

/// Asks whether a note is to be forgotten: there is no way back.
struct ForgettingView: Overlay {
  private let subject: Subject
  /// As the page is called.
  private let title: String
  private let lines: Int

  init(_ subject: Subject, _ world: World) {
    self.subject = subject
    title = world.title(ofNoteOn: subject)
    let text = world.notes.texts[subject] ?? ""
    lines = text.utf8.count { $0 == 0x0A } + (text.isEmpty || text.utf8.last == 0x0A ? 0 : 1)
  }

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let (width, height) = (min(66, screen.width - 4), 9)
    return Rect(x: (screen.width - width) / 2, y: 4, width: width, height: height)
  }

  mutating func fit(_ size: Size, _ world: World) {}

  fileprivate func forget() -> [Outcome] { [.close, .effect(.forgetNote(subject, title: title))] }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    let hasBorder = Box(rect).hasBorder
    if hasBorder { canvas.frame(rect, title: Message("Forget this note?")) }
    let inner = hasBorder ? rect.inset(x: 1, y: 1) : rect
    canvas.putFitted(.data(title), x: inner.x + 1, y: inner.y, .heading, in: inner)
    let body = Rect(
      x: inner.x, y: inner.y + min(2, max(1, inner.height - 1)), width: inner.width, height: max(0, inner.height - 2))
    let counted = Message("1 line", "%d lines", count: lines)
    canvas.putWrapped(
      Message(
        "%s and all copies beside it will be gone, here and in the shared folder. There is no way back.", counted),
      x: inner.x + 1, .text, in: body)
    canvas.cursor = Point(x: inner.x + 1, y: body.y)
  }
}

extension ForgettingView {
  static var place: Message? { Message("when a note is to be forgotten") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("Nothing is to be forgotten: %s", keys.name(of: "forget"))
  }

  static let openers: [Command<Openers>] = [
    Command(
      "forget", .write, Message("Forget a note: take it out of files, journals and the shared folder"),
      .sequences(["X", "X"]), shortWords: Message("Forget the note"),
      unless: { _, world in
        guard let subject = world.noteSubject else { return Message("Notes go with sessions, meetings, documents") }
        return world.notes.texts[subject] == nil ? Message("There is no note on this") : nil
      }
    ) { _, world in world.noteSubject.map { [.open(ForgettingView($0, world))] } ?? [] }
  ]

  static let commands: [Command<ForgettingView>] = [
    Command(
      "forgetNow", .write, Message("Forget the note, with no way back"), Shortcuts(["y"]),
      hint: Command.Hint(10, Message("forget it"), isKept: true)
    ) { view, _ in view.forget() },
    Command("keepNote", .write, Message("Keep the note"), Shortcuts(["n"]), hint: Command.Hint(11, Message("keep it")))
    { _, _ in [.close] },
    .back(Command.Hint(15, Message("keep it"))) { _, _ in [.close] },
  ]
}
