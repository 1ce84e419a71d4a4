/// What stands between quotation marks (RFC 8259 §7).
extension JSONParser {
  /// A string or a name that begins with `"`.
  mutating func parseString(isName: Bool) {
    let start = position + 1
    let end = text.special(from: start)
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
      index = quotes == .straight ? text.special(from: index) : text.special(from: index, quotes)
      guard index < count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        copy(segment..<index)
        node.isCopied = true
        index = unescape(at: index)
        segment = index
      } else if byte == 0x0A || byte == 0x0D {
        guard let further = text.continuation(at: index) else {
          (end, next) = text.endOfUnfinished(from: segment, to: index)
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
      guard let unit = text.unit(at: index + 2) else {
        // Digits that the end of the text cut off are not what is wrong.
        if index + 6 > count, (index + 2..<count).allSatisfy({ text.hexDigit(bytes[$0]) != nil }) { return count }
        return keep(at: index)
      }
      var (scalar, length) = (unit, 6)
      if unit & 0xFC00 == 0xD800, index + 7 < count, bytes[index + 6] == UInt8(ascii: "\\"),
        bytes[index + 7] == UInt8(ascii: "u"), let low = text.unit(at: index + 8), low & 0xFC00 == 0xDC00
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

}
