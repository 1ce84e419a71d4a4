import Agenda
import Files
import Glibc
import Support
import Testing

@testable import Interchange

/// Versions of an agenda, kept.
struct AgendaVersionsTests {
  private let folder: TemporaryFolder
  private let versions: AgendaVersions
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    versions = AgendaVersions(in: folder.path + "/data/versions")
    file = folder.path + "/data/versions/versions.jsonl"
  }

  private static func at(_ day: Int64) -> Instant { Instant(seconds: 1_512_000_000 + day * 86_400) }

  private static func agenda(_ title: String) -> Agenda {
    var agenda = WritingSample.agenda()
    agenda.sessions[0].title = Text(title)
    return agenda
  }

  @Test("A version is kept once, as long as nothing differs, and read back whole")
  func kept() throws {
    let first = WritingSample.agenda()
    #expect(try versions.keep(first, at: Self.at(0)) == .init(number: 1, isNew: true))
    #expect(try versions.keep(first, at: Self.at(1)) == .init(number: 1, isNew: false))
    #expect(try versions.keep(Self.agenda("Other"), at: Self.at(2)) == .init(number: 2, isNew: true))
    #expect(try versions.keep(first, at: Self.at(3)) == .init(number: 3, isNew: true), "as it was before")
    #expect(versions.all().map(\.number) == [1, 2, 3] && versions.all().map(\.kept) == [0, 2, 3].map(Self.at))
    let read = try #require(versions.agenda(1))
    #expect(AgendaChanges(old: first, new: read).isEmpty && AgendaChanges(old: read, new: first).isEmpty)
    #expect(versions.agenda(2)?.sessions[0].title == Text("Other") && versions.agenda(4) == nil)
    #expect(versions.acknowledged?.version == 1)
  }

  @Test("Several that are kept together are as if they came one after the other")
  func keptTogether() throws {
    let first = try versions.keep([Self.agenda("a"), Self.agenda("b")], at: Self.at(0))
    #expect(first.number == 2 && first.isNew && versions.acknowledged?.version == 1)
    let same = try versions.keep([Self.agenda("b"), Self.agenda("b")], at: Self.at(1))
    #expect(same.number == 2 && !same.isNew)
    #expect(try versions.keep([Self.agenda("b"), Self.agenda("c")], at: Self.at(2)).number == 3)
    #expect(versions.all().map(\.number) == [1, 2, 3] && versions.agenda(3)?.sessions[0].title == Text("c"))
  }

  @Test("The last fifty are kept, with that which was acknowledged, and no number is given twice")
  func limit() throws {
    for number in 1...60 { _ = try versions.keep(Self.agenda("Title \(number)"), at: Self.at(Int64(number))) }
    #expect(versions.all().map(\.number) == [1] + (11...60))
    try versions.acknowledge(nil, upTo: 60)
    #expect(try versions.keep(Self.agenda("More"), at: Self.at(61)).number == 61)
    #expect(
      versions.all().map(\.number) == Array(12...61) && versions.agenda(12)?.sessions[0].title == Text("Title 12"))
    unlink(file)
    #expect(try versions.keep(Self.agenda("Anew"), at: Self.at(62)).number == 62)
  }

  @Test("What is acknowledged is some changes, or all up to a version, and never less than another window said")
  func acknowledged() throws {
    for title in ["a", "b", "c"] { _ = try versions.keep(Self.agenda(title), at: Self.at(0)) }
    try versions.acknowledge(["x"], upTo: 3)
    try versions.acknowledge(["y"], upTo: 3)
    #expect(versions.acknowledged?.version == 1 && versions.acknowledged?.changes == ["x", "y"])
    try versions.acknowledge(nil, upTo: 3)
    try versions.acknowledge(nil, upTo: 2)
    #expect(versions.acknowledged?.version == 3 && versions.acknowledged?.changes == [])
  }

  @Test("A damaged file is put aside whole, and the versions are begun anew", arguments: [0, 100, 1_000, -3])
  func damaged(place: Int) throws {
    _ = try versions.keep(Self.agenda("First"), at: Self.at(0))
    _ = try versions.keep(Self.agenda("Second"), at: Self.at(1))
    var bytes = try TemporaryFolder.bytes(of: file)
    bytes[place < 0 ? bytes.count + place : place] ^= 1
    try TemporaryFolder.write(bytes, to: file)
    #expect(versions.all().isEmpty && versions.agenda(1) == nil)
    let keeping = try versions.keep(Self.agenda("Third"), at: Self.at(2))
    #expect(keeping == .init(number: 3, isNew: true, damaged: file + ".damaged"))
    #expect(try TemporaryFolder.bytes(of: file + ".damaged") == bytes)
    #expect(versions.all().map(\.number) == [3] && versions.acknowledged?.version == 3)
  }

  @Test("Several at once lose none of each other's versions")
  func together() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { [versions] in _ = try versions.keep(Self.agenda("Title \(number)"), at: Self.at(0)) }
      }
      try await group.waitForAll()
    }
    #expect(versions.all().map(\.number) == Array(1...8))
    let titles = Set(versions.agendas(Array(1...8)).values.map { $0.sessions[0].title })
    #expect(titles == Set((0..<8).map { Text("Title \($0)") }))
  }

  @Test("A full disk leaves the versions that there are")
  func fullDisk() throws {
    _ = try versions.keep(Self.agenda("First"), at: Self.at(0))
    let before = try TemporaryFolder.bytes(of: file)
    var calls = FileCalls.system
    calls.write = { _, _, _ in
      errno = ENOSPC
      return -1
    }
    #expect(throws: FileError.self) {
      try AgendaVersions(in: versions.folder, calls: calls).keep(Self.agenda("Second"), at: Self.at(1))
    }
    #expect(try TemporaryFolder.bytes(of: file) == before)
  }

  @Test("Twenty versions of a large agenda take less than twice the room of one")
  func size() throws {
    guard let real = RealScheduleTests.files.first(where: { $0.path.contains("fosdem-2026") }) else { return }
    let agenda = try Import.read(try ImportSource.bytes(at: real.path), name: "x", today: ReadingSample.today).agenda
    func size() throws -> Int { try TemporaryFolder.bytes(of: file).count }
    _ = try versions.keep(agenda, at: Self.at(0))
    let one = try size()
    var next = agenda
    let clock = ContinuousClock()
    var longest = Duration.zero
    for number in 1..<20 {
      next = VersionScript(agenda, seed: UInt64(number)).new
      let start = clock.now
      _ = try versions.keep(next, at: Self.at(Int64(number)))
      longest = max(longest, clock.now - start)
    }
    let all = try size()
    print("versions:", "one \(one) bytes, twenty \(all), the slowest kept in \(longest)")
    #expect(all < 2 * one && versions.all().count == 20)
    let read = try #require(versions.agenda(20))
    let changes = AgendaChanges(old: next, new: read)
    #expect(changes.isEmpty, "\(changes.conference) \(changes.sessions.prefix(3)) \(changes.things.prefix(3))")
  }
}
