import Cells
import Support
import Testing

extension EndToEnd {
  struct MomentTests {
    private static let sessions = [
      #""id": "a", "title": "On counting", "start": "2017-12-04T11:00", "end": "2017-12-04T12:00""#,
      #""id": "b", "title": "Second talk", "start": "2017-12-04T11:30", "end": "2017-12-04T12:30""#,
      #""id": "c", "title": "Third talk", "start": "2017-12-05T09:00", "end": "2017-12-05T10:00""#,
    ]

    /// A home in which something was starred in the program.
    private static func home(_ keys: Key...) throws -> (Home, bundle: String) {
      let home = try Home()
      let bundle = try home.bundle(sessions: sessions)
      let story = try home.open(bundle)
      try story.see("On counting")
      for key in keys { story.press(key) }
      story.press("q")
      try story.expectExit()
      return (home, bundle)
    }

    @Test("What of the plan comes next and what is on are a line each, and nothing where there is nothing")
    func lines() throws {
      let (home, bundle) = try Self.home("*", .down, "*", "*", "]", "+")
      func run(_ words: String...) throws -> (String, Int32) {
        let run = try home.run(words)
        return (run.output, run.exit == .status(0) ? 0 : 1)
      }
      #expect(try run("next", "--now", "2017-12-04T10:48", bundle) == ("11:00 in 12 min: On counting\n", 0))
      #expect(try run("now", "--now", "2017-12-04T11:40", bundle) == ("On counting, 20 min left\n", 0), "a must first")
      #expect(try run("now", "--now", "2017-12-04T12:10", bundle) == ("Second talk, 20 min left\n", 0))
      #expect(try run("next", "--now", "2017-12-04T12:10", bundle) == ("", 1), "what is for later does not count")
      #expect(
        try run("next", "--all", "--now", "2017-12-04T12:10", bundle).0.hasPrefix("Tue 5 09:00 in 20 h 50: Third talk"))
      #expect(try run("now", "--now", "2017-12-04T09:00", bundle) == ("", 1))
      // The conference that was opened last is meant where none is named.
      let json = try run("next", "--json", "--now", "2017-12-04T10:48").0
      for part in [#""title": "On counting""#, #""minutes": 12"#, #""grade": "must""#, "T11:00:00"] {
        #expect(json.contains(part), "\(json)")
      }
    }

    @Test("A plan that cannot be read is told of and counts as empty")
    func damaged() throws {
      let (home, bundle) = try Self.home("*")
      let plan = try #require(
        TemporaryFolder.files(below: home.folder.path).first { $0.hasSuffix("/plan.json") })
      _ = try home.folder.write(String(plan.dropFirst(home.folder.path.count + 1)), "{")
      let run = try home.run(["next", "--now", "2017-12-04T10:48", bundle])
      #expect(run.exit == .status(1) && run.output.isEmpty && run.errors.contains("The plan is damaged"), "\(run)")
    }
  }
}
