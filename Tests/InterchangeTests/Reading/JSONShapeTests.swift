import Agenda
import Testing

@testable import Interchange

/// Sessions in JSON that stand in other shapes than a list of a schedule.
struct JSONShapeTests {
  @Test("Open Event's, of which only what is accepted is in the programme")
  func openEvent() throws {
    let reading = try ReadingSample.read(
      """
      [{"id": 1, "title": "A", "starts-at": "2017-04-18T12:30:00-07:00", "ends-at": "2017-04-18T13:20:00-07:00",
        "microlocation": {"id": 5, "name": "Hall G"}, "track": {"name": "Camera"}, "state": "accepted",
        "short-abstract": "Short.", "long-abstract": "Long text.", "speakers": [{"id": 2, "name": "Mi Sla"}]},
       {"id": 2, "title": "B", "starts-at": "2017-04-18T14:30:00-07:00", "state": "rejected"}]
      """)
    #expect(OutlineSample.rows(reading) == ["2017-04-18 12:30 | 13:20 | A | Hall G | Mi Sla | "])
    #expect(ReadingSample.string(reading.agenda.sessions[0].summary) == "Short.")
    #expect(ReadingSample.names(reading).contains("stateLeftOut"))
    let rooms = try ReadingSample.failure(Array(#"[{"id": 5, "name": "Hall G", "floor": 2, "latitude": null}]"#.utf8))
    #expect(rooms.fact == .file(.noAgenda(.rooms)))
  }

  @Test("Google I/O's, with ids of rooms, speakers and tags")
  func googleIO() throws {
    let reading = try ReadingSample.read(
      """
      {"rooms": [{"id": "r", "name": "Stage 1"}], "tags": [{"tag": "TOPIC_X", "name": "X"}],
       "speakers": [{"id": "s", "name": "Su Per", "bio": "Bio"}],
       "sessions": [{"id": "1", "title": "Keynote", "description": "All", "startTimestamp": "2018-05-08T17:00:00Z",
         "endTimestamp": "2018-05-08T18:30:00Z", "room": "r", "speakers": ["s"], "tags": ["TOPIC_X"],
         "youtubeUrl": "https://youtu.be/x"}]}
      """)
    #expect(OutlineSample.rows(reading) == ["2018-05-08 17:00 | 18:30 | Keynote | Stage 1 | Su Per | "])
    #expect(reading.agenda.sessions[0].links.map(\.url) == ["https://youtu.be/x"])
  }

  @Test("Nested objects as a grid of day, minute and room, and days of a list without dates")
  func grids() throws {
    let grid = try ReadingSample.read(
      """
      {"rooms": [{"id": 12, "name": {"fr": "B003"}}],
       "schedule": {"2025-11-01": {"510": {}, "530": {"12": {"code": "A", "title": "Accueil", "duration": 45,
         "slots": [{"start": "2025-11-01T08:50:00+01:00", "end": "2025-11-01T09:35:00+01:00", "room": {"name": {"fr": "B003"}}}]}}}},
       "extra": {"2025-11-01": {"750": {"id": "lunch", "title": {"en": "Lunch", "fr": "Déjeuner"}}}}}
      """)
    #expect(
      OutlineSample.rows(grid) == [
        "2025-11-01 08:50 | 09:35 | Accueil | B003 |  | ", "2025-11-01 12:30 | - | Lunch |  |  | ",
      ])
    let rooms = try ReadingSample.read(
      #"{"schedule": {"2025-11-01": {"Hall": [{"title": "A", "start": "9:00"}], "Lab": [{"title": "B", "start": "10:30"}]}}}"#
    )
    #expect(
      OutlineSample.rows(rooms) == ["2025-11-01 09:00 | - | A | Hall |  | ", "2025-11-01 10:30 | - | B | Lab |  | "])
    let days = try ReadingSample.read(
      #"{"schedule": [{"id": "first-day", "items": [{"time": "8:30-9:30", "description": "Breakfast"}]}, {"id": "second-day", "items": [{"time": "9:30-13:00", "description": "Talks"}]}]}"#
    )
    let today = ReadingSample.today
    #expect(
      OutlineSample.rows(days) == [
        "\(today) 08:30 | 09:30 | Breakfast |  |  | ", "\(today.advanced(by: 1)) 09:30 | 13:00 | Talks |  |  | ",
      ])
    #expect(ReadingSample.names(days).contains("noDate"))
  }

  @Test("A spreadsheet's rows as lists of cells are a table, at the root or below a name")
  func rowsOfCells() throws {
    let rows =
      #"[["Date", "Start", "Title", "Room"], ["2026-05-04", "9:00", "A", "Hall"], ["2026-05-04", "10:30", "B", ""], []]"#
    for text in [rows, #"{"range": "Sheet1!A1:D4", "majorDimension": "ROWS", "values": \#(rows)}"#] {
      let reading = try ReadingSample.read(text)
      #expect(
        OutlineSample.rows(reading) == ["2026-05-04 09:00 | - | A | Hall |  | ", "2026-05-04 10:30 | - | B |  |  | "])
    }
  }

  @Test("The user says which fields of unknown JSON have what")
  func mapped() throws {
    let bytes = Array(
      #"{"payload": {"rows": [{"Bezeichnung": "A", "Beginnt_um": "2025-11-01 09:00", "Ort": "Hall"}]}}"#.utf8)
    let reading = try Import.read(
      FileBytes(bytes), name: "x", today: ReadingSample.today,
      choices: ImportChoices(map: "title=Bezeichnung,start=Beginnt um,room=Ort"))
    #expect(OutlineSample.rows(reading) == ["2025-11-01 09:00 | - | A | Hall |  | "])
    #expect(try ReadingSample.failure(bytes).fact == .file(.unknownJSON(fields: ["payload"])))
  }

  @Test("Indico's event with its contributions, and its timetable")
  func indico() throws {
    let event = try ReadingSample.read(
      """
      {"count": 1, "_type": "HTTPAPIResult", "ts": 1, "results": [{"_type": "Conference", "id": "7", "title": "C",
        "timezone": "Europe/Zurich", "url": "https://indico.example.org/event/7/", "contributions": [
        {"id": "1", "title": "T", "startDate": {"date": "2013-04-29", "time": "09:00:00", "tz": "Europe/Zurich"}, "duration": 30,
         "endDate": {"date": "2013-04-29", "time": "09:30:00", "tz": "Europe/Zurich"}, "roomFullname": "40-S2-C01",
         "speakers": [{"first_name": "Al", "last_name": "Bo", "affiliation": "CERN"}]}, {"id": "2", "title": "Not on a day"}]}]}
      """)
    #expect(event.format == .indico)
    #expect(OutlineSample.rows(event) == ["2013-04-29 09:00 | 09:30 | T | 40-S2-C01 | Al Bo | "])
    #expect(event.agenda.conference.zone.identifier == "Europe/Zurich")
    let timetable = try ReadingSample.read(
      """
      {"count": 1, "_type": "HTTPAPIResult", "results": {"7": {"20130429": {"s1": {"title": "Block", "entries": {"c2":
        {"title": "Inner", "startDate": {"date": "2013-04-29", "time": "10:00:00", "tz": "Europe/Zurich"}, "duration": 20, "room": "R"}}},
        "b1": {"title": "Coffee", "entryType": "Break", "startDate": {"date": "2013-04-29", "time": "11:00:00", "tz": "Europe/Zurich"}, "duration": 30}}}}}
      """)
    #expect(
      OutlineSample.rows(timetable) == [
        "2013-04-29 10:00 | 10:20 | Inner | R |  | ", "2013-04-29 11:00 | 11:30 | Coffee |  |  | ",
      ])
    #expect(timetable.agenda.sessions[1].kind == .break)
  }

  @Test("A schedule whose sessions are still to come is one")
  func empty() throws {
    let reading = try ReadingSample.read(
      ReadingSample.xml(conference: "<start>2026-05-04</start><end>2026-05-05</end>", days: ""))
    #expect(reading.agenda.sessions.isEmpty && reading.agenda.conference.end.description == "2026-05-05")
    #expect(ReadingSample.names(reading) == ["noSessions", "noZone"])
  }
}
