/// Times and lengths as the formats write them.
package enum WireTime {
  /// `2017-12-04T09:00:00-05:00` (RFC 3339 §5.6); seconds of an old zone's offset go into the time.
  package static func iso(_ instant: Instant, in zone: OffsetTable) -> String {
    let offset = zone.transition(at: instant).offset / 60 * 60
    let local = LocalTime(instant, offset: offset)
    return "\(local.date)T\(local.clock):\(digits(local.second, 2))\(self.offset(offset, separator: ":"))"
  }

  /// `20171204T090000` (RFC 5545 §3.3.5, form 1 and 3).
  package static func basic(_ local: LocalTime) -> String {
    basic(local.date) + "T" + digits(local.hour, 2) + digits(local.minute, 2) + digits(local.second, 2)
  }

  /// `20171204` (RFC 5545 §3.3.4).
  package static func basic(_ date: CalendarDate) -> String {
    digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2)
  }

  /// `20171204T140000Z` (RFC 5545 §3.3.5, form 2).
  package static func basicUTC(_ instant: Instant) -> String { basic(LocalTime(instant, offset: 0)) + "Z" }

  /// `-05:00`, or `-0500` (RFC 5545 §3.3.14), with seconds where an old zone has some.
  package static func offset(_ seconds: Int, separator: String = "") -> String {
    let size = abs(seconds)
    let rest = size % 60 == 0 ? "" : separator + digits(size % 60, 2)
    return (seconds < 0 ? "-" : "+") + digits(size / 3_600, 2) + separator + digits(size % 3_600 / 60, 2) + rest
  }

  /// `01:30`, hours and minutes, the minutes rounded up; `00:00` for what has no length.
  package static func length(_ seconds: Int64) -> String {
    let minutes = Int(max(0, seconds) + 59) / 60
    return digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2)
  }

  package static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
