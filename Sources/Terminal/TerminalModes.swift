/// The private modes that are set while the terminal is ours, as xterm's control sequences name them.
///
/// Empty for a terminal that does not understand ECMA-48, where they would be shown.
@MainActor
struct TerminalModes {
  let mouseOn: [UInt8]
  let mouseOff: [UInt8]
  private let encoding: [UInt8]
  private let pasteOn: [UInt8]
  private let pasteOff: [UInt8]

  /// - Parameter setsUnicode: for a virtual terminal of Linux (console_codes(4)): elsewhere the encoding is the user's
  ///   choice, there it may be that of the machine's start, with another locale than ours.
  init(_ capabilities: Capabilities, setsUnicode: Bool) {
    func sequence(_ text: String, if isKnown: Bool = true) -> [UInt8] {
      capabilities.isAnsi && isKnown ? Array(text.utf8) : []
    }
    // To UTF-8 (ISO/IEC 2022 §15.4.1).
    encoding = sequence("\u{1B}%G", if: setsUnicode)
    pasteOn = sequence("\u{1B}[?2004h")
    pasteOff = sequence("\u{1B}[?2004l")
    // Buttons (1000), as SGR sequences (1006), which know more than 223 columns.
    mouseOn = sequence("\u{1B}[?1002h\u{1B}[?1006h", if: capabilities.hasMouse)
    mouseOff = sequence("\u{1B}[?1006l\u{1B}[?1002l", if: capabilities.hasMouse)
  }

  func entering(withMouse isMouseWanted: Bool) -> [UInt8] { encoding + pasteOn + (isMouseWanted ? mouseOn : []) }
  var leaving: [UInt8] { mouseOff + pasteOff }
}
