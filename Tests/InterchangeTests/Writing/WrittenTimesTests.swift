import Agenda
import Testing

@testable import Interchange

/// What is written of sessions without length, of those of a day, and of a zone that changes just then.
struct WrittenTimesTests {
  @Test("A session without length has one time, and one of a whole day has the day of its end")
  func lengths() throws {
    for (length, markdown) in [
      (Int64(0), "| 10:30 | Coffee"), (86_400, "| 10:30–Sun 5 Nov 09:30 | Coffee"),
      (86_399, "| 10:30–09:29 | Coffee"),
    ] {
      let change: (inout Agenda) -> Void = { agenda in
        agenda.sessions.removeAll { $0.id != "coffee" }
        agenda.sessions[0].end = agenda.sessions[0].start.advanced(by: length)
      }
      #expect(WritingSample.text(.markdown, change).contains(markdown), "\(length)")
      let page = WritingSample.text(.html, change)
      #expect(page.contains("10:30</time>–<time") == (length > 0), "\(length)")
    }
  }

  @Test("A calendar's zone begins with the change that holds at its first instant, and goes to the next after its last")
  func zone() throws {
    let changes = WritingSample.zone.transitions.map(\.start)
    let zone = try #require(CalendarZone(WritingSample.zone, from: changes[1], to: changes[2]))
    #expect(zone.observances.map(\.name) == ["EST", "EDT", "EST"])
  }

  @Test("Quotation marks end no attribute of a page, and stand in its texts as they are read")
  func quotes() {
    let page = WritingSample.text(.html) {
      $0.sessions[0].links = [.init(title: Text("\"Live\""), url: "https://example.org/\"onclick=\"x")]
    }
    #expect(page.contains(#"href="https://example.org/&quot;onclick=&quot;x""#))
    #expect(page.contains("&quot;Live&quot;") && page.contains("&quot;action&quot;"))
    #expect(HTMLShape(page).problems == [] && !HTMLShape(page).attributes.contains("onclick"))
  }
}
