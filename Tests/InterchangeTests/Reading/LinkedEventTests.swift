import Agenda
import Testing

@testable import Interchange

/// Programmes that pages have for search engines, and those of conf.researchr.org.
struct LinkedEventTests {
  private static let event = """
    {"@context": "https://schema.org", "@type": "Event", "name": "Cloud Days", "startDate": "2025-06-23T09:00:00+02:00",
     "endDate": "2025-06-24T18:00:00+02:00", "location": {"@type": "Place", "name": "Hotel", "address":
       {"@type": "PostalAddress", "addressLocality": "Bologna", "addressCountry": "IT"}}, "subEvent": [
      {"@type": "Event", "name": "Doors", "startDate": "2025-06-23T09:00:00", "endDate": "2025-06-23T09:30:00",
       "location": {"@type": "Place", "name": "TBA"}, "performer": []},
      {"@type": "Event", "name": "Day 2", "subEvent": {"@type": "EducationEvent", "startDate": "2025-06-24T09:30:00",
       "name": [{"@value": "Quorum", "@language": "en"}, {"@value": "Quorum (it)", "@language": "it"}],
       "endDate": "2025-06-24T13:00:00", "location": {"name": "Room 1"}, "eventStatus": "https://schema.org/EventCancelled",
       "performer": [{"@type": "Person", "name": "Ann Bee"}, {"@type": "Person", "name": "Speaker TBA"}]}}]}
    """
  private static let rows = [
    "2025-06-23 09:00 | 09:30 | Doors | TBA |  | ", "2025-06-24 09:30 | 13:00 | Quorum | Room 1 | Ann Bee | cancelled",
  ]

  @Test("The events in an event are its sessions, on the clock of the place")
  func nested() throws {
    let reading = try ReadingSample.read(Self.event)
    #expect(reading.format == .linkedEvents)
    #expect(OutlineSample.rows(reading) == Self.rows)
    #expect(reading.agenda.conference.zone.identifier == "Europe/Rome")
    #expect(ReadingSample.string(reading.agenda.conference.title) == "Cloud Days")
  }

  @Test("So in a graph, whose events lead to each other")
  func graph() throws {
    let reading = try ReadingSample.read(
      """
      {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Page"},
        {"@type": "Event", "@id": "#c", "name": "C", "startDate": "2025-06-23", "endDate": "2025-06-24"},
        {"@type": "Event", "name": "One", "startDate": "2025-06-23T09:00", "superEvent": {"@id": "#c"}},
        {"@type": "Event", "name": "Two", "startDate": "2025-06-23T10:00", "superEvent": {"@id": "#c"}}]}
      """)
    #expect(
      OutlineSample.rows(reading) == ["2025-06-23 09:00 | - | One |  |  | ", "2025-06-23 10:00 | - | Two |  |  | "])
    #expect(ReadingSample.string(reading.agenda.conference.title) == "C")
  }

  @Test("So in a page, of whose text nothing else is a programme")
  func page() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Cloud</title><script>var a = "</p>";</script>
      <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Organization", "name": "X"}</script>
      <SCRIPT type='application/ld+json'>
      \(Self.event)
      </SCRIPT></head><body><p>Welcome to the Cloud Days.</p></body></html>
      """
    let reading = try ReadingSample.read(page)
    #expect(reading.format == .linkedEvents && OutlineSample.rows(reading) == Self.rows)
    #expect(throws: ImportFailure.self) {
      try ReadingSample.read(#"<html><script type="application/ld+json">{"@type": "Event", "name"</script></html>"#)
    }
  }

  @Test("researchr's blocks, slots and people")
  func researchr() throws {
    let reading = try ReadingSample.read(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <event><event_details><title>Languages 2021</title><start_date>2021/10/17</start_date>
      <end_date>2021/10/22</end_date><location><city>Chicago</city></location></event_details>
      <subevent><subevent_id>s1</subevent_id><title>Block 3</title><room>Zurich</room><date>2021/10/18</date>
      <timeslot><slot_id>a1</slot_id><title>Combinators</title><room>Zurich C</room><date>2021/10/18</date>
      <start_time>17:45</start_time><end_date>2021/10/18</end_date><end_time>18:00</end_time>
      <description>Many ways.</description><persons><person><role>Author</role><first_name>Ann</first_name>
      <last_name>Bee</last_name><affiliation>Drexel</affiliation><bio>undefined</bio><person_id>ab</person_id></person>
      <person><role>Session Chair</role><first_name>Cy</first_name><last_name>Dee</last_name></person></persons>
      <tracks><track>Generators</track></tracks></timeslot>
      <timeslot><slot_id>a2</slot_id><title>Questions</title><date>2021/10/18</date><start_time>18:00</start_time>
      <end_time>18:20</end_time><description>undefined</description></timeslot></subevent>
      <timezone_id>America/Chicago</timezone_id></event>
      """)
    #expect(reading.format == .researchrXML)
    #expect(
      OutlineSample.rows(reading) == [
        "2021-10-18 17:45 | 18:00 | Combinators | Zurich C | Ann Bee, Cy Dee | ",
        "2021-10-18 18:00 | 18:20 | Questions | Zurich |  | ",
      ])
    #expect(reading.agenda.conference.zone.identifier == "America/Chicago")
    #expect(reading.agenda.tracks.map { ReadingSample.string($0.name) } == ["Generators", "Block 3"])
    #expect(reading.agenda.sessions[0].details?.string(for: []) == "**Block 3**\n\nMany ways.")
    #expect(reading.agenda.sessions[1].details == nil)
    #expect(reading.agenda.sessions[0].people.map { $0.role.map { $0.string(for: []) } } == [nil, "Session Chair"])
  }
}
