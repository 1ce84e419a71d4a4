import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// A document's paragraphs: which is read, where its number leads, and what has been written about it.
@Suite struct ParagraphTests {
  private let draft = """
    # Draft

    The participants met to speak of elections, and of the rights of those who vote in them, on three days.

    - Observers shall have access to every polling station without notice.
    - Observers shall be told each result.

    The secretariat shall send this declaration to all governments, and to whoever else asks for it.
    """

  private func story(_ text: String? = nil, width: Int = 80, height: Int = 24) throws -> Story {
    var agenda = Sample.agenda()
    agenda.documents[0].text = Text(text ?? draft)
    var story = try Story(agenda, width: width, height: height)
    story.press("4", .down, .enter)
    return story
  }

  private func read(_ story: Story) -> String? { story.app.stack.desk.paragraphRead }

  @Test("Every paragraph is come to by moving, even where all of the text is seen at once")
  func moving() throws {
    var story = try story()
    #expect(read(story) == "1")
    var seen: [String] = []
    for _ in 0..<20 {
      if let number = read(story), seen.last != number { seen.append(number) }
      story.press(.down)
    }
    #expect(seen == ["1", "2", "3", "4", "5"])
    for _ in 0..<20 { story.press(.up) }
    #expect(read(story) == "1")
    story.press("G")
    #expect(read(story) == "5")
    story.press("g")
    #expect(read(story) == "1")
  }

  @Test("The paragraph that is read stays the same at every size", arguments: [(160, 48), (40, 12), (60, 13), (30, 8)])
  func resizing(width: Int, height: Int) throws {
    var story = try Story()
    story.press("4", .down, .enter, "#")
    story.type("17")
    story.press(.enter)
    #expect(read(story) == "17")
    for size in [(width, height), (80, 24), (width, height), (80, 24)] {
      story.resize(size.0, size.1)
      #expect(read(story) == "17", "\(size)\n\(story.screen)")
    }
  }

  @Test("# and a number go to a paragraph, and a number that is none is said to be")
  func byNumber() throws {
    var story = try story()
    story.press("#")
    #expect(story.status.contains("Go to paragraph:"))
    story.type("4")
    story.press(.enter)
    #expect(read(story) == "4")
    story.press("#")
    story.type("99")
    story.press(.enter)
    #expect(read(story) == "4" && story.message == "This document has no paragraph 99")
    story.press("#", .escape)
    #expect(read(story) == "4" && story.app.stack.desk.focus == .documents)
  }

  @Test("Where the note has the whole screen it shows how the paragraph begins that is written about")
  func inSightOnASmallScreen() throws {
    var story = try story(width: 40, height: 12)
    story.press("#")
    story.type("3")
    story.press(.enter, "e")
    story.send(.noteOpened(.document("note"), ""))
    story.type("who pays?")
    #expect(story.shows("[¶ 3] “Observers shall have access to…"), "\(story.screen)")
    #expect(story.shows("who pays?"))
  }

  @Test("A note keeps the paragraph that is selected, with its words, and shows in the margin")
  func noting() throws {
    var story = try story()
    story.press("#")
    story.type("3")
    story.press(.enter, "e")
    story.send(.noteOpened(.document("note"), ""))
    story.type("who pays?")
    story.press(.escape)
    let note = try #require(story.app.world.notes.texts[.document("note")])
    #expect(note.hasPrefix("[¶ 3]\nwho pays?\n\n[¶ 3]: # \""), "\(note)")
    let selector = try #require(NoteAnchors(in: note).selectors["3"])
    #expect(selector.exact == "Observers shall have access to every polling station without notice.")
    #expect(story.shows("•  3 "), "\(story.screen)")
    #expect(!story.shows("]: # "), "\(story.screen)")
    story.press("g", "}")
    #expect(read(story) == "3")
    story.press("}")
    #expect(read(story) == "3" && story.message != nil)
    story.press("G", "{")
    #expect(read(story) == "3")
  }

  @Test("The paragraph is to be seen beside what is written about it", arguments: [(80, 24), (160, 48), (100, 20)])
  func inSight(width: Int, height: Int) throws {
    var story = try Story(width: width, height: height)
    story.press("4", .down, .enter, "#")
    story.type("23")
    story.press(.enter, "e")
    story.send(.noteOpened(.document("note"), ""))
    story.type("why")
    #expect(story.shows("why") && story.shows(" 23 Paragraph 23 of the note"), "\(story.screen)")
    #expect(story.shows("the last one on civic space.") || story.shows("civic space."), "\(story.screen)")
  }

  @Test("A paragraph that is not there word for word is said to be reworded, moved or gone")
  func fates() throws {
    let story = try story()
    var note = ""
    for (number, words) in [("2", "two"), ("3", "three"), ("4", "four"), ("5", "five")] {
      let selector = try #require(
        NotedParagraphs.selector(of: number, in: .document("note"), story.app.world.catalogue))
      note = "[¶ \(number)]\n\(words)\n\n" + note + selector.definition + "\n"
    }
    note += "[¶ 77]\nlost\n"
    var agenda = Sample.agenda()
    agenda.documents[0].text = Text(
      draft.replacing("- Observers shall be told each result.\n", with: "").replacing(
        "to every", with: "to each and every"
      )
      .replacing("# Draft\n", with: "# Draft\n\nA word of welcome.\n"))
    var later = try Story(agenda, width: 120, height: 40)
    later.send(.notes([.init(target: .document("note"), text: note)]))
    later.press("4", .down, .enter, "5", "z")
    for line in [
      "[¶ 2] moved, now ¶ 3", "[¶ 3] reworded and moved, now ¶ 4", "[¶ 4] gone from the text",
      "[¶ 77] only its number is known",
    ] { #expect(later.shows(line), "\(line)\n\(later.screen)") }
    later.press("z", "a")
    #expect(later.shows("[¶ 4] gone from the text"), "\(later.screen)")
    #expect(!later.shows("]: # "), "\(later.screen)")
  }
}
