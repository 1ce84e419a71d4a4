import Agenda
import Catalogue

/// A small conference of our own with an example of everything that a screen has to cope with.
enum Sample {
  static let zone = OffsetTable(
    identifier: "America/New_York",
    transitions: [
      .init(start: Instant(seconds: 1_489_302_000), offset: -14_400, abbreviation: "EDT"),
      .init(start: Instant(seconds: 1_509_861_600), offset: -18_000, abbreviation: "EST"),
    ])

  /// A reader's own zone, nine hours before the venue's in winter.
  static let pacific = OffsetTable(
    identifier: "Asia/Manila", transitions: [.init(start: Instant(seconds: 0), offset: 28_800, abbreviation: "PST")])

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

  static func conference(_ title: String = "Elections and Rights") -> Conference {
    var conference = Conference(
      id: "sample", title: Text(title), zone: zone, start: CalendarDate(dayNumber: 17_503),
      end: CalendarDate(dayNumber: 17_505))
    conference.subtitle = Text("What observers can ask for")
    conference.organizers = [Text("The Institute")]
    conference.venue = .init(name: Text("The Hall"), city: Text("Atlanta"), country: Text("USA"))
    conference.status = .draft
    conference.version = "3"
    conference.published = CalendarDate(year: 2017, month: 10, day: 18)
    conference.notice = Text("Times may still change")
    conference.about = Text("## Goals\n\nTo agree on *one* list.")
    conference.url = "https://example.org/conference"
    return conference
  }

  static func agenda() -> Agenda {
    var agenda = Agenda(conference: conference())
    agenda.rooms = [Room(id: "main", name: Text("Main Hall")), Room(id: "blue", name: Text("Blue Room"))]
    agenda.tracks = [Track(id: "law", name: Text("Law"), color: "#3060a0")]
    agenda.people = [
      Person(id: "zoe", name: Text("Zoë Müller"), role: Text("Director"), affiliation: Text("The Institute")),
      Person(id: "abel", name: Text("Ábel Ruiz")),
      Person(id: "chen", name: Text("陳美玲")),
    ]
    agenda.sessions = sessions()
    agenda.meetings = meetings()
    agenda.documents = documents()
    return agenda
  }

  private static func sessions() -> [Session] {
    [
      session("board", "Board of Councillors", at(3, 17), at(3, 19)) {
        $0.kind = .ceremony
        $0.attribution = .offTheRecord
        $0.isOptional = true
        $0.room = "blue"
      },
      session("opening", "Welcome and Introductions", at(4, 9), at(4, 10, 30)) {
        $0.room = "main"
        $0.track = "law"
        $0.summary = Text("Who is here, and what the three days are for.")
        $0.people = [.init(person: "zoe", role: Text("Chair"))]
        $0.items = [
          .init(title: Text("Welcome"), people: [.init(person: "abel")]),
          .init(title: Text("Goals of the conference")),
          .init(title: Text("Outcomes of the workshops"), meetings: ["launch", "geneva"], documents: ["note"]),
        ]
        $0.links = [WebLink(title: Text("Slides"), url: "https://example.org/slides")]
      },
      session("coffee", "Coffee break", at(4, 10, 30), at(4, 11)) { $0.kind = .break },
      session("treaty", "Treaty bodies and election observation", at(4, 11), at(4, 12, 30)) {
        $0.room = "main"
        $0.people = [.init(person: "abel"), .init(person: "chen", role: Text("Speaker"))]
        $0.details = Text(treaty)
        $0.meetings = ["geneva"]
      },
      session("courts", "Courts before election day", at(4, 11, 30), at(4, 13)) {
        $0.room = "blue"
        $0.status = .tentative
        $0.attribution = .chathamHouse
        $0.people = [.init(person: "zoe")]
      },
      session("budget", "Budgets of observers", at(4, 14), at(4, 15)) {
        $0.room = "blue"
        $0.status = .cancelled
      },
      session("dinner", "Dinner", at(4, 19)) {
        $0.kind = .meal
        $0.place = Text("to be announced")
      },
      session("night", "Night of results", at(4, 23), at(5, 1)) { $0.room = "main" },
      session("civic", "Closing civic space: 公民空間 and ⚖️ the law", at(5, 9), at(5, 10, 30)) {
        $0.room = "main"
        $0.summary = Text("Where observers may no longer work.")
        $0.documents = ["note"]
      },
      session("close", "Close of the conference", at(5, 17)) { $0.kind = .milestone },
    ]
  }

