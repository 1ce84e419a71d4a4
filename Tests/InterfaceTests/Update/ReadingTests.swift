import Agenda
import Catalogue
import Cells
import Messages
import Testing

@testable import Interface

/// Links and the way back.
struct ReadingTests {
  @Test("Right and Left select a link, the status line names it, Enter follows it, Esc comes back to the same line")
  func followAndReturn() throws {
    var story = try Story(height: 16)
    story.press(.enter, .right, .right)
    #expect(story.sessionPage.selectedLink == 1)
    #expect(story.status.hasPrefix(" [2] Workshop on treaty bodies"))
    let before = story.screen
    story.press(.enter)
    #expect(story.app.stack.desk.focus == .background)
    #expect(story.background.open == .meeting("geneva"))
    story.press(.escape)
    #expect(story.screen == before)
    story.press(.left)
    #expect(story.status.hasPrefix(" [1] Launch of the project"))
  }

  @Test("The way back is kept over many steps, and over a change of the width")
  func manySteps() throws {
    var story = try Story(height: 16)
    story.press(.enter, "j", "j", .right)
    var screens = [story.screen]
    // The opening leads to the concept note, this to the workshop, this to the note again.
    for number: Key in ["3", "1", "1", "1"] {
      story.press("o", number)
      screens.append(story.screen)
    }
    story.resize(44, 16)
    story.resize(80, 16)
    while screens.count > 1 {
      #expect(story.screen == screens.removeLast())
      story.press(.escape)
    }
    #expect(story.screen == screens.first)
  }

  @Test("Coming back gives the filters back that a link had taken away")
  func filtersComeBack() throws {
    var story = try Story()
    story.press("f", "k")
    story.type("break")
    story.press(.enter)
    #expect(story.app.world.programme.rows.map(\.id) == ["coffee"])
    story.press("3", "j", .enter)
    story.press("o")
    story.type("2")
    #expect(story.app.stack.desk.focus == .session)
    #expect(!story.app.world.programme.isFiltered)
    story.press(.escape)
    #expect(story.background.open == .meeting("geneva"))
    #expect(story.app.world.programme.rows.map(\.id) == ["coffee"])
  }

  @Test("In the box of links a digit chooses at once where no longer number is meant")
  func digits() throws {
    var story = try Story()
    story.press(.enter, "o")
    #expect(story.shows("Follow link"))
    story.press("4")
    #expect(story.effects == [.openAddress("https://example.org/slides")])
    #expect(story.box == nil)
    story.press("o", "9")
    #expect(story.message == "This page has no link 9")
    #expect(story.box == nil)
  }

  @Test("With more than nine links a digit waits for the next, Enter takes it alone, Backspace takes it back")
  func longNumbers() throws {
    var story = try Story()
    story.press("4", "G", .enter, "o", "1")
    #expect(story.box != nil)
    story.press("2")
    #expect(story.effects == [.openAddress("https://example.org/12")])
    story.press("o", "1", .enter)
    #expect(story.effects.last == .openAddress("https://example.org/1"))
    story.press("o", "1", .backspace, "7")
    #expect(story.effects.last == .openAddress("https://example.org/7"))
    story.press("o", "1", "3")
    #expect(story.effects.last == .openAddress("https://example.org/annex"))
  }

  @Test("With more than ninety-nine links a number that was shortened is still the number of its link")
  func shortenedNumber() throws {
    var agenda = Sample.agenda()
    agenda.documents[1].text = Text((1...120).map { "[Place \($0)](https://example.org/\($0))" }.joined(separator: " "))
    var story = try Story(agenda)
    story.press("4", "G", .enter, "o", "1", "1", .backspace, "2", .enter)
    #expect(story.effects == [.openAddress("https://example.org/12")])
  }

