import Agenda

/// The clock of times that people have written one below the other, most of them without a word on morning or afternoon.
struct ListClock {
  /// A start as it is meant.
  struct Start {
    /// Seconds after midnight; more than a day's are of the next.
    var second: Int
    /// Written as of the morning, and taken as of the afternoon.
    var isGuessed = false
    /// No hour that follows it is meant earlier without a word of it.
    var isAfternoon = false
  }

  /// Whether no hour of the afternoon is written as one of the morning.
  private let isSure24: Bool
  /// Whether a later line is a later time.
  private let isOrdered: Bool
  private var last: Int?

  /// - Parameter times: all of the list's; one in the afternoon without a word of it shows how all are written.
  init(of times: some Sequence<WrittenTime>, isOrdered: Bool = true) {
    self.isOrdered = isOrdered
    var isLate = false
    for time in times {
      if time.hasHalf {
        isSure24 = false
        return
      }
      isLate = isLate || time.start >= 46_800
    }
    isSure24 = isLate
  }

  /// Another day, room or part begins, whose times may be earlier again.
  mutating func restart() { last = nil }

  /// What the next start of the list means.
  mutating func start(_ time: WrittenTime) -> Start {
    var start = Start(second: time.start, isAfternoon: time.hasHalf && time.start >= 43_200)
    if isOrdered, let last, start.second < last {
      if !time.hasHalf, !isSure24, (3_600..<28_800).contains(start.second), start.second + 43_200 >= last {
        start = Start(second: start.second + 43_200, isGuessed: true, isAfternoon: true)
      } else if start.second < 21_600, last >= 64_800 {
        // What follows the evening in a list is after midnight.
        start.second += 86_400
      }
    }
    last = start.second
    return start
  }

  /// The end that a reading of the clock means, in seconds after the midnight before its start; never before that.
  func end(_ time: WrittenTime, after start: Start) -> Int {
    ListClock.end(
      time.start, after: start.second, isLoose: !time.hasHalf && !isSure24, isAfternoon: start.isAfternoon)
  }

  /// The end that a reading of the clock means: the next time that the clock shows it after the start, so that a night is
  /// on the next day.
  ///
  /// - Parameters:
  ///   - isLoose: hours of the afternoon may be written as ones of the morning: `11:00-1:00`, `2pm-3:30`.
  ///   - isAfternoon: the start is said to be in the afternoon.
  static func end(_ second: Int, after start: Int, isLoose: Bool = false, isAfternoon: Bool = false) -> Int {
    guard second < start else { return second }
    let isDaytime = isAfternoon || (21_600..<46_800).contains(start)
    if isLoose, isDaytime, second < 43_200, second + 43_200 > start { return second + 43_200 }
    return second + (start - second + 86_399) / 86_400 * 86_400
  }
}

extension Moment {
  /// A time that is listed under a day, in seconds after its midnight; more than a day's are of the next.
  static func listed(under day: CalendarDate, second: Int) -> Moment {
    second < 86_400 ? .listed(day, second) : .local(LocalTime(count: day.dayNumber * 86_400 + second))
  }
}
