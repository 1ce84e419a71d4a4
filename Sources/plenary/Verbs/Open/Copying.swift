import CPosix
import Glibc
import Terminal

/// Hands text to where other programs paste from.
@MainActor
enum Copying {
  /// Milliseconds that a program has for taking it.
  private static let patience = 1_000

  /// Hands a text over; false where nobody is known to have taken all of it.
  static func copy(_ text: String, on screen: Screen) -> Bool {
    let (clean, isWhole) = Screen.copyable(text)
    // Inside of tmux its own buffer is what is pasted from; -w hands it on to the terminal around it.
    if Environment.value("TMUX") != nil {
      return (feed(clean, to: "tmux", ["load-buffer", "-w", "-"]) || feed(clean, to: "tmux", ["load-buffer", "-"])) && isWhole
    }
    let isTaken = screen.copyToClipboard(text)
    if Environment.value("WAYLAND_DISPLAY") != nil, feed(clean, to: "wl-copy", ["--type", "text/plain;charset=utf-8"]) {
      return isWhole
    }
    if Environment.value("DISPLAY") != nil,
      feed(clean, to: "xclip", ["-selection", "clipboard", "-in"]) || feed(clean, to: "xsel", ["--clipboard", "--input"])
    {
      return isWhole
    }
    return isTaken
  }

  /// Starts a program of the system with a text as its standard input, and says whether it has taken it.
  ///
  /// It goes on by itself for as long as the text can be pasted; what was started ends once that has begun.
  private static func feed(_ text: String, to name: String, _ arguments: [String]) -> Bool {
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
    guard let path = folders.map({ "\($0)/\(name)" as String }).first(where: { access($0, X_OK) == 0 }) else { return false }
    // A file in memory: a pipe could keep us waiting.
    let memory = memfd_create("plenary-copied", UInt32(MFD_CLOEXEC))
    guard memory >= 0 else { return false }
    defer { close(memory) }
    let bytes = Array(text.utf8)
    guard write(memory, bytes, bytes.count) == bytes.count, lseek(memory, 0, SEEK_SET) == 0 else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, memory, 0)
    for descriptor: Int32 in 1...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    guard plenary_start(&child, path, &actions, 1, &words) == 0 else { return false }
    for _ in 0..<patience / 5 {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child {
        return plenary_exited(status) != 0 && plenary_exit_status(status) == 0
      }
      poll(nil, 0, 5)
    }
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    return false
  }
}
