import Agenda
import Glibc
import Support
import Testing

@testable import Interchange

/// Writing schedule XML and JSON.
struct ScheduleWritingTests {
  private let xml = WritingSample.text(.frabXML)
  private let json = WritingSample.text(.scheduleJSON)

  private static let schema = (Checkout.data ?? "") + "/schemas/schedule.xml.xsd"
  private static let xmllint = "/usr/bin/xmllint"

  @Test(
    "The XML is valid by c3voc's schema, whatever the agenda holds",
    .enabled(if: access(schema, R_OK) == 0 && access(xmllint, X_OK) == 0, "needs xmllint and the schema"))
  func validXML() throws {
    let folder = try TemporaryFolder()
    let awkward: [(inout Agenda) -> Void] = [
      { _ in }, { $0.sessions = [] }, { $0.conference.version = nil }, { $0.tracks[0].color = nil },
      { $0.sessions[0].end = $0.sessions[0].start.advanced(by: 400_000) },
      { $0.sessions[0].title = Text("\u{1}\u{B}\u{FFFE}]]>&amp;<b>\r\n") },
      { agenda in
        for index in agenda.sessions.indices { agenda.sessions[index].guid = WritingSample.guid }
      },
    ]
    for (index, change) in awkward.enumerated() {
      let file = try folder.write("\(index).xml", WritingSample.text(.frabXML, change))
      let run = try ProgramRun(Self.xmllint, ["--noout", "--schema", Self.schema, file], environment: [:])
      #expect(run.exit == .status(0), "\(index): \(run.errors)")
    }
  }

  @Test("A session has its day, room, times, people, links and texts")
  func event() {
    for piece in [
      #"<day index="1" date="2017-11-04" start="2017-11-04T04:00:00-04:00" end="2017-11-05T04:00:00-05:00">"#,
      #"<room name="Red, upper floor" guid=""#, "<date>2017-11-04T09:00:00-04:00</date>", "<start>09:00</start>",
      "<duration>01:30</duration>", "<track>Law; courts, and more</track>", "<language>en</language>",
      "<abstract>Who is here.</abstract>", "Zoë &quot;Zed&quot; Müller</person>",
      #"<link href="https://example.org/live?a=1&amp;b=2">Watch, live</link>"#,
      #"<attachment href="https://example.org/slides.pdf">Slides: &quot;one&quot;; two</attachment>"#,
      "&lt;script&gt;", "<time_zone_name>America/New_York</time_zone_name>", "<acronym>rights_2017</acronym>",
      ##"<track name="Law; courts, and more" color="#336699" slug="law"/>"##,
    ] {
      #expect(xml.contains(piece), "\(piece)")
    }
  }

  @Test("Offsets are those of the moment, and a night belongs to the day before")
  func times() {
    #expect(xml.contains("<date>2017-11-05T01:30:00-04:00</date>"))
    #expect(xml.contains("<date>2017-11-05T01:30:00-05:00</date>"))
    let secondDay = xml.firstRange(of: #"<day index="2""#)?.lowerBound ?? xml.endIndex
    #expect(xml[..<secondDay].contains("Half past one, winter"))
    #expect(xml[secondDay...].contains("No length"))
  }

  @Test("A place serves as a room; what has neither is in one that is to be announced")
  func rooms() {
    #expect(xml.contains(#"<room name="The Old Mill""#) && xml.contains(#"<room name="To be announced""#))
    #expect(json.contains(#""room": "The Old Mill""#) && json.contains(#""room": "To be announced""#))
  }

  @Test("A cancelled session says so; what is off the record is not recorded")
  func marks() {
    #expect(xml.contains("<title>Cancelled: A session that is off</title>"))
    #expect(json.contains(#""title": "Cancelled: A session that is off""#))
    #expect(xml.count(of: "<optout>true</optout>") == 1)
    #expect(json.count(of: #""do_not_record": true"#) == 1)
  }

  @Test("Numbers and UUIDs are kept where an agenda has them, made where not, and never used twice")
  func identifiers() {
    let agenda = WritingSample.agenda()
    let identities = ScheduleIdentities(of: agenda)
    let guids = agenda.sessions.map(identities.guid)
    #expect(guids[0] == WritingSample.guid, "in small letters")
    #expect(Set(guids).count == guids.count && guids.allSatisfy(StableNumber.isUUID))
    let numbers = agenda.sessions.map(identities.number)
    #expect(numbers[1] == 42 && Set(numbers).count == numbers.count && numbers.allSatisfy { $0 > 0 })
    #expect(agenda.people.map(identities.number)[1] == 42)
    // A UUID of version 8, in RFC 9562's variant.
    let made = Array(guids[1])
    #expect(made[14] == "8" && "89ab".contains(made[19]))
  }

  @Test("They do not depend on what else there is, nor on its order")
  func stability() {
    var changed = WritingSample.agenda()
    changed.sessions.reverse()
    changed.sessions.append(WritingSample.session("new", "New", WritingSample.at(5, 10)))
    let (old, new) = (ScheduleIdentities(of: WritingSample.agenda()), ScheduleIdentities(of: changed))
    for session in WritingSample.agenda().sessions where session.guid == nil {
      #expect(old.guid(of: session) == new.guid(of: session) && old.number(of: session) == new.number(of: session))
    }
    #expect(ScheduleIdentities(of: changed).acronym == "rights_2017")
  }

  @Test("A day, a room or a plan holds its sessions only, under the numbers that the days have in the whole")
  func scopes() {
    let day = WritingSample.text(.frabXML, scope: ExportScope(day: CalendarDate(year: 2017, month: 11, day: 5)))
    #expect(day.count(of: "<event ") == 2 && day.contains(#"<day index="2""#) && !day.contains(#"<day index="1""#))
    let room = WritingSample.text(.scheduleJSON, scope: ExportScope(room: "red"))
    #expect(room.count(of: #""slug": "rights_2017-"#) == 3)
    let plan = WritingSample.text(.scheduleJSON, scope: ExportScope(plan: PlanScope(sessions: ["close", "gone"])))
    #expect(plan.count(of: #""slug": "rights_2017-"#) == 1 && plan.contains(#""title": "Close""#))
    let both = WritingSample.programme(
      scope: ExportScope(day: CalendarDate(year: 2017, month: 11, day: 5), room: "red"))
    #expect(both.sessionCount == 0)
  }

  @Test("The step of the timetable is the one that all times keep")
  func timeslot() {
    #expect(ScheduleFacts(WritingSample.programme()).timeslot == "00:15")
    #expect(ScheduleFacts(WritingSample.programme { $0.sessions = [] }).timeslot == "01:00")
  }
}

extension String {
  func count(of text: String) -> Int { ranges(of: text).count }
}
