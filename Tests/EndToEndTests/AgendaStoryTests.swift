import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// An agenda that changes while somebody uses it.
  struct AgendaStoryTests {
    private static let people = #""people": [{"id": "p", "name": "Jane Doe"}, {"id": "q", "name": "Joe Roe"}]"#
    private static let welcome = #""id": "one", "title": "Welcome", "start": "2017-12-04T09:00""#
    private static let counting =
      #""id": "two", "title": "On counting", "start": "2017-12-04T11:00", "people": [{"person": "p"}]"#
    private static let networks =
      #""id": "three", "title": "Networks yesterday", "start": "2017-12-04T13:00", "people": [{"person": "q"}]"#
    private static let buono = #""id": "four", "title": "Il buono", "start": "2017-12-04T14:00""#
    private static let reti = #""id": "four", "title": "Reti ieri oggi e domani", "start": "2017-12-04T17:00""#

    private static func first(_ home: Home) throws -> String {
      try home.bundle(sessions: [welcome, counting, networks, buono], also: people)
    }

    @discardableResult
    private static func second(_ home: Home) throws -> String {
      try home.bundle(
        sessions: [welcome, counting.replacing("T11:00", with: "T16:00"), reti], also: people)
    }

    @Test("Changed under the open program, told, marked, acknowledged one by one, and remembered")
    func story() throws {
      let home = try Home()
      let story = try home.open(try Self.first(home))
      try story.see("Networks", "Il buono")
      try home.wait(untilVersionIsKeptBy: story)
      story.press(.down, "*", .down, "*", .down, "*")
      try story.see("14:00       *")
      try Self.second(home)
      try story.see("16:00       * ±", "13:00       *x  removed:", "14:00       *x  removed: Il")
      story.press("u")
      try story.see("What has changed", "removed", "moved: 11:00 → 16:00", "Is it the same? y")
      story.press(.enter)
      try story.see("This session is no longer in the agenda;")
      story.press("u", "a")
      try story.see("What has changed", "1 of 2")
      story.press(.escape)
      try story.see("13:00       *x  removed:")
      story.press("q")
      try story.expectExit()

      // The next start knows what was acknowledged, and what was not.
      let next = try home.open(home.folder.path + "/bundle", size: Size(width: 160, height: 48))
      try next.see("16:00       * ±", "removed: Networks", "removed: Il buono")
      next.press("u")
      try next.see("moved: 11:00 → 16:00", "1 of 2")
      next.press("y")
      try next.see("17:00       *")
      next.press("u", "A")
      try next.see("All changes are acknowledged")
      try next.wait(untilGone: "±")
      try next.wait(untilGone: "Il buono")
      // What is starred stays, until it is not.
      try next.see("removed: Networks")
      next.press(".", .down, "*", "*")
      try next.wait(untilGone: "removed: Networks")
      next.press("q")
      try next.expectExit()

      let last = try home.open(home.folder.path + "/bundle")
      try last.see("16:00       * ", "17:00       * ")
      last.press("u")
      try last.see("Nothing has changed that you have not acknowledged")
      last.press("q")
      try last.expectExit()
    }

    @Test("What is acknowledged in one window is so in the other one that is open")
    func twoWindows() throws {
      let home = try Home()
      let bundle = try Self.first(home)
      let windows = [try home.open(bundle), try home.open(bundle)]
      for window in windows { try window.see("Networks", "Il buono") }
      // What has never been kept is nothing to compare with.
      for window in windows { try home.wait(untilVersionIsKeptBy: window) }
      try Self.second(home)
      for window in windows { try window.see("16:00        ±", "17:00        ±", "Press u: ") }
      windows[0].press("u")
      try windows[0].see("1 of 3")
      windows[0].press("a")
      try windows[0].see("1 of 2")
      windows[1].press("u")
      try windows[1].see("1 of 2")
      windows[0].press("A")
      try windows[0].see("All changes are acknowledged")
      try windows[1].wait(untilGone: "1 of 2")
      windows[1].press(.escape)
      try windows[1].wait(untilGone: "±")
      for window in windows {
        window.press("q")
        try window.expectExit()
      }
    }

    @Test("A note on a doubtful session goes along when the user says that it is the same, and only then")
    func noteGoesAlong() throws {
      let home = try Home()
      let bundle = try Self.first(home)
      #expect(try home.run(["notes", "add", "--bundle", bundle, "four", "good, ugly"]).exit == .status(0))
      let story = try home.open(bundle)
      try story.see("Il buono")
      story.press("q")
      try story.expectExit()
      try Self.second(home)
      let next = try home.open(bundle)
      try next.see("u changes", "removed: Il")
      next.press("u")
      try next.see("Is it the same?")
      next.press("y")
      try next.wait(untilGone: "removed: Il")
      next.press(.escape)
      try next.see("17:00      •   Reti")
      next.press("q")
      try next.expectExit()
      #expect(try home.run(["notes", "show", "--bundle", bundle, "four"]).output.contains("good, ugly"))
    }

    @Test("Kept versions are listed, compared by number and by date, and one is opened to be read and no more")
    func versions() throws {
      let home = try Home()
      let bundle = try Self.first(home)
      func open() throws {
        let story = try home.open(bundle)
        try story.see("Welcome")
        try home.wait(untilVersionIsKeptBy: story)
        story.press("q")
        try story.expectExit()
      }
      try open()
      #expect(try home.run(["changes", bundle]).complaints.first?.contains("only one version") == true)
      try Self.second(home)
      let story = try home.open(bundle)
      try story.see("u changes")
      story.press("q")
      try story.expectExit()
      let list = try home.run(["list", "--versions", bundle])
      #expect(list.output.split(separator: "\n").map { $0.prefix(2) } == ["2\t", "1\t"], "\(list)")
      let changes = try home.run(["changes", "sample"])
      #expect(changes.exit == .status(1) && changes.output.contains("moved: 11:00 -> 16:00"), "\(changes)")
      #expect(try home.run(["changes"]).output == changes.output)
      #expect(try home.run(["changes", "sample@1"]).output == changes.output)
      #expect(try home.run(["changes", "sample@1", "sample@2"]).output == changes.output)
      #expect(try home.run(["changes", "sample@1", bundle]).output.contains("moved: 11:00 -> 16:00"))
      #expect(try home.run(["changes", "sample@2", "\(bundle)@2999-01-01"]).exit == .status(0))
      #expect(try home.run(["changes", "sample@7", bundle]).exit == .status(2))
      #expect(try home.run(["changes", "nobody"]).complaints.first?.contains("no version of this is kept") == true)
      let old = try home.open("sample@1")
      try old.see("version 1 of", "11:00")
      old.press("*")
      try old.see("which can only be read")
      old.press("q")
      try old.expectExit()
      #expect(try home.run(["list", "--versions", "sample"]).output.split(separator: "\n").count == 2)
    }

    @Test("Versions that are damaged are told, kept aside and begun anew, and the agenda is shown all the same")
    func damaged() throws {
      let home = try Home()
      let bundle = try Self.first(home)
      try home.folder.write("data/plenary/sample/versions/versions.jsonl", "{\"format\": \"plenary-ver")
      let story = try home.open(bundle)
      try story.see("Welcome", "The versions of the agenda were damaged")
      story.press("q")
      try story.expectExit()
      let names = TemporaryFolder.names(in: home.data + "/plenary/sample/versions")
      #expect(names.contains("versions.jsonl.damaged") && names.contains("versions.jsonl"))
    }

    @Test("An import that renews a bundle keeps both versions, and tells nothing as acknowledged")
    func imported() throws {
      let home = try Home()
      func schedule(_ start: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
        <time_zone_name>America/New_York</time_zone_name></conference>
        <day date="2017-12-04"><room name="Red"><event id="1"><start>\(start)</start><duration>01:00</duration>
        <title>Talk on ships</title></event></room></day></schedule>
        """
      }
      let file = try home.folder.write("demo.xml", schedule("10:00"))
      let bundle = home.folder.path + "/made"
      #expect(try home.run(["import", file, bundle]).exit == .status(0))
      try home.folder.write("demo.xml", schedule("14:00"))
      #expect(try home.run(["import", "--update", file, bundle]).exit == .status(0))
      let story = try home.open(bundle)
      try story.see("14:00-15:00  ± Talk on ships")
      story.press("u")
      try story.see("moved: 10:00-11:00 → 14:00-15:00")
      story.press(.escape)
      story.press("q")
      try story.expectExit()
      #expect(try home.run(["changes", bundle]).output.contains("moved: 10:00-11:00 -> 14:00-15:00"))
      // A kiosk that is started again tells it too, and writes nothing.
      let before = TemporaryFolder.names(in: home.data + "/plenary/demo/versions")
      let kiosk = try home.openKiosk(["--ascii", bundle])
      try kiosk.see("moved, was 10:00")
      #expect(TemporaryFolder.names(in: home.data + "/plenary/demo/versions") == before)
    }
  }
}
