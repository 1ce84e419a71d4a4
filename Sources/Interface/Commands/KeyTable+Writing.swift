import Cells

extension KeyTable {
  /// The keys while a note is written; all others are text.
  static let writing: [Binding] = [
    Binding(.up, [.up], in: .writing),
    Binding(.down, [.down], in: .writing),
    Binding(.pageDown, [.pageDown, .control("f")], in: .writing),
    Binding(.first, [.controlHome, .alt("<")], in: .writing),
    Binding(.last, [.controlEnd, .alt(">")], in: .writing),
    Binding(.caretLeft, [.left], in: .writing),
    Binding(.caretRight, [.right], in: .writing),
    Binding(.wordLeft, [.wordLeft], in: .writing),
    Binding(.wordRight, [.wordRight], in: .writing),
    Binding(.lineStart, [.home, .control("a")], in: .writing),
    Binding(.lineEnd, [.end, .control("e")], in: .writing),
    Binding(.selectLeft, [.shiftLeft], in: .writing),
    Binding(.selectRight, [.shiftRight], in: .writing),
    Binding(.selectUp, [.shiftUp], in: .writing),
    Binding(.selectDown, [.shiftDown], in: .writing),
    Binding(.selectWordLeft, [.shiftWordLeft], in: .writing),
    Binding(.selectWordRight, [.shiftWordRight], in: .writing),
    Binding(.selectLineStart, [.shiftHome], in: .writing),
    Binding(.selectLineEnd, [.shiftEnd], in: .writing),
    Binding(.stamp, [.control("t")], in: .writing, footer: 20),
    Binding(.markAction, [.alt("a")], in: .writing, footer: 22),
    Binding(.markDecision, [.alt("d")], in: .writing, footer: 24),
    Binding(.markQuestion, [.alt("q")], in: .writing, footer: 26),
    Binding(.markQuote, [.alt("\"")], in: .writing, footer: 28),
    Binding(.findInNote, [.control("w")], in: .writing, footer: 56),
    Binding(.findNextInNote, [.alt("w")], in: .writing),
    Binding(.editExternally, [.control("o")], in: .writing, footer: 58),
    Binding(.indent, [.tab], in: .writing),
    Binding(.outdent, [.backtab], in: .writing),
    Binding(.newLine, [.enter], in: .writing),
    Binding(.deleteBefore, [.backspace], in: .writing),
    Binding(.deleteAfter, [.delete, .control("d")], in: .writing),
    Binding(.deleteWord, [.alt("\u{7F}")], in: .writing),
    Binding(.undo, [.alt("u")], in: .writing, footer: 50),
    Binding(.redo, [.alt("e")], in: .writing),
    Binding(.cut, [.control("k")], in: .writing, footer: 52),
    Binding(.copyText, [.alt("6")], in: .writing),
    Binding(.insertCut, [.control("u")], in: .writing, footer: 54),
    Binding(.saveNotes, [.control("s")], in: .writing, footer: 60),
    Binding(.zoom, [.alt("z")], in: .writing, footer: 70),
    Binding(.palette, [.control("p")], in: .writing, footer: 80),
    Binding(.help, [.function(1)], in: .writing, footer: 90),
  ]

  /// What the commands that move the caret do to it while a note is written.
  static let moves: [Command: (move: NoteEditor.Move, isSelecting: Bool)] = [
    .up: (.up, false), .down: (.down, false), .pageUp: (.pageUp, false), .pageDown: (.pageDown, false),
    .first: (.start, false), .last: (.end, false), .caretLeft: (.left, false), .caretRight: (.right, false),
    .wordLeft: (.wordLeft, false), .wordRight: (.wordRight, false), .lineStart: (.lineStart, false),
    .lineEnd: (.lineEnd, false), .selectLeft: (.left, true), .selectRight: (.right, true), .selectUp: (.up, true),
    .selectDown: (.down, true), .selectWordLeft: (.wordLeft, true), .selectWordRight: (.wordRight, true),
    .selectLineStart: (.lineStart, true), .selectLineEnd: (.lineEnd, true),
  ]
}
