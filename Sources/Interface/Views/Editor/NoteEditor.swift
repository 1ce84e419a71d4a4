import Agenda
import Cells
import Notes

/// A note while it is written: its text, the caret in it, and what is seen of it.
///
/// Offsets count bytes of the text's UTF-8. All that changes the text gives the edit that keeps it.
struct NoteEditor: Sendable {
  let target: Subject
  var text: EditedText
  var caret: Int
  /// Where the caret stands behind what somebody else has begun to write in the empty line that it stood in: what is
  /// typed here next gets a line of its own.
  private var takenCaret: Int?
  /// The other end of the selection; nil where nothing is selected.
  var anchor: Int?
  /// The column that up and down keep to.
  var goal: Int?
  var undoList = UndoList()
  /// The first row that is seen begins at or contains this offset.
  var top = 0
  /// Columns and rows for text.
  var size = Size(width: 1, height: 1)
  /// Whether the caret has to be in sight; not while the wheel turns.
  var followsCaret = true
  /// Counts what was changed here.
  private(set) var changes = 0
  /// How many lines stand twice in the note, since another program has changed them too.
  private(set) var conflicts: Int

  init(_ target: Subject, text: String) {
    self.target = target
    self.text = EditedText(text)
    caret = self.text.count
    conflicts = NoteConflict.count(in: text)
  }

  /// Where what is written ends: before the lines that keep what paragraphs say, and the blank ones above them.
  var bodyEnd: Int {
    var piece = text.find(text.count)
    var end = text.count
    while isDefinition(piece) || isBlank(piece) {
      if isDefinition(piece) { end = piece.start }
      guard let before = text.piece(before: piece) else { break }
      piece = before
    }
    if end == text.count { return end }
    while end > 0, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private func isBlank(_ piece: EditedText.Place) -> Bool {
    text.pieces[piece.index].length <= 2
      && text.bytes(in: piece.start..<piece.start + text.pieces[piece.index].length).allSatisfy { $0 <= 0x20 }
  }

  /// Whether a line keeps what a paragraph says.
  private func isDefinition(_ piece: EditedText.Place) -> Bool {
    guard text.pieces[piece.index].length > 8, text[piece.start] == 0x5B else { return false }
    let start = text.string(in: piece.start..<piece.start + min(64, text.pieces[piece.index].length))
    return start.hasPrefix("[¶ ") && start.utf8.place(of: "]: ".utf8) != nil
  }

  /// What is selected; empty where nothing is.
  var selection: Range<Int> {
    guard let anchor else { return caret..<caret }
    return min(anchor, caret)..<max(anchor, caret)
  }

  /// The line of the caret, from 1.
  var lineNumber: Int { 1 + text.bytes(in: 0..<caret).count { $0 == 0x0A } }

  // MARK: - Changing

  /// Has changes kept.
  func keeping(_ edits: [NoteEdit]) -> [Outcome] { edits.map { .effect(.editNote(target, $0)) } }

  /// Puts a text in the place of the selection.
  mutating func insert(_ inserted: String, as kind: UndoList.Kind = .typing) -> [NoteEdit] {
    let isTaken = takenCaret == caret && anchor == nil && inserted.utf8.first != 0x0A
    return change(selection, to: Array((isTaken ? "\n" + inserted : inserted).utf8), kind)
  }

  /// Changes a part of the text and puts the caret behind it.
  mutating func change(_ range: Range<Int>, to bytes: [UInt8], _ kind: UndoList.Kind) -> [NoteEdit] {
    guard !range.isEmpty || !bytes.isEmpty else { return [] }
    let step = UndoList.Step(
      offset: range.lowerBound, removed: text.bytes(in: range), inserted: bytes, caretBefore: caret,
      caretAfter: range.lowerBound + bytes.count)
    undoList.add(step, kind)
    return [apply(range, bytes, caret: step.caretAfter)]
  }

  mutating func change(_ edit: NoteEdit) -> [NoteEdit] {
    change(edit.offset..<edit.offset + edit.removed, to: Array(edit.inserted.utf8), .whole)
  }

  /// Takes a part of the text away.
  mutating func remove(_ range: Range<Int>, _ kind: UndoList.Kind = .whole) -> [NoteEdit] {
    change(range, to: [], kind)
  }

  /// Puts a line break behind the last line.
  mutating func endLastLine() -> [NoteEdit] { change(text.count..<text.count, to: [0x0A], .whole) }

  mutating func selectAll() {
    place(text.count, anchor: 0)
    undoList.close()
  }

  /// Puts the caret somewhere, in sight; what is between it and an anchor is selected.
  mutating func place(_ caret: Int, anchor: Int? = nil) {
    (self.caret, self.anchor, goal, followsCaret) = (caret, anchor, nil, true)
  }

  mutating func undo() -> [NoteEdit] {
    undoList.undo().map { step in
      apply(step.offset..<step.offset + step.inserted.count, step.removed, caret: step.caretBefore)
    }
  }

  mutating func redo() -> [NoteEdit] {
    undoList.redo().map { step in
      apply(step.offset..<step.offset + step.removed.count, step.inserted, caret: step.caretAfter)
    }
  }

  /// Takes over a text that somebody else has changed: caret and selection stay between the same letters, and what was
  /// done here can be undone as before.
  mutating func adopt(_ other: String) {
    let change = TextChange(from: text.bytes(in: 0..<text.count), to: Array(other.utf8))
    if change.splices.isEmpty { return }
    let isTaken = takenCaret == caret || isOnEmptyLine
    (caret, anchor) = (change.place(caret), anchor.map(change.place))
    // Whoever sees the beginning sees what comes before it too.
    if top > 0 { top = change.place(top) }
    goal = nil
    for splice in change.splices {
      undoList.pass(over: splice)
      text.replace(splice.range, with: splice.inserted)
    }
    countConflicts()
    takenCaret = nil
    guard isTaken, anchor == nil, !isOnEmptyLine else { return }
    while caret < text.count, text[caret] != 0x0A { caret += 1 }
    takenCaret = caret
  }

  private var isOnEmptyLine: Bool {
    (caret == 0 || text[caret - 1] == 0x0A) && (caret == text.count || text[caret] == 0x0A)
  }

  /// Takes over what the user's own editor has made of the text, as one step that can be undone.
  mutating func adoptOwn(_ other: String) {
    let (old, new) = (text.bytes(in: 0..<text.count), Array(other.utf8))
    guard old != new else { return }
    let (range, bytes) = difference(from: old, to: new)
    var place = caret
    if place >= range.upperBound {
      place += bytes.count - range.count
    } else if place > range.lowerBound {
      place = range.lowerBound + bytes.count
    }
    undoList.add(
      UndoList.Step(
        offset: range.lowerBound, removed: Array(old[range]), inserted: bytes, caretBefore: caret, caretAfter: place),
      .whole)
    _ = apply(range, bytes, caret: place)
  }

  private mutating func apply(_ range: Range<Int>, _ bytes: [UInt8], caret place: Int) -> NoteEdit {
    text.replace(range, with: bytes)
    if top > range.lowerBound {
      top = top >= range.upperBound ? top + bytes.count - range.count : range.lowerBound
    }
    self.place(place)
    changes += 1
    if conflicts > 0 || bytes.place(of: NoteConflict.sign.utf8) != nil { countConflicts() }
    return NoteEdit(
      offset: range.lowerBound, removed: range.count, inserted: String(decoding: bytes, as: UTF8.self))
  }
}

// What keys delete, and what a cut takes.
extension NoteEditor {
  mutating func deleteBefore() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    guard caret > 0 else { return [] }
    return remove(text.stop(before: caret)..<caret, .deleting)
  }

