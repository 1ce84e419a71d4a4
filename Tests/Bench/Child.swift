import CPosix
import Glibc

/// A program on a pseudo-terminal of its own, with nothing between it and the clock.
///
/// Nothing interprets what it writes: a terminal emulator here would be measured along with it. (The tests' Support has
/// one, and needs the testing library, which no static executable can have.) The program dies with the value.
struct Child: ~Copyable {
  let pid: pid_t
  private let terminal: Int32

  /// POSIX_SPAWN_SETSID, which Swift's import of glibc leaves out.
  private static let newSession: Int16 = 0x80

  /// Starts a program in a session of its own, whose controlling terminal has this size.
  ///
  /// - Throws: `BenchError.cannotStart` when there is no pseudo-terminal or no such program.
  init(_ contender: Contender, size: ScreenSize) throws(BenchError) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&master, &slave, &name, nil, &window) == 0 else {
      throw .cannotStart(contender.name, reason: errno)
    }
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
      close(slave)
    }
    // A session leader without a terminal takes the first one that it opens as its own.
    posix_spawnattr_setflags(&attributes, Self.newSession)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, master)
    posix_spawn_file_actions_addclose(&actions, slave)

    var arguments = ([contender.program] + contender.arguments).map { strdup($0) } + [nil]
    var environment = contender.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in arguments + environment { free(string) } }
    var started: pid_t = 0
    let failure = posix_spawn(&started, contender.program, &actions, &attributes, &arguments, &environment)
    guard failure == 0 else {
      close(master)
      throw .cannotStart(contender.name, reason: failure)
    }
    (pid, terminal) = (started, master)
  }

  deinit {
    kill(pid, SIGKILL)
    close(terminal)
    waitpid(pid, nil, 0)
  }

  /// Types bytes.
  func type(_ bytes: [UInt8]) { _ = write(terminal, bytes, bytes.count) }

  /// Reads until the program has been silent for so long after it wrote something.
  ///
  /// Nil when nothing comes within `patience`. A program that never falls silent is left after ten seconds.
  func answer(silence: Duration, patience: Duration = .milliseconds(500)) -> Answer? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(10)
    var answer: Answer?
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while clock.now < end, isReadable(within: answer == nil ? patience : silence) {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { break }
      let now = clock.now
      answer = Answer(first: answer?.first ?? now, last: now, bytes: (answer?.bytes ?? 0) + count)
    }
    return answer
  }

  /// Reads until the program has written some bytes; false where they do not come in time.
  func writes(_ mark: [UInt8], within patience: Duration) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + patience
    var written: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while clock.now < end, isReadable(within: end - clock.now) {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return false }
      written += buffer[..<count]
      if written.firstRange(of: mark) != nil { return true }
    }
    return false
  }

  /// Throws away what the program writes until a moment has come.
  func ignore(until end: ContinuousClock.Instant) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let clock = ContinuousClock()
    while clock.now < end {
      if isReadable(within: end - clock.now), read(terminal, &buffer, buffer.count) <= 0 { return }
    }
  }

  private func isReadable(within duration: Duration) -> Bool {
    var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, Int32(max(duration.milliseconds.rounded(.up), 0))) > 0
  }
}
