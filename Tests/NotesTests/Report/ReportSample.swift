import Agenda
import Messages
import Testing

@testable import Notes

/// A made-up day with a rapporteur's notes: in public, under the Chatham House rule and off the record, on a meeting, on
/// a document, and on a session that is gone from the agenda.
enum ReportSample {
  static let zone = OffsetTable(
    identifier: "Europe/Riga",
    transitions: [.init(start: Instant(seconds: 0), offset: 7_200, abbreviation: "EET")])
  static let day = CalendarDate(year: 2031, month: 3, day: 12) ?? CalendarDate(dayNumber: 0)
  static let stamp = at(18, 20)

  static func at(_ hour: Int, _ minute: Int) -> Instant {
    LocalTime(date: day, secondOfDay: hour * 3_600 + minute * 60).instant(offset: 7_200)
  }

  static var agenda: Agenda {
    var conference = Conference(id: "open-counts-2031", title: Text("Open Counts"), zone: zone, start: day, end: day)
    conference.venue = .init(name: Text("House of the Guilds"), city: Text("Riga"), country: Text("Latvia"))
    var agenda = Agenda(conference: conference)
    agenda.rooms = [Room(id: "big", name: Text("Great Hall")), Room(id: "small", name: Text("Library"))]
    agenda.people = [
      Person(id: "ilze", name: Text("Ilze Kalniņa")), Person(id: "omar", name: Text("Omar Haddad")),
      Person(id: "ruth", name: Text("Ruth Adeyemi-Cole")), Person(id: "tomás", name: Text("Tomás Quiroga")),
    ]
    func session(
      _ id: String, _ title: String, _ start: Instant, _ end: Instant, _ room: String, _ people: [(String, String)],
      _ attribution: Session.Attribution
    ) {
      var session = Session(id: id, title: Text(title), start: start)
      (session.end, session.room, session.attribution) = (end, room, attribution)
      session.people = people.map { Session.Participation(person: $0.0, role: Text($0.1)) }
      agenda.sessions.append(session)
    }
    session(
      "results", "Publishing results by polling station", at(11, 0), at(12, 30), "big",
      [("omar", "Chair"), ("tomás", "Speaker")], .public)
    session(
      "breakfast", "Breakfast with the commissioners", at(7, 30), at(8, 45), "small", [("ruth", "Host")],
      .offTheRecord)
    session("opening", "Opening: why counts are doubted", at(9, 0), at(10, 30), "big", [("ilze", "Chair")], .public)
    session(
      "pressure", "When governments press", at(14, 0), at(15, 30), "small", [("ruth", "Moderator")],
      .chathamHouse)
    if let date = PartialDate(year: 2030, month: 10) {
      agenda.meetings = [
        Meeting(id: "tallinn", title: Text("Workshop on recounts"), kind: .workshop, date: date)
      ]
    }
    agenda.documents = [Document(id: "draft", title: Text("Draft principles"), text: Text("One.\n\nTwo."))]
    return agenda
  }

  static func note(_ target: Subject, _ text: String) -> NoteText {
    NoteText(target: target, text: text, lineCount: 0, modified: stamp, path: "")
  }

  static let notes = [
    note(
      .session("opening"),
      """
      [09:02 +02:10] Full house, about 120 people. Kalniņa opens.
      Trust falls where results come late, not where they are close.

      # What the survey says
      - 41 % doubt the count, 12 % had seen one
      - observers are known by 8 %
      - [09:31 +31:05] **Decision:** the survey is repeated in 2033
      > [09:40 +40:00] People believe what they can add up themselves — Ilze Kalniņa
      - [ ] [09:58 +58:12] **Action (Ilze Kalniņa):** send the questionnaire to all, with
        the translations
      - **Question:** who pays for the second survey?

      """),
    note(
      .session("results"),
      """
      [11:05 +05:00] Haddad: results by station are law in 31 countries, done in 19
      - [11:20 +20:10] **Question (Tomás Quiroga):** what of stations with fewer than ten voters?
      - [x] **Action (Omar Haddad):** share the table of laws
      - [ ] **Action:** find the Chilean form; see <https://example.org/forms?a=1&b=2>
      - [12:10 +1:10:00] **Decision:** a common file format: CSV, one line a station
      ```
      station;votes;spoilt
      0017;412;3
      ```
      - [x] **Question:** is there a deadline? Yes: 48 hours

      """),
    note(
      .session("pressure"),
      """
      [14:10 +10:00] Adeyemi-Cole: two commissions were replaced in a week
      Ruth asks for examples
      > They called me at night — Omar Haddad
      - [ ] **Action (Ruth Adeyemi-Cole):** ask RUTH ADEYEMI-COLE's office and Quiroga for the list
      - [ ] **Action (All):** all keep what was said here to themselves
      - **Decision:** no names in the minutes

      """),
    note(.session("breakfast"), "Commissioner says the deadline will slip\n- [ ] **Action:** say nothing\n"),
    note(.meeting("tallinn"), "Recounts took nine days there; compare with today.\n"),
    note(.document("draft"), "[¶ 2]\n- **Question:** does this bind the media?\n"),
    note(
      .session("dinner-talk"), "=HYPERLINK(\"http://evil.example\") was on the slide\n- [ ] call <b>Zanda</b> & co\n"),
    note(.session("results-empty"), " \n\n"),
  ]

  static let gone: [Subject: NoteSubject] = {
    var subject = NoteSubject(target: .session("dinner-talk"), title: "Talk over dinner")
    subject.start = at(19, 30)
    return [subject.target: subject]
  }()

  static func report(
    _ options: Report.Options = Report.Options(), notes: [NoteText] = notes, messages: Messages = .english
  ) -> Report {
    let agenda = agenda
    return Report(
      of: notes, in: agenda, subjects: NoteSubjects(of: agenda, languages: ["en"], messages: messages), gone: gone,
      options: options,
      languages: ["en"], messages: messages, stamp: stamp, generatorVersion: "0")
  }

  static func text(_ format: ReportFormat, _ options: Report.Options = Report.Options()) -> String {
    String(decoding: report(options).bytes(as: format), as: UTF8.self)
  }
}
