/// Dates in words, in English.
///
/// A translation replaces this file and nothing else.
package enum DateWords {
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `Monday 4 December 2017`.
  package static func day(_ date: CalendarDate) -> String { "\(weekdays[date.weekday - 1]) \(Self.date(date))" }

  /// `Mon 4 Dec`.
  package static func shortDay(_ date: CalendarDate) -> String {
    "\(weekdays[date.weekday - 1].prefix(3)) \(date.day) \(months[date.month - 1].prefix(3))"
  }

  /// `4 December 2017`.
  package static func date(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

  /// `June 2016`, as far as it is known.
  package static func date(_ date: PartialDate) -> String {
    guard let month = date.month else { return "\(date.year)" }
    return (date.day.map { "\($0) " } ?? "") + "\(months[month - 1]) \(date.year)"
  }

  /// `3–5 December 2017`, as short as both allow.
  package static func dates(_ start: CalendarDate, _ end: CalendarDate) -> String {
    if start == end { return date(start) }
    if start.year != end.year { return "\(date(start)) – \(date(end))" }
    if start.month != end.month { return "\(start.day) \(months[start.month - 1]) – \(date(end))" }
    return "\(start.day)–\(date(end))"
  }
}
