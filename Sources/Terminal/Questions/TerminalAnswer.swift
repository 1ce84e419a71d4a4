/// What a terminal says of itself when it is asked, or when it has changed.
enum TerminalAnswer: Equatable {
  /// The colour of its ground (OSC 11): red, green and blue from 0 to 255.
  case background(red: Int, green: Int, blue: Int)
  /// It has a colour of that number (OSC 4).
  case paletteColor(Int)
  /// It has turned to light or to dark, as it tells where mode 2031 is set (CSI ? 997).
  case scheme(isLight: Bool)
  /// Whether it knows a private mode and lets it be changed (DECRPM).
  case mode(Int, isKnown: Bool)
  /// It speaks kitty's keyboard protocol.
  case keyboardProtocol
  /// What it is called, with its version (XTVERSION).
  case name(String)
  /// It shows notifications that come as OSC 99, asked under that identifier.
  case notifications(String)
  /// What it can do (DA1), which every terminal answers: so it is asked for last, as the end of waiting.
  case attributes
}

extension TerminalAnswer {
  /// A control sequence with a private prefix; nil where it means nothing here.
  init?(parameters: ArraySlice<UInt8>, final: UInt8) {
    guard parameters.first == UInt8(ascii: "?") else { return nil }
    let isReport = parameters.last == UInt8(ascii: "$")
    let inner = parameters.dropFirst().dropLast(isReport ? 1 : 0)
    guard inner.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let values = KeyCode.numbers(inner)
    switch (Unicode.Scalar(final), isReport, values.count) {
    case ("c", false, 1...): self = .attributes
    case ("u", false, 1): self = .keyboardProtocol
    case ("n", false, 2) where values[0] == 997 && (1...2).contains(values[1]): self = .scheme(isLight: values[1] == 2)
    case ("y", true, 2): self = .mode(values[0], isKnown: (1...2).contains(values[1]))
    default: return nil
    }
  }

  /// A string: OSC behind `]`, DCS behind `P`, without introducer and end; nil where it means nothing here.
  init?(string: ArraySlice<UInt8>, introducer: Unicode.Scalar) {
    if introducer == "P" {
      guard string.starts(with: [0x3E, 0x7C]), string.count <= TerminalAnswer.longestName else { return nil }
      self = .name(String(decoding: string.dropFirst(2), as: UTF8.self))
      return
    }
    guard introducer == "]" else { return nil }
    let fields = string.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let number = fields.first.flatMap { KeyCode.number($0) }
    switch (number, fields.count) {
    case (11, 2):
      guard let (red, green, blue) = TerminalAnswer.color(fields[1]) else { return nil }
      self = .background(red: red, green: green, blue: blue)
    case (4, 3):
      guard let index = KeyCode.number(fields[1]), TerminalAnswer.color(fields[2]) != nil else { return nil }
      self = .paletteColor(index)
    case (99, 3...):
      let keys = fields[1].split(separator: UInt8(ascii: ":")).map { String(decoding: $0, as: UTF8.self) }
      guard keys.contains("p=?"), let name = keys.first(where: { $0.hasPrefix("i=") }) else { return nil }
      self = .notifications(String(name.dropFirst(2)))
    default: return nil
    }
  }

  private static let longestName = 80

  /// `rgb:r/g/b` and `rgba:r/g/b/a` with one to four digits each, `#rrggbb` and its longer forms (XParseColor).
  private static func color(_ text: ArraySlice<UInt8>) -> (Int, Int, Int)? {
    var parts: [ArraySlice<UInt8>]
    if text.first == UInt8(ascii: "#") {
      let digits = text.dropFirst()
      let length = digits.count / 3
      guard digits.count % 3 == 0, length > 0 else { return nil }
      parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
    } else {
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let kind = String(decoding: text[..<colon], as: UTF8.self)
      parts = text[(colon + 1)...].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard kind == "rgb" && parts.count == 3 || kind == "rgba" && parts.count == 4 else { return nil }
    }
    let values = parts.prefix(3).compactMap(level)
    return values.count == 3 ? (values[0], values[1], values[2]) : nil
  }

  /// 0 to 255; nil where it is no number of one to four hexadecimal digits.
  private static func level(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    return value * 255 / (1 << (4 * digits.count) - 1)
  }
}

/// The form of strings that terminals send (OSC, DCS, APC), as far as it tells an answer from keys.
enum AnswerForm {
  /// Whether a byte may stand in a string that has begun so; the introducer is not among its bytes.
  ///
  /// Colours have few letters. So a key that is pressed while the rest of an answer is missing ends it, and is a key.
  static func admits(_ byte: UInt8, in string: ArraySlice<UInt8>, introducer: Unicode.Scalar) -> Bool {
    guard byte >= 0x20, byte != 0x7F else { return false }
    guard introducer == "]", let end = string.firstIndex(of: UInt8(ascii: ";")),
      let number = KeyCode.number(string[..<end]),
      number == 4 || (10...19).contains(number)
    else { return true }
    switch Unicode.Scalar(byte) {
    case "0"..."9", "a"..."f", "A"..."F", "r", "g", ":", "/", ";", "#": return true
    default: return false
    }
  }

  /// Whether these bytes can only be the beginning of an answer: no key begins so.
  static func isBegun(by bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2, bytes.first == 0x1B else { return false }
    let (second, third) = (Unicode.Scalar(bytes[bytes.startIndex + 1]), bytes[bytes.startIndex + 2])
    return second == "[" ? third == UInt8(ascii: "?") || third == UInt8(ascii: ">") : isString(second, third)
  }

  /// Whether an introducer and the byte behind it begin a string that terminals send; else they are Alt and a letter.
  static func isString(_ introducer: Unicode.Scalar, _ first: UInt8) -> Bool {
    switch introducer {
    // Numbers, and the titles that a terminal reports back.
    case "]": (0x30...0x39).contains(first) || "lLI".utf8.contains(first)
    case "P": (0x30...0x39).contains(first) || "!$+>".utf8.contains(first)
    case "_": first == UInt8(ascii: "G")
    default: false
    }
  }
}
