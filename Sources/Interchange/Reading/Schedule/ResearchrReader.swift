import Agenda

/// Reads the export of conf.researchr.org, with which the conferences of ACM SIGPLAN and SIGSOFT publish their programme:
/// `<event>` with its details, the zone, and a `<subevent>` for each block, whose `<timeslot>`s are the sessions.
struct ResearchrReader {
  private(set) var draft = ScheduleDraft()

  /// Nil where the root is that of another format.
  init?(_ root: XMLElement, _ log: ProblemLog) {
    guard root.name == "event", root.child("event_details") != nil || root.child("subevent") != nil else { return nil }
    draft.isDeclared = true
    draft.zoneName = Self.string(root, "timezone_id")
    if let details = root.child("event_details") { read(details) }
    for block in root.children where block.name == "subevent" {
      let slots = block.children.filter { $0.name == "timeslot" }
      for slot in slots { add(slot, block, log) }
      if slots.isEmpty, Self.string(block, "start_time") != nil { add(block, nil, log) }
    }
  }

  private mutating func read(_ details: XMLElement) {
    draft.title = Self.string(details, "title").map { Text($0) }
    draft.acronym = Self.string(details, "acronym")
    draft.about = Self.string(details, "description").map { Text($0) }
    draft.url = Self.string(details, "url")
    draft.start = Self.string(details, "start_date").flatMap { LooseTime.date($0) }.map { .day($0) }
    draft.end = Self.string(details, "end_date").flatMap { LooseTime.date($0) }.map { .day($0) }
    guard let location = details.child("location") else { return }
    draft.venue = Self.string(location, "facility_name")
    draft.city = Self.string(location, "city")
    draft.country = Self.string(location, "country")
  }

  private mutating func add(_ slot: XMLElement, _ block: XMLElement?, _ log: ProblemLog) {
    let title = Self.string(slot, "title")
    var session = SessionDraft(place: Problem.Place(line: slot.line, session: title))
    session.id = Self.string(slot, "slot_id") ?? Self.string(slot, "subevent_id")
    session.title = title.map { Text($0) }
    session.description = Self.string(slot, "description").map { Text($0) }
    let date = Self.string(slot, "date") ?? block.flatMap { Self.string($0, "date") }
    EventTimes.read(
      into: &session, date: date, start: Self.string(slot, "start_time"), end: Self.end(of: slot), duration: nil,
      log: log)
    session.room = Self.string(slot, "room") ?? block.flatMap { Self.string($0, "room") }
    let tracks = (slot.child("tracks")?.children ?? []).compactMap { Self.said($0.trimmed) }
    let name = block.flatMap { Self.string($0, "title") }
    session.track = tracks.first ?? name
    if let name, name != title, name != session.track { session.subtitle = Text(name) }
    session.people = (slot.child("persons")?.children ?? []).compactMap(Self.person)
    for field in ["url", "event_url", "link"] {
      guard let url = Self.string(slot, field) else { continue }
      session.pages.append(SessionDraft.Link(title: ReadingWords.sessionPage, url: url))
    }
    draft.sessions.append(session)
  }

  /// The date and the clock, which the file has apart.
  private static func end(of slot: XMLElement) -> String? {
    guard let clock = string(slot, "end_time") else { return nil }
    return string(slot, "end_date").map { "\($0) \(clock)" } ?? clock
  }

  private static func person(_ element: XMLElement) -> PersonDraft? {
    let parts = [string(element, "first_name"), string(element, "last_name")].compactMap(\.self)
    guard let name = parts.isEmpty ? string(element, "name") : parts.joined(separator: " ") else { return nil }
    var person = PersonDraft(key: string(element, "person_id"), name: name)
    person.affiliation = string(element, "affiliation")
    person.bio = string(element, "bio").map { Text($0) }
    let role = string(element, "role")
    person.role = role.flatMap { ["author", "speaker", "presenter"].contains($0.lowercased()) ? nil : $0 }
    return person
  }

  private static func string(_ element: XMLElement, _ name: String) -> String? { said(element.string(name)) }

  /// What is not there stands as `undefined`.
  private static func said(_ text: String?) -> String? { text.flatMap { $0 == "undefined" ? nil : $0 } }
}
