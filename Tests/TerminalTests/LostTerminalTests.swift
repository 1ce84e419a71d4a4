import Cells
import Glibc
import Support
import Testing

@Suite("Terminals that are missing, gone or stalled", .serialized)
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
    let start = story.pseudoTerminal.processorTime
    let end = TerminalStory.now + TerminalStory.patience
    // The keys are taken although nothing can be shown: the line discipline holds 4095 bytes, so the loop only ends
    // when the program goes on reading.
    var typed = 0
    while typed < 20_000, TerminalStory.now < end {
      typed += story.pseudoTerminal.write([UInt8](repeating: 0x78, count: 100)[...])
      if typed % 4000 == 0 { poll(nil, 0, 1) }
    }
    #expect(typed >= 20_000)
    print("stalled: \(story.pseudoTerminal.processorTime - start) ms of processor time")
    try story.wait(until: "events \(200 + typed) ")
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
