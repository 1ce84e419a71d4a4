/// The private modes that are set while the terminal is ours, as xterm's control sequences name them.
///
/// Empty for a terminal that does not understand ECMA-48, where they would be shown.
@MainActor
struct TerminalModes {
  let mouseOn: [UInt8]
  let mouseOff: [UInt8]
  /// Before and after a picture that is to be seen at once as a whole, where the terminal knows that (mode 2026).
  let pictureBegins: [UInt8]
  let pictureEnds: [UInt8]
  private let encoding: [UInt8]
  private let pasteOn: [UInt8]
  private let pasteOff: [UInt8]
  private let altOn: [UInt8]
  private let altOff: [UInt8]
  private let orderOn: [UInt8]
  private let orderOff: [UInt8]
  private let groundOn: [UInt8]
  private let groundOff: [UInt8]
  private let titleOn: [UInt8]
  private let titleOff: [UInt8]
  private let isAnsi: Bool
  /// What the terminal has turned out to know, and is given back before the screen that it was set on is left.
  private(set) var keysOn: [UInt8] = []
  private var keysOff: [UInt8] = []

  /// - Parameters:
  ///   - setsUnicode: for a virtual terminal of Linux (console_codes(4)): elsewhere the encoding is the user's choice,
  ///     there it may be that of the machine's start, with another locale than ours.
  ///   - followsGround: whether the terminal is to tell when it turns to light or to dark.
  ///   - environment: what tells of the terminal beside its type.
  init(
    _ capabilities: Capabilities, terminal name: String, setsUnicode: Bool, followsGround: Bool,
    environment: (String) -> String?
  ) {
    func sequence(_ text: String, if isKnown: Bool = true) -> [UInt8] {
      capabilities.isAnsi && isKnown ? Array(text.utf8) : []
    }
    isAnsi = capabilities.isAnsi
    // To UTF-8 (ISO/IEC 2022 §15.4.1).
    encoding = sequence("\u{1B}%G", if: setsUnicode)
    pasteOn = sequence("\u{1B}[?2004h")
    pasteOff = sequence("\u{1B}[?2004l")
    // Buttons (1000), as SGR sequences (1006), which know more than 223 columns.
    mouseOn = sequence("\u{1B}[?1002h\u{1B}[?1006h", if: capabilities.hasMouse)
    mouseOff = sequence("\u{1B}[?1006l\u{1B}[?1002l", if: capabilities.hasMouse)
    // Alt sends Esc before the key, and not another letter (1036 for Meta, 1039 for Alt); what it did before is saved in
    // the terminal, since it may be the user's own choice.
    let hasAlt = TerminalKind.isEmulator(name)
    altOn = sequence("\u{1B}[?1036;1039s\u{1B}[?1036h\u{1B}[?1039h", if: hasAlt)
    altOff = sequence("\u{1B}[?1036;1039r", if: hasAlt)
    // What is written from the right comes in the order of the screen.
    let order = BidiTerminal.explicit(name, environment: environment)
    orderOn = sequence(order.on, if: hasAlt)
    orderOff = sequence(order.off, if: hasAlt)
    groundOn = sequence("\u{1B}[?2031h", if: followsGround)
    groundOff = sequence("\u{1B}[?2031l", if: followsGround)
    pictureBegins = sequence("\u{1B}[?2026h")
    pictureEnds = sequence("\u{1B}[?2026l")
    // Elsewhere a title could not be put back.
    let keepsTitles = TerminalModes.keepTitles.contains { name.hasPrefix($0) } || environment("TMUX") != nil
    titleOn = sequence("\u{1B}[22;2t", if: keepsTitles)
    titleOff = sequence("\u{1B}[23;2t", if: keepsTitles)
  }

  private static let keepTitles = [
    "xterm", "tmux", "alacritty", "foot", "wezterm", "contour", "konsole", "vte", "gnome", "mintty", "ghostty", "st-",
  ]

  /// What is sent before the first picture.
  ///
  /// - Parameter isAnew: the terminal was ours and has not been given back, so that nothing is to be saved once more.
  func entering(withMouse isMouseWanted: Bool, title: String, isAnew: Bool) -> [UInt8] {
    let saved = isAnew ? titleSequence(title) : titleOn + titleSequence(title) + altOn
    return encoding + saved + orderOn + pasteOn + groundOn + (isMouseWanted ? mouseOn : [])
  }

  /// What is sent before the screen of the program is left.
  var leaving: [UInt8] { pictureEnds + keysOff + mouseOff + groundOff + pasteOff + orderOff + altOff }

  /// What is sent behind it.
  var left: [UInt8] { titleOff }

  /// Names the window (OSC 2); nothing where that could not be taken back.
  func titleSequence(_ title: String) -> [UInt8] {
    titleOn.isEmpty || title.isEmpty ? [] : Array("\u{1B}]2;\(TerminalModes.clean(title))\u{1B}\\".utf8)
  }

  /// Without what would end the sequence or turn its letters round.
  private static func clean(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars.prefix(200) where Clipboard.isSafe(scalar) {
      kept.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return kept
  }

  /// Tells keys apart by kitty's protocol, from now on.
  ///
  /// Each has a sequence of its own where bytes are not enough (1), with what Shift makes of it (4). It holds on the screen
  /// on which it is set.
  mutating func useKeyboardProtocol() { useKeys("\u{1B}[>5u", "\u{1B}[<u") }

  /// The same by xterm's modifyOtherKeys, for keys that have no sequence of old.
  mutating func useOtherKeys() { useKeys("\u{1B}[>4;1m", "\u{1B}[>4m") }

  private mutating func useKeys(_ on: String, _ off: String) {
    guard isAnsi, keysOn.isEmpty else { return }
    (keysOn, keysOff) = (Array(on.utf8), Array(off.utf8))
  }
}
