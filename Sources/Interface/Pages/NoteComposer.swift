import Cells
import Notes

/// The user's note as a page: marks with their signs, every line a line, the rest as Markdown.
func composeNote(_ text: String, width: Int, isASCII: Bool) -> PageContent {
  var composer = NoteComposer(PageComposer(width: width, isASCII: isASCII))
  return composer.compose(text)
}

private struct NoteComposer {
  private var page: PageComposer
  /// Lines that have not been set yet.
  private var ordinary: [Substring] = []
  private var isInCode = false

  init(_ page: PageComposer) { self.page = page }

  mutating func compose(_ text: String) -> PageContent {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { take(line) }
    flush()
    return page.finish()
  }

  private mutating func take(_ line: Substring) {
    let start = line.drop { $0 == " " }
    if start.hasPrefix("```") || start.hasPrefix("~~~") { isInCode.toggle() }
    guard !isInCode, start.utf8.first.map(NoteComposer.canBeginMark) ?? false else {
      ordinary.append(line)
      return
    }
    let read = NoteLine(String(line))
    if read.kind == nil && read.stamp == nil && !start.hasPrefix("[¶ ") {
      ordinary.append(line)
      return
    }
    flush()
    if start.hasPrefix("[¶ ") { return page.line([Span(String(start), role: .number)]) }
    set(read)
  }

  private mutating func set(_ line: NoteLine) {
    var spans: [Span] = []
    if let stamp = line.stamp {
      spans.append(Span((stamp.elapsed == nil ? stamp.clock : stamp.sinceStart) + " ", role: .dim))
    }
    spans.append(Span(line.kind.map { Words.sign($0, isTicked: line.isTicked) + " " } ?? "", role: .strong))
    if line.kind == .quote {
      spans.append(Span(line.text, role: .quote))
      if !line.person.isEmpty { spans.append(Span(" — " + line.person, role: .body)) }
    } else {
      if !line.person.isEmpty { spans.append(Span(line.person + ": ", role: .strong)) }
      spans.append(Span(line.text, role: .body))
    }
    page.line(spans.filter { !$0.text.isEmpty }, hanging: 2)
  }

  /// Sets the lines between two marks.
  private mutating func flush() {
    defer { ordinary = [] }
    guard ordinary.contains(where: { !$0.isEmpty }) else {
      if !ordinary.isEmpty { page.blank() }
      return
    }
    if ordinary.allSatisfy(NoteComposer.isPlain) {
      for line in ordinary { if line.isEmpty { page.blank() } else { page.line([Span(String(line))]) } }
      return
    }
    // As it was written: a line that ends is a line that ends.
    var text = ""
    for line in ordinary { text += line.isEmpty ? "\n" : line + "  \n" }
    page.markdown(text)
  }

  private static func canBeginMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "_"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
      true
    default: false
    }
  }

  /// Whether a line has nothing in it that could be Markdown.
  private static func isPlain(_ line: Substring) -> Bool {
    if line.hasPrefix("    ") || line.hasPrefix("\t") || line.hasPrefix("=") { return false }
    var isPlain = true
    let marks = Set("*_`[]<>&\\#~|-+".utf8)
    for (index, byte) in line.utf8.enumerated() {
      // A list, a heading or a rule begins a line; emphasis, links and code can stand anywhere.
      if marks.contains(byte), index < 4 || byte != UInt8(ascii: "-") && byte != UInt8(ascii: "+") { isPlain = false }
      if index < 10, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"),
        line.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false
      {
        isPlain = false
      }
      if byte == UInt8(ascii: ":"), line.contains("://") { isPlain = false }
      if !isPlain { break }
    }
    return isPlain
  }
}
