import Agenda

/// The times of a series, bounded in number, in span and in the work that is done to find them.
struct Recurrence {
  struct Limits {
    /// Times of one series.
    var count = 500
    /// Days of a series without an end: the year to come, or its first one where it has not begun.
    var openSpan = 366
    /// Days from the first time of any series.
    var span = 3_660
    /// Periods that are looked at.
    var steps = 20_000
  }

  struct Times {
    var times: [LocalTime]
    /// The limits have cut the series.
    var isCut: Bool
  }

  private let rule: RecurrenceRule
  private let start: LocalTime
  /// The day from which a series without an end is shown.
  private let today: CalendarDate
  private let limits: Limits
  private let days: RecurrenceDays

  init(_ rule: RecurrenceRule, from start: LocalTime, today: CalendarDate, limits: Limits = Limits()) {
    (self.rule, self.start, self.today, self.limits) = (rule, start, today, limits)
    days = RecurrenceDays(rule: rule, start: start.date)
  }

  /// All times on the series' own clock, in order, the first one included whether it fits the rule or not; of a series
  /// without an end those of the year to come.
  ///
  /// - Parameters:
  ///   - effort: what all series of a file may cost together; what this one has cost is taken off it.
  ///   - isAfterEnd: whether a time is after the rule's UNTIL.
  func times(effort: inout Int, isAfterEnd: (LocalTime) -> Bool) -> Times {
    let isOpen = rule.count == nil && rule.until == nil
    let from = isOpen ? max(start, LocalTime(date: today, secondOfDay: 0)) : start
    var times = from == start ? [start] : []
    let lastDay = from.date.dayNumber + (isOpen ? limits.openSpan : limits.span)
    let wanted = min(rule.count ?? limits.count, limits.count)
    if wanted <= 1 { return Times(times: times, isCut: rule.count.map { $0 > 1 } ?? true) }
    var step = step(before: from.date)
    for _ in 0..<limits.steps {
      guard effort > 0, let period = period(step) else { return Times(times: times, isCut: true) }
      step = nextStep(after: step)
      effort -= cost + period.effort
      for time in period.times where time > start && time >= from {
        if isAfterEnd(time) { return Times(times: times, isCut: false) }
        if time.date.dayNumber > lastDay { return Times(times: times, isCut: true) }
        times.append(time)
        if times.count == wanted { return Times(times: times, isCut: rule.count.map { $0 > wanted } ?? true) }
      }
      if period.firstDay > lastDay { return Times(times: times, isCut: isOpen || rule.count != nil) }
      if isAfterEnd(LocalTime(date: CalendarDate(dayNumber: period.firstDay), secondOfDay: 0)),
        period.firstDay > start.date.dayNumber
      {
        return Times(times: times, isCut: false)
      }
    }
    return Times(times: times, isCut: true)
  }

  /// A step whose period, and all before it, lie before a day; 0 where the series has not begun by then.
  private func step(before day: CalendarDate) -> Int {
    let days = day.dayNumber - start.date.dayNumber - 1
    let months = (day.year - start.date.year) * 12 + day.month - start.date.month - 1
    let periods =
      switch rule.frequency {
      case .yearly: day.year - start.date.year - 1
      case .monthly: months
      case .weekly: days / 7 - 1
      case .daily: days
      case .hourly: days * 24
      case .minutely: days * 1_440
      case .secondly: days * 86_400
      }
    return max(0, periods / rule.interval - 1)
  }

  /// `effort` counts the times that had to be made to find these.
  private typealias Period = (firstDay: Int, times: [LocalTime], effort: Int)

  /// What looking at one period costs, beside the times in it.
  private var cost: Int {
    let listed =
      rule.weekdays.count + rule.monthDays.count + rule.yearDays.count + rule.weekNumbers.count + rule.positions.count
    switch rule.frequency {
    case .yearly: return 1 + listed * 53
    case .monthly: return 1 + listed * 5
    case .weekly, .daily, .hourly, .minutely, .secondly: return 1 + listed
    }
  }

