import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// Notices and changes on the kiosk's board.
struct NoticeTests {
  @Test("A room that is late moves its sessions, the original time stays beside them")
  func late() throws {
    let notice = Notice(late: 10, rooms: ["main"], until: Sample.at(4, 18))
    let foyer = try Foyer(notices: [notice])
    #expect(foyer.shows("! Main Hall: 10 minutes late"))
    #expect(foyer.shows("09:10-10:40") && foyer.shows("59 min left") && foyer.shows("10 min late, was 09:00"))
    #expect(foyer.shows("10:30  Coffee break"), "only that room")
    let wide = try Foyer(width: 160, height: 48, notices: [notice])
    #expect(wide.shows("11:10") && wide.shows("Main Hall  was 11:00"))
    let all = try Foyer(notices: [Notice(late: 15)])
    #expect(all.shows("Everything is 15 minutes late") && all.shows("10:45-11:15"))
    let one = try Foyer(notices: [Notice(text: Text("The bus is stuck"), late: 5, session: "coffee")])
    #expect(one.shows("! The bus is stuck") && one.shows("10:35-11:05") && one.shows("09:00-10:30"))
  }

  @Test("What begins after a notice has ended is where it was")
  func tomorrow() throws {
    var foyer = try Foyer(width: 160, height: 48, notices: [Notice(late: 15, until: Sample.at(4, 18))])
    #expect(foyer.tells("19:00  Dinner") && !foyer.tells("was 19:00"))
    let schedule = foyer.kiosk.board.world.schedule
    #expect(schedule.running.map(\.row.late) == [15] && schedule.later.map(\.row.late).allSatisfy { $0 == 0 })
    foyer.set(Sample.at(4, 18))
    #expect(foyer.kiosk.board.world.schedule.today.allSatisfy { $0.row.late == 0 })
  }

  @Test("A small board says it too", arguments: [(40, 12), (40, 9), (60, 14)])
  func small(width: Int, height: Int) throws {
    let foyer = try Foyer(width: width, height: height, notices: [Notice(text: Text("Lunch is in the garden"))])
    #expect(foyer.shows("! Lunch is in the garden") && foyer.shows("NOW") && foyer.shows("49 min left"))
  }

  @Test("A notice is not torn apart where it need not be")
  func whole() throws {
    let long = "Lunch is in the garden, behind the museum: follow the green signs"
    var foyer = try Foyer(width: 44, height: 12, notices: [Notice(text: Text("First")), Notice(text: Text(long))])
    let board = foyer.screen
    #expect(board.contains("! First") && !board.contains("Lunch"))
    let row = foyer.lines.firstIndex { $0.contains("NOW") }
    foyer.wait(seconds: 15)
    #expect(foyer.shows("Lunch is in") && foyer.shows("green signs") && !foyer.shows("First"))
    #expect(foyer.lines.firstIndex { $0.contains("NOW") } == row, "and the rest stays in its place")
  }

  @Test("What should be over still runs, and what should run has not begun")
  func phase() throws {
    let notice = Notice(late: 10, rooms: ["main"])
    #expect(try Foyer(at: Sample.at(4, 10, 35), notices: [notice]).shows("Last 5 minutes: 5 min left"))
    #expect(try Foyer(at: Sample.at(4, 11, 5), notices: [notice]).shows("in 5 min"))
    let close = try Foyer(at: Sample.at(5, 10, 35), notices: [notice])
    #expect(close.kiosk.board.world.schedule.running.map(\.row.id) == ["civic"])
  }

  @Test("A notice is shown from its beginning to its end")
  func expiry() throws {
    var foyer = try Foyer(
      notices: [Notice(text: Text("Lunch is in the garden"), from: Sample.at(4, 9, 50), until: Sample.at(4, 10))])
    #expect(!foyer.shows("garden"))
    foyer.wait(seconds: 540)
    #expect(foyer.shows("! Lunch is in the garden"))
    foyer.wait(seconds: 600)
    #expect(!foyer.shows("garden") && foyer.shows("NOW"))
  }

