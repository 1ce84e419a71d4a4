import Agenda
import Notes

/// What was put into a note when it was opened, to be taken away again where nothing was written.
struct NoteBeginning: Sendable {
  /// What begins that which is written about a paragraph, and where.
  private var paragraph: (offset: Int, text: String)?
  /// The whole text, where nothing is in the note but what may be told of it.
  private var rule = ""

  /// Goes to a line, or begins what is written about a paragraph; the note says first what may be told of it.
  /// - Parameter line: in the note as it is opened.
  mutating func begin(
    _ editor: inout NoteEditor, _ rule: Session.Attribution, line: Int?, paragraph: ParagraphSelector?
  ) -> [NoteEdit] {
    let before = editor.text.lineCount
    let isNew = editor.text.count == 0
    let edits = keep(rule, in: &editor)
    if isNew { self.rule = editor.text.string }
    if let line {
      editor.go(toLine: line + editor.text.lineCount - before)
      return edits
    }
    return edits + (paragraph.map { begin($0, in: &editor) } ?? [])
  }

  /// The note is done.
  func end(_ editor: inout NoteEditor, _ rule: Session.Attribution) -> [NoteEdit] {
    var edits = endParagraph(in: &editor)
    if !self.rule.isEmpty, editor.text.string == self.rule {
      edits += editor.remove(0..<editor.text.count)
    } else if editor.text.count > 0 {
      edits += keep(rule, in: &editor)
    }
    return edits
  }

  /// Puts the line back that says what may be told of the note; the caret stays between its letters.
  private func keep(_ rule: Session.Attribution, in editor: inout NoteEditor) -> [NoteEdit] {
    RuleLine.edits(keeping: rule, in: editor.text.string).flatMap { edit in
      let caret = editor.caret
      let edits = editor.change(edit)
      if caret > edit.offset || caret == 0 {
        editor.caret = max(edit.offset, caret - edit.removed) + edit.inserted.utf8.count
      } else {
        editor.caret = caret
      }
      return edits
    }
  }

  /// Begins what is written about a paragraph, unless the note is at it already, and has the note keep what the
  /// paragraph says.
  private mutating func begin(_ selector: ParagraphSelector, in editor: inout NoteEditor) -> [NoteEdit] {
    let text = editor.text.string
    let anchors = NoteAnchors(in: text)
    let (label, isNew) = anchors.label(for: selector)
    let end = editor.bodyEnd
    if !isNew, anchors.lines.last?.label == label {
      editor.caret = end
      return []
    }
    var definition = selector
    definition.label = label
    let body = String(decoding: text.utf8.prefix(end), as: UTF8.self)
    let gap = body.isEmpty || body.hasSuffix("\n\n") ? "" : body.hasSuffix("\n") ? "\n" : "\n\n"
    let sign = gap + ParagraphLabel.sign(label) + "\n"
    // A definition that follows text at once is no definition (CommonMark §4.7).
    let added = sign + (isNew ? "\n\n" + definition.definition + (end == text.utf8.count ? "\n" : "") : "")
    paragraph = (end, added)
    editor.caret = end
    let edits = editor.insert(added, as: .whole)
    editor.caret = end + sign.utf8.count
    return edits
  }

  /// Takes away the beginning behind which nothing was written.
  private func endParagraph(in editor: inout NoteEditor) -> [NoteEdit] {
    guard let (offset, text) = paragraph, editor.text.count >= offset + text.utf8.count else { return [] }
    let range = offset..<offset + text.utf8.count
    return editor.text.string(in: range) == text ? editor.remove(range) : []
  }
}
