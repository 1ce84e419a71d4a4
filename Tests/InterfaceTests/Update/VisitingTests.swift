import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// Pages of people and rooms, and what is on when.
struct VisitingTests {
  @Test("A person's page says who it is and lists all that they do, each leading there and back")
  func person() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press("p")
    story.type("zoë")
    story.press(.enter)
    #expect(story.app.stack.desk.focus == .session)
    #expect(story.shows("2 Person"))
    for line in ["Maintainer", "Monday 4 December 2017", "Welcome to the days, Janson", "Tuesday 5 December 2017"] {
      #expect(story.shows(line), "\(line)")
    }
    story.check("a person")
    story.press("o", "4")
    #expect(story.selected == "vacuum")
    #expect(story.title.contains("[Tue 5]"))
    #expect(story.visited == nil)
    story.press(.escape)
    #expect(story.visited == .person("zoe"))
    #expect(story.title.contains("[Mon 4]"))
    story.press(.escape)
    #expect(story.visited == nil)
    #expect(story.app.stack.desk.focus == .agenda)
  }

  @Test("Names of people and rooms in a session's page lead to their pages; Enter reads on past them")
  func asides() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press(.enter)
    #expect(story.app.stack.desk.focus == .session)
    story.press(.enter)
    #expect(story.box == nil)
    story.press(.right, .enter)
    #expect(story.visited == .room("janson"))
    #expect(story.shows("2 Room"))
    #expect(story.shows("Double booked"))
    story.press(.escape, .escape, .enter, .right, .right, .enter)
    #expect(story.visited == .person("zoe"))
  }

  @Test("Names are numbered behind the links that a page had before")
  func numbers() throws {
    var story = try Story()
    story.press(.enter, "o")
    #expect(story.lines.contains { $0.contains("1  Launch of the project") })
    #expect(story.lines.contains { $0.contains("5  Main Hall") })
    #expect(story.lines.contains { $0.contains("6  Zoë Müller") })
    story.type("7")
    #expect(story.visited == .person("abel"))
  }

  @Test("People and rooms are found by searching")
  func found() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.find("zoë")
    story.press(.enter)
    #expect(story.visited == .person("zoe"))
    story.find("fontaine")
    story.press(.enter)
    #expect(story.visited == .room("k1"))
    #expect(story.shows("Phones without tears"))
  }

  @Test("Moving in the agenda shows the selected session again")
  func leaving() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press("r", .enter, "1", .down)
    #expect(story.visited == nil)
    #expect(story.shows("2 Session"))
  }

  @Test("What is on at the same time, without what only touches")
  func parallel() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press("=")
    #expect(story.shows("At the same time"))
    let links = story.sessionPage.content.links.map(\.label)
    #expect(links == ["Phones without tears", "An index for everything that was ever written"])
    story.check("parallel sessions")
  }

  @Test("What can be reached now: next in the room, next anywhere, on now; a minute later it is another")
  func reachable() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 40))
    story.press("g")
    #expect(story.selected == "welcome")
    story.press("w")
    let screen = story.sessionPage.content.lines.map(\.plain)
    #expect(screen.first == "What is next at 09:40")
    let inRoom = screen.firstIndex(of: "Next in Janson") ?? 0
    let anywhere = screen.firstIndex(of: "Next anywhere") ?? 0
    #expect(screen[inRoom + 1].contains("10:00-11:00  The great panel"))
    #expect(screen[anywhere + 1].contains("10:00-11:00  The great panel,"))
    #expect(screen.contains { $0.contains("Phones without tears") })
    story.wait(until: Sample.at(4, 10, 31))
    #expect(story.sessionPage.content.lines.first?.plain == "What is next at 10:31")
    story.press("o", "1")
    #expect(story.selected == "end")
  }

  @Test("These pages look right at every size", arguments: sizes)
  func everySize(width: Int, height: Int) throws {
    for keys: [Key] in [["p", .enter], ["r", .enter], ["="], ["w"], ["p"], ["r"]] {
      for agenda in [Sample.busy(), Sample.scripts()] {
        var story = try Story(agenda, width: width, height: height, at: Sample.at(4, 9, 40))
        for key in keys { story.press(key) }
        story.check("\(keys.map(\.name))")
      }
    }
  }
}
