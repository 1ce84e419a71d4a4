import Testing
import Times

@testable import Agenda

/// How late sessions are by what the staff say.
struct DelayTests {
  private static let zone = OffsetTable.utc

  private static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    LocalTime(date: CalendarDate(dayNumber: 17_500 + day), secondOfDay: hour * 3_600 + minute * 60).instant(offset: 0)
  }

  /// One session in the morning of each of two days in room a, and one at the same time in room b, without an end.
  private static var agenda: Agenda {
    var conference = Conference(
      id: "sample", title: Text("Sample"), zone: zone, start: CalendarDate(dayNumber: 17_503),
      end: CalendarDate(dayNumber: 17_504))
    conference.title = Text("Sample")
    var agenda = Agenda(conference: conference)
    agenda.rooms = [Room(id: "a", name: Text("Room A")), Room(id: "b", name: Text("Room B"))]
    for (id, day, room) in [("first", 3, "a"), ("other", 3, "b"), ("second", 4, "a")] {
      var session = Session(id: id, title: Text(id), start: at(day, 11, 30))
      session.end = id == "other" ? nil : at(day, 12, 30)
      session.room = room
      agenda.sessions.append(session)
    }
    return agenda
  }

  @Test("What began late stays late to its end, when the notice holds no longer, and is on time once its day is over")
  func stays() {
    let notice = Notice(late: 10, rooms: ["a"], until: Self.at(3, 12))
    for (hour, minute) in [(9, 0), (11, 59), (12, 0), (12, 39), (23, 0)] {
      #expect(Self.agenda.delays([notice], at: Self.at(3, hour, minute)) == ["first": 10], "\(hour):\(minute)")
    }
    #expect(Self.agenda.delays([notice], at: Self.at(4, 10)).isEmpty)
  }

  @Test("What begins at the end of a notice or later is on time, what begins the second before is late")
  func until() {
    let start = Self.at(3, 11, 30)
    #expect(Self.agenda.delays([Notice(late: 10, until: start)], at: Self.at(3, 9)).isEmpty)
    let delays = Self.agenda.delays([Notice(late: 10, until: start.advanced(by: 1))], at: Self.at(3, 9))
    #expect(delays == ["first": 10, "other": 10])
  }

  @Test("A notice is not known before it begins, and moves nothing that was over then")
  func from() {
    let notice = Notice(late: 10, from: Self.at(3, 11), until: Self.at(4, 20))
    #expect(Self.agenda.delays([notice], at: Self.at(3, 10, 59)).isEmpty)
    #expect(Self.agenda.delays([notice], at: Self.at(3, 11)).count == 3)
    let late = Notice(late: 10, from: Self.at(3, 12, 31), until: Self.at(4, 20))
    #expect(Self.agenda.delays([late], at: Self.at(3, 13)) == ["second": 10])
  }

  @Test("Rooms and a session are moved alone, and of several delays the longest counts")
  func several() {
    let notices = [
      Notice(late: 5, rooms: ["a", "b"]), Notice(late: 20, rooms: ["b"]), Notice(late: 7, session: "first"),
      Notice(text: Text("Lunch"), rooms: ["a"]),
    ]
    #expect(Self.agenda.delays(notices, at: Self.at(3, 9)) == ["first": 7, "other": 20, "second": 5])
  }

  @Test("A delayed agenda has the times as they are, and knows those that were planned")
  func delayed() {
    let agenda = Self.agenda.delayed(["first": 10, "other": 3])
    #expect(agenda.sessions.map(\.start) == [Self.at(3, 11, 40), Self.at(3, 11, 33), Self.at(4, 11, 30)])
    #expect(agenda.sessions.map(\.end) == [Self.at(3, 12, 40), nil, Self.at(4, 12, 30)])
    #expect(agenda.sessions.map(\.plannedStart) == Self.agenda.sessions.map(\.start))
    #expect(Self.agenda.delayed([:]) == Self.agenda)
  }

  @Test("Opening bytes of a file that are zeros are told before the rest is read")
  func zeros() {
    var asked = 0
    #expect(throws: FileFailure.notText) {
      _ = try FileBytes(expected: 200_000_000, limit: 300_000_000) { memory, room in
        asked += room
        memory.update(repeating: 0, count: room)
        return room
      }
    }
    #expect(asked < 1 << 16)
  }
}
