import Cells
import Support
import Testing

extension EndToEnd {
  /// The staff tell visitors something, from a shell and from the program.
  struct NoticeCommandTests {
    private static let session =
      #""id": "a", "title": "On counting", "start": "2017-12-04T09:30", "end": "2017-12-04T11:00", "room": "main""#

    private static func bundle(_ home: Home) throws -> String {
      try home.bundle(sessions: [session], also: #""rooms": [{"id": "main", "name": "Main hall"}]"#)
    }

    @Test("A delay, a full room and an emergency are on the board within two seconds, listed, and taken away again")
    func commands() throws {
      let home = try Home()
      let bundle = try Self.bundle(home)
      let story = try home.openKiosk(["--ascii", bundle], size: Size(width: 120, height: 38))
      try story.see("On counting")
      func run(_ words: String...) throws -> String {
        let run = try home.run(["notice"] + words + ["-b", bundle, "--now", "2017-12-04T09:41"])
        #expect(run.exit == .status(0), "\(words): \(run.output)")
        return run.output
      }
      func expect(_ words: String, _ change: () throws -> Void) throws {
        let start = TerminalStory.now
        try change()
        try story.see(words)
        #expect(TerminalStory.now - start < 3, "\(words)")
      }
      try expect("09:40") { _ = try run("add", "--late", "10", "--room", "main hall") }
      try expect("Main hall: full") { _ = try run("add", "--room", "main", "--state", "full", "--until", "12:00") }
      let list = try run("list")
      #expect(list.contains("1\t2017-12-04 09:31–2017-12-05 04:00\t+10, Main hall\t\n"), "\(list)")
      #expect(list.contains("2\t–2017-12-04 12:00\tfull, Main hall\t\n"), "\(list)")
      _ = try run("clear", "1")
      #expect(try !run("list").contains("+10"))
      try expect("Leave by the east door") { _ = try run("add", "--level", "emergency", "Leave", "by the east door") }
      try expect("On counting") { _ = try run("clear") }
    }

    @Test("What began late stays late though notices that are over are cleared, until the day is over")
    func over() throws {
      let home = try Home()
      let bundle = try Self.bundle(home)
      func run(_ words: String..., at time: String) throws -> ProgramRun {
        try home.run(["notice"] + words + ["-b", bundle, "--now", "2017-12-" + time])
      }
      _ = try run("add", "--late", "10", "--until", "10:00", at: "04T09:41")
      _ = try run("add", "--until", "10:00", "Coffee", at: "04T09:41")
      _ = try run("clear", "--over", at: "04T10:30")
      let kept = try run("list", at: "04T10:30").output
      #expect(kept.contains("over, +10") && !kept.contains("Coffee"), "\(kept)")
      _ = try run("clear", "--over", at: "05T05:00")
      #expect(try run("list", at: "05T05:00").exit == .status(1))
    }

    @Test("What says nothing, is over, or names what is not there writes nothing and says why")
    func refused() throws {
      let home = try Home()
      let bundle = try Self.bundle(home)
      for (words, complaint) in [
        ([], "found nothing to say"),
        (["--room", "nowhere", "x"], "--room: found \"nowhere\", expected one of Main hall"),
        (["--until", "9:00", "x"], "--until: found 09:00, expected a time after 09:41"),
        (["--late", "0"], "expected a number of minutes from 1 to 720"), (["--state", "full"], "--state needs --room"),
        (["--session", "nothing like it", "--late", "5"], "found no session"),
        (["--until", "soon", "x"], "expected a time"),
      ] {
        let run = try home.run(["notice", "add"] + words + ["-b", bundle, "--now", "2017-12-04T09:41"])
        #expect(run.exit == .status(2) && run.errors.contains(complaint), "\(words): \(run.errors)")
      }
      #expect(!TemporaryFolder.files(below: bundle).contains { $0.hasSuffix("notices.json") })
      // What somebody has written there by hand, with a slip, is not lost.
      try home.folder.write("broken/agenda.json", try TemporaryFolder.bytes(of: bundle + "/agenda.json"))
      let broken = home.folder.path + "/broken"
      let slip = "{\"format\": \"plenary-notices\", oops"
      try home.folder.write("broken/notices.json", slip)
      #expect(try home.run(["notice", "add", "-b", broken, "x"]).exit == .status(2))
      #expect(try TemporaryFolder.bytes(of: broken + "/notices.json") == Array(slip.utf8))
      for path in [broken, broken + "/notices.json"] {
        let check = try home.run(["check", path])
        #expect(check.output.contains("notices.json:1: column 31"), "\(check.output)")
      }
    }

    @Test("The program's box writes what a kiosk shows, and takes it away")
    func box() throws {
      let home = try Home()
      let bundle = try Self.bundle(home)
      let kiosk = try home.openKiosk(["--ascii", bundle], size: Size(width: 120, height: 38))
      try kiosk.see("On counting")
      let story = try home.open(bundle)
      try story.see("On counting")
      story.press("W")
      try story.see("The kiosks tell nothing now.")
      story.type("+10 @Main hall")
      try story.see("10 minutes late")
      story.press(.enter)
      try story.see("1 notice")
      try kiosk.see("09:40")
      story.press(.delete)
      try story.see("The kiosks tell nothing now.")
      try kiosk.see("09:30")
    }
  }
}
