import Agenda
import Messages
import Testing
import Times

@testable import Interchange

struct ScheduleJSONReadingTests {
  @Test("Version 1: days, rooms, events, with ids that are texts or numbers")
  func first() throws {
    let reading = try ReadingSample.read(
      """
      {"schedule": {"version": "1.3", "conference": {"acronym": "demo", "title": "Demo", "start": "2020-12-14",
        "end": "2020-12-14", "time_zone_name": "Europe/Berlin", "days": [{"index": 1, "date": "2020-12-14",
        "day_start": "2020-12-14T04:00:00+01:00", "day_end": "2020-12-15T03:59:00+01:00", "rooms": {"Hall": [
          {"id": "28a", "guid": "g1", "date": "2020-12-14T10:00:00+01:00", "start": "10:00", "duration": "00:30",
           "title": "One", "abstract": "Short.", "description": "Long\\r\\n\\r\\n* a\\r\\n* b", "logo": null,
           "persons": [{"id": 1, "public_name": "Ann", "biography": "Bio"}], "links": [], "attachments": []},
          {"id": 2, "date": "2020-12-15T01:00:00+01:00", "start": "01:00", "duration": "00:30", "title": "Night"}
        ], "Empty": []}}]}}}
      """)
    #expect(reading.format == .scheduleJSON)
    let agenda = reading.agenda
    #expect(agenda.conference.id == "demo" && agenda.conference.dayChange.minutes == 240)
    #expect(agenda.sessions.map(\.id) == ["28a", "2"])
    #expect(ReadingSample.days(reading) == ["2020-12-14", "2020-12-14"])
    #expect(ReadingSample.string(agenda.sessions[0].summary) == "Short.")
    #expect(ReadingSample.string(agenda.sessions[0].details) == "Long\n\n* a\n* b")
    #expect(ReadingSample.string(agenda.people[0].bio) == "Bio")
    #expect(agenda.rooms.count == 2)
  }

  @Test("Version 2: a flat list, rooms and tracks as objects, texts in several languages")
  func second() throws {
    let reading = try ReadingSample.read(
      """
      {"schedule": {"version": "2", "conference": {"acronym": "hub", "title": {"en": "Hub", "de": "Nabe"},
        "time_zone_name": "Europe/Berlin", "tracks": [{"name": "CCC", "slug": "ccc", "colors": {"dark": "#FFF"}}],
        "rooms": [{"name": "Saal 1", "slug": "s1"}], "days": [{"index": 1, "date": "2024-12-27"}]},
        "events": [{"guid": "g", "code": "ABC", "start": "2024-12-27T10:30:00+01:00", "end":
        "2024-12-27T11:00:00+01:00", "room": {"name": "Saal 1"}, "track": {"slug": "ccc"}, "subtitle": null,
        "title": {"en": "Opening", "de": "Eröffnung"}, "description": {"en": "Hello.", "de": "Hallo."},
        "participants": [{"guid": "p", "name": "Ann", "role": "SPEAKER"}, {"name": "Bo", "role": "ANGEL"}]}]}}
      """)
    #expect(reading.format == .scheduleJSON2)
    let session = try #require(reading.agenda.sessions.first)
    #expect(session.title.string(for: ["de"]) == "Eröffnung" && session.title.string(for: ["en"]) == "Opening")
    #expect(session.details?.string(for: ["de-AT"]) == "Hallo.")
    #expect(session.track == "ccc" && reading.agenda.tracks[0].color == "#ffffff")
    #expect(reading.agenda.rooms.count == 1 && session.room == reading.agenda.rooms[0].id)
    #expect(session.people.map { ReadingSample.string($0.role) } == [nil, "angel"])
    #expect(session.end?.since(session.start) == 1_800)
  }

  @Test("A slip is told with its place, and everything else is read")
  func slips() throws {
    let reading = try ReadingSample.read(
      """
      {"schedule": {"conference": {"title": "Sample", "days": [{"date": "2024-12-27", "rooms": {"Saal": [
        {"id": 1, "title": “Opening”, "start": "10:00", "duration": "01:00"}
        {"id": 2, "title": "Talk", "start": "11:00", "duration": "01:00",},
      ]}}]}}}
      """)
    #expect(reading.agenda.sessions.map { ReadingSample.string($0.title) } == ["Opening", "Talk"])
    #expect(
      reading.problems.filter { $0.severity == .error }.map {
        $0.line(file: "a.json", in: .english)
      } == [
        "a.json:2: column 22: found '“Opening”', expected a value",
        "a.json:3: column 3: found '{', expected ',' or ']'",
        "a.json:3: column 68: found '}', expected a field's name in quotation marks",
        "a.json:4: column 1: found ']', expected a value",
      ])
  }

  @Test("No JSON, cut short, too deep or another format: refused with place, found and expected")
  func refused() throws {
    func words(_ text: String) throws -> String {
      try ReadingSample.failure(Array(text.utf8)).problem(file: "a.json").line(in: .english)
    }
    #expect(try words("// x\n{").hasPrefix("a.json:1: column 1: found a comment, expected a value"))
    #expect(
      try words("{\"schedule\":\n {\"conf").hasPrefix(
        "a.json:2: column 3: found a text without its closing"))
    #expect(
      try words("{\"a\": 1}").hasPrefix("a.json:1: found JSON with a, expected an agenda in words"))
    #expect(
      try words(String(repeating: "[", count: 100_000)).hasSuffix(
        "found the end of the file, expected a value"))
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(
      try words(deep) == "a.json:1: found values inside each other, expected at most 64 levels")
    #expect(
      try words("{\"a\": 1,}").hasPrefix("a.json:1: column 9: found '}', expected a field's name"))
    #expect(try words("[1, 2]").contains("found JSON, expected"))
  }
}
