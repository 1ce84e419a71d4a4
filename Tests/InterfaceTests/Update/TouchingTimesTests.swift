import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// What the agenda says at the very moment at which something begins or ends, and of sessions that only touch.
struct TouchingTimesTests {
  @Test("A session is on from its start to just before its end")
  func current() throws {
    #expect(try Story(at: Sample.at(4, 10, 30).advanced(by: -1)).selected == "opening")
    #expect(try Story(at: Sample.at(4, 10, 30)).selected == "coffee")
    #expect(try Story(at: Sample.at(4, 9)).shows("NOW"))
    #expect(try Story(at: Sample.at(4, 9).advanced(by: -1)).shows("NEXT"))
  }

  @Test("Starred sessions that only touch do not clash")
  func clashes() throws {
    #expect(try Story(starred: ["opening", "coffee", "treaty"]).app.world.stars.clashes == [])
    #expect(try Story(starred: ["coffee", "treaty", "courts"]).app.world.stars.clashes == ["treaty", "courts"])
  }

  @Test("The conference is on from its first day to its last, which ends at the day's change")
  func dates() throws {
    #expect(try Story(at: Sample.at(3, 12)).message == nil)
    #expect(try Story(at: Sample.at(3, 4).advanced(by: -1)).message?.contains("has not begun") == true)
    #expect(try Story(at: Sample.at(6, 4).advanced(by: -1)).message == "The last session is over. This is the last day")
    #expect(try Story(at: Sample.at(6, 4)).message?.contains("3-5 December 2017") == true)
  }

  @Test("A session without length has one time, in the list and on its page")
  func withoutLength() throws {
    var agenda = Sample.agenda()
    agenda.sessions[3].end = agenda.sessions[3].start
    var story = try Story(agenda, width: 160, height: 48)
    #expect(story.shows("11:00") && !story.shows("11:00-11:00"))
    story.press(.down, .down, .enter)
    #expect(story.shows("Why it matters") && story.shows("Mon 4 Dec 11:00 ") && !story.shows("(0 min)"))
  }

  @Test("In the timetable sessions of a room that only touch stand below one another, and alone they take its width")
  func timetable() throws {
    var agenda = Sample.agenda()
    func session(_ id: String, _ start: Instant, _ end: Instant) -> Session {
      Sample.session(id, id, start, end) { $0.room = "main" }
    }
    agenda.sessions = [
      session("a", Sample.at(4, 9), Sample.at(4, 10)), session("b", Sample.at(4, 10), Sample.at(4, 11)),
      session("c", Sample.at(4, 11), Sample.at(4, 13)), session("d", Sample.at(4, 12), Sample.at(4, 13)),
      session("e", Sample.at(4, 13), Sample.at(4, 14)),
    ]
    let story = try Story(agenda)
    let rows = story.app.world.programme.rows
    let timetable = Timetable(
      rows, spans: story.app.world.catalogue.spans(of: rows), offset: -18_000,
      rooms: story.app.world.catalogue.allRooms)
    #expect(timetable.laneCount == 2)
    #expect(timetable.boxes.map(\.lanes) == [0..<2, 0..<2, 0..<1, 1..<2, 0..<2])
    #expect(timetable.row(at: Sample.at(4, 9).seconds) == 0)
    #expect(timetable.row(at: Sample.at(4, 9).seconds - 1) == nil)
    #expect(timetable.row(at: Sample.at(4, 14).seconds) == nil)
    #expect(timetable.row(at: Sample.at(4, 14).seconds - 1) == timetable.rowCount - 1)
    #expect(timetable.row(-4, from: 0) == nil && timetable.row(4, from: 4) == nil, "a page leads to another session")
  }
}
