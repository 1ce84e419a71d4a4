import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// A bundle or file that changes under the open program.
  struct ReloadTests {
    private static func agenda(_ title: String, at time: String = "15:00", id: String = "two") -> String {
      """
      {"format": "plenary-agenda", "formatVersion": 1,
       "conference": {"id": "sample", "title": "A sample", "timeZone": "America/New_York",
         "start": "2017-12-04", "end": "2017-12-05"},
       "rooms": [{"id": "a", "name": "Room A"}],
       "people": [{"id": "p", "name": "Jane Doe"}],
       "sessions": [
         {"id": "one", "title": "\(title)", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30", "room": "a"},
         {"id": "\(id)", "title": "On counting", "start": "2017-12-04T\(time)", "people": [{"person": "p"}]},
         {"id": "end", "title": "Closing", "start": "2017-12-04T18:00"}]}
      """
    }

    private static func schedule(_ title: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>09:00</start><duration>01:00</duration>
      <title>\(title)</title></event></room></day></schedule>
      """
    }

    /// Waits for words that a change has to bring, for two seconds at most.
    private func expect(_ words: String, in story: TerminalStory, _ change: () throws -> Void) throws {
      let start = TerminalStory.now
      try change()
      try story.see(words)
      #expect(TerminalStory.now - start < 2, "\(words)")
    }

    @Test("Whichever way a bundle is replaced, the open program shows the new one within two seconds")
    func ways() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("one/agenda.json", Self.agenda("First version"))
      try folder.write("two/agenda.json", Self.agenda("Second version"))
      let link = folder.path + "/current"
      symlink("one", link)
      let story = try home.open(link)
      try story.see("First version")
      try expect("Written in place", in: story) { try folder.write("one/agenda.json", Self.agenda("Written in place")) }
      try expect("By a rename", in: story) {
        try folder.write("one/.agenda.json.tmp", Self.agenda("By a rename"))
        rename(folder.path + "/one/.agenda.json.tmp", folder.path + "/one/agenda.json")
      }
      try expect("Second version", in: story) {
        symlink("two", folder.path + "/next")
        rename(folder.path + "/next", link)
      }
      try expect("Exchanged", in: story) {
        try folder.write("three/agenda.json", Self.agenda("Exchanged"))
        folder.exchange("three", "two")
      }
      unlink(folder.path + "/two/agenda.json")
      try story.see("! says why")
      #expect(story.screen.contains { $0.contains("Exchanged") })
      try expect("Made again", in: story) { try folder.write("two/agenda.json", Self.agenda("Made again")) }
      try story.wait(untilGone: "! says why")
      // Half of it first, and the rest a while later.
      let whole = Array(Self.agenda("In two halves").utf8)
      try folder.write("two/agenda.json", Array(whole[..<300]))
      try story.see("! says why")
      #expect(story.screen.contains { $0.contains("Made again") })
      story.press("!")
      try story.see("Why the changed agenda is not shown", "agenda.json:")
      story.press(.escape)
      try expect("In two halves", in: story) { try folder.write("two/agenda.json", whole) }
      story.press("q")
      try story.expectExit()
    }

    @Test("Another program's file is followed too, and half of it leaves the last good one up")
    func foreign() throws {
      let home = try Home()
      let file = try home.folder.write("schedule.xml", Self.schedule("First version"))
      let story = try home.open(file)
      try story.see("First version")
      let next = Array(Self.schedule("Second version").utf8)
      try home.folder.write("schedule.xml", Array(next[..<250]))
      try story.see("! says why")
      #expect(story.screen.contains { $0.contains("First version") })
      try expect("Second version", in: story) { try home.folder.write("schedule.xml", next) }
      story.press("q")
      try story.expectExit()
    }

    @Test("A star follows its session into an agenda that comes before the program has had time to rest")
    func followedAtOnce() throws {
      let home = try Home()
      try home.folder.write("b/agenda.json", Self.agenda("Welcome"))
      let story = try home.open(home.folder.path + "/b")
      try story.see("Welcome", "On counting")
      // Both are there when it wakes up, and no pause between them.
      story.signal(SIGSTOP)
      story.press(.down, "*")
      try home.folder.write("b/agenda.json", Self.agenda("Welcome to all", at: "11:00", id: "new"))
      story.signal(SIGCONT)
      try story.see(">11:00       *")
      story.press("q")
      try story.expectExit()
    }

    @Test("Selection, star and an open note with its undo follow a session that moved and was numbered anew")
    func followed() throws {
      let home = try Home()
      try home.folder.write("b/agenda.json", Self.agenda("Welcome"))
      let story = try home.open(home.folder.path + "/b")
      try story.see("Welcome", "On counting")
      story.press(.down, "*")
      try story.see(">15:00       *")
      try expect(">11:00       *", in: story) {
        try home.folder.write("b/agenda.json", Self.agenda("Welcome to all", at: "11:00", id: "new"))
      }
      story.press("e")
      try story.see("Write here.")
      story.type("three states")
      try story.see("three states", "saved")
      // The session is gone while it is written about.
      try expect("Nothing of it", in: story) {
        try home.folder.write(
          "b/agenda.json",
          Self.agenda("Nothing of it").replacing("On counting", with: "Far away").replacing("Jane", with: "Joe"))
      }
      story.type(" answered")
      try story.see("three states answered", "saved")
      story.press(.alt("u"))
      try story.wait(untilGone: "answered")
      story.press(.escape)
      try story.see("e note")
      story.press("a")
      try story.see("All notes", "three states")
      story.press(.escape, "q")
      try story.expectExit()
    }
  }
}
