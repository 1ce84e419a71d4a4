import Agenda
import JSON

/// Reads what Sessionize's API gives: the view "All" (lists that refer to each other) and the view "GridSmart" (days
/// with rooms with sessions).
///
/// Times are on the venue's clock, whose zone neither view names.
final class SessionizeReader {
  private let log: ProblemLog
  private(set) var draft = ScheduleDraft()
  private var speakers: [String: PersonDraft] = [:]
  private var roomNames: [String: String] = [:]
  /// Of the items that sessions are sorted by, what they are called and which list they are of.
  private var items: [String: (category: String, name: String)] = [:]
  private let progress: (Double) -> Bool
  private(set) var isCancelled = false

  init(log: ProblemLog, progress: @escaping (Double) -> Bool) { (self.log, self.progress) = (log, progress) }

  /// Which view a file is; nil where it is neither.
  static func format(of root: JSONValue, _ log: ProblemLog) -> ImportFormat? {
    if let all = JSONFields(root, log) {
      let isAll = all["sessions"]?.kind == .array && (all["speakers"]?.kind == .array || all["rooms"]?.kind == .array)
      return isAll && (all["categories"] != nil || all["questions"] != nil || hasTimes(all.list("sessions"), log))
        ? .sessionizeAll : nil
    }
    guard root.kind == .array, let first = root.values.lazy.compactMap({ JSONFields($0, log) }).first else {
      return nil
    }
    return first["rooms"]?.kind == .array && first["date"] != nil ? .sessionizeGrid : nil
  }

  private static func hasTimes(_ sessions: [JSONValue], _ log: ProblemLog) -> Bool {
    sessions.first.flatMap { JSONFields($0, log) }?["startsAt"] != nil
  }

  // The view "All"

  func readAll(_ root: JSONFields) {
    draft.isDeclared = true
    for value in sorted(root.list("rooms")) {
      guard let id = value.string("id"), let name = value.string("name") else { continue }
      roomNames[id] = name
      draft.rooms.append(name)
    }
    for value in root.list("speakers") {
      guard let fields = JSONFields(value, log), let speaker = speaker(fields) else { continue }
      if let key = speaker.key { speakers[key] = speaker }
      draft.people.append(speaker)
    }
    for value in root.list("categories") {
      guard let category = JSONFields(value, log), let title = category.string("title") else { continue }
      for item in category.list("items") {
        guard let item = JSONFields(item, log), let id = item.string("id"), let name = item.string("name") else {
          continue
        }
        items[id] = (title, name)
      }
    }
    for value in root.list("sessions") {
      session(value, room: nil)
      if !progress(value.share) { return isCancelled = true }
    }
  }

  private func sorted(_ values: [JSONValue]) -> [JSONFields] {
    let fields = values.compactMap { JSONFields($0, log) }
    return fields.enumerated().sorted {
      ($0.element.integer("sort") ?? 0, $0.offset) < ($1.element.integer("sort") ?? 0, $1.offset)
    }.map(\.element)
  }

  private func speaker(_ fields: JSONFields) -> PersonDraft? {
    let parts = [fields.string("firstName"), fields.string("lastName")].compactMap(\.self).joined(separator: " ")
    guard let name = fields.string("fullName") ?? fields.string("name") ?? (parts.isEmpty ? nil : parts) else {
      return nil
    }
    var person = PersonDraft(key: fields.string("id"), name: name)
    person.affiliation = fields.string("tagLine")
    let links = fields.list("links").compactMap { value -> String? in
      guard let link = JSONFields(value, log), let url = link.string("url") else { return nil }
      return "- \(link.string("title").map { "\($0): " } ?? "")\(url)"
    }
    let bio = [fields.string("bio") ?? "", links.joined(separator: "\n")].filter { !$0.isEmpty }
    person.bio = bio.isEmpty ? nil : Text(bio.joined(separator: "\n\n"))
    return person
  }

  // The view "GridSmart"

