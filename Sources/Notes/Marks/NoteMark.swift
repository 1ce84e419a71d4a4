public import Agenda

/// Something in a note that a report gathers: an action, a decision, a question, or what somebody said.
public struct NoteMark: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case action, decision, question, quote
  }

  public var kind: Kind
  /// Who must act, asked or said it, as it is written; empty where nobody is named.
  public var person = ""
  public var stamp: NoteStamp?
  /// Of an action: done; of a question: answered.
  public var isTicked = false
  /// Of an action: the day by which it is to be done; nil where none is told, and until a report has looked for it.
  public internal(set) var due: CalendarDate?
  /// What is marked, on one line, without signs and names.
  public var text = ""
  /// From 1: the first line, and the last one that goes on with it.
  public var lines: ClosedRange<Int>
  /// UTF-8 bytes from the beginning of the note to the mark's first line.
  public var offset: Int
  /// The change that ticks an action or a question, or takes the tick away; nil for what cannot be ticked.
  public internal(set) var tick: NoteEdit?

  public init(kind: Kind, lines: ClosedRange<Int>, offset: Int) {
    (self.kind, self.lines, self.offset) = (kind, lines, offset)
  }

  /// The marks of a note, in its order.
  ///
  /// A mark begins its line, behind a list's sign or not: `- [ ] **Action (Jane Doe):** text`, `- **Decision:** text`,
  /// `**Question:** text`, `> text — Jane Doe`. Capitals, bold, the list's sign and the place of the stamp do not matter,
  /// and a box alone makes an action. What stands indented below goes on with it, as do further lines of a quote that
  /// names nobody yet. Nothing between code fences is a mark.
  public static func all(in text: String) -> [NoteMark] {
    var text = text
    return text.withUTF8 { bytes in
      var reader = MarkReader(bytes)
      return reader.read()
    }
  }
}

/// Reads the marks of a note line by line, in time that grows with its length alone.
struct MarkReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var marks: [NoteMark] = []
  /// Whether the next line may go on with the last mark.
  private var isOpen = false
  /// Bytes of what is gathered of the last mark's further lines, joined only once.
  private var parts: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func read() -> [NoteMark] {
    let lines = self.lines
    let code = codeLines(lines)
    var fence = code.startIndex
    for (index, range) in lines.enumerated() {
      while fence < code.endIndex, code[fence].upperBound < index { fence += 1 }
      if fence < code.endIndex, code[fence].contains(index) {
        close()
      } else {
        parse(MarkLine(bytes, range), number: index + 1, offset: range.lowerBound)
      }
    }
    close()
    return marks
  }

  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  /// The lines from each code fence to the one that closes it; a fence that nothing closes is none, so that it hides no
  /// mark (CommonMark §4.5 lets it reach to the end).
  private func codeLines(_ lines: [Range<Int>]) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var open: (line: Int, sign: UInt8)?
    for (index, range) in lines.enumerated() {
      let start = bytes[range].firstIndex { !MarkLine.isBlank($0) } ?? range.upperBound
      guard range.upperBound - start >= 3 else { continue }
      let sign = bytes[start]
      guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"), bytes[start + 1] == sign, bytes[start + 2] == sign
      else { continue }
      if let begun = open {
        guard begun.sign == sign else { continue }
        found.append(begun.line...index)
        open = nil
      } else {
        open = (index, sign)
      }
    }
    return found
  }

  private mutating func parse(_ line: MarkLine, number: Int, offset: Int) {
    if let last = marks.indices.last, isOpen, goesOn(line, with: marks[last]) {
      parts.append(line.string(line.text))
      marks[last].lines = marks[last].lines.lowerBound...number
      // Somebody is named at the end of it: it is whole.
      if line.hasQuoteSign, Quotation(line.string(line.text)).person != nil { close() }
      return
    }
    close()
    guard let kind = line.kind else { return }
    var mark = NoteMark(kind: kind, lines: number...number, offset: offset)
    mark.stamp = line.stamp
    mark.person = line.person.map { line.string($0).trimmed } ?? ""
    if kind == .action || kind == .question {
      mark.isTicked = line.isTicked
      mark.tick = tick(of: line)
    }
    let text = line.string(line.text)
    marks.append(mark)
    parts = [text]
    isOpen = true
    if kind == .quote, line.label == nil, Quotation(text).person != nil { close() }
  }

  private func goesOn(_ line: MarkLine, with mark: NoteMark) -> Bool {
    if mark.kind == .quote, line.hasQuoteSign { return line.kind == .quote && line.label == nil && line.stamp == nil }
    return line.isPlain && line.indent >= 2 && line.box == nil
  }

  /// Puts together what was read of the last mark.
  private mutating func close() {
    guard isOpen, let last = marks.indices.last else { return }
    isOpen = false
    let text = parts.joined(separator: " ").trimmed
    marks[last].text = text
    guard marks[last].kind == .quote, marks[last].person.isEmpty else { return }
    let quotation = Quotation(text)
    (marks[last].text, marks[last].person) = (quotation.text, quotation.person ?? "")
  }

  private func tick(of line: MarkLine) -> NoteEdit {
    if let box = line.box { return NoteEdit(offset: box, removed: 1, inserted: line.isTicked ? " " : "x") }
    return NoteEdit(
      offset: line.bodyStart, removed: 0, inserted: line.hasBullet || line.hasQuoteSign ? "[x] " : "- [x] ")
  }
}
