import Messages

/// What was cut or copied last, to be put in elsewhere.
struct CutText: Sendable {
  private(set) var text: String
  /// How many changes the note had when something was cut: the next cut, if it is the next change, adds to it.
  private var changes: Int?

  init(_ text: String) { self.text = text }

  /// Cuts the selection, or the line; lines that are cut one after the other stay together.
  mutating func cut(from editor: inout NoteEditor) -> [Outcome] {
    let range = editor.selectionOrLine()
    guard !range.isEmpty else { return [.say(CutText.nothingThere)] }
    let isContinued = changes == editor.changes && editor.selection.isEmpty
    text = (isContinued ? text : "") + editor.text.string(in: range)
    let outcomes = editor.keeping(editor.remove(range))
    changes = editor.changes
    return outcomes + [.effect(.offerCopy(text))]
  }

  mutating func copy(from editor: NoteEditor) -> [Outcome] {
    let range = editor.selectionOrLine()
    guard !range.isEmpty else { return [.say(CutText.nothingThere)] }
    text = editor.text.string(in: range)
    let breaks = text.utf8.count { $0 == 0x0A }
    let lines = breaks + (text.utf8.last == 0x0A ? 0 : 1)
    return [.say(Message("Copied a line", "Copied %d lines", count: lines)), .effect(.offerCopy(text))]
  }

  private static let nothingThere = Message("There is nothing here")
}
