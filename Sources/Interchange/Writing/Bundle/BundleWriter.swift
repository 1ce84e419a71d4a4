public import Agenda
import JSON

/// Writes an agenda as a bundle's files (format version 1, Resources/schema).
public enum BundleWriter {
  public struct File: Equatable, Sendable {
    /// Relative to the bundle: `agenda.json`, `texts/about.md`.
    public var path: String
    public var bytes: [UInt8]
  }

  /// Descriptions of so many sessions at most stand in files of their own, which people can edit; of more, in
  /// agenda.json, since every start looks at every file.
  static let textFileLimit = 200

  /// agenda.json comes last, so that it never names a file that is not there yet.
  public static func files(of agenda: Agenda) -> [File] {
    var writer = BundleAgendaWriter(agenda)
    let bytes = writer.bytes
    return writer.files + [File(path: "agenda.json", bytes: bytes)]
  }

  /// The whole agenda in one value, all texts in it.
  static func whole(_ agenda: Agenda) -> JSONTree {
    var writer = BundleAgendaWriter(agenda, isWhole: true)
    return writer.tree
  }
}

/// Makes agenda.json, and the text files that it names.
struct BundleAgendaWriter {
  private(set) var files: [BundleWriter.File] = []
  private let agenda: Agenda
  private let hasTextFiles: Bool
  /// No text stands in a file of its own.
  private let isWhole: Bool
  private var paths: Set<String> = []

  init(_ agenda: Agenda, isWhole: Bool = false) {
    (self.agenda, self.isWhole) = (agenda, isWhole)
    hasTextFiles = agenda.sessions.count { $0.details != nil } <= BundleWriter.textFileLimit
  }

  /// The whole of agenda.json.
  var bytes: [UInt8] { mutating get { tree.bytes() } }

  var tree: JSONTree {
    mutating get {
      var members: JSONMembers = [
        "format": .string("plenary-agenda"), "formatVersion": .number(1), "conference": conference(),
      ]
      func add(_ name: String, _ values: [JSONTree]) {
        if !values.isEmpty { members[name] = .array(values) }
      }
      add("rooms", agenda.rooms.map(room))
      add("tracks", agenda.tracks.map(track))
      add("people", agenda.people.map { person($0) })
      var sessions: [JSONTree] = []
      for session in agenda.sessions { sessions.append(self.session(session)) }
      members["sessions"] = .array(sessions)
      var meetings: [JSONTree] = []
      for meeting in agenda.meetings { meetings.append(self.meeting(meeting)) }
      add("meetings", meetings)
      var documents: [JSONTree] = []
      for document in agenda.documents { documents.append(self.document(document)) }
      add("documents", documents)
      return .object(members)
    }
  }

  private func room(_ room: Room) -> JSONTree {
    var members: JSONMembers = ["id": .string(room.id), "name": json(room.name)]
    members["way"] = json(room.way)
    return .object(members)
  }

  private mutating func conference() -> JSONTree {
    let conference = agenda.conference
    var members: JSONMembers = ["id": .string(conference.id), "title": json(conference.title)]
    members["subtitle"] = json(conference.subtitle)
    if !conference.organizers.isEmpty { members["organizers"] = .array(conference.organizers.map(json)) }
    if let venue = conference.venue {
      var place: JSONMembers = ["name": json(venue.name)]
      place["city"] = json(venue.city)
      place["country"] = json(venue.country)
      members["venue"] = .object(place)
    }
    members += [
      "timeZone": .string(conference.zone.identifier), "start": .string(conference.start.description),
      "end": .string(conference.end.description),
    ]
    members["language"] = json(conference.language)
    members["version"] = json(conference.version)
    members["published"] = json(conference.published?.description)
    if conference.status != .final { members["status"] = .string(conference.status.rawValue) }
    members["notice"] = json(conference.notice)
    if let about = conference.about { members["about"] = file("texts/about.md", about, always: true) }
    members["url"] = json(conference.url)
    if conference.dayChange != .usual {
      let time = LocalTime(date: conference.start, secondOfDay: conference.dayChange.minutes * 60)
      members["dayChange"] = .string(time.clock)
    }
    return .object(members)
  }

  private func track(_ track: Track) -> JSONTree {
    var members: JSONMembers = ["id": .string(track.id), "name": json(track.name)]
    members["color"] = json(track.color)
    return .object(members)
  }

  private func person(_ person: Person) -> JSONTree {
    var members: JSONMembers = ["id": .string(person.id), "name": json(person.name)]
    members["role"] = json(person.role)
    members["affiliation"] = json(person.affiliation)
    members["bio"] = json(person.bio)
    return .object(members)
  }

