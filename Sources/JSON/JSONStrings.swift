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

/// What stands between quotation marks (RFC 8259 §7).
extension JSONParser {
  /// A string or a name that begins with `"`.
  mutating func parseString(isName: Bool) {
    let start = position + 1
    let end = special(from: start)
    guard end < count, bytes[end] == UInt8(ascii: "\"") else {
      return parseString(from: start, .straight, isName: isName)
    }
    var node = JSONNode(kind: .string, offset: UInt32(position))
    (node.start, node.length) = (UInt32(start), UInt32(end - start))
    position = end + 1
    append(node, isName: isName)
  }

  /// The rest of one that has more in it than letters.
  mutating func parseString(from start: Int, _ quotes: JSONQuotes, isName: Bool) {
    var node = JSONNode(kind: .string, offset: UInt32(position))
    let beginning = copied.count
    /// What is not copied yet begins here.
    var segment = start
    var index = start
    /// Where the content ends, and where the text goes on.
    var (end, next) = (count, count)
    var isClosed = false
    while true {
      index = quotes == .straight ? special(from: index) : special(from: index, quotes)
      guard index < count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        copy(segment..<index)
        node.isCopied = true
        index = unescape(at: index)
        segment = index
      } else if byte == 0x0A || byte == 0x0D {
        guard let further = continuation(at: index) else {
          (end, next) = endOfUnfinished(from: segment, to: index)
          break
        }
        tell(.unfinishedText, at: Int(node.offset), expected: .closedText)
        index = further
      } else if byte < 0x20 {
        rawControlCount += 1
        index += 1
      } else {
        (end, next) = (index, index + (byte < 0x80 ? 1 : 3))
        isClosed = true
        break
      }
    }
    if !isClosed {
      tell(.unfinishedText, at: Int(node.offset), end: next, expected: .closedText)
      if next == count { isCutShort = true }
    }
    if node.isCopied {
      copy(segment..<end)
      (node.start, node.length) = (UInt32(beginning), UInt32(copied.count - beginning))
    } else {
      (node.start, node.length) = (UInt32(start), UInt32(end - start))
    }
    position = next
    append(node, isName: isName)
  }

  // MARK: Where a string ends

  /// The next `"`, `\` or control character, looked for eight bytes at a time; the end where there is none.
  @inline(__always)
  private func special(from start: Int) -> Int {
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
  private func special(from start: Int, _ quotes: JSONQuotes) -> Int {
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
  private func continuation(at lineBreak: Int) -> Int? {
    var index = lineBreak
    while index < count, isBlank(bytes[index]) { index += 1 }
    guard index < count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): return nil
    case UInt8(ascii: "\""): return isFollowedByEnd(index + 1) ? index : nil
    default: return index
    }
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

  /// The comma that ends the line does not belong to the string.
  private func endOfUnfinished(from start: Int, to lineBreak: Int) -> (end: Int, next: Int) {
    var end = lineBreak
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start, bytes[end - 1] == UInt8(ascii: ",") else { return (end, lineBreak) }
    return (end - 1, end - 1)
  }

  // MARK: Escapes

  /// Puts what an escape means behind what is copied; gives the byte after it.
  ///
  /// One that means nothing stays as it is.
  private mutating func unescape(at index: Int) -> Int {
    guard index + 1 < count else { return count }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): copied.append(bytes[index + 1])
    case UInt8(ascii: "b"): copied.append(0x08)
    case UInt8(ascii: "f"): copied.append(0x0C)
    case UInt8(ascii: "n"): copied.append(0x0A)
    case UInt8(ascii: "r"): copied.append(0x0D)
    case UInt8(ascii: "t"): copied.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = unit(at: index + 2) else {
        // Digits that the end of the text cut off are not what is wrong.
        if index + 6 > count, (index + 2..<count).allSatisfy({ hexDigit(bytes[$0]) != nil }) { return count }
        return keep(at: index)
      }
      var (scalar, length) = (unit, 6)
      if unit & 0xFC00 == 0xD800, index + 7 < count, bytes[index + 6] == UInt8(ascii: "\\"),
        bytes[index + 7] == UInt8(ascii: "u"), let low = self.unit(at: index + 8), low & 0xFC00 == 0xDC00
      {
        (scalar, length) = (0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, 12)
      } else if unit & 0xF800 == 0xD800 {
        // Half a pair is no character (§8.2).
        scalar = 0xFFFD
      }
      encode(scalar)
      return index + length
    default: return keep(at: index)
    }
    return index + 2
  }

  private mutating func copy(_ range: Range<Int>) {
    if !range.isEmpty { copied.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range])) }
  }

  /// Appends a scalar as UTF-8, byte by byte: the standard library's encoding costs ten times as much.
  private mutating func encode(_ scalar: UInt32) {
    func trail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case ..<0x80: copied.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: copied.append(UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0))
    case ..<0x10000:
      copied.append(UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0))
      copied.append(trail(6))
    default:
      copied.append(UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0))
      copied.append(trail(12))
      copied.append(trail(6))
    }
    if scalar >= 0x80 { copied.append(trail(0)) }
  }

  private mutating func keep(at index: Int) -> Int {
    tell(.badEscape, at: index, expected: .closedText)
    copied.append(UInt8(ascii: "\\"))
    return index + 1
  }

  /// Four hexadecimal digits.
  private func unit(at start: Int) -> UInt32? {
    guard start + 4 <= count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = hexDigit(bytes[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
