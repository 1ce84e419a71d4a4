import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct BadBundleTests {
    /// Opens a bundle that cannot be opened, and gives the lines that the program says before it ends with 2.
    static func refusal(_ home: Home, _ path: String) throws -> [String] {
      let story = try home.open(path, size: Size(width: 400, height: 60))
      try story.expectExit(.status(2))
      story.expectTerminalAsBefore()
      #expect(!story.transcript.contains(0x1B), "the terminal is left alone")
      // On a busy machine a line may say meanwhile that it is being read.
      return story.lines
    }

    @Test(
      "What is no bundle is refused in one line that says why",
      arguments: [
        ("", "is empty"), ("{", "expected"), ("null", "found null"), ("[]", "found a list"), ("42", "found 42"),
        (#"{"format": "plenary-agenda", "formatVersion": 1, "conference": {"id": "x", "tit"#, "closing quotation mark"),
        (#"{"schedule": {"version": "1"}}"#, "plenary-agenda"), ("BEGIN:VCALENDAR\r\n", "expected"),
        (#"{"format": "plenary-agenda", "formatVersion": 1}"#, "conference"), ("<?xml version=\"1.0\"?>", "expected"),
        ("\u{0}\u{0}\u{0}\u{0}", "expected"),
      ])
    func refused(text: String, reason: String) throws {
      let home = try Home()
      let path = try home.bundle(agenda: text)
      let lines = try Self.refusal(home, path)
      #expect(lines.count == 1, "\(lines)")
      #expect(lines.first?.hasPrefix("plenary: ") == true && lines.first?.contains(reason) == true, "\(lines)")
      let check = try home.run("check", path)
      #expect(check.exit == .status(2))
    }

    @Test("A missing bundle, a folder without one and a file that is none are told apart")
    func missing() throws {
      let home = try Home()
      #expect(try Self.refusal(home, home.folder.path + "/nowhere").count == 1)
      home.folder.folder("empty")
      let lines = try Self.refusal(home, home.folder.path + "/empty")
      #expect(lines.count == 1 && lines[0].contains("agenda.json"), "\(lines)")
      #expect(try Self.refusal(home, "/dev/null").count == 1)
      #expect(try Self.refusal(home, "/dev/zero").count == 1)
    }

    @Test("100,000 brackets inside each other do no harm")
    func deep() throws {
      let home = try Home()
      let deep = String(repeating: "[", count: 100_000)
      #expect(try Self.refusal(home, home.bundle(name: "a", agenda: deep)).count == 1)
      #expect(
        try Self.refusal(home, home.bundle(name: "b", agenda: String(repeating: #"{"a":"#, count: 100_000))).count == 1)
      // Inside a field that nobody knows, the rest is still shown.
      let closed = deep + String(repeating: "]", count: 100_000)
      let story = try home.open(
        home.bundle(
          sessions: [#""id": "a", "title": "Sound", "start": "2017-12-04T09:00""#], also: #""odd": \#(closed)"#))
      try story.see("Sound")
    }

    @Test("A file over the limit is refused before it is read")
    func huge() throws {
      let home = try Home()
      let path = try home.bundle(agenda: "{")
      #expect(truncate(path + "/agenda.json", 257 << 20) == 0)
      let lines = try Self.refusal(home, path)
      #expect(lines.count == 1 && lines[0].contains("257 MiB") && lines[0].contains("256 MiB"), "\(lines)")
    }

    /// Nine sessions, of which only the first is sound.
    private static let crowd = [
      #""id": "a", "title": "Sound", "start": "2017-12-04T09:00", "end": "2017-12-04T10:00""#,
      #""id": "a", "title": "Same id", "start": "2017-12-04T10:00", "end": "2017-12-04T10:30""#,
      #""id": "c", "title": "Dead links", "start": "2017-12-04T10:30", "people": [{"person": "nobody"}], "room": "none", "#
        + #""meetings": ["never"], "documents": ["none"]"#,
      #""id": "d", "title": "End first", "start": "2017-12-04T12:00", "end": "2017-12-04T11:00""#,
      #""id": "e", "title": "No such day", "start": "2017-02-30T12:00""#,
      #""id": "f", "title": "No start""#,
      #""id": "g", "title": 17, "start": "2017-12-04T13:00""#,
      #""id": "h", "title": "Half past", "start": "2017-12-04T13:30", "kind": "party""#,
      #""id": "i", "title": "Last", "start": "2017-12-04T14:00""#,
    ]

    @Test("One bad session never hides the others, and the conference's page says how many problems there are")
    func oneBadSession() throws {
      let home = try Home()
      let path = try home.bundle(sessions: Self.crowd)
      let check = try home.run("check", path)
      #expect(check.exit == .status(1))
      for reason in [
        "found the id \"a\" again", "\"nobody\", expected the id of a person", "\"none\", expected the id of a room",
        "expected the id of a meeting", "expected the id of a document", "expected an end after the start",
        "\"2017-02-30T12:00\", expected a date that exists", "found no \"start\"", "$.sessions[6].title: found 17",
        "\"party\"",
      ] {
        #expect(check.output.contains(reason), "\(reason) in \(check.output)")
      }
      let summary = try #require(check.lines.last)
      #expect(summary.contains("errors"))

      let story = try home.open(path)
      try story.see("Sound", "Same id", "Dead links", "End first", "Half past", "Last")
      let listed = check.lines.count - 1
      story.press("i")
      try story.see("\(listed) problems: see plenary check")
      story.press(.escape)
      // Each of them can be read.
      for _ in 0..<8 { story.press(.down, .enter, .end, "1") }
      try story.see(">14:00")
      story.press("q")
      try story.expectExit()
    }

    @Test("Unknown fields are kept quiet and listed by check")
    func unknownFields() throws {
      let home = try Home()
      let path = try home.bundle(
        sessions: [#""id": "a", "title": "Sound", "start": "2017-12-04T09:00", "colour": "red""#],
        also: #""generator": "by hand""#)
      let check = try home.run("check", path)
      #expect(check.exit == .status(0))
      #expect(check.output.contains("\"colour\"") && check.output.contains("\"generator\""))
      #expect(check.lines.last?.contains("2 notes") == true)
      let story = try home.open(path)
      try story.see("Sound", "? help")
      #expect(!story.screen.joined().contains("problem"))
    }

    @Test("An unknown time zone becomes UTC, and is said")
    func unknownZone() throws {
      let home = try Home()
      let agenda = """
        {"format": "plenary-agenda", "formatVersion": 1, "conference": {"id": "z", "title": "Z", "timeZone": "Mars/Base",
         "start": "2017-12-04", "end": "2017-12-04"},
         "sessions": [{"id": "a", "title": "Sound", "start": "2017-12-04T09:00"}]}
        """
      let story = try home.open(home.bundle(agenda: agenda))
      try story.see("Sound", "UTC")
      story.press("i")
      try story.see("1 problem: see plenary check")
    }

    @Test("Sound bundles of unusual sizes open: no session, one day, ten days at 40 columns")
    func unusualSizes() throws {
      let home = try Home()
      let none = try home.open(home.bundle(sessions: [], name: "none"))
      try none.see("No sessions.", "A sample")
      for panel: Key in ["1", "2", "3", "4", "5", .down, .enter, "*", "b", "o", "y", ".", "]", "[", "c", "/", .escape] {
        none.press(panel)
      }
      none.press("1", "?")
      try none.see("Search help")
      none.press(.escape)
      try none.wait(untilGone: "Search help")
      none.press("q")
      try none.expectExit()

      let one = try home.open(
        home.bundle(
          sessions: [#""id": "a", "title": "Alone", "start": "2017-12-04T09:00""#], name: "one"))
      try one.see("Alone")
      one.press("]")
      try one.wait("say that it is the last day") { $0.rows.contains { $0.contains("day") && $0.hasPrefix(" Th") } }

      let ten = try home.bundle(
        name: "ten",
        agenda: """
          {"format": "plenary-agenda", "formatVersion": 1, "conference": {"id": "ten", "title": "Ten days",
           "timeZone": "UTC", "start": "2017-12-01", "end": "2017-12-10"}, "sessions": [
          \((1...10).map {
            #"{"id": "s\#($0)", "title": "Talk \#($0)", "start": "2017-12-\#($0 < 10 ? "0" : "")\#($0)T09:00"}"#
          }.joined(separator: ",\n"))]}
          """)
      let story = try home.open(ten, size: Size(width: 40, height: 12))
      try story.see("[Mon 4]", "Talk 4")
      for day in 5...10 {
        story.press("]")
        try story.see(" \(day)]", "Talk \(day)")
      }
    }

    @Test("Texts of absurd length are no reason to wait")
    func absurdLength() throws {
      let home = try Home()
      let marks = "x" + String(repeating: "\u{301}", count: 100_000)
      let word = String(repeating: "w", count: 100_000)
      let flags = String(repeating: "\u{1F1EB}", count: 20_000)
      let sessions = [marks, word, flags].enumerated().map { index, text in
        #""id": "s\#(index)", "title": "T\#(index) \#(text)", "start": "2017-12-04T1\#(index):00", "summary": "\#(text)""#
      }
      let story = try home.open(home.bundle(sessions: sessions))
      try story.see("T0", "T1", "T2", "? help")
      let start = TerminalStory.now
      story.press("g", .enter, "1", .down, .enter, "1", .down, .enter, "1")
      story.press("/")
      try story.see("Find:")
      // Nothing grows with the square of a text; without optimisation this takes a second or two.
      #expect(TerminalStory.now - start < 8)
    }

    @Test("Thousands of sessions in a day are browsed as if they were ten")
    func manySessions() throws {
      let home = try Home()
      let sessions = (0..<5_000).map { index in
        let (hour, minute) = (8 + index / 600, index / 10 % 60)
        return #""id": "s\#(index)", "title": "Talk \#(index)", "start": "2017-12-04T"#
          + #"\#(hour < 10 ? "0" : "")\#(hour):\#(minute < 10 ? "0" : "")\#(minute)", "summary": "About \#(index)""#
      }
      let story = try home.open(home.bundle(sessions: sessions), at: "2017-12-04T06:00")
      try story.see("Talk 0", "1/5000")
      story.press("G")
      try story.see("Talk 4999", "5000/5000", "About 4999")
      story.press("/")
      try story.see("Find:")
      story.type("about 2345")
      try story.see("1 found")
      story.press(.enter)
      try story.see("Talk 2345", "2346/5000")
    }

    @Test("check counts in words that fit the number")
    func counts() throws {
      let home = try Home()
      let one = #""id": "a", "title": "Sound", "start": "2017-12-04T09:00", "end": "2017-12-04T10:00""#
      let check = try home.run("check", home.bundle(sessions: [one]))
      #expect(check.output.contains("1 session, 0 meetings, 0 documents"), "\(check.output)")
    }

    @Test("check gives the shipped conference a clean sheet")
    func shipped() throws {
      let check = try Home().run("check")
      #expect(check.exit == .status(0))
      #expect(check.lines.count == 1 && check.lines[0].contains("12 sessions, 4 meetings"), "\(check.output)")
      #expect(check.lines[0].hasSuffix("no problems"))
      #expect(check.errors.isEmpty)
    }
  }
}
