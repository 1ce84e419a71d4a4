import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct CacheTests {
    /// What may happen to a file.
    enum Damage: CaseIterable {
      case emptied, cutInHalf, overwritten, flipped, headless, replacedByFolder

      func happen(to path: String) throws {
        var bytes = try TemporaryFolder.bytes(of: path)
        switch self {
        case .emptied: bytes = []
        case .cutInHalf: bytes.removeLast(bytes.count / 2)
        case .overwritten: bytes = bytes.indices.map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
        // What kind of page each is, but for the first, which says whose the file is.
        case .flipped: for index in stride(from: 4_096, to: bytes.count, by: 4_096) { bytes[index] ^= 0xFF }
        case .headless: for index in 0..<min(100, bytes.count) { bytes[index] = 0 }
        case .replacedByFolder:
          unlink(path)
          mkdir(path, 0o700)
          return
        }
        try TemporaryFolder.write(bytes, to: path)
      }
    }

    /// Opens the shipped conference, looks around and leaves.
    private static func visit(_ home: Home, environment: [String: String] = [:]) throws {
      let story = try home.open(environment: environment)
      try story.see("NOW", "49 min left")
      try lookAround(story)
      story.press("q")
      try story.expectExit()
    }

    private static func lookAround(_ story: TerminalStory) throws {
      story.press("4", .down, .enter)
      try story.see("The legal ground")
      story.press("3", .down, .enter)
      try story.see("Special Rapporteurs")
      story.press("1", "]")
      try story.see("[Tue 5]", "Meeting Close")
      story.press("[", "/")
      try story.see("Find:")
      story.type("treaty bodies")
      try story.see("Second workshop", "found")
      story.press(.escape)
      try story.wait(untilGone: "Find:")
      story.press("1", ".")
      try story.see(">09:00-10:30")
    }

    private static func file(in home: Home) throws -> String {
      try #require(TemporaryFolder.files(below: home.cache).first, "nothing is cached")
    }

    @Test("A cache damaged between two runs is made anew", arguments: Damage.allCases)
    func betweenRuns(damage: Damage) throws {
      let home = try Home()
      try Self.visit(home)
      let file = try Self.file(in: home)
      try damage.happen(to: file)
      try Self.visit(home)
    }

    @Test(
      "A cache damaged while it is read does not end the program",
      arguments: [Damage.emptied, .cutInHalf, .overwritten, .flipped, .headless])
    func whileRunning(damage: Damage) throws {
      let home = try Home()
      try Self.visit(home)
      let story = try home.open()
      try story.see("NOW", "? help")
      try damage.happen(to: Self.file(in: home))
      try Self.lookAround(story)
      story.press("i")
      try story.see("The Carter Center, Atlanta, Georgia")
      story.press("1", "/")
      story.type("universal periodic")
      try story.see("found", "Third workshop")
      story.press(.enter)
      try story.see("Place 1 of")
      story.press("1", "q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("Without a cache folder that can be written, everything works in memory")
    func unwritable() throws {
      let home = try Home()
      let file = try home.folder.write("a-file", "in the way")
      try Self.visit(home, environment: ["XDG_CACHE_HOME": file])
      try Self.visit(home, environment: ["XDG_CACHE_HOME": "/proc/1/nothing"])
      try Self.visit(home, environment: ["XDG_CACHE_HOME": "", "HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": ""])
      #expect(TemporaryFolder.files(below: home.cache).isEmpty)
    }

    @Test("Programs that start together with nothing cached do not disturb each other")
    func together() throws {
      let home = try Home()
      let stories = try (0..<4).map { _ in try home.open() }
      for story in stories { try story.see("NOW", "49 min left") }
      for story in stories { try Self.lookAround(story) }
      #expect(TemporaryFolder.files(below: home.cache).count == 1)
    }

    @Test("Bundle and cache may disappear while it runs")
    func disappearing() throws {
      let home = try Home()
      let path = try home.bundle(sessions: [
        #""id": "a", "title": "First", "start": "2017-12-04T09:00", "summary": "Of the first""#,
        #""id": "b", "title": "Second", "start": "2017-12-04T10:00", "summary": "Of the second""#,
      ])
      let story = try home.open(path)
      try story.see("First", "Of the first")
      for file in TemporaryFolder.files(below: home.cache) + TemporaryFolder.files(below: path) { unlink(file) }
      story.press(.down)
      try story.see("Of the second")
      story.press("/")
      try story.see("Find:")
      story.type("first")
      try story.see("found")
      story.press(.enter)
      try story.see("Of the first")
      story.press("q")
      try story.expectExit()
    }

    @Test("A changed bundle is read anew at the next start")
    func changed() throws {
      let home = try Home()
      let path = try home.bundle(sessions: [#""id": "a", "title": "Before", "start": "2017-12-04T09:00""#])
      let first = try home.open(path)
      try first.see("Before")
      first.press("q")
      try first.expectExit()
      _ = try home.bundle(sessions: [#""id": "a", "title": "Afterwards", "start": "2017-12-04T09:00""#])
      let second = try home.open(path)
      try second.see("Afterwards")
    }
  }
}
