import Agenda
import JSON

/// A programme as schedule JSON, valid by c3voc's schema, version 1 (schema.json).
struct ScheduleJSONWriter {
  private let facts: ScheduleFacts
  private let programme: Programme

  init(_ programme: Programme) {
    self.programme = programme
    facts = ScheduleFacts(programme)
  }

  var text: String {
    let schedule: JSONMembers = ["version": .string(facts.version), "conference": conference]
    let generator: JSONMembers = ["name": .string("Plenary"), "version": .string(programme.generatorVersion)]
    let file: JSONMembers = [
      "$schema": .string("https://c3voc.de/schedule/schema.json"), "generator": .object(generator),
      "schedule": .object(schedule),
    ]
    return JSONTree.object(file).text()
  }

  private var conference: JSONTree {
    let conference = programme.conference
    var members: JSONMembers = [
      "acronym": .string(facts.identities.acronym), "title": .string(programme.string(conference.title)),
    ]
    let subtitle = programme.string(conference.subtitle)
    if !subtitle.isEmpty { members["description"] = .string(subtitle) }
    members += [
      "start": .string(facts.span.start.description), "end": .string(facts.span.end.description),
      "daysCount": .number(programme.days.count), "timeslot_duration": .string(facts.timeslot),
    ]
    if isNamed(conference.zone) { members["time_zone_name"] = .string(conference.zone.identifier) }
    if let url = conference.url { members["url"] = .string(url) }
    members += [
      "rooms": .array(rooms), "tracks": .array(programme.agenda.tracks.map(track)),
      "days": .array(programme.days.map(day)),
    ]
    return .object(members)
  }

  /// Whether the schema takes the zone's name: `Etc/GMT+5` and `US/Eastern` it does not, and the offsets of all times
  /// say as much.
  private func isNamed(_ zone: OffsetTable) -> Bool {
    if zone.identifier == "UTC" { return true }
    return zone.identifier.split(separator: "/").prefix(2).map(\.utf8).reduce(0) { count, part in
      let isUpper = part.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
      let isLower = part.dropFirst().first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
      return isUpper && isLower ? count + 1 : count
    } == 2
  }

  private var rooms: [JSONTree] {
    var seen: Set<String> = []
    let names = programme.days.flatMap { facts.rooms(of: $0).map(\.name) }
    return names.filter { seen.insert($0).inserted }.map { name in
      .object(["name": .string(name), "guid": .string(facts.identities.guid(ofRoom: name))])
    }
  }

  private func track(_ track: Track) -> JSONTree {
    var members: JSONMembers = ["name": .string(programme.string(track.name))]
    let slug = Identifier.words(of: track.id)
    if slug.utf8.count > 1 { members["slug"] = .string(slug) }
    if let color = track.color { members["color"] = .string(color) }
    return .object(members)
  }

  private func day(_ day: Programme.Day) -> JSONTree {
    let rooms = facts.rooms(of: day).map { room in
      (room.name, JSONTree.array(room.sessions.map { event($0, in: room.name) }))
    }
    return .object([
      "index": .number(day.number), "date": .string(day.date.description),
      "day_start": .string(facts.start(of: day)), "day_end": .string(facts.end(of: day)),
      "rooms": .object(JSONMembers(rooms)),
    ])
  }

  private func event(_ session: Session, in room: String) -> JSONTree {
    let guid = facts.identities.guid(of: session)
    let title = facts.title(of: session)
    var members: JSONMembers = [
      "guid": .string(guid), "id": .number(facts.identities.number(of: session)),
      "date": .string(facts.iso(session.start)),
      "start": .string(programme.conference.zone.local(session.start).clock),
    ]
    if let end = session.end { members["end"] = .string(facts.iso(end)) }
    members += [
      "duration": .string(WireTime.length(facts.length(of: session))), "room": .string(room),
      "slug": .string(facts.identities.slug(of: session, title: programme.string(session.title))),
      // An address is asked for; a session that has none of its own is at the conference's, or has only its name.
      "url": .string(session.links.first?.url ?? programme.conference.url ?? "urn:uuid:\(guid)"),
      "title": .string(title), "subtitle": .null,
      "track": .orNull(programme.track(of: session).map { programme.string($0.name) }),
      "type": .string(facts.type(of: session)), "language": .orNull(session.language),
      "abstract": .string(programme.string(session.summary)),
      "description": .string(facts.description(of: session)),
    ]
    members["do_not_record"] = facts.isRecordingRefused(session).map { .boolean($0) }
    members += [
      "persons": .array(programme.participants(of: session).map(person)),
      "links": .array(session.links.map(reference)), "attachments": .array(session.attachments.map(reference)),
    ]
    return .object(members)
  }

  private func person(_ person: Person, role: String) -> JSONTree {
    var members: JSONMembers = [
      "guid": .string(facts.identities.guid(of: person)), "id": .number(facts.identities.number(of: person)),
      "name": .string(programme.string(person.name)),
    ]
    if !role.isEmpty { members["role"] = .string(role) }
    members["biography"] = .orNull(person.bio.map { programme.string($0) })
    return .object(members)
  }

  private func reference(_ link: WebLink) -> JSONTree {
    let title = programme.string(link.title)
    return .object(["url": .string(link.url), "title": .string(title.isEmpty ? link.url : title)])
  }
}
