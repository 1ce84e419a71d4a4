import Agenda
import Messages
import Testing

@testable import Interchange

/// Sessions whose start is missing or cannot be read.
struct UnknownStartTests {
  /// What is said of sessions without a start, a line each.
  private static func lines(_ reading: ImportReading) -> [String] {
    reading.problems.filter { $0.name == "sessionWithoutStart" }.map {
      $0.line(file: "f", in: .english)
    }
  }

  private static func calendar(_ events: String...) -> String {
    let events = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }
    return "BEGIN:VCALENDAR\n\(events.joined())END:VCALENDAR\n"
  }

  @Test("One of a calendar stands at the beginning of the earliest day, without an end, and says so first")
  func calendar() throws {
    let reading = try ReadingSample.read(
      Self.calendar(
        "UID:1\nDTSTART:20240302T090000Z\nDTEND:20240302T100000Z\nSUMMARY:Late",
        "UID:2\nDTSTART:Next *Year*\nDTEND:20240302T100000Z\nSUMMARY:Foobar\nDESCRIPTION:Text",
        "UID:3\nDTSTART:20240301T090000Z\nDTEND:20240301T100000Z\nSUMMARY:Early", "UID:4\nSTATUS:CANCELLED\nSUMMARY:Off"
      )
    )
    let sessions = reading.agenda.sessions
    #expect(
      ReadingSample.starts(reading) == ["2024-03-02 09:00", "2024-03-01 04:00", "2024-03-01 09:00", "2024-03-01 04:00"])
    #expect(sessions.map(\.status) == [.confirmed, .tentative, .confirmed, .cancelled])
    #expect(sessions[1].end == nil && sessions[3].end == nil)
    #expect(
      ReadingSample.string(sessions[1].details) == "**Time not known**; the file says “Next \\*Year\\*”.\n\nText")
    #expect(ReadingSample.string(sessions[3].details) == "**Time not known**; the file gives none.")
    #expect(reading.problems.filter { $0.severity == .error }.count == 2)
    #expect(
      Self.lines(reading) == [
        "f:8: \"Foobar\": found the start \"Next *Year*\", expected a time (YYYY-MM-DDTHH:MM); kept as tentative at the "
          + "beginning of 2024-03-01",
        "f:21: \"Off\": found no start, expected one; kept as tentative at the beginning of 2024-03-01",
      ])
  }

  @Test("Without any date in the file it is today")
  func today() throws {
    let reading = try ReadingSample.read(Self.calendar("UID:1\nDTSTART:INVALID-DATE\nDTEND:soon\nSUMMARY:A"))
    #expect(ReadingSample.days(reading) == [ReadingSample.today.description])
    #expect(reading.problems.count { $0.severity == .error } == 2)
    #expect(reading.agenda.conference.start == ReadingSample.today)
  }

  @Test("One that a day lists stands at the beginning of that day, others at the conference's")
  func listed() throws {
    let reading = try ReadingSample.read(
      ReadingSample.xml(
        conference: "<start>2024-12-26</start><end>2024-12-29</end>",
        days: """
          <day date="2024-12-28" start="2024-12-28T08:00:00"><room name="R">
          <event id="1"><title>A</title><duration>00:30</duration></event>
          <event id="2"><date>2024-12-28T10:00:00</date><title>B</title><duration>00:30</duration></event></room></day>
          <day><room name="R"><event id="3"><start>noon</start><title>C</title></event></room></day>
          """))
    #expect(ReadingSample.starts(reading) == ["2024-12-28 08:00", "2024-12-28 10:00", "2024-12-26 04:00"])
    #expect(reading.agenda.sessions.map { $0.end == nil } == [true, false, true])
    #expect(reading.agenda.sessions.map(\.status) == [.tentative, .confirmed, .tentative])
    #expect(Self.lines(reading).count == 2 && Self.lines(reading)[1].contains("\"noon\""))
  }

  @Test("Schedule JSON and Sessionize have them too")
  func json() throws {
    let schedule = try ReadingSample.read(
      """
      {"schedule": {"conference": {"title": "T", "start": "2024-03-01", "days": [{"date": "2024-03-02", "rooms": {"R": [
        {"id": 1, "title": "A", "date": null, "start": null}]}}]}}}
      """)
    #expect(ReadingSample.starts(schedule) == ["2024-03-02 04:00"])
    let sessionize = try ReadingSample.read(
      """
      {"sessions": [{"id": "1", "title": "Later", "startsAt": null, "endsAt": null, "roomId": null},
        {"id": "2", "title": "Keynote", "startsAt": "2024-04-20T09:00:00", "endsAt": "2024-04-20T09:45:00"}],
       "speakers": [], "questions": [], "categories": [], "rooms": []}
      """)
    #expect(ReadingSample.starts(sessionize) == ["2024-04-20 04:00", "2024-04-20 09:00"])
    #expect(sessionize.agenda.sessions[0].status == .tentative)
    for reading in [schedule, sessionize] { #expect(Self.lines(reading).count == 1) }
  }

  @Test("What is exported of them comes back as it was", arguments: [ExportFormat.frabXML, .scheduleJSON, .iCalendar])
  func again(format: ExportFormat) throws {
    let reading = try ReadingSample.read(
      Self.calendar("UID:1\nDTSTART:Next Year\nSUMMARY:A", "UID:2\nDTSTART:20240301T090000Z\nSUMMARY:B"))
    let programme = Programme(
      of: reading.agenda, languages: ["en"], messages: .english, stamp: WritingSample.stamp, generatorVersion: "9")
    let again = try Import.read(Export.bytes(of: programme, as: format), name: "x", today: ReadingSample.today)
    #expect(Set(ReadingSample.starts(again)) == Set(ReadingSample.starts(reading)))
    #expect(again.agenda.sessions.contains { ReadingSample.string($0.details)?.contains("Time not known") == true })
    #expect(Self.lines(again) == [])
  }
}
