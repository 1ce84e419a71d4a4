/// What is kept of a paragraph to find it again: its number, its words and what stands around them.
///
/// The words and their surroundings are those of a TextQuoteSelector (W3C Web Annotation Data Model §4.2.4); of a long
/// paragraph only beginning and end, with a hash of the whole.
public struct ParagraphSelector: Equatable, Sendable {
  /// What it is called by in its note, unique there: its number, with a count behind where a note has several of one.
  public var label: String
  /// Its words, or their beginning.
  public var exact: String
  /// Of a paragraph that is too long to be kept whole.
  public var rest: Rest?
  /// The last characters of what stands before it, and the first of what comes behind.
  public var prefix: String
  public var suffix: String

  public struct Rest: Equatable, Sendable {
    public var end: String
    /// Of the whole text: FNV-1a, 64 bits.
    public var hash: UInt64
  }

  /// Characters of the longest paragraph that is kept whole.
  static let wholeLength = 400
  private static let startLength = 200
  private static let endLength = 120
  /// Characters that are kept on each side.
  static let aroundLength = 32

  /// The paragraph at a place of a document, labelled by its number.
  public init(_ place: Int, in paragraphs: [DocumentParagraph]) {
    label = paragraphs[place].number
    (exact, rest) = ParagraphSelector.excerpt(paragraphs[place].text)
    (prefix, suffix) = (
      ParagraphSelector.before(place, in: paragraphs), ParagraphSelector.behind(place, in: paragraphs)
    )
  }

  init(label: String, exact: String, rest: Rest?, prefix: String, suffix: String) {
    (self.label, self.exact, self.rest, self.prefix, self.suffix) = (label, exact, rest, prefix, suffix)
  }

  /// The number in the text that it was taken from.
  public var number: String { String(label.split(separator: " ").first ?? "") }

  /// Whether two stand for the same words in the same place, however they are labelled.
  func isSame(as other: ParagraphSelector) -> Bool {
    var other = other
    other.label = label
    return other == self
  }

  static func excerpt(_ text: String) -> (exact: String, rest: Rest?) {
    guard text.utf8.count > wholeLength, text.count > wholeLength else { return (text, nil) }
    return (String(text.prefix(startLength)), Rest(end: String(text.suffix(endLength)), hash: hash(text)))
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// What stands before a paragraph, paragraphs joined by blanks.
  static func before(_ place: Int, in paragraphs: [DocumentParagraph]) -> String {
    var (text, index) = ("", place - 1)
    while index >= 0, text.count < aroundLength {
      let part = paragraphs[index].text.suffix(aroundLength)
      text = text.isEmpty ? String(part) : part + " " + text
      index -= 1
    }
    return String(text.suffix(aroundLength))
  }

  static func behind(_ place: Int, in paragraphs: [DocumentParagraph]) -> String {
    var (text, index) = ("", place + 1)
    while index < paragraphs.count, text.count < aroundLength {
      let part = paragraphs[index].text.prefix(aroundLength)
      text = text.isEmpty ? String(part) : text + " " + part
      index += 1
    }
    return String(text.prefix(aroundLength))
  }
}

// How it stands in a note: as the definition of the reference that `[¶ 12]` is to Markdown, so that every program shows
// it as a link whose title are these words, and a copy of the note carries it along:
//
//     [¶ 12]: # "prefix|exact|suffix"
//     [¶ 13]: # "prefix|beginning|hash|end|suffix"
extension ParagraphSelector {
  /// As a line, without its line break.
  public var definition: String {
    var parts = [prefix, exact]
    if let rest { parts += [String(rest.hash, radix: 16), rest.end] }
    parts.append(suffix)
    return "[¶ \(label)]: # \"" + parts.map(ParagraphSelector.escaped).joined(separator: "|") + "\""
  }

  /// Nil for a line that is no such definition, or that somebody has changed so that nothing can be read from it.
  public init?(definition line: some StringProtocol) {
    guard let (label, rest) = ParagraphLabel.read(line), rest.hasPrefix(":") else { return nil }
    let text = rest.dropFirst().drop { $0 == " " }
    guard text.hasPrefix("# \""), let title = ParagraphSelector.title(text.dropFirst(3)) else { return nil }
    switch title.count {
    case 3: self.init(label: label, exact: title[1], rest: nil, prefix: title[0], suffix: title[2])
    case 5:
      guard let hash = UInt64(title[2], radix: 16) else { return nil }
      self.init(
        label: label, exact: title[1], rest: Rest(end: title[3], hash: hash), prefix: title[0], suffix: title[4])
    default: return nil
    }
  }

  /// What could end the title, part it, or mean something in Markdown has a backslash before it (CommonMark §2.4).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      if "\"\\|&[]<>`*_".unicodeScalars.contains(character) { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }

  /// The parts of a title up to the quotation mark that ends it; nil where none does, or more follows.
  private static func title(_ text: some StringProtocol) -> [String]? {
    var parts = [String.UnicodeScalarView()]
    var isEscaped = false
    var index = text.unicodeScalars.startIndex
    while index < text.unicodeScalars.endIndex {
      let scalar = text.unicodeScalars[index]
      index = text.unicodeScalars.index(after: index)
      if isEscaped {
        isEscaped = false
        // Before anything but a sign a backslash is one.
        if !scalar.isASCIISign { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(scalar)
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "|": parts.append(String.UnicodeScalarView())
      case "\"":
        let isEnd = text.unicodeScalars[index...].allSatisfy { $0 == " " || $0 == "\r" || $0 == "\t" }
        return isEnd ? parts.map { String($0) } : nil
      default: parts[parts.count - 1].append(scalar)
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether a backslash before it means the sign itself.
  fileprivate var isASCIISign: Bool {
    (0x21...0x2F).contains(value) || (0x3A...0x40).contains(value) || (0x5B...0x60).contains(value)
      || (0x7B...0x7E).contains(value)
  }
}

/// `[¶ 12]`, with which what is written about a paragraph begins.
public enum ParagraphLabel {
  public static let start = "[¶ "
  /// Bytes of the longest label.
  private static let longest = 40

  /// The sign with its brackets.
  public static func sign(_ label: String) -> String { "\(start)\(label)]" }

  /// The label at the beginning of a line and what follows its bracket; nil where there is none.
  public static func read<Line: StringProtocol>(_ line: Line) -> (label: String, rest: Line.SubSequence)? {
    guard line.utf8.first == 0x5B, line.hasPrefix(start), let end = line.utf8.firstIndex(of: 0x5D) else { return nil }
    let label = line[line.index(line.startIndex, offsetBy: start.count)..<end]
    guard (1...longest).contains(label.utf8.count), label.utf8.first.map({ (0x30...0x39).contains($0) }) == true else {
      return nil
    }
    return (String(label), line[line.index(after: end)...])
  }
}
