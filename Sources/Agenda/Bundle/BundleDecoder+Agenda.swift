import Glibc
import JSON

extension BundleDecoder {
  /// The whole agenda; nil where there is no conference in it.
  func agenda(_ root: JSONValue) -> Agenda? {
    guard isOurs(root), let object = ObjectReader<BundleObjectField>(root, log) else { return nil }
    checkVersion(object[.formatVersion], known: BundleFormat.version, in: object.value)
    guard let conferenceValue = object[.conference] else {
      log.report(.grammar(.missingConference), at: root)
      return nil
    }
    if let sessions = object[.sessions], isLonger(sessions, than: limits.sessions) {
      log.report(.file(.tooManySessions(limit: limits.sessions)), at: sessions)
      return nil
    }
    let sessionValues = list(object[.sessions])
    guard var draft = conference(conferenceValue, years: BundleDecoder.years(of: sessionValues)) else { return nil }
    var agenda = Agenda(conference: draft.conference)
    agenda.rooms = list(object[.rooms]).compactMap { room($0) }
    agenda.tracks = list(object[.tracks]).compactMap { track($0) }
    agenda.people = list(object[.people]).compactMap { person($0) }
    let meetings = list(object[.meetings]).compactMap { meeting($0) }
    let documents = list(object[.documents]).compactMap { document($0) }
    agenda.meetings = meetings.map { read in
      var meeting = read.meeting
      meeting.documents = references(read.documents, to: .document)
      return meeting
    }
    agenda.documents = documents.map { read in
      var document = read.document
      document.meetings = references(read.meetings, to: .meeting)
      return document
    }
    agenda.sessions.reserveCapacity(sessionValues.count)
    for value in sessionValues {
      guard let session = session(value) else { continue }
      checkDay(of: session, at: value, in: draft)
      if keepsPlaces { valuesOfSessions[session.id] = value }
      agenda.sessions.append(session)
    }
    complete(&draft, with: agenda.sessions)
    agenda.conference = draft.conference
    return isTooLarge ? nil : agenda
  }

  /// Whether it is worth reading on: the format is named, or there is a conference in it all the same.
  private func isOurs(_ root: JSONValue) -> Bool {
    var format: JSONValue?
    var hasConference = false
    for name in root.names {
      let string = name.rawString
      if string == BundleObjectField.format.rawValue { format = name.valueOfName }
      if string == BundleObjectField.conference.rawValue { hasConference = true }
    }
    if format?.rawString == BundleFormat.name { return true }
    let found = root.kind == .object ? format?.found ?? .nothing : root.found
    if isSound || format != nil {
      log.report(.grammar(.wrongFormat(found: found, expected: BundleFormat.name)), at: format ?? root)
    }
    return hasConference
  }

  /// Tells of a version of a format that is missing, or is not the one that is known; what is known is read all the same.
  func checkVersion(_ version: JSONValue?, known: Int, in object: JSONValue) {
    guard let version else {
      let name = BundleObjectField.formatVersion.rawValue
      return log.report(.value(.missingField(name: name, expected: .version(known))), at: object)
    }
    if version.kind == .number, version.excerpt == "\(known)" { return }
    log.report(.grammar(.wrongVersion(found: version.found, known: known)), at: version)
  }

  /// The years that sessions begin in, by their first four digits; 1970 without any.
  private static func years(of sessions: [JSONValue]) -> ClosedRange<Int> {
    var years: ClosedRange<Int>?
    for session in sessions {
      for name in session.names where name.rawString == SessionField.start.rawValue {
        guard let text = name.valueOfName.rawString, let start = try? StrictTime.dateTime(text) else { continue }
        let year = start.local.date.year
        years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
      }
    }
    return years ?? 1970...1970
  }

  private func checkDay(of session: Session, at value: JSONValue, in draft: ConferenceDraft) {
    guard draft.hasStart, draft.hasEnd else { return }
    let conference = draft.conference
    let day = conference.day(of: session.start)
    guard day < conference.start || day > conference.end else { return }
    log.report(.value(.outsideConference(date: day, start: conference.start, end: conference.end)), at: value)
  }

