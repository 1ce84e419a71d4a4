import Cells
import Messages
import Notes

extension EditorView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    guard search.step == nil else { return search.move(isBackwards: rows < 0, in: &editor) }
    if abs(rows) == 1 { editor.move(rows < 0 ? .up : .down) } else { editor.move(rows < 0 ? .pageUp : .pageDown) }
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    editor.move(isFirst ? .start : .end)
    return []
  }

  static var place: Message? { Message("writing") }

  static func absence(_ keys: KeyTable) -> Message {
    Message("No note is being written: %s writes one", keys.name(of: "write"))
  }

  static let commands: [Command<EditorView>] =
    rowCommands(choose: Command.Hint(12, Message("next"), after: "up") { view, _ in view.mode == .typing })
    + endCommands()
    + [
      Command(
        "open", .read, Message("Read the selected row, or follow the selected link"), Shortcuts(typing: [.enter]),
        hint: Command.Hint(10) { view, _ in
          switch view.search.step {
          case .finding: Message("stay there")
          case .words, .replacement: Message("go on")
          case .asking: Message("replace")
          case nil: nil
          }
        }
      ) { view, _ in view.search.accept(in: &view.editor) },
      .back(
        Command.Hint(15) { view, _ in
          switch view.search.step {
          case .finding: Message("go back")
          case .words, .replacement, .asking: Message("end")
          case nil: Message("done")
          }
        }
      ) { view, world in
        view.search.step == nil ? view.finish(world) : view.search.end(in: &view.editor)
      },
    ] + caretCommands + markCommands + findCommands + replaceCommands + editCommands
}

// The tables.

private let caretCommands: [Command<EditorView>] = [
  .caret("caretLeft", Message("Move a character to the left"), [.left], .left),
  .caret("caretRight", Message("Move a character to the right"), [.right], .right),
  .caret("wordLeft", Message("Move to the word before"), [.wordLeft], .wordLeft),
  .caret("wordRight", Message("Move to the next word's end"), [.wordRight], .wordRight),
  .caret("lineStart", Message("Move to the start of the line"), [.home, .control("a")], .lineStart),
  .caret("lineEnd", Message("Move to the end of the line"), [.end, .control("e")], .lineEnd),
  .caret("selectLeft", Message("Select to the left"), [.shiftLeft], .left, isSelecting: true),
  .caret("selectRight", Message("Select to the right"), [.shiftRight], .right, isSelecting: true),
  .caret("selectUp", Message("Select up"), [.shiftUp], .up, isSelecting: true),
  .caret("selectDown", Message("Select down"), [.shiftDown], .down, isSelecting: true),
  .caret("selectWordLeft", Message("Select to the word before"), [.shiftWordLeft], .wordLeft, isSelecting: true),
  .caret(
    "selectWordRight", Message("Select to the next word's end"), [.shiftWordRight], .wordRight, isSelecting: true),
  .caret("selectLineStart", Message("Select to the start of the line"), [.shiftHome], .lineStart, isSelecting: true),
  .caret("selectLineEnd", Message("Select to the end of the line"), [.shiftEnd], .lineEnd, isSelecting: true),
  .caret("selectToStart", Message("Select to the beginning"), [.shiftControlHome], .start, isSelecting: true),
  .caret("selectToEnd", Message("Select to the end"), [.shiftControlEnd], .end, isSelecting: true),
  Command("selectAll", .write, Message("Select everything"), .alt("s")) { view, _ in
    view.editor.selectAll()
    return []
  },
]

private let markCommands: [Command<EditorView>] = [
  Command(
    "stamp", .write, Message("Stamp the line with the time and the session's clock"),
    Shortcuts(writing: [.control("t")]), hint: .writing(20, Message("stamp"))
  ) { _, _ in [.effect(.readClock)] },
  Command(
    "markAction", .write, Message("Mark the line as an action, and name who must act"),
    .alt("a"), hint: .writing(22, Message("action"))
  ) { view, _ in view.mark(.action) },
  Command(
    "markDecision", .write, Message("Mark the line as a decision"), .alt("d"),
    hint: .writing(24, Message("decision"))
  ) { view, _ in view.mark(.decision) },
  Command(
    "markQuestion", .write, Message("Mark the line as a question, and name who asks"),
    .alt("q"), hint: .writing(26, Message("question"))
  ) { view, _ in view.mark(.question) },
  Command(
    "markQuote", .write, Message("Mark the line as a quote, and name who said it"), .alt("\""),
    hint: .writing(28, Message("quote"))
  ) { view, _ in view.mark(.quote) },
]

private let findCommands: [Command<EditorView>] = [
  Command(
    "findInNote", .write, Message("Find words in this note"), Shortcuts(writing: [.control("w")]),
    hint: .writing(56, Message("find"))
  ) { view, _ in
    view.search.begin(in: view.editor)
    return []
  },
  Command(
    "findNextInNote", .write, Message("Go to the next place with these words"), .alt("w"),
    unless: { view, world in
      view.search.query.isEmpty
        ? Message(
          "Nothing has been searched for in a note yet: %s searches", world.key("findInNote", in: .writing)) : nil
    }
  ) { view, _ in view.search.again(in: &view.editor) },
  Command(
    "editExternally", .write, Message("Open the note in your own editor (VISUAL or EDITOR)"),
    Shortcuts(writing: [.control("o")]), hint: .writing(58, Message("editor"))
  ) { view, _ in [.effect(.editExternally(view.editor.target, line: view.editor.lineNumber))] },
]

