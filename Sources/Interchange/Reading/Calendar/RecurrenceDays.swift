import Agenda

/// The days that a rule picks in one year, month or week (RFC 5545 §3.3.10, the table of BYxxx rules).
struct RecurrenceDays {
  let rule: RecurrenceRule
  /// The first day of the series, whose parts fill in what the rule leaves open.
  let start: CalendarDate

  /// Day numbers of a year, in order.
  func ofYear(_ year: Int) -> [Int] {
    if !rule.weekNumbers.isEmpty {
      return limited(weeks(of: year), byMonth: true, byMonthDay: true, byYearDay: !rule.yearDays.isEmpty)
    }
    if !rule.yearDays.isEmpty { return limited(yearDays(of: year), byMonth: true, byMonthDay: true, byWeekday: true) }
    let months = rule.months.isEmpty ? Array(1...12) : rule.months.sorted()
    if !rule.monthDays.isEmpty {
      return limited(months.flatMap { monthDays(of: year, $0) }, byWeekday: true)
    }
    if !rule.weekdays.isEmpty {
      if !rule.months.isEmpty { return unique(months.flatMap { weekdays(of: year, $0) }) }
      guard let first = number(year, 1, 1), let last = number(year, 12, 31) else { return [] }
      return weekdays(from: first, to: last)
    }
    let chosen = rule.months.isEmpty ? [start.month] : months
    return chosen.compactMap { number(year, $0, start.day) }
  }

  /// Day numbers of a month, in order.
  func ofMonth(_ year: Int, _ month: Int) -> [Int] {
    guard rule.months.isEmpty || rule.months.contains(month) else { return [] }
    if !rule.monthDays.isEmpty { return limited(monthDays(of: year, month), byWeekday: true) }
    if !rule.weekdays.isEmpty { return weekdays(of: year, month) }
    return number(year, month, start.day).map { [$0] } ?? []
  }

  /// Day numbers of the week that begins with that day, in order.
  func ofWeek(_ first: Int) -> [Int] {
    let days = rule.weekdays.isEmpty ? [start.weekday] : rule.weekdays.map(\.day)
    return limited(unique(days.map { first + ($0 - rule.weekStart + 7) % 7 }), byMonth: true)
  }

  /// Whether a day fits all that the rule says of days.
  func contains(_ day: Int) -> Bool {
    !limited([day], byMonth: true, byMonthDay: true, byWeekday: true, byYearDay: true).isEmpty
  }

  /// The first day of the week that a day is in.
  func weekStart(of day: Int) -> Int {
    day - (CalendarDate(dayNumber: day).weekday - rule.weekStart + 7) % 7
  }

  private func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    CalendarDate(year: year, month: month, day: day)?.dayNumber
  }

  private func unique(_ days: [Int]) -> [Int] { Set(days).sorted() }

  private func limited(
    _ days: [Int], byMonth: Bool = false, byMonthDay: Bool = false, byWeekday: Bool = false, byYearDay: Bool = false
  ) -> [Int] {
    unique(days).filter { day in
      let date = CalendarDate(dayNumber: day)
      if byMonth, !rule.months.isEmpty, !rule.months.contains(date.month) { return false }
      if byMonthDay, !rule.monthDays.isEmpty {
        let length = CalendarDate.length(ofMonth: date.month, in: date.year)
        if !rule.monthDays.contains(where: { ($0 > 0 ? $0 : length + 1 + $0) == date.day }) { return false }
      }
      if byWeekday, !rule.weekdays.isEmpty, !rule.weekdays.contains(where: { $0.day == date.weekday }) { return false }
      if byYearDay, !rule.yearDays.isEmpty, !yearDays(of: date.year).contains(day) { return false }
      return true
    }
  }

  private func monthDays(of year: Int, _ month: Int) -> [Int] {
    let length = CalendarDate.length(ofMonth: month, in: year)
    return unique(rule.monthDays.compactMap { number(year, month, $0 > 0 ? $0 : length + 1 + $0) })
  }

  private func yearDays(of year: Int) -> [Int] {
    guard let first = number(year, 1, 1) else { return [] }
    let length = CalendarDate.isLeap(year) ? 366 : 365
    return rule.yearDays.compactMap { day in
      let index = day > 0 ? day : length + 1 + day
      return (1...length).contains(index) ? first + index - 1 : nil
    }
  }

  private func weekdays(of year: Int, _ month: Int) -> [Int] {
    guard let first = number(year, month, 1) else { return [] }
    return weekdays(from: first, to: first + CalendarDate.length(ofMonth: month, in: year) - 1)
  }

  /// Days of the week between two days, the so-manieth of them where the rule says so.
  private func weekdays(from first: Int, to last: Int) -> [Int] {
    var days: [Int] = []
    for weekday in rule.weekdays {
      let start = first + (weekday.day - CalendarDate(dayNumber: first).weekday + 7) % 7
      let all = Array(stride(from: start, through: last, by: 7))
      guard let ordinal = weekday.ordinal else {
        days += all
        continue
      }
      let index = ordinal > 0 ? ordinal - 1 : all.count + ordinal
      if all.indices.contains(index) { days.append(all[index]) }
    }
    return unique(days)
  }

  /// The days of the weeks of a year (ISO 8601, with the rule's start of the week), those in the rule's weekdays.
  private func weeks(of year: Int) -> [Int] {
    guard let january = number(year, 1, 4), let next = number(year + 1, 1, 4) else { return [] }
    let (first, end) = (weekStart(of: january), weekStart(of: next))
    let count = (end - first) / 7
    // The day of the week that the series begins on, unless the rule says of days in other ways.
    let isOpen = !rule.monthDays.isEmpty || !rule.yearDays.isEmpty
    let days = !rule.weekdays.isEmpty ? rule.weekdays.map(\.day) : isOpen ? Array(1...7) : [start.weekday]
    return rule.weekNumbers.flatMap { number -> [Int] in
      let index = number > 0 ? number - 1 : count + number
      guard (0..<count).contains(index) else { return [] }
      return days.map { first + index * 7 + ($0 - rule.weekStart + 7) % 7 }
    }
  }
}
