import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// The user's own editor.
  struct ExternalEditorTests {
    /// A script that stands for an editor.
    private func editor(_ home: Home, _ script: String) throws -> [String: String] {
      ["VISUAL": try home.folder.program("editor.sh", "#!/bin/sh\n\(script)\n")]
    }

    @Test("The note is in its file before the editor starts, and what that leaves is gone on with")
    func edits() throws {
      let home = try Home()
      let story = try home.open(
        environment: editor(home, "grep -q '^written here$' \"$1\" && echo 'found it' && echo 'and there' >> \"$1\""))
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("written here\n")
      story.press(.enter)
      try story.see("written here")
      story.press(.control("o"))
      try story.see("and there", "as your editor left it", "public")
      story.type(" and on")
      try story.see(" and on")
      story.press(.escape)
      try story.see("* star")
      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()
      #expect(String(decoding: story.transcript, as: UTF8.self).contains("found it"))
    }

    @Test("An editor that crashes loses nothing, and the terminal is right again")
    func crashes() throws {
      let home = try Home()
      let story = try home.open(environment: editor(home, "stty sane; printf '\\033[?1000h'; kill -SEGV $$"))
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("kept all the same")
      story.press(.control("o"))
      try story.see("ended by signal", "kept all the same")
      story.type(", and more")
      try story.see("kept all the same, and more")
      story.press(.escape)
      try story.see("* star")
      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }
  }
}
