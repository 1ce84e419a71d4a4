public import Agenda

/// What time it is, as a value that is passed in.
public struct Clock: Equatable, Sendable {
  public var now: Instant
  /// True where the user has set the clock (`--now`); the title bar says so.
  public var isSimulated: Bool

  public init(now: Instant, isSimulated: Bool = false) { (self.now, self.isSimulated) = (now, isSimulated) }

  /// The instant at which the shown minute ends, which is the next time that the screen can change by itself.
  public var nextMinute: Instant {
    let second = now.seconds
    return Instant(seconds: second - ((second % 60) + 60) % 60 + 60)
  }
}
