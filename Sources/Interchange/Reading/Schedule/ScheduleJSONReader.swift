import Agenda
import JSON
import Markup

/// Reads schedule JSON, version 1 (days with rooms with events) and version 2 (a flat list of events).
final class ScheduleJSONReader {
  let log: ProblemLog
  private(set) var draft = ScheduleDraft()
  private let progress: (Double) -> Bool
  private(set) var isCancelled = false
  /// Of the file's own list, by what events may call them.
  private var roomNames: [String: String] = [:]

  /// - Parameter progress: gets how much is read, from 0 to 1, and gives false to stop.
  init(log: ProblemLog, progress: @escaping (Double) -> Bool) { (self.log, self.progress) = (log, progress) }

  /// The schedule's own object, from a file's root; nil where it is none.
  static func schedule(_ root: JSONValue, _ log: ProblemLog) -> JSONFields? {
    guard let fields = JSONFields(root, log) else { return nil }
    // PyCon's has a list there, beside what its website knows of the conference.
    if fields["schedule"]?.kind == .array { return nil }
    let schedule = fields.object("schedule") ?? fields
    return schedule.object("conference") == nil ? nil : schedule
  }

  func read(_ schedule: JSONFields) {
    guard let conference = schedule.object("conference") else { return }
    read(conference: conference, schedule)
    for value in schedule.list("tracks") + conference.list("tracks") { track(value) }
    for value in schedule.list("rooms") + conference.list("rooms") {
      guard let room = JSONFields(value, log), let name = roomName(room) else { continue }
      draft.rooms.append(name)
      for key in ["guid", "slug", "id"] { if let key = room.string(key) { roomNames[key] = name } }
    }
    for value in conference.list("days") {
      if !read(day: value) { return isCancelled = true }
    }
    for value in schedule.list("events") {
      event(value, day: nil, room: nil)
      if !progress(value.share) { return isCancelled = true }
    }
  }

  private func read(conference: JSONFields, _ schedule: JSONFields) {
    draft.title = conference.text("title")
    draft.acronym = conference.string("acronym")
    draft.subtitle = conference.text("subtitle") ?? shortDescription(conference)
    draft.about = draft.subtitle == nil ? conference.text("description") : nil
    draft.venue = conference.string("venue")
    draft.city = conference.string("city")
    draft.country = conference.string("country")
    draft.start = conference.string("start").flatMap { LooseTime.moment($0) }
    draft.end = conference.string("end").flatMap { LooseTime.moment($0) }
    draft.dayChange = conference.string("day_change")
    draft.zoneName = conference.string("time_zone_name") ?? conference.string("timezone")
    draft.version = schedule.string("version")
    draft.url = conference.string("url")
    draft.baseURL = conference.string("base_url") ?? schedule.string("base_url")
    draft.language = conference.object("defaults")?.string("language")
  }

  /// A description of one line is a subtitle.
  private func shortDescription(_ conference: JSONFields) -> Text? {
    conference.text("description").flatMap { text in
      text.variants.allSatisfy { $0.string.utf8.count <= 120 && !$0.string.utf8.contains(0x0A) } ? text : nil
    }
  }

  private func track(_ value: JSONValue) {
    guard let track = JSONFields(value, log), let name = plain(track, "name") ?? plain(track, "slug") else { return }
    let colors = track.object("colors")
    draft.tracks.append(
      ScheduleDraft.Track(
        name: name, slug: track.string("slug"),
        color: track.string("color") ?? colors?.string("dark") ?? colors?.string("light")))
  }

  private func roomName(_ room: JSONFields) -> String? { plain(room, "name") ?? plain(room, "slug") }

  /// A text, whichever language it is in.
  private func plain(_ fields: JSONFields, _ name: String) -> String? { fields.text(name)?.variants.first?.string }

