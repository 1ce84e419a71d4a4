import Agenda
import FoundationEssentials
import FoundationInternationalization

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

  private let foreign: Foreign?

  /// The first language decides; none, or one that is no tag, is English.
  init(languages: [String]) {
    let tag = languages.first ?? "en"
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    let isEnglish = primary.isEmpty || primary == "en" || primary == "c" || primary == "posix"
    foreign = isEnglish ? nil : Foreign(tag)
  }

  /// `Mon 4`.
  func short(_ date: CalendarDate) -> String {
    foreign?.word(date, { $0.weekday(.abbreviated).day() }) ?? "\(weekday(date).prefix(3)) \(date.day)"
  }

  /// `Monday 4 December 2017`.
  func long(_ date: CalendarDate) -> String {
    foreign?.word(date, { $0.weekday(.wide).day().month(.wide).year() }) ?? "\(weekday(date)) \(full(date))"
  }

  /// `4 Dec`.
  func dayAndMonth(_ date: CalendarDate) -> String {
    foreign?.word(date, { $0.day().month(.abbreviated) }) ?? "\(date.day) \(month(date.month).prefix(3))"
  }

  /// `4 December 2017`.
  func full(_ date: CalendarDate) -> String {
    foreign?.word(date, { $0.day().month(.wide).year() }) ?? "\(date.day) \(month(date.month)) \(date.year)"
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
    return foreign?.word(first, { $0.month(.wide).year() }) ?? "\(month(number)) \(date.year)"
  }

  private func month(_ number: Int) -> String { DateWording.months[number - 1] }
  private func weekday(_ date: CalendarDate) -> String { DateWording.weekdays[date.weekday - 1] }
}

/// The wording of dates in a language other than English, as Unicode's locale data has it.
///
/// Only the parts of Foundation without its older classes are asked: those would make every start slower, used or not.
private struct Foreign {
  private let style: Date.FormatStyle
  private let span: Date.IntervalFormatStyle

  init(_ tag: String) {
    let locale = Locale(identifier: tag)
    // Gregorian in every language, as the bundle counts.
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    calendar.timeZone = .gmt
    style = Date.FormatStyle(locale: locale, calendar: calendar, timeZone: .gmt)
    span = Date.IntervalFormatStyle(locale: locale, calendar: calendar, timeZone: .gmt).day().month(.wide).year()
  }

  func word(_ date: CalendarDate, _ parts: (Date.FormatStyle) -> Date.FormatStyle) -> String {
    parts(style).format(instant(date))
  }

  func word(_ first: CalendarDate, _ last: CalendarDate) -> String {
    span.format(instant(min(first, last))..<instant(max(first, last)))
  }

  private func instant(_ date: CalendarDate) -> Date { Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400) }
}
