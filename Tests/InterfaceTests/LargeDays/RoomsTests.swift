import Agenda
import Cells
import Testing

@testable import Interface

/// All rooms at once.
struct RoomsTests {
  /// Four rooms: in one something is on and something comes, in one nothing is on, in one two overlap, one has none.
  private func agenda() -> Agenda {
    var agenda = Agenda(conference: Sample.conference("Rooms"))
    agenda.rooms = [
      Room(id: "a", name: Text("Aula")), Room(id: "b", name: Text("Été")), Room(id: "c", name: Text("Cellar")),
      Room(id: "d", name: Text("Dark room")),
    ]
    func add(_ id: String, _ title: String, _ room: String, _ start: Instant, _ end: Instant?) {
      agenda.sessions.append(Sample.session(id, title, start, end) { $0.room = room })
    }
    add("talk", "A talk that is on", "a", Sample.at(4, 9), Sample.at(4, 10))
    add("later", "What comes after", "a", Sample.at(4, 10), Sample.at(4, 11))
    add("morning", "Only tomorrow", "b", Sample.at(5, 9), Sample.at(5, 10))
    add("long", "All day long", "c", Sample.at(4, 8), Sample.at(4, 18))
    add("short", "Within it", "c", Sample.at(4, 9, 30), Sample.at(4, 9, 50))
    return agenda
  }

  @Test("Each room has a row: what is on and for how long, what comes next and when, and how many more are on")
  func rows() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 41))
    story.press("*", "V")
    #expect(story.shows("All rooms at 09:41") && story.shows("2 of 3 in use"), "\(story.screen)")
    let rows = story.lines
    #expect(rows.contains { $0.contains(" Aula") && $0.contains("19 min A talk that is on") }, "\(story.screen)")
    #expect(rows.contains { $0.contains("Aula") && $0.contains("10:00 What comes after") }, "\(story.screen)")
    #expect(rows.contains { $0.contains("Été") && $0.contains("Tue 5 09:00 Only tomorrow") }, "\(story.screen)")
    #expect(rows.contains { $0.contains(">Cellar") && $0.contains("9 min * Within it (+1)") }, "\(story.screen)")
    #expect(rows.contains { $0.contains("Cellar") && $0.contains("nothing more") }, "\(story.screen)")
    #expect(!story.shows("Dark room"))
    story.check("all rooms")
  }

  @Test("A room is found by typing its name, without accents too; Enter reads its page, which opens at now")
  func finding() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 41))
    story.press("V")
    story.type("ete")
    #expect(!story.shows("Cellar") && story.shows("Été"), "\(story.screen)")
    story.press(.enter)
    #expect(story.box == nil && story.shows("Only tomorrow"), "\(story.screen)")
    story.press(.escape, "V")
    story.type("nowhere")
    #expect(story.shows("No room is called “nowhere”"), "\(story.screen)")
    story.press(.enter)
    #expect(story.box != nil)
  }

  @Test("It follows the clock, and keeps the room that is selected")
  func clock() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 41))
    story.press("V", .down, .down)
    story.wait(until: Sample.at(4, 9, 50))
    #expect(story.lines.contains { $0.contains(">Cellar") && $0.contains("8 h 10 All day long") }, "\(story.screen)")
  }

  @Test(
    "Thirty rooms of FOSDEM have their times in columns, at every size", arguments: [(40, 12), (80, 24), (160, 48)])
  func fosdem(width: Int, height: Int) throws {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 11, 10), width: width, height: height) else { return }
    story.press("V")
    #expect(story.shows("25 of 30 in use"), "\(story.screen)")
    story.check("rooms of a large day")
    story.type("janson")
    #expect(story.lines.contains { $0.contains(">Janson") && $0.contains("40 min") }, "\(story.screen)")
  }

  @Test("An agenda without rooms says so")
  func none() throws {
    var agenda = Sample.agenda()
    agenda.rooms = []
    var story = try Story(agenda)
    story.press("V")
    #expect(story.message == "This agenda names no rooms")
  }
}
