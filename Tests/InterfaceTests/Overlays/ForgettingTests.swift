import Agenda
import Cells
import Testing

@testable import Interface

/// The question before a note is forgotten, and what is left of it afterwards.
struct ForgettingTests {
  private func story(_ width: Int = 80, _ height: Int = 24) throws -> Story {
    var story = try Story(width: width, height: height)
    story.send(.notes([Event.Note(target: .session("opening"), text: "a topsecret word\n")]))
    return story
  }

  @Test("It asks first, and does nothing for any answer but yes", arguments: [(80, 24), (40, 12), (160, 48)])
  func asks(width: Int, height: Int) throws {
    var story = try story(width, height)
    for key in ["n", "x", .escape] as [Key] {
      story.press("X")
      story.press("X")
      #expect(story.shows("Forget this note?"))
      story.press(key)
      #expect(!story.effects.contains { if case .forgetNote = $0 { true } else { false } })
      if key == "x" { story.press(.escape) }
      #expect(!story.shows("Forget this note?"))
    }
    story.press("X")
    story.press("X")
    story.press("y")
    #expect(story.effects.contains { if case .forgetNote(.session("opening"), _) = $0 { true } else { false } })
  }

  @Test("Nothing of it is shown, found or undone any more, and what is typed on is a new note")
  func gone() throws {
    var story = try story()
    story.press("e")
    story.send(.noteOpened(.session("opening"), "a topsecret word\n"))
    story.press(.control("k"))
    story.send(.noteForgotten(.session("opening")))
    #expect(!story.shows("topsecret"))
    story.press(.alt("u"))
    story.press(.control("u"))
    #expect(!story.shows("topsecret"))
    story.press("n")
    #expect(story.effects.contains { if case .editNote(.session("opening"), _) = $0 { true } else { false } })
    story.press(.escape)
    story.press("/")
    for letter in "topsecret" { story.press(.character(letter)) }
    #expect(!story.shows("a topsecret word"))
  }

  @Test("A list of notes that is open when one is forgotten has it no more")
  func listed() throws {
    var story = try story()
    story.press("a")
    #expect(story.shows("topsecret"))
    story.send(.noteForgotten(.session("opening")))
    #expect(!story.shows("topsecret"))
    story.press("a")
    #expect(!story.shows("topsecret"))
  }
}
