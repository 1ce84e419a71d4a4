import Agenda
import Testing

@testable import Interchange

/// JSON that nobody has written down a format for: what people make for their own pages.
struct SessionListTests {
  private func rows(_ text: String, name: String = "sample", map: String? = nil) throws -> [String] {
    let reading = try Import.read(
      FileBytes(Array(text.utf8)), name: name, today: ReadingSample.today, choices: ImportChoices(map: map))
    return OutlineSample.rows(reading)
  }

  private func failure(_ text: String) throws -> FileFact {
    guard case .file(let fact) = try ReadingSample.failure(Array(text.utf8)).fact else {
      Issue.record("no failure of a file")
      return .noMemory
    }
    return fact
  }

  @Test("A day is what has a date and a list, whatever the list is called")
  func days() throws {
    for list in ["schedule", "tracks", "programme", "vortraege"] {
      let text = #"[{"day": "Day 1", "date": "2026-05-17", "\#(list)": [{"hour": "8:20 AM", "title": "Bus"}]}]"#
      #expect(try rows(text) == ["2026-05-17 08:20 | - | Bus |  |  | "], "\(list)")
    }
    let root = #"{"title": "Tech", "date": "24/10/2026", "schedule": [{"time": "07:30 – 08:30", "title": "Doors"}]}"#
    #expect(try rows(root) == ["2026-10-24 07:30 | 08:30 | Doors |  |  | "])
    let named =
      #"[{"title": "Monday", "date": "April 23, 2018", "slots": [{"time": "6:00 pm", "title": "Party"}]},"#
      + #" {"title": "Tuesday", "date": "April 24, 2018", "slots": [{"time": "8:00 - 9:00 am", "title": "Food"}]}]"#
    #expect(try rows(named) == ["2018-04-23 18:00 | - | Party |  |  | ", "2018-04-24 08:00 | 09:00 | Food |  |  | "])
  }

