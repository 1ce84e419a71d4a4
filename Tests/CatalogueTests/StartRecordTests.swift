import Agenda
import Testing

@testable import Catalogue

struct StartRecordTests {
  private static func compile(_ agenda: Agenda) throws -> Catalogue {
    try Catalogue.compile(agenda, problemCount: 3, languages: ["en"])
  }

  private static func record(_ tables: Catalogue) throws -> StartRecord {
    let parts = StartRecord.parts(of: tables)
    return try #require(StartRecord(parts.head[...]) { Array(parts.bodies[$0..<$0 + $1]) })
  }

  @Test func itAnswersAsTheTablesDo() throws {
    let tables = try Self.compile(Sample.agenda())
    let record = try Self.record(tables)
    #expect(record.conference == tables.conference)
    #expect(record.longest == tables.longest)
    #expect(record.days == tables.days)
    #expect(record.meetings == tables.meetings())
    #expect(record.documents == tables.documents())
    #expect(record.hasRooms == tables.hasRooms)
    for day in tables.days.indices {
      let rows = tables.sessions(onDay: day)
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(record.sessionRow(row.id) == row)
        #expect(record.sessionRow(row.row) == row)
        #expect(record.number(of: row.id) == row.row)
        #expect(record.session(row.id) == tables.session(row.id))
      }
    }
    #expect(record.session("nothing") == nil)
    #expect(record.sessionRow("") == nil)
  }

  @Test func itKnowsWhatIsOnAtEveryMinute() throws {
    let tables = try Self.compile(Sample.agenda())
    let record = try Self.record(tables)
    for minute in 0..<(4 * 24 * 60) {
      let now = Sample.at(3, 0, minute)
      #expect(record.current(at: now) == tables.current(at: now))
      #expect(record.next(after: now) == tables.next(after: now))
    }
  }

  @Test func ofTwoSessionsWithOneIdentifierTheFirstAnswers() throws {
    var agenda = Sample.agenda()
    agenda.sessions.append(Sample.session("opening", "Another", Sample.at(4, 15)))
    let tables = try Self.compile(agenda)
    let record = try Self.record(tables)
    #expect(record.session("opening") == tables.session("opening"))
    #expect(record.session("opening")?.row.title == "Welcome and Introductions")
  }

  @Test func aPageThatHasChangedIsLeftToTheTables() throws {
    let tables = try Self.compile(Sample.agenda())
    let parts = StartRecord.parts(of: tables)
    let id = try #require(tables.sessions(onDay: 0).first?.id)
    var flipped = parts.bodies
    flipped[5] ^= 1
    let changed = StartRecord(parts.head[...]) { Array(flipped[$0..<$0 + $1]) }
    #expect(changed?.session(id) == nil)
    #expect(changed?.sessionRow(id) == tables.sessionRow(id))
    let missing = StartRecord(parts.head[...]) { _, _ in nil }
    #expect(missing?.session(id) == nil)
  }

  @Test func aLargeConferenceHasNone() throws {
    var agenda = Sample.agenda()
    for index in 0..<3_000 { agenda.sessions.append(Sample.session("s\(index)", "Session", Sample.at(4, 8))) }
    #expect(StartRecord.parts(of: try Self.compile(agenda)).head.isEmpty)
  }

  @Test func cutOrChangedBytesAreRefusedOrReadInsideTheirBounds() throws {
    let parts = StartRecord.parts(of: try Self.compile(Sample.agenda()))
    let bytes = parts.head
    func body(_ offset: Int, _ count: Int) -> [UInt8]? {
      offset + count <= parts.bodies.count ? Array(parts.bodies[offset..<offset + count]) : nil
    }
    for count in stride(from: 0, to: bytes.count, by: 7) { #expect(StartRecord(bytes[..<count], body: body) == nil) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var flipped = bytes
      flipped[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      guard let record = StartRecord(flipped[...], body: body) else { continue }
      let count = record.days.reduce(0) { $0 + $1.sessionCount }
      for number in 0...count { _ = record.sessionRow(RowID(number)).flatMap { record.session($0.id) } }
      _ = (record.current(at: Sample.at(4, 9)), record.next(after: Sample.at(4, 9)))
    }
  }
}
