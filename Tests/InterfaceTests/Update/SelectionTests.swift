import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// A key acts on what is selected, on whatever page.
struct SelectionTests {
  /// Somebody with two talks, and one with a single one.
  private static func onPerson(_ name: String) throws -> Story {
    var story = try Story()
    story.press("p")
    story.type(name)
    story.press(.enter)
    return story
  }

  @Test("On a person's page a star goes to the talk that is selected there, never to the one in the agenda")
  func person() throws {
    var story = try Self.onPerson("Zo")
    #expect(story.selected == "opening" && story.shows("Zoë Müller"))
    story.press(.right, .right, "*")
    #expect(story.app.world.stars.starred == ["courts"], "\(story.screen)")
    #expect(story.lines.contains { $0.contains("11:30-13:00*? Courts") }, "\(story.screen)")
    #expect(story.shows("Zoë Müller"), "and the page stays")
    story.press("y")
    #expect(story.effects.contains { if case .copy(let text) = $0 { text.contains("Courts") } else { false } })
  }

  @Test("Where several talks could be meant, it is asked which; where there is one, it is that")
  func several() throws {
    var story = try Self.onPerson("Zo")
    story.press("*")
    #expect(story.app.world.stars.starred.isEmpty && story.shows("Star which session?"), "\(story.screen)")
    story.press("2", .enter)
    #expect(story.app.world.stars.starred == ["courts"], "\(story.screen)")
    var other = try Self.onPerson("陳")
    other.press("*")
    #expect(other.app.world.stars.starred == ["treaty"])
  }

  @Test("A note is written on the talk that is selected on a room's page, and on none that is not")
  func notes() throws {
    var story = try Story()
    story.press("r")
    story.type("Blue")
    story.press(.enter)
    #expect(story.visited == .room("blue"))
    story.press("e")
    #expect(story.shows("Write on which session?"), "\(story.screen)")
    story.press(.escape, .right, .right, "e")
    #expect(story.effects.contains(.openNote(.session("courts"))), "\(story.effects)")
    #expect(!story.effects.contains(.openNote(.session("opening"))))
  }

  @Test("What is parallel and what can be reached is starred where it is listed")
  func listed() throws {
    var story = try Story()
    story.press(.down, .down, "=", "*")
    #expect(story.app.world.stars.starred == ["courts"], "the only one that runs beside the treaty talk")
    story.press(.escape, "w", .right, .right, "*")
    #expect(story.app.world.stars.starred.count == 2 && story.shows("What is next at"), "\(story.screen)")
  }

  @Test("The links of the selected session are offered, not those of the page that lists it")
  func links() throws {
    var story = try Self.onPerson("Zo")
    story.press(.right, "o")
    #expect(story.shows("example.org/slides"), "\(story.screen)")
  }

  @Test("A background page has no star, and says so")
  func background() throws {
    var story = try Story()
    story.press("3", .enter, "*")
    #expect(story.app.world.stars.starred.isEmpty && story.message == "No session is selected")
  }

  @Test("Among what was found a session is starred, copied and written on without going there")
  func found() throws {
    var story = try Story()
    story.find("courts")
    #expect(story.footer.contains("Alt-* star"))
    story.press(.alt("*"))
    #expect(story.app.world.stars.starred == ["courts"])
    #expect(story.lines.contains { $0.contains("*? Mon 4 11:30") && $0.contains("Courts before") }, "\(story.screen)")
    story.press(.alt("y"))
    #expect(story.effects.contains { if case .copy(let text) = $0 { text.contains("Courts") } else { false } })
    story.press(.alt("e"))
    #expect(story.effects.contains(.openNote(.session("courts"))))
  }

  @Test("Once the list is moved in, signs that are in no word are keys there, and all else is typed")
  func starredWhereItStands() throws {
    var story = try Story()
    story.find("co")
    story.type("*")
    #expect(story.app.world.stars.starred.isEmpty && story.shows("Find: co*"))
    story.press(.backspace, .down, .up)
    #expect(story.footer.contains(" * star"))
    story.press("*")
    #expect(story.app.world.stars.starred.count == 1 && story.shows("Find: co "))
    story.press("*", "*", "+")
    #expect(story.app.world.stars.starred.count == 1 && story.message != nil)
    story.type("urts*")
    #expect(story.shows("Find: courts*") && story.shows("Courts before"))
  }

  @Test("No sign hides another: star, clash, note, doubt and change stand in columns of their own")
  func columns() throws {
    var agenda = Sample.agenda()
    agenda.sessions[4].isOptional = false
    var story = try Story(agenda, starred: ["treaty", "courts", "budget"])
    story.send(.notes([.init(target: .session("courts"), text: "Ask.")]))
    var news = AgendaNews()
    var entry = AgendaNews.Entry(key: "k", heading: "Courts", rows: [])
    entry.new = "courts"
    news.entries = [entry]
    story.send(.agendaNews(news))
    #expect(story.lines.contains { $0.contains("11:30-13:00•*!?± Courts") }, "\(story.screen)")
    #expect(story.lines.contains { $0.contains("14:00-15:00 * x  Budgets") }, "\(story.screen)")
    story.press("v")
    #expect(story.shows("•*!?±"), "and in the timetable: \(story.screen)")
  }

  @Test("At 40 columns titles keep twenty columns, whatever signs there are")
  func narrow() throws {
    var story = try Story(width: 40, height: 12, starred: ["treaty", "courts", "budget"])
    var news = AgendaNews()
    var entry = AgendaNews.Entry(key: "k", heading: "Courts", rows: [])
    entry.new = "courts"
    news.entries = [entry]
    story.send(.agendaNews(news))
    let column = try #require(story.agendaView?.lines.titleColumn)
    #expect(column <= 20, "\(story.screen)")
    #expect(story.shows("11:30-13:00 *!?± Courts before"), "\(story.screen)")
  }
}
