import Cells
import Support
import Testing

extension EndToEnd {
  struct FindingTests {
    @Test("It finds while somebody types, whatever the case, and jumps to the marked words")
    func asTyped() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      try story.see("Find:", "Accents and capitals do not matter")
      story.type("GENEV")
      try story.see("found", "Second workshop: treaty bodies", "Third workshop: Universal Periodic Review")
      story.type("xyz")
      try story.see("Nothing found")
      story.press(.backspace, .backspace, .backspace)
      try story.see("Second workshop: treaty bodies")
      story.press(.control("u"))
      try story.see("Accents and capitals do not matter")
      story.type("treaty mon")
      try story.see("> ", "Second workshop: treaty bodies")
      story.press(.enter)
      try story.see("Place 1 of")
    }

    @Test("The words are marked where they stand, and n and N go on and back")
    func marks() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      story.type("universal")
      try story.see("found")
      story.press(.enter)
      try story.see("Place 1 of")
      try story.wait("see the word marked", until: { Self.marked($0, "Universal").count > 0 })
      let first = story.screen
      story.press("n", "n", "n", "n", "n", "n")
      try story.wait("be elsewhere") { $0.rows != first }
      let later = story.screen
      story.press("N")
      try story.wait("be further back") { $0.rows != later }
      story.press("1", "n")
      try story.wait("see the word marked", until: { Self.marked($0, "Universal").count > 0 })
    }

    /// Where a word stands in another style than the place before it.
    private static func marked(_ terminal: VirtualTerminal, _ word: String) -> [Point] {
      (0..<terminal.size.height).flatMap { y in
        (32..<terminal.size.width - word.count).compactMap { x -> Point? in
          let places = (0..<word.count).map { terminal.place(x + $0, y) }
          guard places.map(\.text).joined() == word, Set(places.map(\.style)).count == 1 else { return nil }
          return places[0].style == terminal.place(x + word.count, y).style ? nil : Point(x: x, y: y)
        }
      }
    }

    @Test("Accents do not matter either way")
    func accents() throws {
      let home = try Home()
      let bundle = try home.bundle(
        sessions: [#""id": "e", "title": "Économie électorale à São Tomé", "start": "2017-12-04T09:00""#])
      let story = try home.open(bundle)
      try story.see("Économie")
      story.press("/")
      story.type("economie sao")
      try story.see("1 found")
      story.press(.control("u"))
      story.type("ÉLECTORALE")
      try story.see("1 found")
    }

    @Test("A note beside the plan is shown, counted and found")
    func notes() throws {
      let home = try Home()
      try home.folder.write(
        "data/plenary/human-rights-elections-2017/notes/session-opening.md",
        "Who reports to the treaty bodies?\n\nAsk about **quixotic** plans.\n")
      let story = try home.open()
      try story.see("09:00-10:30•", "5 Notes", "3 lines", "Who reports to the treaty bodies?")
      story.press("5")
      try story.see("Ask about quixotic plans.")
      story.press("/")
      story.type("quixotic")
      try story.see("1 found", "Note on")
      story.press(.escape, "1", .down)
      try story.see("No notes on this page.")
      story.press("/")
      story.type("quixotic")
      try story.see("1 found")
      story.press(.enter)
      try story.see(">09:00-10:30", "Ask about quixotic plans.")
    }
  }
}
