import CPosix
import Glibc

/// The program curl, started once for one request, without a shell.
///
/// Address and fields go to its standard input, since others see command lines; body, head and the place that a redirect
/// leads to come out of a pipe each. Whatever the user has set up for curl does not count (`-q`), no character of an
/// address is a pattern (`--globoff`), and it follows no redirect by itself.
final class CurlProcess {
  /// What is asked for.
  struct Request {
    var address: SourceAddress
    var validators: Validators
    var agent: String
    /// Seconds after which curl ends by itself, should nobody end it.
    var seconds: Int
  }

  /// Reading ends, which do not block.
  let (body, head, location): (Int32, Int32, Int32)
  private var child: pid_t?

  /// The first curl on the path; nil without one.
  static func path(environment: (String) -> String?) -> String? {
    let folders = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.lazy.map { "\($0)/curl" }.first { access($0, X_OK) == 0 }
  }

  init(_ program: String, _ request: Request) throws(FetchFailure) {
    var pipes: [(read: Int32, write: Int32)] = []
    func closeAll() {
      for pipe in pipes {
        close(pipe.read)
        close(pipe.write)
      }
    }
    for _ in 0..<4 {
      guard let pipe = CurlProcess.pipe() else {
        let code = errno
        closeAll()
        throw .notStarted(code)
      }
      pipes.append(pipe)
    }
    let (input, body, head, location) = (pipes[0], pipes[1], pipes[2], pipes[3])
    // Shorter than a pipe takes, and our own reading end is open: it neither waits nor fails.
    let text = CurlProcess.configuration(request)
    let written = text.withUnsafeBytes { write(input.write, $0.baseAddress, $0.count) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, place) in [(input.read, Int32(0)), (body.write, 1), (location.write, 2), (head.write, 3)] {
      posix_spawn_file_actions_adddup2(&actions, end, place)
    }
    let arguments = [program, "-q", "--globoff", "--proto", "=https,http", "--config", "-"]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let code = written == text.count ? plenary_start(&child, program, &actions, 0, &words) : EIO
    guard code == 0 else {
      closeAll()
      throw .notStarted(code)
    }
    for end in [input.read, input.write, body.write, head.write, location.write] { close(end) }
    for end in [body.read, head.read, location.read] {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    (self.body, self.head, self.location) = (body.read, head.read, location.read)
    self.child = child
  }

  deinit {
    end()
    for end in [body, head, location] { close(end) }
  }

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
  private static func pipe() -> (Int32, Int32)? {
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

  /// What curl is told (curl(1), `--config`).
  static func configuration(_ request: Request) -> [UInt8] {
    var lines = ["silent", "compressed", "suppress-connect-headers"]
    func set(_ name: String, _ value: String) { lines.append("\(name) = \(quoted(value))") }
    set("url", request.address.text)
    set("user-agent", request.agent)
    set("dump-header", "/dev/fd/3")
    set("write-out", "%{stderr}%{redirect_url}")
    set("connect-timeout", "30")
    set("max-time", String(request.seconds))
    if let tag = request.validators.entityTag { set("header", "If-None-Match: \(tag)") }
    if let date = request.validators.lastModified { set("header", "If-Modified-Since: \(date)") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Between quotation marks, as a configuration file has it; nothing that could end the line passes.
  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
