import Agenda
import Testing

@testable import Interchange

/// What an import over an earlier bundle keeps of it.
struct KeepingTests {
  private func agenda(_ sessions: [(id: String, title: String, rule: Session.Attribution)]) throws -> Agenda {
    let day = try #require(CalendarDate(year: 2031, month: 3, day: 12))
    var agenda = Agenda(conference: Conference(id: "c", title: Text("C"), zone: .utc, start: day, end: day))
    agenda.sessions = sessions.map { id, title, rule in
      var session = Session(id: id, title: Text(title), start: Instant(seconds: 0))
      session.attribution = rule
      return session
    }
    return agenda
  }

  @Test("No import makes public what was said in confidence, also where a session has another id now")
  func attribution() throws {
    let old = try agenda([("a", "Board", .offTheRecord), ("b", "Panel", .chathamHouse), ("c", "Talk", .chathamHouse)])
    let new = try agenda([("a", "Board", .chathamHouse), ("new", "Panel", .public), ("c", "Talk", .offTheRecord)])
    #expect(new.keeping(old).sessions.map(\.attribution) == [.offTheRecord, .chathamHouse, .offTheRecord])
    #expect(try agenda([("d", "Other", .public)]).keeping(old).sessions.map(\.attribution) == [.public])
  }
}
