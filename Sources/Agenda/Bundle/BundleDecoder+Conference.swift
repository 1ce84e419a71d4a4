import JSON

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
      log.report(.endBeforeStart(start: first.description, end: last.description), at: field)
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
    conference.dayChange = timeOfDay(object[.dayChange]) ?? conference.dayChange
    return ConferenceDraft(conference: conference, hasStart: start != nil, hasEnd: end != nil)
  }

  private func requiredDate(_ value: JSONValue?, _ field: ConferenceField, of object: JSONValue) -> CalendarDate? {
    if value == nil { log.report(.missingField(name: field.rawValue, expected: .date), at: object) }
    return date(value)
  }

  private func zone(_ value: JSONValue?, of object: JSONValue, around years: ClosedRange<Int>) -> OffsetTable {
    guard let value else {
      log.report(.missingField(name: ConferenceField.timeZone.rawValue, expected: .zone), at: object)
      return .utc
    }
    guard let identifier = string(value, expected: .zone) else { return .utc }
    if let zone = OffsetTable.named(identifier, around: years) { return zone }
    log.report(.unknownZone(found: value.excerpt), at: value)
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
