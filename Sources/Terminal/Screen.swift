import CPosix
public import Cells
import Glibc

/// The terminal as a picture that is presented and inputs that are read.
///
/// There is one at a time. Nothing here waits for the terminal: output that it does not take at once is sent when it does,
/// and a picture presented meanwhile replaces the one presented before it. Call `adoptLocale()` first, and `close()` at
/// the end, on every way out.
@MainActor
public final class Screen {
  /// Columns and rows as of the start, the last `resized()` or the last `resume()`.
  public private(set) var size: Size
  public var colorDepth: ColorDepth { canvas.depth }
  /// Whether characters outside ASCII are shown as they are; else each is replaced by one of ASCII that resembles it.
  public let usesUnicode: Bool

  let device: Device
  private let canvas: Canvas
  private let wantsMouse: Bool
  private var decoder: InputDecoder
  private var queue = OutputQueue()
  private var shown: CellBuffer
  private var needsRepaint = true
  private var waiting: (buffer: CellBuffer, cursor: Point?)?
  private var last: (buffer: CellBuffer, cursor: Point?)?
  private var hasMouse: Bool
  private(set) var isGone = false
  private var isSuspended = false
  private var isClosed = false

  /// Takes the terminal over. Nothing has been sent to it, nor its modes changed, where this fails.
  public init(options: ScreenOptions) throws(ScreenError) {
    let device = try Device()
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let size = device.size
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    do {
      canvas = try Canvas(terminal: name, size: size, colors: options.colors ?? (noColor ? ColorDepth.none : nil))
    } catch {
      device.close()
      throw error
    }
    self.device = device
    self.size = size
    usesUnicode = localeIsUnicode && !options.ascii
    wantsMouse = options.mouse
    hasMouse = options.mouse
    shown = CellBuffer(size: size)
    decoder = InputDecoder()
    enter()
  }

  private func enter() {}

  /// Shows the buffer, and the cursor at that place; nil hides it. Only what differs from the last picture is sent. What
  /// lies outside the screen is left out, what the buffer does not cover is blank.
  public func present(_ buffer: CellBuffer, cursor: Point?) {}
  /// Everything that has been typed, clicked or pasted and is complete, without waiting.
  public func readInputs() -> [Input] { [] }
  /// Asks the terminal for its size after `TerminalSignal.resize` and takes it. The next picture is sent whole.
  public func resized() -> Size { size }
  /// Sends the last picture anew, for a screen that another program has written on.
  public func redraw() {}
  /// Gives the terminal back to the shell or to a program that we start.
  public func suspend() {}
  /// Takes the terminal over again after `suspend()`, at the size it has now, and shows the last picture.
  public func resume() {}
  /// Stops the whole job as Ctrl-Z does elsewhere, and returns when it goes on.
  public func suspendProcess() {}
  public func setMouse(_ on: Bool) {}
  public func bell() {}
  /// Puts text into the clipboard of the terminal (OSC 52), which may ignore it.
  public func copyToClipboard(_ text: String) {}
  /// Gives the terminal back for good. Calling it again does nothing.
  public func close() {}
}
