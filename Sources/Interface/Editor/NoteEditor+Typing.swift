import Notes

extension NoteEditor {
  mutating func deleteBefore() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    guard caret > 0 else { return [] }
    return remove(stop(before: caret)..<caret, .deleting)
  }

  mutating func deleteAfter() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    return remove(caret..<stop(after: caret), .deleting)
  }

  mutating func deleteWord() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    return remove(wordStart(before: caret)..<caret)
  }

  /// What is selected, or the caret's whole line with its line break.
  func selectionOrLine() -> Range<Int> {
    if !selection.isEmpty { return selection }
    var end = text.find(caret)
    while !text.pieces[end.index].endsLine, let after = text.piece(after: end) { end = after }
    return lineStart(of: caret)..<end.start + text.pieces[end.index].length
  }
}