  @Test("Without a date, who speaks at the same time as others is of a programme too")
  func parallel() throws {
    let talks = [("9:00", "A"), ("9:30", "B"), ("9:30", "C"), ("9:30", "D"), ("11:00", "E"), ("11:00", "F")]
    func list(_ more: (String) -> String) -> String {
      "[" + talks.map { #"{"start":"\#($0.0)","name":"\#($0.1)"\#(more($0.1))}"# }.joined(separator: ",") + "]"
    }
    let found = try rows(list { #","speaker":"Ann \#($0)"# + "\"" })
    let clocks = ["09:00", "09:30", "09:30", "09:30", "11:00", "11:00"]
    #expect(found.map { String($0.dropFirst(11).prefix(5)) } == clocks, "\(found)")
    #expect(throws: ImportFailure.self) { try rows(list { _ in "" }) }
    let few = ["9:00", "9:00", "10:00"].enumerated().map { #"{"start":"\#($1)","name":"T\#($0)","speaker":"Ann B"}"# }
    #expect(try rows("[" + few.joined(separator: ",") + "]").count == 3)
  }

  @Test("A date without a year has that of the conference, else of the file's name")
  func years() throws {
    let day = #"{"date": "May 17", "talks": [{"hour": "9:00", "title": "A"}]}"#
    #expect(try rows(#"{"name": "ScaleConf 2019", "days": [\#(day)]}"#).first?.hasPrefix("2019-05-17") ?? false)
    #expect(try rows("[\(day)]", name: "scaleconf-2018").first?.hasPrefix("2018-05-17") ?? false)
    #expect(ReadingSample.names(try ReadingSample.read("[\(day)]")).contains("yearGuessed"))
  }

  @Test("Fields are known with the words of their objects in front, and in parts of time and place")
  func names() throws {
    let hacking = """
      [{"id": 0, "date": "2022-05-20T17:30:00", "events": [
        {"start_date": "2022-05-20T17:00:00", "end_date": "2022-05-20T17:30:00", "event_name": "Opening",
         "event_description": "Kick off!"}]},
       {"id": 1, "date": "2022-05-22T00:00:00", "events": [
        {"start_date": "", "end_date": "2022-05-22T17:30:00", "event_name": "Deadline"},
        {"start_date": "2022-05-22T21:30:00", "end_date": "", "event_name": "Closing"},
        {"start_date": "", "end_date": "", "event_name": "Somewhen"}]}]
      """
    let reading = try ReadingSample.read(hacking)
    let lines = OutlineSample.rows(reading)
    #expect(lines[0] == "2022-05-20 17:00 | 17:30 | Opening |  |  | ")
    #expect(lines.contains("2022-05-22 17:30 | - | Deadline |  |  | "))
    #expect(lines.contains { $0.contains("Somewhen") && $0.hasSuffix("tentative") } && lines.count == 4)
    #expect(reading.agenda.sessions[0].details?.string(for: []) == "Kick off!")
    let hours = """
      {"days": [{"name": "Divendres", "date": "13/12/2019", "events": [
        {"title": "Registre", "startHour": "17:00", "endHour": "18:00", "locationId": "v", "locationName": "Hall",
         "author": "HP"}]}]}
      """
    #expect(try rows(hours) == ["2019-12-13 17:00 | 18:00 | Registre | Hall | HP | "])
    let mobi = """
      {"id": 1, "name": "Sessions", "items": [{"id": "6", "topic": "Doors", "description": "Opens", "date": "2015-11-14",
        "start_time": "09:00:00", "end_time": "09:45:00", "location": "", "section_id": "1", "date_t": "1447477200"}]}
      """
    #expect(try rows(mobi) == ["2015-11-14 09:00 | 09:45 | Doors |  |  | "])
    let calendar = """
      {"summary": "Camp", "timeZone": "Europe/Berlin", "items": [{"summary": "Talk", "location": "Hall",
        "start": {"dateTime": "2026-05-04T09:00:00+02:00"}, "end": {"dateTime": "2026-05-04T10:00:00+02:00"}}]}
      """
    #expect(try rows(calendar) == ["2026-05-04 09:00 | 10:00 | Talk | Hall |  | "])
    let spans = #"[{"name": "A", "day": "4 May 2026", "time": {"from": "9:00", "to": "9:30"}, "room": {"en": "Red"}}]"#
    #expect(try rows(spans) == ["2026-05-04 09:00 | 09:30 | A | Red |  | "])
    let widget = """
      {"rooms": [{"id": 3, "name": {"en": "Red"}}], "tracks": [{"id": 3, "name": {"en": "Web"}}],
       "talks": [{"code": "X", "title": "T", "start": "2026-05-04T09:00:00+02:00", "room": 3, "track": 3,
         "speakers": ["ABC"]}], "speakers": [{"code": "ABC", "name": "Ann Bee"}]}
      """
    let pretalx = try ReadingSample.read(widget)
    #expect(OutlineSample.rows(pretalx) == ["2026-05-04 09:00 | - | T | Red | Ann Bee | "])
    #expect(pretalx.agenda.tracks.map { ReadingSample.string($0.name) } == ["Web"])
  }

  @Test("Ends have the forms of starts, and other words for them")
  func ends() throws {
    let written =
      #"{"SESSIONS": [{"STARTTIME": "August 06, 2017 12:00:00", "ENDTIME": "August 06, 2017 12:50:00", "TITLE": "A"}]}"#
    #expect(try rows(written) == ["2017-08-06 12:00 | 12:50 | A |  |  | "])
    let finish = #"[{"date": "2020-10-08", "events": [{"start": "09:00", "finish": "12:00", "name": "B"}]}]"#
    #expect(try rows(finish) == ["2020-10-08 09:00 | 12:00 | B |  |  | "])
  }

  @Test("What stands in a session is its points, or sessions where it says more")
  func parts() throws {
    let sections = """
      [{"date": "2020-10-08", "events": [{"start": "14:00", "finish": "15:30", "name": "Papers 1", "sections":
        [{"name": "Sport", "presentations": ["Mayer", "Kalbli"]}]}]}]
      """
    let reading = try ReadingSample.read(sections)
    #expect(reading.agenda.sessions.count == 1)
    #expect(reading.agenda.sessions[0].items.map { ReadingSample.string($0.title) } == ["Sport", "Mayer", "Kalbli"])
    let block = """
      {"name": "Conf", "start": "2026-05-04", "end": "2026-05-05", "sessions": [
        {"title": "Block", "start": "2026-05-04 09:00", "end": "2026-05-04 10:00", "talks": [
          {"title": "One", "start": "09:00"}, {"title": "Two", "start": "09:30", "speaker": "Ann Bee"}]}]}
      """
    #expect(
      try rows(block) == [
        "2026-05-04 09:00 | 10:00 | Block |  |  | ", "2026-05-04 09:00 | - | One |  |  | ",
        "2026-05-04 09:30 | - | Two |  | Ann Bee | ",
      ])
    let grid = """
      {"sessions": {"101": {"title": "Named", "speakers": ["a"]}}, "speakers": {"a": {"name": "Ann Bee"}},
       "schedule": {"2026-05-04": {"timeslots": [{"startTime": "09:00", "endTime": "09:30",
         "sessions": [{"items": [101]}]}]}}}
      """
    #expect(try rows(grid) == ["2026-05-04 09:00 | 09:30 | Named |  | Ann Bee | "])
    let slot = #"{"2026-05-04": [{"time": "9:00", "Red": {"title": "A"}, "Blue": {"title": "B"}}]}"#
    #expect(try rows(slot) == ["2026-05-04 09:00 | - | A | Red |  | ", "2026-05-04 09:00 | - | B | Blue |  | "])
  }

  @Test("Lists of rooms and of tracks name what stands in them, and clocks may have no more than a title")
  func lists() throws {
    let rooms = """
      [{"date": "2026-05-04", "rooms": [{"name": "Red", "sessions": [{"time": "9:00", "title": "A"}]},
        {"name": "Blue", "talks": [{"time": "9:00", "title": "B"}]}]}]
      """
    // A list with a date and rooms is Sessionize's; an object with a list of them is not.
    #expect(
      try rows(#"{"schedule": \#(rooms)}"#) == [
        "2026-05-04 09:00 | - | A | Red |  | ", "2026-05-04 09:00 | - | B | Blue |  | ",
      ])
    let tracks = try ReadingSample.read(
      #"{"tracks": [{"name": "Web", "sessions": [{"title": "A", "start": "2026-05-04T09:00"}]}]}"#)
    #expect(tracks.agenda.tracks.map { ReadingSample.string($0.name) } == ["Web"])
    let plain = #"{"2026-05-04": {"9:00 AM": "Breakfast", "1:00 PM": "Lunch"}}"#
    #expect(try rows(plain) == ["2026-05-04 09:00 | - | Breakfast |  |  | ", "2026-05-04 13:00 | - | Lunch |  |  | "])
  }

  @Test("Hours of the afternoon that are written as ones of the morning are told by those before them")
  func afternoons() throws {
    let text = """
      [{"date": "2026-05-04", "talks": [{"time": "9:00", "title": "A"}, {"start": "11:30", "end": "1:00", "title": "B"},
        {"time": "1:00 - 2:00", "title": "C"}, {"time": "2:30", "title": "D"}]}]
      """
    #expect(
      try rows(text) == [
        "2026-05-04 09:00 | - | A |  |  | ", "2026-05-04 11:30 | 13:00 | B |  |  | ",
        "2026-05-04 13:00 | 14:00 | C |  |  | ", "2026-05-04 14:30 | - | D |  |  | ",
      ])
    #expect(ReadingSample.names(try ReadingSample.read(text)).contains("afternoonGuessed"))
  }

  @Test("Whoever is to be named, or all, is nobody; a break is no track; brackets say where somebody is from")
  func words() throws {
    let text = """
      [{"date": "2026-10-24", "events": [
        {"time": "8:00", "title": "One", "speaker": "A definir", "type": "talk"},
        {"time": "9:00", "title": "Two", "speaker": "Todos", "type": "break"},
        {"time": "10:00", "title": "Three", "speaker": [["Ann Bee", "anne"]], "type": "talk", "abstract": ["P", "Q"]},
        {"time": "11:00", "title": "Four", "host": "Cy Dee + Ed Eff (Philips)"},
        {"time": "12:00", "speaker": {"name": "Gus Haj"}, "topic": ""}]}]
      """
    let reading = try ReadingSample.read(text)
    #expect(
      OutlineSample.rows(reading) == [
        "2026-10-24 08:00 | - | One |  |  | ", "2026-10-24 09:00 | - | Two |  |  | ",
        "2026-10-24 10:00 | - | Three |  | Ann Bee | ", "2026-10-24 11:00 | - | Four |  | Cy Dee, Ed Eff | ",
        "2026-10-24 12:00 | - | Gus Haj |  | Gus Haj | ",
      ])
    #expect(reading.agenda.tracks.isEmpty && reading.agenda.sessions[1].kind == .break)
    #expect(ReadingSample.string(reading.agenda.people.last { $0.affiliation != nil }?.affiliation) == "Philips")
    #expect(reading.agenda.sessions[2].details?.string(for: []) == "P\n\nQ")
  }

  @Test("Days alone are a list of what is on them, and clocks alone of a day, or of days that follow each other")
  func halves() throws {
    let dates = #"[{"time": "1st January 2024", "title": "Open"}, {"time": "28th January 2024", "title": "Close"}]"#
    #expect(try rows(dates).map { $0.prefix(10) } == ["2024-01-01", "2024-01-28"])
    let clocks = """
      [{"time": "18:00-21:00", "title": "Dinner"}, {"time": "8:30-9:00 ", "title": "Breakfast"},
       {"time": "9:15-9:45", "title": "Talk"}]
      """
    let today = ReadingSample.today
    #expect(
      try rows(clocks).map { $0.prefix(16) } == [
        "\(today) 18:00", "\(today.advanced(by: 1)) 08:30", "\(today.advanced(by: 1)) 09:15",
      ])
  }

