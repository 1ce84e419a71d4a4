import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// What a kiosk does at the very moment at which it is due.
struct KioskTimesTests {
  @Test("The night begins and ends at its minutes, over midnight too")
  func night() throws {
    func isNight(_ hours: String, _ hour: Int, _ minute: Int) throws -> Bool {
      let time = LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: hour * 3_600 + minute * 60)
      return try #require(NightHours(hours)).contains(time)
    }
    #expect(try !isNight("22:00-06:00", 21, 59) && isNight("22:00-06:00", 22, 0))
    #expect(try isNight("22:00-06:00", 5, 59) && !isNight("22:00-06:00", 6, 0))
    #expect(try !isNight("01:00-06:00", 0, 59) && isNight("01:00-06:00", 1, 0))
    #expect(try isNight("01:00-06:00", 5, 59) && !isNight("01:00-06:00", 6, 0))
  }

  @Test("The board is back when its time has come, not a second later, and ten seconds before that is told")
  func visit() throws {
    var foyer = try Foyer()
    foyer.press(.enter)
    foyer.wait(seconds: 49)
    #expect(foyer.kiosk.secondsLeft == nil)
    foyer.wait(seconds: 1)
    #expect(foyer.kiosk.secondsLeft == 10 && foyer.kiosk.uptimeDeadline > foyer.uptime)
    foyer.wait(seconds: 9)
    #expect(foyer.kiosk.visit != nil)
    foyer.wait(seconds: 1)
    #expect(foyer.kiosk.visit == nil)
  }

  @Test("A page turns when its time has come, and not before")
  func turning() throws {
    var foyer = try Foyer()
    foyer.wait(seconds: 14)
    #expect(foyer.kiosk.uptimeDeadline == 15_000)
    foyer.wait(seconds: 1)
    #expect(foyer.kiosk.uptimeDeadline == 30_000)
  }
}
