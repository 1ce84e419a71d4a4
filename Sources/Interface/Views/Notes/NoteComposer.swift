import Agenda
import Cells
import Notes

/// The user's note as a page: marks with their signs, every line a line, the rest as Markdown.
///
/// What it says about paragraphs of its document stands under their numbers, with what has become of them. What
/// colleagues have written on the same stands below it, each under its author.
func composeNote(
  _ text: String, _ colleagues: [NoteText] = [], on subject: Subject, width: Int, _ world: World
) -> PageContent {
  var composer = NoteComposer(PageComposer(width: width, world), NotedParagraphs(text, on: subject, world))
  composer.add(text)
  for note in colleagues {
    composer.noted = NotedParagraphs(note.text, on: subject, world)
    composer.add(note, isFirst: text.isEmpty && note == colleagues.first)
  }
  return composer.finish()
}

private struct NoteComposer {
  private var page: PageComposer
  /// Lines that have not been laid out yet.
  private var ordinary: [Substring] = []
  private var isInCode = false
  /// Of the text that is added.
  var noted: NotedParagraphs

  init(_ page: PageComposer, _ noted: NotedParagraphs) { (self.page, self.noted) = (page, noted) }

  mutating func add(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !noted.anchors.definitions.contains(index + 1) { append(line) }
    flush()
    isInCode = false
  }

  /// A colleague's note under the colleague's name.
  mutating func add(_ note: NoteText, isFirst: Bool) {
    if !isFirst { page.blank() }
    page.line([Span(note.author, role: .strong)])
    add(note.text)
  }

  mutating func finish() -> PageContent { page.finish() }

  private mutating func append(_ line: Substring) {
    let start = line.utf8.drop { $0 == 0x20 }
    if start.starts(with: NoteComposer.fence) || start.starts(with: NoteComposer.otherFence) { isInCode.toggle() }
    guard !isInCode, NoteComposer.canBeMark(start) else {
      ordinary.append(line)
      return
    }
    let label = ParagraphLabel.read(line)
    let read = NoteLine(String(line))
    if read.kind == nil && read.stamp == nil && label == nil {
      ordinary.append(line)
      return
    }
    flush()
    if let label {
      let words = noted.words(of: label.label).map { Span(" " + page.text($0), role: .dim) }
      return page.line([Span(String(line), role: .number)] + (words.map { [$0] } ?? []))
    }
    append(read)
  }

  private mutating func append(_ line: NoteLine) {
    var spans: [Span] = []
    if let stamp = line.stamp {
      spans.append(Span((stamp.elapsed == nil ? stamp.clock : stamp.sinceStart) + " ", role: .dim))
    }
    spans.append(Span(line.kind.map { $0.sign(isTicked: line.isTicked) + " " } ?? "", role: .strong))
    if line.kind == .quote {
      spans.append(Span(line.text, role: .quote))
      if !line.person.isEmpty { spans.append(Span(" — " + line.person, role: .body)) }
    } else {
      if !line.person.isEmpty { spans.append(Span(line.person + ": ", role: .strong)) }
      spans.append(Span(line.text, role: .body))
    }
    page.line(spans.filter { !$0.text.isEmpty }, hanging: 2)
  }

  /// Lays out the lines between two marks.
  private mutating func flush() {
    defer { ordinary = [] }
    guard ordinary.contains(where: { !$0.isEmpty }) else {
      if !ordinary.isEmpty { page.blank() }
      return
    }
    if ordinary.allSatisfy(NoteComposer.isPlain) {
      if ordinary.last?.isEmpty == true { ordinary.removeLast() }
      page.line([Span(ordinary.joined(separator: "\n"))])
      return
    }
    // As it was written: a line that ends is a line that ends.
    var text = ""
    for line in ordinary { text += line.isEmpty ? "\n" : line + "  \n" }
    page.markdown(text)
  }

  private static let fence = Array("```".utf8)
  private static let otherFence = Array("~~~".utf8)

  /// Whether a line is worth to be read as a mark: what most lines are not is seen at once.
  private static func canBeMark(_ line: Substring.UTF8View) -> Bool {
    switch line.first ?? 0 {
    case UInt8(ascii: ">"), UInt8(ascii: "["): true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"), 0x30...0x39, 0x41...0x5A,
      0x61...0x7A:
      // A label has its colon soon, wide or not (U+FF1A), a stamp its bracket.
      line.prefix(240).contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") || $0 == 0xEF }
    default: false
    }
  }

  /// Bytes that can mean something in Markdown.
  private static let signs: [Bool] = {
    var signs = [Bool](repeating: false, count: 256)
    for byte in "*_`[]<>&\\#~|-+=:.)".utf8 { signs[Int(byte)] = true }
    return signs
  }()

  /// Whether a line has nothing in it that could be Markdown.
  private static func isPlain(_ line: Substring) -> Bool {
    if line.hasPrefix("    ") || line.hasPrefix("\t") { return false }
    let isNumbered = line.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    for (index, byte) in line.utf8.enumerated() where signs[Int(byte)] {
      switch byte {
      // These mean something at the beginning of a line only.
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): if index < 4 { return false }
      case UInt8(ascii: "."), UInt8(ascii: ")"): if index < 10, isNumbered { return false }
      case UInt8(ascii: ":"): if line.has(part: "://") { return false }
      default: return false
      }
    }
    return true
  }
}
