import CPosix
import Glibc

/// A program of somebody else's that runs beside this one, started without a shell.
final class OuterProgram {
  private var child: pid_t?

  /// The first program of that name on the path; nil without one.
  static func path(_ name: String, environment: (String) -> String?) -> String? {
    let folders = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Starts it; nil where that fails, and `errno` says why.
  ///
  /// - Parameters:
  ///   - ends: descriptors of ours, each with the number that the program has for it.
  ///   - folder: where it works; nil where this one does.
  init?(_ program: String, _ arguments: [String], _ ends: [(ours: Int32, its: Int32)], in folder: String? = nil) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (ours, its) in ends { posix_spawn_file_actions_adddup2(&actions, ours, its) }
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let code = plenary_start(&child, program, &actions, 0, &words)
    guard code == 0 else {
      errno = code
      return nil
    }
    self.child = child
  }

  deinit { end() }

  /// Ends it where it still runs.
  func end() {
    guard let child else { return }
    kill(child, SIGKILL)
    _ = wait()
  }

  /// Waits for its end, which has come when all of its pipes have ended; gives its exit status, 128 and more after a
  /// signal.
  func wait() -> Int32 {
    guard let child else { return 0 }
    self.child = nil
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return 0 }
    }
    return plenary_exited(status) != 0 ? plenary_exit_status(status) : 128 + plenary_terminating_signal(status)
  }

  /// A pipe whose ends are none of the first descriptors, so that a child's can be put there in any order.
  static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    ends.forEach { close($0) }
    guard moved.allSatisfy({ $0 >= 0 }) else {
      for end in moved where end >= 0 { close(end) }
      return nil
    }
    return (moved[0], moved[1])
  }
}
