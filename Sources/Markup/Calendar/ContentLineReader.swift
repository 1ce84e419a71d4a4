/// Unfolds the lines of an iCalendar file (RFC 5545 §3.1).
///
/// Lines may end with CRLF, LF or CR. Folded pieces are put together as bytes, since a fold may stand inside a
/// character. A line that is none belongs to the text before it, which somebody has broken without folding it.
package struct ContentLineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private var line = 0
  private let reportBadLine: (_ found: String, _ line: Int) -> Void
  private var pending: (bytes: [UInt8], line: Int)?
  /// Whether a text was broken over lines without being folded.
  package private(set) var hasBadFolding = false
  /// Bytes of a line, its folds put together.
  private let limit: Int
  /// Where a line is that is longer; nothing is read behind it.
  package private(set) var longLine: Int?

  /// Properties whose texts people write over several lines.
  private static let prose: Set<String> = [
    "DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "X-ALT-DESC", "X-WR-CALDESC",
  ]

  /// Names of properties, which may be in small letters too (RFC 5545 §2); other words before a `:` are text.
  private static let names: Set<String> = [
    "BEGIN", "END", "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS",
    "CATEGORIES", "SEQUENCE", "CREATED", "LAST-MODIFIED", "URL", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "CLASS",
    "TRANSP", "ORGANIZER", "ATTENDEE", "ATTACH", "GEO", "PRIORITY", "TRIGGER", "ACTION",
  ]

  /// - Parameters:
  ///   - limit: bytes of a line, its folds put together.
  ///   - reportBadLine: gets the beginning of a line that is none, and its number from 1.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, reportBadLine: @escaping (_ found: String, _ line: Int) -> Void
  ) {
    (self.bytes, self.limit, self.reportBadLine) = (bytes, limit, reportBadLine)
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How many bytes are read.
  package var position: Int { index }

  /// The next line; nil at the end.
  package mutating func next() -> ContentLine? {
    while let (raw, number) = pending ?? physical() {
      pending = nil
      var (content, first) = (raw, number)
      unfold(&content)
      guard let read = ContentLine(content[...], line: first) else {
        if !content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          reportBadLine(String(decoding: content.prefix(200), as: UTF8.self), first)
        }
        continue
      }
      first = number
      guard ContentLineReader.prose.contains(read.name) else { return read }
      return withStrayLines(read, content)
    }
    return nil
  }

  /// Takes in the lines that begin with a blank.
  private mutating func unfold(_ content: inout [UInt8]) {
    while let (more, number) = physical() {
      guard let first = more.first, first == 0x20 || first == 0x09 else {
        pending = (more, number)
        return
      }
      content.append(contentsOf: more.dropFirst())
      if content.count > limit { longLine = longLine ?? number }
    }
  }

  /// Takes in the lines after a text that cannot be lines of their own.
  private mutating func withStrayLines(_ read: ContentLine, _ content: [UInt8]) -> ContentLine {
    var content = content
    var hasMore = false
    while let (more, _) = pending, ContentLineReader.isStray(more) {
      pending = nil
      hasMore = true
      content.append(contentsOf: "\\n".utf8)
      content.append(contentsOf: more)
      unfold(&content)
    }
    guard hasMore else { return read }
    hasBadFolding = true
    return ContentLine(content[...], line: read.line) ?? read
  }

  /// No name in capitals stands before the first `:` or `;`.
  private static func isStray(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    guard head.count < bytes.count, !head.isEmpty else {
      // A line of nothing but a sign or a word: text, where there is any.
      return !bytes.isEmpty && bytes.contains { $0 >= 0x80 || $0 == 0x20 || (0x61...0x7A).contains($0) }
    }
    let isKnown = head.count <= 13 && names.contains(String(decoding: head, as: UTF8.self).uppercased())
    return !isKnown
      && !head.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// A line as it stands, without its end; nil at the end of the file.
  ///
  /// Empty ones are left out: some stand between a line and what it is folded into.
  private mutating func physical() -> (bytes: [UInt8], line: Int)? {
    while let found = anyLine() { if !found.bytes.isEmpty { return found } }
    return nil
  }

  private mutating func anyLine() -> (bytes: [UInt8], line: Int)? {
    guard index < bytes.count, longLine == nil else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    if index - start > limit {
      longLine = line + 1
      return nil
    }
    let content = Array(bytes[start..<index])
    if index < bytes.count {
      let isReturn = bytes[index] == 0x0D
      index += 1
      if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    }
    line += 1
    return (content, line)
  }
}
