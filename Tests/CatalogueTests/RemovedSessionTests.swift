import Agenda
import Catalogue
import Testing

/// Sessions of an earlier version, in the lists of a later one.
struct RemovedSessionTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"]) }

  private func page(_ id: String, _ title: String, at start: Instant) -> SessionPage {
    var page = SessionPage()
    (page.row.id, page.row.title, page.row.start, page.details) = (id, title, start, "As it was")
    return page
  }

  private func remove(_ pages: SessionPage..., on day: Int) {
    catalogue.setRemoved(pages.map { ($0, catalogue.days[day].date) }) { "gone: \($0)" }
  }

  @Test("One stands in the list of its day where it was, found by its identifier, and in nothing else")
  func list() throws {
    let before = Array(catalogue.list(onDay: 1))
    let next = before[3]
    remove(page("lost", "Lost", at: next.start.advanced(by: -1)), on: 1)
    let list = catalogue.list(onDay: 1)
    #expect(list.map(\.id) == before.prefix(3).map(\.id) + ["lost"] + before.dropFirst(3).map(\.id))
    #expect(list[3].title == "gone: Lost" && list[3].isRemoved)
    #expect(list.index(of: "lost") == 3 && list.index(of: next.id) == 4)
    #expect(list.place(ofNumber: next.row) == 4 && list.index(ofNumber: list[3].row) == 3)
    #expect(catalogue.sessionRow("lost")?.title == "Lost" && catalogue.session("lost")?.details == "As it was")
    #expect(catalogue.has(.session("lost")) && !catalogue.has(.meeting("lost")))
    #expect(Array(catalogue.list(onDay: 0)).allSatisfy { !$0.isRemoved })
    #expect(!catalogue.search("lost").contains { $0.source == .page(.session("lost")) })
    #expect(catalogue.days[1].sessionCount == before.count)
    #expect(catalogue.spans(of: list)[3].start == list[3].start.seconds)
    catalogue.setRemoved([]) { $0 }
    #expect(Array(catalogue.list(onDay: 1)) == before && catalogue.session("lost") == nil)
  }

  @Test("One that a filter lets through is shown, no other, and none takes the place of a session that is there")
  func filtered() {
    let there = catalogue.list(onDay: 1)[0]
    remove(page("lost", "Lost", at: there.start), page(there.id, "Another", at: there.start), on: 1)
    #expect(catalogue.list(onDay: 1).count { $0.isRemoved } == 1 && catalogue.sessionRow(there.id)?.isRemoved == false)
    #expect(catalogue.list(onDay: 1, starred: ["lost"]).map(\.id) == ["lost"])
    #expect(catalogue.list(onDay: 1, starred: []).isEmpty)
    #expect(!catalogue.list(onDay: 1, matching: SessionFilter(room: "nowhere")).contains { $0.isRemoved })
    #expect(catalogue.list(onDay: 1, matching: SessionFilter(kind: .session)).contains { $0.isRemoved })
  }

  @Test("Lists are the same as long as nothing else was removed")
  func equal() {
    remove(page("lost", "Lost", at: catalogue.list(onDay: 1)[0].start), on: 1)
    let list = catalogue.list(onDay: 1)
    #expect(list == catalogue.list(onDay: 1))
    remove(page("other", "Other", at: catalogue.list(onDay: 1)[0].start), on: 1)
    #expect(list != catalogue.list(onDay: 1))
  }

  @Test("What was on a day without sessions stands in the last one before")
  func dayWithout() {
    let day = CalendarDate(dayNumber: catalogue.days[2].date.dayNumber + 30)
    catalogue.setRemoved([(page("lost", "Lost", at: Sample.at(5, 23)), day)]) { $0 }
    #expect(catalogue.list(onDay: 2).last?.id == "lost" && catalogue.sessionRow("lost")?.day == 2)
  }
}