  private func read(day value: JSONValue) -> Bool {
    guard let day = JSONFields(value, log) else { return true }
    let date = day.string("date").flatMap { LooseTime.date($0) }
    if let date {
      draft.days.append(
        ScheduleDraft.Day(
          date: date, start: (day.string("day_start") ?? day.string("start")).flatMap { LooseTime.moment($0) },
          end: (day.string("day_end") ?? day.string("end")).flatMap { LooseTime.moment($0) }))
    }
    for value in (day["events"]?.kind == .array ? day.list("events") : []) { event(value, day: date, room: nil) }
    guard let rooms = day["rooms"] else { return true }
    for name in rooms.names {
      let room = name.rawString?.trimmingBlanks
      if let room, !room.isEmpty { draft.rooms.append(room) }
      for value in name.valueOfName.values {
        event(value, day: date, room: room)
        if !progress(value.share) { return false }
      }
    }
    // Some have a list of rooms here, each with its name and events.
    for value in rooms.values {
      guard let room = JSONFields(value, log) else { continue }
      let name = roomName(room)
      if let name { draft.rooms.append(name) }
      for value in room.list("events") { event(value, day: date, room: name) }
    }
    return progress(value.share)
  }

  private func event(_ value: JSONValue, day: CalendarDate?, room: String?) {
    guard let event = JSONFields(value, log) else {
      log.report(.value(.fieldNotRead(name: value.excerpt)), at: Problem.Place(line: value.line, path: value.shownPath))
      return
    }
    let title = event.text("title") ?? event.text("name")
    var session = SessionDraft(
      place: Problem.Place(line: value.line, path: value.shownPath, session: title?.variants.first?.string))
    session.id = event.string("id") ?? event.string("code")
    session.guid = event.string("guid")
    session.title = title
    session.subtitle = event.text("subtitle")
    session.abstract = event.text("abstract")
    session.description = event.text("description")
    session.listedDay = day
    session.room = self.room(event["room"]) ?? room
    session.track = self.track(of: event["track"])
    session.type = event.string("type")
    switch event["do_not_record"]?.kind {
    case .true: session.isRecorded = false
    case .false: session.isRecorded = true
    case .null, .number, .string, .array, .object, .omitted, nil: break
    }
    session.language =
      event["language"]?.kind == .array ? event.list("language").first?.rawString : event.string("language")
    session.status = event.string("status").flatMap { Session.Status(rawValue: $0.lowercased()) }
    EventTimes.read(
      into: &session, date: event.string("date"), start: event.string("start"), end: event.string("end"),
      duration: event.string("duration"), hasZone: draft.zoneName != nil, log: log)
    for name in ["persons", "participants", "speakers"] where event[name] != nil {
      session.people += event.list(name).compactMap { JSONPeople.person($0, log) }
    }
    session.links = links(event.list("links"))
    session.attachments = links(event.list("attachments"))
    for (name, title) in ReadingWords.pages {
      if let url = event.string(name) { session.pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    draft.sessions.append(session)
  }

  /// A room's name, or a room with a name.
  private func room(_ value: JSONValue?) -> String? {
    if let room = JSONFields(value, log) {
      return plain(room, "name") ?? room.string(of: ["guid", "slug", "id"]).flatMap { roomNames[$0] } ?? roomName(room)
    }
    let name = value?.rawString?.trimmingBlanks
    return name?.isEmpty ?? true ? nil : name
  }

  /// A track's name, or a track known by its name, slug or guid.
  private func track(of value: JSONValue?) -> String? {
    if let track = JSONFields(value, log) {
      if let name = plain(track, "name") { return name }
      guard let slug = track.string("slug") else { return nil }
      return draft.tracks.first { $0.slug == slug }?.name ?? slug
    }
    guard let name = value?.rawString?.trimmingBlanks, !name.isEmpty else { return nil }
    return name
  }

  /// Addresses with or without a title.
  private func links(_ values: [JSONValue]) -> [SessionDraft.Link] {
    values.compactMap { value in
      if let url = value.rawString?.trimmingBlanks { return url.isEmpty ? nil : SessionDraft.Link(url: url) }
      guard let link = JSONFields(value, log), let url = link.string("url") ?? link.string("href") else { return nil }
      return SessionDraft.Link(title: plain(link, "title") ?? plain(link, "name"), url: url)
    }
  }
}