  mutating func session(_ session: Session) -> JSONTree {
    var members: JSONMembers = ["id": .string(session.id)]
    members["guid"] = json(session.guid)
    members["title"] = json(session.title)
    if session.kind != .session { members["kind"] = .string(session.kind.rawValue) }
    members["start"] = .string(time(session.start))
    if let end = session.end { members["end"] = .string(time(end)) }
    members["room"] = json(session.room)
    members["place"] = json(session.place)
    members["track"] = json(session.track)
    if !session.people.isEmpty { members["people"] = participations(session.people) }
    if !session.items.isEmpty { members["items"] = .array(session.items.map(item)) }
    members["summary"] = json(session.summary)
    if let details = session.details {
      members["description"] = file("texts/\(session.id).md", details, always: false)
    }
    if session.isOptional { members["optional"] = .boolean(true) }
    if session.attribution != .public { members["attribution"] = .string(session.attribution.rawValue) }
    if session.status != .confirmed { members["status"] = .string(session.status.rawValue) }
    members["language"] = json(session.language)
    members["type"] = json(session.type)
    members["recorded"] = session.isRecorded.map { .boolean($0) }
    members["meetings"] = json(session.meetings)
    members["documents"] = json(session.documents)
    members["links"] = json(session.links)
    members["attachments"] = json(session.attachments)
    return .object(members)
  }

  private func item(_ item: Session.Item) -> JSONTree {
    var members: JSONMembers = ["title": json(item.title)]
    if !item.people.isEmpty { members["people"] = participations(item.people) }
    members["meetings"] = json(item.meetings)
    members["documents"] = json(item.documents)
    return .object(members)
  }

  private mutating func meeting(_ meeting: Meeting) -> JSONTree {
    var date =
      "\(CalendarDate(year: meeting.date.year, month: meeting.date.month ?? 1, day: meeting.date.day ?? 1)?.description ?? "")"
    if meeting.date.day == nil { date = String(date.prefix(meeting.date.month == nil ? 4 : 7)) }
    var members: JSONMembers = [
      "id": .string(meeting.id), "title": json(meeting.title), "kind": .string(meeting.kind.rawValue),
      "date": .string(date),
    ]
    members["place"] = json(meeting.place)
    members["participants"] = json(meeting.participants)
    members["focus"] = json(meeting.focus)
    members["outcome"] = json(meeting.outcome)
    if let text = meeting.text { members["text"] = file("texts/meeting-\(meeting.id).md", text, always: true) }
    members["documents"] = json(meeting.documents)
    members["links"] = json(meeting.links)
    return .object(members)
  }

  private mutating func document(_ document: Document) -> JSONTree {
    var members: JSONMembers = ["id": .string(document.id), "title": json(document.title)]
    members["kind"] = json(document.kind)
    members["text"] = file("texts/document-\(document.id).md", document.text, always: true)
    members["meetings"] = json(document.meetings)
    members["links"] = json(document.links)
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
  private mutating func file(_ path: String, _ text: Text, always: Bool) -> JSONTree {
    guard !isWhole, hasTextFiles || always, let first = text.variants.first,
      text.variants.allSatisfy({ isNameable($0.language) }),
      first.language.isEmpty || first.language == agenda.conference.language, paths.insert(path).inserted
    else { return json(text) }
    for variant in text.variants {
      let isFirst = variant.language == first.language
      let name = isFirst ? path : "\(path.dropLast(3)).\(variant.language).md"
      files.append(BundleWriter.File(path: name, bytes: Array((variant.string + "\n").utf8)))
    }
    return .object(["file": .string(path)])
  }

  private func isNameable(_ language: String) -> Bool { language.isEmpty || LanguageTag.isWellFormed(language) }

  private func json(_ text: Text) -> JSONTree {
    if text.variants.count == 1, text.variants[0].language.isEmpty { return .string(text.variants[0].string) }
    // A map has no place for a text without a language: it is the conference's.
    let own = agenda.conference.language ?? "en"
    return .object(JSONMembers(text.variants.map { ($0.language.isEmpty ? own : $0.language, .string($0.string)) }))
  }

  private func participations(_ people: [Session.Participation]) -> JSONTree {
    .array(
      people.map { part in
        var members: JSONMembers = ["person": .string(part.person)]
        members["role"] = json(part.role)
        return .object(members)
      })
  }

  private func json(_ text: Text?) -> JSONTree? { text.map { json($0) } }

  private func json(_ string: String?) -> JSONTree? { string.map { .string($0) } }

  private func json(_ ids: [String]) -> JSONTree? { ids.isEmpty ? nil : .array(ids.map { .string($0) }) }

  private func json(_ links: [WebLink]) -> JSONTree? {
    links.isEmpty ? nil : .array(links.map { .object(["title": json($0.title), "url": .string($0.url)]) })
  }
}
