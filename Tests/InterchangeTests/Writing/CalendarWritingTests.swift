import Agenda
import Testing
import Times

@testable import Interchange

struct CalendarWritingTests {
  private let calendar = CalendarText(WritingSample.programme())

  @Test("Lines end in CRLF, have at most 75 octets, and are folded between characters")
  func folding() {
    #expect(calendar.endsAreSound)
    #expect(calendar.physicalLines.allSatisfy { $0.count <= 75 })
    #expect(calendar.physicalLines.contains { $0.count == 75 }, "a long line is filled")
    for line in calendar.physicalLines { #expect(String(validating: line, as: UTF8.self) != nil) }
    #expect(calendar.value("SUMMARY", of: "night") == "Night " + String(repeating: "é", count: 60))
  }

  @Test("Backslashes, commas, semicolons and line breaks are escaped; nothing else is")
  func escaping() {
    #expect(calendar.value("SUMMARY", of: "opening") == #"Opening: words\, words\; and \\ more"#)
    #expect(calendar.lines.contains(#"X-WR-CALNAME:Rights\, law\; and \\ order"#))
  }

  @Test("A parameter's value stands between quotes, without a quote inside (RFC 6868)")
  func parameters() {
    let line = calendar.events["opening"]?.first { $0.hasPrefix("ATTACH") }
    #expect(line == "ATTACH;FILENAME=\"Slides: ^'one^'; two\":https://example.org/slides.pdf")
  }

  @Test("Times are the venue's, with its zone; without an end there is none, without length it is said")
  func times() {
    let opening = calendar.events["opening"] ?? []
    #expect(opening.contains("DTSTART;TZID=America/New_York:20171104T090000"))
    #expect(opening.contains("DTEND;TZID=America/New_York:20171104T103000"))
    #expect(calendar.value("DTEND", of: "night") == "20171105T003000")
    for open in ["dinner", "close"] {
      #expect(calendar.values("DTEND", of: open).isEmpty && calendar.values("DURATION", of: open).isEmpty)
    }
    #expect(calendar.value("DURATION", of: "instant") == "PT0S" && calendar.values("DTEND", of: "instant").isEmpty)
  }

  @Test("What happens in an hour that the clock shows twice is written in UTC, which nobody can mistake")
  func ambiguousHour() {
    #expect(calendar.events["first"]?.contains("DTSTART:20171105T053000Z") == true)
    #expect(calendar.events["first"]?.contains("DTEND:20171105T054500Z") == true)
    #expect(calendar.events["second"]?.contains("DTSTART:20171105T063000Z") == true)
    #expect(calendar.events["second"]?.contains("DTEND:20171105T071500Z") == true)
  }

  @Test("The zone has the changes around the conference, and no rule")
  func zone() throws {
    let begin = try #require(calendar.lines.firstIndex(of: "BEGIN:VTIMEZONE"))
    let end = try #require(calendar.lines.firstIndex(of: "END:VTIMEZONE"))
    #expect(
      calendar.lines[begin...end].map { String($0) } == [
        "BEGIN:VTIMEZONE", "TZID:America/New_York",
        "BEGIN:DAYLIGHT", "DTSTART:19700101T000000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0400", "TZNAME:EDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20171105T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "TZNAME:EST",
        "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:20180311T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "TZNAME:EDT",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
      ])
  }

  @Test("A conference in UTC needs no zone")
  func utc() {
    let text = CalendarText(
      WritingSample.programme {
        var conference = Conference(
          id: "utc", title: Text("UTC"), zone: .utc, start: $0.conference.start, end: $0.conference.end)
        conference.dayChange = .midnight
        $0.conference = conference
      })
    #expect(!text.lines.contains { $0.contains("TZID") || $0.contains("VTIMEZONE") })
    #expect(text.value("DTSTART", of: "opening") == "20171104T130000Z")
    #expect(text.lines.contains("X-WR-TIMEZONE:UTC"))
  }

  @Test("Every event has a place: its room, else its place, else that it is not known")
  func places() {
    #expect(calendar.value("LOCATION", of: "opening") == #"Red\, upper floor"#)
    #expect(calendar.value("LOCATION", of: "dinner") == "The Old Mill")
    #expect(calendar.value("LOCATION", of: "close") == "To be announced")
    #expect(calendar.events.keys.allSatisfy { calendar.values("LOCATION", of: $0).count == 1 })
  }

  @Test("Kind, track, status, addresses and everything else that a session has are in it")
  func contents() {
    #expect(calendar.value("CATEGORIES", of: "opening") == #"Law\; courts\, and more,Session"#)
    #expect(calendar.value("CATEGORIES", of: "dinner") == "Meal")
    #expect(calendar.value("STATUS", of: "moved") == "CANCELLED")
    #expect(calendar.value("STATUS", of: "perhaps") == "TENTATIVE")
    #expect(calendar.value("STATUS", of: "opening") == "CONFIRMED")
    #expect(calendar.value("URL", of: "opening") == "https://example.org/live?a=1&b=2")
    let description = calendar.value("DESCRIPTION", of: "opening") ?? ""
    for piece in [
      "Who is here.", #"To meet\, to talk\; to agree. See the close\, harm."#, #"- one\n- two alert(1)"#,
      #"With: Zoë "Zed" Müller (Chair)\, Ábel Ruiz"#,
      #"1. Welcome\n2. Goals | aims"#, "Documents:\\nConcept note", #"Treaty bodies\, June 2016"#,
      "Mail: mailto:info@example.org", "Language: en",
    ] {
      #expect(description.contains(piece), "\(piece)")
    }
    let mark = calendar.value("DESCRIPTION", of: "perhaps")
    #expect(mark == "Optional. Off the record: not to be reported.")
  }

