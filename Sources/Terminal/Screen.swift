public import Cells
import Glibc

/// The terminal as a picture that is presented and inputs that are read.
///
/// There is one at a time. Nothing here waits for the terminal: output that it does
/// not take at once is sent when it does, and of the pictures presented meanwhile only the newest is sent. Call
/// `adoptLocale()` first, and `close()` at the end, on every way out.
@MainActor
public final class Screen {
  /// Columns and rows as of the start, the last `resized()` or the last `resume()`; at most `CellBuffer.largest`.
  public private(set) var size: Size
  /// How many colours are shown; styles that ask for more get the nearest.
  ///
  /// It grows when the terminal turns out to have more than its type says, as `EventLoop.Event.appearance` tells.
  public private(set) var colorDepth: ColorDepth
  /// Whether characters outside ASCII are shown as they are; else each is replaced by one of ASCII that resembles it.
  public let usesUnicode: Bool
  /// Which parts of a cell are shown filled.
  public let blocks: BlockSigns

  /// Whether the terminal has been closed, so that nothing can be shown or read any more.
  private(set) var isGone = false
  let device: Device
  let signals: Signals

  private var painter: Painter
  private let capabilities: Capabilities
  private var modes: TerminalModes
  private var questions: TerminalQuestions
  /// Whether what was answered changes how things are to look, and nobody has been told yet.
  private var hasNewAppearance = false
  private var title = ""
  /// The terminal's type.
  private let name: String
  private let font: ConsoleFont?
  private var decoder: InputDecoder
  private var queue = OutputQueue()
  /// What takes the terminal over, beside what its first picture begins with; nil once it has been sent.
  ///
  /// It goes out with the first picture: a terminal that is woken for it alone takes the processor just when the
  /// picture is made, and one that nothing is ever shown on is left as it was.
  private var greeting: [UInt8]?
  /// Whether it goes to a terminal that was ours all the time.
  private var isGreetingAnew = false
  private let errors = ErrorOutput()
  private var picture: (buffer: CellBuffer, cursor: Point?)?
  private var isPictureWaiting = false
  private var isMouseWanted: Bool
  /// Whether the terminal has been taken over and not yet given back.
  private var isEntered = false
  private var isSuspended = false
  private var isClosed = false

  /// Takes the terminal over.
  ///
  /// The terminal is the one of standard input and output, its type that of TERM. Where this fails nothing has been sent
  /// to it, nor have its modes been changed. From here on signals are events of the `EventLoop`.
  public init(options: ScreenOptions) throws(ScreenError) {
    let device = try Device()
    device.findModes()
    // Before ncurses is opened, which otherwise sets handlers of its own.
    let signals = Signals()
    let size = device.size
    let type = Self.environment("TERM") ?? ""
    var name = TerminalKind.name(type, environment: Self.environment)
    if name != type, (try? Capabilities(terminal: name)) == nil { name = type }
    let codeset = localeCodeset
    let isLinuxConsole = name.hasPrefix("linux")
    let limit = options.colors ?? (Self.environment("NO_COLOR") == nil ? nil : ColorDepth.none)
    let isUnicode = codeset == "UTF-8" && !options.ascii
    do throws(ScreenError) {
      capabilities = try Capabilities(terminal: name)
      font = isUnicode && isLinuxConsole ? ConsoleFont(of: device.output) : nil
      blocks = BlockSigns(isUnicode: isUnicode, font: font, isLinuxConsole: isLinuxConsole)
      let found = capabilities.depth
      colorDepth = min(found, limit ?? found)
      painter = Painter(
        try Canvas(terminal: name, size: size, depth: colorDepth, ascii: !isUnicode, font: font), size: size,
        bidi: BidiTerminal.of(type, environment: Self.environment))
    } catch {
      device.close()
      signals.close()
      throw error
    }
    self.device = device
    self.signals = signals
    self.size = size
    usesUnicode = isUnicode
    self.name = name
    questions = TerminalQuestions(
      terminal: name, isAnsi: capabilities.isAnsi, asksGround: options.asksGround,
      asksColors: colorDepth < .full256 && colorDepth != .none && limit == nil,
      environment: Self.environment)
    modes = TerminalModes(
      capabilities, terminal: name, setsUnicode: isLinuxConsole && isUnicode, followsGround: questions.followsGround,
      environment: Self.environment)
    decoder = InputDecoder(
      keys: capabilities.keys, isControlHBackspace: capabilities.isControlHBackspace || device.isControlHErase,
      codeset: codeset)
    isMouseWanted = options.mouse
    enter()
  }

