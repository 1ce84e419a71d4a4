import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct ImportTests {
    private static let schedule = """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><version>3</version><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>09:00</start><duration>01:00</duration>
      <room>Red</room><title>Opening</title><description>&lt;p&gt;Hello&lt;/p&gt;</description></event></room></day>
      </schedule>
      """

    @Test("A file is opened like a bundle, and from the cache the second time")
    func opened() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      // A file that was changed just now is compiled again: it could change once more without a sign.
      var times = [timespec(tv_sec: 1_500_000_000, tv_nsec: 0), timespec(tv_sec: 1_500_000_000, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, file, &times, 0) == 0)
      for _ in 0..<2 {
        let story = try home.open(file)
        try story.see("Demo Days")
        try story.see("Opening")
        story.type("q")
        try story.expectExit()
      }
    }

    @Test("A bundle is made of it, whole, and the report says what was read")
    func made() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let bundle = home.folder.path + "/made"
      let run = try home.run(["import", file, bundle])
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output.contains("1 session on 1 day in 1 room") && run.output.contains("written   \(bundle)"))
      #expect(TemporaryFolder.names(in: bundle) == ["agenda.json", "texts"])
      #expect(try home.run(["check", bundle]).exit == .status(0))
      let again = try home.run(["import", file, bundle])
      #expect(again.exit == .status(2) && again.errors.contains("plenary import --update"))
      let own = try home.folder.write("made/texts/own.md", "mine")
      #expect(try home.run(["import", "--update", file, bundle]).exit == .status(0))
      #expect(try TemporaryFolder.bytes(of: own) == Array("mine".utf8))
      #expect(
        TemporaryFolder.names(in: home.folder.path).filter { $0.hasPrefix(".") } == [], "nothing is left beside it")
    }

    @Test("A schedule that others call agenda.json is read, and one of a bundle is still said to need no import")
    func namesake() throws {
      let home = try Home()
      let file = try home.folder.write(
        "others/agenda.json", #"{"name":"Days","sessions":[{"title":"Opening","start":"2026-05-04T09:00"}]}"#)
      let bundle = home.folder.path + "/made"
      let run = try home.run(["import", "--time-zone", "Europe/Paris", file, bundle])
      #expect(run.exit == .status(0) && run.output.contains("1 session on 1 day"), "\(run.errors)")
      let again = try home.run(["import", bundle + "/agenda.json", home.folder.path + "/other"])
      #expect(again.exit == .status(2) && again.errors.contains("needs no import"), "\(again.errors)")
      #expect(try home.run(["check", file]).output.contains("format"), "who checks a bundle is told what it lacks")
    }

    @Test("Without a name it goes to the user's conferences, where list and the next start find it")
    func shelved() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let run = try home.run(["import", file])
      let bundle = "\(home.data)/plenary/conferences/demo"
      #expect(run.exit == .status(0), "\(run)")
      #expect(run.output.contains("written   \(bundle)\n") && run.output.contains("plenary list names it"))
      #expect(TemporaryFolder.names(in: bundle).contains("agenda.json"))
      #expect(try home.run("list").output.contains("Demo Days, 4 December 2017\n    \(bundle)"))
      #expect(try home.run(["import", file]).exit == .status(2))
      #expect(try home.run(["import", "--update", file]).exit == .status(0))
      let story = try home.open()
      try story.see("Open a conference", "Demo Days")
      story.press(.escape, "q")
      try story.expectExit()
    }

    @Test("What a killed import has left is taken away by the next, what others write is not")
    func leftovers() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let bundle = home.folder.path + "/made"
      // No process has so high a number; the test itself has its own.
      try home.folder.write(".plenary-999999999-abc.tmp/texts/1.md", "half")
      try home.folder.write(".plenary-\(getpid())-abc.tmp/agenda.json", "half")
      #expect(try home.run(["import", file, bundle]).exit == .status(0))
      #expect(
        TemporaryFolder.names(in: home.folder.path).filter { $0.hasSuffix(".tmp") } == [".plenary-\(getpid())-abc.tmp"])
      try home.folder.write("made/texts/.plenary-999999999-abc.tmp", "half")
      try home.folder.write("made/texts/.plenary-\(getpid())-abc.tmp", "half")
      #expect(try home.run(["import", "--update", file, bundle]).exit == .status(0))
      #expect(TemporaryFolder.names(in: bundle + "/texts") == [".plenary-\(getpid())-abc.tmp", "1.md"])
    }

    @Test("An update writes only what differs")
    func differences() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let bundle = home.folder.path + "/made"
      #expect(try home.run(["import", file, bundle]).exit == .status(0))
      func inode(_ path: String) -> ino_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_ino : 0
      }
      let before = inode(bundle + "/agenda.json")
      #expect(try home.run(["import", "--update", file, bundle]).output.contains("changed   nothing differs"))
      #expect(inode(bundle + "/agenda.json") == before)
      let changed = try home.folder.write("demo.xml", Self.schedule.replacing("Hello", with: "Good day"))
      #expect(try home.run(["import", "--update", changed, bundle]).output.contains("changed   1 session changed"))
      #expect(inode(bundle + "/agenda.json") == before)
      #expect(try TemporaryFolder.bytes(of: bundle + "/texts/1.md") == Array("Good day\n".utf8))
    }

    @Test("An update through a link in the bundle is refused, wherever it leads, and nothing is written")
    func links() throws {
      for link in ["agenda.json", "texts", "texts/1.md"] {
        let home = try Home()
        let file = try home.folder.write("demo.xml", Self.schedule)
        let bundle = home.folder.path + "/made"
        #expect(try home.run(["import", file, bundle]).exit == .status(0))
        let elsewhere = home.folder.path + "/elsewhere"
        #expect(rename("\(bundle)/\(link)", elsewhere) == 0 && symlink(elsewhere, "\(bundle)/\(link)") == 0)
        let inside = link == "texts" ? elsewhere + "/1.md" : elsewhere
        let before = try TemporaryFolder.bytes(of: inside)
        let changed = try home.folder.write(
          "demo.xml", Self.schedule.replacing("Hello", with: "Good day").replacing("Opening", with: "Other"))
        let run = try home.run(["import", "--update", changed, bundle])
        #expect(run.exit == .status(2) && run.errors.contains("made/\(link): found a symbolic link"), "\(run)")
        #expect(try TemporaryFolder.bytes(of: inside) == before)
        #expect(TemporaryFolder.names(in: bundle) == ["agenda.json", "texts"])
      }
    }

    @Test("An update keeps the bundle's id and the rules of its sessions, whatever the file is called")
    func kept() throws {
      let home = try Home()
      let nameless = Self.schedule.replacing("<acronym>demo</acronym><title>Demo Days</title>", with: "")
      let bundle = home.folder.path + "/made"
      #expect(try home.run(["import", try home.folder.write("first.xml", nameless), bundle]).exit == .status(0))
      let agenda = try String(decoding: TemporaryFolder.bytes(of: bundle + "/agenda.json"), as: UTF8.self)
      let ruled = agenda.replacing("\"id\": \"1\",", with: "\"id\": \"1\", \"attribution\": \"off-the-record\",")
      #expect(ruled != agenda)
      try home.folder.write("made/agenda.json", ruled)
      let other = try home.folder.write("second.xml", nameless.replacing("event id=\"1\"", with: "event id=\"77\""))
      #expect(try home.run(["import", "--update", other, bundle]).exit == .status(0))
      let updated = try String(decoding: TemporaryFolder.bytes(of: bundle + "/agenda.json"), as: UTF8.self)
      #expect(updated.contains("\"id\": \"first\"") && updated.contains("\"id\": \"77\""))
      #expect(updated.contains("\"attribution\": \"off-the-record\""))
    }

    @Test("The report as JSON")
    func json() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let run = try home.run(["import", "--json", file, home.folder.path + "/made"])
      #expect(run.exit == .status(0) && run.output.hasPrefix("{\n"))
      #expect(run.output.contains("\"format\": \"frab-xml\"") && run.output.contains("\"sessions\": 1"))
    }

    @Test("A gigabyte, a title of 10 MB, a folder, a device and a pipe that never ends are refused in one line")
    func absurd() throws {
      let home = try Home()
      let gigabyte = try home.folder.write("gigabyte.xml", "<schedule>")
      #expect(truncate(gigabyte, 1 << 30) == 0)
      let title = String(repeating: "x", count: 10_000_000)
      let long = try home.folder.write("long.xml", Self.schedule.replacing("Opening", with: title))
      let longCalendar = try home.folder.write(
        "long.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101T090000Z\nSUMMARY:\(title)\nEND:VEVENT\nEND:VCALENDAR\n")
      let longJSON = try home.folder.write(
        "long.json", #"{"schedule": {"conference": {"title": "\#(title)", "days": []}}}"#)
      home.folder.folder("empty")
      for (path, complaint) in [
        (gigabyte, "1 GiB"), (long, "more than 8 MiB"), (longCalendar, "more than 8 MiB"),
        (longJSON, "more than 8 MiB"), (home.folder.path + "/empty", "agenda.json"), ("/dev/zero", "no regular file"),
        ("/dev/null", "no regular file"), (home.folder.path + "/nowhere.xml", "nowhere.xml: found no file"),
      ] {
        let run = try home.run(["import", path, home.folder.path + "/made"])
        #expect(run.exit == .status(2) && run.complaints.count == 1, "\(path): \(run)")
        #expect(run.errors.contains(complaint), "\(run.errors)")
      }
      let program = BuiltProgram.path("plenary")
      let endless = try ProgramRun(
        "/bin/sh", ["-c", "yes | \(program) import - made 2>&1; echo status $?"], environment: home.environment)
      #expect(endless.lines.last == "status 2" && endless.output.contains("128 MiB"), "\(endless.output)")
    }

    @Test("Standard input is read; cancelled, nothing is left of a bundle")
    func pipes() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let program = BuiltProgram.path("plenary")
      let made = home.folder.path + "/made"
      let run = try ProgramRun(
        "/bin/sh", ["-c", "cat \(file) | \(program) import - \(made)"], environment: home.environment)
      #expect(run.exit == .status(0) && run.output.hasPrefix("standard input: schedule XML"), "\(run)")
      #expect(TemporaryFolder.names(in: made).contains("agenda.json"))
      let cancelled = try ProgramRun(
        "/bin/sh",
        [
          "-c",
          "(printf '<schedule>'; sleep 4) | { exec 3<&0; \(program) import - \(made)2 <&3 & sleep 0.5; kill -TERM $!; wait $!; echo status $?; } 2>&1",
        ], environment: home.environment)
      #expect(cancelled.output.contains("cancelled; nothing is written"), "\(cancelled)")
      #expect(cancelled.lines.last == "status 143" && TemporaryFolder.names(in: made + "2") == [])
    }

    @Test("check tells what is odd in a file with its line, and as JSON")
    func check() throws {
      let home = try Home()
      let twice = """
        <event id="2"><start>09:30</start><duration>01:00:00</duration><room>Red</room><title>Clash</title>
        <persons><person id="1">Zoë Example</person><person id="2">Zoe Example</person></persons></event>
        """
      let file = try home.folder.write(
        "demo.xml", Self.schedule.replacing("</room></day>", with: twice + "</room></day>"))
      let run = try home.run(["check", file])
      #expect(run.exit == .status(0))
      #expect(run.output.contains("\(file):5: \"Clash\": found the duration \"01:00:00\", expected HH:MM; read as 1 h"))
      #expect(run.output.contains("\(file):5: \"Clash\": found at the same time in Red as \"Opening\""))
      #expect(run.output.contains("found \"Zoe Example\" and \"Zoë Example\": one person spelt in two ways?"))
      #expect(run.lines.last?.contains("2 sessions") == true)
      let json = try home.run(["check", "--json", file])
      #expect(json.exit == .status(0) && json.output.contains("\"finding\": \"overlap\""))
      let bundle = try home.bundle(
        sessions: [
          #""id": "a", "title": "One", "start": "2017-12-04T09:00", "end": "2017-12-04T10:00", "room": "r""#,
          #""id": "b", "title": "Two", "start": "2017-12-04T09:30", "end": "2017-12-04T10:00", "room": "r""#,
          #""id": "c", "title": "Lost", "start": "2017-12-04T11:00", "room": "gone""#,
        ], also: #""rooms": [{"id": "r", "name": "Red"}]"#)
      let bundleRun = try home.run(["check", bundle])
      #expect(bundleRun.exit == .status(1))
      #expect(
        bundleRun.output.contains("$.sessions[1]: \"Two\": found at the same time in Red as \"One\""))
      let broken = try home.folder.write("broken.xml", "<schedule>")
      #expect(try home.run(["check", "--json", broken]).exit == .status(2))
    }

    @Test("What cannot be imported is refused in one line, and nothing is written")
    func refused() throws {
      let home = try Home()
      let full = try home.folder.write("full/file", "x")
      _ = full
      for (text, complaint) in [
        ("", "found nothing in it"), ("<!DOCTYPE x><schedule/>", "document type"), ("PK\u{3}\u{4}", "zip archive"),
        (String(Self.schedule.dropLast(20)), "expected the rest of the XML"), ("{}", "found JSON, expected"),
      ] {
        let file = try home.folder.write("bad", text)
        let run = try home.run(["import", file, home.folder.path + "/made"])
        #expect(run.exit == .status(2) && run.output.isEmpty && run.complaints.count == 1, "\(run)")
        #expect(run.errors.contains(complaint), "\(run.errors)")
        #expect(TemporaryFolder.names(in: home.folder.path + "/made") == [])
      }
      let file = try home.folder.write("demo.xml", Self.schedule)
      let run = try home.run(["import", file, home.folder.path + "/full"])
      #expect(run.exit == .status(2) && run.errors.contains("no bundle"))
      #expect(try home.run(["import"]).errors.contains("found no file"))
    }
  }
}
