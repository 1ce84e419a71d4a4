import Agenda
import Messages
import Testing

@testable import Interchange

/// Sessions that begin or end at the very moment at which something else does: nothing of it is a mistake.
struct TouchingTimesTests {
  private func day(_ events: String..., attributes: String = "", date: String = "2017-12-04") -> String {
    let events = events.enumerated().map { index, event in
      "<event id=\"\(index + 1)\"><title>T\(index + 1)</title>\(event)</event>"
    }
    return "<day date=\"\(date)\" index=\"1\"\(attributes)><room name=\"Red\">\(events.joined())</room></day>"
  }

  private func read(_ days: String...) throws -> ImportReading {
    try ReadingSample.read(
      ReadingSample.xml(
        conference: "<start>2017-12-04</start><end>2017-12-05</end><time_zone_name>America/New_York</time_zone_name>",
        days: days.joined()))
  }

  /// What is odd in sessions of one room and day, as `check` tells it.
  private func overlaps(_ events: String...) throws -> [String] {
    let events = events.enumerated().map { index, event in
      "<event id=\"\(index + 1)\"><title>T\(index + 1)</title>\(event)</event>"
    }
    let reading = try read("<day date=\"2017-12-04\" index=\"1\"><room name=\"Red\">\(events.joined())</room></day>")
    return AgendaCheck.problems(in: reading.agenda, places: reading.places).filter { $0.name == "overlap" }
      .map { $0.line(file: "f", in: .english) }
  }

  @Test("Sessions that follow one another in a room do not overlap, nor does a moment without length")
  func touching() throws {
    let first = "<start>09:00</start><duration>01:00</duration>"
    #expect(try overlaps(first, "<start>10:00</start><duration>01:00</duration>") == [])
    #expect(try overlaps(first, "<start>09:59</start><duration>01:00</duration>").count == 1)
    #expect(try overlaps(first, "<start>09:30</start><end>09:30</end>") == [])
  }

  @Test("What overlaps is told with the session that began last of those that end last")
  func overlapping() throws {
    let lines = try overlaps(
      "<start>09:00</start><duration>01:00</duration>", "<start>09:15</start><duration>00:45</duration>",
      "<start>09:30</start><duration>01:00</duration>")
    #expect(lines.count == 2 && lines.first?.contains("as \"T1\"") == true && lines.last?.contains("as \"T2\"") == true)
  }

  @Test("A session on the first or the last day is not outside the conference")
  func dates() throws {
    let event = "<start>09:00</start><duration>01:00</duration>"
    let reading = try read(day(event), day(event, date: "2017-12-05"))
    #expect(ReadingSample.days(reading) == ["2017-12-04", "2017-12-05"])
    #expect(!ReadingSample.names(reading).contains("outsideConference"))
    let outside = try read(day(event, date: "2017-12-03"), day(event, date: "2017-12-06"))
    #expect(ReadingSample.names(outside).count { $0 == "outsideConference" } == 2)
  }

  @Test("A session that ends when it begins has that end")
  func withoutLength() throws {
    let calendar = """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:1
      DTSTART:20171204T090000Z
      DTEND:20171204T090000Z
      SUMMARY:A
      END:VEVENT
      END:VCALENDAR

      """
    let reading = try ReadingSample.read(calendar)
    #expect(reading.agenda.sessions.first?.end == reading.agenda.sessions.first?.start)
    #expect(!ReadingSample.names(reading).contains("endBeforeStart"))
  }

