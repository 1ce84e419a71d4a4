import Agenda
import Catalogue
import Testing

/// What would fit into a free time.
struct FittingTests {
  @Test("What begins and ends with the free time fits, and nothing that lasts a second longer")
  func borders() throws {
    var agenda = Sample.agenda()
    agenda.sessions = [
      Sample.session("whole", "Whole", Sample.at(4, 10), Sample.at(4, 11)),
      Sample.session("early", "Early", Sample.at(4, 9, 59), Sample.at(4, 10, 30)),
      Sample.session("long", "Long", Sample.at(4, 10, 30), Sample.at(4, 11, 1)),
      Sample.session("inside", "Inside", Sample.at(4, 10, 20), Sample.at(4, 10, 40)),
      Sample.session("after", "After", Sample.at(4, 11), Sample.at(4, 11, 30)),
      Sample.session("gone", "Gone", Sample.at(4, 10, 20), Sample.at(4, 10, 40)) { $0.status = .cancelled },
      Sample.session("doors", "Doors", Sample.at(4, 10, 20)) { $0.kind = .milestone },
    ]
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    let found = catalogue.fitting(from: Sample.at(4, 10), to: Sample.at(4, 11), limit: 10)
    #expect(found.map(\.id) == ["whole", "inside"])
    #expect(catalogue.fitting(from: Sample.at(4, 10), to: Sample.at(4, 11), limit: 1).map(\.id) == ["whole"])
  }
}