  /// Nil where it is unset or empty.
  private static func environment(_ name: String) -> String? {
    getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
  }

  // MARK: - Showing

  /// Shows the buffer, and the cursor at that place; nil hides it.
  ///
  /// Only what differs from the picture before is sent. What lies outside the screen is left out, what the buffer does
  /// not cover is blank.
  public func present(_ buffer: CellBuffer, cursor: Point?) {
    picture = (buffer, cursor)
    isPictureWaiting = true
    drain()
  }

  /// Sends the last picture anew, for a screen that another program has written on.
  public func redraw() {
    painter.invalidate()
    isPictureWaiting = picture != nil
    drain()
  }

  /// Sends the next picture whole, but without a flicker: nothing is cleared, and what others have written, such as the
  /// kernel on a console, is painted over.
  public func paintOver() { painter.paintOver() }

  /// Asks the terminal for its size after `TerminalSignal.resize`, and takes it.
  ///
  /// The next picture is then sent whole, also when the size is the same again: the terminal may have cut what it
  /// showed in between.
  @discardableResult
  public func resized() -> Size {
    size = device.size
    painter.resize(to: size)
    return size
  }

  /// Names the terminal's window, until the terminal is given back; nothing where the name could not be taken back.
  ///
  /// Controls are left out, and so is what is over 200 characters.
  public func setTitle(_ title: String) {
    let title = usesUnicode ? title : AsciiFallback.text(title)
    guard title != self.title else { return }
    self.title = title
    if greeting == nil { send(modes.titleSequence(title)) } else { greet(isAnew: isGreetingAnew) }
  }

  /// Whether the ground of the terminal is light; nil where it has not told.
  public var isLight: Bool? { questions.isLight }

  /// Rings.
  public func bell() { send(painter.canvas.bell()) }

