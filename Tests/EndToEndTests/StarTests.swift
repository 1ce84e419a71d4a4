import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct StarTests {
    @Test("A star that has been seen survives the sudden death of the program")
    func suddenDeath() throws {
      for _ in 0..<5 {
        let home = try Home()
        let story = try home.open()
        try story.see("NOW")
        story.press(.down, .down, "*")
        try story.see("11:00-12:30 *")
        story.signal(SIGKILL)
        try story.expectExit(.signal(SIGKILL))
        let next = try home.open()
        try next.see("11:00-12:30 *")
      }
    }

    @Test("A star taken away is gone, and the agenda can be narrowed to the rest")
    func narrowed() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW")
      story.press("*", .down, "*", .down, "*")
      try story.see("09:00-10:30 *", "10:30-11:00 *", "11:00-12:30 *")
      story.press(.up, "*", "*")
      try story.see("No longer starred")
      story.press("f", "s")
      try story.see("Only starred")
      try story.wait("show only the starred ones") {
        let rows = $0.rows
        return rows.contains { $0.contains("09:00-10:30 *") } && rows.contains { $0.contains("11:00-12:30 *") }
          && !rows.contains { $0.contains("10:30-11:00") }
      }
      story.press("q")
      try story.expectExit()
    }

    @Test("Two programs at once lose none of each other's stars")
    func twoPrograms() throws {
      let home = try Home()
      let (first, second) = (try home.open(), try home.open())
      try first.see("NOW")
      try second.see("NOW")
      first.press("*")
      try first.see("09:00-10:30 *")
      second.press(.down, .down, "*")
      try second.see("11:00-12:30 *")
      first.press(.down, "*")
      try first.see("10:30-11:00 *")
      for story in [first, second] {
        story.press("q")
        try story.expectExit()
      }
      try home.open().see("09:00-10:30 *", "10:30-11:00 *", "11:00-12:30 *")
    }

    @Test("A star that one window puts is seen in the other without a key")
    func seenAtOnce() throws {
      let home = try Home()
      let (first, second) = (try home.open(), try home.open())
      try first.see("NOW")
      try second.see("NOW")
      first.press(.down, .down, "*")
      try first.see("11:00-12:30 *")
      try second.see("11:00-12:30 *")
      for story in [first, second] {
        story.press("q")
        try story.expectExit()
      }
    }

    @Test("Of two windows one reminds, ten minutes before, and none that was told not to")
    func reminded() throws {
      let home = try Home()
      let talk = #""id": "a", "title": "On counting", "start": "2017-12-04T11:00", "end": "2017-12-04T12:00""#
      let bundle = try home.bundle(sessions: [talk])
      _ = try home.folder.write(
        "data/plenary/sample/plan.json",
        #"{"format": "plenary-plan", "formatVersion": 1, "starred": [{"id": "a", "title": "On counting"}]}"#)
      let windows = try (0..<2).map { _ in try home.open(bundle, at: "2017-12-04T10:49:56") }
      for window in windows { try window.see("On counting", "*") }
      // Whichever was first, and however long it is shown: both are looked at all the time.
      var told: Set<Int> = []
      let end = TerminalStory.now + 8
      while TerminalStory.now < end {
        for (number, window) in windows.enumerated() {
          let next = TerminalStory.now + 0.1
          try window.wait("go on") { _ in TerminalStory.now > next }
          if window.screen.contains(where: { $0.contains("In 10 min: On counting") }) { told.insert(number) }
        }
      }
      #expect(told.count == 1)
      for window in windows {
        window.press("q")
        try window.expectExit()
      }
      let never = try home.open(bundle, ["--remind", "0"], at: "2017-12-04T10:49:58")
      try never.see("On counting")
      never.press("q")
      try never.expectExit()
      let plan = try home.run("export", "--plan", "--format", "ics", bundle)
      #expect(plan.output.contains("On counting"))
    }

    @Test("Where the plan cannot be written, it says so and goes on")
    func unwritable() throws {
      let home = try Home()
      let file = try home.folder.write("a-file", "in the way")
      let story = try home.open(environment: ["XDG_DATA_HOME": file])
      try story.see("NOW")
      story.press("*")
      try story.see("The star is not saved")
      story.press("q")
      try story.expectExit()
    }

    @Test("A damaged plan is kept aside and said, and new stars are saved")
    func damaged() throws {
      let home = try Home()
      let plan = try home.folder.write("data/plenary/human-rights-elections-2017/plan.json", "{\"stars\": [tru")
      let story = try home.open()
      try story.see("NOW", "The plan is damaged; kept as plan.json.damaged-")
      story.press("*")
      try story.see("09:00-10:30 *")
      story.press("q")
      try story.expectExit()
      let names = TemporaryFolder.names(in: String(plan.dropLast("/plan.json".count)))
      #expect(names.contains { $0.hasPrefix("plan.json.damaged") } && names.contains("plan.json"), "\(names)")
      let next = try home.open()
      try next.see("09:00-10:30 *")
    }

    private static func bundle(_ home: Home, _ sessions: String...) throws -> String {
      try home.bundle(
        sessions: sessions, also: #""people": [{"id": "p", "name": "Jane Doe"}, {"id": "q", "name": "Joe Roe"}]"#)
    }

    @Test("In a newer agenda the star is on the same session, and one that was removed is told of")
    func newerAgenda() throws {
      let home = try Home()
      let talk = #""title": "On counting", "start": "2017-12-04T11:00", "people": [{"person": "p"}]"#
      let other = #""id": "b", "title": "Second talk", "start": "2017-12-04T12:00", "people": [{"person": "q"}]"#
      let story = try home.open(try Self.bundle(home, #""id": "a", "# + talk, other))
      try story.see("On counting", "Second talk")
      story.press("*", .down, "*")
      try story.see("11:00       *", "12:00       *")
      story.press("q")
      try story.expectExit()
      let moved = talk.replacing("T11:00", with: "T15:00")
      let reused = #""id": "a", "title": "Networks today", "start": "2017-12-04T10:00""#
      let next = try home.open(try Self.bundle(home, reused, #""id": "x", "# + moved))
      try next.see("15:00       *", "Starred, and no longer in the agenda: Second talk")
      #expect(next.screen.contains { $0.contains("10:00") } && !next.screen.contains { $0.contains("10:00       *") })
      next.press("q")
      try next.expectExit()
      let plan = try home.run(["export", "--plan", "--format", "ics", home.folder.path + "/bundle"])
      #expect(plan.output.contains("On counting") && !plan.output.contains("Networks"))
    }
  }
}
