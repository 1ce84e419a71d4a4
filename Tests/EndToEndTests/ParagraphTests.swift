import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Notes on the paragraphs of a draft that changes.
  struct ParagraphTests {
    private static let first = [
      "# Declaration", "The participants met in Ruritania to speak of elections and of the rights of voters.",
      "Observers shall have access to every polling station without notice.",
      "Observers shall pay their own way.", "The secretariat shall send this declaration to all governments.",
    ]
    private static let second = [
      "# Declaration", "A word of welcome from the chair.",
      "The participants met in Ruritania to speak of elections and of the rights of voters.",
      "Observers shall have free access to all polling stations, without any notice.",
      "The secretariat shall send this declaration to all governments.",
    ]

    private func bundle(_ home: Home, _ paragraphs: [String]) throws -> String {
      let text = paragraphs.joined(separator: #"\n\n"#)
      return try home.bundle(
        agenda: """
          {"format": "plenary-agenda", "formatVersion": 1,
           "conference": {"id": "draft", "title": "Drafting", "timeZone": "UTC", "start": "2017-12-04",
            "end": "2017-12-04"},
           "sessions": [{"id": "one", "title": "The draft", "kind": "session", "start": "2017-12-04T09:00",
            "end": "2017-12-04T12:00"}],
           "documents": [{"id": "declaration", "title": "The declaration", "text": "\(text)"}]}
          """)
    }

    private func write(_ words: String, on paragraph: String, _ story: TerminalStory) throws {
      story.press("#")
      try story.see("Go to paragraph:")
      story.type(paragraph)
      story.press(.enter, "e")
      try story.see("[¶ \(paragraph)]")
      story.type(words)
      try story.see(words)
      story.press(.escape)
      try story.see("# paragraph")
    }

    @Test("What was written about paragraphs is found again in the next version, or said to be reworded, moved or gone")
    func versions() throws {
      let home = try Home()
      let story = try home.open(bundle(home, Self.first), size: Size(width: 120, height: 40))
      try story.see("The draft")
      story.press("4", .down, .enter)
      try story.see("1 Declaration", "5 The secretariat")
      try write("who else was there", on: "2", story)
      try write("not in prisons", on: "3", story)
      try write("the poor ones cannot", on: "4", story)
      try story.see("•  2 The participants", "•  3 Observers shall have", "•  4 Observers shall pay")
      story.press("q")
      try story.expectExit()

      let next = try home.open(bundle(home, Self.second), size: Size(width: 120, height: 40))
      try next.see("The draft")
      next.press("4", .down, .enter)
      try next.see("•  3 The participants", "•  4 Observers shall have free")
      next.press("a")
      try next.see("[¶ 2] moved, now ¶ 3", "[¶ 3] reworded and moved, now ¶ 4", "[¶ 4] gone from the text")
      try next.see("the poor ones cannot")
      #expect(next.row(with: "]: #") == nil)
      next.press(.escape)
      try next.see("# paragraph")
      next.press("q")
      try next.expectExit()

      // A copy carries what it needs: where nothing else is known, it is found by that.
      let note = home.data + "/plenary/draft/notes/document-declaration.md"
      let text = String(decoding: try TemporaryFolder.bytes(of: note), as: UTF8.self)
      #expect(text.contains("\n[¶ 3]: # \"") && text.hasSuffix("\"\n"), "\(text)")
      let other = try Home()
      let copy = other.data + "/plenary/draft/notes/document-declaration.md"
      for folder in ["plenary", "plenary/draft", "plenary/draft/notes"] { other.folder.folder("data/" + folder) }
      try TemporaryFolder.write(Array(text.utf8), to: copy)
      let copied = try other.open(bundle(other, Self.second), size: Size(width: 120, height: 40))
      try copied.see("The draft")
      copied.press("a")
      try copied.see("[¶ 2] moved, now ¶ 3", "[¶ 3] reworded and moved, now ¶ 4", "[¶ 4] gone from the text")
      copied.press(.escape)
      try copied.see("* star")
      copied.press("q")
      try copied.expectExit()
    }

    @Test("A letter changes nothing on the terminal but its line, and what is saved is said when typing rests")
    func quiet() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("H")
      try story.wait(untilGone: "Write here.")
      let row = story.row(with: "  H ") ?? -1
      let before = story.screen
      for (index, letter) in "ello everybody".enumerated() {
        story.type(String(letter))
        try story.see("  H" + "ello everybody".prefix(index + 1))
        // As long as the file of what was typed takes to be on the disk.
        _ = story.pump(milliseconds: 300)
        for (y, line) in story.screen.enumerated() where y != row && line != before[y] {
          Issue.record("\(letter) changed row \(y): \(line)")
        }
      }
      try story.see("saved")
      story.press(.escape)
      try story.see("* star")
      story.press("q")
      try story.expectExit()
    }

    @Test("The user's own editor is opened at the line of the caret")
    func editorAtLine() throws {
      let home = try Home()
      let path = home.folder.path + "/nano"
      try home.folder.program("nano", "#!/bin/sh\nprintf '%s ' \"$1\" > \"\(path).told\"\n")
      let story = try home.open(environment: ["VISUAL": path])
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("one")
      story.press(.enter)
      story.type("two")
      story.press(.enter)
      story.type("three")
      story.press(.up, .control("o"))
      try story.see("one", "two", "three")
      for _ in 0..<100 where access(path + ".told", F_OK) != 0 { _ = story.pump(milliseconds: 100) }
      #expect(String(decoding: try TemporaryFolder.bytes(of: path + ".told"), as: UTF8.self) == "+2 ")
      story.press(.escape)
      try story.see("* star")
      story.press("q")
      try story.expectExit()
    }
  }
}