  /// Dates that the conference does not give are those of its sessions.
  private func complete(_ draft: inout ConferenceDraft, with sessions: [Session]) {
    guard !draft.hasStart || !draft.hasEnd else { return }
    let days = sessions.map { draft.conference.day(of: $0.start) }
    if !draft.hasStart { draft.conference.start = days.min() ?? draft.conference.start }
    if !draft.hasEnd { draft.conference.end = max(draft.conference.start, days.max() ?? draft.conference.start) }
    draft.conference.end = max(draft.conference.start, draft.conference.end)
  }
}

/// What a bundle says that it is.
package enum BundleFormat {
  static let name = "plenary-agenda"
  static let version = 1
  /// The file that a folder is a bundle by.
  package static let file = "agenda.json"
  /// The one that may stand in its place: an agenda in words, as Markdown.
  package static let writtenFile = "agenda.md"
  /// The names that a bundle's agenda can have, the one first that is read where both are there.
  package static let files = [file, writtenFile]

  /// Whether a folder is a bundle, by its files.
  package static func isBundle(_ folder: String) -> Bool {
    files.contains { access("\(folder)/\($0)", F_OK) == 0 }
  }
}

extension BundleDecoder {
  /// The conference, as far as its own object tells it.
  struct ConferenceDraft {
    var conference: Conference
    var hasStart: Bool
    var hasEnd: Bool
  }

  /// - Parameter years: of the sessions, asked for only where the conference has no start.
  func conference(_ value: JSONValue, years: @autoclosure () -> ClosedRange<Int>) -> ConferenceDraft? {
    guard let object = ObjectReader<ConferenceField>(value, log) else { return nil }
    let language = languageTag(object[.language])
    texts.language = language ?? ""
    let start = requiredDate(object[.start], .start, of: value)
    var end = requiredDate(object[.end], .end, of: value)
    if let first = start, let last = end, last < first, let field = object[.end] {
      log.report(.value(.endBeforeStart(start: first.description, end: last.description)), at: field)
      end = nil
    }
    let span = start.map { $0.year...(end?.year ?? $0.year) } ?? years()
    zone = zone(object[.timeZone], of: value, around: span)

    let title = required(text(object[.title]), ConferenceField.title.rawValue, of: value, given: object[.title])
    var registry = IdentifierRegistry()
    let id = registry.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("conference", words: title))
    let someDate = start ?? end ?? CalendarDate(dayNumber: 0)
    var conference = Conference(
      id: id, title: title ?? Text.untitled, zone: zone, start: someDate, end: end ?? someDate)
    conference.subtitle = text(object[.subtitle])
    conference.organizers = list(object[.organizers]).compactMap { text($0) }
    conference.venue = venue(object[.venue])
    conference.language = language
    conference.version = string(object[.version])
    conference.published = date(object[.published])
    conference.status = choice(object[.status], Conference.Status.self) ?? .final
    conference.notice = text(object[.notice])
    conference.about = markdown(object[.about])
    conference.url = address(object[.url])
    conference.dayChange = timeOfDay(object[.dayChange]).map(DayChange.init) ?? conference.dayChange
    return ConferenceDraft(conference: conference, hasStart: start != nil, hasEnd: end != nil)
  }

  private func requiredDate(_ value: JSONValue?, _ field: ConferenceField, of object: JSONValue) -> CalendarDate? {
    if value == nil { log.report(.value(.missingField(name: field.rawValue, expected: .date)), at: object) }
    return date(value)
  }

  private func zone(_ value: JSONValue?, of object: JSONValue, around years: ClosedRange<Int>) -> OffsetTable {
    guard let value else {
      log.report(.value(.missingField(name: ConferenceField.timeZone.rawValue, expected: .zone)), at: object)
      return .utc
    }
    guard let identifier = string(value, expected: .zone) else { return .utc }
    if let zone = OffsetTable.named(identifier, around: years) { return zone }
    log.report(.value(.unknownZone(found: value.excerpt)), at: value)
    return .utc
  }

  private func venue(_ value: JSONValue?) -> Conference.Venue? {
    guard let value, let object = ObjectReader<VenueField>(value, log) else { return nil }
    let name = required(text(object[.name]), VenueField.name.rawValue, of: value, given: object[.name])
    let city = text(object[.city])
    let country = text(object[.country])
    // A city without a house is still a venue.
    guard let known = name ?? city ?? country else { return nil }
    return Conference.Venue(name: known, city: name == nil ? nil : city, country: name ?? city == nil ? nil : country)
  }
}
