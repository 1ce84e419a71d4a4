import Agenda
import Catalogue
import Testing

struct PageTests {
  let catalogue: Catalogue
  let june = PageLink(
    target: .meeting("june"), title: "Second workshop",
    detail: .meeting(PartialDate(year: 2016, month: 6), place: "Geneva"))
  let launch = PageLink(
    target: .meeting("launch"), title: "Launch", detail: .meeting(PartialDate(year: 2015, month: 2, day: 14), place: "")
  )
  let note = PageLink(target: .document("note"), title: "Concept note", detail: .text("concept note"))
  let annex = PageLink(target: .document("annex"), title: "Annex", detail: .text(""))
  let opening = PageLink(target: .session("opening"), title: "Welcome and Introductions", detail: Self.monday(9))
  let treaty = PageLink(target: .session("treaty"), title: "Treaty bodies", detail: Self.monday(11))

  static func monday(_ hour: Int) -> PageDetail {
    let day = CalendarDate(dayNumber: 17_504)
    return .session(day: day, start: LocalTime(date: day, secondOfDay: hour * 3_600))
  }

  init() throws {
    catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
  }

  @Test func aSessionsPageHasItsItemsPeopleAndLinks() throws {
    let page = try #require(catalogue.session("opening"))
    #expect(page.row == catalogue.sessionRow("opening"))
    #expect(page.summary == "How closing civic space touches élections.")
    #expect(page.details.hasPrefix("## Goals"))
    #expect(page.language == "en")
    var zoe = Participant()
    (zoe.id, zoe.name, zoe.part, zoe.role, zoe.affiliation) = ("zoe", "Zoë Müller", "Chair", "Director", "The Center")
    #expect(page.people == [zoe])
    #expect(page.items.map(\.title) == ["Welcome", "Background and outcomes"])
    #expect(page.items.first?.people.map(\.name) == ["Ábel Ruiz"])
    #expect(page.items.first?.links == [])
    #expect(page.items.last?.links == [june, launch, note])
    #expect(page.links == [note])
    #expect(
      page.addresses == [
        AddressLink(title: "Slides", url: "https://example.org/slides"),
        AddressLink(title: "Paper", url: "https://example.org/paper"),
      ])
    #expect(catalogue.session("nothing") == nil)
  }

  @Test func meetingsAreListedOldestFirst() {
    #expect(catalogue.meetings().map(\.id) == ["launch", "june"])
    #expect(
      catalogue.meetings().map(\.date) == [
        PartialDate(year: 2015, month: 2, day: 14), PartialDate(year: 2016, month: 6),
      ])
    #expect(catalogue.meetings().map(\.kind) == [.launch, .workshop])
    #expect(catalogue.meetings().map(\.place) == ["", "Geneva"])
  }

  @Test func aMeetingLeadsToItsDocumentsAndToAllThatNameIt() throws {
    let page = try #require(catalogue.meeting("june"))
    #expect(
      (page.title, page.kind, page.place) == ("Second workshop", .workshop, "Geneva")
        && page.date == PartialDate(year: 2016, month: 6))
    #expect(
      (page.participants, page.focus, page.outcome) == (
        "Judges and observers", "Access to treaty bodies", "A shared list"
      ))
    #expect(page.text == "Long *text* about 选举观察 and 民主.")
    #expect(page.links == [note, annex, opening, treaty])
    #expect(page.addresses.map(\.url) == ["https://example.org/june"])
    #expect(catalogue.meeting("launch")?.links == [opening])
    #expect(catalogue.meeting("opening") == nil)
  }

  @Test func aDocumentLeadsBackToMeetingsAndSessions() throws {
    #expect(catalogue.documents().map(\.id) == ["note", "annex"])
    #expect(catalogue.documents().map(\.kind) == ["concept note", ""])
    let page = try #require(catalogue.document("note"))
    #expect(page.text.hasPrefix("1. Elections"))
    #expect(page.links == [june, opening])
    #expect(catalogue.document("annex")?.links == [june])
    #expect(catalogue.document("annex")?.addresses.map(\.title) == ["Home"])
    #expect(catalogue.document("june") == nil)
  }

  @Test func linksToNothingAreLeftOut() throws {
    var agenda = Agenda(conference: Sample.conference())
    agenda.sessions = [
      Sample.session("s", "S", Sample.at(4, 9)) {
        $0.meetings = ["gone"]
        $0.people = [.init(person: "gone")]
        $0.room = "gone"
        $0.track = "gone"
      }
    ]
    let page = try #require(try Catalogue.compile(agenda, problemCount: 0, languages: []).session("s"))
    #expect(page.links.isEmpty && page.people.isEmpty)
    #expect((page.row.room, page.row.track) == ("", ""))
  }
}
