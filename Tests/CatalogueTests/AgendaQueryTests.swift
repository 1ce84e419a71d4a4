import Agenda
import Catalogue
import Testing

struct AgendaQueryTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 2, languages: ["en"])
  }

  @Test func theConferenceIsInTheReadersLanguage() throws {
    var card = ConferenceCard()
    card.id = "hresc"
    card.title = "Human Rights"
    card.subtitle = "A plan of action"
    card.organizers = ["The Center", "The Board"]
    (card.venue, card.city, card.country) = ("The Hall", "Atlanta", "USA")
    card.zone = Sample.zone
    card.start = CalendarDate(dayNumber: 17_503)
    card.end = CalendarDate(dayNumber: 17_505)
    card.status = .draft
    card.version = "3"
    card.published = CalendarDate(year: 2017, month: 10, day: 18)
    card.notice = "Times are tentative"
    card.about = "# About\n\nWhy we meet."
    card.url = "https://example.org/"
    card.hasStates = true
    card.problemCount = 2
    #expect(catalogue.conference == card)
    let french = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["fr-CA", "en"])
    #expect(french.conference.title == "Droits humains")
  }

  @Test func daysFollowTheirDatesAndASessionAfterMidnightBelongsToTheDayBefore() {
    #expect(catalogue.days.map(\.date.description) == ["2017-12-03", "2017-12-04", "2017-12-05"])
    #expect(catalogue.conference.date(of: Sample.at(5, 3, 59)) == catalogue.days[1].date)
    #expect(catalogue.conference.date(of: Sample.at(5, 4)) == catalogue.days[2].date)
    #expect(catalogue.days.map(\.sessionCount) == [1, 5, 3])
    #expect(catalogue.sessionRow("late")?.day == 1)
  }

  @Test func aDayIsOrderedByStartThenRoomThenFile() {
    #expect(catalogue.sessions(onDay: 1).map(\.id) == ["opening", "treaty", "talk", "dinner", "late"])
    #expect(catalogue.sessions(onDay: 2).map(\.id) == ["gone", "coffee", "close"])
    #expect(catalogue.sessions(onDay: 3).isEmpty)
    #expect(catalogue.sessions(onDay: -1).isEmpty)
  }

  @Test func aRowHasAllThatAnAgendaShows() throws {
    let opening = try #require(catalogue.sessionRow("opening"))
    #expect(opening.title == "Welcome and Introductions")
    #expect((opening.room, opening.place, opening.track) == ("Room B", "", "Law"))
    #expect((opening.start, opening.end) == (Sample.at(4, 9), Sample.at(4, 10, 30)))
    let dinner = try #require(catalogue.sessionRow("dinner"))
    #expect((dinner.room, dinner.place, dinner.end) == ("", "to be announced", nil))
    #expect((dinner.kind, dinner.isOptional) == (.meal, true))
    #expect(catalogue.sessionRow("board")?.attribution == .offTheRecord)
    #expect(catalogue.sessionRow("gone")?.status == .cancelled)
    #expect(catalogue.sessionRow("nothing") == nil)
    #expect(catalogue.sessionRow("june") == nil)
  }

  @Test func filtersCombine() {
    func ids(_ filter: SessionFilter) -> [String] { catalogue.sessions(onDay: 1, matching: filter).map(\.id) }
    #expect(ids(SessionFilter(kind: .meal)) == ["dinner"])
    #expect(ids(SessionFilter(person: "zoe")) == ["opening"])
    #expect(ids(SessionFilter(person: "abel")) == ["opening"])
    #expect(ids(SessionFilter(room: "b")) == ["opening", "treaty"])
    #expect(ids(SessionFilter(track: "law")) == ["opening"])
    #expect(ids(SessionFilter(kind: .session, room: "a")) == ["talk"])
    #expect(ids(SessionFilter(person: "zoe", room: "a")).isEmpty)
    #expect(ids(SessionFilter(room: "nowhere")).isEmpty)
    #expect(ids(SessionFilter(person: "nobody")).isEmpty)
  }

  @Test func choicesAreOnlyThoseWithSessions() {
    #expect(
      Array(catalogue.choices(.kind)) == [
        FilterChoice(id: "session", name: "session", sessionCount: 5),
        FilterChoice(id: "meal", name: "meal", sessionCount: 1),
        FilterChoice(id: "break", name: "break", sessionCount: 1),
        FilterChoice(id: "ceremony", name: "ceremony", sessionCount: 1),
        FilterChoice(id: "milestone", name: "milestone", sessionCount: 1),
      ])
    #expect(catalogue.choices(.person).map(\.id) == ["abel", "zoe"])
    #expect(
      Array(catalogue.choices(.room)) == [
        FilterChoice(id: "b", name: "Room B", sessionCount: 2), FilterChoice(id: "a", name: "Room A", sessionCount: 1),
      ])
    #expect(Array(catalogue.choices(.track)) == [FilterChoice(id: "law", name: "Law", sessionCount: 1)])
  }

  @Test(arguments: [
    (Sample.at(4, 8, 59), []),
    (Sample.at(4, 9), ["opening"]),
    (Sample.at(4, 10, 30), []),
    (Sample.at(4, 11, 30), ["treaty", "talk"]),
    (Sample.at(4, 22, 59), ["dinner"]),  // without an end: four hours, the walk being later
    (Sample.at(4, 23), []),
    (Sample.at(5, 1, 30), ["late"]),
    (Sample.at(5, 9, 30), []),  // cancelled
    (Sample.at(5, 17), []),  // a milestone
  ])
  func whatRunsAtAnInstant(instant: Instant, expected: [String]) {
    #expect(catalogue.current(at: instant).map(\.id) == expected)
  }

  @Test func withoutAnEndASessionRunsUntilTheNextOneOfItsDay() throws {
    var agenda = Agenda(conference: Sample.conference())
    agenda.sessions = [
      Sample.session("tea", "Tea", Sample.at(4, 9)), Sample.session("also", "Also tea", Sample.at(4, 9)),
      Sample.session("off", "Off", Sample.at(4, 10)) { $0.status = .cancelled },
      Sample.session("talk", "Talk", Sample.at(4, 11), Sample.at(4, 12)),
      Sample.session("show", "Exhibition", Sample.at(3, 9), Sample.at(5, 18)),
    ]
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: [])
    #expect(catalogue.current(at: Sample.at(4, 10, 30)).map(\.id) == ["show", "tea", "also"])
    #expect(catalogue.current(at: Sample.at(4, 11)).map(\.id) == ["show", "talk"])
  }

  @Test func theNextSessionIsTheFirstThatIsNotCancelled() {
    #expect(catalogue.next(after: Instant(seconds: 0))?.id == "board")
    #expect(catalogue.next(after: Sample.at(4, 9))?.id == "treaty")
    #expect(catalogue.next(after: Sample.at(5, 8))?.id == "coffee")
    #expect(catalogue.next(after: Sample.at(5, 17)) == nil)
    #expect(catalogue.current(at: Instant(seconds: .min)).isEmpty)
    #expect(catalogue.next(after: Instant(seconds: .max)) == nil)
  }

  @Test func anEmptyAgendaIsACatalogueToo() throws {
    let empty = try Catalogue.compile(Agenda(conference: Sample.conference()), problemCount: 0, languages: [])
    #expect(empty.days.isEmpty)
    #expect(empty.search("a", limit: 9).map(\.source) == [.page(.conference)])
    #expect(empty.meetings().isEmpty && empty.documents().isEmpty && empty.choices(.person).isEmpty)
  }

  @Test func identifiersThatOccurTwiceAreNoError() throws {
    var agenda = Sample.agenda()
    agenda.sessions += agenda.sessions
    agenda.people += agenda.people
    agenda.rooms += agenda.rooms
    agenda.meetings += agenda.meetings
    let twice = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    #expect(twice.sessions(onDay: 0).map(\.id) == ["board", "board"])
    #expect(twice.session("opening")?.people.map(\.name) == ["Zoë Müller"])
    #expect(twice.damage == nil)
  }
}
