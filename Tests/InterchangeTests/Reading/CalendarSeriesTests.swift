import Agenda
import Testing

@testable import Interchange

/// Series as RFC 5545 has them, to the letter.
struct CalendarSeriesTests {
  private func read(_ events: String..., zone: String = "X-WR-TIMEZONE:Europe/Berlin") throws -> ImportReading {
    try ReadingSample.read(
      "BEGIN:VCALENDAR\nVERSION:2.0\n\(zone)\n"
        + events.map { "BEGIN:VEVENT\nDTSTAMP:20240101T000000Z\n\($0)\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n")
  }

  private func lines(_ reading: ImportReading) -> [String] {
    reading.agenda.sessions.sorted { $0.start < $1.start }.map { session in
      let end = ReadingSample.local(session.end, reading)?.suffix(5) ?? ""
      return
        "\(ReadingSample.local(session.start, reading)?.dropFirst(5) ?? "")-\(end) \(session.title.string(for: []))"
    }
  }

  @Test("An exception for this and all that follow moves and renames the rest of the series (RFC 5545 §3.2.13)")
  func thisAndFuture() throws {
    let reading = try read(
      "UID:a\nDTSTART:20240304T100000\nDTEND:20240304T110000\nRRULE:FREQ=DAILY;COUNT=6\nSUMMARY:Old",
      "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240306T100000\nDTSTART:20240306T140000\nDTEND:20240306T143000\n"
        + "SUMMARY:New",
      "UID:a\nRECURRENCE-ID:20240308T100000\nDTSTART:20240308T090000\nDTEND:20240308T093000\nSUMMARY:Alone",
      "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240309T100000\nDTSTART:20240309T100000\nSTATUS:CANCELLED\nSUMMARY:Off"
    )
    #expect(
      lines(reading) == [
        "03-04 10:00-11:00 Old", "03-05 10:00-11:00 Old", "03-06 14:00-14:30 New", "03-07 14:00-14:30 New",
        "03-08 09:00-09:30 Alone", "03-09 10:00- Off",
      ])
    #expect(Set(reading.agenda.sessions.map(\.id)).count == 6)
    #expect(reading.agenda.sessions.count { $0.status == .cancelled } == 1)
  }