  @Test("In the agenda the links are those of the selected session, and Esc comes back to it")
  func linksOfTheSelected() throws {
    var story = try Story()
    story.press("o")
    #expect(story.shows("Workshop"))
    #expect(!story.footer.contains("o links"))
    story.press("1")
    #expect(story.app.stack.desk.focus == .background)
    story.press(.escape)
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.selected == "opening")
    story.press(.down, "o")
    #expect(story.message == "This page has no links")
  }

  @Test("Links and background are those of the session just come to, though its page still waits")
  func linksOfTheSelectedAtOnce() throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
    var app = App(
      catalogue: catalogue, clock: Clock(now: Sample.at(4, 9, 41)), size: Size(width: 80, height: 24),
      theme: Theme(.mono), defersPreview: true)
    for key: Key in [.down, .down] { _ = app.handle(.input(.key(key))) }
    #expect(app.world.isPreviewDue)
    _ = app.handle(.input(.key("b")))
    #expect((app.stack.desk[.background] as? BrowserView)?.open == .meeting("geneva"))
    for key: Key in [.escape, .up, "o"] { _ = app.handle(.input(.key(key))) }
    #expect(app.status.message?.message == Message("This page has no links"))
  }

  @Test("In the box of links any other key closes it and means itself")
  func otherKeys() throws {
    var story = try Story()
    story.press(.enter, "o", "]")
    #expect(story.box == nil)
    #expect(story.title.contains("[Tue 5]"))
  }

  @Test("Enter in a text follows its only link, offers several, and reads on where there is none")
  func enter() throws {
    var story = try Story()
    story.press(.enter, .enter)
    #expect(story.shows("Follow link"))
    story.press(.escape, "]", "1", .enter, .enter)
    #expect(story.documents.open == .document("note"))
    story.press(.escape, "[", "1", "G", .enter, .enter)
    #expect(story.app.stack.desk.focus == .session)
  }

  @Test("b opens the only meeting behind a session, lists several with a sign, and says where there is none")
  func background() throws {
    var story = try Story()
    story.press("b")
    #expect(story.background.open == nil)
    #expect(story.shows(">→ Launch of the project"))
    #expect(story.shows(" → Workshop on treaty bodies"))
    story.press(.escape, "j", "b")
    #expect(story.message == "Nothing is linked to this session; these are all previous meetings")
    #expect(!story.shows("→ "))
    story.press(.escape, "j", "b")
    #expect(story.background.open == .meeting("geneva"))
    story.press(.escape)
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.selected == "treaty")
  }

  @Test("A link to nothing says so and stays")
  func deadLink() throws {
    var agenda = Sample.agenda()
    agenda.documents[0].text = Text("See [this](session:nowhere).")
    agenda.documents[0].meetings = []
    var story = try Story(agenda)
    story.press("4", "j", .enter, .right, .enter)
    #expect(story.message == "This link leads to nothing in this bundle")
    #expect(story.documents.open == .document("note"))
    #expect(story.app.stack.desk.history.isEmpty)
  }

  @Test("The page about the conference opens once, however often it is asked for")
  func about() throws {
    var story = try Story()
    story.press("i", "i", "i")
    #expect(story.shows("Organised by: The Institute"))
    #expect(story.shows("Times in: America/New_York (EST)"))
    story.press(.escape)
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.app.stack.desk.reading == .session)
  }

  @Test("y copies title, time and place, and a selected address by itself")
  func copy() throws {
    var story = try Story()
    story.press("y")
    #expect(story.effects == [.copy("Welcome and Introductions\nMon 4 Dec 09:00-10:30 (1 h 30)\nMain Hall")])
    #expect(story.message == "Copied: Welcome and Introductions")
    story.press(.enter, .right, .right, .right, .right, "y")
    #expect(story.effects.last == .copy("https://example.org/slides"))
    #expect(story.message == "Address copied: https://example.org/slides")
  }

  @Test("What was done with an address is said")
  func addressOpened() throws {
    var story = try Story()
    story.send(.addressOpened("https://example.org", true))
    #expect(story.status.hasPrefix(" Opened https://example.org"))
    story.send(.addressOpened("https://example.org", false))
    #expect(story.status.hasPrefix(" Address copied: https://example.org"))
  }
}
