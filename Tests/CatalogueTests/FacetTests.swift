import Agenda
import Testing

@testable import Catalogue

struct FacetTests {
  @Test func aListReadsWhatTheRowsOfADaySay() throws {
    let catalogue = try Catalogue.compile(LargeAgendaTests.agenda, problemCount: 0, languages: ["en"])
    for day in catalogue.days.indices {
      let list = catalogue.list(onDay: day)
      #expect(list.count == catalogue.days[day].sessionCount)
      #expect(Array(list) == catalogue.sessions(onDay: day))
      #expect(list == catalogue.list(onDay: day))
    }
    let list = catalogue.list(onDay: 1)
    let last = try #require(list.last)
    #expect(list.index(of: last.id) == list.count - 1)
    #expect(list.index(of: "s0") == nil)
    #expect(catalogue.list(onDay: 9).isEmpty)
  }

  @Test func filtersCombine() throws {
    let catalogue = try Catalogue.compile(LargeAgendaTests.agenda, problemCount: 0, languages: ["en"])
    let filter = SessionFilter(person: "p7", room: "r7")
    let expected = catalogue.sessions(onDay: 0).filter {
      $0.room == "Room 7" && Int($0.id.dropFirst()).map { $0 % 200 } == 7
    }
    #expect(!expected.isEmpty)
    #expect(Array(catalogue.list(onDay: 0, matching: filter)) == expected)
    let stars = Set(expected.prefix(2).map(\.id) + ["s2999", "none"])
    #expect(catalogue.list(onDay: 0, matching: filter, starred: stars).map(\.id) == expected.prefix(2).map(\.id))
    #expect(catalogue.list(onDay: 0, matching: SessionFilter(room: "nowhere")).isEmpty)
    #expect(catalogue.firstDay(matching: SessionFilter(), starred: ["s2999"]) == 3)
    #expect(catalogue.firstDay(matching: SessionFilter(track: "none")) == nil)
  }

  @Test func choicesCountWhatTheOtherFiltersLeave() throws {
    let catalogue = try Catalogue.compile(LargeAgendaTests.agenda, problemCount: 0, languages: ["en"])
    #expect(catalogue.choices(.room).map(\.sessionCount).reduce(0, +) == 3_000)
    // Person 7 speaks in every session whose number is 7 modulo 200: always in room 7.
    let rooms = catalogue.choices(.room, matching: SessionFilter(person: "p7", room: "r3"))
    #expect(rooms == [FilterChoice(id: "r7", name: "Room 7", sessionCount: 15)])
    let people = catalogue.choices(.person, matching: SessionFilter(room: "r7"))
    #expect(people.count == 10)
    #expect(people.allSatisfy { $0.sessionCount == 15 })
    #expect(catalogue.choices(.kind, matching: SessionFilter(room: "r7")).map(\.sessionCount) == [150])
  }

  @Test func bytesOfAnotherLengthAreNoFacets() {
    var table = FacetTable()
    table.append(start: 5, end: 9, room: 2, track: nil, kind: 1)
    table.append(start: 6, end: 6, room: nil, track: 0, kind: 0)
    let bytes = table.bytes
    bytes.withUnsafeBytes { bytes in
      let read = FacetTable(bytes, count: 2)
      #expect(read?.starts == [5, 6])
      #expect(read?.ends == [9, 6])
      #expect(read?.rooms == [2, -1])
      #expect(read?.tracks == [-1, 0])
      #expect(read?.kinds == [1, 0])
      #expect(FacetTable(bytes, count: 3) == nil)
    }
  }
}
