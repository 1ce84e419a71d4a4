import Agenda
import FoundationEssentials
import FoundationInternationalization

/// The wording of dates in a language other than English, as Unicode's locale data has it.
///
/// Only the parts of Foundation without its older classes are asked: those would make every start slower, used or not.
final class ForeignDates {
  /// What of a date is worded, in the order that is usual in the language.
  enum Parts {
    case weekdayAndDay, dayAndMonth, monthAndYear, withoutWeekday, whole
  }

  private let style: Date.FormatStyle
  private let span: Date.IntervalFormatStyle
  /// Many sessions share a day.
  private var worded: [Question: String] = [:]

  private struct Question: Hashable {
    var date: CalendarDate
    var parts: Parts
  }

  init(_ tag: String) {
    let locale = Locale(identifier: tag)
    // Gregorian in every language, as the bundle counts.
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    calendar.timeZone = .gmt
    style = Date.FormatStyle(locale: locale, calendar: calendar, timeZone: .gmt)
    span = Date.IntervalFormatStyle(locale: locale, calendar: calendar, timeZone: .gmt).day().month(.wide).year()
  }

  func word(_ date: CalendarDate, _ parts: Parts) -> String {
    let question = Question(date: date, parts: parts)
    if let known = worded[question] { return known }
    let words = style(of: parts).format(instant(date))
    worded[question] = words
    return words
  }

  func word(_ first: CalendarDate, _ last: CalendarDate) -> String {
    span.format(instant(min(first, last))..<instant(max(first, last)))
  }

  private func style(of parts: Parts) -> Date.FormatStyle {
    switch parts {
    case .weekdayAndDay: style.weekday(.abbreviated).day()
    case .dayAndMonth: style.day().month(.abbreviated)
    case .monthAndYear: style.month(.wide).year()
    case .withoutWeekday: style.day().month(.wide).year()
    case .whole: style.weekday(.wide).day().month(.wide).year()
    }
  }

  private func instant(_ date: CalendarDate) -> Date { Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400) }
}
