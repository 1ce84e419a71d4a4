package import Agenda
import JSON
import Markup

/// An entry of a list of favourites, as the program that made the list knows it.
public struct Favourite: Equatable, Sendable {
  /// UID of a calendar's event (RFC 5545 §3.8.4.7), or a code of a list of these; nil where there is neither.
  public var uid: String?
  /// Where more can be read of it.
  public var address: String?
  /// One line, safe to show; empty where there is none.
  public var title = ""
  /// Where it is, on one line; empty where that is not said.
  public var location = ""
  var start: Moment?
  var end: Moment?
  /// What a session is called that is imported from the same entry.
  var identifier: String?

  /// What people are told of it: its title, else what else is known.
  public var name: String { title.isEmpty ? Favourite.shown(uid ?? address ?? "?") : title }

  fileprivate static func shown(_ text: String) -> String {
    TextCleaner(lines: .single).clean(Excerpt.shown(text)).string
  }
}

/// Lists of favourites that other programs give out.
public enum Favourites {
  /// Reads an iCalendar file, such as pretalx's of starred talks, or a JSON list of codes, as pretalx's API gives them
  /// (`/api/events/EVENT/submissions/favourites/`) and browsers keep them.
  ///
  /// Of a series each time is an entry. There is one at least; nil where it is neither a calendar nor such a list.
  package static func read(
    _ source: FileBytes, limits: ImportLimits = .standard
  ) throws(ImportFailure) -> [Favourite]? {
    let found: [Favourite]?
    do throws(ImportFailure) {
      switch try FormatGuess.format(of: source) {
      case .xml, .text, .webPage, .document: return nil
      case .json: found = codes(in: source, limits)
      case .calendar: found = try events(in: source, limits)
      }
    } catch {
      if case .file(.unknownFormat(looksLike: nil)) = error.fact { return nil }
      throw error
    }
    if found?.isEmpty == true { throw ImportFailure(.file(.noSessions)) }
    return found
  }

  private static func events(in source: FileBytes, _ limits: ImportLimits) throws(ImportFailure) -> [Favourite] {
    let log = ProblemLog()
    let monitor = ImportMonitor(total: source.count) { _ in true }
    let calendars = try CalendarParser.calendars(source, limits, log, monitor)
    let zones = CalendarZones(calendars, years: CalendarReader.years(of: calendars), log: log)
    let events = calendars.flatMap(\.components).filter { $0.name == "VEVENT" }
    // What recurs without an end is looked for from its beginning, whenever the conference was.
    var series = CalendarSeries(
      events.map { CalendarEvent($0, isCancelled: false) }, zones: zones, today: CalendarDate(dayNumber: 0), log: log)
    let spread = series.spread(limit: limits.sessions)
    guard spread.count <= limits.sessions else {
      throw ImportFailure(.file(.tooManySessions(limit: limits.sessions)))
    }
    return spread.map { event in
      var favourite = Favourite(uid: event.uid, address: event.component.text("URL"))
      if let title = event.component.text("SUMMARY") { favourite.title = Favourite.shown(title) }
      if let place = event.component.text("LOCATION") { favourite.location = Favourite.shown(place) }
      (favourite.start, favourite.end, favourite.identifier) = (event.start, event.end, event.identifier)
      return favourite
    }
  }

  /// Nil for JSON that is no list of texts and numbers.
  private static func codes(in source: FileBytes, _ limits: ImportLimits) -> [Favourite]? {
    guard let document = try? JSONReader(depthLimit: limits.depth, valueLimit: limits.values).read(source),
      document.isStrict, let root = document.root, root.kind == .array
    else { return nil }
    var codes: [Favourite] = []
    for value in root.values {
      guard let code = value.rawString ?? value.digits else { return nil }
      codes.append(Favourite(uid: code))
    }
    return codes
  }
}
