import Agenda

/// An `<entry>` of EuroPython's own XML: below a day, with a clock without a colon, minutes, and its speakers' lives.
///
/// It names neither the conference nor a zone; the time is that of the venue.
enum EuroPythonEntry {
  static func session(_ element: XMLElement, _ parents: [XMLElement], _ log: ProblemLog) -> SessionDraft {
    var session = SessionDraft(place: Problem.Place(line: element.line, session: element.string("title")))
    session.id = element[attribute: "id"]
    session.title = element.string("title").map { Text($0) }
    session.type = element.string("category")
    session.listedDay = ScheduleXMLReader.day(of: parents)
    EventTimes.read(
      into: &session, date: nil, start: element.string("start"), end: nil, duration: element.string("duration"),
      log: log)
    if let room = element.child("room"), let name = room.trimmed {
      // What has no number is several of them, or all: where it is, but no room of its own.
      if room[attribute: "id"] == nil, name.contains(",") || name.lowercased() == "all" {
        session.location = name
      } else {
        session.room = name
      }
    }
    session.people = (element.child("speakers")?.children ?? []).compactMap { speaker($0) }
    setTexts(of: &session, element)
    return session
  }

  /// Later files have the address of a page as `profile`, and the life as `description`; earlier ones the life as
  /// `profile`.
  private static func speaker(_ element: XMLElement) -> PersonDraft? {
    guard let name = element.string("name") else { return nil }
    var person = PersonDraft(key: element[attribute: "id"], name: name)
    let texts = ["profile", "description"].compactMap { element.string($0)?.withoutReturns }
    if !texts.isEmpty { person.bio = Text(texts.reversed().joined(separator: "\n\n")) }
    return person
  }

  /// The first topic is the track; several, and for whom it is, stand below the description.
  private static func setTexts(of session: inout SessionDraft, _ element: XMLElement) {
    let topics = (element.child("topics")?.children ?? []).compactMap(\.trimmed)
    session.track = topics.first
    let abstract = element.string("abstract")?.withoutReturns
    let description = element.string("description")?.withoutReturns
    var parts = [description].compactMap(\.self)
    // Most descriptions begin with the abstract.
    if let abstract, !(description?.hasPrefix(abstract) ?? false) { session.abstract = Text(abstract) }
    if topics.count > 1 { parts.append(ReadingWords.categories + topics.joined(separator: ", ")) }
    if let audience = element.string("audience") { parts.append(ReadingWords.audience + audience) }
    if !parts.isEmpty { session.description = Text(parts.joined(separator: "\n\n")) }
  }
}

extension String {
  /// With line feeds alone at the ends of lines.
  fileprivate var withoutReturns: String {
    guard utf8.contains(0x0D) else { return self }
    return String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }
}
