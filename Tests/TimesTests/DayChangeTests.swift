import Testing
import Times

@Suite struct DayChangeTests {
  private func date(_ day: Int) throws -> CalendarDate { try #require(CalendarDate(year: 2017, month: 12, day: day)) }

  @Test func theNightBeforeTheChangeBelongsToTheDayBefore() throws {
    let change = DayChange.usual
    for (hour, minute, day) in [(0, 0, 4), (3, 59, 4), (4, 0, 5), (23, 59, 5)] {
      let local = LocalTime(date: try date(5), secondOfDay: hour * 3_600 + minute * 60)
      #expect(change.day(of: local) == (try date(day)), "\(local.clock)")
    }
    let last = LocalTime(date: try date(5), secondOfDay: 4 * 3_600 - 1)
    #expect(change.day(of: last) == (try date(4)))
    #expect(DayChange.midnight.day(of: last) == (try date(5)))
  }

  @Test func theVenuesClockRulesAndNotUTC() throws {
    let zone = try #require(OffsetTable.named("America/New_York", around: 2017...2017))
    let instant = LocalTime(date: try date(5), secondOfDay: 8 * 3_600 + 1_800).instant(offset: 0)
    #expect(DayChange.usual.day(of: instant, in: zone) == (try date(4)))
    #expect(DayChange.usual.day(of: instant.advanced(by: 1_800), in: zone) == (try date(5)))
  }

  @Test func aDayBeginsAtItsChange() throws {
    let zone = try #require(OffsetTable.named("Asia/Tokyo", around: 2017...2017))
    let start = DayChange(minutes: 330).start(of: try date(5), in: zone)
    #expect(zone.local(start) == LocalTime(date: try date(5), secondOfDay: 330 * 60))
    #expect(DayChange(minutes: 330).day(of: start, in: zone) == (try date(5)))
    #expect(DayChange(minutes: 330).day(of: start.advanced(by: -1), in: zone) == (try date(4)))
  }

  @Test func timesListedUnderADayAreReadAsTheyAreCounted() throws {
    for second in [0, 14_399, 14_400, 86_399] {
      let local = DayChange.usual.local(secondOfDay: second, on: try date(5))
      #expect(DayChange.usual.day(of: local) == (try date(5)))
      #expect(local.secondOfDay == second)
    }
  }

  @Test func minutesAreHeldInsideTheDay() {
    #expect(DayChange(minutes: -1) == .midnight && DayChange(minutes: 5_000).minutes == 1_439)
  }
}
