import Agenda
import Foundation
import Messages
import Testing

/// The checkout's folder of resources.
let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Resources")

@Suite struct ShippedBundleTests {
  let reading = BundleReader().read(resources.appending(path: "conferences/human-rights-elections-2017").path)

  @Test func hasNoProblems() {
    #expect(reading.problems.map { $0.line(in: .english) } == [])
  }

  @Test func hasAllTwelveEntriesWithTheirTimes() throws {
    let agenda = try #require(reading.agenda)
    let zone = agenda.conference.zone
    let lines = agenda.sessions.map { session in
      let start = zone.local(session.start)
      let end = session.end.map { "-" + zone.local($0).clock } ?? ""
      return "\(start.date) \(start.clock)\(end) \(session.kind) \(session.title.string(for: []))"
    }
    #expect(
      lines == [
        "2017-12-03 19:30 meal Welcome Dinner",
        "2017-12-04 07:30-09:00 session Board of Councilors",
        "2017-12-04 09:00-10:30 session Welcome and Introductions",
        "2017-12-04 10:30-11:00 break Coffee Break",
        "2017-12-04 11:00-12:30 session Human Rights and Elections – working together in closing civic space",
        "2017-12-04 12:30-14:00 meal Lunch",
        "2017-12-04 14:00-17:30 session Review of the draft Plan of Action",
        "2017-12-04 17:30-19:00 reception Reception at The Carter Center",
        "2017-12-05 10:00-12:00 session Finalization of the revised draft Plan of Action",
        "2017-12-05 12:00-13:30 meal Lunch",
        "2017-12-05 13:30-14:30 ceremony Endorsement of the Plan of Action and Closing Remarks",
        "2017-12-05 14:30 milestone Meeting Close",
      ])
    #expect(agenda.sessions.map(\.start).map(zone.transition(at:)).allSatisfy { $0.abbreviation == "EST" })
  }

  @Test func saysWhatIsSpecialAboutItsSessions() throws {
    let agenda = try #require(reading.agenda)
    let sessions = Dictionary(uniqueKeysWithValues: agenda.sessions.map { ($0.id, $0) })
    #expect(sessions["welcome-dinner"]?.place?.string(for: []) == "To be announced")
    let morning = try #require(sessions["board-of-councilors"])
    #expect(morning.isOptional)
    #expect(morning.attribution == .offTheRecord)
    #expect(morning.people.map(\.person) == ["jimmy-carter"])
    let opening = try #require(sessions["opening"])
    #expect(opening.items.count == 3)
    #expect(opening.items[2].meetings == agenda.meetings.map(\.id))
    let closing = try #require(sessions["endorsement"])
    #expect(closing.people.map(\.person) == ["mona-rishmawi", "jimmy-carter"])
    #expect(sessions["plan-review"]?.documents == ["concept-note"])
  }

  @Test func isWhollySaidInFrenchMarkedAsNotOfficial() throws {
    let agenda = try #require(reading.agenda)
    let conference = agenda.conference
    let lines: [Text?] =
      [conference.title, conference.subtitle, conference.notice, conference.venue?.name] + conference.organizers
      + agenda.people.map(\.role).filter { $0 != nil } + agenda.sessions.flatMap { [$0.title, $0.summary, $0.place] }
      + agenda.sessions.flatMap { $0.items.map(\.title) } + agenda.sessions.flatMap { $0.people.map(\.role) }
      + agenda.meetings.flatMap { [$0.title, $0.place, $0.participants, $0.focus, $0.outcome] }
      + agenda.documents.flatMap { [$0.title, $0.kind] }
    // Called so in both.
    for line in lines.compactMap(\.self) where line.string(for: []) != "Atlanta" {
      #expect(line.variants.map(\.language).contains("fr"), "\(line.string(for: []))")
    }
    let texts =
      [conference.about] + agenda.sessions.map(\.details) + agenda.meetings.map(\.text)
      + agenda.documents.map(\.text)
    for text in texts.compactMap(\.self) {
      let end = text.string(for: ["fr"]).split(separator: "\n").last
      #expect(end == "*Traduction non officielle, faite pour Plenary.*", "\(text.string(for: []).prefix(40))")
    }
    #expect(conference.notice?.string(for: ["fr"]).hasSuffix("traduction non officielle") == true)
  }

  @Test func tellsOfTheFourPreviousMeetings() throws {
    let agenda = try #require(reading.agenda)
    #expect(
      agenda.meetings.map { "\($0.date.year)-\($0.date.month ?? 0) \($0.place?.string(for: []) ?? "") \($0.kind)" } == [
        "2015-2 Atlanta launch", "2016-1 Atlanta workshop", "2016-6 Geneva workshop", "2017-2 Geneva workshop",
      ])
    for meeting in agenda.meetings {
      #expect(meeting.participants != nil && meeting.focus != nil && meeting.outcome != nil && meeting.text != nil)
      #expect(meeting.documents.contains("concept-note"))
    }
    #expect(agenda.documents.allSatisfy { $0.meetings == agenda.meetings.map(\.id) })
  }

  @Test func saysWhereAndByWhom() throws {
    let conference = try #require(reading.agenda?.conference)
    #expect(conference.venue?.name.string(for: []) == "The Carter Center")
    #expect(conference.zone.identifier == "America/New_York")
    #expect(conference.organizers.count == 2)
    #expect(conference.status == .draft)
    #expect(conference.published == CalendarDate(year: 2017, month: 10, day: 18))
    #expect(try #require(conference.notice).string(for: []).count < 79)
  }

  @Test func namesEveryFileThatItWasReadFrom() throws {
    #expect(reading.files.first == "agenda.json")
    let texts = try FileManager.default.contentsOfDirectory(
      atPath: resources.appending(path: "conferences/human-rights-elections-2017/texts").path)
    #expect(Set(reading.files.dropFirst()) == Set(texts.map { "texts/\($0)" }))
  }
}
