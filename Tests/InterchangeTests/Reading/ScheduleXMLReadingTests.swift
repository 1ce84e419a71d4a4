import Agenda
import Messages
import Testing
import Times

@testable import Interchange

struct ScheduleXMLReadingTests {
  @Test("What the file calls a session stays beside its kind, and so does whether it is recorded, out and in again")
  func typesAndRecording() throws {
    func event(_ number: Int, _ more: String) -> String {
      """
      <event id="\(number)"><start>1\(number):00</start><duration>00:45</duration><room>Red</room>
      <title>T\(number)</title>\(more)</event>
      """
    }
    let days = """
      <day date="2012-02-04" index="1"><room name="Red">
      \(event(1, "<type>DJ Set</type><recording><optout>true</optout></recording>"))
      \(event(2, "<type>Talk 40 (30min +10 Q&amp;A)</type><recording><optout>false</optout></recording>"))
      \(event(3, "<type>lunch</type>"))\(event(4, "<type>Web</type><track>Web</track>"))
      </room></day>
      """
    let reading = try ReadingSample.read(
      ReadingSample.xml(conference: "<time_zone_name>Europe/Berlin</time_zone_name>", days: days))
    func check(_ sessions: [Session]) {
      #expect(sessions.map { $0.type.map(ReadingSample.string) } == ["DJ Set", "Talk 40 (30min +10 Q&A)", nil, nil])
      #expect(sessions.map(\.isRecorded) == [false, true, nil, nil])
      #expect(sessions.map(\.kind) == [.session, .session, .meal, .session])
    }
    check(reading.agenda.sessions)
    for format in [ExportFormat.frabXML, .scheduleJSON] {
      check(try ReadingSample.read(WritingSample.text(format, { $0 = reading.agenda })).agenda.sessions)
    }
    let bundle = BundleWriter.files(of: reading.agenda).first { $0.path == "agenda.json" }
    #expect(bundle.map { String(decoding: $0.bytes, as: UTF8.self).contains("\"recorded\": false") } == true)
  }

  @Test("Events in rooms, right in a day, with names in either spelling: all dialects give the same")
  func dialects() throws {
    let inRoom = """
      <day date="2012-02-04" index="1"><room name="Red"><event id="1"><start>10:00</start><duration>00:45</duration>
      <room>Red</room><title>One</title></event></room></day>
      """
    let inDay = """
      <day date="2012-02-04" index="1"><event id="1"><start>10:00</start><duration>00:45</duration><room>Red</room>
      <title>One</title></event></day>
      """
    for (change, days) in [("day_change", inRoom), ("day-change", inRoom), ("day_change", inDay)] {
      let reading = try ReadingSample.read(
        ReadingSample.xml(conference: "<city>Brussels</city><\(change)>03:00</\(change)>", days: days))
      let agenda = reading.agenda
      #expect(agenda.sessions.map(\.id) == ["1"])
      #expect(agenda.rooms.map { ReadingSample.string($0.name) } == ["Red"])
      #expect(agenda.sessions[0].room == agenda.rooms[0].id)
      #expect(agenda.conference.dayChange.minutes == 180)
      #expect(agenda.conference.zone.identifier == "Europe/Brussels")
      #expect(ReadingSample.starts(reading) == ["2012-02-04 10:00"])
      #expect(ReadingSample.local(agenda.sessions[0].end, reading) == "2012-02-04 10:45")
      #expect(ReadingSample.names(reading).contains("zoneOfCity"))
    }
  }

