import Agenda
import Testing

@testable import Catalogue

struct DateWordingTests {
  func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test(arguments: [[], ["en"], ["en-GB"], ["en_US"], ["C"], [""]])
  func englishPutsTheDayFirst(languages: [String]) throws {
    let wording = DateWording(languages: languages)
    let monday = try date(2017, 12, 4)
    #expect(wording.short(monday) == "Mon 4")
    #expect(wording.long(monday) == "Monday 4 December 2017")
    #expect(wording.dayAndMonth(monday) == "4 Dec")
    #expect(wording.full(monday) == "4 December 2017")
  }

  @Test func spansSayNothingTwice() throws {
    let wording = DateWording(languages: ["en"])
    #expect(try wording.span(date(2017, 12, 3), date(2017, 12, 5)) == "3-5 December 2017")
    #expect(try wording.span(date(2017, 12, 3), date(2017, 12, 3)) == "3 December 2017")
    #expect(try wording.span(date(2017, 11, 30), date(2017, 12, 2)) == "30 November - 2 December 2017")
    #expect(try wording.span(date(2017, 12, 31), date(2018, 1, 1)) == "31 December 2017 - 1 January 2018")
  }

  @Test func aDateIsAsExactAsItIsKnown() throws {
    let wording = DateWording(languages: ["en"])
    #expect(try wording.partial(#require(PartialDate(year: 2016))) == "2016")
    #expect(try wording.partial(#require(PartialDate(year: 2016, month: 6))) == "June 2016")
    #expect(try wording.partial(#require(PartialDate(year: 2016, month: 6, day: 14))) == "14 June 2016")
  }

  @Test func otherLanguagesHaveTheirOwnOrder() throws {
    let monday = try date(2017, 12, 4)
    let french = DateWording(languages: ["fr", "en"])
    #expect(french.long(monday) == "lundi 4 décembre 2017")
    #expect(french.short(monday) == "lun. 4")
    #expect(try french.partial(#require(PartialDate(year: 2016, month: 6))) == "juin 2016")
    #expect(try french.span(date(2017, 12, 3), date(2017, 12, 5)) == "3–5 décembre 2017")
    #expect(DateWording(languages: ["es"]).full(monday) == "4 de diciembre de 2017")
    #expect(DateWording(languages: ["ja"]).full(monday) == "2017年12月4日")
    // Gregorian even where another calendar is usual.
    #expect(DateWording(languages: ["fa"]).full(monday).contains("۲۰۱۷"))
  }

  @Test func aTagThatMeansNothingStillGivesADate() throws {
    #expect(try DateWording(languages: ["\u{0}x!"]).full(date(2017, 12, 4)).isEmpty == false)
  }
}
