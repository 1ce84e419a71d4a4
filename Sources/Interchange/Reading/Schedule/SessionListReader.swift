import Agenda
import JSON

/// Reads JSON that follows none of the known formats and is a list of sessions all the same: objects with a title and a
/// start, alone or beside lists of the people, rooms and types that they name by id.
///
/// Fields are known by the names that they usually have; a title or text may stand in an object for each language.
final class SessionListReader {
  private static let lists = ["sessions", "events", "talks", "items", "schedule", "data"]
  private static let titles = ["title", "name"]
  private static let starts = ["start", "startsAt", "startTime", "start_time", "stime", "startDate", "begin", "from"]
  private static let ends = ["end", "endsAt", "endTime", "end_time", "etime", "endDate", "until"]
  private static let texts = ["description", "abstract", "body", "summary"]
  private static let rooms = ["room", "place", "location", "roomName", "venue"]
  private static let roomReferences = ["roomId", "room_id"]
  private static let tracks = ["track", "category", "type"]
  private static let people = ["speakers", "speaker", "persons", "presenters", "people"]
  private static let pages = [
    ("url", ReadingWords.sessionPage), ("uri", ReadingWords.sessionPage), ("share_url", ReadingWords.sessionPage),
    ("link", ReadingWords.sessionPage), ("live", ReadingWords.live), ("record", ReadingWords.recording),
    ("movie_url", ReadingWords.recording),
  ]
  private static let files = [("slide", ReadingWords.slides), ("slide_url", ReadingWords.slides)]

  private let log: ProblemLog
  private let progress: (Double) -> Bool
  private(set) var draft = ScheduleDraft()
  private(set) var isCancelled = false
  /// Names of rooms and types by their ids.
  private var names: [String: String] = [:]
  private var speakers: [String: PersonDraft] = [:]

  init(log: ProblemLog, progress: @escaping (Double) -> Bool) { (self.log, self.progress) = (log, progress) }

  /// The sessions in a file; nil where there is nothing like them.
  static func sessions(in root: JSONValue, _ log: ProblemLog) -> [JSONValue]? {
    var found: [JSONValue] = []
    if root.kind == .array {
      // Sessionize's view "Sessions" and others have groups here.
      let groups = root.values.compactMap { JSONFields($0, log)?["sessions"] }.filter { $0.kind == .array }
      found = groups.isEmpty ? Array(root.values) : groups.flatMap { Array($0.values) }
    } else if let fields = JSONFields(root, log) {
      found = lists.lazy.compactMap { fields[$0] }.first { $0.kind == .array }.map { Array($0.values) } ?? []
    }
    let isList = found.prefix(20).contains { value in
      guard let fields = JSONFields(value, log), let start = fields.string(of: starts) else { return false }
      return LooseTime.moment(start) != nil && titles.contains { fields.localized($0) != nil }
    }
    return isList ? found : nil
  }

  func read(_ sessions: [JSONValue], in root: JSONValue) {
    if let fields = JSONFields(root, log) { lookUp(fields) }
    for value in sessions {
      session(value)
      if !progress(value.share) { return isCancelled = true }
    }
  }

  private func lookUp(_ root: JSONFields) {
    for list in ["rooms", "session_types", "types", "tracks", "categories"] where root[list]?.kind == .array {
      for value in root.list(list) {
        guard let fields = JSONFields(value, log), let id = fields.string("id"),
          let name = fields.localized("name")?.variants.first?.string
        else { continue }
        names[id] = name
        if list == "rooms" { draft.rooms.append(name) }
      }
    }
    for list in ["speakers", "people", "persons"] where root[list]?.kind == .array {
      for value in root.list(list) {
        guard let person = JSONPeople.person(value, log) else { continue }
        if let key = person.key { speakers[key] = person }
        draft.people.append(person)
      }
    }
  }

  private func session(_ value: JSONValue) {
    guard let fields = JSONFields(value, log) else { return }
    let title = Self.titles.lazy.compactMap { fields.localized($0) }.first
    var session = SessionDraft(
      place: Problem.Place(line: value.line, path: value.shownPath, session: title?.variants.first?.string))
    session.id = fields.string(of: ["id", "code", "guid", "uid"])
    session.title = title
    session.description = Self.texts.lazy.compactMap { fields.localized($0) }.first
    EventTimes.read(
      into: &session, date: fields.string("date"), start: fields.string(of: Self.starts),
      end: fields.string(of: Self.ends), duration: fields.string("duration"), log: log)
    session.room = Self.rooms.lazy.compactMap { self.name(fields, $0) }.first
    if session.room == nil { session.room = fields.string(of: Self.roomReferences).flatMap { names[$0] } }
    session.track = Self.tracks.lazy.compactMap { self.name(fields, $0) }.first
    session.type = self.name(fields, "type")
    session.language = fields.string(of: ["language", "language_id", "lang"])
    session.people = people(fields)
    for (name, title) in Self.pages where fields[name]?.rawString != nil {
      if let url = fields.string(name) { session.pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    for (name, title) in Self.files where fields[name]?.rawString != nil {
      if let url = fields.string(name) { session.attachments.append(SessionDraft.Link(title: title, url: url)) }
    }
    draft.sessions.append(session)
  }

  /// A name, an object with a name, or the id of one in the file's own lists.
  private func name(_ fields: JSONFields, _ field: String) -> String? {
    guard let value = fields[field] else { return nil }
    if let object = JSONFields(value, log) { return object.localized("name")?.variants.first?.string }
    guard value.kind != .array, let text = fields.string(field) else { return nil }
    return names[text] ?? text
  }

  private func people(_ fields: JSONFields) -> [PersonDraft] {
    guard let value = Self.people.lazy.compactMap({ fields[$0] }).first else { return [] }
    let values = value.kind == .array ? Array(value.values) : [value]
    return values.compactMap { value in
      if let id = value.rawString ?? (value.kind == .number ? value.excerpt : nil), let known = speakers[id] {
        return known
      }
      return JSONPeople.person(value, log)
    }
  }
}
