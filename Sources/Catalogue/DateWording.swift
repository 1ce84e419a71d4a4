public import Agenda

/// Dates in words; those of a conference are made once, when its catalogue is compiled.
///
/// In English, as the interface's words are: day before month, without commas. A translation of those replaces these too.
public struct DateWording: Sendable {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  public init() {}

  /// `Mon 4`.
  public func short(_ date: CalendarDate) -> String {
    "\(weekday(date).prefix(3)) \(date.day)"
  }

  /// `Monday 4 December 2017`.
  public func long(_ date: CalendarDate) -> String {
    "\(weekday(date)) \(full(date))"
  }

  /// `4 Dec`.
  public func dayAndMonth(_ date: CalendarDate) -> String {
    "\(date.day) \(month(date.month).prefix(3))"
  }

  /// `4 December 2017`.
  public func full(_ date: CalendarDate) -> String {
    "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// `3-5 December 2017`, `30 November - 2 December 2017`, `31 December 2017 - 1 January 2018`.
  func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return full(first) }
    if first.year != last.year { return "\(full(first)) - \(full(last))" }
    if first.month != last.month { return "\(first.day) \(month(first.month)) - \(full(last))" }
    return "\(first.day)-\(full(last))"
  }

  /// `2016`, `June 2016` or `14 June 2016`.
  func partial(_ date: PartialDate) -> String {
    guard let number = date.month, let first = CalendarDate(year: date.year, month: number, day: date.day ?? 1) else {
      return String(date.year)
    }
    if date.day != nil { return full(first) }
    return "\(month(number)) \(date.year)"
  }

  private func month(_ number: Int) -> String { DateWording.months[number - 1] }
  private func weekday(_ date: CalendarDate) -> String { DateWording.weekdays[date.weekday - 1] }
}
