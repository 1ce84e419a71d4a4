import CPosix
public import Cells
import Glibc

/// Waits, in one `poll`, for whatever happens next.
@MainActor
public final class EventLoop {
  /// Something that happened.
  public enum Event: Hashable, Sendable {
    case input(Input)
    case signal(TerminalSignal)
    /// A descriptor given to `watch` has something to read.
    case filesChanged
    /// The deadline has come.
    case deadline
    /// The terminal has been closed. Nothing can be shown any more: save, and end.
    case terminalGone
  }

  private let screen: Screen
  private let signals = Signals()

  public init(screen: Screen) { self.screen = screen }

  /// Milliseconds on a clock that only goes forward, the one that deadlines are on.
  public static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Sleeps until something happens or the deadline comes, and returns what happened, at least one event. Without a
  /// deadline nothing but an event wakes it.
  public func next(deadline: Int64?) -> [Event] { [] }

  /// Reports `.filesChanged` whenever the descriptor can be read. It is the caller's to read and to close.
  public func watch(_ descriptor: Int32) {}
}
