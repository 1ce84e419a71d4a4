import Cells
import Glibc
import Support
import Testing

@Suite(.serialized)
struct SignalTests {
  @Test(
    "A signal to end is answered, and the terminal given back",
    arguments: [(SIGTERM, 4), (SIGHUP, 5), (SIGINT, 6)])
  func ending(signal: Int32, status: Int) throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe")
    story.signal(signal)
    try story.expectExit(.status(status))
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
    #expect(!story.terminal.isAlternateScreen)
  }

  @Test("A signal ignored by whoever started us stays ignored")
  func ignored() throws {
    let story = try TerminalStory(
      "/bin/sh", ["-c", "trap '' HUP; exec \(BuiltProgram.path("TerminalProbe"))"])
    try story.wait(until: "probe")
    story.signal(SIGHUP)
    story.press("x")
    try story.wait(until: "character(\"x\")")
    #expect(!story.screen.contains { $0.contains("hangup") })
  }

  @Test(
    "A crash gives the terminal back at once and still is a crash",
    arguments: [("c", [SIGILL, SIGTRAP]), ("s", [SIGSEGV]), ("o", [SIGSEGV]), ("a", [SIGABRT])]
      as [(Character, [Int32])])
  func crash(key: Character, signals: [Int32]) throws {
    let story = try ScreenTests.start([], ["SWIFT_BACKTRACE": "enable=yes,interactive=yes"])
    try story.wait(until: "probe")
    let start = TerminalStory.now
    story.press(.character(key))
    try story.wait("end") { _ in story.pseudoTerminal.exitIfEnded() != nil }
    #expect(TerminalStory.now - start < 5)
    let ending = story.pseudoTerminal.exitIfEnded()
    let isExpected = signals.contains { ending == .signal($0) }
    #expect(isExpected, "ended with \(String(describing: ending))")
    while story.pump(milliseconds: 10) {}
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
    #expect(!story.terminal.isAlternateScreen && !story.terminal.wantsMouse && !story.terminal.bracketsPastes)
    #expect(story.terminal.isCursorVisible)
    // What Swift says of its trap is there to be read and reported.
    if key == "c" { #expect(story.screen.joined().contains("Index out of range")) }
  }

  @Test(
    "Killed from outside by QUIT, BUS, FPE or SYS it gives the terminal back",
    arguments: [SIGQUIT, SIGBUS, SIGFPE, SIGSYS])
  func killed(signal: Int32) throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe")
    story.signal(signal)
    try story.expectExit(.signal(signal))
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
    #expect(!story.terminal.isAlternateScreen)
  }

  /// A shell with job control, as the program under test has above it in life.
  private func job() throws -> TerminalStory {
    try TerminalStory(
      "/bin/sh",
      ["-c", "set -m; \(BuiltProgram.path("TerminalProbe")); echo stopped; read line; fg >/dev/null; echo ended $?"])
  }

  @Test("Ctrl-Z gives the terminal to the shell, and fg takes it over again at its new size")
  func stopAndContinue() throws {
    let story = try job()
    try story.wait(until: "probe 80x24")
    story.press(.control("z"))
    try story.wait(until: "stopped")
    #expect(!story.terminal.isAlternateScreen && !story.terminal.wantsMouse && !story.terminal.bracketsPastes)
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
    story.resize(to: Size(width: 60, height: 20))
    story.type("\n")
    try story.wait(until: "probe 60x20")
    try story.wait(until: "control(\"z\")")
    #expect(story.terminal.isAlternateScreen && story.terminal.wantsMouse && story.terminal.bracketsPastes)
    #expect(story.pseudoTerminal.modes.isRaw)
    story.press("q")
    try story.wait(until: "ended 0")
    try story.expectExit()
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
  }

  @Test("A stop from outside does the same as Ctrl-Z")
  func stopFromOutside() throws {
    let story = try job()
    try story.wait(until: "probe")
    story.pseudoTerminal.signalForeground(SIGTSTP)
    try story.wait(until: "stopped")
    #expect(!story.terminal.isAlternateScreen)
    story.type("\n")
    try story.wait(until: "signal stop")
    #expect(story.terminal.isAlternateScreen)
    story.press("q")
    try story.wait(until: "ended 0")
  }

  @Test("Started in the background it waits until it is in the foreground")
  func background() throws {
    let story = try TerminalStory(
      "/bin/sh",
      [
        "-c",
        "set -m; \(BuiltProgram.path("TerminalProbe")) & echo in the background; read line; fg >/dev/null; echo ended $?",
      ])
    try story.wait(until: "in the background")
    // It may not have come as far as to the terminal yet; whenever it does, it has to wait.
    story.pump(milliseconds: 200)
    #expect(!story.terminal.isAlternateScreen && !story.pseudoTerminal.modes.isRaw)
    story.type("\n")
    try story.wait(until: "probe 80x24")
    story.press("q")
    try story.wait(until: "ended 0")
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
  }

  @Test("Sent to the background by bg it stops again, and takes the terminal over when fg brings it back")
  func continuedInTheBackground() throws {
    let story = try TerminalStory(
      "/bin/sh",
      [
        "-c",
        "set -m; \(BuiltProgram.path("TerminalProbe")); bg >/dev/null; echo stopped; read line; fg >/dev/null; echo ended $?",
      ])
    try story.wait(until: "probe")
    story.press(.control("z"))
    try story.wait(until: "stopped")
    story.pump(milliseconds: 200)
    #expect(!story.terminal.isAlternateScreen && !story.pseudoTerminal.modes.isRaw)
    story.type("\n")
    try story.wait(until: "control(\"z\")")
    #expect(story.terminal.isAlternateScreen && story.pseudoTerminal.modes.isRaw)
    story.press("q")
    try story.wait(until: "ended 0")
  }

  @Test("Where no shell could continue it, Ctrl-Z does nothing")
  func orphaned() throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe")
    story.press("z", "x")
    try story.wait(until: "character(\"x\")")
    #expect(story.terminal.isAlternateScreen)
  }

  @Test("After SIGSTOP and SIGCONT the screen is repaired")
  func stopThatCannotBeCaught() throws {
    let story = try ScreenTests.start()
    try story.wait(until: "reverse")
    story.signal(SIGSTOP)
    story.terminal.feed(Array("\u{1B}[2J\u{1B}[?1000l\u{1B}[?2004lrubbish".utf8))
    story.signal(SIGCONT)
    try story.wait(until: "signal resume")
    try story.wait(untilGone: "rubbish")
    #expect(story.screen[0].hasPrefix("probe 80x24"))
    #expect(story.terminal.wantsMouse && story.terminal.bracketsPastes)
  }
}
