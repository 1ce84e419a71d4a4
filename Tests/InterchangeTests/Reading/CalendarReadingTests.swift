import Agenda
import Testing

@testable import Interchange

struct CalendarReadingTests {
  private func calendar(_ head: String = "", _ events: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0"] + (head.isEmpty ? [] : [head])
      + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" } + ["END:VCALENDAR"]).joined(separator: "\n") + "\n"
  }

  @Test("A floating time is on the clock of X-WR-TIMEZONE, one with TZID on its zone's, one with Z in UTC")
  func zones() throws {
    let reading = try ReadingSample.read(
      calendar(
        "X-WR-TIMEZONE:America/New_York\nX-WR-CALNAME:Atlanta",
        "UID:1\nDTSTART:20171204T090000\nDURATION:PT1H30M\nSUMMARY:Floating",
        "UID:2\nDTSTART;TZID=Europe/Berlin:20171204T180000\nDTEND;TZID=Europe/Berlin:20171204T190000\nSUMMARY:Berlin",
        "UID:3\nDTSTART:20171204T180000Z\nSUMMARY:UTC"))
    #expect(ReadingSample.starts(reading) == ["2017-12-04 09:00", "2017-12-04 12:00", "2017-12-04 13:00"])
    #expect(reading.agenda.sessions[0].start.seconds == 1_512_396_000)
    #expect(ReadingSample.local(reading.agenda.sessions[0].end, reading) == "2017-12-04 10:30")
    #expect(reading.agenda.sessions[2].end == nil)
    #expect(ReadingSample.string(reading.agenda.conference.title) == "Atlanta")
  }

  @Test("Windows' names, prefixed names and own rules lead to a zone that a bundle can name")
  func foreignZones() throws {
    let own = """
      BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500
      RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000
      TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE
      """
    for (name, zone) in [
      ("W. Europe Standard Time", "Europe/Berlin"),
      ("/freeassociation.sourceforge.net/Tzfile/Europe/Vienna", "Europe/Vienna"),
      ("/Europe/Stockholm", "Europe/Stockholm"), ("UTC+11", "Etc/GMT-11"), ("Ours", "America/New_York"),
    ] {
      let reading = try ReadingSample.read(
        calendar(own, "UID:1\nDTSTART;TZID=\"\(name)\":20200825T103500\nSUMMARY:A"))
      #expect(reading.agenda.conference.zone.identifier == zone, "\(name)")
      #expect(ReadingSample.starts(reading) == ["2020-08-25 10:35"])
    }
  }

