/// The character references of HTML that schedules and notes have.
package enum HTMLEntities {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
    "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "deg": "°",
    "times": "×", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "ocirc": "ô", "icirc": "î",
    "ugrave": "ù", "oacute": "ó", "iacute": "í", "aacute": "á", "uacute": "ú", "ntilde": "ñ", "oslash": "ø",
    "aring": "å", "aelig": "æ", "Eacute": "É", "iexcl": "¡", "iquest": "¿", "rarr": "→", "larr": "←", "shy": "\u{AD}",
    "zwj": "\u{200D}", "zwnj": "\u{200C}", "sbquo": "‚", "euml": "ë", "iuml": "ï", "frac12": "½", "sup2": "²",
  ]

  /// The text of a reference at `&`, and the byte after it; nil where none begins there.
  static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (text: String, end: Int)? {
    let body = bytes[(start + 1)...].prefix(10)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: body[..<end], as: UTF8.self)
    if let text = named[name] { return (text, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, let scalar = Unicode.Scalar(number) else { return nil }
    return (String(scalar), end + 1)
  }

  /// A text that will be read as Markdown or HTML, with references to hidden characters made visible too, in code as
  /// elsewhere; the same string where it has none.
  ///
  /// Whoever reads them may take any number of zeros and no semicolon, so they are looked for in that form as well.
  package static func withoutHidden(_ text: String) -> (text: String, found: HiddenReferences?) {
    var text = text
    var found: HiddenReferences?
    let replaced = text.withUTF8 { bytes -> String? in
      var result: [UInt8] = []
      var (index, start) = (0, 0)
      while let sign = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
        index = sign + 1
        guard let (scalar, end) = number(bytes, at: sign), let hidden = HiddenCharacter(scalar) else { continue }
        result.append(contentsOf: bytes[start..<sign])
        result.append(contentsOf: hidden.shown(scalar).utf8)
        (index, start) = (end, end)
        found = HiddenReferences(
          first: found?.first ?? scalar, offset: found?.offset ?? sign, count: (found?.count ?? 0) + 1)
      }
      if found == nil { return nil }
      result.append(contentsOf: bytes[start...])
      return String(decoding: result, as: UTF8.self)
    }
    return (replaced ?? text, found)
  }

  /// References to hidden characters that were found in a text.
  package struct HiddenReferences {
    package var first: Unicode.Scalar
    /// Of the first, in bytes.
    package var offset: Int
    package var count: Int
  }

  /// The scalar of a reference by number at `&`, and the byte after it.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
    var index = start + 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return nil }
    index += 1
    let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count, value <= 0x10_FFFF {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: digit = bytes[index] - UInt8(ascii: "A") + 10
      default: digit = .max
      }
      if digit == .max { break }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      index += 1
    }
    guard index > first, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, index < bytes.count && bytes[index] == UInt8(ascii: ";") ? index + 1 : index)
  }

  /// A plain text with its references resolved; the same string where it has none.
  package static func decoded(_ string: String) -> String {
    guard string.utf8.contains(UInt8(ascii: "&")) else { return string }
    var string = string
    return string.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "&"), let (text, end) = reference(bytes, at: index) {
          result.append(contentsOf: text.utf8)
          index = end
        } else {
          result.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
