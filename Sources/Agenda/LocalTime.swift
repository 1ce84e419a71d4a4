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
  public var clock: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    (a.date, a.secondOfDay) < (b.date, b.secondOfDay)
  }
}
