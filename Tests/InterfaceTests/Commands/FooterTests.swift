import Agenda
import Cells
import Messages
import Notes
import Support
import Testing

@testable import Interface

/// The bottom line tells the way back, whatever else has no room, and does what it says when it is clicked.
struct FooterTests {
  /// Ways to every view, from the first screen of a conference with a clash, news and a note.
  private static func stories(_ width: Int, _ height: Int) throws -> [(way: String, story: Story)] {
    func base() throws -> Story {
      var story = try Story(width: width, height: height, starred: ["treaty", "courts"])
      story.send(.notes([.init(target: .session("opening"), text: "- [ ] Action: book the room")]))
      var news = AgendaNews()
      var entry = AgendaNews.Entry(key: "k", heading: "Courts", rows: [])
      entry.new = "courts"
      news.entries = [entry]
      story.send(.agendaNews(news))
      return story
    }
    let further: [[Key]] = [
      ["P"], ["P", "s"], ["?"], [.function(1)], ["f", "p"], ["f"], ["2", "o"], ["A"], ["c"], ["u"], ["b"], ["z"],
      ["v", "z"], ["/", .down], ["a", "/"], ["p"], ["r"], ["="], ["w"], ["i"], ["K"], ["e", .control("w")], ["X"],
      ["V"], ["T"], ["M"], ["f", "b"],
    ]
    var stories: [(String, Story)] = []
    for way in CommandTests.ways + further {
      var story = try base()
      for key in way {
        story.press(key)
        if key == "e" { story.send(.noteOpened(.session("opening"), "")) }
        if way.first == "/", key == "/" { story.type("co") }
      }
      stories.append(("\(way)", story))
    }
    var copying = try base()
    copying.send(.notCopied("a text", isNeeded: true))
    var choosing = try base()
    choosing.send(.conferences([]))
    return stories + [("copying", copying), ("conferences", choosing)]
  }

  @Test(
    "The way back, or else the way out, is told in each view, in French too",
    arguments: [(80, 24), (40, 12), (20, 5), (60, 16)], [false, true])
  func wayBack(size: (Int, Int), isFrench: Bool) throws {
    for (way, story) in try FooterTests.stories(size.0, size.1) {
      var story = story
      if isFrench { story.app.world.messages = try Translation.french }
      story.app.status.message = nil
      let hint = story.app.hints.first { $0.staying == .longest }
      let found = try #require(hint, "\(way)")
      // On the smallest screen the box of a prefix key lies over it; any key closes that.
      if size.1 < 8, !story.app.pendingKeys.isEmpty { continue }
      // There a line that is typed into takes its place too.
      let isTypedInto = story.app.stack.desk[story.app.stack.desk.focus].statusInput != nil
      if size.1 < 8, isTypedInto { continue }
      let isKeyAlone = size.0 < 40 || story.app.stack.isSelecting
      #expect(
        story.footer.contains(isKeyAlone ? found.keys : found.keys + " " + found.words),
        "\(way) \(size)\n\(story.screen)")
    }
  }

  @Test("A click on a hint does what it says, on either of two keys what that does")
  func clicks() throws {
    var story = try Story()
    story.click("? help")
    #expect(story.box != nil && story.shows("Keys here"))
    story.click("Esc close")
    #expect(story.box == nil)
    story.click("* star")
    #expect(story.app.world.stars.starred == ["opening"])
    story.click("find")
    #expect(story.box is SearchView)
    story.type("co")
    story.click("Up Down")
    story.click("Down choose")
    #expect(story.footer.contains(" * star"))
    story.click("Enter go there")
    #expect(story.box == nil && story.app.stack.desk.focus != .agenda)
    story.click("Esc back")
    #expect(story.app.stack.desk.focus == .agenda)
    story.click("[ ] day")
    #expect(story.title.contains("[Sun 3]"))
    let place = try #require(story.place(of: "] day"))
    story.mouse(.click, place.x, place.y)
    #expect(story.title.contains("[Mon 4]"))
    story.mouse(.doubleClick, place.x, place.y)
    #expect(story.title.contains("[Tue 5]"))
    story.click("quit")
    #expect(story.effects.last == .quit)
  }

  @Test("What a message covers cannot be clicked, nor what there is between two hints")
  func covered() throws {
    var story = try Story(width: 40, height: 12)
    let footer = story.app.stack.desk.layout.footer
    story.send(.notice(Message("%s", String(repeating: "long words ", count: 20))))
    story.mouse(.click, 2, footer.y)
    #expect(story.app.stack.desk.focus == .agenda && story.effects.isEmpty)
    for x in [0, 39] { story.mouse(.click, x, footer.y) }
    #expect(story.app.stack.desk.focus == .agenda && story.effects.isEmpty)
  }

  @Test("A click on a filter's name takes it off, in the status line and in the agenda's border, and on its key all")
  func filters() throws {
    func filtered() throws -> Story {
      var story = try Story(width: 120, height: 24, starred: ["opening"])
      story.press("f", "s", "f", "r")
      story.type("main")
      story.press(.enter)
      story.press(.up)
      return story
    }
    var story = try filtered()
    #expect(story.app.world.programme.set.count == 2, "\(story.screen)")
    for (name, isStarredLeft) in [("Main Hall", true), ("starred", false)] {
      story = try filtered()
      let status = try #require(story.status.firstRange(of: name))
      let column = story.status.distance(from: story.status.startIndex, to: status.lowerBound)
      story.mouse(.click, column, story.app.stack.desk.layout.status.y)
      #expect(story.app.world.programme.set.count == 1)
      #expect(story.app.world.programme.isStarredOnly == isStarredLeft)
    }
    story = try filtered()
    story.click("f c")
    #expect(!story.app.world.programme.isFiltered)
  }

  @Test("What can follow a prefix key can be clicked")
  func prefix() throws {
    var story = try Story()
    story.press("f")
    story.click("One room")
    #expect(story.box != nil && story.shows("Main Hall"))
  }
}
