/// The sequence that hands text to the terminal's clipboard: OSC 52 of xterm's control sequences.
enum Clipboard {
  /// Bytes of UTF-8 that are handed over at most: several terminals take no sequence over 100,000 bytes, and Base64 makes
  /// four bytes of three.
  static let limit = 74_000

  /// The sequence, and whether it holds the text to its end.
  static func sequence(for text: String) -> (bytes: [UInt8], isWhole: Bool) {
    let (clean, isWhole) = cleaned(text)
    return (wrapped(clean), isWhole)
  }

  /// What is safe of a text, as much as is handed over, and whether that is all of it.
  static func cleaned(_ text: String) -> (bytes: [UInt8], isWhole: Bool) {
    var clean: [UInt8] = []
    for scalar in text.unicodeScalars where isSafe(scalar) {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      guard clean.count + bytes.count <= limit else { return (clean, false) }
      clean += bytes
    }
    return (clean, true)
  }

  /// Whether a terminal is known to take text from programs unless its user has forbidden it.
  ///
  /// Of the others some do not know the sequence (VTE, rxvt), others take it only where that is allowed (xterm, mlterm,
  /// st, iTerm2), and none of them tells.
  static func isKnown(by name: String, type: String, environment: (String) -> String?) -> Bool {
    if environment("STY") != nil || environment("TMUX") != nil { return false }
    let names = ["kitty", "WezTerm", "foot", "ghostty", "contour", "rio"]
    return names.contains { name.hasPrefix($0) || environment("TERM_PROGRAM") == $0 }
      || ["xterm-kitty", "xterm-ghostty", "wezterm", "foot", "alacritty", "contour"].contains(where: type.hasPrefix)
      || environment("ALACRITTY_WINDOW_ID") != nil || environment("WT_SESSION") != nil
  }

  /// Text that somebody pastes into a shell must be what it seems: no controls, nothing invisible that reorders.
  static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case ..<0x20, 0x7F..<0xA0: false
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: false
    default: true
    }
  }

  private static func wrapped(_ bytes: [UInt8]) -> [UInt8] {
    Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for index in 0..<3 { value = value << 8 | (index < group.count ? Int(group[start + index]) : 0) }
      for index in 0..<4 {
        let isPadding = index > group.count
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[value >> (18 - 6 * index) & 63])
      }
    }
    return result
  }
}