  @Test("A session that begins when the day changes is of the day that begins")
  func dayChange() throws {
    let reading = try read(day("<start>04:00</start><duration>01:00</duration>"))
    #expect(ReadingSample.starts(reading) == ["2017-12-04 04:00"])
    #expect(ReadingSample.days(reading) == ["2017-12-04"])
    let dated = try read(day("<date>2017-12-04T04:00:00-05:00</date><duration>01:00</duration>"))
    #expect(ReadingSample.days(dated) == ["2017-12-04"] && !ReadingSample.names(dated).contains("otherDay"))
    let first = try ReadingSample.read(
      """
      BEGIN:VCALENDAR
      X-WR-TIMEZONE:UTC
      BEGIN:VEVENT
      UID:1
      DTSTART:20171204T040000Z
      SUMMARY:A
      END:VEVENT
      BEGIN:VEVENT
      UID:2
      SUMMARY:Without a start
      END:VEVENT
      END:VCALENDAR

      """)
    #expect(ReadingSample.days(first) == ["2017-12-04", "2017-12-04"])
  }

  @Test("The day changes at a full hour where the sessions leave room for it, and as late as they allow")
  func chosenChange() throws {
    func change(_ late: String, _ early: String) throws -> Int {
      let reading = try read(
        day("<date>2017-12-05T\(late):00-05:00</date><duration>00:10</duration>"),
        day("<date>2017-12-05T\(early):00-05:00</date><duration>00:10</duration>", date: "2017-12-05"))
      return reading.agenda.conference.dayChange.minutes
    }
    #expect(try change("04:30", "05:00") == 300)
    #expect(try change("04:30", "04:59") == 271)
    #expect(try change("04:29", "04:30") == 270, "there is one minute that fits")
  }

  @Test("A day that ends in the morning of its own date says nothing of when the day changes")
  func statedChange() throws {
    let attributes = " start=\"2017-12-04T08:00:00-05:00\" end=\"2017-12-04T10:00:00-05:00\""
    let reading = try read(day("<start>09:00</start><duration>01:00</duration>", attributes: attributes))
    #expect(reading.agenda.conference.dayChange.minutes == 240)
  }

  @Test("Twenty-four hours and sixty minutes are no times of a clock")
  func clocks() {
    #expect(LooseTime.clock("23:59") == 86_340)
    for text in ["24:30", "25:00", "09:60", "0960", "2400"] { #expect(LooseTime.clock(text) == nil, "\(text)") }
    #expect(LooseTime.lateClock("47:59") != nil && LooseTime.lateClock("48:00") == nil)
    #expect(LooseTime.moment("2017-12-04T24:30:00") == nil)
    #expect(LooseTime.moment("2017-12-04T09:00:00+23:59") != nil)
    for text in ["2017-12-04T09:00:00+24:00", "2017-12-04T09:00:00+05:60"] {
      #expect(LooseTime.moment(text) == nil, "\(text)")
    }
  }

  @Test(
    "UNTIL is the last time that a series may have, not the first that it may not",
    arguments: [
      ("DTSTART;VALUE=DATE:20171204", "20171206"), ("DTSTART:20171204T090000", "20171206T090000"),
      ("DTSTART:20171204T090000", "20171206T090000Z"), ("DTSTART:20171204T090000Z", "20171206T090000Z"),
      ("DTSTART:20171204T090000Z", "20171206"), ("DTSTART;TZID=America/New_York:20171204T090000", "20171206T140000Z"),
    ])
  func until(start: String, until: String) throws {
    let reading = try ReadingSample.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      \(start)
      RRULE:FREQ=DAILY;UNTIL=\(until)
      SUMMARY:A
      END:VEVENT
      END:VCALENDAR

      """)
    #expect(reading.agenda.sessions.count == 3)
  }

  @Test("A series that is cut has all times of its last day")
  func cut() throws {
    let rule = try #require(RecurrenceRule("FREQ=HOURLY;INTERVAL=6"))
    var limits = Recurrence.Limits()
    (limits.count, limits.openSpan, limits.span) = (100, 2, 2)
    var effort = 10_000
    let start = LocalTime(date: CalendarDate(dayNumber: 17_504), secondOfDay: 0)
    let times = Recurrence(rule, from: start, today: start.date, limits: limits).times(effort: &effort) { _ in false }
    #expect(times.times.count == 12 && times.isCut)
  }
}