  @Test("--map reaches what lies deep, and says truly what is not there")
  func mapped() throws {
    let text = #"{"event": {"id": 1, "payload": {"blob": [{"was": "A", "ab": "2026-05-04 09:00", "wo": "Hall"}]}}}"#
    #expect(try rows(text, map: "title=was,start=ab,room=wo") == ["2026-05-04 09:00 | - | A | Hall |  | "])
    let failure = try #require(throws: ImportFailure.self) { try rows(text, map: "title=was,start=abx") }
    #expect(failure.fact == .file(.noColumn("abx")))
    let whole = #"[{"name": "A", "beginn_um": "9:30"}, {"name": "B", "beginn_um": "10:00"}]"#
    #expect(try rows(whole, map: "title=name,time=beginn_um").count == 2)
  }

  @Test("What is missing is said, with what there is")
  func missing() throws {
    let slots =
      #"[{"date": "2019-11-05", "timeslots": [{"startTime": "09:30", "endTime": "10:00", "sessionIds": [3]}]}]"#
    #expect(try failure(slots) == .incompleteJSON(lacks: .title, fields: ["startTime", "endTime", "sessionIds"]))
    #expect(
      try failure(#"{"x": [{"title": "T", "mood": "good"}]}"#)
        == .incompleteJSON(lacks: .start, fields: ["title", "mood"]))
    let clocks = #"[{"title": "A", "time": "9:30"}, {"title": "B", "time": "9:45"}]"#
    #expect(try failure(clocks) == .incompleteJSON(lacks: .date, fields: ["time", "title"]))
  }

