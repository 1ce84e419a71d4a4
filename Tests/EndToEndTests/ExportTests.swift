import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct ExportTests {
    private static let beginnings = [
      "ics": "BEGIN:VCALENDAR\r\n", "frab-xml": "<?xml version=\"1.0\"", "schedule-json": "{\n  \"$schema\"",
      "markdown": "# Human Rights", "html": "<!DOCTYPE html>\n",
    ]

    @Test("Each format goes to standard output, and the same into a file", arguments: beginnings.keys.sorted())
    func formats(format: String) throws {
      let home = try Home()
      let now = ["--now", Home.monday]
      let out = try home.run(["export", "--format", format] + now)
      #expect(out.exit == .status(0) && out.errors.isEmpty, "\(out.errors)")
      #expect(out.output.hasPrefix(Self.beginnings[format] ?? "?"))
      #expect(out.output.contains("Board of Councilors"))
      let file = home.folder.path + "/programme"
      let written = try home.run(["export", "--format", format, "-o", file] + now)
      #expect(written.exit == .status(0) && written.output.isEmpty && written.errors.isEmpty)
      #expect(try TemporaryFolder.bytes(of: file) == Array(out.output.utf8))
      let beside = TemporaryFolder.names(in: home.folder.path).filter { $0.hasPrefix(".") }
      #expect(beside == [], "nothing is left beside it")
    }

    @Test("The name of the file says the format")
    func endings() throws {
      let home = try Home()
      for (ending, format) in [
        ("ics", "ics"), ("xml", "frab-xml"), ("json", "schedule-json"), ("md", "markdown"), ("html", "html"),
      ] {
        let file = home.folder.path + "/p.\(ending)"
        #expect(try home.run(["export", "-o", file]).exit == .status(0))
        let text = String(decoding: try TemporaryFolder.bytes(of: file), as: UTF8.self)
        #expect(text.hasPrefix(Self.beginnings[format] ?? "?"))
      }
    }

    @Test("A day by its date or number, a room by its name or id, and what is starred")
    func scopes() throws {
      let home = try Home()
      func titles(_ arguments: String...) throws -> [String] {
        let run = try home.run(["export", "--format", "ics"] + arguments)
        #expect(run.exit == .status(0), "\(run.errors)")
        // A conference that speaks several languages says which one a line is in.
        return run.output.split(separator: "\r\n").filter { $0.hasPrefix("SUMMARY") }.map {
          String($0.drop { $0 != ":" }.dropFirst())
        }
      }
      #expect(try titles("--day", "2017-12-03") == ["Welcome Dinner"])
      #expect(try titles("--day", "3").last == "Meeting Close")
      let bundle = try home.bundle(
        sessions: [
          #""id": "a", "title": "In red", "start": "2017-12-04T09:00", "room": "r""#,
          #""id": "b", "title": "In blue", "start": "2017-12-04T10:00", "room": "b""#,
        ], also: #""rooms": [{"id": "r", "name": "Red"}, {"id": "b", "name": "Blue"}]"#)
      #expect(try titles("--room", "rEd", bundle) == ["In red"])
      #expect(try titles("--room", "b", bundle) == ["In blue"])

      let story = try home.open()
      try story.see("Welcome and In")
      story.type("*")
      try story.see("Starred: Welcome and Introductions")
      story.type("q")
      try story.expectExit()
      #expect(try titles("--plan") == ["Welcome and Introductions"])
    }

    @Test("What cannot be is told with what was found and what was expected, and nothing is written")
    func mistakes() throws {
      let home = try Home()
      let file = home.folder.path + "/kept.ics"
      try TemporaryFolder.write(Array("before".utf8), to: file)
      for (arguments, complaint) in [
        (["export"], "found no --format, expected one of ics"),
        (["export", "--format", "pdf"], "--format: found \"pdf\", expected ics"),
        (["export", "-o", file, "--day", "2017-12-09"], "--day: found \"2017-12-09\", expected one of 2017-12-03"),
        (["export", "-o", file, "--room", "x"], "--room: found \"x\", but this agenda has no rooms"),
        (["export", "-o", file, home.folder.path + "/none"], "found no file"),
        (["export", "-o", home.folder.path + "/no/such.ics"], "/no/such.ics: not written: No such file"),
        (["export", "-o", home.folder.path, "--format", "ics"], "found no regular file there"),
        (["--plan"], "--plan is an option of export"),
      ] {
        let run = try home.run(arguments)
        #expect(run.exit == .status(2) && run.output.isEmpty, "\(arguments): \(run)")
        #expect(run.complaints.count == 1 && run.errors.contains(complaint), "\(run.errors)")
      }
      let empty = try home.run(["export", "-o", file, "--plan"])
      #expect(empty.exit == .status(1) && empty.errors.contains("nothing is starred"))
      #expect(try TemporaryFolder.bytes(of: file) == Array("before".utf8))
    }

    @Test("A bundle with problems is written as far as it is sound, and that is said")
    func problems() throws {
      let home = try Home()
      let bundle = try home.bundle(sessions: [
        #""id": "a", "title": "Sound", "start": "2017-12-04T09:00""#, #""id": "b", "title": "Never""#,
      ])
      let run = try home.run(["export", "--format", "ics", bundle])
      #expect(run.exit == .status(0) && run.output.contains("SUMMARY:Sound"))
      #expect(run.complaints.count == 1 && run.errors.contains("1 problem; plenary check lists it"))
    }

    @Test("A link stays a link, and what is behind it is replaced")
    func links() throws {
      let home = try Home()
      let target = try home.folder.write("elsewhere/calendar.ics", "old")
      let link = home.folder.path + "/link.ics"
      #expect(symlink(target, link) == 0)
      #expect(try home.run(["export", "-o", link]).exit == .status(0))
      #expect(try TemporaryFolder.bytes(of: target).starts(with: "BEGIN:VCALENDAR".utf8))
      var info = stat()
      #expect(lstat(link, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    }

    @Test("Nothing that the user has written is in it", arguments: beginnings.keys.sorted())
    func notes(format: String) throws {
      let home = try Home()
      try home.folder.write(
        "data/plenary/human-rights-elections-2017/notes/session-board-of-councilors.md", "he said xyzzy")
      let run = try home.run(["export", "--format", format])
      #expect(run.exit == .status(0) && !run.output.contains("xyzzy"))
    }
  }
}
