/// A character that a terminal would obey, or that would hide or turn around what stands beside it.
///
/// C0 and DEL, C1, the overrides and isolates of directions, the byte order mark, interlinear annotations, tags. Line
/// breaks and tabs are none; neither are joiners, LRM and RLM, which scripts need, nor the tags of an emoji.
package enum HiddenCharacter {
  /// C0 and DEL, which have pictures of their own (U+2400 block).
  case control
  /// What is shown by its number.
  case numbered
  /// A letter that nobody sees; a run of them is shown as one U+FFFD.
  case tag

  /// Nil for a character that may stay.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F: self = .control
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: self = .numbered
    case 0xE0000...0xE007F: self = .tag
    default: return nil
    }
  }

  /// What stands in its place.
  package func shown(_ scalar: Unicode.Scalar) -> String {
    switch self {
    case .control:
      let value = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
      return Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
    case .numbered:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    case .tag: return "\u{FFFD}"
    }
  }

  /// The bytes of the tags of an emoji that begin at an index, behind its black flag (U+1F3F4, Unicode Technical Standard
  /// 51, ED-14a): three to six small letters and digits and the tag that ends them; nil where there are none.
  package static func emojiTags(in bytes: some RandomAccessCollection<UInt8>, at index: Int) -> Int? {
    func byte(_ offset: Int) -> UInt8? {
      guard index >= 0, index + offset < bytes.count else { return nil }
      return bytes[bytes.index(bytes.startIndex, offsetBy: index + offset)]
    }
    var offset = 0
    while byte(offset) == 0xF3, byte(offset + 1) == 0xA0, let third = byte(offset + 2), let fourth = byte(offset + 3) {
      if third == 0x81, fourth == 0xBF { return (3...6).contains(offset / 4) ? offset + 4 : nil }
      let isDigit = third == 0x80 && (0xB0...0xB9).contains(fourth)
      let isLetter = third == 0x81 && (0xA1...0xBA).contains(fourth)
      guard isDigit || isLetter, offset < 24 else { return nil }
      offset += 4
    }
    return nil
  }

  /// A text with every hidden character made visible; the same string where there is none.
  package static func madeVisible(_ text: String) -> String {
    replaced(text) { scalar, hidden, wasTag in hidden == .tag && wasTag ? "" : hidden.shown(scalar) }
  }

  /// An address with every hidden character percent-encoded (RFC 3986 §2.1).
  package static func encoded(_ address: String) -> String {
    replaced(address) { scalar, _, _ in
      String(scalar).utf8.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return (byte < 16 ? "%0" : "%") + digits
      }.joined()
    }
  }

  private static func replaced(
    _ text: String, _ replacement: (Unicode.Scalar, HiddenCharacter, _ wasTag: Bool) -> String
  ) -> String {
    var text = text
    let mayHide = text.withUTF8 { bytes in
      bytes.contains { byte in
        (byte < 0x20 && byte != 0x0A) || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
      }
    }
    guard mayHide else { return text }
    let bytes = Array(text.utf8)
    var result = String.UnicodeScalarView()
    var (wasTag, index, kept) = (false, 0, 0)
    for scalar in text.unicodeScalars {
      let start = index
      index += UTF8.width(scalar)
      guard let hidden = HiddenCharacter(scalar), start >= kept else {
        result.append(scalar)
        wasTag = false
        if scalar == "\u{1F3F4}", let length = emojiTags(in: bytes, at: index) { kept = index + length }
        continue
      }
      result.append(contentsOf: replacement(scalar, hidden, wasTag).unicodeScalars)
      wasTag = hidden == .tag
    }
    return String(result)
  }
}
