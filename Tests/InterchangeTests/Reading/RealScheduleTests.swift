import Agenda
import Messages
import Testing

@testable import Interchange

struct RealScheduleTests {
  /// A file that must be read, and how many sessions on how many days its makers say that it has.
  struct File: Sendable, CustomStringConvertible {
    var path: String
    var sessions: Int
    var description: String { path }
  }

  static let files: [File] = {
    guard let data = Checkout.data else {
      print("No schedules in ../shared/data: they are not tried here.")
      return []
    }
    return Checkout.lines(data + "/MANIFEST.tsv").compactMap { row in
      guard row.count > 5, let count = Int(row[5]), count > 0, folders.contains(where: { row[0].hasPrefix($0) }) else {
        return nil
      }
      return File(path: "\(data)/\(row[0])", sessions: count)
    }
  }()

  @Test(
    "What is exported of them and imported again has the same sessions",
    arguments: ["38c3", "camp2019", "rc3", "devfest", "global-azure"],
    [ExportFormat.frabXML, .scheduleJSON, .iCalendar])
  func again(name: String, format: ExportFormat) throws {
    guard let file = Self.files.first(where: { $0.path.contains(name) }) else { return }
    let reading = try Import.read(try ImportSource.bytes(at: file.path), name: "x", today: ReadingSample.today)
    let programme = Programme(
      of: reading.agenda, languages: ["en"], messages: .english, stamp: WritingSample.stamp, generatorVersion: "9.9")
    let again = try Import.read(Export.bytes(of: programme, as: format), name: "x", today: ReadingSample.today)
    func facts(_ agenda: Agenda) -> [String] {
      let rooms = Dictionary(uniqueKeysWithValues: agenda.rooms.map { ($0.id, ReadingSample.string($0.name) ?? "") })
      return agenda.sessions.map { session in
        let room =
          session.room.flatMap { rooms[$0] } ?? ReadingSample.string(session.place) ?? WritingWords.Mark.toBeAnnounced
        let end = (session.end ?? session.start).seconds
        return "\(session.start.seconds) \(end) \(room) \(ReadingSample.string(session.title) ?? "")"
      }.sorted()
    }
    #expect(facts(again.agenda) == facts(reading.agenda))
    #expect(Set(again.agenda.sessions.map(\.id)).count == reading.agenda.sessions.count)
  }

  private static let folders = ["frab-xml/", "schedule-json/", "ics/", "other-json/"]

  /// The files of two calendar libraries' own tests, with what has to come of them: how many sessions, series spread
  /// out; nil where there is none to read.
  static let suite: [String: Int?] = [
    "icalendar-big_bad_calendar": nil, "icalendar-bom_calendar": nil, "icalendar-broken_dtstart": 1,
    "icalendar-broken_ical": 1, "icalendar-event_with_escaped_characters": 1,
    "icalendar-event_with_recurrence_exdates_on_different_lines": 10, "icalendar-invalid_duration": 1,
    "icalendar-issue_104_broken_calendar": 1, "icalendar-issue_104_mark_events_broken": 1,
    "icalendar-issue_1081_invalid_rrule_freq": 1, "icalendar-issue_1081_invalid_start_and_end": 1,
    "icalendar-issue_165_missing_event": 14, "icalendar-issue_168_input": 1, "icalendar-issue_218_bad_tzid": 1,
    "icalendar-issue_237_fail_to_parse_timezone_with_non_ascii_tzid": 1,
    "icalendar-issue_351_whitespace_in_property_and_params": 1, "icalendar-issue_466_convert_tzid_with_slash": 53,
    "icalendar-multiple_calendar_components": 3, "icalendar-parsing_error": 40,
    "icalendar-parsing_error_in_UTC_offset": nil, "icalendar-pr_480_summary_with_colon": nil,
    "icalendar-small_bad_calendar": nil, "node-ical-badRRULE": 783, "node-ical-bad_ms_tz": 34,
    "node-ical-biweekly-exdate-until": 74, "node-ical-daily-count-exdate-recurrence-id": 8,
    "node-ical-duplicate-uid-sequence": 2, "node-ical-google-recurrence-order": 3,
    "node-ical-mixed-timezone-handling": 5, "node-ical-multi-event-basic": 9, "node-ical-recurrence-sequence": 7,
    "node-ical-vtimezone-year-0001-dtstart": 1, "node-ical-whole_day_moved_over_dst_change_berlin": 3,
  ]

  @Test("Each calendar of other libraries' tests is read or refused, and nothing is guessed silently")
  func calendars() throws {
    guard let data = Checkout.data else { return }
    for row in Checkout.lines(data + "/ics-suite/EXPECTED.tsv") {
      let name = String(row[0].dropLast(4))
      let expected = try #require(Self.suite[name], "\(name)")
      let bytes = try ImportSource.bytes(at: "\(data)/ics-suite/\(row[0])")
      do throws(ImportFailure) {
        let reading = try Import.read(bytes, name: "x", today: ReadingSample.today)
        #expect(reading.agenda.sessions.count == expected, "\(name)")
        print(
          "import:", name, reading.agenda.sessions.count, reading.problems.count, separator: "\t")
      } catch {
        #expect(expected == nil, "\(name)")
        print("import:", error.problem(file: name).line(in: .english), separator: "\t")
      }
    }
  }

  @Test("Every session of each is there, each with an identifier of its own", arguments: files)
  func sessions(file: File) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let bytes = try ImportSource.bytes(at: file.path)
    let reading = try Import.read(bytes, name: "x", today: ReadingSample.today)
    let milliseconds = (clock.now - start) / .milliseconds(1)
    let report = ImportReport(reading, file: file.path)
    #expect(reading.sessionsInFile == file.sessions)
    #expect(reading.agenda.sessions.count == file.sessions)
    #expect(Set(reading.agenda.sessions.map(\.id)).count == file.sessions)
    let row = [
      String(file.path.split(separator: "/").suffix(2).joined(separator: "/")), "\(file.sessions)",
      "\(reading.agenda.sessions.count)", "\(report.days)", "\(reading.agenda.rooms.count)",
      "\(reading.problems.count)", "\(Int(milliseconds.rounded()))",
    ]
    print("import:", row.joined(separator: "\t"))
  }
}
