import CPosix
import Cells
import Glibc

/// The terminal as the kernel knows it: two descriptors, modes and a size.
///
/// Both descriptors are opened anew, so that they can be made not to block without changing those of the shell, which
/// shares standard input and output with us.
@MainActor
final class Device {
  enum Read: Equatable {
    case bytes([UInt8])
    case nothing
    case gone
  }

  let input: Int32
  let output: Int32
  /// The modes found when the terminal was last taken over, which `restore` puts back.
  private(set) var found: termios

  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65536)
  private var isClosed = false

  /// Fails where standard input or output is not a terminal.
  init() throws(ScreenError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    found = termios()
    guard tcgetattr(STDIN_FILENO, &found) == 0 else { throw .system(code: errno) }
    input = try Self.open(STDIN_FILENO, O_RDONLY)
    do {
      output = try Self.open(STDOUT_FILENO, O_WRONLY)
    } catch {
      Glibc.close(input)
      throw error
    }
  }

  /// `/dev/tty` may be opened by a user to whom the terminal does not belong (after su), but only means our terminal
  /// where that controls our session.
  private static func open(_ descriptor: Int32, _ access: Int32) throws(ScreenError) -> Int32 {
    let flags = access | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    if tcgetsid(descriptor) == getsid(0) {
      let tty = plenary_open("/dev/tty", flags)
      if tty >= 0 { return tty }
    }
    let again = plenary_open("/proc/self/fd/\(descriptor)", flags)
    if again >= 0 { return again }
    throw .system(code: errno)
  }

  /// Columns and rows.
  ///
  /// A terminal that does not know its size, such as a serial line, has 80x24; more than `CellBuffer.largest` is not used.
  var size: Size {
    var size = winsize()
    guard plenary_window_size(output, &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return Size(width: 80, height: 24)
    }
    let largest = CellBuffer.largest
    return Size(width: min(Int(size.ws_col), largest.width), height: min(Int(size.ws_row), largest.height))
  }

  /// Whether the user has set Ctrl-H to erase, because the Backspace key sends it.
  var isControlHErase: Bool { found.c_cc.2 == 0x08 }

  /// Whether we are the ones who may change the terminal now.
  ///
  /// False only where another process group is known to be in the foreground.
  var isForeground: Bool {
    let group = tcgetpgrp(input)
    return group < 0 || group == getpgrp()
  }

  /// Notes the modes that the terminal has now, as those to go back to.
  ///
  /// From the background this first stops the process until it is brought to the foreground, as the modes there are are
  /// those of somebody else, such as a shell that edits its line. In an orphaned process group nothing can stop us.
  func findModes() {
    if !isForeground { raise(SIGTTOU) }
    var modes = termios()
    if tcgetattr(input, &modes) == 0 { found = modes }
  }

  /// Every byte comes and goes as it is: no echo, no lines, no signals from keys, no translation of line ends.
  ///
  /// From the background this too stops the process until it is brought to the foreground.
  func makeRaw() {
    var modes = found
    modes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON | IXOFF | PARMRK | INPCK)
    modes.c_oflag &= ~tcflag_t(OPOST)
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | ISIG | IEXTEN)
    modes.c_cflag = (modes.c_cflag & ~tcflag_t(CSIZE | PARENB)) | tcflag_t(CS8)
    apply(modes)
  }

  /// Puts the modes found at the start back.
  func restore() { apply(found) }

  private func apply(_ modes: termios) {
    var modes = modes
    // TCSANOW: waiting for the output to drain could take for ever.
    while tcsetattr(input, TCSANOW, &modes) != 0 && errno == EINTR {}
  }

  /// What has been typed, without waiting.
  ///
  /// An interrupted read is repeated.
  func read() -> Read {
    while true {
      let count = Glibc.read(input, buffer.baseAddress, buffer.count)
      if count > 0 { return .bytes([UInt8](buffer[..<count])) }
      if count == 0 { return .gone }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .nothing
      default: return .gone
      }
    }
  }

  /// How many of the bytes the terminal took, without waiting; nil once it is gone.
  func write(_ bytes: ArraySlice<UInt8>) -> Int? {
    while true {
      let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: return 0
      default: return nil
      }
    }
  }

  /// Waits until the terminal takes output again, at most so long.
  func waitForOutput(milliseconds: Int32) {
    var waiting = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    poll(&waiting, 1, milliseconds)
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    Glibc.close(input)
    Glibc.close(output)
    buffer.deallocate()
  }
}

/// Bytes that the terminal has not taken yet, in their order.
struct OutputQueue {
  private var bytes: [UInt8] = []
  private var sent = 0

  var isEmpty: Bool { sent == bytes.count }
  var count: Int { bytes.count - sent }

  mutating func append(_ more: [UInt8]) {
    if isEmpty {
      bytes = more
      sent = 0
    } else {
      bytes += more
    }
  }

  /// Lets `write` take from the front, which says how many bytes it took, until it takes none or is nil for good.
  ///
  /// False once it is nil.
  mutating func drain(_ write: (ArraySlice<UInt8>) -> Int?) -> Bool {
    while !isEmpty {
      guard let count = write(bytes[sent...]) else { return false }
      if count == 0 { break }
      sent += count
    }
    if isEmpty { removeAll() }
    return true
  }

  mutating func removeAll() {
    bytes = []
    sent = 0
  }
}

/// Why there is no screen.
public enum ScreenError: Error, Equatable, Sendable {
  /// Standard input or standard output is not a terminal.
  case noTerminal
  /// Terminfo has no entry of that name, which is empty where TERM is not set.
  case unknownTerminal(String)
  /// The terminal of that name cannot move its cursor.
  case dumbTerminal(String)
  /// The terminal or the memory behind the screen refused, with this `errno`.
  case system(code: Int32)
}
