import CPosix
import Glibc

/// Signals turned into something that `poll` sees.
///
/// A handler does no more than raise a flag and wake an eventfd. A signalfd would need the signals blocked, a state that
/// every program we start would inherit; handlers go back to the default by themselves when another program is executed.
/// The flags are one byte for each signal, so that a storm of one can never push out another.
@MainActor
public final class Signals {
  /// Becomes readable when a signal has come.
  let descriptor: Int32

  private static let numbers: [(TerminalSignal, Int32)] = [
    (.terminate, SIGTERM), (.hangup, SIGHUP), (.interrupt, SIGINT), (.stop, SIGTSTP), (.resume, SIGCONT),
    (.resize, SIGWINCH),
  ]

  /// A signal that whoever started us has set to be ignored (nohup does) stays ignored, apart from those that nobody
  /// else can do without.
  init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    signalMailbox.pointee.descriptor = descriptor
    for (signal, number) in Self.numbers {
      let isOurs = signal == .resume || signal == .resize
      if isOurs || plenary_signal_is_ignored(number) == 0 { listen(to: number) }
    }
    // Not SIG_IGN, which the programs that we start would inherit.
    _ = plenary_signal_set_handler(SIGPIPE, { _ in }, Int32(SA_RESTART))
  }

  /// The signals that came since the last time, each once.
  func take() -> [TerminalSignal] {
    var count: UInt64 = 0
    read(descriptor, &count, MemoryLayout<UInt64>.size)
    var result: [TerminalSignal] = []
    for (signal, number) in Self.numbers where signalMailbox.pointee.flags[Int(number)] != 0 {
      signalMailbox.pointee.flags[Int(number)] = 0
      result.append(signal)
    }
    return result
  }

  private func listen(to number: Int32) { Self.listen(to: number) }

  static func listen(to number: Int32) {
    _ = plenary_signal_set_handler(number, receiveSignal, Int32(SA_RESTART))
  }
}

/// What a handler may touch: memory that is there from the start, and system calls.
private struct SignalMailbox {
  var descriptor: Int32 = -1
  let flags: UnsafeMutablePointer<UInt8>
}

nonisolated(unsafe) private let signalMailbox: UnsafeMutablePointer<SignalMailbox> = {
  let flags = UnsafeMutablePointer<UInt8>.allocate(capacity: 65)
  flags.initialize(repeating: 0, count: 65)
  let mailbox = UnsafeMutablePointer<SignalMailbox>.allocate(capacity: 1)
  mailbox.initialize(to: SignalMailbox(flags: flags))
  return mailbox
}()

private func receiveSignal(_ number: Int32) {
  let code = errno
  signalMailbox.pointee.flags[Int(number)] = 1
  var one: UInt64 = 1
  _ = write(signalMailbox.pointee.descriptor, &one, MemoryLayout<UInt64>.size)
  errno = code
}
