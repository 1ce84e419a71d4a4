import CPosix
import Glibc

/// Signals turned into something that `poll` sees.
///
/// A handler does no more than raise a flag and wake an eventfd. A signalfd would need the signals blocked, a state that
/// every program we start would inherit; handlers go back to the default by themselves when another program is executed.
/// The flags are one byte for each signal, so that a storm of one can never push out another.
@MainActor
final class Signals {
  /// Becomes readable when a signal has come.
  let descriptor: Int32

  private static let numbers: [(TerminalSignal, Int32)] = [
    (.terminate, SIGTERM), (.hangup, SIGHUP), (.interrupt, SIGINT), (.stop, SIGTSTP), (.resume, SIGCONT),
    (.resize, SIGWINCH),
  ]
  private static var isStopIgnored = false
  private let listened: [Int32]

  /// Listens from now on.
  ///
  /// A signal that whoever started us has set to be ignored (nohup does) stays ignored.
  init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    mailbox.pointee.descriptor = descriptor
    Self.isStopIgnored = plenary_signal_is_ignored(SIGTSTP) != 0
    listened = Self.numbers.map(\.1).filter { plenary_signal_is_ignored($0) == 0 }
    listened.forEach(Self.listen)
    // A closed pipe is an error of write. Not SIG_IGN, which the programs that we start would inherit.
    _ = plenary_signal_set_handler(SIGPIPE, { _ in }, Int32(SA_RESTART))
  }

  /// The signals that came since the last time, each once.
  func receive() -> [TerminalSignal] {
    var count: UInt64 = 0
    guard read(descriptor, &count, MemoryLayout<UInt64>.size) > 0 else { return [] }
    let flags = mailbox.pointee.flags
    var result: [TerminalSignal] = []
    for (signal, number) in Self.numbers where flags[Int(number)] != 0 {
      flags[Int(number)] = 0
      result.append(signal)
    }
    return result
  }

  /// Drops a signal that has come, but has not been received yet.
  func forget(_ signal: TerminalSignal) {
    for (known, number) in Self.numbers where known == signal { mailbox.pointee.flags[Int(number)] = 0 }
  }

  /// Stops every process of the job, this one last, and returns when it is continued.
  ///
  /// The others too, because the shell waits for the process that it started, which may be make. This one by itself:
  /// `raise` does not return before the stop, while a signal to the group may be taken by another thread.
  static func stopJob() {
    guard !isStopIgnored else { return }
    _ = plenary_signal_set_ignored(SIGTSTP)
    kill(0, SIGTSTP)
    _ = plenary_signal_set_default(SIGCONT)
    _ = plenary_signal_set_default(SIGTSTP)
    raise(SIGTSTP)
    listen(to: SIGTSTP)
    listen(to: SIGCONT)
  }

  /// What signals did before the terminal was lent.
  struct Before {
    fileprivate var stop = sigaction()
    fileprivate var quit = sigaction()
    fileprivate var child = sigaction()
  }

  /// While another program of the job has the terminal: a stop stops this one with it, Ctrl-\ is meant for the other,
  /// and `wait` is woken when the other stops or ends.
  func lend() -> Before {
    var before = Before()
    sigaction(SIGTSTP, nil, &before.stop)
    sigaction(SIGQUIT, nil, &before.quit)
    sigaction(SIGCHLD, nil, &before.child)
    if !Self.isStopIgnored { _ = plenary_signal_set_default(SIGTSTP) }
    _ = plenary_signal_set_ignored(SIGQUIT)
    Self.listen(to: SIGCHLD)
    return before
  }

  /// The terminal is this program's again.
  func reclaim(_ before: Before) {
    var before = before
    sigaction(SIGTSTP, &before.stop, nil)
    sigaction(SIGQUIT, &before.quit, nil)
    sigaction(SIGCHLD, &before.child, nil)
    // What came meanwhile is for whoever polls next.
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Sleeps until a signal comes, or so long; the signal stays to be received.
  func wait(milliseconds: Int32) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, milliseconds)
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }

  /// The number of a signal to end that has come, other than the one that Ctrl-C sends to everybody.
  var endingSignal: Int32? { [SIGTERM, SIGHUP].first { mailbox.pointee.flags[Int($0)] != 0 } }

  /// From now on every signal does what it does by default.
  func close() {
    for number in listened { _ = plenary_signal_set_default(number) }
    mailbox.pointee.descriptor = -1
    Glibc.close(descriptor)
  }

  /// Whether a signal to end has come that nobody has received yet.
  static var isEnding: Bool { [SIGTERM, SIGHUP, SIGINT].contains { mailbox.pointee.flags[Int($0)] != 0 } }

  private static func listen(to number: Int32) {
    _ = plenary_signal_set_handler(number, receiveSignal, Int32(SA_RESTART))
  }
}

/// What a handler may touch: memory that is there from the start, and system calls.
private struct Mailbox {
  var descriptor: Int32 = -1
  let flags: UnsafeMutablePointer<UInt8>
}

// Unsafe only in name: the pointer never changes, the flags are single bytes, and the handlers are installed after it.
nonisolated(unsafe) private let mailbox: UnsafeMutablePointer<Mailbox> = {
  let flags = UnsafeMutablePointer<UInt8>.allocate(capacity: 65)
  flags.initialize(repeating: 0, count: 65)
  let mailbox = UnsafeMutablePointer<Mailbox>.allocate(capacity: 1)
  mailbox.initialize(to: Mailbox(flags: flags))
  return mailbox
}()

private func receiveSignal(_ number: Int32) {
  let code = errno
  mailbox.pointee.flags[Int(number)] = 1
  var one: UInt64 = 1
  _ = write(mailbox.pointee.descriptor, &one, MemoryLayout<UInt64>.size)
  errno = code
}

/// A signal that the program answers, by its meaning.
public enum TerminalSignal: CaseIterable, Hashable, Sendable {
  /// SIGTERM.
  case terminate
  /// SIGHUP.
  case hangup
  /// SIGINT, from outside: Ctrl-C is a key.
  case interrupt
  /// SIGTSTP, from outside: Ctrl-Z is a key.
  case stop
  /// SIGCONT, after a stop that the program did not choose.
  case resume
  /// SIGWINCH.
  case resize
}
