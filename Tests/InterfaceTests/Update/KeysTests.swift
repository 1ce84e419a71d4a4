import Agenda
import Cells
import Testing

@testable import Interface

struct KeysTests {
  @Test("A prefix key opens a small box of what can follow, and any other key means itself")
  func prefix() throws {
    var story = try Story()
    story.press("f")
    #expect(story.shows("f: Then press"))
    #expect(story.shows("Starred sessions"))
    story.press("j")
    #expect(story.app.pendingKeys.isEmpty)
    #expect(story.selected == "coffee")
    story.press("f", .escape)
    #expect(!story.shows("Then press"))
    #expect(story.selected == "coffee")
    #expect(story.message == nil)
  }

  @Test("Ctrl-C first gives up a prefix, then what is open, then quits")
  func interrupt() throws {
    var story = try Story()
    story.press("f", .control("c"))
    #expect(story.effects.isEmpty)
    #expect(story.app.pendingKeys.isEmpty)
    story.press(.enter, "/", .control("c"))
    #expect(story.box == nil)
    #expect(story.app.stack.desk.focus == .session)
    story.press(.control("c"))
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.effects.isEmpty)
    story.press(.control("c"))
    #expect(story.effects == [.quit])
  }

  @Test("Esc never quits, wherever it is pressed and however often")
  func escapeNeverQuits() throws {
    for way: [Key] in [[], ["2"], ["3", .enter], ["z"], [":"], ["/"], ["f"], ["b", .enter, "o"]] {
      var story = try Story()
      for key in way { story.press(key) }
      for _ in 0..<20 { story.press(.escape) }
      #expect(!story.effects.contains(.quit))
      #expect(story.app.stack.desk.focus == .agenda)
      #expect(story.message == "This is the start: q quits")
    }
  }

  @Test("Esc and a key at once are Esc, then the key")
  func altIsEscapeAndKey() throws {
    var story = try Story()
    story.press(.enter, .alt("j"))
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.selected == "coffee")
  }

  @Test("Pasted text is never a command")
  func paste() throws {
    var story = try Story()
    let before = story.selected
    story.paste("jjqGq*\n:q\n")
    #expect(story.effects.isEmpty)
    #expect(story.selected == before)
    #expect(story.message == "Pasted text is not taken as commands")
    story.press("f")
    story.paste("s")
    #expect(!story.app.world.programme.isStarredOnly)
    #expect(story.app.pendingKeys.isEmpty)
    story.press("/")
    story.paste("treaty\nbodies\u{1B}[2J\u{202E}")
    #expect(story.shows("Find: treaty bodies[2J"))
    #expect(!story.screen.unicodeScalars.contains("\u{202E}"))
    #expect(story.effects.isEmpty)
    story.press(.escape, .enter, "o")
    story.paste("1")
    #expect(story.app.stack.desk.focus == .session)
    story.paste("what is no number")
    #expect(story.box != nil || story.app.stack.desk.focus == .session)
    story.check("after pasting into the box of links")
  }

  @Test("Keys work on a screen that is too small to show anything")
  func tooSmall() throws {
    var story = try Story(width: 18, height: 4)
    #expect(story.screen == "Needs 20x5, has\n18x4\n\n")
    story.press("j", "j", .enter, "b")
    story.resize(80, 24)
    #expect(story.selected == "treaty")
    #expect(story.background.open == .meeting("geneva"))
    story.press(.escape)
    #expect(story.app.stack.desk.focus == .session)
    story.resize(1, 1)
    story.press("q")
    #expect(story.effects.contains(.quit))
  }
}
