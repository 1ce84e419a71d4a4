import Support
import Testing

extension EndToEnd {
  struct ChangesTests {
    private static func schedule(_ events: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red">\(events)</room></day></schedule>
      """
    }

    private static func event(_ id: Int, _ title: String, at start: String) -> String {
      "<event id=\"\(id)\"><start>\(start)</start><duration>01:00</duration><title>\(title)</title></event>"
    }

    @Test("Two versions of a file are told apart: 0 where nothing differs, 1 where something does, 2 on trouble")
    func told() throws {
      let home = try Home()
      let last = Self.event(3, "Closing", at: "17:00")
      let first = Self.event(1, "Welcome to all", at: "09:00")
      let old = try home.folder.write(
        "old.xml", Self.schedule(first + Self.event(2, "Talk on ships", at: "10:00") + last))
      let new = try home.folder.write(
        "new.xml",
        Self.schedule(
          Self.event(1, "Welcome to you all", at: "09:00") + Self.event(2, "Talk on ships", at: "14:00")
            + Self.event(4, "Party", at: "20:00")))
      let run = try home.run(["changes", old, new])
      #expect(run.exit == .status(1) && run.errors.isEmpty, "\(run)")
      #expect(
        run.output == """
          Demo Days: 2 sessions changed, 1 new, 1 removed

          Monday 4 December 2017
            09:00-10:00  Welcome to you all
              renamed: Welcome to {+you+} all
            14:00-15:00  Talk on ships
              moved: 10:00-11:00 -> 14:00-15:00
            17:00-18:00  Closing
              removed
            20:00-21:00  Party
              new: Red

          """)
      let markdown = try home.run(["changes", "--markdown", old, new])
      #expect(markdown.output.contains("- moved: ~~10:00-11:00~~ **14:00-15:00**\n"))
      let json = try home.run(["changes", "--json", old, new])
      #expect(json.exit == .status(1) && json.output.hasPrefix("{\n") && json.output.contains("\"change\": \"moved\""))
      let same = try home.run(["changes", old, old])
      #expect(same.exit == .status(0) && same.output == "Demo Days: nothing differs\n")
      let bundle = home.folder.path + "/made"
      #expect(try home.run(["import", old, bundle]).exit == .status(0))
      #expect(try home.run(["changes", old, bundle]).exit == .status(0), "a bundle and the file that it was made of")
      let missing = try home.run(["changes", old, home.folder.path + "/nowhere"])
      #expect(missing.exit == .status(2) && missing.output.isEmpty && missing.complaints.count == 1, "\(missing)")
      #expect(try home.run(["changes", old]).exit == .status(2))
    }
  }
}