  @Test("Many notices take turns and leave the board in its place")
  func many() throws {
    var foyer = try Foyer(notices: (1...9).map { Notice(text: Text("Notice number \($0)")) })
    var seen = Set<Int>()
    for _ in 0..<3 {
      for number in 1...9 where foyer.shows("Notice number \(number)") { seen.insert(number) }
      #expect(foyer.shows("49 min left"))
      foyer.wait(seconds: 15)
    }
    #expect(seen.count == 9)
  }

  @Test("A new version marks what is changed until the end of the day")
  func versions() throws {
    var foyer = try Foyer(width: 160, height: 48)
    var agenda = Sample.agenda()
    agenda.sessions[3].room = "blue"
    agenda.sessions[6].start = Sample.at(4, 20)
    agenda.sessions.append(Sample.session("late", "A walk in the park", Sample.at(4, 15), Sample.at(4, 16)))
    try foyer.take(agenda)
    #expect(foyer.kiosk.board.world.changes.keys.sorted() == ["dinner", "late", "treaty"])
    for words in ["A walk in the park  new", "moved, was Main Hall", "moved, was 19:00"] {
      #expect(foyer.tells(words), "\(words)")
    }
    foyer.set(Sample.at(5, 9, 30))
    #expect(foyer.kiosk.board.world.changes.isEmpty)
  }

  @Test("A visitor stays where they are when a new version comes, and the board has it")
  func visit() throws {
    var foyer = try Foyer()
    foyer.press(.enter, .down, .down, .enter)
    #expect(foyer.shows("Why it matters"))
    var agenda = Sample.agenda()
    agenda.sessions.removeFirst()
    agenda.sessions[2].title = Text("Treaty bodies, once more")
    try foyer.take(agenda)
    #expect(foyer.shows("once more") && foyer.shows("Why it matters"))
  }

  @Test("Several emergencies have a screen each, and one that comes is read from its beginning")
  func emergencies() throws {
    var foyer = try Foyer(width: 120, height: 38, notices: [])
    foyer.wait(seconds: 40)
    let texts = ["Fire in hall B", "Doctor needed in room 3"].map { Notice(text: Text($0), level: .emergency) }
    foyer.send(.notices(texts))
    #expect(foyer.showsLarge("hall") && !foyer.showsLarge("Doctor"), "\(foyer.screen)")
    foyer.wait(seconds: 15)
    #expect(foyer.showsLarge("Doctor") && !foyer.showsLarge("hall"), "\(foyer.screen)")
  }

  @Test("A delay of one session is told at its own door and at no other")
  func doors() throws {
    let notice = Notice(late: 5, session: "opening")
    for (room, isTold) in [("main", true), ("blue", false)] {
      let foyer = try Foyer(width: 120, height: 38, notices: [notice]) { $0.room = room }
      #expect(foyer.screen.contains("Introductions: 5 minutes late") == isTold, "\(room)\n\(foyer.screen)")
    }
  }

  @Test("A board of some rooms tells what is of one of them and what is of all, and nothing else")
  func someRooms() throws {
    let notices = [
      Notice(text: Text("The projector is mended"), rooms: ["main"]),
      Notice(text: Text("It is warm in here"), rooms: ["blue"]), Notice(text: Text("Lunch is served")),
    ]
    func board(_ rooms: [Room.ID]) throws -> Foyer { try Foyer(notices: notices) { $0.rooms = rooms } }
    let (both, one) = (try board(["main", "blue"]), try board(["main", "other"]))
    #expect(both.tells("! The projector is mended") && both.tells("It is warm in here"))
    #expect(one.tells("! The projector is mended") && one.tells("Lunch is served") && !one.tells("It is warm"))
  }

  @Test("A table of rooms tells the last minutes in few words")
  func lastMinutes() throws {
    let foyer = try Foyer(Sample.crowded(60), at: Sample.at(4, 10, 59))
    #expect(foyer.kiosk.board.layout.isTable && foyer.tells("min left") && !foyer.tells("Last 5 minutes"))
  }
}