  @Test("The page of a session is its address, before any other link, and never a mailbox")
  func page() {
    let calendar = CalendarText(
      WritingSample.programme {
        $0.sessions[0].links = [
          .init(title: Text("Mail"), url: "mailto:info@example.org"),
          .init(title: Text("Slides"), url: "https://example.org/slides"),
          .init(title: Text("Page of this session"), url: "https://example.org/page"),
        ]
        $0.sessions[1].links = [.init(title: Text("Mail"), url: "mailto:info@example.org")]
      })
    #expect(calendar.values("URL", of: "opening") == ["https://example.org/page"])
    #expect(calendar.values("URL", of: "42") == [])
  }

  private static let plan = PlanScope(
    sessions: ["opening", "42", "moved", "gone"], tentative: ["42", "moved"],
    appointments: [
      .init(
        id: "own-1", revision: 7, title: "Tea; with Jane", place: "", start: WritingSample.at(4, 16),
        end: WritingSample.at(4, 17)),
      .init(
        id: "own-2", revision: 0, title: "Train", place: "Gate, 2", start: WritingSample.at(6, 7),
        end: WritingSample.at(6, 7)),
    ], reminder: 15)

  @Test("A plan is what is on it in that grade, with reminders but for what is off, and the entries of one's own")
  func ofPlan() {
    let calendar = CalendarText(WritingSample.programme(scope: ExportScope(plan: Self.plan)))
    #expect(Set(calendar.events.keys) == ["opening", "42", "moved", "own-1", "own-2"])
    #expect(
      ["opening", "42", "moved", "own-1"].map { calendar.value("STATUS", of: $0) }
        == ["CONFIRMED", "TENTATIVE", "CANCELLED", "CONFIRMED"])
    for id in ["opening", "42", "own-1", "own-2"] { #expect(calendar.values("TRIGGER", of: id) == ["-PT15M"], "\(id)") }
    #expect(calendar.values("TRIGGER", of: "moved") == [], "nobody is sent to what is off")
    #expect(calendar.value("SUMMARY", of: "moved") == "Cancelled: A session that is off", "not all show a status")
    #expect(calendar.value("UID", of: "own-1") == "own-1@rights-2017")
    #expect(calendar.value("SEQUENCE", of: "own-1") == "7")
    #expect(calendar.value("SUMMARY", of: "own-1") == #"Tea\; with Jane"#)
    #expect(calendar.value("LOCATION", of: "own-2") == #"Gate\, 2"#)
    #expect(calendar.value("DURATION", of: "own-2") == "PT0S")
    let whole = CalendarText(WritingSample.programme())
    #expect(calendar.value("UID", of: "opening") == whole.value("UID", of: "opening"))
    #expect(calendar.value("SEQUENCE", of: "opening") == whole.value("SEQUENCE", of: "opening"))
    #expect(!whole.lines.contains("BEGIN:VALARM"))
    var silent = Self.plan
    silent.reminder = nil
    #expect(!CalendarText(WritingSample.programme(scope: ExportScope(plan: silent))).lines.contains("BEGIN:VALARM"))
    let red = ExportScope(room: "red", plan: Self.plan)
    #expect(CalendarText(WritingSample.programme(scope: red)).events.keys.sorted() == ["moved", "opening"])
  }

  @Test("Identifiers are the same whatever is written, and different for each session")
  func identifiers() {
    let scope = ExportScope(day: CalendarDate(year: 2017, month: 11, day: 5))
    let day = CalendarText(WritingSample.programme(scope: scope))
    #expect(day.value("UID", of: "close") == "close@rights-2017")
    #expect(day.value("UID", of: "close") == calendar.value("UID", of: "close"))
    #expect(Set(calendar.lines.filter { $0.hasPrefix("UID:") }).count == 11)
  }

  @Test("A later version or publication has a greater sequence number, an equal one the same")
  func sequence() {
    func number(_ version: String?, _ published: String?) -> Int {
      var conference = WritingSample.conference()
      conference.version = version
      conference.published = published.flatMap { try? StrictTime.dateTime($0 + "T00:00").local.date }
      return CalendarSequence.number(of: conference)
    }
    let rising = [
      number(nil, nil), number("1", nil), number("v1.1", nil), number("1.2-beta", nil), number("2.0.1", nil),
      number("Draft", "2017-10-18"), number("0.9", "2017-10-18"), number("1.4", "2017-10-18"),
      number("Final", "2017-10-19"),
    ]
    #expect(rising.first == 0 && zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 }, "\(rising)")
    #expect(number("1.4", "2017-10-18") == number("1.4", "2017-10-18"))
    #expect(number("999999999999999999999.99999999999999", "9999-12-31") <= Int(Int32.max))
    #expect(number(nil, "1950-01-01") == 0)
  }
}
