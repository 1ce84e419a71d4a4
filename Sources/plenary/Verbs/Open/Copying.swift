import CPosix
import Glibc
import Terminal

/// Hands text to where other programs paste from, and takes what is selected in them.
@MainActor
enum Copying {
  /// Milliseconds that a program has.
  private static let patience = 1_000
  /// Bytes that are taken at most.
  private static let limit = 1 << 20

  private static var isInTmux: Bool { Environment.value("TMUX") != nil }
  private static var isOnWayland: Bool { Environment.value("WAYLAND_DISPLAY") != nil }
  private static var isOnX: Bool { Environment.value("DISPLAY") != nil }

  /// Hands a text over; false where nobody is known to have taken all of it.
  static func copy(_ text: String, on screen: Screen) -> Bool {
    let (clean, isWhole) = Screen.copyable(text)
    func feed(_ name: String, _ arguments: String...) -> Bool { run(name, arguments, input: Array(clean.utf8)) != nil }
    // Inside of tmux its own buffer is what is pasted from; -w hands it on to the terminal around it.
    if isInTmux { return (feed("tmux", "load-buffer", "-w", "-") || feed("tmux", "load-buffer", "-")) && isWhole }
    let isTaken = screen.copyToClipboard(text)
    if isOnWayland, feed("wl-copy", "--type", "text/plain;charset=utf-8") { return isWhole }
    if isOnX, feed("xclip", "-selection", "clipboard", "-in") || feed("xsel", "--clipboard", "--input") {
      return isWhole
    }
    return isTaken
  }

  /// What is selected with the mouse, in tmux what was copied last; nil where nobody can be asked.
  static var selection: String? {
    func ask(_ name: String, _ arguments: String...) -> [UInt8]? { run(name, arguments, input: []) }
    let bytes =
      isInTmux
      ? ask("tmux", "save-buffer", "-")
      : (isOnWayland ? ask("wl-paste", "--primary", "--no-newline") : nil)
        ?? (isOnX ? ask("xclip", "-selection", "primary", "-out") ?? ask("xsel", "--primary", "--output") : nil)
    return bytes.map(Screen.pasted)
  }

  /// Starts a program of the system with a standard input, waits for it a moment, and gives what it has written; nil where
  /// it is not there or has failed.
  ///
  /// What takes a text goes on by itself for as long as that can be pasted; what was started ends once that has begun.
  private static func run(_ name: String, _ arguments: [String], input: [UInt8]) -> [UInt8]? {
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
    // Files in memory: a pipe could keep either waiting.
    let (given, taken) = (memory(), memory())
    defer {
      close(given)
      close(taken)
    }
    guard given >= 0, taken >= 0, write(given, input, input.count) == input.count, lseek(given, 0, SEEK_SET) == 0 else {
      return nil
    }
    guard let child = start(path, arguments, input: given, output: taken), hasSucceeded(child) else { return nil }
    let size = min(Int(lseek(taken, 0, SEEK_END)), limit)
    guard size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(taken, buffer.baseAddress, size, 0))
    }
  }

  private static func memory() -> Int32 { memfd_create("plenary-clipboard", UInt32(MFD_CLOEXEC)) }

  private static func start(_ path: String, _ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_RDWR, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    return plenary_start(&child, path, &actions, 1, &words) == 0 ? child : nil
  }

  private static func hasSucceeded(_ child: pid_t) -> Bool {
    let end = EventLoop.now + Int64(patience)
    while EventLoop.now < end {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child {
        return plenary_exited(status) != 0 && plenary_exit_status(status) == 0
      }
      poll(nil, 0, 3)
    }
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    return false
  }
}
