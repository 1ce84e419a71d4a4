import Agenda
import Testing

@testable import Interchange

/// EuroPython's own XML: entries below days.
struct EuroPythonReadingTests {
  private static let schedule = """
    <?xml version="1.0"?>
    <schedule created="2026-07-01T10:00:00.123456">
    <day date="2026-07-21">
    <entry id="1"><category></category><audience/><topics/><start>0930</start><duration>30</duration>
      <room>R1, R2/R3</room><title>Breakfast</title><description/><speakers/></entry>
    <entry id="2"><category>Training</category><audience>Novice</audience>
      <topics><topic>Web</topic><topic>Testing</topic></topics>
      <start>1030</start><duration>180</duration><room id="1">R1</room><title>Clocks &amp; time</title>
      <abstract>How to read clocks.</abstract>
      <description>How to read clocks.&#xD;
    &#xD;
    - with *hands*&#xD;
    - without</description>
      <speakers><speaker id="7"><name>Ann Lee</name><profile>https://example.org/7</profile>
        <description>Ann mends clocks.</description><image></image></speaker>
        <speaker id="8"><name>Bo Ek</name><profile>Bo has none.</profile></speaker></speakers></entry>
    20 135
    <entry id="3"><category>Talk</category><start>2300</start><duration>120</duration><room>ALL</room>
      <title>Night</title><abstract>Short.</abstract><description>Something else.</description><speakers/></entry>
    </day>
    <day date="2026-07-22"><entry id="4"><start>9am</start><duration>x</duration><title>Late</title></entry></day>
    </schedule>
    """

  @Test("Days, times, rooms, lengths, people and texts are read, and what cannot be is told")
  func entries() throws {
    let reading = try ReadingSample.read(Self.schedule)
    #expect(reading.format == .europythonXML)
    #expect(
      OutlineSample.rows(reading) == [
        "2026-07-21 09:30 | 10:00 | Breakfast | R1, R2/R3 |  | ",
        "2026-07-21 10:30 | 13:30 | Clocks & time | R1 | Ann Lee, Bo Ek | ",
        "2026-07-21 23:00 | 01:00 | Night | ALL |  | ", "2026-07-22 09:00 | - | Late |  |  | ",
      ])
    let agenda = reading.agenda
    #expect(agenda.rooms.map { ReadingSample.string($0.name) } == ["R1"])
    #expect(agenda.tracks.map { ReadingSample.string($0.name) } == ["Web"])
    let session = agenda.sessions[1]
    let text = try #require(ReadingSample.string(session.details))
    #expect(text.components(of: "How to read clocks.") == 1 && session.summary == nil, "\(text)")
    #expect(
      text.contains("- with *hands*\n- without") && text.hasSuffix("Categories: Web, Testing\n\nAudience: Novice"))
    #expect(ReadingSample.string(session.type) == "Training")
    #expect(ReadingSample.string(agenda.sessions[2].summary) == "Short.")
    #expect(agenda.people.map { ReadingSample.string($0.bio) ?? "" }[1] == "Bo has none.")
    let names = ReadingSample.names(reading)
    #expect(
      names.contains("unreadableDuration") && names.contains("noTimeZone") || names.contains("noZone"), "\(names)")
  }

  @Test("What ends in the middle of an entry is refused with its line")
  func malformed() throws {
    let cut = String(Self.schedule.prefix(700))
    let failure = try ReadingSample.failure(Array(cut.utf8))
    guard case .grammar(.xmlSyntax) = failure.fact else {
      Issue.record("\(failure)")
      return
    }
    #expect(failure.line != nil)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let place = rest.firstRange(of: part) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }
}
