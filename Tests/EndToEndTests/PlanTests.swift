import Cells
import CodeReader
import Support
import Testing

extension EndToEnd {
  /// The plan to calendars and other people, and in from other programs.
  struct PlanTests {
    private static let sessions = [
      #""id": "a", "title": "On counting", "start": "2017-12-04T11:00", "end": "2017-12-04T12:00", "#
        + #""description": "To *count*.", "links": [{"title": "Page of this session", "url": "https://example.org/conf/talk/G9JGWY/"}]"#,
      #""id": "b", "title": "Second talk", "start": "2017-12-04T13:00", "end": "2017-12-04T14:00""#,
      #""id": "c", "title": "Third talk", "start": "2017-12-05T09:00", "end": "2017-12-05T10:00""#,
    ]

    /// A home in which some was starred in the program.
    private static func home(_ keys: Key...) throws -> (Home, bundle: String) {
      let home = try Home()
      let bundle = try home.bundle(sessions: sessions)
      if keys.isEmpty { return (home, bundle) }
      let story = try home.open(bundle)
      try story.see("On counting")
      for key in keys { story.press(key) }
      story.press("q")
      try story.expectExit()
      return (home, bundle)
    }

    private static func text(_ path: String) throws -> String {
      String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
    }

    @Test("The plan is a calendar two keys from the agenda, the same that is exported, and told where")
    func calendar() throws {
      let (home, bundle) = try Self.home()
      let story = try home.open(bundle)
      try story.see("On counting")
      story.press("*", .down, "*", "*", "]", "+", "P", "x")
      try story.see("Written: plan-2017-12-04-0941.ics")
      story.press(.escape, "q")
      try story.expectExit()
      let written = try #require(
        TemporaryFolder.files(below: home.data).first { $0.hasSuffix("/plan-2017-12-04-0941.ics") })
      let calendar = try Self.text(written)
      for line in [
        "UID:a@sample", "UID:b@sample", "STATUS:TENTATIVE", "TRIGGER:-PT10M", "DESCRIPTION:To count.",
        "URL:https://example.org/conf/talk/G9JGWY/",
      ] { #expect(calendar.contains(line), "\(line)\n\(calendar)") }
      #expect(!calendar.contains("UID:c@sample"), "nobody has to be there for what is watched later")
      let exported = try home.run("export", "--plan", "--format", "ics", "--now", "2017-12-04T09:41", bundle)
      // On another machine it is the same plan again, but that a maybe is only known to be somebody's favourite.
      let other = try Home()
      let copy = try other.bundle(sessions: Self.sessions)
      let taken = try other.run("plan", "import", written, copy)
      #expect(taken.exit == .status(0) && taken.output == "2 sessions starred\n" && taken.errors.isEmpty, "\(taken)")
      func unstamped(_ text: String) -> [Substring] {
        text.split(separator: "\r\n").filter { !$0.hasPrefix("DTSTAMP") }
      }
      #expect(unstamped(exported.output) == unstamped(calendar))
    }

