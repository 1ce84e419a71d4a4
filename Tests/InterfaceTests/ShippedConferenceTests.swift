import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

struct ShippedConferenceTests {
  private func story(_ width: Int, _ height: Int) throws -> Story {
    let agenda = try #require(BundleReader().read(Checkout.shippedBundle).agenda)
    return try Story(agenda, width: width, height: height)
  }

  @Test("Every page of it can be opened and read to its end at every size", arguments: sizes)
  func everyPage(width: Int, height: Int) throws {
    var story = try story(width, height)
    story.check("at its first screen")
    for _ in 0..<2 { story.press("[") }
    for _ in story.app.world.catalogue.days {
      for _ in story.app.world.programme.rows {
        story.press(.enter, .end)
        story.check("at the end of \(story.selected ?? "")")
        story.press(.escape, .down)
      }
      story.press("]")
    }
    for panel: Key in ["3", "4"] {
      story.press(panel, .home)
      for _ in 0..<5 {
        story.press(.enter, .end)
        story.check("at the end of a page of \(panel.name)")
        story.press(.escape, panel, .down)
      }
    }
  }

  @Test("The opening is on at 09:41 on Monday, and leads to the four meetings")
  func opening() throws {
    var story = try story(80, 24)
    #expect(story.selected == "opening")
    #expect(story.shows("49 min left"))
    story.press("b")
    #expect(story.app.world.linkedMeetings.count == 4)
    #expect(story.lines.filter { $0.contains("→ ") }.count == 4)
  }
}
