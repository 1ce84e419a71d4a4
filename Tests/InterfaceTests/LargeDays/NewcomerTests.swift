import Agenda
import Cells
import Testing

@testable import Interface

/// Somebody who has never seen the program, at FOSDEM on Saturday: the first five questions, with keys that the screen
/// shows and letters of what is asked for.
struct NewcomerTests {
  private struct Newcomer {
    var story: Story
    /// How many keys the present question has taken.
    var keys = 0

    init?(at now: Instant, width: Int = 80) throws {
      guard let story = try LargeDays.story(at: now, width: width) else { return nil }
      self.story = story
    }

    /// Presses a key that the bottom line names.
    mutating func press(_ key: Key, sourceLocation: SourceLocation = #_sourceLocation) {
      let name = story.app.world.text(key.name)
      let shown = story.footer.split(separator: " ").map(String.init)
      #expect(shown.contains(name), "\(name) in \(story.footer)", sourceLocation: sourceLocation)
      story.press(key)
      keys += 1
    }

    /// Types into a box what is asked for.
    mutating func type(_ text: String) {
      for character in text {
        story.press(.character(character))
        keys += 1
      }
    }

    func answers(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(keys <= 7, "\(keys) keys", sourceLocation: sourceLocation)
      let isThere = story.lines.contains { line in texts.allSatisfy(line.contains) }
      #expect(isThere, "\(texts)\n\(story.screen)", sourceLocation: sourceLocation)
    }
  }

  @Test("What is on now", arguments: [80, 160])
  func onNow(width: Int) throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22), width: width) else { return }
    newcomer.answers("11:20", "Modern Network")
    // After a look at tomorrow.
    newcomer.story.press("]")
    newcomer.press(".")
    newcomer.answers("11:20", "Modern Network")
    newcomer.answers("[Sat 31]")
  }

  @Test("Where something is")
  func place() throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22)) else { return }
    newcomer.press("/")
    newcomer.type("mercur")
    newcomer.answers("12:00", "Janson", "Mercurial, 20 years")
  }

  @Test("When something is, and by whom, with a letter wrong")
  func time() throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22)) else { return }
    newcomer.press("/")
    newcomer.type("mercri")
    newcomer.answers("Sat 31 12:00", "Mercurial, 20 years")
  }

  @Test("What is in a room at three")
  func room() throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22)) else { return }
    newcomer.press("/")
    #expect(newcomer.story.shows(":room") && newcomer.story.shows("(:r)"))
    newcomer.type(":r jan")
    newcomer.answers("Sat 31 15:00", "Janson", "How to keep Open Source open")
  }

  @Test("What comes next for me")
  func next() throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22)) else { return }
    newcomer.press("/")
    newcomer.type("merc")
    newcomer.press(.down)
    newcomer.press("*")
    newcomer.answers("Starred", "Mercurial")
    newcomer.press(.escape)
    newcomer.keys = 0
    newcomer.press("P")
    newcomer.answers("Next", "Mercurial")
  }

  @Test("The way back is told at each step")
  func ways() throws {
    guard var newcomer = try Newcomer(at: LargeDays.at(0, 11, 22)) else { return }
    newcomer.press(.enter)
    newcomer.press(.escape)
    newcomer.press("/")
    newcomer.type("git")
    newcomer.press(.enter)
    newcomer.press(.escape)
    newcomer.press("?")
    newcomer.press(.escape)
    newcomer.press(":")
    newcomer.press(.escape)
    newcomer.press("q")
    #expect(newcomer.story.effects.last == .quit)
  }
}
