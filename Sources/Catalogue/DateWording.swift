import Agenda

/// Dates in the reader's language, worded once when a catalogue is compiled, so that no start needs a calendar library.
///
/// English is worded here, day before month and without commas; other languages are asked of the system, with the
/// parts in the order that is usual there (CLDR's skeletons). Clocks have 24 hours everywhere.
struct DateWording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  private let foreign: ForeignDates?

  /// The first language decides; none, or one that is no tag, is English.
  init(languages: [String]) {
    let tag = languages.first ?? "en"
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    let isEnglish = primary.isEmpty || primary == "en" || primary == "c" || primary == "posix"
    foreign = isEnglish ? nil : ForeignDates(tag)
  }

  /// `Mon 4`.
  func short(_ date: CalendarDate) -> String {
    foreign?.word(date, .weekdayAndDay) ?? "\(weekday(date).prefix(3)) \(date.day)"
  }

  /// `Monday 4 December 2017`.
  func long(_ date: CalendarDate) -> String {
    foreign?.word(date, .whole) ?? "\(weekday(date)) \(full(date))"
  }

  /// `4 Dec`.
  func dayAndMonth(_ date: CalendarDate) -> String {
    foreign?.word(date, .dayAndMonth) ?? "\(date.day) \(month(date.month).prefix(3))"
  }

  /// `4 December 2017`.
  func full(_ date: CalendarDate) -> String {
    foreign?.word(date, .withoutWeekday) ?? "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// `3-5 December 2017`, `30 November - 2 December 2017`, `31 December 2017 - 1 January 2018`.
  func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return full(first) }
    if let foreign { return foreign.word(first, last) }
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
    return foreign?.word(first, .monthAndYear) ?? "\(month(number)) \(date.year)"
  }

  private func month(_ number: Int) -> String { DateWording.months[number - 1] }
  private func weekday(_ date: CalendarDate) -> String { DateWording.weekdays[date.weekday - 1] }
}
