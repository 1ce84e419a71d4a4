import Agenda
import Cells
import Messages
import Notes

/// The user's note on what is read.
struct NotesView: PanelView, PageReader {
  private var text = Page()
  private(set) var rows = 1
  /// Lines that stand twice in the note, since another program has changed them too.
  private var conflicts: [NoteConflict] = []

  var page: Page? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  func title(_ world: World) -> Message { Message("Notes") }
  func shortTitle(_ world: World) -> Message { Message.within("short", "Note") }
  func count(_ world: World) -> Int { text.content.lines.count }
  func topic(_ world: World) -> Topic { .note(world.noteSubject) }

  func info(_ size: Size, _ world: World) -> [String] {
    let count = text.content.lines.count
    let lines = count == 0 ? "" : world.text(Message("1 line", "%d lines", count: count))
    let safety = world.noteSubject.flatMap { world.notes.shownSafety[$0] }
    let rule = world.noteSubject.map { world.rule(of: $0) } ?? .public
    let contradiction = NoteConflict.counted(conflicts.count).map(world.text) ?? ""
    return [
      listed([
        rule == .public ? "" : world.text(rule.label), lines, contradiction,
        safety.map { world.text($0.name) } ?? "",
      ])
    ]
  }

  func isInDanger(_ world: World) -> Bool {
    guard case .notSaved? = world.noteSubject.flatMap({ world.notes.shownSafety[$0] }) else { return false }
    return true
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, size.height)
    defer { text.clamp(rows: rows) }
    if world.isPreviewDue { return }
    let key = Page.Key(.note(world.noteSubject), width: size.width, revision: world.notes.revision, world)
    if text.key != key {
      let subject = world.noteSubject
      let (own, others) = (
        subject.flatMap { world.notes.texts[$0] } ?? "", subject.flatMap { world.notes.colleagues[$0] } ?? []
      )
      conflicts = NoteConflict.all(in: own)
      let isEmpty = own.isEmpty && others.isEmpty
      let content = subject.flatMap { subject in
        isEmpty ? nil : composeNote(own, others, on: subject, width: key.width, world)
      }
      text.show(content ?? .empty, for: key)
    }
    text.markSearch(world)
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    text.draw(isFocused: canvas.isFocused, in: rect, into: &canvas)
    guard text.content.lines.isEmpty else { return }
    let words =
      world.noteSubject == nil
      ? Message("Notes go with sessions, meetings, documents")
      : Message("No notes on this page. Press %s to write.", world.key("write"))
    canvas.putWrapped(words, x: rect.x + 1, .dim, in: rect)
  }

  static let commands: [Command<NotesView>] =
    rowCommands() + endCommands() + [.open(Command.Hint(10) { view, _ in view.openHint() }) { $0.openPage($1) }]
    // Left and right change the day here.
    + linkCommands(hasKeys: false)
    + [
      Command(
        "resolveConflict", .write, Message("Choose between your line and another program's"), Shortcuts([.alt("m")]),
        hint: Command.Hint(18, Message("mine or theirs")) { view, _ in !view.conflicts.isEmpty },
        unless: { view, _ in view.conflicts.isEmpty ? NoteConflict.absence : nil }
      ) { view, world in
        guard let subject = world.noteSubject, let conflict = view.conflicts.first else { return [] }
        return [.offer(conflict.offer { .effect(.resolve(subject, conflict, $0)) })]
      }
    ]
}
