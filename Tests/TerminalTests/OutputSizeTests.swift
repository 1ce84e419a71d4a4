import Cells
import Support
import Testing

@Suite(.serialized)
struct OutputSizeTests {
  @Test("Moving the selection by a row at 160x48 sends at most 400 bytes")
  func selection() throws {
    let story = try ScreenTests.start(["list"], size: Size(width: 160, height: 48))
    try Self.waitForFirstPicture(story)
    for row in 2...10 {
      let before = story.transcript.count
      story.press(.down)
      try story.wait("select row \(row)") { $0.row(row).hasPrefix(">") && $0.cursor == Point(x: 0, y: row) }
      let sent = story.transcript.count - before
      #expect(sent <= 400, "row \(row)")
    }
  }

  /// The cursor is put in its place last.
  private static func waitForFirstPicture(_ story: TerminalStory) throws {
    try story.wait("fill the screen") {
      $0.row(1).hasPrefix(">") && $0.row(46).hasSuffix("while.") && $0.cursor == Point(x: 0, y: 1)
    }
  }

  @Test("What is no event sends nothing")
  func noEvent() throws {
    let story = try ScreenTests.start(["list"], size: Size(width: 160, height: 48))
    try Self.waitForFirstPicture(story)
    let before = story.transcript.count
    // The mouse wheel to the side is no event: the loop wakes and shows nothing new.
    story.send(Array(String(repeating: "\u{1B}[<66;1;1M", count: 40).utf8))
    story.press(.down)
    try story.wait("select the second row") { $0.row(2).hasPrefix(">") && $0.cursor == Point(x: 0, y: 2) }
    #expect(story.transcript.count - before <= 400)
  }
}
