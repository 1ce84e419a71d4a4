import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

struct SettleTests {
  private static func top(_ page: Page) -> String { page.line(page.top)?.plain ?? "" }

  @Test("On a wide screen the background stands beside the agenda from the first picture on")
  func wideFromTheStart() throws {
    let story = try Story(width: 160, height: 48)
    #expect(story.shows("3 Background") && story.shows("Launch of the project"), "\(story.screen)")
  }

  @Test("The line being read is the same after every way through other sizes")
  func sameLine() throws {
    for down in stride(from: 0, to: 60, by: 3) {
      var story = try Story()
      story.press("4", "j", .enter)
      for _ in 0..<down { story.press("j") }
      let before = Self.top(story.documentsPage)
      for (width, height) in [(40, 24), (160, 24), (80, 24), (20, 5), (10, 3), (240, 67), (80, 100), (80, 24)] {
        story.resize(width, height)
      }
      #expect(Self.top(story.documentsPage) == before, "\(down) lines down")
    }
  }

  @Test("In a page with lists, quotes, tables and links too")
  func sameLineInMarkdown() throws {
    for down in 0..<25 {
      var story = try Story()
      story.press("j", "j", .enter)
      for _ in 0..<down { story.press("j") }
      let before = (Self.top(story.sessionPage), story.sessionPage.top)
      for (width, height) in [(40, 24), (160, 24), (80, 24)] { story.resize(width, height) }
      #expect(story.sessionPage.top == before.1, "\(down) lines down, at \(before.0)")
    }
  }

  @Test("Having read on at another width counts")
  func readOn() throws {
    var story = try Story()
    story.press("4", "j", .enter, .pageDown)
    story.resize(40, 24)
    story.press(.pageDown)
    let top = story.documentsPage.top
    story.resize(80, 24)
    story.resize(40, 24)
    #expect(abs(story.documentsPage.top - top) <= 3)
  }

  @Test("Resizing keeps selection, focus and filters")
  func selection() throws {
    var story = try Story()
    story.press("f", "k", .down, .enter, "j", "j", .enter)
    let (id, focus) = (story.selected, story.app.stack.desk.focus)
    for (width, height) in sizes + [(1, 1), (300, 100), (5, 80), (300, 1)] {
      story.resize(width, height)
      #expect(story.selected == id)
      #expect(story.app.stack.desk.focus == focus)
      story.check("at \(width)x\(height)")
    }
  }

  @Test("A new catalogue keeps day, session, line, open pages, and the agenda where it stood")
  func replace() throws {
    var story = try Story(Sample.crowded(300))
    story.press(.pageDown, .pageDown, .up, .up, .up)
    let before = story.screen
    story.app.replace(try Catalogue.compile(Sample.crowded(300), problemCount: 0, languages: ["en"]))
    #expect(story.screen == before)

    story = try Story()
    story.press("j", "j", .enter, "j", "j", "4", "j", .enter, "j")
    let page = story.screen
    var agenda = Sample.agenda()
    agenda.sessions.insert(Sample.session("new", "Early birds", Sample.at(4, 7), Sample.at(4, 8)), at: 0)
    agenda.documents.insert(Document(id: "new", title: Text("News"), text: Text("New.")), at: 0)
    story.app.replace(try Catalogue.compile(agenda, problemCount: 0, languages: ["en"]))
    #expect(story.selected == "treaty")
    #expect(story.documents.open == .document("note"))
    #expect(story.lines[4].suffix(40) == page.split(separator: "\n")[4].suffix(40))
    #expect(story.sessionPage.top == 2)
    story.check("after reloading")
  }

  @Test("What a new catalogue no longer has is let go of")
  func replaceWithLess() throws {
    var story = try Story(starred: ["treaty", "courts"])
    story.press("j", "j", "b", "4", "j", .enter)
    var agenda = Sample.agenda()
    agenda.sessions.removeAll { $0.id == "treaty" || $0.start < Sample.at(4, 0) }
    (agenda.meetings, agenda.documents) = ([], [])
    for index in agenda.sessions.indices {
      (agenda.sessions[index].meetings, agenda.sessions[index].documents, agenda.sessions[index].items) = ([], [], [])
    }
    story.app.replace(try Catalogue.compile(agenda, problemCount: 0, languages: ["en"]))
    #expect(story.documents.open == nil)
    #expect(story.background.open == nil)
    #expect(story.app.world.stars.clashes.isEmpty)
    #expect(story.title.contains("[Mon 4]"))
    story.check("after losing what was shown")
  }
}
