import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

struct PointingTests {
  @Test("A click selects a row, also on the second line of its title; a double click reads it")
  func rows() throws {
    var story = try Story()
    story.click("observation")
    #expect(story.selected == "treaty")
    #expect(story.app.stack.desk.focus == .agenda)
    story.click("Courts before", .doubleClick)
    #expect(story.selected == "courts")
    #expect(story.app.stack.desk.focus == .session)
    story.mouse(.click, 5, 19)
    #expect(story.selected == "courts")
    #expect(story.app.stack.desk.focus == .agenda)
  }

  @Test("A click on a title chooses the panel, and one on a day shows it")
  func titles() throws {
    var story = try Story()
    story.click("3 Background")
    #expect(story.app.stack.desk.focus == .background)
    story.click("5 Notes")
    #expect(story.app.stack.desk.focus == .notes)
    story.click("Tue 5")
    #expect(story.title.contains("[Tue 5]"))
    story.click("Sun 3")
    #expect(story.selected == "board")
    story.resize(40, 12)
    story.click("4 Docs")
    #expect(story.app.stack.desk.focus == .documents)
    story.resize(80, 10)
    story.click("2 Session")
    #expect(story.app.stack.desk.focus == .session)
  }

  @Test("A click on a link follows it")
  func links() throws {
    var story = try Story(height: 40)
    story.click("Workshop on treaty")
    #expect(story.background.open == .meeting("geneva"))
    story.press(.escape)
    #expect(story.shows("example.org/slides"))
    story.click("example.org/slides")
    #expect(story.effects == [.openAddress("https://example.org/slides")])
  }

  @Test("A click in a list selects, a double click opens")
  func lists() throws {
    var story = try Story()
    story.press("4")
    story.click("Concept note")
    #expect(story.documents.list.selected == 1)
    #expect(story.documents.open == nil)
    story.click("Annex", .doubleClick)
    #expect(story.documents.open == .document("annex"))
  }

  @Test("The wheel scrolls what is under it and leaves the focus alone")
  func wheel() throws {
    var story = try Story()
    story.mouse(.wheelDown, 60, 8)
    #expect(story.sessionPage.top == 3)
    #expect(story.app.stack.desk.focus == .agenda)
    story.mouse(.wheelUp, 60, 8)
    story.mouse(.wheelUp, 60, 8)
    #expect(story.sessionPage.top == 0)
    story.mouse(.wheelDown, 5, 8)
    #expect(story.selected == "courts", "three rows on")
    story.press("P")
    story.mouse(.wheelDown, 10, 10)
    story.press(.escape)
    story.press("3")
    story.mouse(.wheelDown, 60, 8)
    #expect(story.background.list.selected == 1)
    story.mouse(.wheelDown, 60, 21)
    story.mouse(.wheelDown, 79, 23)
    story.check("after the wheel everywhere")
  }

  @Test("A click in a box chooses, one on its heading or line of input does nothing, one beside it closes it")
  func boxes() throws {
    var story = try Story()
    story.press("?")
    story.click("Keys here")
    #expect(story.box != nil)
    story.click("Search help")
    #expect(story.box != nil)
    story.click("Show only one kind")
    #expect(story.box != nil && story.shows("Show only"))
    story.press(.escape, ":")
    story.click("Go to the session")
    #expect(story.app.stack.desk.focus == .session)
    story.press(":")
    story.mouse(.wheelDown, 40, 10)
    #expect(story.box != nil)
    story.mouse(.click, 0, 0)
    #expect(story.box == nil)
    story.find("civic")
    story.click("Workshop on")
    #expect(story.box != nil)
    story.click("Workshop on", .doubleClick)
    #expect(story.background.open == .meeting("geneva"))
  }

  @Test("A double click in a box is no click on what lies under it")
  func doubleClickInBox() throws {
    var story = try Story()
    story.press(":")
    let place = try #require(story.place(of: "Go to the documents"))
    story.mouse(.click, place.x, place.y)
    #expect(story.app.stack.desk.focus == .documents)
    let before = story.screen
    story.mouse(.doubleClick, place.x, place.y)
    #expect(story.screen == before)
    story.mouse(.click, 5, 6)
    #expect(story.app.stack.desk.focus == .agenda)
  }

  @Test("Clicks anywhere at all are harmless", arguments: [(80, 24), (20, 5), (40, 12), (140, 16), (80, 10)])
  func anywhere(width: Int, height: Int) throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
    for way: [Key] in [[], ["4"], ["2"], [":"], ["/"], ["f"], ["z"]] {
      for y in stride(from: -1, through: height + 1, by: max(2, height / 6)) {
        for x in stride(from: -1, through: width + 1, by: max(3, width / 8)) {
          var story = Story(catalogue, width: width, height: height)
          for key in way { story.press(key) }
          story.send(.input(.mouse(MouseAction(.doubleClick, at: Point(x: x, y: y)))))
          guard story.failures.isEmpty else {
            story.check("a click at \(x), \(y) after \(way.map(\.name))")
            return
          }
        }
      }
    }
  }
}
