import Agenda
import Markup

/// Makes an agenda of a draft: whatever is sound in it, each session as one of its own.
final class AgendaBuilder {
  let draft: ScheduleDraft
  let log: ProblemLog
  let texts: TextSetter
  var zone = OffsetTable.utc
  var dayChange = DayChange.usual
  let today: CalendarDate
  private(set) lazy var firstDay = findFirstDay()
  var rooms: [Room] = []
  var tracks: [Track] = []
  var people: [Person] = []
  private let name: String
  private var roomIDs: [String: Room.ID] = [:]
  private var trackIDs: [String: Track.ID] = [:]
  private var roomPool = IdentifierPool()
  private var trackPool = IdentifierPool()
  var personPool = IdentifierPool()
  var peopleByKey: [String: [Int]] = [:]
  /// Of people whose names were compared, what is compared of them.
  var spellings: [Int: String] = [:]
  var sessionPool = IdentifierPool()
  var firstLines: [String: Int?] = [:]
  private(set) var places: [Session.ID: Problem.Place] = [:]

  /// - Parameters:
  ///   - name: what the conference is called where the file does not say it.
  ///   - today: the day of a conference whose file has no date at all.
  init(_ draft: ScheduleDraft, name: String, today: CalendarDate, limits: Import.Limits, log: ProblemLog) {
    (self.draft, self.name, self.today, self.log) = (draft, name, today, log)
    texts = TextSetter(limits: limits, log: log, baseURL: draft.baseURL ?? draft.url)
  }

  /// Nil where `progress`, which gets how much is done, from 0 to 1, has said to stop.
  func agenda(progress: (Double) -> Bool) -> Agenda? {
    zone = ZoneChoice(draft, today: today, log: log).zone()
    let stated = DayChange.stated(in: draft, zone: zone)
    dayChange = stated ?? DayChange.usual
    dayChange = DayChange.chosen(stated: stated, in: draft, zone: zone, log: log)
    for name in draft.rooms { _ = room(name) }
    for track in draft.tracks { _ = self.track(track.name, slug: track.slug, color: track.color) }
    for person in draft.people { _ = self.person(person, at: Problem.Place()) }
    var sessions: [Session] = []
    sessions.reserveCapacity(draft.sessions.count)
    for (index, draft) in self.draft.sessions.enumerated() {
      if index % 64 == 0, !progress(Double(index) / Double(self.draft.sessions.count)) { return nil }
      let session = session(draft)
      places[session.id] = Problem.Place(line: draft.place.line, path: draft.place.path)
      sessions.append(session)
    }
    var agenda = Agenda(conference: conference(sessions))
    (agenda.rooms, agenda.tracks, agenda.people) = (rooms, tracks, people)
    agenda.sessions = sessions
    return agenda
  }

  // The conference

  private func conference(_ sessions: [Session]) -> Conference {
    let place = Problem.Place()
    let title = texts.line(draft.title, at: place)
    if title == nil { log.report(.noTitle) }
    let shown = title ?? Text(name.isEmpty ? ReadingWords.untitledConference : name)
    var pool = IdentifierPool()
    let id = pool.claim(draft.acronym, words: shown.variants.first?.string ?? name)
    let zero = Conference(
      id: id, title: shown, zone: zone, start: CalendarDate(dayNumber: 0), end: CalendarDate(dayNumber: 0))
    var conference = zero
    conference.dayChange = dayChange
    let days = sessions.map { conference.day(of: $0.start) }
    let (first, last) = (days.min() ?? conference.start, days.max() ?? conference.end)
    conference.start = date(draft.start) ?? first
    conference.end = max(conference.start, date(draft.end) ?? last)
    for (session, day) in zip(sessions, days) where day < conference.start || day > conference.end {
      log.report(
        .outsideConference(date: day, start: conference.start, end: conference.end),
        at: Problem.Place(session: session.title.variants.first?.string))
    }
    conference.subtitle = texts.line(draft.subtitle, at: place)
    conference.organizers = draft.organizers.map { Text(texts.line($0, at: place)) }
    conference.venue = venue(place)
    conference.language = draft.language.flatMap { LanguageTag.isWellFormed($0) ? $0 : nil }
    conference.version = draft.version.map { texts.line($0, at: place) }
    conference.about = texts.markdown(draft.about, at: place)
    conference.url = draft.url.flatMap { texts.address($0) }
    return conference
  }

  private func venue(_ place: Problem.Place) -> Conference.Venue? {
    func text(_ string: String?) -> Text? { string.map { Text(texts.line($0, at: place)) } }
    let (name, city, country) = (text(draft.venue), text(draft.city), text(draft.country))
    guard let known = name ?? city ?? country else { return nil }
    return Conference.Venue(name: known, city: name == nil ? nil : city, country: name ?? city == nil ? nil : country)
  }

  // Rooms and tracks

  /// The room of that name; those of one name are one.
  func room(_ name: String) -> Room.ID? {
    let shown = texts.line(name, at: Problem.Place())
    guard !shown.isEmpty else { return nil }
    if let id = roomIDs[shown] { return id }
    let id = roomPool.claim(nil, words: shown)
    roomIDs[shown] = id
    rooms.append(Room(id: id, name: Text(shown)))
    return id
  }

  func track(_ name: String, slug: String? = nil, color: String? = nil) -> Track.ID? {
    let shown = texts.line(name, at: Problem.Place())
    guard !shown.isEmpty else { return nil }
    if let id = trackIDs[shown] { return id }
    let id = trackPool.claim(slug, words: shown)
    trackIDs[shown] = id
    tracks.append(Track(id: id, name: Text(shown), color: AgendaBuilder.color(color)))
    return id
  }

  /// `#rrggbb` in small letters, also of `#rgb` and of one without its sign.
  private static func color(_ color: String?) -> String? {
    guard var digits = color?.trimmingBlanks.lowercased()[...] else { return nil }
    if digits.hasPrefix("#") { digits.removeFirst() }
    guard digits.utf8.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
    if digits.utf8.count == 3 { return "#" + digits.map { "\($0)\($0)" }.joined() }
    return digits.utf8.count == 6 ? "#" + digits : nil
  }
}
