import Agenda
import Testing

@testable import Catalogue

struct PeopleTests {
  @Test func aPersonHasEverySessionAndThePartInIt() throws {
    var agenda = Sample.agenda()
    agenda.people[0].bio = Text("Knows *everybody*.")
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    let zoe = try #require(catalogue.person("zoe"))
    #expect(zoe.name == "Zoë Müller")
    #expect(zoe.bio == "Knows *everybody*.")
    #expect(zoe.appearances.map(\.row.id) == ["opening"])
    #expect(zoe.appearances.map(\.part) == ["Chair"])
    // An item's people take part in the session.
    #expect(catalogue.person("abel")?.appearances.map(\.row.id) == ["opening"])
    #expect(catalogue.person("idle")?.appearances == [])
    #expect(catalogue.person("nobody") == nil)
    #expect(catalogue.search("everybody").map(\.source) == [.page(.person("zoe"))])
  }

  @Test func aRoomHasItsSessionsInOrder() throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
    #expect(catalogue.room("b")?.sessions.map(\.id) == ["opening", "treaty"])
    #expect(catalogue.room("c") == nil)
    #expect(catalogue.search("room a").first?.source == .page(.room("a")))
    #expect(catalogue.session("opening")?.roomID == "b")
  }

  @Test func whatComesNextInARoomAndAnywhere() throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
    let morning = Sample.at(4, 9)
    #expect(catalogue.comingUp(after: morning, limit: 3).map(\.id) == ["treaty", "talk", "dinner"])
    #expect(catalogue.comingUp(after: morning, inRoom: 1, limit: 3).map(\.id) == ["talk"])
    #expect(catalogue.comingUp(after: Sample.at(6, 9), limit: 3).isEmpty)
    // What begins at the instant is on, not coming up.
    #expect(catalogue.comingUp(after: Sample.at(4, 11), limit: 1).map(\.id) == ["dinner"])
    #expect(catalogue.comingUp(after: Sample.at(4, 11), inRoom: 1, limit: 3).isEmpty)
  }

  @Test func parallelSessionsOverlapAndDoNotOnlyTouch() throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
    let row = try #require(catalogue.sessionRow("talk"))
    #expect(catalogue.parallel(to: row, limit: 9).map(\.id) == ["treaty"])
    let opening = try #require(catalogue.sessionRow("opening"))
    #expect(catalogue.parallel(to: opening, limit: 9).isEmpty)
  }

  @Test func sessionsBackToBackAreNotParallel() throws {
    var agenda = Agenda(conference: Sample.conference())
    agenda.sessions = [
      Sample.session("before", "Before", Sample.at(4, 9), Sample.at(4, 10)),
      Sample.session("across", "Across", Sample.at(4, 9, 30), Sample.at(4, 10, 30)),
      Sample.session("middle", "Middle", Sample.at(4, 10), Sample.at(4, 11)),
      Sample.session("after", "After", Sample.at(4, 11), Sample.at(4, 12)),
      // It says how far back sessions are looked for.
      Sample.session("long", "Long", Sample.at(4, 14), Sample.at(4, 18)),
    ]
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    let parallel = ["before", "across", "middle", "after"].compactMap { catalogue.sessionRow($0) }
      .map { catalogue.parallel(to: $0, limit: 9).map(\.id) }
    #expect(parallel == [["across"], ["before", "middle"], ["across"], []])
  }
}
