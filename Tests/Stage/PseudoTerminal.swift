import CPosix
import CVTerm
public import Cells
import Glibc

/// A pseudo-terminal with a program on it, whose controlling terminal it is.
///
/// The program is killed with this object. Several may exist side by side: no descriptor of one leaks into the program
/// of another, so that closing the master hangs the terminal up.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Exit: Hashable {
    case status(Int)
    case signal(Int32)
  }

  /// What a test could not set up.
  public struct Failure: Error, CustomStringConvertible {
    public var operation: String
    public var code: Int32

    public init(operation: String, code: Int32) { (self.operation, self.code) = (operation, code) }

    public var description: String { "\(operation): \(String(cString: strerror(code)))" }
  }

  /// The modes before the program was started, to which it has to return.
  public let initialModes: Modes
  /// The process of the program.
  public let process: Int32
  private var master: Int32
  private var ending: Exit?

  /// Starts the program at that path, with exactly this environment, on a terminal of that size.
  public init(_ path: String, arguments: [String], environment: [String: String], size: Size) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var name = [CChar](repeating: 0, count: 128)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, ptsname_r(master, &name, name.count) == 0 else {
      throw Failure(operation: "open a pseudo-terminal", code: errno)
    }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var window = Self.window(size)
    _ = plenary_set_window_size(master, &window)

    initialModes = Self.modes(of: master)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, so that it becomes the controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)

    var process: Int32 = 0
    let code = Self.withStrings([path] + arguments) { arguments in
      Self.withStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    self.process = process
    guard code == 0 else {
      close(master)
      throw Failure(operation: "start \(path)", code: code)
    }
  }

  deinit {
    closeMaster()
    if ending == nil {
      kill(process, SIGKILL)
      // A job of a shell under test may have stopped.
      kill(-process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  private static func withStrings(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  private static func window(_ size: Size) -> winsize {
    winsize(
      ws_row: UInt16(clamping: size.height), ws_col: UInt16(clamping: size.width), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Whether the master side is open.
  public var isOpen: Bool { master >= 0 }

  /// Sends bytes as if typed, as many as the terminal takes at once, and says how many.
  public func write(_ bytes: ArraySlice<UInt8>) -> Int {
    max(0, bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) })
  }

  /// What the program has written, after waiting for it so long at most; nil when nobody has the terminal open any more.
  public func read(milliseconds: Int) -> [UInt8]? {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard isOpen else { return nil }
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &buffer, buffer.count)
    if count > 0 { return Array(buffer[..<count]) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  /// Gives the terminal another size; the kernel tells the program by SIGWINCH.
  public func resize(to size: Size) {
    var window = Self.window(size)
    _ = plenary_set_window_size(master, &window)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Sends a signal to the job in the foreground, which under a shell is not the shell.
  public func signalForeground(_ number: Int32) {
    let group = tcgetpgrp(master)
    if group > 0 { kill(-group, number) }
  }

  /// Hangs up, as when a window is closed.
  public func closeMaster() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// The modes of the terminal now.
  public var modes: Modes { Self.modes(of: master) }

  private static func modes(of master: Int32) -> Modes {
    var modes = termios()
    tcgetattr(master, &modes)
    return Modes(input: modes.c_iflag, output: modes.c_oflag, control: modes.c_cflag, local: modes.c_lflag)
  }

  /// The flags of termios(3).
  public struct Modes: Hashable {
    public var input: UInt32
    public var output: UInt32
    public var control: UInt32
    public var local: UInt32

    /// Whether keys come one by one and without an echo.
    public var isRaw: Bool { local & tcflag_t(ICANON | ECHO | ISIG) == 0 }
  }

  /// How the program ended, nil while it runs.
  public func exitIfEnded() -> Exit? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = plenary_terminating_signal(status)
    ending = signal != 0 ? .signal(signal) : .status(Int(plenary_exit_status(status)))
    return ending
  }

  /// Processor time that the program has used so far, in milliseconds.
  public var processorTime: Int {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return 0 }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    // utime and stime are the 14th and 15th field, counted behind the name, which may hold anything.
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    let fields = text.split(separator: ")").last.map { $0.split(separator: " ") } ?? []
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return 0 }
    return (user + system) * 1000 / sysconf(Int32(_SC_CLK_TCK))
  }

  /// How often the program has gone to sleep so far, all its threads together: each time something has to wake it.
  public var voluntarySwitches: Int {
    let tasks = "/proc/\(process)/task"
    return TemporaryFolder.names(in: tasks).reduce(0) { sum, task in
      let status = (try? TemporaryFolder.bytes(of: "\(tasks)/\(task)/status")) ?? []
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first {
        $0.hasPrefix("voluntary_ctxt_switches:")
      }
      return sum + (line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0)
    }
  }

  /// The processes that the program has started itself, such as the jobs of a shell.
  public var children: [Int32] {
    let bytes = (try? TemporaryFolder.bytes(of: "/proc/\(process)/task/\(process)/children")) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
  }

  /// Whether a process exists and has not ended, though nobody may have asked for its status yet.
  public static func isRunning(_ process: Int32) -> Bool {
    guard let bytes = try? TemporaryFolder.bytes(of: "/proc/\(process)/stat") else { return false }
    // The state stands behind the name, which may hold anything.
    return String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.hasPrefix(" Z") == false
  }
}
