import Agenda
import Messages

@testable import Interchange

/// A conference in New York over the night in which summer time ends, with everything that a session can have.
enum WritingSample {
  static let zone = OffsetTable(
    identifier: "America/New_York",
    transitions: [
      .init(start: Instant(seconds: 1_489_302_000), offset: -14_400, abbreviation: "EDT"),
      .init(start: Instant(seconds: 1_509_861_600), offset: -18_000, abbreviation: "EST"),
      .init(start: Instant(seconds: 1_520_751_600), offset: -14_400, abbreviation: "EDT"),
      .init(start: Instant(seconds: 1_541_311_200), offset: -18_000, abbreviation: "EST"),
    ])

  /// A time in November 2017 on the venue's clock: the first of those that come twice.
  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    let date = CalendarDate(year: 2017, month: 11, day: day) ?? CalendarDate(dayNumber: 0)
    return zone.instant(LocalTime(date: date, secondOfDay: hour * 3_600 + minute * 60))
  }

  static func session(
    _ id: String, _ title: String, _ start: Instant, _ end: Instant? = nil, _ change: (inout Session) -> Void = { _ in }
  ) -> Session {
    var session = Session(id: id, title: Text(title), start: start)
    session.end = end
    change(&session)
    return session
  }

  static let guid = "0ed5e2bb-5b46-4d46-9a0a-4a8a8d0e1a11"
  static let arabicTitle = "حقوق الإنسان، والانتخابات"

  static func conference() -> Conference {
    var conference = Conference(
      id: "rights-2017", title: Text("Rights, law; and \\ order"), zone: zone,
      start: CalendarDate(year: 2017, month: 11, day: 4) ?? CalendarDate(dayNumber: 0),
      end: CalendarDate(year: 2017, month: 11, day: 5) ?? CalendarDate(dayNumber: 0))
    conference.subtitle = Text("A <plan> of \"action\" & more")
    conference.organizers = [Text("The Center"), Text("The Board")]
    conference.venue = .init(name: Text("The Hall"), city: Text("Atlanta"), country: Text("USA"))
    conference.language = "en"
    conference.version = "1.4"
    conference.published = CalendarDate(year: 2017, month: 10, day: 18)
    conference.url = "https://example.org/?a=1&b=2"
    return conference
  }

  static func agenda() -> Agenda {
    var agenda = Agenda(conference: conference())
    agenda.rooms = [Room(id: "red", name: Text("Red, upper floor")), Room(id: "blue", name: Text("Blue"))]
    agenda.tracks = [
      Track(id: "law", name: Text("Law; courts, and more"), color: "#336699"), Track(id: "x", name: Text("X")),
    ]
    agenda.people = [
      Person(
        id: "zoe", name: Text("Zoë \"Zed\" Müller"), role: Text("Director"), affiliation: Text("The Center"),
        bio: Text("Reads *much*.")),
      Person(id: "42", name: Text("Ábel Ruiz")),
    ]
    agenda.documents = [Document(id: "note", title: Text("Concept note"), text: Text("First.\n\nSecond."))]
    if let date = PartialDate(year: 2016, month: 6) {
      var meeting = Meeting(id: "treaty", title: Text("Treaty bodies"), kind: .workshop, date: date)
      meeting.place = Text("Geneva")
      meeting.focus = Text("What treaties ask for.")
      agenda.meetings = [meeting]
    }
    agenda.sessions = sessions
    return agenda
  }

  private static var sessions: [Session] {
    [
      session("opening", "Opening: words, words; and \\ more", at(4, 9), at(4, 10, 30)) {
        $0.room = "red"
        $0.track = "law"
        $0.guid = guid.uppercased()
        $0.people = [.init(person: "zoe", role: Text("Chair")), .init(person: "42")]
        $0.items = [
          .init(title: Text("Welcome")), .init(title: Text("Goals | aims"), people: [.init(person: "42")]),
        ]
        $0.summary = Text("Who is here.")
        $0.details = Text(
          "# Aims\n\nTo meet, to talk;\nto *agree*. See [the close](session:close), [harm](javascript:alert(1)).\n\n"
            + "- one\n- two <script>alert(1)</script>\n")
        $0.language = "en"
        $0.documents = ["note"]
        $0.meetings = ["treaty"]
        $0.links = [
          .init(title: Text("Watch, live"), url: "https://example.org/live?a=1&b=2"),
          .init(title: Text("Mail"), url: "mailto:info@example.org"),
        ]
        $0.attachments = [.init(title: Text("Slides: \"one\"; two"), url: "https://example.org/slides.pdf")]
      },
      session("42", "Parallel", at(4, 9), at(4, 9, 45)) { $0.room = "blue" },
      session("coffee", "Coffee", at(4, 10, 30), at(4, 11)) { $0.kind = .break },
      session("moved", "A session that is off", at(4, 11), at(4, 12)) {
        $0.status = .cancelled
        $0.guid = guid
        $0.room = "red"
      },
      session("perhaps", arabicTitle, at(4, 12), at(4, 13)) {
        $0.status = .tentative
        $0.isOptional = true
        $0.attribution = .offTheRecord
        $0.room = "red"
      },
      session("dinner", "Dinner", at(4, 19, 30)) {
        $0.kind = .meal
        $0.place = Text("The Old Mill")
      },
      // Over midnight, then twice half past one: the second time by winter's clock.
      session("night", "Night " + String(repeating: "é", count: 60), at(4, 23), at(5, 0, 30)),
      session("first", "Half past one, summer", at(5, 1, 30), at(5, 1, 45)),
      session("second", "Half past one, winter", at(5, 1, 30).advanced(by: 3_600), at(5, 2, 15)),
      session("instant", "No length", at(5, 12), at(5, 12)),
      session("close", "Close", at(5, 14)) { $0.kind = .milestone },
    ]
  }

  static let stamp = Instant(seconds: 1_509_000_000)

  static func programme(
    _ change: (inout Agenda) -> Void = { _ in }, scope: ExportScope = .everything, languages: [String] = ["en"],
    messages: Messages = .english
  ) -> Programme {
    var agenda = agenda()
    change(&agenda)
    return Programme(
      of: agenda, scope: scope, languages: languages, messages: messages, stamp: stamp, generatorVersion: "9.9")
  }

  static func text(
    _ format: ExportFormat, _ change: (inout Agenda) -> Void = { _ in }, scope: ExportScope = .everything,
    languages: [String] = ["en"]
  ) -> String {
    String(
      decoding: Export.bytes(of: programme(change, scope: scope, languages: languages), as: format), as: UTF8.self)
  }
}
