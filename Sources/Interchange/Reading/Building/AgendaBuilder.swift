import Agenda
import Markup

/// Makes an agenda of a draft: whatever is sound in it, each session as one of its own.
final class AgendaBuilder {
  private(set) var draft: ScheduleDraft
  let log: ProblemLog
  let texts: TextConverter
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
  init(_ draft: ScheduleDraft, name: String, today: CalendarDate, limits: ImportLimits, log: ProblemLog) {
    (self.draft, self.name, self.today, self.log) = (draft, name, today, log)
    texts = TextConverter(limits: limits, log: log, baseURL: draft.baseURL ?? draft.url)
  }

  /// Nil where `progress`, which gets how much is done, from 0 to 1, has said to stop.
  func agenda(progress: (Double) -> Bool) -> Agenda? {
    zone = ZoneChoice(draft, today: today, log: log).zone()
    let stated = DayChange.stated(in: draft, zone: zone)
    if let stated { correctDays(stated) }
    dayChange = stated ?? DayChange.usual
    dayChange = DayChange.chosen(stated: stated, in: draft, zone: zone, log: log)
    for name in draft.rooms where !WrittenWords.isUnknownPlace(name) { _ = room(name) }
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
    addBackground(to: &agenda)
    return agenda
  }

  private func correctDays(_ change: DayChange) {
    let dates = correctedDays(change)
    guard !dates.isEmpty else { return }
    for index in draft.days.indices { draft.days[index].date = dates[draft.days[index].date] ?? draft.days[index].date }
    for index in draft.sessions.indices {
      if let day = draft.sessions[index].listedDay { draft.sessions[index].listedDay = dates[day] ?? day }
    }
  }

  // The conference

  private func conference(_ sessions: [Session]) -> Conference {
    let place = Problem.Place()
    let title = texts.line(draft.title, at: place)
    if title == nil { log.report(.conference(.noTitle)) }
    let shown = title ?? Text(name.isEmpty ? ReadingWords.untitledConference : name)
    var pool = IdentifierPool()
    let id = pool.claim(draft.acronym, words: shown.variants.first?.string ?? name)
    let zero = Conference(
      id: id, title: shown, zone: zone, start: CalendarDate(dayNumber: 0), end: CalendarDate(dayNumber: 0))
    var conference = zero
    conference.dayChange = dayChange
    let days = sessions.map { conference.day(of: $0.start) }
    let planned = draft.days.map(\.date)
    let first = days.min() ?? planned.min() ?? today
    let last = days.max() ?? planned.max() ?? first
    conference.start = date(draft.start) ?? first
    conference.end = max(conference.start, date(draft.end) ?? last)
    for (session, day) in zip(sessions, days) where day < conference.start || day > conference.end {
      log.report(
        .value(.outsideConference(date: day, start: conference.start, end: conference.end)),
        at: Problem.Place(session: session.title.variants.first?.string))
    }
    conference.subtitle = texts.line(draft.subtitle, at: place)
    conference.organizers = draft.organizers.map { Text(texts.line($0, at: place)) }
    conference.venue = venue(place)
    conference.language = draft.language.flatMap { LanguageTag.isWellFormed($0) ? $0 : nil }
    conference.version = draft.version.map { texts.line($0, at: place) }
    conference.about = texts.markdown(draft.about, at: place)
    conference.notice = texts.line(draft.notice, at: place)
    conference.status = draft.isProvisional ? .draft : .final
    conference.published = draft.published
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

extension AgendaBuilder {
  /// Somebody by what the file tells people apart by, and by their name.
  ///
  /// One key with two spellings of a name is one person; with two names that are not alike, it is two.
  func person(_ draft: PersonDraft, at place: Problem.Place) -> Person.ID? {
    let name = texts.line(draft.name, at: place)
    guard !name.isEmpty else { return nil }
    let key = draft.key.map { "k" + $0 } ?? "n" + name
    let known = peopleByKey[key] ?? []
    let spelling = known.isEmpty ? nil : Spelling.key(of: name)
    // Whoever gives thousands of people one key gets them all, but not each compared with each.
    for index in known.suffix(8) {
      let other = people[index].name.variants.first?.string ?? ""
      guard other == name || spelling.map({ Spelling.isAlike($0, spellingKey(of: index)) }) ?? false else { continue }
      if other != name { log.report(.session(.personTwice(name: name, other: other)), at: place) }
      complete(index, with: draft, at: place)
      return people[index].id
    }
    var person = Person(id: personPool.claim(draft.key, words: name), name: Text(name))
    person.affiliation = draft.affiliation.map { Text(texts.line($0, at: place)) }
    person.bio = texts.markdown(draft.bio, at: place)
    peopleByKey[key, default: []].append(people.count)
    people.append(person)
    return person.id
  }

  private func spellingKey(of index: Int) -> String {
    if let known = spellings[index] { return known }
    let key = Spelling.key(of: people[index].name.variants.first?.string ?? "")
    spellings[index] = key
    return key
  }

  private func complete(_ index: Int, with draft: PersonDraft, at place: Problem.Place) {
    if people[index].bio == nil, draft.bio != nil { people[index].bio = texts.markdown(draft.bio, at: place) }
    if people[index].affiliation == nil, let affiliation = draft.affiliation {
      people[index].affiliation = Text(texts.line(affiliation, at: place))
    }
  }
}

/// Gives everything in one list an identifier of its own, the same with every reading of the same file.
struct IdentifierPool {
  /// Identifiers that are given, with the line of what has them.
  private var lines: [String: Int?] = [:]
  private var numbers: [String: Int] = [:]

  /// What the file calls it, where that can be used and is free; else one made of it, or of `words`.
  mutating func claim(_ raw: String?, words: String, line: Int? = nil) -> String {
    var wanted = raw.map { Identifier.isUsable($0) ? $0 : Identifier.replacing($0) } ?? ""
    if wanted.isEmpty {
      let made = Identifier.words(of: words)
      wanted = made.isEmpty ? "x" : made
    }
    let base = wanted
    while lines[wanted] != nil {
      let number = (numbers[base] ?? 1) + 1
      numbers[base] = number
      wanted = "\(base)_\(number)"
    }
    lines[wanted] = .some(line)
    return wanted
  }
}
