public import Agenda
public import Catalogue

/// Dates in words: day before month, without commas.
///
/// In English, as the interface's words are. A translation of those replaces these too.
public struct DateWording: Sendable {
  static let months = [
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
  public func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return full(first) }
    if first.year != last.year { return "\(full(first)) - \(full(last))" }
    if first.month != last.month { return "\(first.day) \(month(first.month)) - \(full(last))" }
    return "\(first.day)-\(full(last))"
  }

  /// `2016`, `June 2016` or `14 June 2016`.
  func partial(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    guard let number = date.month, let first = CalendarDate(year: date.year, month: number, day: date.day ?? 1) else {
      return String(date.year)
    }
    if date.day != nil { return full(first) }
    return "\(month(number)) \(date.year)"
  }

  private func month(_ number: Int) -> String { DateWording.months[number - 1] }
  private func weekday(_ date: CalendarDate) -> String { DateWording.weekdays[date.weekday - 1] }
}

extension Day {
  /// `Mon 4`.
  var shortName: String { DateWording().short(date) }
  /// `Monday 4 December 2017`.
  var longName: String { DateWording().long(date) }
  /// `4 Dec`.
  var dayAndMonth: String { DateWording().dayAndMonth(date) }
}

extension ConferenceCard {
  /// `3-5 December 2017`.
  public var dates: String { DateWording().span(start, end) }
}

extension PageDetail {
  /// `Mon 4 09:00`, `June 2016, Geneva`, or empty.
  var words: String {
    switch self {
    case .session(let day, let start): "\(DateWording().short(day)) \(start.clock)"
    case .meeting(let date, let place): listed([DateWording().partial(date), place])
    case .conference(let first, let last): DateWording().span(first, last)
    case .text(let text): text
    }
  }
}
