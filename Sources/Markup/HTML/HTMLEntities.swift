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
    guard let number, number >= 0x20 || number == 10, let scalar = Unicode.Scalar(number) else { return nil }
    return (String(scalar), end + 1)
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
