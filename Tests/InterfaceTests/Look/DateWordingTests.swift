import Agenda
import Testing

@testable import Interface

struct DateWordingTests {
  func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test func theDayComesFirst() throws {
    let wording = DateWording()
    let monday = try date(2017, 12, 4)
    #expect(wording.short(monday) == "Mon 4")
    #expect(wording.long(monday) == "Monday 4 December 2017")
    #expect(wording.dayAndMonth(monday) == "4 Dec")
    #expect(wording.full(monday) == "4 December 2017")
  }

  @Test func spansSayNothingTwice() throws {
    let wording = DateWording()
    #expect(try wording.span(date(2017, 12, 3), date(2017, 12, 5)) == "3-5 December 2017")
    #expect(try wording.span(date(2017, 12, 3), date(2017, 12, 3)) == "3 December 2017")
    #expect(try wording.span(date(2017, 11, 30), date(2017, 12, 2)) == "30 November - 2 December 2017")
    #expect(try wording.span(date(2017, 12, 31), date(2018, 1, 1)) == "31 December 2017 - 1 January 2018")
  }

  @Test func aDateIsAsExactAsItIsKnown() {
    let wording = DateWording()
    #expect(wording.partial(PartialDate(year: 2016)) == "2016")
    #expect(wording.partial(PartialDate(year: 2016, month: 6)) == "June 2016")
    #expect(wording.partial(PartialDate(year: 2016, month: 6, day: 14)) == "14 June 2016")
  }
}
