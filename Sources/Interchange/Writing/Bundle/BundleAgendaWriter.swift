import Agenda

/// Makes agenda.json, and the text files that it names.
struct BundleAgendaWriter {
  private typealias Members = [(name: String, value: JSONText)]

  private(set) var files: [BundleWriter.File] = []
  private let agenda: Agenda
  private let hasTextFiles: Bool
  private var paths: Set<String> = []

  init(_ agenda: Agenda) {
    self.agenda = agenda
    hasTextFiles = agenda.sessions.count { $0.details != nil } <= BundleWriter.textFileLimit
  }

  /// The whole of agenda.json.
  var bytes: [UInt8] {
    mutating get {
      var members: Members = [
        ("format", .string("plenary-agenda")), ("formatVersion", .number(1)), ("conference", conference()),
      ]
      func add(_ name: String, _ values: [JSONText]) {
        if !values.isEmpty { members.append((name, .list(values))) }
      }
      add("rooms", agenda.rooms.map { .object([("id", .string($0.id)), ("name", json($0.name))]) })
      add("tracks", agenda.tracks.map(track))
      add("people", agenda.people.map { person($0) })
      var sessions: [JSONText] = []
      for session in agenda.sessions { sessions.append(self.session(session)) }
      members.append(("sessions", .list(sessions)))
      var meetings: [JSONText] = []
      for meeting in agenda.meetings { meetings.append(self.meeting(meeting)) }
      add("meetings", meetings)
      var documents: [JSONText] = []
      for document in agenda.documents { documents.append(self.document(document)) }
      add("documents", documents)
      return JSONText.object(members).bytes
    }
  }

  private mutating func conference() -> JSONText {
    let conference = agenda.conference
    var members: Members = [("id", .string(conference.id)), ("title", json(conference.title))]
    add(conference.subtitle, "subtitle", &members)
    if !conference.organizers.isEmpty { members.append(("organizers", .list(conference.organizers.map(json)))) }
    if let venue = conference.venue {
      var place: Members = [("name", json(venue.name))]
      add(venue.city, "city", &place)
      add(venue.country, "country", &place)
      members.append(("venue", .object(place)))
    }
    members += [
      ("timeZone", .string(conference.zone.identifier)), ("start", .string(conference.start.description)),
      ("end", .string(conference.end.description)),
    ]
    add(conference.language, "language", &members)
    add(conference.version, "version", &members)
    add(conference.published?.description, "published", &members)
    if conference.status != .final { members.append(("status", .string(conference.status.rawValue))) }
    add(conference.notice, "notice", &members)
    if let about = conference.about { members.append(("about", file("texts/about.md", about, always: true))) }
    add(conference.url, "url", &members)
    if conference.dayChange != 240 {
      let time = LocalTime(date: conference.start, secondOfDay: conference.dayChange * 60)
      members.append(("dayChange", .string(time.clock)))
    }
    return .object(members)
  }

  private func track(_ track: Track) -> JSONText {
    var members: Members = [("id", .string(track.id)), ("name", json(track.name))]
    add(track.color, "color", &members)
    return .object(members)
  }

  private func person(_ person: Person) -> JSONText {
    var members: Members = [("id", .string(person.id)), ("name", json(person.name))]
    add(person.role, "role", &members)
    add(person.affiliation, "affiliation", &members)
    add(person.bio, "bio", &members)
    return .object(members)
  }

  private mutating func session(_ session: Session) -> JSONText {
    var members: Members = [("id", .string(session.id))]
    add(session.guid, "guid", &members)
    members.append(("title", json(session.title)))
    if session.kind != .session { members.append(("kind", .string(session.kind.rawValue))) }
    members.append(("start", .string(time(session.start))))
    if let end = session.end { members.append(("end", .string(time(end)))) }
    add(session.room, "room", &members)
    add(session.place, "place", &members)
    add(session.track, "track", &members)
    if !session.people.isEmpty { members.append(("people", participations(session.people))) }
    if !session.items.isEmpty { members.append(("items", .list(session.items.map(item)))) }
    add(session.summary, "summary", &members)
    if let details = session.details {
      members.append(("description", file("texts/\(session.id).md", details, always: false)))
    }
    if session.isOptional { members.append(("optional", .boolean(true))) }
    if session.attribution != .public { members.append(("attribution", .string(session.attribution.rawValue))) }
    if session.status != .confirmed { members.append(("status", .string(session.status.rawValue))) }
    add(session.language, "language", &members)
    add(session.meetings, "meetings", &members)
    add(session.documents, "documents", &members)
    add(session.links, "links", &members)
    add(session.attachments, "attachments", &members)
    return .object(members)
  }

