/// The sequence by which a terminal shows a notification on the desktop, where it is known to take one.
enum DesktopNotification {
  /// Scalars that are more than a notification shows.
  private static let limit = 200

  /// OSC 99 where the terminal has said that it takes it; else OSC 9 (iTerm2, kitty, WezTerm, Ghostty, ConEmu) or OSC 777 (rxvt, foot); nil for a terminal of another name, which
  /// might show the words as text.
  static func sequence(
    _ title: String, _ text: String, isKnown: Bool = false, environment: (String) -> String?
  ) -> [UInt8]? {
    if isKnown {
      // Title and text in parts, of which the last is shown with all before it.
      return Array(
        "\u{1B}]99;i=plenary:d=0;\(clean(title))\u{1B}\\\u{1B}]99;i=plenary:p=body;\(clean(text))\u{1B}\\".utf8)
    }
    let program = environment("TERM_PROGRAM") ?? ""
    let terminal = environment("TERM") ?? ""
    // Inside of these, what is sent does not reach the terminal as it is.
    if environment("TMUX") != nil || environment("STY") != nil { return nil }
    if ["iTerm.app", "WezTerm", "ghostty"].contains(program) || terminal.hasPrefix("xterm-kitty")
      || terminal.hasPrefix("xterm-ghostty")
    {
      return Array("\u{1B}]9;\(clean(title)): \(clean(text))\u{1B}\\".utf8)
    }
    if terminal.hasPrefix("rxvt-unicode") || terminal.hasPrefix("foot") {
      return Array("\u{1B}]777;notify;\(clean(title));\(clean(text))\u{1B}\\".utf8)
    }
    return nil
  }

  /// Without what would end the sequence or part its fields.
  private static func clean(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.value {
      case ..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: continue
      case 0x3B: kept += ","
      default: kept.unicodeScalars.append(scalar)
      }
    }
    return kept
  }
}
