/// When one day of a conference gives way to the next: the night before it still belongs to the day before.
///
/// This alone says which day of a conference a time is on.
public struct DayChange: Hashable, Sendable {
  /// Minutes after midnight on the venue's clock, 0 to 1,439.
  public let minutes: Int

  /// Four in the morning, where a bundle says nothing else.
  public static let usual = DayChange(minutes: 240)
  /// The change of the calendar's own days.
  public static let midnight = DayChange(minutes: 0)

  /// The minutes are held inside a day.
  public init(minutes: Int) { self.minutes = min(max(minutes, 0), 1_439) }

  /// The day of the conference that a reading of the venue's clock belongs to.
  public func day(of local: LocalTime) -> CalendarDate {
    local.secondOfDay < minutes * 60 ? local.date.advanced(by: -1) : local.date
  }

  /// The day of the conference that an instant belongs to at a venue in that zone.
  public func day(of instant: Instant, in zone: OffsetTable) -> CalendarDate { day(of: zone.local(instant)) }

  /// When the conference's day is over that an instant belongs to.
  public func end(ofDayOf instant: Instant, in zone: OffsetTable) -> Instant {
    start(of: day(of: instant, in: zone).advanced(by: 1), in: zone)
  }

  /// When a day of the conference begins at a venue in that zone.
  public func start(of day: CalendarDate, in zone: OffsetTable) -> Instant {
    zone.instant(LocalTime(date: day, secondOfDay: minutes * 60))
  }

  /// What calendar and clock at the venue show at a time of day (in seconds after midnight) of a day of the conference:
  /// before the change, that is the date after.
  public func local(secondOfDay: Int, on day: CalendarDate) -> LocalTime {
    LocalTime(date: secondOfDay < minutes * 60 ? day.advanced(by: 1) : day, secondOfDay: secondOfDay)
  }
}
