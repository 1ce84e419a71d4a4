import Agenda
import Catalogue
import Cells
import Notes

extension State {
  /// `e`: asks for the note on what is being read.
  mutating func startWriting() -> [Effect] {
    guard let target = noteTarget else { return [] }
    opening = NoteOpening(target: target, origin: focus, wasZoomed: isZoomed, paragraph: paragraphRead)
    return [.openNote(target)]
  }

  /// The text of a note that was asked for, or that the world outside has as it says.
  mutating func take(opened target: Subject, _ text: String) -> [Effect] {
    take(note: text, of: target)
    if editor?.target == target {
      editor?.adopt(text)
      return []
    }
    guard let opening, opening.target == target else { return [] }
    self.opening = nil
    editor = NoteEditor(target, text: text, origin: opening.origin, wasZoomed: opening.wasZoomed)
    editor?.facts = NoteFacts(target, in: catalogue)
    choose(.notes)
    if let line = opening.line {
      editor?.go(toLine: line)
      return []
    }
    guard let paragraph = opening.paragraph else { return [] }
    return change { $0.begin(paragraph: paragraph) }
  }

  mutating func take(replaced target: Subject, _ text: String, _ change: NoteChange) {
    take(note: text, of: target)
    if editor?.target == target { editor?.adopt(text) }
    message = Words.changed(change)
  }

  mutating func take(_ safety: NoteSafety, of target: Subject) {
    noteSafety[target] = safety
    // Whoever has paused so long begins something new.
    if safety == .saved, editor?.target == target { editor?.undoList.close() }
  }

  /// How safe the note is that the panel shows; nil where nothing was written in it.
  var shownSafety: NoteSafety? {
    (editor?.target ?? noteTarget).flatMap { noteSafety[$0] }
  }

  func isNoteInDanger(_ panel: Panel) -> Bool {
    guard panel == .notes, case .notSaved = shownSafety else { return false }
    return true
  }

  /// Changes the note that is being written, and has the changes kept.
  mutating func change(_ change: (inout NoteEditor) -> [NoteEdit]) -> [Effect] {
    guard var editor else { return [] }
    // So that there is one text, which is changed where it stands.
    self.editor = nil
    editor.isCutting = false
    let edits = change(&editor)
    let target = editor.target
    self.editor = editor
    return edits.map { .editNote(target, $0) }
  }

  /// A key that is text.
  mutating func typeInNote(_ key: Key) -> [Effect] {
    guard editor != nil else { return [] }
    switch key {
    case .character(let character): return change { $0.insert(String(character)) }
    case .alt, .control, .function: message = Message(Words.noSuchKey(key.name))
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd,
      .shiftWordLeft, .shiftWordRight, .controlHome, .controlEnd:
      break
    }
    return []
  }

  // MARK: - Cutting and copying

  /// Cuts the selection, or the line; lines that are cut one after the other stay together.
  mutating func cut() -> [Effect] {
    guard var editor else { return [] }
    let range = editor.selectionOrLine()
    guard !range.isEmpty else {
      message = Message(Words.nothingThere)
      return []
    }
    let text = editor.text.string(in: range)
    let isMore = editor.isCutting && editor.selection.isEmpty
    cutText = isMore ? cutText + text : text
    let effects = change { $0.remove(range) }
    editor = self.editor ?? editor
    editor.isCutting = true
    self.editor = editor
    return effects + [.copy(cutText)]
  }

  mutating func copyFromNote() -> [Effect] {
    guard let editor else { return [] }
    let range = editor.selectionOrLine()
    guard !range.isEmpty else {
      message = Message(Words.nothingThere)
      return []
    }
    cutText = editor.text.string(in: range)
    let breaks = cutText.utf8.count { $0 == 0x0A }
    message = Message(Words.copied(lines: breaks + (cutText.utf8.last == 0x0A ? 0 : 1)))
    return [.copy(cutText)]
  }

  // MARK: - Coming and going

  /// Esc: the note is done, and the focus goes back to where it came from.
  mutating func finishWriting() -> [Effect] {
    guard let editor else { return [] }
    let effects = change { $0.endParagraph() }
    closeNote()
    focus = editor.origin
    isZoomed = editor.wasZoomed
    return effects + [.saveNotes]
  }

  /// Who goes elsewhere is done with the note too.
  mutating func leaveNoteOutOfSight() {
    guard let editor else { return }
    if focus != .notes || noteTarget != editor.target { closeNote() }
  }

  private mutating func closeNote() {
    guard let editor else { return }
    self.editor = nil
    take(note: editor.text.string, of: editor.target)
  }

  /// A click places the caret, a second one on the same place selects the word.
  mutating func pointInNote(x: Int, y: Int, isDouble: Bool) {
    guard var editor else { return }
    self.editor = nil
    let offset = editor.offset(x: x - WritingPanel.margin, y: y)
    (editor.caret, editor.anchor, editor.goal) = (offset, nil, nil)
    editor.undoList.close()
    editor.followsCaret = true
    if isDouble, case let word = editor.word(at: offset), !word.isEmpty {
      (editor.anchor, editor.caret) = (word.lowerBound, word.upperBound)
    }
    self.editor = editor
  }

  mutating func fitEditor() {
    guard editor != nil, let inner = layout.frame(of: .notes)?.inner else { return }
    editor?.fit(Size(width: min(Layout.textWidth, inner.width - WritingPanel.margin - 1), height: inner.height))
  }
}
