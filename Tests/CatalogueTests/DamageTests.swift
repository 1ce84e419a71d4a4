import Agenda
import Dice
import Support
import Testing

@testable import Catalogue

struct DamageTests {
  /// Everything that can be asked, once.
  func askAll(_ catalogue: Catalogue) {
    for day in catalogue.days.indices {
      for row in catalogue.sessions(onDay: day) { _ = catalogue.session(row.id) }
      _ = catalogue.sessions(
        onDay: day, matching: SessionFilter(kind: .session, person: "zoe", room: "a", track: "law"))
    }
    for row in catalogue.meetings() { _ = catalogue.meeting(row.id) }
    for row in catalogue.documents() { _ = catalogue.document(row.id) }
    for list in [
      catalogue.choices(.kind), catalogue.choices(.person), catalogue.choices(.room), catalogue.choices(.track),
    ] {
      _ = Array(list)
    }
    for facet in Facet.allCases {
      let list = catalogue.choices(facet, matching: SessionFilter(kind: .session))
      _ = (Array(list), list.foldedNames(catalogue.folded).matches([[0x61]]))
    }
    _ = (catalogue.current(at: Sample.at(4, 9)), catalogue.next(after: Sample.at(4, 9)))
    if let row = catalogue.sessionRow("opening") {
      _ = (
        catalogue.parallel(to: row, limit: 9), catalogue.comingUp(after: row.start, inRoom: row.roomNumber, limit: 9)
      )
    }
    for room in catalogue.choices(.room) { _ = catalogue.room(room.id) }
    for person in catalogue.choices(.person) { _ = catalogue.person(person.id) }
    for query in ["a", "treaty", "civic space", "观"] { _ = catalogue.search(query, limit: 20) }
    catalogue.setNotes([(.session("opening"), "a note")])
    _ = catalogue.search("note", limit: 20)
  }

  static func compile(into path: String) throws -> Catalogue {
    try CatalogueStore.catalogue(
      of: Sample.agenda(), problemCount: 0, languages: ["en"], into: path,
      from: CacheOrigin(key: 1, signature: 2, isSettled: true, bundle: "/bundle"), progress: { _ in })
  }

  @Test func pagesOverwrittenAfterTheStartAreToldOnceAndCrashNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/c"
    let catalogue = try Self.compile(into: path)
    let size = try folder.read("c").count
    try folder.write("c", [UInt8](repeating: 0xA5, count: size))
    var told: [CatalogueError] = []
    catalogue.onDamage = { told.append($0) }
    askAll(catalogue)
    #expect(told.count == 1)
    #expect(catalogue.damage == told.first)
    #expect(catalogue.conference.title == "Human Rights")
  }

  @Test func bytesThatChangeUnderAnOpenCatalogueCrashNothing() throws {
    let folder = try TemporaryFolder()
    _ = try Self.compile(into: folder.path + "/whole")
    let whole = try folder.read("whole")
    var random = Dice(seed: 1)
    for round in 0..<60 {
      let name = "c\(round)"
      let catalogue = try Self.compile(into: "\(folder.path)/\(name)")
      var flipped = whole
      for _ in 0..<20 {
        flipped[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try folder.write(name, flipped)
      askAll(catalogue)
    }
  }
}
