import Agenda
import Testing

@testable import Interchange

struct SessionizeReadingTests {
  @Test("The view All: rooms, speakers and categories by their ids, dead ones told")
  func all() throws {
    let reading = try ReadingSample.read(
      """
      {"sessions": [
        {"id": "1", "title": "Keynote", "description": "First.\\r\\nSecond.", "startsAt": "2024-04-20T09:00:00",
         "endsAt": "2024-04-20T09:45:00", "isServiceSession": false, "speakers": ["a", "gone"], "categoryItems": [7, 8, 9],
         "roomId": 11, "liveUrl": "https://example.org/live", "recordingUrl": null, "status": "Accepted"},
        {"id": "2", "title": "Lunch", "startsAt": "2024-04-20T12:00:00", "endsAt": null, "isServiceSession": true,
         "speakers": [], "categoryItems": [], "roomId": null}],
       "speakers": [{"id": "a", "firstName": "Ann", "lastName": "Lee", "bio": "Bio.", "tagLine": "Engineer, Acme",
         "links": [{"title": "Blog", "url": "https://example.org"}], "fullName": "Ann Lee"}],
       "questions": [], "categories": [{"id": 1, "title": "Track", "items": [{"id": 7, "name": "Cloud"}]},
         {"id": 2, "title": "Level", "items": [{"id": 8, "name": "Beginner"}]}],
       "rooms": [{"id": 12, "name": "B", "sort": 2}, {"id": 11, "name": "A", "sort": 1}]}
      """)
    #expect(reading.format == .sessionizeAll)
    let agenda = reading.agenda
    #expect(ReadingSample.starts(reading) == ["2024-04-20 09:00", "2024-04-20 12:00"])
    #expect(agenda.rooms.map { ReadingSample.string($0.name) } == ["A", "B"])
    #expect(agenda.sessions[0].room == agenda.rooms[0].id && agenda.sessions[1].kind == .meal)
    #expect(agenda.tracks.map { ReadingSample.string($0.name) } == ["Cloud"])
    #expect(ReadingSample.string(agenda.sessions[0].details) == "First.\\\nSecond.\n\n- Level: Beginner")
    #expect(ReadingSample.string(agenda.people[0].affiliation) == "Engineer, Acme")
    #expect(agenda.sessions[0].links.map(\.url) == ["https://example.org/live"])
    #expect(reading.problems.count { $0.name == "deadReference" } == 2)
    #expect(ReadingSample.names(reading).contains("noZone"))
  }

  @Test("The view GridSmart: each session once, though it stands there twice")
  func grid() throws {
    let session = """
      {"id": "s", "title": "Talk", "startsAt": "2024-10-31T10:00:00", "endsAt": "2024-10-31T10:40:00", "roomId": 1,
       "room": "Hall", "speakers": [{"id": "a", "name": "Ann Lee"}], "categories": [{"name": "Track", "categoryItems":
       [{"id": 3, "name": "UI"}]}], "isServiceSession": false}
      """
    let reading = try ReadingSample.read(
      """
      [{"date": "2024-10-31T00:00:00", "rooms": [{"id": 1, "name": "Hall", "sessions": [\(session)]}],
        "timeSlots": [{"slotStart": "10:00:00", "rooms": [{"id": 1, "session": \(session)}]}]}]
      """)
    #expect(reading.format == .sessionizeGrid)
    #expect(reading.agenda.sessions.map(\.id) == ["s"])
    #expect(reading.agenda.people.count == 1 && reading.agenda.tracks.count == 1)
  }
}