  private func item(_ item: Session.Item) -> JSONText {
    var members: Members = [("title", json(item.title))]
    if !item.people.isEmpty { members.append(("people", participations(item.people))) }
    add(item.meetings, "meetings", &members)
    add(item.documents, "documents", &members)
    return .object(members)
  }

  private mutating func meeting(_ meeting: Meeting) -> JSONText {
    var date =
      "\(CalendarDate(year: meeting.date.year, month: meeting.date.month ?? 1, day: meeting.date.day ?? 1)?.description ?? "")"
    if meeting.date.day == nil { date = String(date.prefix(meeting.date.month == nil ? 4 : 7)) }
    var members: Members = [
      ("id", .string(meeting.id)), ("title", json(meeting.title)), ("kind", .string(meeting.kind.rawValue)),
      ("date", .string(date)),
    ]
    add(meeting.place, "place", &members)
    add(meeting.participants, "participants", &members)
    add(meeting.focus, "focus", &members)
    add(meeting.outcome, "outcome", &members)
    if let text = meeting.text { members.append(("text", file("texts/meeting-\(meeting.id).md", text, always: true))) }
    add(meeting.documents, "documents", &members)
    add(meeting.links, "links", &members)
    return .object(members)
  }

  private mutating func document(_ document: Document) -> JSONText {
    var members: Members = [("id", .string(document.id)), ("title", json(document.title))]
    add(document.kind, "kind", &members)
    members.append(("text", file("texts/document-\(document.id).md", document.text, always: true)))
    add(document.meetings, "meetings", &members)
    add(document.links, "links", &members)
    return .object(members)
  }

  /// With the offset of that moment, so that a reading that comes twice is the right one.
  private func time(_ instant: Instant) -> String {
    let zone = agenda.conference.zone
    let local = zone.local(instant)
    let text =
      "\(local.date)T\(local.clock)" + (local.second == 0 ? "" : ":\(local.second < 10 ? "0" : "")\(local.second)")
    return zone.instant(local) == instant ? text : WireTime.iso(instant, in: zone)
  }

  /// A text in a file of its own, where there may be one, and its translations beside it.
  private mutating func file(_ path: String, _ text: Text, always: Bool) -> JSONText {
    guard hasTextFiles || always, let first = text.variants.first,
      text.variants.allSatisfy({ isNameable($0.language) }),
      first.language.isEmpty || first.language == agenda.conference.language, paths.insert(path).inserted
    else { return json(text) }
    for variant in text.variants {
      let isFirst = variant.language == first.language
      let name = isFirst ? path : "\(path.dropLast(3)).\(variant.language).md"
      files.append(BundleWriter.File(path: name, bytes: Array((variant.string + "\n").utf8)))
    }
    return .object([("file", .string(path))])
  }

  private func isNameable(_ language: String) -> Bool { language.isEmpty || LanguageTag.isWellFormed(language) }

  private func json(_ text: Text) -> JSONText {
    if text.variants.count == 1, text.variants[0].language.isEmpty { return .string(text.variants[0].string) }
    // A map has no place for a text without a language: it is the conference's.
    let own = agenda.conference.language ?? "en"
    return .object(text.variants.map { ($0.language.isEmpty ? own : $0.language, .string($0.string)) })
  }

  private func participations(_ people: [Session.Participation]) -> JSONText {
    .list(
      people.map { part in
        var members: Members = [("person", .string(part.person))]
        add(part.role, "role", &members)
        return .object(members)
      })
  }

  private func add(_ text: Text?, _ name: String, _ members: inout Members) {
    if let text { members.append((name, json(text))) }
  }

  private func add(_ string: String?, _ name: String, _ members: inout Members) {
    if let string { members.append((name, .string(string))) }
  }

  private func add(_ ids: [String], _ name: String, _ members: inout Members) {
    if !ids.isEmpty { members.append((name, .list(ids.map { .string($0) }))) }
  }

  private func add(_ links: [WebLink], _ name: String, _ members: inout Members) {
    guard !links.isEmpty else { return }
    members.append(
      (name, .list(links.map { .object([("title", json($0.title)), ("url", .string($0.url))]) })))
  }
}
