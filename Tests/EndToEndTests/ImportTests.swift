import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  @Suite("plenary import")
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

    @Test("The report as JSON")
    func json() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let run = try home.run(["import", "--json", file, home.folder.path + "/made"])
      #expect(run.exit == .status(0) && run.output.hasPrefix("{\n"))
      #expect(run.output.contains("\"format\": \"frab-xml\"") && run.output.contains("\"sessions\": 1"))
    }

    @Test("What cannot be imported is refused in one line, and nothing is written")
    func refused() throws {
      let home = try Home()
      let full = try home.folder.write("full/file", "x")
      _ = full
      for (text, complaint) in [
        ("", "is empty"), ("<!DOCTYPE x><schedule/>", "document type"), ("PK\u{3}\u{4}", "zip archive"),
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
