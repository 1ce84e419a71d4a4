import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct SizeTests {
    @Test("Selection and reading position survive every size, down to one cell")
    func sizes() throws {
      let story = try Home().open()
      try story.see("NOW", "2/7")
      story.press(.down, .down, .down, .down)
      try story.see(">14:00-17:30", "6/7")
      story.press("4", .down, .enter)
      for _ in 0..<5 { story.press(.pageDown) }
      try story.see("12. The second workshop")
      // The last page may still be on its way.
      while story.pump(milliseconds: 300) {}
      let before = story.screen
      let top = before[2].split(separator: "│").last.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
      let words = try #require(top)

      story.resize(to: Size(width: 160, height: 48))
      try story.see(">14:00-17:30", words)
      story.resize(to: Size(width: 40, height: 12))
      try story.see("4 Documents")
      try story.wait("begin with the same words") { ($0.row(2) + " " + $0.row(3)).contains(words) }
      story.resize(to: Size(width: 20, height: 5))
      try story.wait("fill 20x5") { $0.rows.count == 5 && $0.rows.contains { $0.contains("Docs") } }
      story.resize(to: Size(width: 18, height: 4))
      try story.see("Needs 20x5, has", "18x4")
      // A key still works: it is seen when there is room again.
      story.press("1")
      story.resize(to: Size(width: 1, height: 1))
      story.press(.down)
      story.resize(to: Size(width: 80, height: 24))
      try story.see(">17:30-19:00", "7/7")
      story.press(.up, "4")
      try story.wait("show what was there before") { Self.body($0.rows) == Self.body(before) }
      story.press("q")
      try story.expectExit()
    }

    /// The rows between title bar and status line.
    private static func body(_ rows: [String]) -> ArraySlice<String> { rows.dropFirst().dropLast(2) }

    @Test("Every size from one cell on is drawn without a trap")
    func everySize() throws {
      let story = try Home().open()
      try story.see("NOW")
      var bells = 0
      for width in [1, 2, 3, 5, 8, 13, 19, 20, 21, 29, 39, 59, 60, 61, 79, 109, 139, 140, 200, 400] {
        for height in [1, 2, 4, 5, 6, 11, 12, 13, 15, 16, 30, 120] {
          story.resize(to: Size(width: width, height: height))
          // Without a search, n rings: everything before it has been done then.
          story.press("/", .escape, ":", .escape, .tab)
          story.press("n")
          bells += 1
          try story.wait("ring at \(width)x\(height)") { $0.bells == bells }
        }
      }
      story.resize(to: Size(width: 80, height: 24))
      story.press("1")
      try story.see(">09:00-10:30", "NOW")
      story.press("q")
      try story.expectExit()
    }

    @Test(
      "It starts at any size",
      arguments: [
        Size(width: 1, height: 1), Size(width: 18, height: 4), Size(width: 20, height: 5), Size(width: 300, height: 2),
        Size(width: 2, height: 100), Size(width: 400, height: 120),
      ])
    func starting(size: Size) throws {
      let story = try Home().open(size: size)
      try story.wait("take the terminal over") { $0.isAlternateScreen }
      story.press(.down, "/")
      story.resize(to: Size(width: 80, height: 24))
      try story.see("Find:")
      story.press(.escape)
      try story.see(">10:30-11:00", "NOW", "? help")
      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("A terminal that does not know its size is taken for 80x24")
    func unknownSize() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press(.down)
      try story.see(">10:30-11:00")
      story.pseudoTerminal.resize(to: Size(width: 0, height: 0))
      story.press(.down, .control("l"))
      try story.see(">11:00-12:30", "? help")
      story.press("q")
      try story.expectExit()
    }

    @Test("A size as large as can be said, by the system or in a report, is drawn as far as anybody sees")
    func claimedSize() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.pseudoTerminal.resize(to: Size(width: 65_535, height: 65_535))
      story.press(.down)
      for report in ["[48;2147483648;2147483648;4294967296;4294967296t", "[8;2147483648;2147483648t"] {
        story.type("\u{1B}" + report)
        story.pump(milliseconds: 100)
      }
      story.resize(to: Size(width: 80, height: 24))
      try story.see(">10:30-11:00", "? help")
      story.press("q")
      try story.expectExit()
    }

    @Test("A storm of 500 sizes ends at the last one, with the same session selected")
    func storm() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press(.down, .down)
      try story.see(">11:00-12:30")
      for step in 0..<500 {
        story.resize(to: Size(width: 1 + (step * 37) % 200, height: 1 + (step * 23) % 60))
        story.pump(milliseconds: 0)
      }
      story.resize(to: Size(width: 80, height: 24))
      try story.see(">11:00-12:30", "NOW", "Enter read")
      try story.wait("have its whole frame") { $0.row(21).hasPrefix("└") && $0.row(21).hasSuffix("┘") }
      story.press("q")
      try story.expectExit()
    }
  }
}
