import Agenda
import JSON

/// Reads what Indico's HTTP API gives of an event: with its contributions (`/export/event/ID.json?detail=sessions`), or
/// its timetable (`/export/timetable/ID.json`), whose days and entries are objects by their keys.
///
/// A time is an object of date, time and zone.
struct IndicoReader {
  private let log: ProblemLog
  private(set) var draft = ScheduleDraft()

  /// Nil where the file is none of these.
  init?(_ root: JSONValue, _ log: ProblemLog) {
    self.log = log
    guard let fields = JSONFields(root, log), fields["results"] != nil,
      fields.string("_type") == "HTTPAPIResult" || (fields["count"] != nil && fields["ts"] != nil)
    else { return nil }
    let results = fields["results"]
    if results?.kind == .array {
      for value in fields.list("results") { if let event = JSONFields(value, log) { read(event: event) } }
    } else {
      for event in results?.names.map(\.valueOfName) ?? [] {
        for day in event.names.map(\.valueOfName) { read(entries: day, session: nil) }
      }
    }
  }

  private mutating func read(event: JSONFields) {
    draft.title = event.text("title")
    draft.acronym = event.string("id").map { "indico-\($0)" }
    draft.about = event.text("description")
    draft.url = event.string("url")
    draft.zoneName = event.string("timezone") ?? event.object("startDate")?.string("tz")
    draft.start = moment(event, "startDate").map { .day($0.written.date) }
    draft.end = moment(event, "endDate").map { .day($0.written.date) }
    draft.venue = event.string("location")
    for value in list(event, "contributions") { contribution(value, nil) }
    for value in list(event, "sessions") {
      guard let session = JSONFields(value, log) else { continue }
      let block = session.object("session") ?? session
      for value in list(session, "contributions") { contribution(value, block.string("title")) }
    }
  }

  private func list(_ fields: JSONFields, _ name: String) -> [JSONValue] {
    fields[name]?.kind == .array ? fields.list(name) : []
  }

  /// The entries of a day, or of a block of it.
  private mutating func read(entries: JSONValue, session: String?) {
    for name in entries.names {
      let value = name.valueOfName
      guard let entry = JSONFields(value, log) else { continue }
      draft.zoneName = draft.zoneName ?? entry.object("startDate")?.string("tz")
      if let inner = entry["entries"], inner.kind == .object, !inner.names.isEmpty {
        read(entries: inner, session: entry.string("title") ?? entry.string("slotTitle"))
      } else {
        contribution(value, session)
      }
    }
  }

  private mutating func contribution(_ value: JSONValue, _ block: String?) {
    guard let fields = JSONFields(value, log) else { return }
    let title = fields.text("title")
    var session = SessionDraft(
      place: Problem.Place(line: value.line, path: value.shownPath, session: title?.variants.first?.string))
    session.id = fields.string(of: ["db_id", "id", "contributionId"])
    session.title = title
    session.description = fields.text("description")
    session.start = moment(fields, "startDate")
    session.end = moment(fields, "endDate")
    if session.end == nil { session.length = fields.integer("duration").map { Int64($0) * 60 } }
    session.room = fields.string(of: ["roomFullname", "room"]) ?? fields.string("location")
    session.track = fields.string("track") ?? fields.string("session") ?? block
    session.type = fields.string("type") ?? (fields.string("entryType") == "Break" ? "break" : nil)
    for name in ["presenters", "speakers", "primaryauthors"] where session.people.isEmpty {
      session.people = list(fields, name).compactMap { person($0) }
    }
    if let url = fields.string("url") { session.pages.append(.init(title: ReadingWords.sessionPage, url: url)) }
    // What nobody has put on a day yet is no session of the programme.
    guard session.start != nil else { return }
    draft.sessions.append(session)
  }

  private func person(_ value: JSONValue) -> PersonDraft? {
    guard let fields = JSONFields(value, log) else { return nil }
    let parts = [
      fields.string("first_name") ?? fields.string("firstName"),
      fields.string("last_name") ?? fields.string("familyName"),
    ]
    let whole = parts.compactMap(\.self).joined(separator: " ")
    guard let name = whole.isEmpty ? fields.string(of: ["fullName", "name"]) : whole else { return nil }
    var person = PersonDraft(name: name)
    person.affiliation = fields.string("affiliation")
    return person
  }

  /// `{"date": "2013-04-29", "time": "09:00:00", "tz": "Europe/Zurich"}`, on the clock of that zone.
  private func moment(_ fields: JSONFields, _ name: String) -> Moment? {
    guard let object = fields.object(name), let date = object.string("date"), let time = object.string("time") else {
      return fields[name]?.rawString.flatMap { LooseTime.moment($0) }
    }
    guard case .local(let local)? = LooseTime.moment("\(date)T\(time.prefix { $0 != "." })") else { return nil }
    guard let zone = object.string("tz").flatMap({ OffsetTable.named($0, around: local.date.year...local.date.year) })
    else {
      return .local(local)
    }
    return .zoned(local, zone)
  }
}
