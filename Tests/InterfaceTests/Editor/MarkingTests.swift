import Agenda
import Catalogue
import Cells
import Notes
import Testing

@testable import Interface

/// Marking what is written.
struct MarkingTests {
  @Test("Ctrl-T stamps the line with the venue's time and the session's clock")
  func stamp() throws {
    var story = try WritingStory.writing()
    story.now = Sample.at(4, 9, 12).advanced(by: 30)
    story.press(.control("t"))
    #expect(story.text == "[09:12 +12:30] |")
    story.type("who reports")
    // Where the line has one, another stands where the caret is.
    story.now = Sample.at(4, 8, 55)
    story.press(.control("t"))
    #expect(story.text == "[09:12 +12:30] who reports[08:55 -05:00] |")
  }

  @Test("A stamp stands at the beginning of the line, behind its sign")
  func stampInList() throws {
    var story = try WritingStory.writing("2. second")
    story.now = Sample.at(4, 10, 5)
    story.press(.control("t"))
    #expect(story.text == "2. [10:05 +1:05:00] second|")
  }

  @Test("Alt-A makes an action and offers the session's people; Enter at once names nobody")
  func action() throws {
    var story = try WritingStory.writing("send the list")
    story.press(.alt("a"))
    #expect(story.story.shows("Who must act") && story.story.shows("Zoë Müller") && story.story.shows("Ábel Ruiz"))
    story.press(.enter)
    #expect(story.text == "- [ ] **Action:** send the list|")
    story.press(.alt("a"))
    story.type("muller")
    story.press(.enter)
    #expect(story.text == "- [ ] **Action (Zoë Müller):** send the list|")
    #expect(story.story.shows("□"))
    story.press(.alt("u"), .alt("u"))
    #expect(story.text == "send the list|")
  }

  @Test("Any name can be typed, and one that would break the mark is made to fit")
  func freeName() throws {
    var story = try WritingStory.writing("why?")
    story.press(.alt("q"))
    story.type("Jo  Bloggs)")
    story.press(.enter)
    #expect(story.text == "- **Question (Jo Bloggs):** why?|")
    let mark = try #require(NoteMark.all(in: "- **Question (Jo Bloggs):** why?").first)
    #expect(mark.person == "Jo Bloggs" && mark.kind == .question)
  }

  @Test("A short name is not taken for a part of the words that name nobody", arguments: ["Bo", "Or", "me"])
  func shortName(name: String) throws {
    var story = try WritingStory.writing("why?")
    story.press(.alt("q"))
    story.type(name)
    story.press(.enter)
    #expect(story.text == "- **Question (\(name)):** why?|")
  }

  @Test("A mark can become another one, and a quote has its name at its end")
  func others() throws {
    var story = try WritingStory.writing("We must act.")
    story.press(.alt("\""), .down, .enter)
    #expect(story.text == "> We must act.| — Zoë Müller")
    story.type(" Now.")
    #expect(story.text == "> We must act. Now.| — Zoë Müller")
    story.press(.alt("d"))
    #expect(story.text == "- **Decision:** We must act. Now.|")
    story.press(.alt("a"), .escape)
    #expect(story.text == "- [ ] **Action:** We must act. Now.|")
  }

  @Test("A mark can be begun on an empty line, and the line after it is an ordinary one")
  func emptyLine() throws {
    var story = try WritingStory.writing("first\n")
    story.press(.alt("d"))
    story.type("agreed\nnext")
    #expect(story.text == "first\n- **Decision:** agreed\nnext|")
  }

  @Test("Enter goes on with a list, and ends it behind a point without words")
  func lists() throws {
    var story = try WritingStory.writing()
    story.type("- one\ntwo\n\nplain\n1. a\nb\n")
    #expect(story.text == "- one\n- two\nplain\n1. a\n2. b\n3. |")
    story.press(.tab)
    #expect(story.text.hasSuffix("\n  3. |"))
    story.press(.backtab)
    #expect(story.text.hasSuffix("\n3. |"))
  }

  @Test("The reader sees signs, stamps and names, and every line as a line")
  func reading() throws {
    let note = """
      [09:12 +12:30] first
      - [ ] [09:13 +13:00] **Action (Zoë Müller):** send the list
      - **Decision:** agreed
      plain one
      plain two
      > We must act. — Ábel Ruiz
      """
    var story = try WritingStory.writing(note, width: 160, height: 48)
    story.press(.escape)
    let lines = story.story.lines
    for line in [
      "+12:30 first", "+13:00 [ ] Zoë Müller: send the list", "= agreed", "plain one  ", "plain two  ",
      "\" We must act. — Ábel Ruiz",
    ] { #expect(lines.contains { $0.contains(line) }, "\(line)\n\(story.story.screen)") }
  }

  @Test("A document is noted at the paragraph that is read, and nothing stays where nothing was written")
  func paragraph() throws {
    var story = try WritingStory()
    story.press("4", .down, .enter, .pageDown, "e")
    let target = try #require(story.editor?.target)
    #expect(target == .document("annex") || target == .document("note"))
    let text = story.text
    #expect(text.hasPrefix("[¶ ") && text.contains("]\n|\n\n[¶ "), "\(text)")
    story.press(.escape)
    #expect(story.kept[target] == [])
    story.press("e")
    story.type("true")
    story.press(.escape, "e")
    #expect(story.text == text.split(separator: "|", maxSplits: 1).joined(separator: "true|"))
  }

  @Test("Ctrl-W finds words while they are typed, Alt-W goes on, and Esc goes back to where one was")
  func finding() throws {
    var story = try WritingStory.writing("Alpha beta\nÉtat, beta\nBETA")
    story.press(.controlHome, .control("w"))
    story.type("bet")
    #expect(story.text == "Alpha [bet]a\nÉtat, beta\nBETA")
    story.press(.down)
    #expect(story.text == "Alpha beta\nÉtat, [bet]a\nBETA")
    story.press(.enter, .alt("w"))
    #expect(story.text == "Alpha beta\nÉtat, beta\n[BET]A")
    story.press(.alt("w"))
    #expect(story.text == "Alpha [bet]a\nÉtat, beta\nBETA")
    story.press(.control("w"))
    story.type("état")
    #expect(story.text == "Alpha beta\n[État], beta\nBETA")
    story.type("x")
    #expect(story.story.shows("Nothing found"))
    story.press(.escape)
    #expect(story.text.hasPrefix("Alpha |beta"))
  }

  @Test("Cut lines stay together and can be put in elsewhere; what is copied goes to the clipboard")
  func cutting() throws {
    var story = try WritingStory.writing("one\ntwo\nthree\n")
    story.press(.controlHome, .control("k"), .control("k"))
    #expect(story.text == "|three\n" && story.story.effects.contains(.offerCopy("one\ntwo\n")))
    story.press(.controlEnd, .control("u"))
    #expect(story.text == "three\none\ntwo\n|")
    story.press(.up, .alt("6"))
    #expect(story.story.effects == [.offerCopy("two\n")])
    story.press(.home, .shiftEnd, .control("k"), .control("u"), .control("u"))
    #expect(story.text == "three\none\ntwotwo|\n")
  }
}
