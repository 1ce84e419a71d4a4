import Messages
import Support
import Testing
import Times

@Suite("dates in words") struct DatesTests {
  static let first = date(2017, 12, 1)
  static let monday = date(2017, 12, 4)

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("no date") }
    return date
  }

  static let cases: [(Message, english: String, french: String)] = [
    (.weekday(monday), "Monday", "lundi"),
    (.day(monday), "Monday 4 December 2017", "lundi 4 décembre 2017"),
    (.day(first), "Friday 1 December 2017", "vendredi 1er décembre 2017"),
    (.weekdayAndDate(first), "Friday 1 December", "vendredi 1er décembre"),
    (.month(12), "December", "décembre"),
    (.shortDay(monday), "Mon 4 Dec", "lun. 4 déc."),
    (.weekdayAndNumber(monday), "Mon 4", "lun. 4"),
    (.date(monday), "4 December 2017", "4 décembre 2017"),
    (.shortDate(monday), "4 Dec 2017", "4 déc. 2017"),
    (.dates(monday, monday), "4 December 2017", "4 décembre 2017"),
    (.dates(first, monday), "1-4 December 2017", "1er-4 décembre 2017"),
    (.dates(first, monday, .en), "1–4 December 2017", "1er–4 décembre 2017"),
    (.dates(date(2017, 11, 30), monday), "30 November - 4 December 2017", "30 novembre - 4 décembre 2017"),
    (.dates(monday, date(2018, 1, 1)), "4 December 2017 - 1 January 2018", "4 décembre 2017 - 1er janvier 2018"),
    (.length(minutes: 45), "45 min", "45 min"),
    (.length(minutes: 60), "1 h", "1 h"),
    (.length(minutes: 65), "1 h 05", "1 h 05"),
    (.length(minutes: 90), "1 h 30", "1 h 30"),
    (.until(minutes: 0), "in a moment", "dans un instant"),
    (.until(minutes: 49), "in 49 min", "dans 49 min"),
    (.until(minutes: 47 * 60), "in 47 h", "dans 47 h"),
    (.until(minutes: 48 * 60), "in 2 days", "dans 2 jours"),
    (.enumeration([]), "", ""),
    (.enumeration([.data("a")]), "a", "a"),
    (.enumeration([.data("a"), .data("b"), .data("c")]), "a, b, c", "a, b, c"),
  ]

  @Test("Dates, lengths and lists are said in the order and the words of each language", arguments: cases)
  func words(message: Message, english: String, french: String) throws {
    #expect(Messages.english.text(message) == english)
    #expect(try Translation.french.text(message) == french)
  }

  @Test("Every month and weekday has its names")
  func names() throws {
    let words = try Translation.french
    let months = (1...12).map { words.text(.date(DatesTests.date(2017, $0, 2))) }
    #expect(
      months.map { String($0.dropFirst(2).dropLast(5)) } == [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ])
    let days = (4...10).map { words.text(.weekday(DatesTests.date(2017, 12, $0))) }
    #expect(days == ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
  }

  @Test(
    "A date is said as far as it is known",
    arguments: [
      (PartialDate(year: 2016, month: nil, day: nil), "2016", "2016"),
      (PartialDate(year: 2016, month: 6, day: nil), "June 2016", "juin 2016"),
      (PartialDate(year: 2016, month: 6, day: 14), "14 June 2016", "14 juin 2016"),
    ])
  func partial(date: PartialDate?, english: String, french: String) throws {
    let date = try #require(date)
    #expect(Messages.english.text(.date(date)) == english)
    #expect(try Translation.french.text(.date(date)) == french)
  }
}
