import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// Replacing, selecting and counting in a note.
@Suite struct ComfortTests {
  @Test("Words are replaced one by one, and those that are passed over stay")
  func replaceThis() throws {
    var story = try WritingStory.writing("État one, état two, ÉTAT three")
    story.press(.controlHome, .alt("r"))
    story.type("état")
    story.press(.enter)
    #expect(story.story.status.contains("Replace “état” with:"))
    story.type("State")
    story.press(.enter)
    #expect(story.text == "[État] one, état two, ÉTAT three")
    story.press(.enter)
    #expect(story.text == "State one, [état] two, ÉTAT three")
    story.press(.down)
    #expect(story.text == "State one, état two, [ÉTAT] three")
    story.press("y")
    #expect(story.text.filter { $0 != "|" && $0 != "[" && $0 != "]" } == "State one, état two, State three")
    story.press(.escape)
    story.type("x")
    #expect(story.text.contains("x|"))
  }

  @Test("All are replaced as one step, which one undo takes back, and nothing else changes")
  func replaceAll() throws {
    let note = (1...50).map { "line \($0) of the draft" }.joined(separator: "\n")
    var story = try WritingStory.writing(note)
    story.press(.alt("r"))
    story.type("draft")
    story.press(.enter)
    story.type("text")
    story.press(.enter, "a")
    #expect(story.story.message == "50 places replaced")
    #expect(story.editor?.text.string == note.replacing("draft", with: "text"))
    story.press(.alt("u"))
    #expect(story.editor?.text.string == note)
  }

  @Test("What is not there is said, an empty replacement takes words away, and Esc ends it anywhere")
  func replaceNothing() throws {
    var story = try WritingStory.writing("one two one")
    story.press(.alt("r"))
    story.type("three")
    story.press(.enter, .enter)
    #expect(story.story.message == "Nothing found for “three”" && story.editor?.text.string == "one two one")
    story.press(.alt("r"), .control("u"))
    story.type("one")
    story.press(.enter, .enter, "a")
    #expect(story.editor?.text.string == " two ")
    for steps in 0..<3 {
      story.press(.alt("s"))
      story.paste("one two one")
      story.press(.alt("r"))
      for _ in 0..<steps { story.press(.enter) }
      story.press(.escape)
      #expect(story.story.app.stack.mode == .writing)
    }
  }

  @Test("A replacement that holds the words looked for is not looked through again")
  func replaceByItself() throws {
    var story = try WritingStory.writing("a b a")
    story.press(.controlHome, .alt("r"))
    story.type("a")
    story.press(.enter)
    story.type("aa")
    story.press(.enter, "a")
    #expect(story.editor?.text.string == "aa b aa")
  }

  @Test("Everything is selected, or all from the caret to an end")
  func selecting() throws {
    var story = try WritingStory.writing("one\ntwo\nthree")
    story.press(.alt("s"))
    #expect(story.text == "[one\ntwo\nthree]")
    story.press(.left, .down, .home, .shiftControlEnd)
    #expect(story.text == "one\n[two\nthree]")
    story.press(.right, .up, .home, .shiftControlHome)
    #expect(story.text == "[one\n]two\nthree")
  }

  @Test("The mouse selects by dragging, a word by two clicks, and a line beside it")
  func dragging() throws {
    var story = try WritingStory.writing("one two\nthree four\nfive")
    let place = try #require(story.story.place(of: "three four"))
    func mouse(_ kind: MouseAction.Kind, _ x: Int, _ y: Int) {
      story.send(.input(.mouse(MouseAction(kind, at: Point(x: place.x + x, y: place.y + y)))))
    }
    mouse(.click, 2, 0)
    mouse(.drag, 4, 0)
    mouse(.drag, 8, 0)
    #expect(story.text == "one two\nth[ree fo]ur\nfive")
    mouse(.drag, 3, -1)
    #expect(story.text == "one[ two\nth]ree four\nfive")
    mouse(.drag, 100, 40)
    #expect(story.text == "one two\nth[ree four\nfive]")
    mouse(.doubleClick, 7, 0)
    #expect(story.text == "one two\nthree [four]\nfive")
    mouse(.doubleClick, -1, 0)
    #expect(story.text == "one two\n[three four]\nfive")
  }

  @Test("Words are counted of the selection, or of all that is written")
  func counting() throws {
    var story = try WritingStory.writing("one two – three\n\n[¶ 2]\nfour\n\n[¶ 2]: # \"a|b|c\"\n")
    story.press(.control("p"))
    story.type("count the words")
    story.press(.enter)
    #expect(story.story.message == "This note: 5 words, 27 characters", "\(story.story.message ?? "")")
    story.press(.controlHome, .shiftEnd, .control("p"))
    story.type("count the words")
    story.press(.enter)
    #expect(story.story.message == "Selected: 3 words, 15 characters", "\(story.story.message ?? "")")
  }

  @Test("The border says what the note is about, where there is room")
  func border() throws {
    let wide = try WritingStory.writing(width: 160, height: 48)
    #expect(wide.story.shows("Welcome and Intro") && wide.story.shows(" · public, saved"), "\(wide.story.screen)")
    let normal = try WritingStory.writing()
    #expect(normal.story.shows(" · public, saved"), "\(normal.story.screen)")
    let small = try WritingStory.writing(width: 30, height: 8)
    #expect(!small.story.shows("·"))
  }

  @Test(
    "What is typed on behind a mark is no name: it stands in the note",
    arguments: [" by Friday", "to the secretariat", "Names, dates", "One two three four five"])
  func typingOn(words: String) throws {
    var story = try WritingStory.writing("send it")
    story.press(.alt("a"))
    story.type(words)
    #expect(story.text == "- [ ] **Action:** send it\(words)|")
    #expect(story.story.app.stack.overlays.isEmpty)
  }

  @Test("Esc gives what was typed for a name to the note")
  func leavingNames() throws {
    var story = try WritingStory.writing("send it ")
    story.press(.alt("a"))
    story.type("Soon")
    story.press(.escape)
    #expect(story.text == "- [ ] **Action:** send itSoon|" || story.text == "- [ ] **Action:** send it Soon|")
  }

  @Test("A file ends with a line break, put in once")
  func ending() throws {
    var story = try WritingStory.writing()
    story.press(.escape)
    #expect(story.kept[.session("opening")] == [])
    story.press("e")
    story.type("one")
    story.press(.escape)
    #expect(story.kept[.session("opening")] == Array("one\n".utf8))
    story.press("e", .escape, "e")
    #expect(story.kept[.session("opening")] == Array("one\n".utf8))
  }

  @Test("A message that is longer than a row is read to its end", arguments: [(80, 24), (40, 12), (30, 8)])
  func longMessages(width: Int, height: Int) throws {
    var story = try Story(width: width, height: height)
    let path = "/home/somebody/.local/share/plenary/a-conference/notes/session-welcome.conflict-copy.md"
    story.send(.reportWritten(path, shown: path))
    let seen = story.screen.filter { $0 != "\n" && $0 != " " }
    #expect(seen.contains("/home/somebody/.local/share/plenary/a-conference/notes"), "\(story.screen)")
    story.check("a long message")
  }
}
