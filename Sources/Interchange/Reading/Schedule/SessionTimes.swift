import Agenda
import JSON

/// When a session of unknown JSON is, as far as its own fields and the place that it stands in say it.
struct SessionTimes {
  var start: Moment?
  var end: Moment?
  /// In seconds.
  var length: Int64?
  /// Only a day is known.
  var isDay: Bool { if case .day = start { true } else { false } }
  /// Nothing says when it begins: its end stands for that.
  var isEndAlone = false
  /// What stands in the place of a start and cannot be read.
  var unread: String?
  /// An end, or a length, that cannot be read.
  var unreadEnd: String?
  var unreadLength: String?

  /// Whether a time of the day is known.
  var hasClock: Bool { start != nil && !isDay }
}

extension SessionListReader {
  /// What one field says of when.
  private struct Reading {
    var moment: Moment?
    var day: CalendarDate?
    var clock: Int?
    var length: Int64?
  }

  /// Reads the times of an object.
  ///
  /// - Parameter sources: its own fields, then those of objects in it that say when.
  func times(_ sources: [SessionFields], _ place: Place) -> SessionTimes {
    guard let own = sources.first else { return SessionTimes() }
    let at = Problem.Place(line: own.value.line)
    var times = SessionTimes()
    let dates = sources.flatMap { $0.times(.date) }
    var day = self.day(of: dates, place, at)
    var clock: Reading?
    for text in sources.flatMap({ $0.times(.start) }) + sources.flatMap({ $0.times(.time) }) + dates {
      let isDate = dates.contains(text)
      let reading = reading(text, at, isDate: isDate, hasDay: day != nil)
      if reading.moment == nil, reading.day == nil, reading.clock == nil {
        if !isDate { times.unread = times.unread ?? text }
        continue
      }
      if let moment = reading.moment, !isDate || clock == nil {
        (times.start, times.length) = (moment, reading.length)
        break
      }
      if clock == nil, reading.clock != nil { clock = reading }
      if !isDate || day == nil { day = reading.day ?? day }
    }
    let second = clock?.clock ?? place.clock
    if times.start == nil, let second {
      if let day {
        times.start = .local(LocalTime(count: day.dayNumber * 86_400 + second))
      } else if let day = place.day {
        times.start = .listed(under: day, second: second)
      }
      times.length = clock?.length
      if clock == nil, let end = place.end, end > second { times.length = Int64(end - second) }
    }
    if times.start == nil { times.start = day.map { .day($0) } }
    if times.start != nil { times.unread = nil }
    setEnd(of: &times, sources, day ?? place.day, at)
    return times
  }

  private func setEnd(
    of times: inout SessionTimes, _ sources: [SessionFields], _ day: CalendarDate?, _ at: Problem.Place
  ) {
    for text in sources.flatMap({ $0.times(.end) }) {
      let reading = reading(text, at, isDate: false)
      if times.start == nil {
        times.start =
          reading.moment ?? reading.clock.flatMap { clock in day.map { .listed(under: $0, second: clock) } }
        times.isEndAlone = times.start != nil
        if times.isEndAlone { return }
      } else if let moment = reading.moment {
        (times.end, times.length) = (moment, nil)
        break
      } else if times.hasClock, let clock = reading.clock, let from = times.start?.written.secondOfDay {
        times.length = Int64(ListClock.end(clock, after: from, isLoose: Self.isLoose(text)) - from)
        break
      } else if let last = reading.day {
        if times.isDay { times.end = .day(last) }
        break
      } else if reading.clock == nil {
        times.unreadEnd = times.unreadEnd ?? text
      }
    }
    guard times.hasClock, times.end == nil, let text = sources.lazy.compactMap({ $0.string(.length) }).first else {
      return
    }
    if let length = LooseLength.reading(text) {
      if length.isThreePart {
        log.report(.session(.threePartLength(found: Excerpt.shown(text), seconds: length.seconds)), at: at)
      }
      if length.seconds > 0 { times.length = length.seconds }
    } else {
      times.unreadLength = text
    }
  }

  /// The day that fields of dates say: one that is written out, else by its number or name, where the place has none.
  private func day(of dates: [String], _ place: Place, _ at: Problem.Place) -> CalendarDate? {
    let weekday = dates.lazy.compactMap { DateLine(cell: $0)?.weekday }.first
    if let day = dates.lazy.compactMap({ self.writtenDay($0, at, hasWords: true, weekday: weekday) }).first {
      return day
    }
    return place.day == nil ? dates.lazy.compactMap { self.namedDay($0, at) }.first : nil
  }

