import Agenda
import Support
import Testing

@testable import Interchange

/// What is told of two versions of real schedules.
struct RealChangesTests {
  private static func agenda(_ file: RealScheduleTests.File) throws -> Agenda {
    try Import.read(try ImportSource.bytes(at: file.path), name: "x", today: ReadingSample.today).agenda
  }

  /// Pairs of versions that are tried in all.
  private static let pairs = 1_000

  @Test(
    "Each change is told once, nothing else is told, and every session is found again",
    arguments: RealScheduleTests.files)
  func told(file: RealScheduleTests.File) throws {
    let agenda = try Self.agenda(file)
    let count = Self.pairs / RealScheduleTests.files.count + 1
    for seed in 1...UInt64(count) {
      let script = VersionScript(agenda, seed: seed)
      let changes = AgendaChanges(old: script.old, new: script.new)
      let told = changes.sessions.map(VersionScript.Told.init)
      let set = Set(told)
      #expect(
        set == script.told && told.count == set.count,
        "seed \(seed): not told \(script.told.subtracting(set)), told besides \(set.subtracting(script.told))")
      #expect(changes.successors == script.successors, "seed \(seed)")
      #expect(changes.things.isEmpty && changes.conference.isEmpty, "seed \(seed)")
    }
  }

  @Test("Nothing differs between a file and the bundle that is made of it", arguments: RealScheduleTests.files)
  func sameAsItsBundle(file: RealScheduleTests.File) throws {
    let agenda = try Self.agenda(file)
    let folder = try TemporaryFolder()
    for file in BundleWriter.files(of: agenda) { try folder.write(file.path, file.bytes) }
    let read = try #require(BundleReader().read(folder.path).agenda)
    let changes = AgendaChanges(old: agenda, new: read)
    #expect(changes.conference.isEmpty && changes.things.isEmpty)
    #expect(changes.sessions.map(VersionScript.Told.init) == [])
    #expect(changes.successors.count == agenda.sessions.count)
  }

  @Test("Two versions of the largest are compared in a moment")
  func time() throws {
    guard let file = RealScheduleTests.files.first(where: { $0.path.contains("fosdem-2026") }) else { return }
    let agenda = try Self.agenda(file)
    let other = try Self.agenda(file)
    let script = VersionScript(other, seed: 1)
    let clock = ContinuousClock()
    var best = Duration.seconds(100)
    for _ in 0..<3 {
      let start = clock.now
      #expect(!AgendaChanges(old: agenda, new: script.new).isEmpty)
      best = min(best, clock.now - start)
    }
    print("changes:", "\(agenda.sessions.count) sessions", best)
    #if !DEBUG
      #expect(best < .milliseconds(100))
    #endif
  }
}
