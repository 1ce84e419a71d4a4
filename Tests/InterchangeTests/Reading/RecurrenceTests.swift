import Agenda
import CICal
import Testing

@testable import Interchange

struct RecurrenceTests {
  /// What libical finds, which is not ours: the first times of a rule on a clock without a zone.
  private func others(_ rule: String, from start: String, count: Int) -> [String] {
    guard let read = icaltime_from_string(start) as icaltimetype? else { return [] }
    guard let iterator = icalrecur_iterator_new(icalrecurrencetype_from_string(rule), read) else { return [] }
    defer { icalrecur_iterator_free(iterator) }
    var times: [String] = []
    while times.count < count {
      let time = icalrecur_iterator_next(iterator)
      if icaltime_is_null_time(time) != 0 { break }
      guard let text = icaltime_as_ical_string_r(time) else { break }
      times.append(String(cString: text))
      icalmemory_free_buffer(text)
    }
    return times
  }

  private func ours(_ rule: String, from start: String, count: Int) throws -> [String] {
    let read = try #require(RecurrenceRule(rule), "\(rule)")
    let first = try #require(CalendarTime.moment(start, zone: nil)).written
    var limits = Recurrence.Limits()
    (limits.count, limits.openSpan, limits.span) = (count, 60_000, 60_000)
    var effort = 100_000
    let times = Recurrence(read, from: first, today: first.date, limits: limits).times(effort: &effort) { time in
      switch read.until {
      case nil: false
      case .day(let date): time.date > date
      case let until?: time > until.written
      }
    }
    return times.times.map { WireTime.basic($0) }
  }

  @Test(
    "The times are those that libical finds",
    arguments: [
      "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;COUNT=5", "FREQ=DAILY;UNTIL=20240110T090000",
      "FREQ=DAILY;BYMONTH=1,3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=MO", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO",
      "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
      "FREQ=MONTHLY;BYMONTHDAY=1,31", "FREQ=MONTHLY;BYMONTHDAY=1,-1", "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,8,15",
      "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1,6", "FREQ=YEARLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=1;BYDAY=1MO",
      "FREQ=YEARLY;BYYEARDAY=1,100,-1", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "FREQ=YEARLY;INTERVAL=4",
      "FREQ=HOURLY;INTERVAL=6", "FREQ=HOURLY;BYHOUR=9,12", "FREQ=MINUTELY;INTERVAL=90",
      "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,30",
      "FREQ=WEEKLY;BYDAY=MO, TU, WE",
    ])
  func same(rule: String) throws {
    // Monday, and the first of a month and a year: it fits every one of these rules.
    let start = "20240101T090000"
    #expect(try ours(rule, from: start, count: 30) == others(rule, from: start, count: 30), "\(rule)")
  }

  @Test(
    "What is no rule is none",
    arguments: [
      "", "FREQ=SOMETIMES", "BYDAY=MO", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;INTERVAL=-1",
    ])
  func bad(rule: String) { #expect(RecurrenceRule(rule) == nil) }
}
