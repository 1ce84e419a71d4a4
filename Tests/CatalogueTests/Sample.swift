import Agenda

@testable import Catalogue

/// A small conference that touches every kind of row, in the zone of New York in winter.
enum Sample {
  static func text(_ english: String, french: String? = nil) -> Text {
    Text(
      variants: [Text.Variant(language: "en", string: english)]
        + (french.map { [Text.Variant(language: "fr", string: $0)] } ?? []))
  }

  static let zone = OffsetTable(
    identifier: "America/New_York",
    transitions: [
      .init(start: Instant(seconds: 1_489_302_000), offset: -14_400, abbreviation: "EDT"),
      .init(start: Instant(seconds: 1_509_861_600), offset: -18_000, abbreviation: "EST"),
    ])

  /// A time in December 2017, as the venue's clocks show it.
  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    // 3 December 2017 has the day number 17,503.
    LocalTime(date: CalendarDate(dayNumber: 17_500 + day), secondOfDay: hour * 3_600 + minute * 60)
      .instant(offset: -18_000)
  }

  static func session(
    _ id: String, _ title: String, _ start: Instant, _ end: Instant? = nil, _ change: (inout Session) -> Void = { _ in }
  ) -> Session {
    var session = Session(id: id, title: Text(title), start: start)
    session.end = end
    change(&session)
    return session
  }

  static func conference() -> Conference {
    var conference = Conference(
      id: "hresc", title: text("Human Rights", french: "Droits humains"), zone: zone,
      start: CalendarDate(dayNumber: 17_503), end: CalendarDate(dayNumber: 17_505))
    conference.subtitle = Text("A plan of action")
    conference.organizers = [Text("The Center"), Text("The Board")]
    conference.venue = .init(name: Text("The Hall"), city: Text("Atlanta"), country: Text("USA"))
    conference.status = .draft
    conference.version = "3"
    conference.published = CalendarDate(year: 2017, month: 10, day: 18)
    conference.notice = Text("Times are tentative")
    conference.about = Text("# About\n\nWhy we meet.")
    conference.url = "https://example.org/"
    return conference
  }

  static func agenda() -> Agenda {
    var agenda = Agenda(conference: conference())
    agenda.rooms = [Room(id: "b", name: Text("Room B")), Room(id: "a", name: Text("Room A"))]
    agenda.tracks = [Track(id: "law", name: Text("Law"))]
    agenda.people = [
      Person(id: "zoe", name: Text("Zoë Müller"), role: Text("Director"), affiliation: Text("The Center")),
      Person(id: "abel", name: Text("Ábel Ruiz")),
      Person(id: "idle", name: Text("Nobody Here")),
    ]
    agenda.sessions = sessions()
    agenda.meetings = meetings()
    agenda.documents = documents()
    return agenda
  }

  private static func sessions() -> [Session] {
    [
      session("talk", "Parallel talk", at(4, 11), at(4, 12)) { $0.room = "a" },
      session("opening", "Welcome and Introductions", at(4, 9), at(4, 10, 30)) {
        $0.room = "b"
        $0.track = "law"
        $0.summary = Text("How closing civic space touches élections.")
        $0.details = Text("## Goals\n\n* **Review** the [agenda](https://example.org/closing)\n* Know `each` other")
        $0.people = [.init(person: "zoe", role: Text("Chair"))]
        $0.items = [
          .init(title: Text("Welcome"), people: [.init(person: "abel")]),
          .init(title: Text("Background and outcomes"), meetings: ["june", "launch"], documents: ["note"]),
        ]
        $0.documents = ["note"]
        $0.language = "en"
        $0.links = [WebLink(title: Text("Slides"), url: "https://example.org/slides")]
        $0.attachments = [WebLink(title: Text("Paper"), url: "https://example.org/paper")]
      },
      session("treaty", "Treaty bodies", at(4, 11), at(4, 12, 30)) {
        $0.room = "b"
        $0.meetings = ["june"]
      },
      session("dinner", "Dinner", at(4, 19)) {
        $0.kind = .meal
        $0.place = Text("to be announced")
        $0.isOptional = true
      },
      session("late", "Night walk", at(5, 1), at(5, 2)),
      session("board", "Board of Councillors", at(3, 7, 30), at(3, 9)) {
        $0.kind = .ceremony
        $0.attribution = .offTheRecord
        $0.isOptional = true
      },
      session("gone", "Cancelled talk", at(5, 9), at(5, 10)) { $0.status = .cancelled },
      session("coffee", "Coffee break", at(5, 10), at(5, 10, 30)) { $0.kind = .break },
      session("close", "Close of the conference", at(5, 17)) { $0.kind = .milestone },
    ]
  }

  private static func meetings() -> [Meeting] {
    guard let june = PartialDate(year: 2016, month: 6), let launch = PartialDate(year: 2015, month: 2, day: 14) else {
      return []
    }
    var workshop = Meeting(id: "june", title: Text("Second workshop"), kind: .workshop, date: june)
    workshop.place = Text("Geneva")
    workshop.participants = Text("Judges and observers")
    workshop.focus = Text("Access to treaty bodies")
    workshop.outcome = Text("A shared list")
    workshop.text = Text("Long *text* about 选举观察 and 民主.")
    workshop.documents = ["note"]
    workshop.links = [WebLink(title: Text("Report"), url: "https://example.org/june")]
    return [workshop, Meeting(id: "launch", title: Text("Launch"), kind: .launch, date: launch)]
  }

  private static func documents() -> [Document] {
    var note = Document(
      id: "note", title: Text("Concept note"), text: Text("1. Elections are rights.\n2. Civic space is closing."))
    note.kind = Text("concept note")
    var annex = Document(id: "annex", title: Text("Annex"), text: Text("See `self_made` things."))
    annex.meetings = ["june"]
    annex.links = [WebLink(title: Text("Home"), url: "https://example.org/annex")]
    return [note, annex]
  }
}

extension Catalogue {
  /// What is found by words, wherever and whenever it is.
  func search(_ query: String, months: [String] = [], limit: Int = 50) -> [SearchHit] {
    var question = SearchQuestion(query)
    (question.months, question.limit) = (months, limit)
    return answer(question).hits
  }
}
