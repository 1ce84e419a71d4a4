import Agenda
import Markup

/// A programme as schedule XML, valid by c3voc's schema (schedule.xml.xsd).
struct ScheduleXMLWriter {
  private let facts: ScheduleFacts
  private var xml = XMLText()

  init(_ programme: Programme) {
    facts = ScheduleFacts(programme)
    xml.begin("schedule")
    xml.element("generator", ("name", "Plenary"), ("version", programme.generatorVersion))
    xml.element("version", text: facts.version)
    addConference(programme)
    for day in programme.days { add(day) }
    // The schema asks for a day, even where there is nothing on it.
    if programme.days.isEmpty {
      add(Programme.Day(number: 1, date: programme.conference.start, sessions: []))
    }
    xml.end()
  }

  var text: String { xml.text }

  private mutating func addConference(_ programme: Programme) {
    let conference = programme.conference
    xml.begin("conference")
    xml.element("title", text: programme.string(conference.title))
    xml.element("acronym", text: facts.identities.acronym)
    xml.element("start", text: facts.span.start.description)
    xml.element("end", text: facts.span.end.description)
    xml.element("days", text: "\(max(1, programme.days.count))")
    xml.element("timeslot_duration", text: facts.timeslot)
    if let url = conference.url, url.hasPrefix("http") { xml.element("url", text: url) }
    xml.element("time_zone_name", text: conference.zone.identifier)
    for track in programme.agenda.tracks {
      xml.element("track", ("name", programme.string(track.name)), ("color", track.color), ("slug", slug(of: track)))
    }
    xml.end()
  }

  /// Two letters at least, the first of them no digit.
  private func slug(of track: Track) -> String? {
    let words = Identifier.words(of: track.id)
    guard words.utf8.count > 1, let first = words.utf8.first, first >= UInt8(ascii: "a") else { return nil }
    return words
  }

  private mutating func add(_ day: Programme.Day) {
    xml.begin(
      "day", ("index", "\(day.number)"), ("date", day.date.description), ("start", facts.start(of: day)),
      ("end", facts.end(of: day)))
    for room in facts.rooms(of: day) {
      xml.begin("room", ("name", room.name), ("guid", facts.identities.guid(ofRoom: room.name)))
      for session in room.sessions { add(session, in: room.name) }
      xml.end()
    }
    xml.end()
  }

  private mutating func add(_ session: Session, in room: String) {
    let programme = facts.programme
    let title = facts.title(of: session)
    xml.begin(
      "event", ("guid", facts.identities.guid(of: session)), ("id", "\(facts.identities.number(of: session))"))
    xml.element("room", text: room)
    xml.element("title", text: title)
    xml.element("type", text: facts.type(of: session))
    xml.element("date", text: facts.iso(session.start))
    xml.element("start", text: programme.conference.zone.local(session.start).clock)
    xml.element("duration", text: length(of: session))
    xml.element("abstract", text: programme.string(session.summary))
    xml.element("track", text: programme.string(programme.track(of: session)?.name))
    addPeople(of: session)
    xml.element("language", text: session.language ?? "")
    xml.element("description", text: facts.description(of: session))
    if let isRefused = facts.isRecordingRefused(session) {
      xml.begin("recording")
      xml.element("license")
      xml.element("optout", text: isRefused ? "true" : "false")
      xml.end()
    }
    add(session.links, as: "link")
    add(session.attachments, as: "attachment")
    xml.end()
  }

  /// Hours and minutes; from 100 hours on days come first, for the schema takes two digits at most.
  private func length(of session: Session) -> String {
    let seconds = facts.length(of: session)
    if (seconds + 59) / 3_600 < 100 { return WireTime.length(seconds) }
    return "\(min(99, seconds / 86_400)):\(WireTime.length(seconds % 86_400))"
  }

  private mutating func addPeople(of session: Session) {
    let programme = facts.programme
    xml.begin("persons")
    for (person, _) in programme.participants(of: session) {
      xml.element(
        "person", ("id", "\(facts.identities.number(of: person))"), ("guid", facts.identities.guid(of: person)),
        text: programme.string(person.name))
    }
    xml.end()
  }

  private mutating func add(_ links: [WebLink], as name: String) {
    xml.begin(name + "s")
    for link in links {
      let title = facts.programme.string(link.title)
      xml.element(name, ("href", link.url), text: title.isEmpty ? link.url : title)
    }
    xml.end()
  }
}
