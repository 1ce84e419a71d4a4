import Cells
import Glibc
import Support
import Testing

/// Terminals that are missing, gone or stalled.
@Suite(.serialized)
struct LostTerminalTests {
  @Test("A closed terminal ends the program within a second", arguments: [true, false])
  func closed(ignoresHangup: Bool) throws {
    let path = BuiltProgram.path("TerminalProbe")
    let story = try TerminalStory("/bin/sh", ["-c", (ignoresHangup ? "trap '' HUP; " : "") + "exec \(path)"])
    try story.wait(until: "probe")
    let start = TerminalStory.now
    story.pseudoTerminal.closeMaster()
    while story.pseudoTerminal.exitIfEnded() == nil, TerminalStory.now - start < TerminalStory.patience {
      story.pump(milliseconds: 10)
    }
    let ending = try #require(story.pseudoTerminal.exitIfEnded())
    #expect(TerminalStory.now - start < 1.5)
    #expect(ending == .status(9) || ending == .status(5))
    if ignoresHangup { #expect(ending == .status(9)) }
  }

  @Test("A terminal that takes no output holds nothing up, and is sent the newest picture when it does")
  func stalled() throws {
    let story = try ScreenTests.start(size: Size(width: 200, height: 60))
    try story.wait(until: "reverse")
    // Nobody reads from here on: each r paints the whole screen.
    for _ in 0..<200 { _ = story.pseudoTerminal.write(Array("r".utf8)[...]) }
    // The program goes on reading although it can show nothing: the kernel keeps some 68 kB of what is typed, so that
    // this only ends when the program takes it.
    var paste = Array("\u{1B}[200~".utf8) + [UInt8](repeating: 0x78, count: 300_000) + Array("\u{1B}[201~".utf8)
    let end = TerminalStory.now + TerminalStory.patience
    while !paste.isEmpty, TerminalStory.now < end {
      let count = story.pseudoTerminal.write(paste[...])
      paste.removeFirst(count)
      if count == 0 { poll(nil, 0, 1) }
    }
    #expect(paste.isEmpty)
    try story.wait(until: "events 201 pasted 300000")
    story.press("q")
    try story.expectExit()
    #expect(!story.terminal.isAlternateScreen)
  }

  @Test("A stalled terminal does not keep the program from ending")
  func stalledAtTheEnd() throws {
    let story = try ScreenTests.start(size: Size(width: 200, height: 60))
    try story.wait(until: "reverse")
    for _ in 0..<200 { _ = story.pseudoTerminal.write(Array("r".utf8)[...]) }
    story.signal(SIGTERM)
    let end = TerminalStory.now + TerminalStory.patience
    while story.pseudoTerminal.exitIfEnded() == nil, TerminalStory.now < end { poll(nil, 0, 10) }
    #expect(story.pseudoTerminal.exitIfEnded() == .status(4))
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
  }

  @Test(
    "Without a terminal that can show it, it says why and touches nothing",
    arguments: [
      (["TERM": "nonesuch"], "unknownTerminal(\"nonesuch\")"), (["TERM": ""], "unknownTerminal(\"\")"),
      (["TERM": "dumb"], "dumbTerminal(\"dumb\")"),
    ])
  func noScreen(environment: [String: String], error: String) throws {
    let story = try ScreenTests.start([], environment)
    try story.expectExit(.status(3))
    #expect(story.screen[0].contains(error))
    #expect(story.transcript.firstIndex(of: 0x1B) == nil)
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
  }

  @Test("Without a terminal at either side it says so", arguments: ["</dev/null", "| cat"])
  func notATerminal(redirection: String) throws {
    let story = try TerminalStory("/bin/sh", ["-c", "\(BuiltProgram.path("TerminalProbe")) \(redirection)"])
    try story.wait(until: "error: noTerminal")
    #expect(story.transcript.firstIndex(of: 0x1B) == nil)
  }
}