  /// Puts text into the clipboard of the terminal (OSC 52 of xterm), which may ignore it.
  ///
  /// Control characters other than the end of a line and the tab are left out. False where the terminal is not known to
  /// take it, or the text is over `Clipboard.limit` and was cut.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard capabilities.isAnsi else { return false }
    let (sequence, isWhole) = Clipboard.sequence(for: text)
    send(sequence)
    let type = Self.environment("TERM") ?? ""
    return isWhole && Clipboard.isKnown(by: questions.name, type: type, environment: Self.environment)
  }

  /// Bytes of another program as pasted text: line ends as LF, no other controls than tabs.
  public nonisolated static func pasted(_ bytes: [UInt8]) -> String { PasteCollector.text(of: bytes) }

  /// What of a text is safe to be pasted anywhere, as much as is handed over, and whether that is all of it.
  public nonisolated static func copyable(_ text: String) -> (text: String, isWhole: Bool) {
    let (bytes, isWhole) = Clipboard.cleaned(text)
    return (String(decoding: bytes, as: UTF8.self), isWhole)
  }

  /// Shows a notification on the desktop, where the terminal is known to; false where it is not.
  public func notify(_ title: String, _ text: String, environment: (String) -> String?) -> Bool {
    guard capabilities.isAnsi,
      let sequence = DesktopNotification.sequence(
        title, text, isKnown: questions.hasNotifications, environment: environment)
    else { return false }
    send(sequence)
    return true
  }

  /// Whether the terminal has not yet taken all that there is to show.
  var isOutputWaiting: Bool { !isGone && (!queue.isEmpty || isPictureWaiting) }

  /// To be told when poll has found the terminal closed.
  func terminalClosed() { isGone = true }

  /// Sends as much as the terminal takes at once, and paints when it has taken everything.
  func drain() {
    guard !isSuspended, !isClosed else { return }
    while !isGone {
      guard queue.drain(device.write) else {
        isGone = true
        return
      }
      guard queue.isEmpty, isPictureWaiting, let picture else { return }
      isPictureWaiting = false
      let isAtOnce = questions.hasSynchronizedOutput && painter.isWhole
      let painted = painter.paint(picture.buffer, cursor: picture.cursor)
      queue.append((greeting ?? []) + (isAtOnce ? modes.pictureBegins + painted + modes.pictureEnds : painted))
      // What holds on this screen alone, now that it is entered.
      if greeting != nil { queue.append(modes.keysOn) }
      greeting = nil
    }
  }

  private func send(_ bytes: [UInt8]) {
    guard !isSuspended, !isClosed, !isGone, queue.count < Self.mostWaiting else { return }
    queue.append(bytes)
    drain()
  }

  /// A terminal that takes nothing must not fill the memory.
  private static let mostWaiting = 4 << 20

  // MARK: - Reading

  /// Everything that has been typed, clicked or pasted and is complete, without waiting.
  ///
  /// Escape sequences that mean nothing here are swallowed whole. A lone Esc is complete after 25 ms.
  public func readInputs() -> [Input] {
    // A flood must not keep the caller from painting: what is left is read next time.
    defer { takeAnswers() }
    for _ in 0..<16 {
      decoder.isAnswerDue = questions.expectsSoon(now: EventLoop.now)
      decoder.mayBeInterrupted = questions.mayInterrupt
      switch device.read() {
      case .bytes(let bytes):
        decoder.feed(bytes, now: EventLoop.now)
      case .nothing:
        decoder.expire(now: EventLoop.now)
        return decoder.removeInputs()
      case .gone:
        isGone = true
        return decoder.removeInputs()
      }
    }
    return decoder.removeInputs()
  }

  /// Takes what the terminal has said of itself.
  private func takeAnswers() {
    for answer in decoder.removeAnswers() {
      let (finding, question) = questions.take(answer, now: EventLoop.now)
      if !question.isEmpty { send(question) }
      switch finding {
      case .ground: hasNewAppearance = true
      case .manyColors: deepen()
      case .keyboardProtocol:
        modes.useKeyboardProtocol()
        adoptKeys()
      case .otherKeys:
        modes.useOtherKeys()
        adoptKeys()
      case nil: break
      }
    }
  }

  private func adoptKeys() {
    guard !isSuspended, !isClosed, isEntered else { return }
    arm()
    if greeting == nil { send(modes.keysOn) }
  }

  /// Shows as many colours as the terminal has turned out to have.
  private func deepen() {
    guard !isSuspended, !isClosed, colorDepth < .full256,
      (try? Capabilities(terminal: TerminalKind.manyColored(name))) != nil
    else { return }
    // ncurses has one screen at a time: the old one is closed before the new one is opened.
    queue.append(painter.canvas.leave())
    painter.canvas.close()
    guard
      let canvas = try? Canvas(
        terminal: TerminalKind.manyColored(name), size: size, depth: .full256, ascii: !usesUnicode, font: font)
    else {
      // There is nothing any more to show pictures with.
      isGone = true
      return
    }
    painter = Painter(canvas, size: size, bidi: painter.bidi)
    colorDepth = .full256
    hasNewAppearance = true
    isPictureWaiting = picture != nil
    drain()
  }

  /// Whether something has been learned since the last time of how things are to look.
  func takeNewAppearance() -> Bool {
    defer { hasNewAppearance = false }
    return hasNewAppearance
  }

  /// When `readInputs` will have more even if nothing is typed: in milliseconds of `EventLoop.now`.
  var inputDeadline: Int64? { decoder.deadline }

  // MARK: - Coming and going

  /// Gives the terminal back for a while, to the shell or to a program that we start.
  public func suspend() {
    guard !isSuspended, !isClosed else { return }
    leave()
    isSuspended = true
  }

  /// Takes the terminal over again, at the size that it has now, and shows the last picture.
  ///
  /// For after `suspend()`, and for `TerminalSignal.resume`: whoever stopped us may have changed the terminal.
  public func resume() {
    guard !isClosed, !isGone else { return }
    // Makes ncurses enter the alternate screen once more; where we have not left it, the terminal need not know.
    if isSuspended {
      device.findModes()
      isSuspended = false
      // A Ctrl-C was meant for the program that had the terminal, though the kernel has told both.
      signals.forget(.interrupt)
    } else {
      _ = painter.canvas.leave()
    }
    _ = resized()
    enter()
    redraw()
  }

  /// Stops the whole job, as Ctrl-Z does elsewhere, and returns when it goes on, with the terminal taken over again.
  ///
  /// Returns at once where nobody could wake us: in an orphaned process group, or when SIGTSTP was ignored at the start.
  public func suspendProcess() {
    guard !isClosed, !isGone else { return }
    suspend()
    Signals.stopJob()
    // Continued only to be ended, as a shell does it with a stopped job: taking the terminal would stop us once more.
    if Signals.isEnding, !device.isForeground { return }
    resume()
  }

  /// Lends the terminal to another program, waits for its end, and takes the terminal over again.
  ///
  /// Of a signal to end that comes meanwhile the guest is told, and it is an event of the loop afterwards.
  public func lend(to path: String, _ arguments: [String]) -> GuestEnding {
    guard !isClosed, !isGone else { return .abandoned }
    suspend()
    let ending = Guest(signals: signals).run(path, arguments)
    // One that has crashed leaves its own modes behind, which are nobody's wish.
    if ending != .abandoned { device.restore() }
    if ending != .abandoned { resume() }
    return ending
  }

  /// Captures the mouse, or leaves it to the terminal for selecting text.
  public func captureMouse(_ on: Bool) {
    isMouseWanted = on
    send(on ? modes.mouseOn : modes.mouseOff)
  }

  /// Gives the terminal back for good; a second call does nothing.
  ///
  /// A terminal that takes no output is waited for half a second. From here on signals do what they do by default.
  public func close() {
    guard !isClosed else { return }
    if !isSuspended { leave() }
    isClosed = true
    painter.canvas.close()
    device.close()
    signals.close()
  }

  /// Sets the modes before it sends anything: from the background that stops us until the terminal is ours.
  private func enter() {
    device.makeRaw()
    errors.capture()
    arm()
    greet(isAnew: isEntered)
    isEntered = true
  }

  private func arm() {
    CrashGuard.arm(
      descriptor: device.output, modes: device.found, reset: modes.leaving + capabilities.reset + modes.left,
      errors: errors.memory)
  }

  private func greet(isAnew: Bool) {
    isGreetingAnew = isAnew
    greeting =
      modes.entering(withMouse: isMouseWanted, title: title, isAnew: isAnew) + questions.ask(now: EventLoop.now)
  }

  /// From the background the terminal is left alone, since it belongs to another job.
  private func leave() {
    let farewell = greeting == nil ? modes.leaving + painter.canvas.leave() + modes.left : []
    greeting = nil
    isEntered = false
    if !isGone, device.isForeground {
      send(farewell)
      let end = EventLoop.now + 500
      while !isGone, !queue.isEmpty, EventLoop.now < end {
        device.waitForOutput(milliseconds: Int32(max(1, end - EventLoop.now)))
        isGone = !queue.drain(device.write)
      }
      device.restore()
    }
    queue.removeAll()
    isPictureWaiting = false
    CrashGuard.disarm()
    errors.release()
  }
}

/// What the user asked of the screen.
public struct ScreenOptions: Sendable {
  /// The colours to use at most; nil takes what terminfo and NO_COLOR (https://no-color.org) say.
  ///
  /// A depth that the terminal does not have is lowered to the one that it has.
  public var colors: ColorDepth?
  /// Shows ASCII only, whatever the locale.
  public var ascii: Bool
  /// Whether the mouse is captured from the start.
  public var mouse: Bool
  /// Whether the terminal is asked if its ground is light: `EventLoop.Event.appearance` tells when it has answered.
  public var asksGround: Bool

  public init(colors: ColorDepth? = nil, ascii: Bool = false, mouse: Bool = true, asksGround: Bool = true) {
    (self.colors, self.ascii, self.mouse, self.asksGround) = (colors, ascii, mouse, asksGround)
  }
}