  @Test(
    "JSON of other things is no agenda",
    arguments: [
      #"{"name": "left-pad", "version": "1.3.0", "scripts": {"start": "node ."}, "dependencies": {"a": "^1.0.0"}}"#,
      #"[{"name": "Ann", "title": "Dr", "bio": "Born in 1970"}, {"name": "Bo", "title": "Prof", "bio": "x"}]"#,
      #"[{"name": "Zoo", "hours": "9:00-17:00"}, {"name": "Museum", "hours": "9:00-17:00"}, {"name": "Bar", "hours": "9:00-23:00"}]"#,
      #"[{"day": "Monday", "opens": "09:00", "closes": "17:00"}, {"day": "Tuesday", "opens": "09:00", "closes": "17:00"}]"#,
      #"[{"name": "10", "time": "9:05", "destination": "Zoo"}, {"name": "11", "time": "9:15", "destination": "Zoo"}, {"name": "12", "time": "9:25", "destination": "Zoo"}]"#,
      #"[{"time": "2026-05-04T09:00:00Z", "level": "info", "event": "login"}, {"time": "2026-05-04T09:01:00Z", "level": "warn", "event": "logout"}]"#,
      #"{"posts": [{"title": "Hello", "date": "2026-05-04", "permalink": "/a", "tags": []}, {"title": "Bye", "date": "2026-05-05", "permalink": "/b"}]}"#,
      #"{"openingHours": [{"name": "Mo", "from": "9:00"}, {"name": "Di", "from": "10:00"}, {"name": "Mi", "from": "11:00"}]}"#,
      #"[{"date": "2026-05-04", "version": "1.0", "name": "First"}, {"date": "2026-05-05", "version": "1.1", "name": "Second"}]"#,
    ])
  func others(text: String) throws { #expect(throws: ImportFailure.self) { try rows(text) } }
}
