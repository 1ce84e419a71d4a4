/// A point on the time line, in whole seconds since 1970-01-01T00:00:00Z (POSIX time, no leap seconds).
public struct Instant: Comparable, Hashable, Sendable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The instant so many seconds later (or earlier, where negative).
  public func advanced(by seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// Seconds from `earlier` to this instant, negative where `earlier` is later.
  public func since(_ earlier: Instant) -> Int64 { seconds - earlier.seconds }
}
