import Testing
import Times

@Suite struct ZoneTests {
  private func instant(_ year: Int, _ month: Int, _ day: Int, hour: Int) throws -> Instant {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return LocalTime(date: date, secondOfDay: hour * 3_600).instant(offset: 0)
  }

  @Test(arguments: [
    ("America/New_York", "EST -18000", "EDT -14400"), ("Europe/Berlin", "CET 3600", "CEST 7200"),
    ("Europe/London", "GMT 0", "BST 3600"), ("Asia/Kolkata", "IST 19800", "IST 19800"),
    ("Asia/Tokyo", "JST 32400", "JST 32400"), ("Australia/Sydney", "AEDT 39600", "AEST 36000"),
    ("America/St_Johns", "NST -12600", "NDT -9000"), ("Asia/Yangon", "GMT+6:30 23400", "GMT+6:30 23400"),
    ("America/Sao_Paulo", "GMT-2 -7200", "GMT-3 -10800"), ("UTC", "UTC 0", "UTC 0"),
  ])
  func knowsOffsetsAndNames(zone: String, december: String, july: String) throws {
    let table = try #require(OffsetTable.named(zone, around: 2017...2017))
    let winter = table.transition(at: try instant(2017, 12, 4, hour: 12))
    let summer = table.transition(at: try instant(2017, 7, 4, hour: 12))
    #expect("\(winter.abbreviation) \(winter.offset)" == december)
    #expect("\(summer.abbreviation) \(summer.offset)" == july)
  }

  @Test func reachesFrom15YearsBeforeTo30After() throws {
    let table = try #require(OffsetTable.named("America/New_York", around: 2017...2018))
    let first = try #require(table.transitions.first)
    let last = try #require(table.transitions.last)
    #expect(table.local(first.start).date.year == 2001)
    #expect(table.local(last.start).date == CalendarDate(year: 2048, month: 11, day: 1))
    #expect(first.abbreviation == "EST")
  }

  @Test func changesAtTheRightSecond() throws {
    let table = try #require(OffsetTable.named("America/New_York", around: 2017...2017))
    let change = try instant(2017, 11, 5, hour: 6)
    #expect(table.transition(at: change).abbreviation == "EST")
    #expect(table.transition(at: change.advanced(by: -1)).abbreviation == "EDT")
  }

  @Test(arguments: ["", "Mars/Olympus", "EST", "GMT+5", "america/new_york", "../etc/passwd", "America/New_York "])
  func knowsNoOtherNames(zone: String) {
    #expect(OffsetTable.named(zone, around: 2017...2017) == nil)
  }

  @Test func aConferenceOfAnAgeDoesNotTakeAnAge() throws {
    let table = try #require(OffsetTable.named("America/New_York", around: 1...9999))
    #expect(table.transitions.count < 1_000)
    #expect(OffsetTable.named("Europe/Berlin", around: 9999...9999) != nil)
  }

  @Test func theReadersOwnZoneHasATable() {
    #expect(!OffsetTable.ofThisMachine(around: 2017...2017).transitions.isEmpty)
  }
}
