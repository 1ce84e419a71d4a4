import CPosix
import Glibc

/// Another program that has the terminal for a while, such as an editor.
@MainActor
struct Guest {
  /// Milliseconds that a guest has for ending when this program is to end.
  private static let farewell: Int64 = 500

  let signals: Signals

  /// Starts a program in the job of this one, with its terminal, and waits for its end.
  ///
  /// It stands in the same process group: what stops the guest stops the whole job, as the shell expects it, and both
  /// go on together. Files that it makes are for the user alone.
  func run(_ path: String, _ arguments: [String]) -> GuestEnding {
    let before = signals.lend()
    defer { signals.reclaim(before) }
    var child = pid_t()
    let code = Guest.start(path, arguments, &child)
    guard code == 0 else { return .notStarted(code) }
    while true {
      var status: Int32 = 0
      let found = waitpid(child, &status, WNOHANG | WUNTRACED)
      if found < 0, errno != EINTR { return .status(0) }
      if found == child {
        if let ending = Guest.ending(status) { return ending }
        // Stopped by itself alone. What has stopped the whole job is over by now: then it runs again.
        if Guest.isStopped(child) {
          raise(SIGTSTP)
          kill(child, SIGCONT)
        }
        continue
      }
      if let signal = signals.endingSignal { return dismiss(child, with: signal) }
      signals.wait(milliseconds: -1)
    }
  }

  /// Asks the guest to end too, for a moment.
  private func dismiss(_ child: pid_t, with signal: Int32) -> GuestEnding {
    kill(child, signal)
    kill(child, SIGCONT)
    let end = EventLoop.now + Guest.farewell
    while EventLoop.now < end {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child { break }
      signals.wait(milliseconds: 20)
    }
    return .abandoned
  }

  private static func start(_ path: String, _ arguments: [String], _ child: inout pid_t) -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let mask = umask(0o077)
    defer { umask(mask) }
    return plenary_start(&child, path, nil, 0, &words)
  }

  /// Nil for one that has only stopped.
  private static func ending(_ status: Int32) -> GuestEnding? {
    if plenary_exited(status) != 0 { return .status(plenary_exit_status(status)) }
    let signal = plenary_terminating_signal(status)
    return signal == 0 ? nil : .signal(signal)
  }

  private static func isStopped(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return false }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = fread(&buffer, 1, buffer.count, file)
    // The state stands behind the name, which may hold anything.
    guard let end = buffer[..<count].lastIndex(of: UInt8(ascii: ")")), end + 2 < count else { return false }
    return buffer[end + 2] == UInt8(ascii: "T")
  }
}

/// How a program ended that the terminal was lent to.
public enum GuestEnding: Equatable, Sendable {
  case status(Int32)
  case signal(Int32)
  /// It could not be started, and why (an `errno`).
  case notStarted(Int32)
  /// It may go on, but this program has been told to end.
  case abandoned
}
