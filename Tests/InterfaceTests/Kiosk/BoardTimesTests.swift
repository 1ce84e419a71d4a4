import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// Times on the kiosk's board.
struct BoardTimesTests {
  private func schedule(_ agenda: Agenda = Sample.agenda(), at now: Instant, room: Room.ID? = nil) throws
    -> BoardSchedule
  {
    try Foyer(agenda, at: now) { $0.room = room }.kiosk.board.world.schedule
  }

  private func ids(_ sessions: [BoardSession]) -> [Session.ID] { sessions.map(\.row.id) }

  @Test("A session is on from the second at which it begins, and no more at the one at which it ends")
  func edges() throws {
    let begin = Sample.at(4, 9)
    #expect(try ids(schedule(at: begin.advanced(by: -1)).running) == [])
    #expect(try ids(schedule(at: begin).running) == ["opening"])
    let change = Sample.at(4, 10, 30)
    #expect(try ids(schedule(at: change.advanced(by: -1)).running) == ["opening"])
    #expect(try ids(schedule(at: change).running) == ["coffee"])
    #expect(try ids(schedule(at: change).next) == ["treaty"])
    let screen = try Foyer(at: change, isASCII: true).screen
    #expect(screen.contains("10:30-11:00") && screen.contains("30 min left") && !screen.contains("Welcome"))
  }

  @Test("What is left of today is what has neither begun nor ended, each once, and the next day is another one")
  func left() throws {
    let change = try schedule(at: Sample.at(4, 10, 30))
    #expect(ids(change.today) == ["treaty", "courts", "budget", "dinner", "night"])
    #expect(ids(change.later) == ["civic", "close"])
    let before = try schedule(at: Sample.at(4, 10, 30).advanced(by: -1))
    #expect(ids(before.today) == ["coffee", "treaty", "courts", "budget", "dinner", "night"])
    #expect(ids(before.next) == ["coffee"])
    // The night belongs to the day before, and what runs past midnight is still on.
    let night = try schedule(at: Sample.at(5, 0, 59))
    #expect(ids(night.running) == ["night"] && ids(night.later) == ["civic", "close"])
    #expect(try schedule(at: Sample.at(5, 1)).phase == .betweenDays)
    #expect(try ids(schedule(at: Sample.at(5, 4)).today) == ["civic", "close"])
    #expect(try ids(schedule(at: Sample.at(5, 4).advanced(by: -1)).today) == [])
  }

  @Test("A milestone is listed up to its second, and nothing waits for it any more from then on")
  func milestone() throws {
    let close = Sample.at(5, 17)
    #expect(try ids(schedule(at: close.advanced(by: -1)).next) == ["close"])
    let now = try schedule(at: close)
    #expect(ids(now.today) == ["close"] && now.next.isEmpty && now.phase == .after)
    #expect(try schedule(at: close.advanced(by: 1)).today.isEmpty)
    var agenda = Sample.agenda()
    agenda.sessions = [
      Sample.session("doors", "Doors open", Sample.at(3, 9)) { $0.kind = .milestone },
      Sample.session("first", "First session", Sample.at(3, 10), Sample.at(3, 11)),
    ]
    #expect(try schedule(agenda, at: Sample.at(3, 9).advanced(by: -1)).phase == .before)
    #expect(try schedule(agenda, at: Sample.at(3, 9)).phase == .day, "it has begun with the doors")
  }

  @Test("At a door what should be over is told from the second of its end for five minutes")
  func overrun() throws {
    let end = Sample.at(4, 10, 30)
    #expect(try schedule(at: end.advanced(by: -1), room: "main").overrun == nil)
    #expect(try schedule(at: end, room: "main").overrun?.row.id == "opening")
    #expect(try schedule(at: end.advanced(by: 299), room: "main").overrun?.row.id == "opening")
    #expect(try schedule(at: end.advanced(by: 300), room: "main").overrun == nil)
    #expect(try schedule(at: end).overrun == nil, "elsewhere nobody has to leave")
    #expect(try Foyer(at: end) { $0.room = "main" }.shows("TIME IS UP"))
    #expect(try !Foyer(at: end) { $0.room = "main" }.shows("min over"))
    #expect(try Foyer(at: end.advanced(by: 60)) { $0.room = "main" }.shows("TIME IS UP: 1 min over"))
  }

  @Test(
    "The last minutes are told to the minute",
    arguments: [
      (24, "6 min left", BoardRole.strong), (25, "Last 5 minutes: 5 min left", .hurry),
      (27, "Last 5 minutes: 3 min left", .hurry), (28, "Last 2 minutes", .over), (29, "The last minute", .over),
    ])
  func lastMinutes(minute: Int, words: String, role: BoardRole) throws {
    let foyer = try Foyer(at: Sample.at(4, 10, minute))
    let session = try #require(foyer.kiosk.board.world.schedule.running.first)
    let left = foyer.kiosk.board.world.timeLeft(session)
    #expect(left.text.contains(words) && left.role == role)
    #expect(foyer.shows(words))
    // A minute that has begun is told as long as it lasts.
    let late = try Foyer(at: Sample.at(4, 10, minute).advanced(by: 59)).kiosk.board.world.timeLeft(session)
    #expect(late.text == left.text && late.role == role)
  }

  @Test("What begins when a notice ends is not late, what begins the second before is")
  func notice() throws {
    func late(until: Instant) throws -> [Int] {
      let notices = [Notice(late: 15, until: until)]
      return try Foyer(at: Sample.at(4, 10), notices: notices).kiosk.board.world.schedule.next.map(\.row.late)
    }
    #expect(try late(until: Sample.at(4, 10, 30)) == [0])
    #expect(try late(until: Sample.at(4, 10, 30).advanced(by: 1)) == [15])
    func shows(_ now: Instant) throws -> Bool {
      let notice = Notice(text: Text("in the garden"), from: Sample.at(4, 9, 50), until: Sample.at(4, 10))
      return try Foyer(at: now, notices: [notice]).shows("in the garden")
    }
    #expect(try !shows(Sample.at(4, 9, 50).advanced(by: -1)) && shows(Sample.at(4, 9, 50)))
    #expect(try shows(Sample.at(4, 10).advanced(by: -1)) && !shows(Sample.at(4, 10)))
  }

  @Test("A session that ends when it begins has no end that could be told, and one without an end is on all the same")
  func length() throws {
    var agenda = Sample.agenda()
    agenda.sessions[2].end = agenda.sessions[2].start
    #expect(try Foyer(agenda).shows("10:30, end open"))
    #expect(try ids(schedule(at: Sample.at(4, 19)).running) == ["dinner"])
    #expect(try ids(schedule(at: Sample.at(4, 23)).running) == ["night"], "the next one ends what is open")
  }
}
