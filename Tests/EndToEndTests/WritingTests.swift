import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct WritingTests {
    /// The only note of the shipped conference.
    private func note(_ home: Home) throws -> String {
      let names = noteFiles(home)
      let path = try #require(names.first)
      #expect(names.count == 1)
      return String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
    }

    private func noteFiles(_ home: Home) -> [String] {
      TemporaryFolder.names(in: home.data + "/plenary").flatMap { conference in
        let folder = "\(home.data)/plenary/\(conference)/notes"
        return TemporaryFolder.names(in: folder).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
      }
    }

    @Test("What is typed is kept, then saved; Esc puts it into the note's file")
    func writes() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW", "e note")
      story.press("e")
      try story.see("Write here.", "public", "Esc done")
      story.type("Who reports to treaty bodies?")
      try story.see("Who reports to treaty bodies?", "public, saved")
      story.press(.enter)
      story.type("q and : are text 選舉")
      story.press(.escape)
      try story.see("e note", "saved")
      story.press("q")
      try story.expectExit()
      let text = try note(home)
      #expect(text == "Who reports to treaty bodies?\nq and : are text 選舉\n")
    }

    @Test("A killed program has lost nothing that was seen, and the next one shows it without a question")
    func killed() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("Nothing of this is lost")
      try story.see("Nothing of this is lost")
      story.signal(SIGKILL)
      try story.expectExit(.signal(SIGKILL))
      let next = try home.open()
      try next.see("Nothing of this is lost", "recovered")
      next.press("e", .alt("u"))
      try next.see("There is nothing to undo", "Nothing of this is lost")
      next.type(", and more")
      try next.see("Nothing of this is lost, and more")
      next.press(.escape)
      try next.see("e note")
      next.press("q")
      try next.expectExit()
      let text = try note(home)
      #expect(text == "Nothing of this is lost, and more\n")
    }

    @Test("Ctrl-S puts a note into its file while it is written, and Ctrl-Z before the shell has the terminal")
    func saves() throws {
      let home = try Home()
      let story = try home.openAsJob()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("one")
      story.press(.control("s"))
      try story.wait("have the note in its file") { _ in !noteFiles(home).isEmpty }
      #expect(try note(home) == "one")
      story.type(", two")
      story.press(.control("z"))
      try story.see("stopped 1")
      #expect(try note(home) == "one, two")
      story.press(.enter)
      try story.see("one, two", "public")
      story.type(", three")
      try story.see("one, two, three")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.see("ended")
    }

    @Test("What is pasted is text as well, undone at once")
    func pastes() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("before ")
      story.paste("q:!rm\r\n* two")
      try story.see("before q:!rm", "* two")
      story.press(.alt("u"))
      try story.wait(untilGone: "* two")
      try story.see("before ")
      story.press(.alt("e"))
      try story.see("* two")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      let text = try note(home)
      #expect(text == "before q:!rm\n* two\n")
    }
  }
}