  /// Each session stands there twice, in its room and in its slot: the rooms have them all.
  func readGrid(_ root: JSONValue) {
    for value in root.values {
      guard let day = JSONFields(value, log) else { continue }
      if let date = day.string("date").flatMap({ LooseTime.date($0) }) { draft.days.append(.init(date: date)) }
      for value in day.list("rooms") {
        guard let room = JSONFields(value, log) else { continue }
        let name = room.string("name")
        if let name { draft.rooms.append(name) }
        for session in room.list("sessions") { self.session(session, room: name) }
        if !progress(value.share) { return isCancelled = true }
      }
    }
  }

  // A session

  private func session(_ value: JSONValue, room: String?) {
    guard let fields = JSONFields(value, log) else { return }
    let title = fields.string("title")
    var session = SessionDraft(
      place: Problem.Place(line: value.line, path: value.shownPath, session: title))
    session.id = fields.string("id")
    session.title = title.map { Text($0) }
    session.description = fields.string("description").map { Text($0) }
    session.start = fields.string("startsAt").flatMap { LooseTime.moment($0) }
    if session.start == nil { session.unreadStart = fields.string("startsAt") }
    session.end = moment(fields, "endsAt", at: session.place)
    session.room = fields.string("room") ?? room ?? self.room(fields.string("roomId"), at: session.place)
    if let status = fields.string("status")?.lowercased(), status.hasPrefix("cancel") || status == "declined" {
      session.status = .cancelled
    }
    if fields.flag("isServiceSession"), let title { session.kind = ReadingWords.kind(inTitle: title) }
    for value in fields.list("speakers") {
      if let person = person(value, at: session.place) { session.people.append(person) }
    }
    categories(of: fields, into: &session)
    for (name, title) in [("liveUrl", ReadingWords.live), ("recordingUrl", ReadingWords.recording)] {
      if let url = fields.string(name) { session.pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    draft.sessions.append(session)
  }

  private func moment(_ fields: JSONFields, _ name: String, at place: Problem.Place) -> Moment? {
    guard let text = fields.string(name) else { return nil }
    let moment = LooseTime.moment(text)
    if moment == nil { log.report(.session(.unreadableTime(found: Excerpt.shown(text))), at: place) }
    return moment
  }

  private func room(_ id: String?, at place: Problem.Place) -> String? {
    guard let id else { return nil }
    if roomNames[id] == nil { log.report(.value(.deadReference(id: Excerpt.shown(id), to: .room)), at: place) }
    return roomNames[id]
  }

  /// A speaker's id, or a speaker with a name.
  private func person(_ value: JSONValue, at place: Problem.Place) -> PersonDraft? {
    if let fields = JSONFields(value, log) { return speaker(fields) }
    guard let id = value.rawString ?? (value.kind == .number ? value.excerpt : nil) else { return nil }
    if speakers[id] == nil { log.report(.value(.deadReference(id: Excerpt.shown(id), to: .speaker)), at: place) }
    return speakers[id]
  }

  /// What a session is sorted by: its track and its language where a list is called so, the rest in its text.
  private func categories(of fields: JSONFields, into session: inout SessionDraft) {
    var found: [(category: String, name: String)] = []
    for value in fields.list("categoryItems") {
      guard let id = value.kind == .number ? value.excerpt : value.rawString else { continue }
      if let item = items[id] {
        found.append(item)
      } else {
        log.report(.value(.deadReference(id: Excerpt.shown(id), to: .category)), at: session.place)
      }
    }
    for value in fields.list("categories") {
      guard let category = JSONFields(value, log), let title = category.string("name") else { continue }
      for item in category.list("categoryItems") {
        if let name = JSONFields(item, log)?.string("name") { found.append((title, name)) }
      }
    }
    var rest: [String] = []
    for (category, name) in found {
      let word = category.lowercased()
      if word.has(part: "track"), session.track == nil {
        session.track = name
      } else if word.has(part: "language") || word.has(part: "sprache"), session.language == nil {
        session.language = name
      } else {
        rest.append("- \(category): \(name)")
      }
    }
    guard !rest.isEmpty else { return }
    let text = session.description.map { $0.string(for: []) + "\n\n" } ?? ""
    session.description = Text(text + rest.joined(separator: "\n"))
  }
}
