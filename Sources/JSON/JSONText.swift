/// Which marks stand around a string.
enum JSONQuotes {
  /// `"`, as the grammar has it.
  case straight
  /// `'`.
  case single
  /// “ ” „ ‟, of which one may end with `"` as well.
  case typographic
  /// ‘ ’ ‚ ‛.
  case typographicSingle
}

/// The bytes of a JSON text, to look ahead in: what stands at a place, and where it ends.
///
/// Places may lie behind the end, where nothing stands.
struct JSONText {
  let bytes: UnsafeBufferPointer<UInt8>

  private var count: Int { bytes.count }

  // MARK: Single bytes

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  func isWordByte(_ index: Int) -> Bool {
    guard index < count else { return false }
    let byte = bytes[index]
    return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte &- 0x30 < 10 || byte >= 0x80
      || byte == UInt8(ascii: "_")
  }

  func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Four hexadecimal digits.
  func unit(at start: Int) -> UInt32? {
    guard start + 4 <= count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = hexDigit(bytes[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  // MARK: Strings

  /// The next `"`, `\` or control character, looked for eight bytes at a time; the end where there is none.
  @inline(__always)
  func special(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return count }
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let quote = word ^ 0x2222_2222_2222_2222
      let escape = word ^ 0x5C5C_5C5C_5C5C_5C5C
      // A byte's high bit is set where it is zero (below 0x20); what is set by a borrow lies above a true one.
      let hits =
        ((quote &- ones) & ~quote | (escape &- ones) & ~escape | (word &- 0x2020_2020_2020_2020) & ~word) & highs
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      let byte = base[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return index }
      index += 1
    }
    return count
  }

  /// The next mark that ends a string with other marks, `\` or control character; the end where there is none.
  func special(from start: Int, _ quotes: JSONQuotes) -> Int {
    var index = start
    while index < count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return index }
      switch quotes {
      case .straight: if byte == UInt8(ascii: "\"") { return index }
      case .single: if byte == UInt8(ascii: "'") { return index }
      case .typographic:
        if byte == UInt8(ascii: "\"") || self.quotes(at: index)?.quotes == .typographic { return index }
      case .typographicSingle: if self.quotes(at: index)?.quotes == .typographicSingle { return index }
      }
      index += 1
    }
    return count
  }

  /// The marks that begin at a byte and how many bytes they have, those of the grammar apart; nil where none do.
  func quotes(at index: Int) -> (quotes: JSONQuotes, length: Int)? {
    guard index < count else { return nil }
    if bytes[index] == UInt8(ascii: "'") { return (.single, 1) }
    guard bytes[index] == 0xE2, index + 2 < count, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x98...0x9B: return (.typographicSingle, 3)
    case 0x9C...0x9F: return (.typographic, 3)
    default: return nil
    }
  }

  /// Where a string without a closing mark in its line goes on in a later one; nil where it ends with the line, since
  /// the next one begins as one of JSON does and has not the mark that is missing.
  func continuation(at lineBreak: Int) -> Int? {
    var index = lineBreak
    while index < count, isBlank(bytes[index]) { index += 1 }
    guard index < count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): return nil
    case UInt8(ascii: "\""): return isFollowedByEnd(index + 1) ? index : nil
    default: return index
    }
  }

  /// The comma that ends the line does not belong to the string.
  func endOfUnfinished(from start: Int, to lineBreak: Int) -> (end: Int, next: Int) {
    var end = lineBreak
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start, bytes[end - 1] == UInt8(ascii: ",") else { return (end, lineBreak) }
    return (end - 1, end - 1)
  }

  // MARK: Words

  /// Behind a word: a piece of the text without blanks and signs of the grammar, at least one byte.
  func endOfWord(from start: Int, within limit: Int = .max) -> Int {
    var index = start
    let count = min(count, start + min(limit, count - start))
    while index < count, bytes[index] > 0x20, !isSign(bytes[index]) { index += 1 }
    return max(index, min(start + 1, count))
  }

  /// Behind words without quotation marks: the next sign of the grammar but a colon, or the end of the line.
  func endOfUnquoted(from start: Int) -> Int {
    var index = start
    while index < count, bytes[index] >= 0x20 || bytes[index] == 0x09,
      bytes[index] == UInt8(ascii: ":") || !isSign(bytes[index])
    { index += 1 }
    return index
  }

  /// Whether a value that ends here would be followed by a comma, a bracket or nothing more in its line.
  func isFollowedByEnd(_ start: Int) -> Bool {
    var index = start
    while index < count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < count else { return true }
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x0A, 0x0D: return true
    default: return false
    }
  }

  func isFollowedByColon(_ start: Int) -> Bool {
    var index = start
    while index < count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < count && bytes[index] == UInt8(ascii: ":")
  }

  // MARK: Noise

  /// Behind a comment that begins at a byte; nil where none does.
  func endOfComment(from start: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "#") { return endOfLine(from: start) }
    guard bytes[start] == UInt8(ascii: "/"), start + 1 < count else { return nil }
    if bytes[start + 1] == UInt8(ascii: "/") { return endOfLine(from: start) }
    guard bytes[start + 1] == UInt8(ascii: "*") else { return nil }
    var index = start + 2
    while index + 1 < count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return count
  }

  private func endOfLine(from start: Int) -> Int { bytes[start...].firstIndex(of: 0x0A) ?? count }

  /// Blanks that come along when a text is copied from a web page.
  func oddBlank(at index: Int) -> (name: String, length: Int)? {
    guard index + 1 < count else { return nil }
    switch (bytes[index], bytes[index + 1], index + 2 < count ? bytes[index + 2] : 0) {
    case (0xC2, 0xA0, _): return ("U+00A0", 2)
    case (0xE2, 0x80, 0x8B): return ("U+200B", 3)
    case (0xE2, 0x80, 0xA8): return ("U+2028", 3)
    case (0xE3, 0x80, 0x80): return ("U+3000", 3)
    case (0xEF, 0xBB, 0xBF): return ("U+FEFF", 3)
    default: return nil
    }
  }
}
