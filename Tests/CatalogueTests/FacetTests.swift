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
    #expect(Array(rooms) == [FilterChoice(id: "r7", name: "Room 7", sessionCount: 15)])
    let people = catalogue.choices(.person, matching: SessionFilter(room: "r7"))
    #expect(people.count == 10)
    #expect(people.allSatisfy { $0.sessionCount == 15 })
    #expect(catalogue.choices(.kind, matching: SessionFilter(room: "r7")).map(\.sessionCount) == [150])
  }

  @Test func peopleAreCountedInTheSessionsThatAreLeft() throws {
    let catalogue = try Catalogue.compile(LargeAgendaTests.agenda, problemCount: 0, languages: ["en"])
    let filter = SessionFilter(room: "r7")
    var expected: [String: Int] = [:]
    for day in catalogue.days.indices {
      for row in catalogue.list(onDay: day, matching: filter) {
        for person in catalogue.session(row.id)?.people ?? [] { expected[person.id, default: 0] += 1 }
      }
    }
    let people = catalogue.choices(.person, matching: filter)
    #expect(!people.isEmpty)
    #expect(Dictionary(people.map { ($0.id, $0.sessionCount) }) { a, _ in a } == expected)
    // In the order of everybody, and found by the same words.
    #expect(people.map(\.id) == catalogue.choices(.person).map(\.id).filter { expected[$0] != nil })
    let found = people.foldedNames(catalogue.folded).matches([Array("7".utf8)])
    #expect(found.map { people[$0].name } == people.map(\.name).filter { $0.contains("7") })
  }

  @Test func namesOfPeopleAreFoundWithoutAccentsAndCase() throws {
    var agenda = Sample.agenda()
    let index = try #require(agenda.people.firstIndex { $0.id == "zoe" })
    agenda.people[index].name = Text("Zoë ÅNGSTRÖM")
    let people = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"]).choices(.person)
    let names = people.foldedNames { $0 }
    #expect(names.matches([Array("zoe".utf8), Array("angs".utf8)]).map { people[$0].id } == ["zoe"])
    #expect(names.matches([]).count == people.count)
  }

  @Test func bytesThatDoNotHoldTogetherAreNoPeople() {
    let table = SessionPeople(sessionCount: 3, pairs: [(2, 1), (0, 4), (2, 0), (9, 3)])
    #expect(table.counts([1, 3], personCount: 5) == [1, 1, 0, 0, 1])
    #expect(table.counts([2, 7], personCount: 5) == [0, 0, 0, 0, 0])
    table.packed.withUnsafeBytes { bytes in
      #expect(SessionPeople(bytes, sessionCount: 3, personCount: 5)?.counts([3], personCount: 5) == [1, 1, 0, 0, 0])
      // A person who is not there, and other numbers of sessions.
      #expect(SessionPeople(bytes, sessionCount: 3, personCount: 4) == nil)
      #expect(SessionPeople(bytes, sessionCount: 2, personCount: 5) == nil)
      #expect(SessionPeople(bytes, sessionCount: 4, personCount: 5) == nil)
      #expect(SessionPeople(bytes, sessionCount: 40, personCount: 5) == nil)
    }
    var texts = PackedTexts()
    for text in ["one", "", "two"] { texts.append([text]) { $0 } }
    texts.packed.withUnsafeBytes { bytes in
      let read = PackedTexts(bytes, count: 3)
      #expect(read?.packed == texts.packed)
      #expect(["o", "one", "two", "one two"].map { read?.matches([Array($0.utf8)]) } == [[0, 2], [0], [2], []])
      #expect(PackedTexts(bytes, count: 2) == nil)
      #expect(PackedTexts(bytes, count: 9) == nil)
      #expect(PackedTexts(UnsafeRawBufferPointer(rebasing: bytes.dropLast()), count: 3) == nil)
    }
  }

  @Test func bytesOfAnotherLengthAreNoFacets() {
    var table = FacetTable()
    table.append(start: 5, end: 9, FacetTable.Values(room: 2, language: 3, kind: 1, isRecorded: false))
    table.append(start: 6, end: 6, FacetTable.Values(track: 0, type: 7, kind: 0))
    let bytes = table.bytes
    bytes.withUnsafeBytes { bytes in
      let read = FacetTable(bytes, count: 2)
      #expect(read?.starts == [5, 6])
      #expect(read?.ends == [9, 6])
      #expect(read?.rooms == [2, -1])
      #expect(read?.tracks == [-1, 0])
      #expect(read?.kinds == [1, 0])
      #expect(read?.languages == [3, -1])
      #expect(read?.types == [-1, 7])
      #expect(read?.recordings == [2, 0])
      #expect(FacetTable(bytes, count: 3) == nil)
    }
  }
}
