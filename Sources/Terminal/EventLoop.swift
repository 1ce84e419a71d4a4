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
    /// The terminal has told how things are to look on it: `Screen.isLight` or `Screen.colorDepth` is another.
    case appearance
    /// The deadline has come.
    case deadline
    /// The terminal has been closed: nothing can be shown any more, so save, and end. Reported once.
    case terminalGone
  }

  private let screen: Screen
  private var watched: [Int32] = []
  private var hasReportedGone = false

  /// A loop for the terminal of that screen.
  public init(screen: Screen) { self.screen = screen }

  /// Milliseconds on the clock of the deadlines, CLOCK_MONOTONIC, which only goes forward.
  public nonisolated static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Reports `.filesChanged` whenever the descriptor can be read, such as one of inotify.
  ///
  /// The descriptor stays the caller's: to read, until it is empty, and to close.
  public func watch(_ descriptor: Int32) { watched.append(descriptor) }

  /// Looks at a descriptor no more; it is to be said before that is closed, since another file may get its number.
  public func unwatch(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

  /// Sleeps until something happens or the deadline comes, and returns what happened, at least one event.
  ///
  /// Without a deadline nothing but an event wakes it. Signals come first, then inputs in their order.
  public func next(deadline: Int64?) -> [Event] {
    while true {
      var events = wait(until: [deadline, hasReportedGone ? nil : screen.inputDeadline].compactMap { $0 }.min())
      if let deadline, Self.now >= deadline { events.append(.deadline) }
      if !events.isEmpty { return events }
    }
  }

  /// One poll, and what came of it: perhaps nothing, when output went on or an escape sequence is incomplete.
  private func wait(until deadline: Int64?) -> [Event] {
    let isTerminalThere = !hasReportedGone
    let isWriting = isTerminalThere && screen.isOutputWaiting
    // A negative descriptor is skipped.
    var polled = [
      pollfd(fd: screen.signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isTerminalThere ? screen.device.input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isWriting ? screen.device.output : -1, events: Int16(POLLOUT), revents: 0),
    ]
    polled += watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), Self.timeout(until: deadline))

    var events = screen.signals.receive().map(Event.signal)
    if isTerminalThere {
      events += serveTerminal(input: polled[1].revents, output: polled[2].revents)
    }
    for descriptor in polled.dropFirst(3) where descriptor.revents != 0 {
      if !events.contains(.filesChanged) { events.append(.filesChanged) }
      // One that has died would be ready for ever.
      if descriptor.revents & Int16(POLLERR | POLLNVAL | POLLHUP) != 0 { watched.removeAll { $0 == descriptor.fd } }
    }
    return events
  }

  private func serveTerminal(input: Int16, output: Int16) -> [Event] {
    var events: [Event] = []
    if output != 0 { screen.drain() }
    if input != 0 || screen.inputDeadline != nil { events += screen.readInputs().map(Event.input) }
    if screen.takeNewAppearance() { events.append(.appearance) }
    // With SIGHUP ignored, nothing but poll tells.
    let closed = Int16(POLLHUP | POLLERR | POLLNVAL)
    if screen.isGone || (input | output) & closed != 0 {
      hasReportedGone = true
      screen.terminalClosed()
      events.append(.terminalGone)
    }
    return events
  }

  private nonisolated static func timeout(until deadline: Int64?) -> Int32 {
    guard let deadline else { return -1 }
    return Int32(clamping: max(0, deadline - now))
  }
}
