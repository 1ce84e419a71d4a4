import Agenda
import Testing

@testable import Catalogue

struct AlikeTests {
  private static func catalogue(_ titles: [String], tracks: [Int] = []) throws -> Catalogue {
    var agenda = LargeAgendaTests.agenda
    agenda.tracks = (0..<3).map { Track(id: "t\($0)", name: Text("Track \($0)")) }
    agenda.sessions = titles.enumerated().map { index, title in
      var session = Session(id: "s\(index)", title: Text(title), start: agenda.sessions[0].start)
      if tracks.indices.contains(index) { session.track = "t\(tracks[index])" }
      return session
    }
    return try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
  }

  @Test("Words in common make sessions alike, those of the same track first, never itself and never what is cancelled")
  func words() throws {
    let catalogue = try Self.catalogue(
      ["Kernel tracing", "Tracing a browser", "Kernel of truth", "Something else"], tracks: [0, 1, 0, 0])
    let row = try #require(catalogue.sessionRow("s0"))
    #expect(catalogue.alike(to: row, limit: 9).map(\.id) == ["s2", "s1"])
    #expect(catalogue.alike(to: row, limit: 1).map(\.id) == ["s2"])
    #expect(catalogue.damage == nil)
  }

  @Test("Whatever a title is made of, asking is no damage, and words that are everywhere tell nothing")
  func anyTitle() throws {
    let titles = [
      "", "\" OR NEAR(", "a-b (c) * : ^", "\u{0}\u{1}", "開源新手村", "AND OR NOT", "x'; --", "NULL", "🎉🎉", "…", "ab",
    ]
    let catalogue = try Self.catalogue(titles + (0..<2_000).map { "Common words \($0)" })
    for id in (0..<titles.count).map({ "s\($0)" }) + ["s700", "s1500"] {
      let row = try #require(catalogue.sessionRow(id))
      _ = catalogue.alike(to: row, limit: 5)
      #expect(catalogue.damage == nil, "\(row.title): \(String(describing: catalogue.damage))")
    }
    let common = try #require(catalogue.sessionRow("s700"))
    #expect(catalogue.alike(to: common, limit: 5).isEmpty)
  }
}
