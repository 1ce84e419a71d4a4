import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// What the terminal is asked, with its answer right, wrong, late, cut and missing.
  struct TerminalQuestionTests {
    private static let ground = "\u{1B}]11;?\u{1B}\\"
    private static let end = "\u{1B}[c"
    private static let white = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
    private static let black = "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"
    private static let attributes = "\u{1B}[?62;4c"

    private static func start(
      _ answers: [String: String], _ options: [String] = [], environment: [String: String] = [:]
    ) throws -> TerminalStory {
      let story = try Home().open(nil, options, environment: environment)
      story.answers = answers
      try story.see("NOW", "? help")
      return story
    }

    /// The colour of the first letter of the title bar, which tells the themes apart.
    private static func look(_ terminal: VirtualTerminal) -> Style { terminal.place(1, 0).style }

    private static let dark = Style(foreground: .indexed(252), background: .indexed(236))
    private static let light = Style(foreground: .indexed(236), background: .indexed(253))

    private static func leave(_ story: TerminalStory) throws {
      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("The first picture waits for no answer, and is corrected within 50 ms of it")
    func correcting() throws {
      let story = try Self.start([:])
      #expect(Self.look(story.terminal) == Self.dark)
      #expect(story.hasWritten(Self.ground) && story.hasWritten(Self.end))
      let start = TerminalStory.now
      story.send(Array((Self.white + Self.attributes).utf8))
      try story.wait("turn light") { Self.look($0) == Self.light }
      #expect(TerminalStory.now - start < 0.05)
      try story.see(">09:00-10:30")
      try Self.leave(story)
    }

    @Test(
      "An answer is taken for what it says", arguments: [(white, true), (black, false), ("", false)])
    func answers(answer: String, isLight: Bool) throws {
      let story = try Self.start([Self.ground: answer, Self.end: Self.attributes])
      try story.wait("have the look") { Self.look($0) == (isLight ? Self.light : Self.dark) }
      try Self.leave(story)
    }

    @Test("Where nothing answers COLORFGBG is believed, and an answer more than that")
    func environment() throws {
      let silent = try Self.start([Self.end: Self.attributes], environment: ["COLORFGBG": "0;15"])
      try silent.wait("be light") { Self.look($0) == Self.light }
      try Self.leave(silent)
      let story = try Self.start(
        [Self.ground: Self.black, Self.end: Self.attributes], environment: ["COLORFGBG": "0;15"])
      try story.wait("be dark") { Self.look($0) == Self.dark }
      try Self.leave(story)
    }

    @Test("The theme of the command line wins, and nobody is asked then")
    func given() throws {
      let story = try Self.start([Self.end: Self.attributes], ["--theme", "dark"])
      story.send(Array((Self.white + "\u{1B}[?997;2n").utf8))
      story.press("]")
      try story.see("[Tue 5]")
      #expect(Self.look(story.terminal) == Self.dark && !story.hasWritten(Self.ground))
      #expect(!story.hasWritten("\u{1B}[?2031h"))
      try Self.leave(story)
    }

    @Test("A terminal that turns at dusk is followed, and let go at the end")
    func dusk() throws {
      let story = try Self.start([Self.ground: Self.white, Self.end: Self.attributes])
      try story.wait("be light") { Self.look($0) == Self.light }
      #expect(story.hasWritten("\u{1B}[?2031h"))
      story.answers = [Self.ground: Self.black, Self.end: Self.attributes]
      story.send(Array("\u{1B}[?997;1n".utf8))
      try story.wait("turn dark") { Self.look($0) == Self.dark }
      try Self.leave(story)
      #expect(story.hasWritten("\u{1B}[?2031l"))
    }

    @Test(
      "No answer is ever text in a note: late, twice, wrong, cut, hostile, in a paste",
      arguments: [
        [white], [white, white], ["\u{1B}]11;rgb:zz/1/2\u{1B}\\"], ["\u{1B}", "]11;rgb:ff/ff/ff\u{1B}\\"],
        ["\u{1B}]11;rgb:ff", "ff/ffff/ffff\u{1B}\\"], ["\u{1B}[?6", "2;4c"], ["\u{1B}]52;c;cXVpdAo=\u{1B}\\"],
        ["\u{1B}]lrm -rf /\u{1B}\\"], ["\u{1B}P1$r0;qq\u{1B}\\"], ["\u{1B}P>|XTerm(", "379)\u{1B}\\"],
        ["\u{1B}[8;2147483648;2147483648t"], ["\u{1B}[?997;1n\u{1B}[?997;2n"], ["\u{1B}[200~w\(white)ord\u{1B}[201~"],
      ] as [[String]])
    func neverText(pieces: [String]) throws {
      let story = try Self.start([:])
      story.press("e")
      try story.see("Esc done")
      story.type("before ")
      try story.see("before")
      for piece in pieces {
        story.send(Array(piece.utf8))
        let end = TerminalStory.now + 0.05
        while TerminalStory.now < end { story.pump(milliseconds: 10) }
      }
      story.type(" after")
      try story.see("after")
      let wanted = pieces[0].hasPrefix("\u{1B}[200~") ? "before word after" : "before  after"
      #expect(story.row(with: wanted) != nil, "\(story.lines)")
      story.press(.escape)
      try story.wait(untilGone: "Esc done")
      try Self.leave(story)
    }

    @Test("What a terminal knows is used, and given back")
    func knowledge() throws {
      let story = try Self.start([
        "\u{1B}[?2026$p": "\u{1B}[?2026;2$y", "\u{1B}[?u": "\u{1B}[?0u", Self.end: Self.attributes,
      ])
      try story.wait("speak the keyboard's protocol") { _ in story.hasWritten("\u{1B}[>5u") }
      story.send(Array("\u{1B}[93u".utf8))
      try story.see("[Tue 5]")
      story.press(.control("l"))
      try story.wait("paint at once") { _ in story.hasWritten("\u{1B}[?2026h") && story.hasWritten("\u{1B}[?2026l") }
      // Ctrl-C by its number closes and quits, as the byte does.
      story.send(Array("\u{1B}[99;5u".utf8))
      try story.expectExit()
      story.expectTerminalAsBefore()
      #expect(story.hasWritten("\u{1B}[<u"))
    }

    @Test("A terminal that says xterm and has 256 colours is shown them")
    func manyColors() throws {
      let story = try Self.start(
        ["\u{1B}]4;255;?\u{1B}\\": "\u{1B}]4;255;rgb:eeee/eeee/eeee\u{1B}\\", Self.end: Self.attributes],
        environment: ["TERM": "xterm"])
      try story.wait("have the colours") { Self.look($0) == Self.dark }
      try story.see(">09:00-10:30", "? help")
      #expect(story.terminal.isAlternateScreen)
      try Self.leave(story)
    }

    @Test(
      "What was set is given back after a stop and a crash, and the title and Alt are as before",
      arguments: [false, true])
    func givenBack(crashes: Bool) throws {
      let story = try crashes ? Home().open() : Home().openAsJob()
      try story.see("NOW")
      #expect(
        story.hasWritten("\u{1B}[?1036h") && story.hasWritten("\u{1B}[?1039h") && story.hasWritten("\u{1B}[22;2t"))
      #expect(story.hasWritten("\u{1B}]2;Human Rights and Election Standards"))
      if crashes {
        story.signal(SIGSEGV)
        try story.expectExit(.signal(SIGSEGV), within: 5)
      } else {
        story.press(.control("z"))
        try story.see("stopped 1")
      }
      #expect(story.hasWritten("\u{1B}[?1036;1039r") && story.hasWritten("\u{1B}[23;2t"))
      guard !crashes else { return }
      let before = story.transcript.count
      story.type("\n")
      try story.see("NOW")
      let again = String(decoding: story.transcript[before...], as: UTF8.self)
      #expect(again.contains("\u{1B}[?1036h") && again.contains("\u{1B}]2;Human Rights"))
      story.press("q")
      try story.see("ended")
      try story.expectExit()
    }

    @Test("In GNU screen the mouse is left alone, so that Esc is a key; m has it all the same")
    func screen() throws {
      for environment in [["TERM": "screen"], ["TERM": "xterm-256color", "STY": "1.pts"]] {
        let story = try Home().open(environment: environment)
        try story.see("NOW", "? help")
        #expect(!story.terminal.wantsMouse)
        story.press("m")
        try story.wait("have the mouse") { $0.wantsMouse }
        try Self.leave(story)
      }
      let tmux = try Home().open(environment: ["TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"])
      try tmux.see("NOW")
      try tmux.wait("have the mouse") { $0.wantsMouse }
    }

    @Test("Each mark can be made without Alt, behind a prefix that tells what may follow")
    func withoutAlt() throws {
      let story = try Home().open(environment: ["VTE_VERSION": "6800"])
      try story.see("NOW")
      story.press("e")
      try story.see("Ctrl-G for Alt")
      story.type("send the text")
      story.press(.control("g"))
      try story.see("Mark the line as a decision")
      story.press("d")
      try story.see("**Decision:** send the text")
      story.press(.control("g"), "u")
      try story.wait("undo") {
        $0.rows.contains { $0.contains("send the text") } && !$0.rows.contains { $0.contains("**Decision") }
      }
      // Keys that delete, however they are sent.
      story.send([0x08])
      try story.wait(untilGone: "send the text")
      story.send(Array("\u{1B}[127;5u".utf8))
      try story.wait(untilGone: "send the tex")
      try story.see("send the")
      story.send(Array("\u{1B}[7$\u{7F}".utf8))
      try story.wait(untilGone: "send the")
      story.press(.escape)
      try story.wait(untilGone: "Ctrl-T stamp")
      try Self.leave(story)
    }
  }
}
