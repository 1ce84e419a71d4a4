import Agenda
import Times

/// A time as a file has it.
enum Moment: Equatable {
  /// With an offset in seconds east of UTC, which rules.
  case offset(LocalTime, Int)
  /// In UTC: an instant, which says nothing of the clock at the venue.
  case utc(LocalTime)
  /// On the venue's clock.
  case local(LocalTime)
  /// On the clock of a zone that the file names.
  case zoned(LocalTime, OffsetTable)
  /// A whole day.
  case day(CalendarDate)
  /// So many seconds after midnight on the day of the conference that it is listed under: before the day change, that
  /// is the date after.
  case listed(CalendarDate, Int)

  /// What stands there, without zone or offset.
  var written: LocalTime {
    switch self {
    case .offset(let local, _), .utc(let local), .local(let local), .zoned(let local, _): local
    case .day(let date): LocalTime(date: date, secondOfDay: 0)
    case .listed(let date, let second): LocalTime(date: date, secondOfDay: second)
    }
  }

  /// The offset that is written, in seconds east of UTC; nil where none is.
  var writtenOffset: Int? {
    switch self {
    case .offset(_, let offset): offset
    case .utc, .local, .zoned, .day, .listed: nil
    }
  }

  /// The instant, for a venue in that zone, with that change of the day.
  func instant(in zone: OffsetTable, dayChange: DayChange) -> Instant {
    switch self {
    case .offset(let local, let offset): local.instant(offset: offset)
    case .utc(let local): local.instant(offset: 0)
    case .zoned(let local, let zone): zone.instant(local)
    case .local, .day: zone.instant(written)
    case .listed(let date, let second):
      zone.instant(dayChange.local(secondOfDay: second, on: date))
    }
  }

  /// The same kind of time with another reading of the clock.
  func with(_ local: LocalTime) -> Moment {
    switch self {
    case .offset(_, let offset): .offset(local, offset)
    case .utc: .utc(local)
    case .local: .local(local)
    case .zoned(_, let zone): .zoned(local, zone)
    case .day: .day(local.date)
    case .listed: .listed(local.date, local.secondOfDay)
    }
  }
}

extension LocalTime {
  /// Seconds since 1970-01-01T00:00 on the same clock.
  var count: Int { date.dayNumber * 86_400 + secondOfDay }

  /// The reading so many seconds after 1970-01-01T00:00 on the same clock.
  init(count: Int) {
    let day = (count >= 0 ? count : count - 86_399) / 86_400
    self.init(date: CalendarDate(dayNumber: day), secondOfDay: count - day * 86_400)
  }
}