  mutating func deleteAfter() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    return remove(caret..<text.stop(after: caret), .deleting)
  }

  mutating func deleteWord() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    return remove(text.wordStart(before: caret)..<caret)
  }

  mutating func deleteWordAfter() -> [NoteEdit] {
    if !selection.isEmpty { return remove(selection) }
    return remove(caret..<text.wordEnd(after: caret))
  }

  /// What is selected, or the caret's whole line with its line break.
  func selectionOrLine() -> Range<Int> {
    if !selection.isEmpty { return selection }
    var end = text.find(caret)
    while !text.pieces[end.index].endsLine, let after = text.piece(after: end) { end = after }
    return text.lineStart(of: caret)..<end.start + text.pieces[end.index].length
  }
}

// Lines that stand twice.
extension NoteEditor {
  private mutating func countConflicts() { conflicts = NoteConflict.count(in: text.string) }

  /// The conflict at the caret, or the next one after it; the first after the last.
  var conflict: NoteConflict? {
    let all = NoteConflict.all(in: text.string)
    return all.first { $0.range.upperBound > caret } ?? all.first
  }

  /// Leaves of two texts the one that was chosen.
  mutating func resolve(_ choice: NoteConflict.Choice) -> [NoteEdit] {
    conflict.map { change($0.edit(choice, in: text.string)) } ?? []
  }
}

/// The part that differs, cut between scalars.
private func difference(from old: [UInt8], to new: [UInt8]) -> (Range<Int>, [UInt8]) {
  var start = 0
  while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
  func isInside(_ bytes: [UInt8], _ index: Int) -> Bool { index < bytes.count && bytes[index] & 0xC0 == 0x80 }
  while start > 0, isInside(old, start) || isInside(new, start) { start -= 1 }
  var (oldEnd, newEnd) = (old.count, new.count)
  while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
    (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
  }
  while isInside(old, oldEnd) || isInside(new, newEnd) { (oldEnd, newEnd) = (oldEnd + 1, newEnd + 1) }
  return (start..<oldEnd, Array(new[start..<newEnd]))
}
