import CPosix
import Glibc

/// A program run to its end without a terminal: nothing to read, its two outputs collected.
public struct ProgramRun {
  /// Nil where it was still running after the time that it was given; it is killed then.
  public var exit: PseudoTerminal.Exit?
  public var output: String
  public var errors: String
  public var seconds: Double

  /// Runs the program at that path with exactly this environment.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String], within limit: Double = TerminalStory.patience
  ) throws {
    let folder = try TemporaryFolder()
    let (out, err) = ("\(folder.path)/out", "\(folder.path)/err")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    // Files take whatever is written without anybody reading meanwhile.
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    // The threads of tests block signals, which a program would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: Int32 = 0
    let start = TerminalStory.now
    let code = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw PseudoTerminal.Failure(operation: "start \(path)", code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if TerminalStory.now - start > limit {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        exit = nil
        (output, errors) = (try Self.text(out), try Self.text(err))
        seconds = TerminalStory.now - start
        return
      }
      poll(nil, 0, 5)
    }
    seconds = TerminalStory.now - start
    let signal = plenary_terminating_signal(status)
    exit = signal != 0 ? .signal(signal) : .status(Int(plenary_exit_status(status)))
    (output, errors) = (try Self.text(out), try Self.text(err))
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
  }

  /// The lines of standard output.
  public var lines: [Substring] { output.split(separator: "\n") }
  /// The lines of standard error.
  public var complaints: [Substring] { errors.split(separator: "\n") }
}
