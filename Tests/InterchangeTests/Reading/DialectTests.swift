import Agenda
import Testing

@testable import Interchange

/// Ways of writing that programs and people have, each in a file as small as can be.
struct DialectTests {
  /// Title, start and end of each session, on the venue's clock.
  private static func rows(_ reading: ImportReading) -> [String] {
    reading.agenda.sessions.map { session in
      let start = ReadingSample.local(session.start, reading) ?? "?"
      let end = session.end.flatMap { ReadingSample.local($0, reading) }.map { String($0.suffix(5)) }
      return "\(ReadingSample.string(session.title) ?? "") \(start) \(end ?? "-")"
    }
  }

  @Test("Pentabarf of 2007: 24:00 and 25:15 are the next date, entities stand in CDATA, a day has a change of its own")
  func pentabarf() throws {
    let reading = try ReadingSample.read(
      """
      <?xml version='1.0' encoding='utf-8' ?>
      <schedule><conference><title>24C3</title><city>Berlin</city><start>2007-12-27</start><end>2007-12-30</end>
      <days>4</days><release>0.9</release><day_change>06:00:00</day_change></conference>
      <day date='2007-12-27' index='1'><room name='Saal 1'>
      <event id='1'><start>23:30:00</start><duration>01:30</duration><title>Late</title><tag>late</tag>
      <abstract><![CDATA[<p>Caf&eacute; &ndash; open</p>]]></abstract><persons><person id='1'/></persons></event>
      <event id='2'><start>01:30</start><duration>01:00</duration><title>Later</title></event>
      <event id='3'><start>24:00</start><duration>00:30</duration><title>At 24</title></event>
      <event id='4'><start>25:15</start><duration>00:30</duration><title>At 25</title></event></room></day></schedule>
      """)
    #expect(
      Self.rows(reading) == [
        "Late 2007-12-27 23:30 01:00", "Later 2007-12-28 01:30 02:30", "At 24 2007-12-28 00:00 00:30",
        "At 25 2007-12-28 01:15 01:45",
      ])
    #expect(ReadingSample.days(reading) == Array(repeating: "2007-12-27", count: 4))
    #expect(ReadingSample.string(reading.agenda.sessions[0].details) == "Café – open")
    #expect(reading.agenda.people.isEmpty && !ReadingSample.names(reading).contains("sessionWithoutStart"))
  }

  @Test("Clocks and durations as people write them")
  func clocks() throws {
    let events = [
      ("10:00", "PT90M"), ("10:00:00", "1:30"), ("10.00", "90"), ("1000", "90 min"), ("10:00 AM", "1h30"),
      ("10:00 am", "1 h 30 min"), ("10:00", "P0DT1H30M0S"), ("10:00", "90m"),
    ].enumerated().map {
      "<event id='\($0)'><start>\($1.0)</start><duration>\($1.1)</duration><title>x</title></event>"
    }
    let reading = try ReadingSample.read(
      ReadingSample.xml(days: "<day date='2024-01-01'>\(events.joined())</day>"))
    #expect(Self.rows(reading) == Array(repeating: "x 2024-01-01 10:00 11:30", count: events.count))
    #expect(LooseTime.lateClock("12:15 am") == 900 && LooseTime.lateClock("12:15 p.m.") == 44_100)
    for text in ["48:00", "13:00 pm", "0:30 am", "10:60", "9", "10:00 xm", "24:00 am"] {
      #expect(LooseTime.lateClock(text) == nil, "\(text)")
    }
    for text in ["1h90", "90 x", "h", "1 h 30 s", "-90", "1h 2h"] {
      #expect(LooseLength.reading(text) == nil, "\(text)")
    }
  }

  @Test("Dates with Z, fractions, offsets without a colon, the end of a day, seconds since 1970")
  func dates() throws {
    let dates = [
      "2024-03-02T10:00:00Z", "2024-03-02T11:00:00.000+0100", "2024-03-02 11:00:00 +0100", "2024-03-02T11:00+01",
      "2024/03/02 11:00", "1709373600", "1709373600000",
    ]
    let events = dates.map { #"{"title": "x", "date": "\#($0)", "duration": "00:30"}"# }
    let reading = try ReadingSample.read(
      """
      {"schedule": {"conference": {"title": "T", "time_zone_name": "Europe/Vienna", "days": [{"date": "2024-03-02",
        "rooms": {"R": [\(events.joined(separator: ",")), {"title": "y", "date": "2024-03-02T24:00:00+01:00"}]}}]}}}
      """)
    #expect(Self.rows(reading).dropLast() == Array(repeating: "x 2024-03-02 11:00 11:30", count: dates.count)[...])
    #expect(Self.rows(reading).last == "y 2024-03-03 00:00 -")
  }

  @Test("People, titles and rooms whose fields have other names, or lead elsewhere")
  func renamed() throws {
    let reading = try ReadingSample.read(
      """
      {"schedule": {"conference": {"title": {"de": "Tage", "en": "Days"}, "start": "2024-03-02"},
        "rooms": [{"guid": "r1", "name": "Hall"}], "events": ["lost",
        {"guid": "e1", "name": "By name", "start": "2024-03-02T10:00:00+01:00", "end": "2024-03-02T10:30:00+01:00",
         "room": {"guid": "r1"}, "persons": [{"full_public_name": "Ann"}, {"display_name": "Bo"}, "Cy"],
         "speakers": [{"firstname": "Di", "lastname": "Ek"}]}]}}
      """)
    #expect(reading.agenda.people.map { ReadingSample.string($0.name) } == ["Ann", "Bo", "Cy", "Di Ek"])
    #expect(Self.rows(reading) == ["By name 2024-03-02 10:00 10:30"])
    #expect(reading.agenda.sessions[0].room == reading.agenda.rooms[0].id && reading.agenda.rooms.count == 1)
    #expect(ReadingSample.names(reading).contains("wrongType"))
    let wafer = try ReadingSample.read(
      ReadingSample.xml(
        days: """
          <day date="2022-07-17"><event id="1"><date>2022-07-17T10:00:00</date><title>A</title>
          <person id="3">Loose Person</person><full_conf_url>https://example.org/talks/1/</full_conf_url></event></day>
          """))
    #expect(wafer.agenda.people.count == 1)
    #expect(wafer.agenda.sessions[0].links.map(\.url) == ["https://example.org/talks/1/"])
  }

  @Test("Calendars: small letters, CR alone, tabs as folds, quoted parameters, alarms and tasks beside events")
  func calendars() throws {
    let small = try ReadingSample.read(
      "begin:vcalendar\nbegin:vevent\nuid:1\ndtstart:20240105t090000z\ndtend:20240105t240000z\nsummary:Low\n note\n"
        + "end:vevent\nend:vcalendar\n")
    #expect(Self.rows(small) == ["Lownote 2024-01-05 09:00 00:00"])
    let event = """
      BEGIN:VTODO\rUID:t\rSUMMARY:Task\rEND:VTODO\rBEGIN:VEVENT\rUID:1\r\
      DTSTART;X-A="a:b;c";TZID="Europe/Berlin":20240705T090000\rDTEND;TZID=Europe/Berlin:20240705T100000\r\
      SUMMARY;X-B="x;y:z":Two\r\t parts\rDESCRIPTION:<html-blob>a <b>b</b></html-blob>\r\
      BEGIN:VALARM\rSUMMARY:Alarm\rDTSTART:19990101T000000Z\rEND:VALARM\rEND:VEVENT\r
      """
    let odd = try ReadingSample.read("BEGIN:VCALENDAR\r\(event)END:VCALENDAR\r")
    #expect(Self.rows(odd) == ["Two parts 2024-07-05 09:00 10:00"])
    #expect(ReadingSample.string(odd.agenda.sessions[0].details) == "a **b**")
    #expect(odd.agenda.conference.zone.identifier == "Europe/Berlin")
  }

  @Test("A list of sessions of no known format, with what its objects name by id")
  func lists() throws {
    let reading = try ReadingSample.read(
      """
      {"sessions": [{"id": "A", "type": "t", "room": "R1", "start": "2023-07-29T12:35:00+08:00",
         "end": "2023-07-29T13:05:00+08:00", "zh": {"title": "開放", "description": "文"},
         "en": {"title": "Open", "description": "Text"}, "speakers": ["s"], "uri": "https://example.org/A"}],
       "speakers": [{"id": "s", "zh": {"name": "安"}, "en": {"name": "Ann", "bio": "Bio"}}],
       "session_types": [{"id": "t", "en": {"name": "Tools"}}], "rooms": [{"id": "R1", "en": {"name": "Red"}}]}
      """)
    #expect(reading.format == .sessionList)
    #expect(Self.rows(reading) == ["Open 2023-07-29 12:35 13:05"])
    #expect(reading.agenda.sessions[0].title.string(for: ["zh"]) == "開放")
    #expect(reading.agenda.rooms.map { ReadingSample.string($0.name) } == ["Red"])
    #expect(reading.agenda.tracks.map { ReadingSample.string($0.name) } == ["Tools"])
    #expect(reading.agenda.people.count == 1 && reading.agenda.sessions[0].links.count == 1)
    let plain = try ReadingSample.read(
      #"[{"id": 1, "title": "T", "stime": "2016-02-18 10:00:00", "place": {"name": "A"}, "speaker": {"name": "S"}}]"#)
    #expect(Self.rows(plain) == ["T 2016-02-18 10:00 -"] && plain.agenda.people.count == 1)
    let groups = try ReadingSample.read(
      #"[{"groupName": "All", "sessions": [{"id": "1", "title": "T", "startsAt": "2024-04-20T09:00:00"}]}]"#)
    #expect(groups.agenda.sessions.count == 1)
    for text in [#"[{"title": "T"}]"#, #"{"sessions": [1, 2]}"#, #"[{"start": "2024-04-20T09:00:00"}]"#, "[]", "{}"] {
      switch try ReadingSample.failure(Array(text.utf8)).fact {
      case .file(.unknownJSON), .file(.incompleteJSON): break
      default: Issue.record("\(text)")
      }
    }
  }
}