  private static let treaty = """
    ## Why it matters

    Election observers write **reports**, treaty bodies write *concluding observations*, and few read both. \
    See the [list](meeting:geneva) and the [database](https://example.org/database).

    - States report every four years
    - Observers may send their own report

    > Nothing is remembered that is not written down.

    | Body | Reports |
    | --- | --- |
    | Human Rights Committee | 12 |
    | CEDAW | 7 |

    ## What to ask for

    A calendar of the treaty bodies, six months ahead, so that observers know when a report is of use. The calendar \
    should name the state, the session and the last day for reports from outside, and be sent to all who observe.

    Then a template, short enough to be filled in on the bus home, and long enough to be quoted.

    Last, one person in each mission who knows both worlds.
    """

  private static func meetings() -> [Meeting] {
    guard let february = PartialDate(year: 2015, month: 2), let june = PartialDate(year: 2016, month: 6) else {
      return []
    }
    var launch = Meeting(id: "launch", title: Text("Launch of the project"), kind: .launch, date: february)
    launch.place = Text("Atlanta")
    launch.participants = Text("Eighty people from thirty states")
    launch.outcome = Text("A plan for three workshops")
    var geneva = Meeting(id: "geneva", title: Text("Workshop on treaty bodies"), kind: .workshop, date: june)
    geneva.place = Text("Geneva")
    geneva.focus = Text("How election reports reach the treaty bodies")
    geneva.text = Text("Civic space was closing in **nine** states.\n\nCivic groups asked for a calendar.")
    geneva.documents = ["note"]
    geneva.links = [WebLink(title: Text("Report"), url: "https://example.org/geneva")]
    return [launch, geneva]
  }

  private static func documents() -> [Document] {
    let paragraphs = (1...30).map { number in
      "Paragraph \(number) of the note says that elections are measured by the rights of those who vote in them, and "
        + "that word \(number) is not the last one on civic space."
    }
    var note = Document(id: "note", title: Text("Concept note"), text: Text(paragraphs.joined(separator: "\n\n")))
    note.kind = Text("concept note")
    note.meetings = ["geneva"]
    var annex = Document(
      id: "annex", title: Text("Annex"),
      text: Text((1...12).map { "[Place \($0)](https://example.org/\($0))" }.joined(separator: "\n\n")))
    annex.links = [WebLink(title: Text("Home"), url: "https://example.org/annex")]
    return [note, annex]
  }

  /// One day of many sessions in twenty rooms, each with somebody and something to read.
  static func crowded(_ count: Int) -> Agenda {
    var agenda = Agenda(conference: conference("A crowded conference"))
    agenda.rooms = (0..<20).map { Room(id: "r\($0)", name: Text("Room \($0)")) }
    agenda.people = (0..<count).map { Person(id: "p\($0)", name: Text("Person number \($0)")) }
    agenda.sessions = (0..<count).map { index in
      session(
        "s\(index)", "Session \(index) on elections and human rights in many places", at(4, 9, index * 540 / count),
        at(4, 10, index * 540 / count)
      ) {
        $0.room = "r\(index % 20)"
        $0.people = [.init(person: "p\(index)")]
        $0.details = Text("Some *text* with a [link](https://example.org/\(index)).")
      }
    }
    return agenda
  }

  /// Titles, names and places in scripts of every width and direction.
  static func scripts() -> Agenda {
    var agenda = agenda()
    agenda.conference = conference("人權與選舉 – حقوق الإنسان")
    agenda.rooms = [Room(id: "main", name: Text("大會議廳")), Room(id: "blue", name: Text("القاعة الزرقاء"))]
    agenda.people[0] = Person(id: "zoe", name: Text("Zoe\u{308} Mu\u{308}ller 👩🏽‍⚖️"), role: Text("主任"))
    agenda.sessions = [
      session("opening", "歡迎與介紹：選舉觀察員在三天之內想要達成的目標", at(4, 9), at(4, 10, 30)) {
        $0.room = "main"
        $0.people = [.init(person: "zoe")]
        $0.items = [.init(title: Text("第一項：前言"), meetings: ["geneva"])]
      },
      session("treaty", "حقوق الإنسان والانتخابات في البلدان كلها اليوم", at(4, 11), at(4, 12)) { $0.room = "blue" },
      session("courts", "e\u{301}\u{323}lections a\u{30A}\u{327} venir, tre\u{300}s proches", at(4, 13), at(4, 14)) {
        $0.place = Text("Ørestad 🏛️ sal 4")
      },
      session("dinner", "🍽️ Dinner 👨‍👩‍👧‍👦 🇺🇸🇬🇪 שלום", at(4, 19)) { $0.place = Text("餐廳") },
    ]
    agenda.meetings[1].title = Text("日內瓦條約機構研討會（第二次）")
    agenda.documents[0].title = Text("مذكرة مفاهيمية")
    agenda.documents[0].text = Text("第一段談到選舉與人權的關係，並且說明觀察員的工作。\n\nفقرة ثانية عن الفضاء المدني.\n\nCafe\u{301} 👩🏽‍⚖️.")
    return agenda
  }
}