private let replaceCommands: [Command<EditorView>] = [
  Command(
    "replaceInNote", .write, Message("Replace words in this note"), .alt("r")
  ) { view, _ in
    view.search.beginReplacing()
    return []
  },
  Command(
    "countWords", .write, Message("Count the words of the selection, or of the note"), .alt("c")
  ) { view, _ in [.say(wordCount(view.editor))] },
]

private let editCommands: [Command<EditorView>] = [
  .edit("indent", Message("Move the point of a list in"), [.tab]) { $0.indent() },
  .edit("outdent", Message("Move the point of a list out"), [.backtab]) { $0.outdent() },
  .edit("newLine", Message("Begin a new line; in a list, a new point"), [.enter]) { $0.newLine() },
  .edit("deleteBefore", Message("Delete the character before"), [.backspace, .control("h")]) { $0.deleteBefore() },
  .edit("deleteAfter", Message("Delete the character after"), [.delete, .control("d")]) { $0.deleteAfter() },
  .edit("deleteWord", Message("Delete the word before"), [.alt("\u{7F}"), .controlBackspace]) { $0.deleteWord() },
  .edit("deleteWordAfter", Message("Delete the word after"), [.controlDelete]) { $0.deleteWordAfter() },
  Command(
    "undo", .write, Message("Undo"), .alt("u"), hint: .writing(50, Message("undo")),
    unless: { view, _ in view.editor.undoList.canUndo ? nil : Message("There is nothing to undo") }
  ) { view, _ in view.change { $0.undo() } },
  Command(
    "redo", .write, Message("Do again what was undone"), .alt("e"),
    unless: { view, _ in view.editor.undoList.canRedo ? nil : Message("Nothing was undone") }
  ) { view, _ in view.change { $0.redo() } },
  Command(
    "cut", .write, Message("Cut the selection, or the line"), Shortcuts(writing: [.control("k")]),
    hint: .writing(52, Message("cut"))
  ) { view, _ in view.cutText.cut(from: &view.editor) },
  Command("copyText", .write, Message("Copy the selection, or the line"), .alt("6")) {
    view, _ in view.cutText.copy(from: view.editor)
  },
  Command(
    "insertCut", .write, Message("Put in what was cut or copied"), Shortcuts(writing: [.control("u")]),
    hint: .writing(54, Message("paste")),
    unless: { view, _ in view.cutText.text.isEmpty ? Message("Nothing was cut or copied yet") : nil }
  ) { view, _ in
    let text = view.cutText.text
    return view.change { $0.insert(text, as: .whole) }
  },
  Command(
    "resolveConflict", .write, Message("Choose between your line and another program's"),
    .alt("m"),
    hint: Command.Hint(18, Message("mine or theirs")) { view, _ in
      view.search.step != .finding && view.editor.conflicts > 0
    },
    unless: { view, _ in view.editor.conflicts == 0 ? NoteConflict.absence : nil }
  ) { view, _ in
    guard let conflict = view.editor.conflict else { return [] }
    view.editor.place(conflict.range.lowerBound)
    return [.offer(conflict.offer { .reply(.conflict($0)) })]
  },
  Command(
    "saveNotes", .write, Message("Save all notes now"), Shortcuts(writing: [.control("s")]),
    hint: .writing(60, Message("save"))
  ) { _, _ in [.effect(.saveNotes)] },
]

extension Command<EditorView> {
  fileprivate static func caret(
    _ name: CommandName, _ words: Message, _ keys: [Key], _ move: NoteEditor.Move, isSelecting: Bool = false
  ) -> Self {
    Command(name, .write, words, Shortcuts(writing: keys)) { view, _ in
      view.editor.move(move, selecting: isSelecting)
      return []
    }
  }

  fileprivate static func edit(
    _ name: CommandName, _ words: Message, _ keys: [Key],
    _ change: @escaping @Sendable (inout NoteEditor) -> [NoteEdit]
  ) -> Self {
    Command(name, .write, words, Shortcuts(writing: keys)) { view, _ in view.change(change) }
  }
}

extension Command<EditorView>.Hint {
  /// Due while the note itself is written, and not what is looked for in it.
  fileprivate static func writing(_ rank: Int, _ words: Message) -> Self {
    Self(rank, words) { view, _ in view.mode == .writing }
  }
}

/// How many words and characters are selected, or in the note, without what that keeps of paragraphs.
private func wordCount(_ editor: NoteEditor) -> Message {
  let isSelection = !editor.selection.isEmpty
  let text = editor.text.string(in: isSelection ? editor.selection : 0..<editor.bodyEnd)
  let words = text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
  let counted = Message("1 word", "%d words", count: words)
  return isSelection
    ? Message("Selected: %1$s, %2$d characters", counted, text.count)
    : Message("This note: %1$s, %2$d characters", counted, text.count)
}
