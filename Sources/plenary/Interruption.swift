import CPosix
import Glibc
import Synchronization

/// Whether Ctrl-C was pressed, or the program asked to end, while something long was done.
enum Interruption {
  private static let number = Atomic<Int32>(0)

  /// The signal that has come; 0 without one.
  static var signal: Int32 { number.load(ordering: .relaxed) }

  /// From now on SIGINT, SIGTERM and SIGHUP are only noted, so that what is being done can be undone.
  ///
  /// A signal that whoever started us has set to be ignored stays ignored.
  static func watch() {
    // Made ready before a handler may need it.
    number.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP] where plenary_signal_is_ignored(signal) == 0 {
      _ = plenary_signal_set_handler(signal, { Interruption.number.store($0, ordering: .relaxed) }, 0)
    }
  }
}
