/// One line of a note, taken apart as far as a mark needs.
struct MarkLine {
  private(set) var hasQuoteSign = false
  private(set) var hasBullet = false
  /// The byte between the brackets of a box.
  private(set) var box: Int?
  private(set) var isTicked = false
  private(set) var stamp: NoteStamp?
  private(set) var label: NoteMark.Kind?
  private(set) var person: Range<Int>?
  /// Where a box would have to be put in.
  private(set) var bodyStart: Int
  /// What stands behind all signs, without blanks at its ends.
  private(set) var text: Range<Int>
  /// Blanks before the first sign, a tab counting as four.
  private(set) var indent = 0

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int

  /// Bytes of the longest name that is looked for between parentheses.
  static let longestName = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    var end = range.upperBound
    while end > range.lowerBound, MarkLine.isBlank(bytes[end - 1]) { end -= 1 }
    self.end = end
    index = range.lowerBound
    (bodyStart, text) = (index, index..<end)
    while index < end, MarkLine.isBlank(bytes[index]) {
      indent += bytes[index] == 0x09 ? 4 : 1
      index += 1
    }
    readSigns()
    bodyStart = index
    readBoxAndStamp()
    readLabel()
    if label != nil { readBoxAndStamp() }
    text = index..<end
  }

  /// What the line marks; nil where it is an ordinary one.
  var kind: NoteMark.Kind? {
    if let label { return label }
    if hasQuoteSign { return text.isEmpty ? nil : .quote }
    return box != nil && hasBullet ? .action : nil
  }

  /// Whether it can go on with a mark above it.
  var isPlain: Bool { !hasBullet && !hasQuoteSign && label == nil && stamp == nil && !text.isEmpty }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func byte(_ at: Int) -> UInt8? { at < end ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while index < end, MarkLine.isBlank(bytes[index]) { index += 1 }
  }

  /// A quote's sign and a list's, in either order, once each.
  private mutating func readSigns() {
    while let byte = byte(index) {
      switch byte {
      case UInt8(ascii: ">") where !hasBullet || !hasQuoteSign:
        hasQuoteSign = true
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard !hasBullet, self.byte(index + 1).map(MarkLine.isBlank) ?? true else { return }
        hasBullet = true
        index += 1
      case 0x30...0x39:
        var next = index
        while next < end, next - index < 9, (0x30...0x39).contains(bytes[next]) { next += 1 }
        guard !hasBullet, let sign = self.byte(next), sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
          self.byte(next + 1).map(MarkLine.isBlank) ?? false
        else { return }
        hasBullet = true
        index = next + 1
      default: return
      }
      skipBlanks()
    }
  }

  private mutating func readBoxAndStamp() {
    while byte(index) == UInt8(ascii: "[") {
      if box == nil, byte(index + 2) == UInt8(ascii: "]"), byte(index + 3).map(MarkLine.isBlank) ?? true,
        let sign = byte(index + 1), sign == 0x20 || sign == UInt8(ascii: "x") || sign == UInt8(ascii: "X")
      {
        box = index + 1
        isTicked = sign != 0x20
        index += 3
      } else if stamp == nil, let close = (index..<min(end, index + 24)).first(where: { bytes[$0] == 0x5D }),
        let read = NoteStamp(Substring(string(index + 1..<close)))
      {
        stamp = read
        index = close + 1
      } else {
        return
      }
      skipBlanks()
    }
  }

  /// `**Action (Jane Doe):** `, in bold or not; the colon makes it a label.
  private mutating func readLabel() {
    let start = index
    skipStars()
    let word = index
    while let byte = byte(index), (0x41...0x5A).contains(byte & 0xDF), index - word < 9 { index += 1 }
    let kind = NoteMark.Kind(rawValue: string(word..<index).lowercased())
    skipStars()
    skipBlanks()
    var name: Range<Int>?
    if byte(index) == UInt8(ascii: "(") {
      let limit = min(end, index + MarkLine.longestName)
      guard let close = closing(from: index, before: limit) else { return index = start }
      name = index + 1..<close
      index = close + 1
      skipStars()
      skipBlanks()
    }
    guard let kind, skipColon() else { return index = start }
    skipStars()
    skipBlanks()
    label = kind
    person = name
  }

  /// The parenthesis that closes the one at `start`: names may hold others.
  private func closing(from start: Int, before limit: Int) -> Int? {
    var depth = 0
    for at in start..<limit {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }

  private mutating func skipStars() {
    while let byte = byte(index), byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") { index += 1 }
  }

  /// `:`, or the wide one of Chinese and Japanese keyboards (U+FF1A).
  private mutating func skipColon() -> Bool {
    if byte(index) == UInt8(ascii: ":") {
      index += 1
    } else if byte(index) == 0xEF, byte(index + 1) == 0xBC, byte(index + 2) == 0x9A {
      index += 3
    } else {
      return false
    }
    return true
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