  /// - Parameters:
  ///   - isDate: the field is of dates, whose clock may say nothing.
  ///   - hasDay: its day is known.
  private func reading(_ text: String, _ at: Problem.Place, isDate: Bool, hasDay: Bool = false) -> Reading {
    switch LooseTime.moment(text) {
    case .day(let day): return Reading(day: day)
    case let moment?:
      return Reading(moment: isDate && moment.written.secondOfDay == 0 ? nil : moment, day: moment.written.date)
    case nil: break
    }
    if !isDate, let time = WrittenTime(cell: text), time.rest.isEmpty {
      if !Self.isLoose(text) { hasSureClocks = true }
      return Reading(clock: time.start, length: time.duration)
    }
    if isDate, hasDay, LooseTime.date(text) != nil { return Reading() }
    if let span = days.span(text, at: at) { return Reading(moment: span.start, length: span.length) }
    if !hasDay, !isDate, let day = writtenDay(text, at) { return Reading(day: day) }
    if isDate, let time = WrittenTime(Substring(text)), time.rest.isEmpty {
      return Reading(clock: time.start, length: time.duration)
    }
    return Reading()
  }

  /// Whether a clock may be of the afternoon without a word of it: `1:30`, but not `01:30` or `1:30 am`.
  private static func isLoose(_ text: String) -> Bool {
    guard let time = WrittenTime(cell: text) else { return false }
    return !time.hasHalf && time.start < 46_800 && !text.hasPrefix("0")
  }

  /// Takes hours of the afternoon that are written as ones of the morning for what they are, as those before them show.
  func setAfternoons() {
    guard !hasSureClocks else { return }
    let clocks = draft.sessions.map { session -> WrittenTime? in
      guard case .listed(_, let second) = session.start else { return nil }
      return WrittenTime(cell: LocalTime(count: second).clock)
    }
    var clock = ListClock(of: clocks.compactMap(\.self))
    var last: (day: CalendarDate?, room: String?) = (nil, nil)
    for (index, time) in clocks.enumerated() {
      let session = draft.sessions[index]
      if session.listedDay != last.day || session.room != last.room { clock.restart() }
      last = (session.listedDay, session.room)
      guard let time, case .listed(let day, let second) = session.start else { continue }
      let start = clock.start(time)
      guard start.isGuessed else { continue }
      draft.sessions[index].start = .listed(under: day, second: start.second)
      log.report(.outline(.afternoonGuessed(found: LocalTime(count: second).clock)), at: session.place)
    }
  }

  /// The date that a text says.
  ///
  /// - Parameters:
  ///   - hasWords: other words may stand beside it.
  ///   - weekday: that stands elsewhere, and says which year is meant.
  func writtenDay(
    _ text: String, _ at: Problem.Place, hasWords: Bool = false, weekday: Int? = nil
  ) -> CalendarDate? {
    if let date = LooseTime.date(text) { return date }
    let line = DateLine(short: text, weekday: weekday) ?? DateLine(cell: text)
    guard let line, !line.dates.isEmpty, hasWords || line.others.isEmpty else { return nil }
    // The name of the file may say the year, which is a guess.
    let isGuess = days.year == nil && line.dates.first?.year == nil && yearOfFile != nil
    if isGuess { days.year = yearOfFile }
    let date = days.date(of: line, after: nil, at: at)
    if isGuess, let date { log.report(.outline(.yearGuessed(date: date)), at: at) }
    return date
  }

  /// The day that a number or a name says: `Day 2`, `2`, `Friday`, `first-day`.
  func namedDay(_ text: String, _ at: Problem.Place) -> CalendarDate? {
    if let number = Int(text) {
      guard (1...31).contains(number), let line = DateLine("Day \(number)") else { return nil }
      return days.date(of: line, after: nil, at: at)
    }
    let plain = String(text.map { $0 == "-" || $0 == "_" ? " " : $0 })
    guard plain.utf8.count > 2, let line = DateLine(cell: plain), line.dates.isEmpty, line.isDay else { return nil }
    return days.date(of: line, after: nil, at: at)
  }
}
