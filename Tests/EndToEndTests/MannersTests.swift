import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Manners on a terminal.
  struct MannersTests {
    @Test("Ctrl-Z gives the terminal to the shell, and fg brings back what was there", arguments: [false, true])
    func suspending(fromOutside: Bool) throws {
      let story = try Home().openAsJob()
      try story.see("NOW")
      story.press(.down, .down)
      try story.see(">11:00-12:30", "Participants first talk about")
      for (count, size) in [Size(width: 80, height: 24), Size(width: 100, height: 30)].enumerated() {
        if fromOutside { story.pseudoTerminal.signalForeground(SIGTSTP) } else { story.press(.control("z")) }
        try story.see("stopped \(count + 1)")
        story.expectTerminalAsBefore()
        story.resize(to: size)
        story.type("\n")
        try story.see(">11:00-12:30", "Participants first talk about")
        try story.wait("fill the screen") { $0.row(size.height - 1).contains("Enter read") }
        #expect(story.terminal.isAlternateScreen && story.terminal.wantsMouse && story.terminal.bracketsPastes)
        #expect(story.pseudoTerminal.modes.isRaw)
      }
      story.press("q")
      try story.see("ended")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("Ended while it is stopped, it is gone when it is continued, and the shell's terminal is left alone")
    func endedWhileStopped() throws {
      let home = try Home()
      let story = try TerminalStory(
        "/bin/sh",
        ["-c", "set -m; \(BuiltProgram.path("plenary")) --now \(Home.monday); echo stopped; read line; echo over"],
        environment: home.environment)
      story.keep(home)
      try story.see("NOW")
      let job = try #require(story.pseudoTerminal.children.first)
      story.press(.control("z"))
      try story.see("stopped")
      kill(job, SIGTERM)
      kill(job, SIGCONT)
      try story.wait("see the job end") { _ in !PseudoTerminal.isRunning(job) }
      story.expectTerminalAsBefore()
      story.type("\n")
      try story.see("over")
      try story.expectExit()
    }

    @Test("Where no shell could continue it, Ctrl-Z does nothing")
    func orphaned() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press(.control("z"), .down)
      try story.see(">10:30-11:00")
    }

    @Test("Ctrl-L draws anew what another program has written over")
    func redrawing() throws {
      let story = try Home().open()
      try story.see("NOW", "? help")
      let before = story.screen
      story.terminal.feed(Array("\u{1B}[2J\u{1B}[Hrubbish".utf8))
      story.press(.control("l"))
      try story.wait("see the screen as before") { $0.rows == before }
    }

    @Test("Signals to end are answered with their status", arguments: [SIGTERM, SIGHUP, SIGINT])
    func ending(signal: Int32) throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      try story.see("Find:")
      story.signal(signal)
      try story.expectExit(.status(128 + Int(signal)))
      story.expectTerminalAsBefore()
    }

    @Test("Ctrl-C closes what is open and quits from the agenda")
    func interrupting() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      try story.see("Find:")
      story.press(.control("c"))
      try story.wait(untilGone: "Find:")
      story.press(.control("c"))
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("A crash gives the terminal back at once and still is one", arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS])
    func crashing(signal: Int32) throws {
      let story = try Home().open(environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=yes"])
      try story.see("NOW")
      story.signal(signal)
      try story.expectExit(.signal(signal), within: 5)
      story.expectTerminalAsBefore()
    }

    @Test("A closed terminal ends it within a second, with SIGHUP ignored as well", arguments: [false, true])
    func closing(ignoresHangup: Bool) throws {
      let home = try Home()
      let command = "exec \(BuiltProgram.path("plenary")) --now \(Home.monday)"
      let story = try TerminalStory(
        "/bin/sh", ["-c", (ignoresHangup ? "trap '' HUP; " : "") + command], environment: home.environment)
      story.keep(home)
      try story.see("NOW")
      let before = story.pseudoTerminal.processorTime
      let start = TerminalStory.now
      story.pseudoTerminal.closeMaster()
      var used = before
      while story.pseudoTerminal.exitIfEnded() == nil, TerminalStory.now - start < TerminalStory.patience {
        used = max(used, story.pseudoTerminal.processorTime)
        poll(nil, 0, 5)
      }
      let ending = try #require(story.pseudoTerminal.exitIfEnded(), "it goes on without a terminal")
      #expect(TerminalStory.now - start < 1.5)
      #expect(used - before < 300, "it has not spun")
      #expect(ending == .status(0) || !ignoresHangup && ending == .status(129))
    }

    @Test("q at the start, from any panel, leaves with 0")
    func quitting() throws {
      for panel: Key in ["1", "2", "3", "4", "5"] {
        let story = try Home().open()
        story.press(panel, "q")
        try story.expectExit()
        story.expectTerminalAsBefore()
      }
    }
  }
}
