import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct TerminalKindTests {
    @Test(
      "A terminal that cannot show it gets one clear line, and is left alone",
      arguments: [
        ("nonesuch", "the terminal \"nonesuch\" is not known"), ("dumb", "cannot move its cursor"),
        ("", "TERM is not set"), ("../../etc/passwd", "is not known"),
      ])
    func unusable(name: String, reason: String) throws {
      let story = try Home().open(size: Size(width: 200, height: 24), environment: ["TERM": name])
      try story.expectExit(.status(2))
      let lines = story.lines
      #expect(lines.count == 1)
      #expect(lines.first?.hasPrefix("plenary: ") == true && lines.first?.contains(reason) == true, "\(lines)")
      #expect(!story.transcript.contains(0x1B))
      story.expectTerminalAsBefore()
    }

    @Test("Without a terminal it says so in one line")
    func noTerminal() throws {
      let run = try Home().run()
      #expect(run.exit == .status(2) && run.output.isEmpty && run.complaints.count == 1)
      #expect(run.errors.contains("needs a terminal"))
    }

    @Test("With only one end on a terminal it says so too", arguments: ["| cat", "< /dev/null", "> /dev/null"])
    func halfTerminal(redirection: String) throws {
      let home = try Home()
      let story = try TerminalStory(
        "/bin/sh", ["-c", "\(BuiltProgram.path("plenary")) \(redirection)"], environment: home.environment)
      story.keep(home)
      try story.see("plenary: needs a terminal")
      try story.wait("end") { _ in story.pseudoTerminal.exitIfEnded() != nil }
      #expect(!story.transcript.contains(0x1B))
    }

    /// A journey that shows most of what can be drawn.
    private static func wander(_ story: TerminalStory) throws {
      try story.see("NOW", "? help")
      story.press("*", "2", .pageDown, "3", .down, .enter)
      try story.see("Special Rapporteurs")
      story.press("4", .down, .enter)
      try story.see("The legal ground")
      story.press("1", "]", "/")
      try story.see("Find:")
      story.type("workshop")
      try story.see("found")
      story.press(.escape)
      try story.wait(untilGone: "Find:")
      story.press("?")
      try story.see("Search help")
      story.press(.escape)
      try story.wait(untilGone: "Search help")
      story.press("1", "q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test(
      "Where the locale or the user asks for ASCII, no byte above it is sent",
      arguments: [
        (["LC_ALL": "C"], []), (["LC_ALL": "en_US.ISO-8859-1"], []), (["LC_ALL": "", "LANG": "POSIX"], []),
        (["LC_ALL": "", "LANG": ""], []), ([:], ["--ascii"]),
      ] as [([String: String], [String])])
    func ascii(environment: [String: String], options: [String]) throws {
      let story = try Home().open(nil, options, environment: environment)
      try story.see("+ 1 Agenda", "|>09:00-10:30", "? help")
      #expect([1, 19, 21].allSatisfy { story.cell(79, $0).text == "+" }, "the corners are where they belong")
      try Self.wander(story)
      #expect(!story.transcript.contains { $0 >= 0x80 })
      // Nor is the alternate character set used, which a terminal of another kind shows as letters.
      #expect(story.transcript.firstRange(of: Array("\u{1B}(0".utf8)) == nil && !story.transcript.contains(0x0E))
    }

    @Test("ISO-8859-1 that is there shows borders of ASCII", arguments: ["en_US.ISO-8859-1", "en_US"])
    func latin1(locale: String) throws {
      let home = try Home()
      let made = try ProgramRun(
        "/usr/bin/localedef", ["-i", "en_US", "-f", "ISO-8859-1", home.folder.path + "/" + locale],
        environment: ["PATH": "/usr/bin:/bin"])
      // Not every machine has the sources of locales; the C locale is tested above.
      guard made.exit == .status(0) else { return }
      let story = try home.open(environment: ["LC_ALL": locale, "LOCPATH": home.folder.path])
      try story.see("+ 1 Agenda", "|>09:00-10:30")
      try Self.wander(story)
      #expect(!story.transcript.contains { $0 >= 0x80 })
    }

    /// The parameters of each SGR sequence that was sent.
    private static func graphics(_ bytes: [UInt8]) -> Set<String> {
      var found: Set<String> = []
      var rest = bytes[...]
      while let start = rest.firstRange(of: [0x1B, 0x5B]) {
        let digits = rest[start.upperBound...].prefix { (0x30...0x3F).contains($0) }
        rest = rest[digits.endIndex...]
        if rest.first == UInt8(ascii: "m") { found.insert(String(decoding: digits, as: UTF8.self)) }
      }
      return found
    }

    private static func colors(_ bytes: [UInt8]) -> Set<Int> {
      Set(
        graphics(bytes).flatMap { sequence -> [Int] in
          let numbers = sequence.split(separator: ";").compactMap { Int($0) }
          if numbers.first == 38 || numbers.first == 48 { return [numbers[0], numbers.last ?? 0] }
          return numbers.filter { (30...37).contains($0) || (40...47).contains($0) || (90...107).contains($0) }
        })
    }

    @Test(
      "Without colours none is sent, and everything can still be told apart",
      arguments: [(["NO_COLOR": "1"], []), (["TERM": "vt100"], []), ([:], ["--theme", "mono"])]
        as [([String: String], [String])])
    func noColor(environment: [String: String], options: [String]) throws {
      let story = try Home().open(nil, options, environment: environment)
      try story.see("NOW", ">09:00-10:30")
      try Self.wander(story)
      #expect(Self.colors(story.transcript).isEmpty)
      #expect(Self.graphics(story.transcript).contains { $0.split(separator: ";").contains("7") }, "reverse is used")
    }

    @Test(
      "Any number of colours works, and no more are used than there are",
      arguments: [("linux", 8), ("xterm", 8), ("screen", 8), ("xterm-256color", 256), ("tmux-256color", 256)])
    func colorDepths(name: String, count: Int) throws {
      let story = try Home().open(environment: ["TERM": name])
      try story.see("NOW")
      try Self.wander(story)
      let colors = Self.colors(story.transcript)
      #expect(!colors.isEmpty)
      if count == 8 { #expect(!colors.contains { $0 >= 90 || $0 == 38 || $0 == 48 }, "\(colors.sorted())") }
    }

    @Test("Light and dark differ, and a light terminal is noticed")
    func themes() throws {
      func colors(_ options: [String], _ environment: [String: String] = [:]) throws -> Set<Int> {
        let story = try Home().open(nil, options, environment: environment)
        try story.see("NOW", "? help")
        story.press("q")
        try story.expectExit()
        return Self.colors(story.transcript)
      }
      let dark = try colors(["--theme", "dark"])
      let light = try colors(["--theme", "light"])
      #expect(dark != light && !dark.isEmpty && !light.isEmpty)
      #expect(try colors([]) == dark)
      #expect(try colors([], ["COLORFGBG": "0;15"]) == light)
      #expect(try colors(["--theme=dark"], ["COLORFGBG": "0;15"]) == dark)
    }

    @Test("Keys work on other kinds of terminals", arguments: ["linux", "vt100", "xterm", "rxvt", "screen"])
    func keys(name: String) throws {
      let story = try Home().open(environment: ["TERM": name])
      try story.see("NOW")
      story.send(Array("\u{1B}[B".utf8))
      try story.see(">10:30-11:00")
      story.press("j")
      try story.see(">11:00-12:30")
      story.press(.tab, .escape, "k", "q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }
  }
}
