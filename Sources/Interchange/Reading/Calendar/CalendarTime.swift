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
    guard scanner.accept("T") || scanner.accept("t"), let hour = scanner.number(2...2),
      let minute = scanner.number(2...2)
    else { return nil }
    let second = scanner.number(2...2) ?? 0
    guard hour < 24 || (hour == 24 && minute + second == 0), minute < 60, second <= 60 else { return nil }
    let local = LocalTime(count: date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + min(second, 59))
    if scanner.accept("Z") || scanner.accept("z") { return scanner.isAtEnd ? .utc(local) : nil }
    guard scanner.isAtEnd else { return nil }
    return zone.map { .zoned(local, $0) } ?? .local(local)
  }
}
