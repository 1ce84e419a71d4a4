import CPosix
import Glibc

/// Gives the terminal back when the program crashes.
///
/// A trap of Swift is a signal that ends the process; without handlers the terminal would stay raw and the backtracer of
/// the runtime would wait 30 s for a key that nobody sees. The handlers stand on a stack of their own, so that they work
/// when the ordinary one has overflowed, and call nothing but what signal-safety(7) allows.
@MainActor
public enum CrashGuard {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGQUIT]

  /// Installs the handlers; a second call does nothing.
  ///
  /// A `Screen` does so itself; called earlier, it also covers what comes before. The process still dies of the signal.
  public static func install() {
    guard !rescue.pointee.isInstalled else { return }
    rescue.pointee.isInstalled = true
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for number in signals where plenary_signal_is_ignored(number) == 0 {
      _ = plenary_signal_set_handler(number, handleCrash, Int32(SA_ONSTACK))
    }
  }

  /// From now on a crash writes these bytes to the terminal, sets these modes, and shows what has been written to that
  /// memory in place of standard error.
  static func arm(descriptor: Int32, modes: termios, reset: [UInt8], errors: Int32) {
    install()
    disarm()
    // ST ends whatever sequence the crash has cut.
    let bytes = [0x1B, 0x5C] + reset
    rescue.pointee.bytes.deallocate()
    rescue.pointee.bytes = .allocate(capacity: bytes.count)
    rescue.pointee.bytes.initialize(from: bytes, count: bytes.count)
    rescue.pointee.count = bytes.count
    rescue.pointee.modes = modes
    rescue.pointee.errors = errors
    rescue.pointee.descriptor = descriptor
  }

  /// From now on a crash leaves the terminal alone.
  static func disarm() { rescue.pointee.descriptor = -1 }
}

/// What the handler needs, in memory that is there before a crash.
private struct Rescue {
  var isInstalled = false
  var descriptor: Int32 = -1
  var modes = termios()
  var errors: Int32 = -1
  let text = UnsafeMutablePointer<UInt8>.allocate(capacity: ErrorOutput.most)
  var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  var count = 0
}

// Unsafe only in name: the pointer never changes, and a handler reads what it points to just once, at the end.
nonisolated(unsafe) private let rescue: UnsafeMutablePointer<Rescue> = {
  let rescue = UnsafeMutablePointer<Rescue>.allocate(capacity: 1)
  rescue.initialize(to: Rescue())
  return rescue
}()

private func handleCrash(_ number: Int32) {
  let descriptor = rescue.pointee.descriptor
  if descriptor >= 0 {
    rescue.pointee.descriptor = -1
    // From the background, setting modes would stop us instead of letting us die.
    var background = sigset_t()
    sigemptyset(&background)
    sigaddset(&background, SIGTTOU)
    sigprocmask(SIG_BLOCK, &background, nil)
    writeAll(rescue.pointee.bytes, rescue.pointee.count, to: descriptor)
    tcsetattr(descriptor, TCSANOW, &rescue.pointee.modes)
    if rescue.pointee.errors >= 0 {
      let count = ErrorOutput.readEnd(of: rescue.pointee.errors, into: rescue.pointee.text)
      writeAll(rescue.pointee.text, count, to: descriptor)
    }
  }
  // The signal is blocked while its handler runs: it ends the process on return.
  _ = plenary_signal_set_default(number)
  raise(number)
}

/// A terminal that takes nothing is given up after half a second.
private func writeAll(_ bytes: UnsafeMutablePointer<UInt8>, _ total: Int, to descriptor: Int32) {
  var sent = 0
  var tries = 0
  while sent < total, tries < 10 {
    let count = write(descriptor, bytes + sent, total - sent)
    if count > 0 {
      sent += count
    } else {
      tries += 1
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, 50)
    }
  }
}
