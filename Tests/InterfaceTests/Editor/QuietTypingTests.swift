import Agenda
import Cells
import Files
import Messages
import Notes
import Testing

@testable import Interface

/// What a letter changes on the screen: its line, and nothing else, as long as that neither wraps nor scrolls.
@Suite struct QuietTypingTests {
  private static let failure = NoteSafety.notSaved(.system(call: "write", path: "/x", errno: 5))

  /// Types letter by letter, with what the store tells after each, and gives the rows beside the caret's that changed.
  private func changes(_ story: inout WritingStory, typing text: String, telling states: [NoteSafety] = [.kept])
    -> [String]
  {
    var found: [String] = []
    for character in text {
      let before = story.story.picture
      story.type(String(character))
      for state in states { story.send(.noteSafety(.session("opening"), state)) }
      let after = story.story.picture
      let row = before.cursor?.y ?? -1
      guard after.cursor?.y == row else {
        found.append("\(character): the caret left its row")
        continue
      }
      for y in 0..<after.buffer.size.height where y != row {
        for x in 0..<after.buffer.size.width where before.buffer[x, y] != after.buffer[x, y] {
          found.append("\(character): \(x),\(y)")
        }
      }
    }
    return found
  }

  @Test("From the first letter on", arguments: [(80, 24), (160, 48), (40, 12), (20, 5)])
  func letters(width: Int, height: Int) throws {
    var story = try WritingStory.writing(width: width, height: height)
    #expect(changes(&story, typing: "Hello, é日本") == [])
    story.send(.noteSafety(.session("opening"), .saved))
    #expect(changes(&story, typing: " you", telling: [.kept, .saved]) == [])
    story.send(.pause)
    #expect(changes(&story, typing: "!") == [])
  }

  @Test("In lists, behind marks, between other lines, over a selection and while letters are taken away")
  func places() throws {
    for note in ["- one\n- ", "- [ ] **Action (Zoë):** ", "above\n\nbelow", "> said — Zoë"] {
      var story = try WritingStory.writing(note)
      if note.hasPrefix("above") { story.press(.up) }
      #expect(changes(&story, typing: "abc d") == [], "\(note)")
      story.press(.shiftLeft)
      story.send(.pause)
      #expect(changes(&story, typing: "xy") == [], "\(note)")
      let before = story.story.picture
      story.press(.backspace)
      let after = story.story.picture
      let changed = (0..<24).filter { y in (0..<80).contains { before.buffer[$0, y] != after.buffer[$0, y] } }
      #expect(changed == [before.cursor?.y], "\(note)")
    }
  }

  @Test("A message stays while letters come, and goes when they rest; one that came in between stays")
  func messages() throws {
    var story = try WritingStory.writing("one")
    story.press(.alt("6"))
    #expect(story.story.message == "Copied a line")
    #expect(changes(&story, typing: "abc") == [])
    #expect(story.story.message == "Copied a line")
    story.send(.pause)
    #expect(story.story.message == nil)
    story.type("x")
    story.send(.notice(.data("Something else")))
    story.type("y")
    story.send(.pause)
    #expect(story.story.message == "Something else")
    story.press(.left)
    #expect(story.story.message == nil)
  }

  @Test("A note that is not saved says so at once, and that it is well again when the typing rests")
  func danger() throws {
    var story = try WritingStory.writing()
    story.type("x")
    story.send(.noteSafety(.session("opening"), Self.failure))
    #expect(story.story.shows("NOT SAVED"))
    story.type("y")
    story.send(.noteSafety(.session("opening"), .kept))
    #expect(story.story.shows("NOT SAVED") && story.story.app.pauseLength == 1_500)
    story.send(.pause)
    #expect(!story.story.shows("NOT SAVED") && story.story.shows("kept") && story.story.app.pauseLength == nil)
  }
}
