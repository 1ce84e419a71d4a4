import Agenda
import Markup

/// A schedule's draft from an iCalendar file.
enum CalendarImport {
  static func draft(
    _ source: FileBytes, today: CalendarDate, _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft {
    let calendars = try CalendarParser.calendars(source, limits, log, monitor)
    return CalendarReader(calendars, today: today, limit: limits.sessions, log: log).read()
  }
}

/// Makes a draft of the calendars in a file: their events, series spread out, exceptions in their places.
final class CalendarReader {
  let log: ProblemLog
  let zones: CalendarZones
  private let calendars: [CalendarComponent]
  private(set) var draft = ScheduleDraft()
  private let limit: Int
  private let today: CalendarDate
  /// As its product is called in all that it writes (RFC 5545 §3.7.3); identifiers go on in what others make of it.
  private let isOfPretalx: Bool
  /// The first time of the series that is being made into sessions.
  private var first: SessionDraft?

  /// - Parameters:
  ///   - today: the day from which series without an end are shown.
  ///   - limit: how many sessions there may be.
  init(_ calendars: [CalendarComponent], today: CalendarDate, limit: Int, log: ProblemLog) {
    (self.calendars, self.today, self.limit, self.log) = (calendars, today, limit, log)
    isOfPretalx = !calendars.isEmpty && calendars.allSatisfy { $0.text("PRODID")?.hasPrefix("-//pretalx//") ?? false }
    zones = CalendarZones(calendars, years: CalendarReader.years(of: calendars), log: log)
  }

  func read() -> ScheduleDraft {
    for calendar in calendars { head(calendar) }
    let events = calendars.flatMap { calendar in
      let isCancelled = calendar.text("METHOD")?.uppercased() == "CANCEL"
      return calendar.components.filter { $0.name == "VEVENT" }.map { CalendarEvent($0, isCancelled: isCancelled) }
    }
    if !events.isEmpty, events.allSatisfy({ $0.component["DTSTAMP"] == nil }) { log.report(.calendar(.withoutStamp)) }
    draft.zoneName = draft.zoneName ?? commonZone(of: events)
    var series = CalendarSeries(events, zones: zones, today: today, log: log)
    for event in series.spread(limit: limit) {
      draft.sessions.append(session(event))
    }
    setOrganizers(of: events)
    localize()
    return draft
  }

  private func head(_ calendar: CalendarComponent) {
    if draft.title == nil { draft.title = (calendar.text("X-WR-CALNAME") ?? calendar.text("NAME")).map { Text($0) } }
    if draft.subtitle == nil, draft.about == nil,
      let text = calendar.text("X-WR-CALDESC") ?? calendar.text("DESCRIPTION"), text != draft.title?.string(for: [])
    {
      if text.utf8.count <= 120, !text.utf8.contains(0x0A) {
        draft.subtitle = Text(text)
      } else {
        draft.about = Text(text)
      }
    }
    draft.url = draft.url ?? calendar.text("URL")
    guard draft.zoneName == nil, let name = calendar.text("X-WR-TIMEZONE") else { return }
    draft.zoneName = zones.zone(name, at: Problem.Place(line: calendar["X-WR-TIMEZONE"]?.line))?.identifier
  }