  @Test("An event after midnight is on the day that lists it: by the day change, or by its own date")
  func afterMidnight() throws {
    let zone = "<time_zone_name>Europe/Berlin</time_zone_name>"
    let listed = try ReadingSample.read(
      ReadingSample.xml(
        conference: zone + "<day_change>06:00</day_change>",
        days: """
          <day date="2024-12-27"><event id="1"><start>23:00</start><duration>02:00</duration><title>Late</title></event>
          <event id="2"><start>01:30</start><duration>01:00</duration><title>Later</title></event></day>
          """))
    #expect(ReadingSample.starts(listed) == ["2024-12-27 23:00", "2024-12-28 01:30"])
    #expect(ReadingSample.days(listed) == ["2024-12-27", "2024-12-27"])
    #expect(ReadingSample.local(listed.agenda.sessions[0].end, listed) == "2024-12-28 01:00")

    let dated = try ReadingSample.read(
      ReadingSample.xml(
        conference: zone,
        days: """
          <day date="2024-12-27" start="2024-12-27T09:00:00+01:00" end="2024-12-28T06:00:00+01:00">
          <event id="1"><date>2024-12-28T05:30:00+01:00</date><start>05:30</start><duration>00:20</duration>
          <title>Dawn</title></event></day>
          """))
    #expect(ReadingSample.starts(dated) == ["2024-12-28 05:30"])
    #expect(ReadingSample.days(dated) == ["2024-12-27"])
    #expect(dated.agenda.conference.dayChange.minutes == 360)
  }

