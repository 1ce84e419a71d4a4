import Cells
import Support
import Testing

/// With the first picture the terminal is taken over; drawn anew it must be the same.
@Suite(.serialized)
struct FirstPictureTests {
  private static let clear = Array("\u{1B}[H\u{1B}[2J".utf8)

  @Test(
    "Drawn anew it is the same, sign for sign",
    arguments: [
      ("xterm-256color", "256", 80, 24, 1), ("xterm-256color", "256", 160, 48, 2), ("tmux-256color", "256", 80, 24, 3),
      ("xterm-256color", "none", 80, 24, 4), ("xterm-256color", "256", 20, 5, 5), ("xterm-256color", "256", 9, 5, 6),
    ])
  func sameAsLater(terminal: String, colors: String, width: Int, height: Int, seed: Int) throws {
    let story = try ScreenTests.start(
      ["patchwork=\(seed)", "colors=\(colors)"], ["TERM": terminal], size: Size(width: width, height: height))
    try story.wait("show the first picture") { $0.wantsMouse && $0.bracketsPastes && $0.isAlternateScreen }
    while story.pump(milliseconds: 100) {}
    let first = Self.places(of: story)
    let cursor = story.terminal.cursor
    #expect(first.contains { $0.text == "漢" } || width < 80)
    let before = story.transcript.count
    story.press("r")
    try story.wait("draw anew") { _ in story.transcript[before...].firstRange(of: Array("\u{1B}[H".utf8)) != nil }
    while story.pump(milliseconds: 100) {}
    #expect(Self.places(of: story) == first)
    #expect(story.terminal.cursor == cursor)
    #expect(story.terminal.isCursorVisible)
  }

  @Test("It takes fewer bytes than a terminal's buffer has, and what follows it is small")
  func size() throws {
    let story = try ScreenTests.start(["list"])
    try story.wait("show the first picture") { $0.wantsMouse && $0.row(1).hasPrefix(">") }
    while story.pump(milliseconds: 100) {}
    #expect(story.transcript.firstRange(of: Self.clear) != nil)
    #expect(story.transcript.count < 4_096)
    let before = story.transcript.count
    story.press(.down)
    try story.wait("select the second row") { $0.row(2).hasPrefix(">") && $0.cursor == Point(x: 0, y: 2) }
    #expect(story.transcript.count - before < 400)
    #expect(story.row(with: "Session number 1,") == 1)
  }

  @Test("A change of size before anything else was shown is drawn whole")
  func resizedAtOnce() throws {
    let story = try ScreenTests.start()
    try story.wait(until: "probe 80x24")
    story.resize(to: Size(width: 100, height: 30))
    try story.wait(until: "probe 100x30")
    #expect(story.screen[2] == "┌─┬─┐ “quotes” – straße")
    #expect(story.screen.count { $0.contains("probe") } == 1)
  }

  /// The colour of letters on a blank is nobody's matter.
  private static func places(of story: TerminalStory) -> [VirtualTerminal.Place] {
    let size = story.terminal.size
    return (0..<size.height).flatMap { y in
      (0..<size.width).map { x in
        var place = story.cell(x, y)
        guard place.text == " " || place.text.isEmpty else { return place }
        place.text = " "
        place.style.foreground = .terminal
        place.style.attributes.formIntersection([.underline, .reverse])
        return place
      }
    }
  }
}
