/// What a terminal is asked about itself, and what it has said.
///
/// All is asked at once and nothing is waited for: pictures are shown as if there were no answer, and corrected when
/// there is one. What was not asked for changes nothing.
struct TerminalQuestions {
  /// What came of an answer.
  enum Finding: Equatable {
    /// The ground is known, or has become another.
    case ground
    case manyColors
    case keyboardProtocol
    case otherKeys
  }

  /// What the terminal has said.
  private(set) var isLight: Bool?
  private(set) var hasManyColors = false
  private(set) var hasSynchronizedOutput = false
  private(set) var hasKeyboardProtocol = false
  private(set) var hasOtherKeys = false
  private(set) var hasNotifications = false
  /// What it is called, as `XTerm(379)`, and never shown; empty where it does not tell.
  private(set) var name = ""

  /// Whether an answer may still be on its way.
  private(set) var isOpen = false
  /// When it was asked last, in milliseconds of `EventLoop.now`.
  private var asked: Int64 = 0
  private var awaitsGround = false
  private let asksGround: Bool
  private let asksColors: Bool
  private let asksModes: Bool
  private let isAskable: Bool

  /// - Parameters:
  ///   - name: the terminal's type, as TERM has it.
  ///   - isAnsi: whether it understands the sequences of ECMA-48.
  ///   - asksGround: whether it matters if its ground is light.
  ///   - asksColors: whether it may have more colours than its type says.
  init(
    terminal name: String, isAnsi: Bool, asksGround: Bool, asksColors: Bool, environment: (String) -> String?
  ) {
    isAskable = isAnsi && TerminalKind.isEmulator(name)
    (self.asksGround, self.asksColors) = (asksGround && isAskable, asksColors && isAskable)
    // It shows the last letter of a sequence with an intermediate.
    asksModes = isAskable && environment("TERM_PROGRAM") != "Apple_Terminal"
  }

  /// Whether the terminal tells by itself when it turns to light or to dark.
  var followsGround: Bool { asksGround }

  /// The bytes that ask for all of it; none where the terminal is none to be asked.
  mutating func ask(now: Int64) -> [UInt8] {
    guard isAskable else { return [] }
    (isOpen, asked, awaitsGround) = (true, now, asksGround)
    // Some take the question for kitty's protocol (CSI ? u) as one to restore the cursor: to where it is.
    var text = "\u{1B}7"
    if asksGround { text += TerminalQuestions.ground }
    if asksColors { text += "\u{1B}]4;255;?\u{1B}\\" }
    if asksModes { text += "\u{1B}[>0q\u{1B}[?\(TerminalQuestions.synchronizedOutput)$p" }
    text += "\u{1B}]99;i=\(TerminalQuestions.identifier):p=?;\u{1B}\\\u{1B}[?u" + TerminalQuestions.end
    return Array(text.utf8)
  }

  private static let synchronizedOutput = 2026
  private static let identifier = "plenary"
  private static let ground = "\u{1B}]11;?\u{1B}\\"
  private static let end = "\u{1B}[c"

  /// Whether an Esc may be the first byte of an answer: soon after the question only, since it delays the key.
  func expectsSoon(now: Int64) -> Bool { isOpen && now - asked < 2_000 }

  /// Whether an answer may stand in the middle of pasted text.
  var mayInterrupt: Bool { isOpen || asksGround }

  /// Takes an answer; what is to be asked because of it comes back too.
  mutating func take(_ answer: TerminalAnswer, now: Int64) -> (finding: Finding?, question: [UInt8]) {
    switch answer {
    case .scheme(let isLight):
      guard asksGround else { break }
      // The colour itself says more than the name of the scheme.
      var question: [UInt8] = []
      if !isOpen {
        (isOpen, asked, awaitsGround) = (true, now, true)
        question = Array((TerminalQuestions.ground + TerminalQuestions.end).utf8)
      }
      return (set(isLight: isLight), question)
    case .background(let red, let green, let blue):
      // GNU screen asks the terminal around it, and says what that answers behind its own answers.
      guard awaitsGround else { break }
      awaitsGround = false
      // Weights of ITU-R BT.601 for luma.
      return (set(isLight: 299 * red + 587 * green + 114 * blue >= 127_500), [])
    case _ where !isOpen: break
    case .attributes: isOpen = false
    case .paletteColor(255):
      guard asksColors, !hasManyColors else { break }
      hasManyColors = true
      return (.manyColors, [])
    case .mode(TerminalQuestions.synchronizedOutput, let isKnown): hasSynchronizedOutput = isKnown
    case .keyboardProtocol:
      guard !hasKeyboardProtocol else { break }
      hasKeyboardProtocol = true
      return (.keyboardProtocol, [])
    case .name(let name):
      guard self.name.isEmpty else { break }
      self.name = name
      guard ["XTerm(", "mintty "].contains(where: name.hasPrefix) else { break }
      hasOtherKeys = true
      return (.otherKeys, [])
    case .notifications(TerminalQuestions.identifier): hasNotifications = true
    case .paletteColor, .mode, .notifications: break
    }
    return (nil, [])
  }

  private mutating func set(isLight: Bool) -> Finding? {
    guard self.isLight != isLight else { return nil }
    self.isLight = isLight
    return .ground
  }
}