  /// The zone that most events are in; nil where none names one.
  private func commonZone(of events: [CalendarEvent]) -> String? {
    var counts: [String: Int] = [:]
    for event in events {
      guard let line = event.component["DTSTART"], let name = line[parameter: "TZID"] else { continue }
      counts[name, default: 0] += 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { zones.zone($0.key, at: Problem.Place()) }?.identifier
  }

  /// From the first four digits of the starts; 1970 without any.
  static func years(of calendars: [CalendarComponent]) -> ClosedRange<Int> {
    var years: ClosedRange<Int>?
    for event in calendars.flatMap(\.components) where event.name == "VEVENT" {
      guard let year = event["DTSTART"].flatMap({ Int($0.value.trimmingBlanks.prefix(4)) }),
        (1_900...2_200).contains(year)
      else { continue }
      years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
    }
    return years ?? 1970...1970
  }

  // A session

  /// The further times of a series differ from its first in little, and are made of that.
  private func session(_ event: CalendarEvent) -> SessionDraft {
    var session = first.flatMap { event.index > 0 && $0.place.line == event.component.line ? $0 : nil } ?? read(event)
    if event.index == 0 { first = session }
    session.id = event.identifier
    (session.start, session.end, session.length) = (event.start, event.end, event.length)
    session.listedDay = nil
    if case .day(let date) = event.start {
      session.listedDay = date
      if event.index == 0 { log.report(.session(.wholeDay), at: event.place) }
    }
    return session
  }

  /// What all times of a series have in common.
  private func read(_ event: CalendarEvent) -> SessionDraft {
    let component = event.component
    var session = SessionDraft(place: event.place)
    session.title = component.text("SUMMARY").map { Text($0) }
    session.description = (component.text("DESCRIPTION") ?? component.text("X-ALT-DESC")).map { Text($0) }
    session.unreadStart = event.unreadStart
    session.room = component.text("LOCATION")
    categories(of: component, into: &session)
    session.status =
      event.isCancelled ? .cancelled : component.text("STATUS").flatMap { Session.Status(rawValue: $0.lowercased()) }
    session.people = component.all("ATTENDEE").compactMap { person($0) }
    if isOfPretalx, session.people.isEmpty { separateSpeakers(&session) }
    if let url = component.text("URL") {
      session.pages.append(SessionDraft.Link(title: ReadingWords.sessionPage, url: url))
    }
    // Where one takes part from afar (RFC 7986 §5.11).
    session.links = component.all("CONFERENCE").map { line in
      SessionDraft.Link(title: line[parameter: "LABEL"], url: line.value.trimmingBlanks)
    }
    session.attachments = component.all("ATTACH").compactMap { line in
      guard line[parameter: "ENCODING"] == nil else { return nil }
      return SessionDraft.Link(title: line[parameter: "FILENAME"], url: line.value.trimmingBlanks)
    }
    return session
  }

  /// A category that is a kind of session is that; the first other one is the track, the second the type of session, and
  /// where there are more, all of them stand below the description.
  private func categories(of component: CalendarComponent, into session: inout SessionDraft) {
    var names = component.all("CATEGORIES").flatMap(\.texts)
    if let last = names.last, let kind = Session.Kind.allCases.first(where: { WritingWords.Mark.kind($0) == last }) {
      session.kind = kind
      names.removeLast()
    }
    session.track = names.first
    session.type = names.dropFirst().first ?? names.first
    if names.count > 2 {
      let all = ReadingWords.categories + names.joined(separator: ", ")
      session.description = Text(
        [session.description?.string(for: []), all].compactMap(\.self).joined(separator: "\n\n"))
    }
  }

  /// pretalx writes the names of those who speak behind the title, and the dash between also where nobody does.
  private func separateSpeakers(_ session: inout SessionDraft) {
    guard let summary = session.title?.variants.first?.string else { return }
    let whole = summary + " "
    guard let dash = whole.range(ofLast: " - "), dash.lowerBound > whole.startIndex else { return }
    session.title = Text(String(whole[..<dash.lowerBound]))
    let names = whole[dash.upperBound...].split(separator: ",").map { String($0).trimmingBlanks }
    session.people = names.filter { !$0.isEmpty }.map { PersonDraft(name: $0) }
  }

  private func person(_ line: ContentLine) -> PersonDraft? {
    guard let name = line[parameter: "CN"], !name.contains("@") else { return nil }
    return PersonDraft(name: name, role: line[parameter: "ROLE"] == "CHAIR" ? ReadingWords.chair : nil)
  }

  /// Who organises everything organises the conference; who organises one event takes part in it.
  private func setOrganizers(of events: [CalendarEvent]) {
    let names = Set(events.compactMap { $0.component["ORGANIZER"]?[parameter: "CN"] })
    if names.count == 1, events.count > 1, let name = names.first { draft.organizers = [name] }
    guard names.count > 1 || events.count == 1 else { return }
    let byLine = Dictionary(events.map { ($0.component.line, $0.component["ORGANIZER"]?[parameter: "CN"]) }) { a, _ in a
    }
    for index in draft.sessions.indices {
      guard let line = draft.sessions[index].place.line, let name = byLine[line] ?? nil, !name.contains("@") else {
        continue
      }
      draft.sessions[index].people += Self.names(name).map { PersonDraft(name: $0, role: ReadingWords.organizer) }
    }
  }

  /// A name, or several whole ones with commas between: `Ann Bee, Cy Dee`.
  private static func names(_ line: String) -> [String] {
    let parts = line.split(separator: ",").map { String($0).trimmingBlanks }
    return parts.count > 1 && parts.allSatisfy(WrittenNames.isName) ? parts : [line]
  }

  /// Calendars that give all times in UTC say so of their zone too; where all is in one city, its clock is meant.
  private func localize() {
    guard draft.zoneName == nil || draft.zoneName == "UTC" else { return }
    var counts: [String: Int] = [:]
    for session in draft.sessions {
      guard case .utc = session.start else { return }
      let parts = (session.room ?? "").split(separator: ",").map { String($0).trimmingBlanks }
      if parts.count >= 3 { counts[parts[parts.count - 2], default: 0] += 1 }
    }
    guard let city = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      city.value * 5 >= draft.sessions.count * 4, ZoneDirectory().zone(ofCity: city.key) != nil
    else { return }
    draft.zoneName = nil
    draft.city = city.key
    draft.isCityOfPlaces = true
  }
}