  /// The so-manieth period of the rule's frequency: its first day, and its times in order; nil at the end of time.
  private func period(_ step: Int) -> Period? {
    let advance = step * rule.interval
    switch rule.frequency {
    case .yearly:
      let year = start.date.year + advance
      guard let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      return spread(days.ofYear(year), from: first.dayNumber)
    case .monthly:
      let months = start.date.year * 12 + start.date.month - 1 + advance
      guard let first = CalendarDate(year: months / 12, month: months % 12 + 1, day: 1) else { return nil }
      return spread(days.ofMonth(months / 12, months % 12 + 1), from: first.dayNumber)
    case .weekly:
      let first = days.weekStart(of: start.date.dayNumber) + advance * 7
      return spread(days.ofWeek(first), from: first)
    case .daily:
      let day = start.date.dayNumber + advance
      return spread(days.contains(day) ? [day] : [], from: day)
    case .hourly: return part(of: 3_600, advance)
    case .minutely: return part(of: 60, advance)
    case .secondly: return part(of: 1, advance)
    }
  }

  /// The step after one; where a period is shorter than a day that the rule does not pick, the first of another day.
  private func nextStep(after step: Int) -> Int {
    let length = rule.frequency == .hourly ? 3_600 : rule.frequency == .minutely ? 60 : 1
    guard [.hourly, .minutely, .secondly].contains(rule.frequency) else { return step + 1 }
    let time = LocalTime(count: start.count + step * rule.interval * length)
    if days.contains(time.date.dayNumber) { return step + 1 }
    let left = 86_400 - time.secondOfDay
    return step + max(1, (left + rule.interval * length - 1) / (rule.interval * length))
  }

  /// A period shorter than a day.
  private func part(of length: Int, _ advance: Int) -> Period {
    let count = start.count + advance * length
    let time = LocalTime(count: count)
    let isOut =
      !days.contains(time.date.dayNumber) || (!rule.hours.isEmpty && !rule.hours.contains(time.hour))
      || (length < 3_600 && !rule.minutes.isEmpty && !rule.minutes.contains(time.minute))
      || (length < 60 && !rule.seconds.isEmpty && !rule.seconds.contains(time.second))
    if isOut { return (time.date.dayNumber, [], 0) }
    let minutes = length == 3_600 && !rule.minutes.isEmpty ? rule.minutes.sorted() : [time.minute]
    let seconds = length >= 60 && !rule.seconds.isEmpty ? rule.seconds.sorted() : [time.second]
    let times = minutes.flatMap { minute in
      seconds.map { LocalTime(date: time.date, secondOfDay: time.hour * 3_600 + minute * 60 + $0) }
    }
    return (time.date.dayNumber, positioned(times), times.count)
  }

  /// The times of these days, of a period that begins with that one.
  private func spread(_ days: [Int], from first: Int) -> Period {
    let hours = rule.hours.isEmpty ? [start.hour] : rule.hours.sorted()
    let minutes = rule.minutes.isEmpty ? [start.minute] : rule.minutes.sorted()
    let seconds = rule.seconds.isEmpty ? [start.second] : rule.seconds.sorted()
    let count = days.count * hours.count * minutes.count * seconds.count
    guard count <= 100_000 else { return (first, [], count) }
    let times = days.flatMap { day in
      hours.flatMap { hour in
        minutes.flatMap { minute in
          seconds.map {
            LocalTime(date: CalendarDate(dayNumber: day), secondOfDay: hour * 3_600 + minute * 60 + $0)
          }
        }
      }
    }
    return (first, positioned(times), count)
  }

  /// Those of a period that BYSETPOS names.
  private func positioned(_ times: [LocalTime]) -> [LocalTime] {
    guard !rule.positions.isEmpty else { return times }
    let indices = Set(rule.positions.map { $0 > 0 ? $0 - 1 : times.count + $0 })
    return times.indices.filter { indices.contains($0) }.map { times[$0] }
  }
}
