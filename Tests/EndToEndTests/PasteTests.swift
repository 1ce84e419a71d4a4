import Cells
import Support
import Testing

extension EndToEnd {
  struct PasteTests {
    @Test("What is pasted into a panel runs nothing")
    func intoPanel() throws {
      let story = try Home().open()
      try story.see("NOW", "? help")
      let before = story.screen
      story.paste("q:!rm -rf\r\n*]\u{3}q")
      try story.see("Pasted text is not taken as commands", "NOW")
      #expect(story.screen.dropLast(2) == before.dropLast(2))
      story.press(.down)
      try story.see(">10:30-11:00")
    }

    @Test("What is pasted into the search box is text, in one line")
    func intoSearch() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      try story.see("Find:")
      story.paste("q:!rm")
      try story.see("Find: q:!rm", "Nothing found")
      story.press(.control("u"))
      story.paste("civic\nspace\u{1B}[31m")
      try story.see("Find: civic space")
      story.press(.escape)
      try story.see("NOW")
    }

    @Test("A megabyte pasted into the search box does not hang")
    func muchIntoSearch() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("/")
      try story.see("Find:")
      story.paste(String(repeating: "lorem ipsum ", count: 90_000))
      story.press(.escape)
      try story.see("NOW")
      story.press(.down)
      try story.see(">10:30-11:00")
    }

    @Test("Esc closes a box without another key")
    func escape() throws {
      let story = try Home().open()
      try story.see("NOW")
      var times: [Double] = []
      for _ in 0..<5 {
        story.press("/")
        try story.see("Find:")
        let start = TerminalStory.now
        story.press(.escape)
        try story.wait(untilGone: "Find:")
        times.append(TerminalStory.now - start)
      }
      #expect(times.sorted()[2] < 0.5)
    }

    @Test("Arrow keys cut in two by a slow line are still arrow keys")
    func slowLine() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.send([0x1B])
      story.send(Array("[".utf8))
      story.send(Array("B".utf8))
      try story.see(">10:30-11:00")
    }
  }
}
