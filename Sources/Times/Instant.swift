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

/// What a clock and a calendar on the wall show: a date and the second of that day, without a zone.
public struct LocalTime: Comparable, Hashable, Sendable {
  public var date: CalendarDate
  /// 0 to 86,399.
  public var secondOfDay: Int

  /// The second is held inside the day.
  public init(date: CalendarDate, secondOfDay: Int) {
    self.date = date
    self.secondOfDay = min(max(secondOfDay, 0), 86_399)
  }

  /// The wall clock's reading of an instant at an offset (seconds east of UTC).
  public init(_ instant: Instant, offset: Int) {
    let local = instant.seconds + Int64(offset)
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    self.init(date: CalendarDate(dayNumber: Int(day)), secondOfDay: Int(local - day * 86_400))
  }

  public var hour: Int { secondOfDay / 3_600 }
  public var minute: Int { secondOfDay % 3_600 / 60 }
  public var second: Int { secondOfDay % 60 }

  /// The instant at which a clock at this offset (seconds east of UTC) shows this reading.
  public func instant(offset: Int) -> Instant {
    Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) - Int64(offset))
  }

  /// `09:05`, hours and minutes on a 24-hour clock.
  public var clock: String { LocalTime.twoDigits[hour] + ":" + LocalTime.twoDigits[minute] }

  /// `00` to `59`.
  private static let twoDigits = (0..<60).map { $0 < 10 ? "0\($0)" : "\($0)" }

  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    (a.date, a.secondOfDay) < (b.date, b.secondOfDay)
  }
}