    @Test("Favourites of pretalx are starred as a must, what is on the plan stays, and what is not known is told")
    func favourites() throws {
      let (home, bundle) = try Self.home("*", "*")
      let list = try home.folder.write("favourites.json", #"["G9JGWY", "QQQQQQ", "b"]"#)
      var run = try home.run("plan", "import", list, bundle)
      #expect(run.exit == .status(0) && run.output == "1 session starred, 1 was on the plan already\n", "\(run)")
      #expect(run.errors.contains("1 entry is not in “A sample”: QQQQQQ"))
      let calendar = try home.folder.write(
        "mine.ics",
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:pretalx-conf-G9JGWY@example.org
        SUMMARY:On counting - Jane Doe
        END:VEVENT
        BEGIN:VEVENT
        UID:1@elsewhere
        SUMMARY:Third talk
        DTSTART:20171205T140000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:2@elsewhere
        SUMMARY:Second talk
        DTSTART:20171208T140000Z
        END:VEVENT
        END:VCALENDAR

        """)
      run = try home.run("plan", "import", "--json", calendar, bundle)
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      for part in [#""session": "c""#, #""session": "a""#, #""title": "Second talk""#, #""conference": "sample""#] {
        #expect(run.output.contains(part), "\(part)\n\(run.output)")
      }
      let story = try home.open(bundle)
      // The grade that was chosen before stays.
      try story.see("11:00-12:00 o On", "13:00-14:00 * Second")
      story.press("q")
      try story.expectExit()
    }

    @Test("A list of another conference, a thousand unknown entries and a damaged file are told of; nothing is written")
    func strangeFavourites() throws {
      let (home, bundle) = try Self.home()
      let events = (0..<1_000).map { "BEGIN:VEVENT\nUID:\($0)@elsewhere\nSUMMARY:Talk \($0)\nEND:VEVENT\n" }.joined()
      for (name, text, status, words) in [
        ("other.ics", "BEGIN:VCALENDAR\n\(events)END:VCALENDAR\n", 1, "none of 1000 entries is in “A sample”"),
        (
          "cut.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@sample\n", 2,
          "found the end of the file, expected END:VCALENDAR"
        ),
        ("empty.ics", "", 2, "found nothing in it"), ("text.txt", "hello", 2, "expected favourites"),
      ] {
        let run = try home.run("plan", "import", try home.folder.write(name, text), bundle)
        #expect(run.exit == .status(status) && run.output.isEmpty && run.errors.contains(words), "\(name): \(run)")
      }
      let missing = try home.run("plan", "import", "no-such-file", bundle)
      #expect(missing.exit == .status(2) && missing.errors.contains("no-such-file"), "\(missing)")
      #expect(!TemporaryFolder.files(below: home.data).contains { $0.hasSuffix("plan.json") })
    }

    @Test("A plan shared in one home is shown in another beside its own plan, and never written there")
    func shared() throws {
      let (jane, hers) = try Self.home("*", "]", "*")
      let address = try jane.run("plan", "share", hers).output
      #expect(address.hasPrefix("plenary:plan/1/sample/") && address.hasSuffix("\n"))
      let (joe, bundle) = try Self.home("*", .down, "*")
      let file = joe.folder.path + "/janes.plan"
      #expect(try jane.run("plan", "share", "--file", file, hers).output.isEmpty)
      #expect(try Self.text(file) == address)
      let plan = try #require(TemporaryFolder.files(below: joe.data).first { $0.hasSuffix("/plan.json") })
      let before = try Self.text(plan)
      for operand in [file, String(address.dropLast())] {
        let shown = try joe.run("plan", "show", operand, bundle)
        #expect(
          shown.output == "*\tMon 4 11:00-12:00\t\tOn counting\ta\n\tTue 5 09:00-10:00\t\tThird talk\tc\n", "\(shown)")
        let story = try joe.open(bundle, ["--with", operand])
        try story.see("& marks 2 sessions of the shared plan", "11:00-12:00 *& On", "13:00-14:00 *  Second")
        story.press("P")
        try story.see("09:00-10:00  & Third talk")
        story.press(.escape, "q")
        try story.expectExit()
      }
      #expect(try Self.text(plan) == before)
    }

    @Test("A code in the shell is read by another program, and where it does not fit that is said")
    func code() throws {
      let (home, bundle) = try Self.home("*", .down, "*")
      let address = String(try home.run("plan", "share", bundle).output.dropLast())
      let story = try TerminalStory(
        BuiltProgram.path("plenary"), ["plan", "share", "--qr", bundle], environment: home.environment,
        size: Size(width: 80, height: 24))
      try story.expectExit()
      try CodeReader.expect(address, in: CodeReader.image(of: story.buffer))
      let small = try TerminalStory(
        BuiltProgram.path("plenary"), ["plan", "share", "--qr", bundle], environment: home.environment,
        size: Size(width: 60, height: 12))
      try small.see("a QR code of it needs")
      try small.expectExit(.status(1))
    }

    @Test("An address of another conference, cut off, of a megabyte or with control characters is refused in words")
    func strangeAddresses() throws {
      let (home, bundle) = try Self.home("*")
      let address = String(try home.run("plan", "share", bundle).output.dropLast())
      let agenda = try Self.text(bundle + "/agenda.json").replacing(#""sample""#, with: #""elsewhere""#)
      let other = try home.bundle(name: "other", agenda: agenda)
      let mega = try home.folder.write("mega", String(repeating: "x", count: 1 << 20))
      for (operand, bundle, words) in [
        (address, other, "found a plan of the conference “sample”, expected one of “elsewhere”"),
        (String(address.dropLast()), bundle, "is cut off or changed"), (mega, bundle, "expected at most"),
        (address + "\u{1B}[2J", bundle, "found characters that no address has"),
        (address.replacing("plan/1", with: "plan/9"), bundle, "of a newer Plenary"),
        ("plenary:x", bundle, "expected the address of a shared plan"),
      ] {
        let run = try home.run("plan", "show", operand, bundle)
        #expect(run.exit == .status(2) && run.errors.contains(words) && run.output.isEmpty, "\(words): \(run)")
      }
      // Before the terminal is touched.
      let story = try home.open(bundle, ["--with", "plenary:plan/1/sample/AAAA"])
      try story.see("is cut off or changed")
      try story.expectExit(.status(2))
      story.expectTerminalAsBefore()
      let (empty, unstarred) = try Self.home()
      let run = try empty.run("plan", "share", unstarred)
      #expect(run.exit == .status(1) && run.output.isEmpty && run.errors.contains("nothing is starred"), "\(run)")
    }
  }
}