  @Test("Equal ids and guids give distinct sessions; what is missing is missing, and the session stays")
  func duplicatesAndGaps() throws {
    let reading = try ReadingSample.read(
      ReadingSample.xml(
        days: """
          <day date="2024-12-27"><event id="7" guid="g"><start>10:00</start><title>A</title></event>
          <event id="7" guid="g"><start>11:00</start></event><event><title>No time</title></event>
          <event id="8"><start>25:99</start><title>Bad time</title></event></day>
          """))
    #expect(Set(reading.agenda.sessions.map(\.id)).count == 4)
    #expect(reading.agenda.sessions.map(\.end) == [nil, nil, nil, nil])
    let names = ReadingSample.names(reading)
    for name in ["sharedID", "sharedGUID", "noEnd", "untitledSession", "noRoom", "sessionWithoutStart"] {
      #expect(names.contains(name), "\(name)")
    }
    let shared = reading.problems.first { $0.name == "sharedID" }
    #expect(
      shared.map { $0.line(file: "a.xml", in: .english) }?.hasPrefix(
        "a.xml:3: found the id \"7\" again") == true)
  }

  @Test("An offset rules the instant, the zone's rules the display, and a disagreement is told")
  func offsets() throws {
    let reading = try ReadingSample.read(
      ReadingSample.xml(
        conference: "<time_zone_name>Europe/Berlin</time_zone_name>",
        days: """
          <day date="2024-12-27"><event id="1"><date>2024-12-27T10:00:00+00:00</date><start>10:00</start>
          <duration>01:00</duration><title>A</title></event></day>
          """))
    #expect(ReadingSample.starts(reading) == ["2024-12-27 11:00"])
    #expect(ReadingSample.names(reading).contains("offsetDisagrees"))
  }

  @Test("Durations of two and three parts, of minutes, and as ISO 8601 has them")
  func lengths() {
    for (text, minutes, isThreePart) in [
      ("00:45", 45, false), ("1:30", 90, false), ("90", 90, false), ("01:30:00", 90, true), ("00:01:30", 90, true),
      ("4:04:00", 4 * 1_440 + 240, true), ("PT1H30M", 90, false), ("P1DT2H", 1_560, false), ("120:00", 7_200, false),
    ] {
      #expect(
        LooseLength.reading(text) == .init(seconds: Int64(minutes) * 60, isThreePart: isThreePart), "\(text)")
    }
    for text in ["", "x", "1:", "1:75", "P", "PT", "-PT1H", "P999999999999999999W", "1:2:3:4"] {
      #expect(LooseLength.reading(text) == nil, "\(text)")
    }
  }

  @Test("Links, attachments, people and languages are kept, addresses made absolute")
  func references() throws {
    let reading = try ReadingSample.read(
      ReadingSample.xml(
        conference: "<base_url>https://example.org/2024/schedule/</base_url>",
        days: """
          <day date="2024-12-27"><event id="1"><start>10:00</start><title>Cancelled: A &amp;amp; B</title>
          <language>de, en</language><track slug="t">Track</track><url>https://example.org/1</url>
          <persons><person id="3">Ann</person><person id="3">Ann</person><person>Bo</person></persons>
          <links><link href="/x">X</link><link href="git://h/r">Code</link><link href="example.net/y">Y</link></links>
          <attachments><attachment type="slides" href="https://example.org/s.pdf">Slides</attachment></attachments>
          </event></day>
          """))
    let session = try #require(reading.agenda.sessions.first)
    #expect(ReadingSample.string(session.title) == "A & B" && session.status == .cancelled)
    #expect(session.language == "de" && session.track == "track")
    #expect(session.links.map(\.url) == ["https://example.org/1", "https://example.org/x", "https://example.net/y"])
    #expect(session.attachments.map(\.url) == ["https://example.org/s.pdf"])
    #expect(ReadingSample.string(session.details) == "- Code: `git://h/r`")
    #expect(reading.agenda.people.map { ReadingSample.string($0.name) } == ["Ann", "Bo"])
    #expect(session.people.count == 2)
  }

  @Test("What is no schedule, cut short, too deep or has a document type is refused with its line")
  func refused() throws {
    func failure(_ text: String) throws -> ImportFailure {
      try ReadingSample.failure(Array(text.utf8))
    }
    #expect(try failure("<rss><x/></rss>") == ImportFailure(.file(.unknownXML(root: "rss"))))
    #expect(
      try failure("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]><schedule/>")
        == ImportFailure(.file(.documentType), line: 2))
    let whole = ReadingSample.xml(
      days: "<day date='2024-12-27'><event><start>10:00</start></event></day>")
    guard case .grammar(.xmlSyntax(_, _, isCutShort: true)) = try failure(String(whole.dropLast(30))).fact
    else {
      Issue.record("not cut short")
      return
    }
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(
      try failure("<schedule>" + deep)
        == ImportFailure(.grammar(.tooDeep(limit: 64, isLeftOut: false)), line: 1))
    #expect(try failure("<schedule><conference/></schedule>") == ImportFailure(.file(.noSessions)))
    #expect(try failure("") == ImportFailure(.file(.emptyFile)))
    #expect(try failure("PK\u{3}\u{4}rest") == ImportFailure(.file(.unknownFormat(looksLike: .zip))))
  }

  @Test("Rooms without a name, wrappers that others have, and old encodings lose nothing")
  func wrappers() throws {
    let event = "<event id='1'><start>10:00</start><title>A</title><persons><person>Ann</person></persons></event>"
    for days in [
      "<day date='2024-12-27'><room name=''>\(event)</room></day>",
      "<day date='2024-12-27'><room>\(event)</room></day>",
      "<days><day date='2024-12-27'><rooms><room name='R'><events>\(event)</events></room></rooms></day></days>",
    ] {
      let reading = try ReadingSample.read(ReadingSample.xml(days: days))
      #expect(reading.agenda.sessions.count == 1 && reading.agenda.sessions.first?.people.count == 1, "\(days)")
    }
    let old =
      "<?xml version='1.0' encoding='windows-1252'?><schedule><conference><title>A @</title></conference>"
      + "<day date='2024-12-27'>\(event)</day></schedule>"
    let reading = try Import.read(
      old.utf8.map { $0 == UInt8(ascii: "@") ? 0x80 : $0 }, name: "x", today: ReadingSample.today)
    #expect(ReadingSample.string(reading.agenda.conference.title) == "A €")
  }

  @Test("Characters that XML does not have are mended, and that is told")
  func mended() throws {
    var bytes = Array(
      ReadingSample.xml(
        days: "<day date='2024-12-27'><event><start>10:00</start><title>A & B @</title></event></day>"
      ).utf8)
    bytes = bytes.map { $0 == UInt8(ascii: "@") ? 0x0B : $0 }
    let reading = try Import.read(bytes, name: "x", today: ReadingSample.today)
    #expect(ReadingSample.string(reading.agenda.sessions[0].title) == "A & B")
    #expect(ReadingSample.names(reading).contains("mendedCharacters"))
  }
}