  @Test("Several rules are one series, each time once; periods have ends of their own (§3.8.5.2, §3.8.5.3)")
  func severalRules() throws {
    let reading = try read(
      "UID:a\nDTSTART:20240304T100000\nDTEND:20240304T110000\nRRULE:FREQ=DAILY;COUNT=3\n"
        + "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3\nRDATE;VALUE=PERIOD:20240310T080000/20240310T120000,"
        + "20240311T080000/PT2H30M\nSUMMARY:A")
    #expect(
      lines(reading) == [
        "03-04 10:00-11:00 A", "03-05 10:00-11:00 A", "03-06 10:00-11:00 A", "03-08 10:00-11:00 A",
        "03-10 08:00-12:00 A", "03-11 08:00-10:30 A",
      ])
  }

  @Test("Of a series of whole days one can have times, and of a series with times one can be named by its day")
  func wholeDays() throws {
    let days = try read(
      "UID:a\nDTSTART;VALUE=DATE:20240304\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Day",
      "UID:a\nRECURRENCE-ID;VALUE=DATE:20240305\nDTSTART:20240305T150000\nDTEND:20240305T160000\nSUMMARY:Moved")
    #expect(lines(days).contains("03-05 15:00-16:00 Moved") && days.agenda.sessions.count == 3)
    let times = try read(
      "UID:a\nDTSTART:20240304T100000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Hour",
      "UID:a\nRECURRENCE-ID;VALUE=DATE:20240305\nDTSTART:20240305T150000\nSUMMARY:Moved")
    #expect(lines(times) == ["03-04 10:00- Hour", "03-05 15:00- Moved", "03-06 10:00- Hour"])
    let mixed = try read(
      "UID:a\nDTSTART;VALUE=DATE:20240304\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Day",
      "UID:a\nRECURRENCE-ID:20240305T000000\nDTSTART;VALUE=DATE:20240307\nSUMMARY:Moved")
    #expect(mixed.agenda.sessions.count == 3)
  }

  @Test("A series whose only time is excluded does not take place; one that ends before it begins does once")
  func ends() throws {
    let excluded = try read(
      "UID:a\nDTSTART:20240304T100000\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:20240304T100000\nSUMMARY:Never",
      "UID:b\nDTSTART:20240304T120000\nEXDATE:20240304T120000\nSUMMARY:Never",
      "UID:c\nDTSTART:20240304T130000\nSUMMARY:On")
    #expect(lines(excluded) == ["03-04 13:00- On"])
    let past = try read("UID:a\nDTSTART:20240304T100000\nRRULE:FREQ=DAILY;UNTIL=20240301T100000\nSUMMARY:Once")
    #expect(lines(past) == ["03-04 10:00- Once"] && ReadingSample.names(past).contains("badRecurrence"))
  }

  @Test(
    "A series without an end is shown for the year to come, whenever it began",
    arguments: [
      ("FREQ=WEEKLY", 53), ("FREQ=DAILY;INTERVAL=30", 13), ("FREQ=MONTHLY;BYDAY=1MO", 12), ("FREQ=YEARLY", 1),
      ("FREQ=HOURLY;INTERVAL=168", 53), ("FREQ=MINUTELY;INTERVAL=10080", 53),
      ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", 53),
    ])
  func open(rule: String, count: Int) throws {
    // It began in 1995; today is 8 January 2022.
    let reading = try read("UID:a\nDTSTART:19950102T100000\nRRULE:\(rule)\nSUMMARY:A")
    let starts = reading.agenda.sessions.compactMap { ReadingSample.local($0.start, reading) }.sorted()
    #expect((count - 1...count).contains(starts.count), "\(starts.count)")
    #expect(try #require(starts.first) >= "2022-01-08" && starts.last! < "2023-01-10", "\(starts)")
    // One that has not begun is shown from its beginning.
    let later = try read("UID:a\nDTSTART:20300107T100000\nRRULE:\(rule)\nSUMMARY:A")
    #expect(later.agenda.sessions.map(\.start).min().flatMap { ReadingSample.local($0, later) } == "2030-01-07 10:00")
  }

  @Test("The same times are found from today on as from the beginning, whatever the rule")
  func jumping() throws {
    for rule in [
      "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA;WKST=SU", "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1,31",
      "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1,53;BYDAY=MO", "FREQ=HOURLY;INTERVAL=7", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
      "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1", "FREQ=MINUTELY;INTERVAL=1001;BYHOUR=9,10",
    ] {
      let read = try #require(RecurrenceRule(rule))
      let start = LocalTime(date: CalendarDate(dayNumber: 18_000), secondOfDay: 36_000)
      let today = CalendarDate(dayNumber: 18_700)
      var limits = Recurrence.Limits()
      (limits.count, limits.openSpan, limits.steps) = (100_000, 2_000, 2_000_000)
      var effort = Int.max
      let all = Recurrence(read, from: start, today: start.date, limits: limits).times(effort: &effort) { _ in false }
      limits.openSpan = 1_300
      let rest = Recurrence(read, from: start, today: today, limits: limits).times(effort: &effort) { _ in false }
      #expect(rest.times == all.times.filter { $0.date >= today && $0.date.dayNumber <= 20_000 }, "\(rule)")
      #expect(!rest.times.isEmpty, "\(rule)")
    }
  }

  @Test("All categories are kept, and an address to take part from afar is a link")
  func details() throws {
    let text =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20240304T100000Z\nSUMMARY:A\nCATEGORIES:Law,Panel\n"
      + "CATEGORIES:Open\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:https://example.org/join\nEND:VEVENT\n"
      + "END:VCALENDAR\n"
    let reading = try ReadingSample.read(text)
    let session = try #require(reading.agenda.sessions.first)
    let details = session.details.flatMap { ReadingSample.string($0) } ?? ""
    #expect(details.contains("Categories: Law, Panel, Open"), "\(details)")
    let links = session.links.map { "\($0.url) \($0.title.string(for: []))" }
    #expect(links.contains("https://example.org/join Join"), "\(links)")
  }

  @Test("Latin-1 is read, and UTF-8 whose characters are folded stays what it is")
  func encodings() throws {
    func calendar(_ summary: [UInt8]) -> [UInt8] {
      Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20240304T100000Z\r\nSUMMARY:".utf8) + summary
        + Array("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
    }
    for (summary, title) in [
      (Array("Caf".utf8) + [0xE9, 0x20, 0x96, 0x20] + Array("caf".utf8) + [0xE9], "Caf\u{E9} \u{2013} caf\u{E9}"),
      (Array("\u{E9}".utf8) + [0xC3, 0x0D, 0x0A, 0x20, 0xA9], "\u{E9}\u{E9}"),
    ] {
      let reading = try Import.read(calendar(summary), name: "sample", today: ReadingSample.today)
      #expect(reading.agenda.sessions.first.flatMap { ReadingSample.string($0.title) } == title)
    }
  }

  @Test(
    "Zones by the names that Windows shows have their summer time",
    arguments: [
      ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"), ("(UTC-05:00) Eastern Time", "America/New_York"),
      ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
      ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
      ("(GMT+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Brussels"),
      ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Melbourne"),
      ("(UTC+05:30) Chennai, Kolkata", "Asia/Kolkata"),
      ("(UTC+03:00) Nowhere", "Etc/GMT-3"),
    ])
  func windows(name: String, zone: String) throws {
    let reading = try read(
      "UID:1\nDTSTART;TZID=\"\(name)\":20240704T090000\nSUMMARY:A", zone: "X-WR-CALNAME:Sample")
    #expect(reading.agenda.conference.zone.identifier == zone)
    #expect(ReadingSample.starts(reading) == ["2024-07-04 09:00"])
  }
}
