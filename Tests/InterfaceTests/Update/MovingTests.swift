import Agenda
import Cells
import Testing

@testable import Interface

struct MovingTests {
  @Test("Tab and Shift-Tab go round the panels, digits choose one")
  func focus() throws {
    var story = try Story()
    var seen: [Panel] = []
    for _ in 0..<5 {
      story.press(.tab)
      seen.append(story.app.stack.desk.focus)
    }
    #expect(seen == [.session, .background, .documents, .notes, .agenda])
    story.press(.backtab)
    #expect(story.app.stack.desk.focus == .notes)
    for panel in Panel.allCases {
      story.press(.character(panel.digit))
      #expect(story.app.stack.desk.focus == panel)
      story.check("with the focus on \(panel)")
    }
  }

  @Test("The selection stops at the ends, by rows, pages and at once")
  func ends() throws {
    var story = try Story()
    story.press("k", "k")
    #expect(story.selected == "opening")
    story.press("G")
    #expect(story.selected == "night")
    story.press("j", .pageDown, " ")
    #expect(story.selected == "night")
    story.press("g")
    #expect(story.selected == "opening")
    story.press("4", .end)
    #expect(story.documents.list.selected == 2)
    story.press(.home, .enter)
    #expect(story.documents.open == .conference)
  }

  @Test("Another row is read from its top, and the same row keeps its place")
  func readingPlace() throws {
    var story = try Story()
    story.press("j", "j", .enter, "j", "j", .escape, .enter)
    #expect(story.sessionPage.top == 2)
    story.press(.escape, "j", "k")
    #expect(story.sessionPage.top == 0)
  }

  @Test("Zoom gives the focused panel the whole screen, and Esc in the agenda gives it back")
  func zoom() throws {
    var story = try Story()
    story.press("z")
    #expect(story.lines[1].hasPrefix("┌ 1 Agenda ─ 2 Session ─ 3 Background ─ 4 Documents ─ 5 Notes ─"))
    #expect(story.shows("│ 11:00-12:30    Treaty bodies and election observation"))
    story.press("4")
    #expect(story.shows("About this conference"))
    story.check("zoomed")
    story.press("1", .escape)
    #expect(!story.app.stack.desk.isZoomed)
  }

  @Test("[ and ] go from day to day and say where the days end")
  func days() throws {
    var story = try Story()
    story.press("]")
    #expect(story.title.contains("[Tue 5]"))
    #expect(story.selected == "civic")
    story.press("]")
    #expect(story.message == "This is the last day")
    story.press("[", "[")
    #expect(story.title.contains("[Sun 3]"))
    #expect(story.shows("~ Board of"))
    story.press("[")
    #expect(story.message == "This is the first day")
  }

  @Test("The wheel over the agenda never leaves the focus on a panel that is covered", arguments: sizes)
  func focusIsSeen(width: Int, height: Int) throws {
    for way: [Key] in [["4"], ["4", .enter], ["3"], ["3", .enter], ["5"]] {
      var story = try Story(width: width, height: height)
      for key in way { story.press(key) }
      story.mouse(.wheelDown, 5, min(5, height - 2))
      story.check("after the wheel in \(way.map(\.name))")
      story.resize(80, 24)
      story.check("after the wheel in \(way.map(\.name)), at 80x24 again")
    }
  }
}
