import CPosix
import Glibc
import Terminal

/// This program, started once more beside the one with the screen, in a session of its own and without a terminal:
/// nothing that it fetches, reads or waits for holds up a key.
@MainActor
final class OwnProgram {
  private let process: pid_t
  /// What it says can be read here.
  private let descriptor: Int32
  private let loop: EventLoop
  private var output: [UInt8] = []
  private var hasEnded = false

  /// More than the few lines that say what came of it.
  private static let outputLimit = 1 << 16

  /// Nil where it cannot be started.
  ///
  /// - Parameters:
  ///   - words: verb, options and operands, which others can see.
  ///   - input: what it finds on its standard input, less than a pipe takes.
  ///   - loop: told to wake up when it says something, and at its end.
  init?(_ words: [String], input: String = "", _ console: Console, loop: EventLoop) {
    guard let (read, write) = OwnProgram.pipe() else { return nil }
    guard let (inputRead, inputWrite) = OwnProgram.pipe() else {
      Glibc.close(read)
      Glibc.close(write)
      return nil
    }
    defer { for end in [write, inputRead, inputWrite] { Glibc.close(end) } }
    _ = fcntl(read, F_SETFL, fcntl(read, F_GETFL) | O_NONBLOCK)
    _ = fcntl(inputWrite, F_SETFL, fcntl(inputWrite, F_GETFL) | O_NONBLOCK)
    let bytes = Array(input.utf8)
    let written = bytes.isEmpty ? 0 : bytes.withUnsafeBytes { Glibc.write(inputWrite, $0.baseAddress, $0.count) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputRead, 0)
    posix_spawn_file_actions_adddup2(&actions, write, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let language = console.languages.first.map { ["--language", $0] } ?? []
    let arguments = ["plenary"] + words.prefix(1) + language + words.dropFirst()
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    guard written == bytes.count, plenary_start(&process, "/proc/self/exe", &actions, 1, &pointers) == 0 else {
      Glibc.close(read)
      return nil
    }
    // Whoever presses keys comes first.
    setpriority(Int32(PRIO_PROCESS.rawValue), id_t(process), 10)
    (self.process, descriptor, self.loop) = (process, read, loop)
    loop.watch(read)
  }

  /// The lines that it has said, once it has ended; nil while it goes on.
  func lines() -> [String]? {
    guard !hasEnded, hasReachedEnd() else { return nil }
    close()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  /// Ends it: what it was about to change stays as it was.
  func end() {
    guard !hasEnded else { return }
    kill(process, SIGTERM)
    close()
    // It stops at once, unless it is just moving files into their place.
    if waitpid(process, nil, WNOHANG) == 0 { OwnProgram.ended.append(process) }
  }

  private func close() {
    hasEnded = true
    loop.unwatch(descriptor)
    Glibc.close(descriptor)
  }

  /// What was told to end and may not have ended yet.
  private static var ended: [pid_t] = []

  /// Lets go of those that have ended, which would stay in the table of processes as long as the program runs.
  static func reap() { ended.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  /// Takes what there is; true at its end.
  private func hasReachedEnd() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let got = Glibc.read(descriptor, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EAGAIN { return false }
      if got <= 0 { return true }
      if output.count < OwnProgram.outputLimit { output += buffer[..<got] }
    }
  }

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