  @Test("Series are spread out, without their exceptions and with those that were moved")
  func series() throws {
    let reading = try ReadingSample.read(
      calendar(
        "X-WR-TIMEZONE:Europe/Berlin",
        "UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20240329T100000\nDTSTART;TZID=Europe/Berlin:20240329T150000\nSUMMARY:Moved",
        "UID:a\nDTSTART;TZID=Europe/Berlin:20240328T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=6\n"
          + "EXDATE;TZID=Europe/Berlin:20240330T100000,20240402T100000\nRDATE;TZID=Europe/Berlin:20240410T080000\nSUMMARY:Daily"
      ))
    #expect(
      ReadingSample.starts(reading) == [
        "2024-03-28 10:00", "2024-03-31 10:00", "2024-04-01 10:00", "2024-04-10 08:00", "2024-03-29 15:00",
      ])
    #expect(Set(reading.agenda.sessions.map(\.id)).count == 5)
    #expect(reading.agenda.sessions.map(\.end).compactMap(\.self).count == 4)
  }

  @Test("The newest of several versions is read, equal UIDs without versions are different sessions")
  func versions() throws {
    let reading = try ReadingSample.read(
      calendar(
        "", "UID:a\nSEQUENCE:1\nDTSTART:20240101T100000Z\nSUMMARY:Old",
        "UID:a\nSEQUENCE:2\nDTSTART:20240101T110000Z\nSUMMARY:New",
        "UID:b\nDTSTART:20240101T120000Z\nSUMMARY:One", "UID:b\nDTSTART:20240101T130000Z\nSUMMARY:Two"))
    #expect(reading.agenda.sessions.map { ReadingSample.string($0.title) } == ["New", "One", "Two"])
    #expect(reading.agenda.sessions.map(\.id) == ["a", "b", "b_2"])
    #expect(ReadingSample.names(reading).contains("superseded") && ReadingSample.names(reading).contains("sharedID"))
  }

  @Test("BOM, LF, folds inside characters, stray lines, unescaped commas, a semicolon too many")
  func spelling() throws {
    let plain = calendar(
      "",
      "UID:1\nDTSTART;;VALUE=DATE-TIME:20140409T093000\nSUMMARY:One, two; three\\, and \\\\ more\n text\nLOCATION:Red, upper\n"
        + "DESCRIPTION:First line\nSecond line without a fold\nNote: third\nCATEGORIES:Law,Talk")
    let reading = try Import.read([0xEF, 0xBB, 0xBF] + Array(plain.utf8), name: "x", today: ReadingSample.today)
    let session = try #require(reading.agenda.sessions.first)
    #expect(ReadingSample.string(session.title) == "One, two; three, and \\ moretext")
    #expect(reading.agenda.rooms.map { ReadingSample.string($0.name) } == ["Red, upper"])
    #expect(ReadingSample.string(session.details) == "First line\\\nSecond line without a fold\\\nNote: third")
    #expect(reading.agenda.tracks.map { ReadingSample.string($0.name) } == ["Law"])
    #expect(ReadingSample.names(reading).contains("badFolding"))
    // A fold between the two bytes of a character.
    let parts = calendar("", "UID:1\nDTSTART:20140409T093000Z\nSUMMARY:Café").utf8.split(separator: 0xC3)
    let folded = Array(parts[0]) + [0xC3, 0x0D, 0x0A, 0x20] + Array(parts[1])
    let read = try Import.read(folded, name: "x", today: ReadingSample.today)
    #expect(ReadingSample.string(read.agenda.sessions[0].title) == "Café")
  }

  @Test("A day without a time is that day; cancelled is cancelled; what cannot be read is told with its line")
  func odds() throws {
    let reading = try ReadingSample.read(
      calendar(
        "METHOD:PUBLISH", "UID:1\nDTSTART;VALUE=DATE:20240101\nSUMMARY:Day",
        "UID:2\nDTSTART:20240101T090000Z\nSTATUS:CANCELLED\nSUMMARY:Off",
        "UID:3\nDTSTART:Next Year\nSUMMARY:Never", "UID:4\nDTSTART:20240101T100000Z\nDURATION:P999999999999999999W\nX"))
    #expect(
      ReadingSample.starts(reading) == ["2024-01-01 00:00", "2024-01-01 09:00", "2024-01-01 00:00", "2024-01-01 10:00"])
    #expect(ReadingSample.days(reading) == Array(repeating: "2024-01-01", count: 4))
    #expect(reading.agenda.sessions[0].end?.since(reading.agenda.sessions[0].start) == 86_400)
    #expect(reading.agenda.sessions[1].status == .cancelled)
    #expect(reading.sessionsInFile == 4)
    for name in ["wholeDay", "sessionWithoutStart", "unreadableDuration", "badLine"] {
      #expect(ReadingSample.names(reading).contains(name), "\(name)")
    }
  }

  @Test("Thousands of rules and zones that cost much are cut together, and a line without an end is refused")
  func effort() throws {
    let rules = (0..<400).map { "UID:\($0)\nDTSTART:20240101T090000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30" }
    let events = rules.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
    let reading = try ReadingSample.read("BEGIN:VCALENDAR\n\(events)END:VCALENDAR\n")
    #expect(reading.agenda.sessions.count == 400)
    #expect(ReadingSample.names(reading).count { $0 == "cutRecurrence" } == 400)
    let zones = (0..<250).map { number in
      "BEGIN:VTIMEZONE\nTZID:Z\(number)\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0117\nTZOFFSETTO:+0123\n"
        + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:\(number)\n"
        + "DTSTART;TZID=Z\(number):20240101T090000\nEND:VEVENT\n"
    }
    let many = try ReadingSample.read("BEGIN:VCALENDAR\n\(zones.joined())END:VCALENDAR\n")
    #expect(many.agenda.sessions.count == 250 && ReadingSample.names(many).contains("unknownZone"))
    let lines = String(repeating: "EXDATE:20240102T090000Z\nCOMMENT:x\n", count: 5_000)
    let long = try ReadingSample.read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nRRULE:FREQ=DAILY;COUNT=300\n\(lines)SUMMARY:A\n"
        + "END:VEVENT\nEND:VCALENDAR\n")
    #expect(long.agenda.sessions.count == 299 && Set(long.agenda.sessions.map(\.id)).count == 299)
    for text in [String(repeating: "x", count: 9 << 20), String(repeating: "x\n ", count: 9 << 20)] {
      let failure = try ReadingSample.failure(Array("BEGIN:VCALENDAR\nSUMMARY:\(text)".utf8))
      #expect(failure.fact == .file(.endlessText(limit: 8 << 20)))
      #expect(failure.line.map { $0 >= 2 } ?? false)
    }
  }

  @Test("Cut short, nested without end and recurring without end are bounded")
  func bounds() throws {
    let whole = calendar("", "UID:1\nDTSTART:20240101T090000Z\nSUMMARY:A")
    #expect(
      try ReadingSample.failure(Array(whole.utf8.dropLast(16))).fact == .file(.cutShort(expected: "END:VCALENDAR")))
    let nested = String(repeating: "BEGIN:VEVENT\n", count: 100_000)
    #expect(
      try ReadingSample.failure(Array(nested.utf8))
        == ImportFailure(.grammar(.tooDeep(limit: 16, isLeftOut: false)), line: 17))
    for rule in [
      "FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=DAILY;COUNT=999999999", "FREQ=MINUTELY;BYSETPOS=5", "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYYEARDAY=1",
    ] {
      let reading = try ReadingSample.read(calendar("", "UID:1\nDTSTART:20240101T090000Z\nRRULE:\(rule)\nSUMMARY:A"))
      #expect((1...500).contains(reading.agenda.sessions.count), "\(rule)")
      #expect(ReadingSample.names(reading).contains("cutRecurrence"), "\(rule)")
    }
  }

  @Test("Several names of who organises, with commas between, are several people; a name that is turned round is one")
  func organizers() throws {
    func event(_ uid: String, _ name: String) -> String {
      "BEGIN:VEVENT\nUID:\(uid)\nDTSTART:20240915T130000Z\nSUMMARY:\(uid)\nORGANIZER;CN=\(name):MAILTO:a@example.org\nEND:VEVENT\n"
    }
    let reading = try ReadingSample.read(
      "BEGIN:VCALENDAR\n" + event("a", "Ann Bee, Cy Dee") + event("b", #""Eff, Gus""#) + "END:VCALENDAR\n")
    #expect(reading.agenda.people.map { ReadingSample.string($0.name) } == ["Ann Bee", "Cy Dee", "Eff, Gus"])
  }

  @Test("pretalx's names behind its titles are those of who speaks; in other calendars they are of the title")
  func speakersInTitles() throws {
    func rows(_ product: String, _ titles: String...) throws -> [String] {
      let events = titles.enumerated().map { number, title in
        "UID:pretalx-\(number)@x\nDTSTART:20260504T090000Z\nSUMMARY:\(title)"
      }
      let all = events.joined(separator: "\nEND:VEVENT\nBEGIN:VEVENT\n")
      return OutlineSample.rows(try ReadingSample.read(calendar("PRODID:\(product)", all))).map {
        String($0.dropFirst(23))
      }
    }
    #expect(
      try rows(
        "-//pretalx//example.org//demo", "Making - Wrappers - Ann Lee", "Rust - amanda c, Cy Dee", "Break - ", "Tools")
        == [
          "Making - Wrappers |  | Ann Lee | ", "Rust |  | amanda c, Cy Dee | ", "Break |  |  | ", "Tools |  |  | ",
        ])
    // Also where a calendar was made of pretalx's, whose identifiers go on.
    #expect(try rows("-//Plenary//Plenary 1//EN", "Week 1 - Linear Algebra") == ["Week 1 - Linear Algebra |  |  | "])
  }
}
