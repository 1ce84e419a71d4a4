import Agenda
import Foundation

/// The system's wording of dates in a language other than English.
final class ForeignDates {
  private let locale: Locale
  private var formatters: [String: DateFormatter] = [:]
  /// Many sessions share a day.
  private var worded: [Question: String] = [:]

  private struct Question: Hashable {
    var date: CalendarDate
    var template: String
  }

  init(_ tag: String) { locale = Locale(identifier: tag) }

  func word(_ date: CalendarDate, _ template: String) -> String {
    let question = Question(date: date, template: template)
    if let known = worded[question] { return known }
    let formatter = formatters[template] ?? make(template)
    formatters[template] = formatter
    let words = formatter.string(from: instant(date))
    worded[question] = words
    return words
  }

  func word(_ first: CalendarDate, _ last: CalendarDate) -> String {
    let formatter = DateIntervalFormatter()
    formatter.locale = locale
    formatter.calendar = calendar
    formatter.timeZone = .gmt
    formatter.dateTemplate = "dMMMMy"
    return formatter.string(from: instant(first), to: instant(last))
  }

  private func make(_ template: String) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.calendar = calendar
    formatter.timeZone = .gmt
    formatter.setLocalizedDateFormatFromTemplate(template)
    return formatter
  }

  /// Gregorian in every language, as the bundle counts.
  private var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    calendar.timeZone = .gmt
    return calendar
  }

  private func instant(_ date: CalendarDate) -> Date { Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400) }
}
