/// One line of a note as whoever writes it sees it: what it says, and the signs that mark it.
///
/// Reading is as lenient as that of `NoteMark`; written again it has one form.
public struct NoteLine: Equatable, Sendable {
  /// Blanks before the first sign.
  public var indent = ""
  /// The sign of a list as it was found, `-` or `2.`; empty where there is none.
  public var bullet = ""
  public var hasBullet: Bool { !bullet.isEmpty }
  /// What the line is marked as; nil for an ordinary line.
  ///
  /// A box without a label makes no mark here.
  public var kind: NoteMark.Kind?
  /// Who must act, asked or said it; empty where nobody is named.
  public var person = ""
  /// Whether there is a box, with a tick in it or not.
  public var hasBox = false
  public var isTicked = false
  public var stamp: NoteStamp?
  /// What stands behind all signs; of a quote without the name at its end.
  public var text = ""
  /// UTF-8 bytes before the text in the line that was read.
  public private(set) var prefixLength = 0

  /// A line without its line break.
  public init(_ line: String) {
    var line = line
    line.withUTF8 { bytes in read(bytes) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = MarkLine(bytes, 0..<bytes.count)
    var start = 0
    while start < bytes.count, MarkLine.isBlank(bytes[start]) { start += 1 }
    indent = String(decoding: bytes[..<start], as: UTF8.self)
    bullet = line.hasBullet ? NoteLine.bullet(bytes[start...]) : ""
    kind = line.label ?? (line.hasQuoteSign ? .quote : nil)
    (hasBox, isTicked, stamp) = (line.box != nil, line.isTicked, line.stamp)
    person = line.person.map { line.string($0).trimmed } ?? ""
    text = line.string(line.text)
    prefixLength = text.isEmpty ? bytes.count : line.text.lowerBound
    guard kind == .quote, person.isEmpty, let name = Quotation(" " + text).person else { return }
    // A name may stand there before anything that was said.
    (text, person) = (Quotation(" " + text).text, name)
  }

  private static func bullet(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty { return String(decoding: bytes.prefix(digits.count + 1), as: UTF8.self) }
    guard let sign = bytes.first, sign != UInt8(ascii: ">") else { return "-" }
    return String(decoding: [sign], as: UTF8.self)
  }

  /// The signs before the text, as they are written.
  public var prefix: String {
    let time = stamp.map { $0.text + " " } ?? ""
    let name = person.isEmpty ? "" : " (\(person))"
    let box = hasBox || kind == .action ? (isTicked ? "[x] " : "[ ] ") : ""
    return indent
      + {
        switch kind {
        case .action: "- \(box)\(time)**Action\(name):** "
        case .decision: "- \(time)**Decision:** "
        case .question: "- \(box)\(time)**Question\(name):** "
        case .quote: "> \(time)"
        case nil: (hasBullet ? "\(bullet) \(box)" : "") + time
        }
      }()
  }

  /// The whole line, as it is written.
  public var string: String { prefix + text + (kind == .quote && !person.isEmpty ? " — \(person)" : "") }
}

/// When something was written: `[14:32 +02:30]`, the venue's time and the time since the session began.
public struct NoteStamp: Equatable, Sendable {
  /// Minutes after midnight on the venue's clock.
  public var minuteOfDay: Int
  /// Seconds since the session began, negative before it; nil where no beginning is known.
  public var elapsed: Int?

  public init(minuteOfDay: Int, elapsed: Int? = nil) { (self.minuteOfDay, self.elapsed) = (minuteOfDay, elapsed) }

  /// `14:32`.
  public var clock: String { "\(NoteStamp.padded(minuteOfDay / 60)):\(NoteStamp.padded(minuteOfDay % 60))" }

  /// `+02:30`, minutes and seconds; `+1:02:30` from an hour on; `-05:00` before the beginning; empty where none is known.
  public var sinceStart: String {
    guard let elapsed else { return "" }
    let size = abs(elapsed)
    let hours = size >= 3_600 ? "\(size / 3_600):" : ""
    return "\(elapsed < 0 ? "-" : "+")\(hours)\(NoteStamp.padded(size % 3_600 / 60)):\(NoteStamp.padded(size % 60))"
  }

  /// As it stands in a note, brackets included.
  public var text: String { elapsed == nil ? "[\(clock)]" : "[\(clock) \(sinceStart)]" }

  /// What is between the brackets; blanks around it and a minus of any shape are allowed.
  init?(_ inside: Substring) {
    let parts = inside.split(separator: " ")
    guard let first = parts.first, parts.count <= 2, let clock = NoteStamp.numbers(first, count: 2...2),
      clock[0] < 24, clock[1] < 60
    else { return nil }
    minuteOfDay = clock[0] * 60 + clock[1]
    guard parts.count == 2 else { return }
    guard let sign = parts[1].first, "+-−–".contains(sign),
      let size = NoteStamp.numbers(parts[1].dropFirst(), count: 2...3)
    else { return nil }
    let seconds = size.reduce(0) { $0 * 60 + $1 }
    elapsed = sign == "+" ? seconds : -seconds
  }

  /// Numbers with colons between them, four digits each at most.
  private static func numbers(_ text: Substring, count: ClosedRange<Int>) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
