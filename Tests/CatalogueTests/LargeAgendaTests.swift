import Agenda
import Dice
import Support
import Testing

@testable import Catalogue

/// A conference of 3,000 sessions in four days; its file is larger than what a start's checksum covers.
struct LargeAgendaTests {
  static let agenda: Agenda = {
    let topics = ["election", "rights", "observer", "treaty", "civic", "space", "ballot", "standards"]
    var agenda = Agenda(conference: Sample.conference())
    agenda.rooms = (0..<20).map { Room(id: "r\($0)", name: Text("Room \($0)")) }
    agenda.people = (0..<200).map { Person(id: "p\($0)", name: Text("Person \($0)")) }
    agenda.sessions = (0..<3_000).map { number in
      let start = Sample.at(3 + number / 750, 6 + number % 12, number % 60)
      return Sample.session("s\(number)", "Talk \(number) on \(topics[number % 8])", start, start.advanced(by: 3_600)) {
        $0.room = "r\(number % 20)"
        $0.people = [.init(person: "p\(number % 200)")]
        $0.summary = Text("Number \(number) about \(topics[number % 7]) and \(topics[number % 5]) in detail")
        $0.details = Text(String(repeating: "A longer text with \(topics[number % 3]). ", count: 8))
      }
    }
    return agenda
  }()

  @Test func everySessionIsFoundByDayRoomPersonAndWord() throws {
    let catalogue = try Catalogue.compile(LargeAgendaTests.agenda, problemCount: 0, languages: ["en"])
    #expect(catalogue.days.map(\.sessionCount) == [750, 750, 750, 750])
    let day = catalogue.sessions(onDay: 2)
    #expect(day.count == 750)
    #expect(day.map(\.start) == day.map(\.start).sorted())
    #expect(catalogue.sessions(onDay: 2, matching: SessionFilter(room: "r7")).allSatisfy { $0.room == "Room 7" })
    #expect(catalogue.choices(.person).map(\.sessionCount).reduce(0, +) == 3_000)
    #expect(catalogue.session("s1234")?.people.map(\.id) == ["p34"])
    #expect(catalogue.search("talk 1234", limit: 5).first?.source == .page(.session("s1234")))
    for query in ["t", "ta", "talk", "talk on", "e", "longer text wi"] {
      #expect(catalogue.search(query, limit: 50).count == 50, "\(query)")
    }
    #expect(catalogue.damage == nil)
  }

  @Test func damageBehindTheChecksumCrashesNothing() throws {
    let folder = try TemporaryFolder()
    folder.folder("bundle")
    try folder.write("bundle/agenda.json", "{}")
    var store = CatalogueStore(cacheFolder: folder.path + "/cache")
    store.tick = -1
    let bundle = folder.path + "/bundle"
    guard case .compiled = store.open(bundle: bundle, languages: [], read: { (LargeAgendaTests.agenda, 0) }) else {
      Issue.record("not compiled")
      return
    }
    let name = "cache/" + (TemporaryFolder.names(in: folder.path + "/cache").first ?? "")
    let whole = try folder.read(name)
    #expect(whole.count > 3 << 20)
    var random = Dice(seed: 1)
    var damaged = 0
    for _ in 0..<8 {
      var flipped = whole
      for _ in 0..<3_000 {
        flipped[Int.random(in: (1 << 20)..<whole.count - 8_192, using: &random)] = .random(in: 0...255, using: &random)
      }
      try folder.write(name, flipped)
      guard case .cached(let catalogue) = store.open(bundle: bundle, languages: [], read: { (nil, 0) }) else {
        Issue.record("not cached")
        return
      }
      for day in catalogue.days.indices {
        for row in catalogue.sessions(onDay: day).prefix(60) {
          _ = catalogue.session(row.id)
          _ = LocalTime(row.start, offset: 3_600)
        }
      }
      for query in ["e", "talk 12", "longer text", "person 7"] { _ = catalogue.search(query, limit: 30) }
      if catalogue.damage != nil { damaged += 1 }
    }
    #expect(damaged > 0)
    store.discard(bundle: bundle, languages: [])
    guard case .compiled = store.open(bundle: bundle, languages: [], read: { (LargeAgendaTests.agenda, 0) }) else {
      Issue.record("not compiled again")
      return
    }
  }
}
