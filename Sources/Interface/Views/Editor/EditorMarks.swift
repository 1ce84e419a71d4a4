import Cells
import Notes

extension NoteEditor {
  /// The bytes of the caret's line, without its line break.
  mutating func caretLine() -> Range<Int> { text.lineStart(of: caret)..<text.lineEnd(of: caret) }

  mutating func line() -> NoteLine { NoteLine(text.string(in: caretLine())) }

  /// Writes the caret's line anew with other signs; the caret stays in its words.
  private mutating func rewrite(_ change: (inout NoteLine) -> Void) -> [NoteEdit] {
    let range = caretLine()
    let old = text.string(in: range)
    var line = NoteLine(old)
    let place = min(max(0, caret - range.lowerBound - line.prefixLength), line.text.utf8.count)
    change(&line)
    guard line.string != old else { return [] }
    let edits = self.change(range, to: Array(line.string.utf8), .whole)
    caret = range.lowerBound + line.prefix.utf8.count + place
    return edits
  }

  /// Marks the caret's line, or marks it as something else.
  mutating func mark(_ kind: NoteMark.Kind) -> [NoteEdit] {
    rewrite { line in
      if line.kind != kind { line.person = kind == .decision ? "" : line.person }
      line.kind = kind
      if kind == .decision || kind == .quote { (line.hasBox, line.isTicked) = (false, false) }
    }
  }

  /// Names who must act, asked or said what the caret's line marks; nobody by an empty name.
  mutating func name(_ person: String) -> [NoteEdit] { rewrite { $0.person = person } }

  /// Stamps the caret's line with a time, or puts it in at the caret where the line has one already.
  mutating func stamp(_ stamp: NoteStamp) -> [NoteEdit] {
    if !selection.isEmpty || line().stamp != nil { return insert(stamp.text + " ", as: .whole) }
    return rewrite { $0.stamp = stamp }
  }

  // MARK: - Lists

  /// A new line; in a list it begins with the next sign, and a point without words ends the list.
  mutating func newLine() -> [NoteEdit] {
    guard selection.isEmpty else { return insert("\n") }
    leaveQuote()
    let start = text.lineStart(of: caret)
    let before = text.string(in: start..<min(caret, start + 200))
    guard let sign = ListSign(before), start + sign.length <= caret else { return insert("\n") }
    if start + sign.length == caret, caret == text.lineEnd(of: caret) { return remove(start..<caret) }
    return insert("\n" + sign.next)
  }

  /// Behind the last word of a quote, the line ends behind the name of who said it.
  private mutating func leaveQuote() {
    let line = caretLine()
    let read = NoteLine(text.string(in: line))
    guard read.kind == .quote, !read.person.isEmpty, caret >= line.upperBound - " — \(read.person)".utf8.count else {
      return
    }
    caret = line.upperBound
  }

  /// Moves the caret's point of a list in; elsewhere puts in two blanks.
  mutating func indent() -> [NoteEdit] {
    let start = text.lineStart(of: caret)
    guard ListSign(text.string(in: start..<min(text.lineEnd(of: caret), start + 200))) != nil else {
      return insert("  ")
    }
    return shift(start..<start, to: "  ")
  }

  /// Takes up to two blanks from the beginning of the caret's line.
  mutating func outdent() -> [NoteEdit] {
    let line = caretLine()
    var end = line.lowerBound
    while end < line.upperBound, end < line.lowerBound + 2, text[end] == 0x20 { end += 1 }
    return shift(line.lowerBound..<end, to: "")
  }

  private mutating func shift(_ range: Range<Int>, to blanks: String) -> [NoteEdit] {
    let place = max(range.lowerBound, caret + blanks.utf8.count - range.count)
    let edits = change(range, to: Array(blanks.utf8), .whole)
    caret = place
    return edits
  }
}

/// The sign that a point of a list begins with: `- `, `2. `, `- [x] `.
struct ListSign: Equatable {
  /// Bytes, with the blanks before it.
  var length: Int
  /// What the next point begins with.
  var next: String

  /// Nil where a line begins no list, or with a mark, which is a line for itself.
  init?(_ line: String) {
    // With a word behind it a sign is one, whatever blanks it ends with.
    let read = NoteLine(line + "x")
    guard read.hasBullet, read.kind == nil else { return nil }
    let bytes = Array(line.utf8)
    var index = read.indent.utf8.count
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let number = Int(String(decoding: bytes[start..<index], as: UTF8.self))
    guard index < bytes.count else { return nil }
    let sign = String(decoding: bytes[index...index], as: UTF8.self)
    length = read.stamp == nil ? read.prefixLength : index + 2 + (read.hasBox ? 4 : 0)
    next = read.indent + (number.map { String($0 + 1) } ?? "") + sign + " " + (read.hasBox ? "[ ] " : "")
  }
}
