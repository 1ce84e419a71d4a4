import Cells
import Glibc
import Support
import Testing

@Suite(.serialized)
struct ResizeTests {
  @Test("Every size is taken, down to 1x1 and up again")
  func sizes() throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe 80x24")
    for (width, height) in [(40, 12), (1, 1), (200, 60), (2, 50), (300, 1), (80, 24)] {
      story.resize(to: Size(width: width, height: height))
      let title = String("probe \(width)x\(height)".prefix(width))
      try story.wait("fill \(width)x\(height)") { terminal in terminal.row(0).hasPrefix(title) }
    }
    try story.wait(until: "reverse")
    #expect(story.screen[1] == "wide 漢字|e\u{301}|👍|→…é•|")
    story.press("q")
    try story.expectExit()
  }

  @Test("A storm of sizes ends with the last one", .timeLimit(.minutes(1)))
  func storm() throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe 80x24")
    for step in 0..<3000 {
      story.resize(to: Size(width: 1 + step * 7 % 200, height: 1 + step * 5 % 60))
      if step % 20 == 0 { story.pump(milliseconds: 0) }
    }
    story.resize(to: Size(width: 77, height: 20))
    try story.wait(until: "probe 77x20")
    story.press("q")
    try story.expectExit()
  }

  @Test("A terminal without a size has 80x24")
  func noSize() throws {
    let story = try ScreenTests.start(size: Size(width: 0, height: 0))
    story.terminal.resize(to: Size(width: 80, height: 24))
    try story.wait(until: "probe 80x24")
  }
}
