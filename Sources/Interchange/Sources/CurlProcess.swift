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
  private let process: OuterProgram

  /// The first curl on the path; nil without one.
  static func path(environment: (String) -> String?) -> String? { OuterProgram.path("curl", environment: environment) }

  init(_ program: String, _ request: Request) throws(FetchFailure) {
    var pipes: [(read: Int32, write: Int32)] = []
    func closeAll() {
      for pipe in pipes {
        close(pipe.read)
        close(pipe.write)
      }
    }
    for _ in 0..<4 {
      guard let pipe = OuterProgram.pipe() else {
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
    let arguments = ["-q", "--globoff", "--proto", "=https,http", "--config", "-"]
    let ends = [(input.read, Int32(0)), (body.write, 1), (location.write, 2), (head.write, 3)]
    errno = EIO
    guard written == text.count, let process = OuterProgram(program, arguments, ends) else {
      let code = errno
      closeAll()
      throw .notStarted(code)
    }
    self.process = process
    for end in [input.read, input.write, body.write, head.write, location.write] { close(end) }
    for end in [body.read, head.read, location.read] {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    (self.body, self.head, self.location) = (body.read, head.read, location.read)
  }

  deinit {
    process.end()
    for end in [body, head, location] { close(end) }
  }

  /// Ends it where it still runs.
  func end() { process.end() }

  /// See `OuterProgram.wait`.
  func wait() -> Int32 { process.wait() }

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
