import Cells
import CodeReader
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Journey 3 of the design: a visitor in the foyer.
  struct VisitorTests {
    @Test("Sees what is on, reads about the earlier workshops, walks away, and the board is back")
    func journey() throws {
      let home = try Home()
      let story = try home.openKiosk(["--idle", "5", "--no-seconds"], at: "2017-12-05T10:20")
      // From two metres: what is on, for how long, and what comes next.
      try story.see("10:00-12:00", "NEXT", "12:00-13:30", "Lunch")
      try story.see("Press any key to look around")
      story.press(.enter)
      try story.see("[Tue 5]", "Enter  read", "Esc  board")
      story.press("b")
      try story.see("Second workshop: treaty bodies")
      story.press(.down, .down, .enter)
      try story.see("June 2016", "What it led to", "Esc  back")
      // Nothing that is pressed on the way does any harm.
      story.send([3, 26, 28])
      story.type("q")
      try story.see("Press any key to look around")
      story.type("/")
      story.type("/")
      story.type("civic space")
      try story.see("found")
      story.press(.enter)
      try story.see("closing civic space")
      // Walks away: it counts down, and the board is the same.
      try story.see("Back to the board in")
      try story.see("Press any key to look around", "NOW", "12:00-13:30")
      story.signal(SIGTERM)
      try story.expectExit(.status(0))
      #expect(TemporaryFolder.files(below: home.folder.path).isEmpty, "nothing is written")
    }

    @Test(
      "A session's address is a code that another program reads off the screen", arguments: ["dark", "light", "mono"])
    func code(theme: String) throws {
      let home = try Home()
      let url = "https://example.org/sessions/one"
      let bundle = try home.bundle(
        sessions: [
          #""id": "one", "title": "A session", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30", "#
            + #""links": [{"title": "Page", "url": "\#(url)"}]"#
        ])
      let story = try home.openKiosk(
        ["--theme", theme, bundle], environment: theme == "mono" ? ["NO_COLOR": "1"] : [:])
      try story.see("Press any key")
      story.press(.enter)
      try story.see("C  code")
      story.press("c")
      try story.see(url, "Any key  go back")
      try CodeReader.expect(url, in: CodeReader.image(of: story.buffer))
    }
  }
}
