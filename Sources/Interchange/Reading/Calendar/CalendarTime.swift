import Agenda

/// Times as iCalendar writes them (RFC 5545 §3.3.4, §3.3.5).
enum CalendarTime {
  /// `20171204`, `20171204T090000`, `20171204T090000Z`; nil for anything else, and for what no calendar has.
  static func moment(_ text: String, zone: OffsetTable?) -> Moment? {
    var scanner = TimeScanner(text)
    guard let year = scanner.number(4...4), let month = scanner.number(2...2), let day = scanner.number(2...2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return LooseTime.moment(text) }
    if scanner.isAtEnd { return .day(date) }
    guard scanner.take("T") || scanner.take("t"), let hour = scanner.number(2...2), let minute = scanner.number(2...2)
    else { return nil }
    let second = scanner.number(2...2) ?? 0
    guard hour < 24 || (hour == 24 && minute + second == 0), minute < 60, second <= 60 else { return nil }
    let local = LocalTime(count: date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + min(second, 59))
    if scanner.take("Z") || scanner.take("z") { return scanner.isAtEnd ? .utc(local) : nil }
    guard scanner.isAtEnd else { return nil }
    return zone.map { .zoned(local, $0) } ?? .local(local)
  }
}

extension Moment {
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
