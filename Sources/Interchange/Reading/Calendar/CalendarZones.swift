import Agenda
import Markup

/// The time zones that a calendar's times name by TZID.
final class CalendarZones {
  private let years: ClosedRange<Int>
  private let log: ProblemLog
  private var components: [String: CalendarComponent] = [:]
  private var known: [String: OffsetTable?] = [:]
  private lazy var candidates = ZoneNames.candidates(around: years)
  /// Rules of their own that a file has for its zones; more than this are no calendar's.
  private static let componentLimit = 200

  init(_ calendars: [CalendarComponent], years: ClosedRange<Int>, log: ProblemLog) {
    (self.years, self.log) = (years, log)
    for component in calendars.flatMap(\.components) where component.name == "VTIMEZONE" {
      guard components.count < CalendarZones.componentLimit else { break }
      if let name = component.text("TZID"), components[name] == nil { components[name] = component }
    }
  }

  /// What a TZID means: a zone of IANA, one of Windows, else what the file's VTIMEZONE says; nil where nobody knows.
  func zone(_ name: String, at place: Problem.Place) -> OffsetTable? {
    if let zone = known[name] { return zone }
    let zone = find(name)
    if zone == nil { log.report(.value(.zoneNotRead(name: Excerpt.shown(name))), at: place) }
    known[name] = .some(zone)
    return zone
  }

  private func find(_ name: String) -> OffsetTable? {
    if let zone = OffsetTable.named(name, around: years) { return zone }
    let component = components[name]
    let ownRules = component.flatMap { ObservanceTable.table(of: $0, name: name, years: years) }
    // An offset in a name says less than the file's own rules.
    let isClear = ownRules == nil || ZoneNames.offset(in: name) == nil
    for other in [component?.text("X-LIC-LOCATION"), isClear ? ZoneNames.iana(of: name) : nil].compactMap(\.self) {
      guard let zone = OffsetTable.named(other, around: years) else { continue }
      log.report(.conference(.zoneOfWindows(zone: zone.identifier, name: Excerpt.shown(name))))
      return zone
    }
    guard let table = ownRules else { return nil }
    // A bundle names its zone: one of IANA's with the same offsets.
    guard let zone = ZoneNames.like(table, among: candidates, around: years) else { return table }
    log.report(.conference(.zoneRenamed(zone: zone.identifier, name: Excerpt.shown(name))))
    return zone
  }
}

/// A VTIMEZONE (RFC 5545 §3.6.5) as a table of offsets.
enum ObservanceTable {
  /// Two in each of a thousand years.
  private static let transitionLimit = 2_000

  static func table(of zone: CalendarComponent, name: String, years: ClosedRange<Int>) -> OffsetTable? {
    var transitions: [OffsetTable.Transition] = []
    for component in zone.components
    where transitions.count < transitionLimit && (component.name == "STANDARD" || component.name == "DAYLIGHT") {
      guard let to = component["TZOFFSETTO"].flatMap({ offset($0.value) }) else { continue }
      let from = component["TZOFFSETFROM"].flatMap { offset($0.value) } ?? to
      let letters = component.text("TZNAME") ?? ""
      for start in starts(of: component, years: years) {
        transitions.append(.init(start: start.instant(offset: from), offset: to, abbreviation: letters))
      }
    }
    guard !transitions.isEmpty else { return nil }
    return OffsetTable(identifier: name, transitions: transitions.sorted { $0.start < $1.start })
  }

  /// When an observance begins, in the years that matter and the two before them.
  private static func starts(of component: CalendarComponent, years: ClosedRange<Int>) -> [LocalTime] {
    guard let first = component["DTSTART"].flatMap({ CalendarTime.moment($0.value.trimmingBlanks, zone: nil) })?.written
    else { return [LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: 0)] }
    var starts = [first]
    starts += component.all("RDATE").flatMap { CalendarEscapes.parts(of: $0.value) }
      .compactMap { CalendarTime.moment($0, zone: nil)?.written }
    guard let rule = component["RRULE"].flatMap({ RecurrenceRule($0.value) }), rule.frequency == .yearly else {
      return starts
    }
    let days = RecurrenceDays(rule: rule, start: first.date)
    let last = rule.until.map { $0.written.date.year } ?? 9_998
    // As with IANA's zones, the last rules known hold on.
    let end = min(years.upperBound, years.lowerBound + 50) + 1
    let span = max(first.date.year, years.lowerBound - 2)...max(first.date.year, end)
    for year in span where year <= last && span.count <= 400 {
      starts += days.ofYear(year).map { LocalTime(date: CalendarDate(dayNumber: $0), secondOfDay: first.secondOfDay) }
    }
    return starts
  }

  /// `-0500`, `+013000`, in seconds east of UTC.
  static func offset(_ text: String) -> Int? {
    var scanner = TimeScanner(text)
    let isWest = scanner.accept("-")
    if !isWest { _ = scanner.accept("+") }
    guard let hour = scanner.number(2...2), let minute = scanner.number(2...2) else { return nil }
    let second = scanner.number(2...2) ?? 0
    guard scanner.isAtEnd, hour < 24, minute < 60, second < 60 else { return nil }
    return (isWest ? -1 : 1) * (hour * 3_600 + minute * 60 + second)
  }
}
