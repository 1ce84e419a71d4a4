import Cells
import Support
import Testing

extension EndToEnd {
  /// Somebody begins a conference, without a look at a schema.
  struct NewTests {
    private static let day = "## Tuesday 12 May 2026\n"

    private static func talk(_ home: Home, _ arguments: String...) throws -> TerminalStory {
      let story = try TerminalStory(
        BuiltProgram.path("plenary"), arguments, environment: home.environment, size: Size(width: 100, height: 30))
      story.keep(home)
      return story
    }

    @Test("From nothing to an open agenda of ten sessions in two rooms with less than 25 lines typed")
    func journey() throws {
      let home = try Home()
      let folder = home.folder.path + "/school"
      let talk = try Self.talk(home, "new", folder)
      var typed = 1
      for (question, answer) in [
        ("Title of the conference:", "School day"), ("First day", "2026-05-12"), ("Last day", ""),
        ("Time zone of the venue", "Europe/Paris"), ("Rooms", "Main hall, Library"),
      ] {
        try talk.see(question)
        talk.type(answer + "\r")
        typed += 1
      }
      try talk.see("See it with")
      try talk.expectExit()
      let empty = try home.run("check", folder)
      #expect(empty.exit == .status(0) && empty.output.contains("found no session yet"), "\(empty.output)")
      let path = folder + "/agenda.md"
      let before = String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
      #expect(before.contains(Self.day), "\(before)")
      let sessions = (0..<10).map {
        "\(9 + $0 / 2):\($0 % 2 * 3)0-\(9 + ($0 + 1) / 2):\(($0 + 1) % 2 * 3)0 Talk \($0) by Ann Lee (\($0 % 2 == 0 ? "Main hall" : "Library"))"
      }
      typed += sessions.count
      try home.folder.write(
        "school/agenda.md", before.replacing(Self.day, with: Self.day + "\n" + sessions.joined(separator: "\n") + "\n"))
      let check = try home.run("check", folder)
      #expect(
        check.exit == .status(0) && check.output == "\(folder): 10 sessions, 0 meetings, 0 documents: no problems\n",
        "\(check.output)")
      let story = try home.open(folder, at: "2026-05-12T08:00")
      typed += 1
      for words in ["School day", "Talk 0", "Main hall"] { try story.see(words) }
      #expect(typed <= 25)
      // What is written while it is open is seen.
      try home.folder.write("school/agenda.md", before.replacing(Self.day, with: Self.day + "\n09:00 Another talk\n"))
      try story.see("Another talk")
    }

    @Test("What is given is not asked, nothing is written over, and what makes no conference is said")
    func options() throws {
      let home = try Home()
      let folder = home.folder.path + "/village"
      let run = try home.run(
        "new", folder, "--title", "Village & *stars*", "--start", "2026-05-12", "--end", "2026-05-13", "--time-zone",
        "Europe/Paris", "--room", "Main hall", "--room", "Library")
      #expect(run.exit == .status(0), "\(run.errors)")
      let export = try home.run("export", "--format", "schedule-json", folder)
      #expect(export.output.contains("Village & *stars*") || export.errors.contains("no session"), "\(export)")
      for (arguments, complaint) in [
        (["new", folder, "--title", "A", "--start", "2026-05-12"], "found something there"),
        (["new", folder + "2"], "a conference needs --title and --start"),
        (["new", folder + "2", "--title", "A", "--start", "2026-02-30"], "expected a date such as"),
        (
          ["new", folder + "2", "--title", "A", "--start", "2026-05-12", "--end", "2026-05-11"],
          "expected a last day after"
        ),
        (["new"], "plenary new needs a folder"),
      ] {
        let run = try home.run(arguments)
        #expect(run.exit == .status(2) && run.errors.contains(complaint), "\(arguments): \(run.errors)")
      }
    }

    @Test("plenary check --watch says it again whenever the agenda changes, until Ctrl-C")
    func watch() throws {
      let home = try Home()
      try home.folder.write(
        "a/agenda.md", "# A\n\nTime zone: Europe/Paris\nRooms: Hall\n\n\(Self.day)\n09:00-10:00 One (Hall)\n")
      let story = try Self.talk(home, "check", "--watch", home.folder.path + "/a")
      try story.see("1 session, 0 meetings, 0 documents: no problems")
      try home.folder.write(
        "a/agenda.md", "# A\n\nTime zone: Europe/Paris\nRooms: Hall\n\n\(Self.day)\n09:00-10:00 One (Hall)\n11:00 Two\n"
      )
      try story.see("2 sessions")
      try story.see("found no end")
      story.send([0x03])
      try story.expectExit()
    }

    @Test("A calendar in UTC without a zone asks where the venue is, and its instants stay what they are")
    func zone() throws {
      let home = try Home()
      let path = try home.folder.write(
        "utc.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
          + "DTSTART:20260512T070000Z\r\nSUMMARY:Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
      let story = try Self.talk(home, "import", path, home.folder.path + "/asked")
      try story.see("Where is the venue?")
      story.type("Nowhere/Town\r")
      try story.see("found \"Nowhere/Town\"")
      story.type("Europe/Paris\r")
      try story.see("Europe/Paris")
      try story.expectExit()
      func agenda(_ name: String) throws -> String {
        String(decoding: try TemporaryFolder.bytes(of: "\(home.folder.path)/\(name)/agenda.json"), as: UTF8.self)
      }
      #expect(try agenda("asked").contains("2026-05-12T09:00"))
      // Where nobody can be asked it is the first thing that is said.
      let run = try home.run("import", path, home.folder.path + "/silent")
      #expect(run.complaints.first?.contains("names no time zone") == true, "\(run.errors)")
      #expect(try agenda("silent").contains("2026-05-12T07:00"))
      // A clock without a zone is the venue's, whichever that is.
      let floating = try home.folder.write(
        "floating.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
          + "DTSTART:20260512T070000\r\nSUMMARY:Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
      _ = try home.run("import", "--time-zone", "Europe/Paris", floating, home.folder.path + "/floating")
      #expect(try agenda("floating").contains("2026-05-12T07:00"))
    }
  }
}
