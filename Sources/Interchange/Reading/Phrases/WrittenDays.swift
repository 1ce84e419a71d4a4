import Agenda
import Times

/// Dates of an agenda that people have written, of which some say less than a date: no year, a day of the week, a number.
struct WrittenDays {
  private let today: CalendarDate
  private let log: ProblemLog
  /// The days that the text itself says the conference has.
  var span: ClosedRange<CalendarDate>?
  /// A day that the text speaks of before its first session, where it gives no other.
  var mentioned: CalendarDate?
  /// A year that stands somewhere before the first day.
  var year: Int?
  /// The one year that the text speaks of before its first day.
  var likelyYear: Int?
  /// Whether `4/5/2017` is the fifth of April, as other dates of the text show.
  var isMonthFirst = false

  /// The first of days that only their names or numbers are given of, and what these were taken to be.
  private var beginning: CalendarDate?

  init(today: CalendarDate, log: ProblemLog) { (self.today, self.log) = (today, log) }

  /// The first day where nothing gives one; said once.
  mutating func first() -> CalendarDate {
    if let known = span?.lowerBound ?? mentioned ?? beginning { return known }
    return begin(on: today)
  }

  private mutating func begin(on date: CalendarDate) -> CalendarDate {
    beginning = date
    log.report(.outline(.noDate(date: date)))
    return date
  }

  /// The year in `Web Summit 2015`.
  static func year(in text: String) -> Int? { years(in: text[...]).first }

  private static func years(in text: Substring) -> [Int] {
    text.split { !$0.isNumber }.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter {
      (1_990...2_200).contains($0)
    }
  }

  /// The year that stands in these lines; nil where there are several.
  static func onlyYear(in lines: some Sequence<Substring>) -> Int? {
    let years = Set(lines.lazy.flatMap(years))
    return years.count == 1 ? years.first : nil
  }

  /// Takes note of what a line says of the whole conference.
  mutating func note(_ line: DateLine) {
    guard let first = line.dates.first else { return }
    if let found = first.year { year = year ?? found }
    guard line.isSpan, let last = line.dates.last, span == nil, let from = first.date(in: year ?? today.year),
      let to = last.date(in: last.year ?? from.year), from <= to, to.dayNumber - from.dayNumber < 60
    else { return }
    span = from...to
  }

  /// Looks at all dates of a text for which of two numbers is the month.
  mutating func look(at texts: some Sequence<Substring>) {
    var (monthFirst, dayFirst) = (0, 0)
    /// Dates that may be read either way, as both readings have them.
    var ambiguous: [(dayFirst: CalendarDate, monthFirst: CalendarDate)] = []
    for text in texts where text.utf8.contains(UInt8(ascii: "/")) && text.utf8.count <= DateLine.limit {
      for part in text.split(separator: " ") {
        let numbers = part.split(separator: "/").map { Int($0) ?? 0 }
        // `1/30` by itself is one too.
        guard numbers.count == 3 || numbers.count == 2 && part.utf8.count == text.utf8.count, numbers[0] > 0,
          numbers[1] > 0
        else { continue }
        if numbers[0] <= 12, (13...31).contains(numbers[1]) { monthFirst += 1 }
        if numbers[1] <= 12, (13...31).contains(numbers[0]) { dayFirst += 1 }
        if ambiguous.count < 1_000, numbers.count == 3,
          let one = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]),
          let other = CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
        {
          ambiguous.append((one, other))
        }
      }
    }
    if monthFirst + dayFirst > 0 {
      isMonthFirst = dayFirst == 0
    } else if let byDay = WrittenDays.days(ambiguous.map(\.dayFirst)),
      let byMonth = WrittenDays.days(ambiguous.map(\.monthFirst)), byDay > 27, byMonth * 3 < byDay
    {
      // A conference takes days, and not a day of each month.
      isMonthFirst = true
    }
  }

  /// How many days lie between the first and the last.
  private static func days(_ dates: [CalendarDate]) -> Int? {
    guard let first = dates.min(), let last = dates.max(), first < last else { return nil }
    return last.dayNumber - first.dayNumber
  }

  /// A date and a time in one cell, as spreadsheets have them: `4/12/2017 9:00`, `4 Dec 2017 2pm`.
  mutating func moment(_ text: String, at place: Problem.Place) -> Moment? { span(text, at: place)?.start }

  /// The same, with its length in seconds where an end stands there too: `4 May 2026, 9:00–10:30`.
  mutating func span(_ text: String, at place: Problem.Place) -> (start: Moment, length: Int64?)? {
    switch LooseTime.moment(text) {
    case .day, nil: break
    case let moment?: return (moment, nil)
    }
    guard text.utf8.count <= DateLine.limit else { return nil }
    for (index, character) in zip(text.indices, text) where " ,T\n".contains(character) {
      guard let time = WrittenTime(text[index...].dropFirst().drop { $0 == " " }), time.rest.isEmpty,
        let date = wholeDate(String(text[..<index]), at: place)
      else { continue }
      return (.local(LocalTime(count: date.dayNumber * 86_400 + time.start)), time.duration)
    }
    return nil
  }

  /// The date that a whole cell is; nil of any other text.
  mutating func wholeDate(_ text: String, at place: Problem.Place) -> CalendarDate? {
    if let date = LooseTime.date(text) { return date }
    guard let line = DateLine(cell: text), line.others.isEmpty,
      !line.dates.isEmpty || line.number != nil || line.weekday != nil
    else { return nil }
    let date = date(of: line, after: nil, at: place)
    year = year ?? date?.year
    return date
  }

  /// The date that a line is of; nil where it says none.
  mutating func date(of line: DateLine, after last: CalendarDate?, at place: Problem.Place) -> CalendarDate? {
    guard let written = line.dates.first else {
      if let number = line.number, (1...60).contains(number) {
        if let span { return span.lowerBound.advanced(by: number - 1) }
        // Nothing says when: the days follow each other all the same.
        return last.map { $0.advanced(by: 1) } ?? first().advanced(by: number - 1)
      }
      guard let weekday = line.weekday else { return nil }
      if let number = line.dayOfMonth, line.isDay {
        // The next day of that number which is that day of the week.
        let from = last ?? today
        let next = (0..<366).map { from.advanced(by: $0) }.first { $0.weekday == weekday && $0.day == number }
        if let next, last == nil { _ = begin(on: next) }
        return next
      }
      return self.date(of: weekday, after: last)
    }
    if line.dates.count > 1 {
      log.report(.outline(.twoDates(first: written.date(in: year ?? today.year)?.description ?? "")), at: place)
    }
    var chosen = written
    if written.isAmbiguous {
      let both = [written, written.swapped].compactMap { $0.date(in: today.year) }
      let byDay = line.weekday.flatMap { weekday in both.firstIndex { $0.weekday == weekday } }
      if byDay ?? (isMonthFirst ? 1 : 0) == 1 { chosen = written.swapped }
      if byDay == nil, let date = chosen.date(in: today.year) {
        log.report(.outline(.dayFirst(date: date, isMonthFirst: isMonthFirst)), at: place)
      }
    }
    if chosen.year != nil { return checked(chosen.date(in: 0), line, place) }
    let known = year ?? last?.year ?? span?.lowerBound.year
    if let known { return checked(chosen.date(in: known), line, place) }
    let date = nearest(chosen, line.weekday)
    if let date { log.report(.outline(.yearGuessed(date: date)), at: place) }
    return date
  }

  /// The day of the week in the conference's days; without these the next one, from the first that is known.
  private mutating func date(of weekday: Int, after last: CalendarDate?) -> CalendarDate? {
    if let span {
      return (span.lowerBound.dayNumber...span.upperBound.dayNumber).map { CalendarDate(dayNumber: $0) }
        .first { $0.weekday == weekday }
    }
    let from = last?.advanced(by: 1) ?? beginning ?? mentioned
    let next = (0..<7).map { (from ?? today).advanced(by: $0) }.first { $0.weekday == weekday }
    if from == nil, let next { return begin(on: next) }
    return next
  }

  /// Looks at days of the week that all stand without a date, in whatever order: they follow each other from the one that
  /// leaves the fewest days between them.
  mutating func begin(with weekdays: Set<Int>) {
    guard span == nil, beginning == nil, mentioned == nil else { return }
    let first = weekdays.sorted().min { a, b in
      func reach(_ day: Int) -> Int { weekdays.map { ($0 - day + 7) % 7 }.max() ?? 0 }
      return reach(a) < reach(b)
    }
    guard let first else { return }
    _ = (0..<7).map { today.advanced(by: $0) }.first { $0.weekday == first }.map { begin(on: $0) }
  }

  /// In the year that makes the day of the week right: this one or the next, else the latest that is over, since nobody
  /// leaves the year out of what is far to come.
  private func nearest(_ written: WrittenDate, _ weekday: Int?) -> CalendarDate? {
    let years = [0, 1] + (1...15).map { -$0 } + [2]
    if let likelyYear, let date = written.date(in: likelyYear), weekday.map({ date.weekday == $0 }) ?? true {
      return date
    }
    let dates = years.compactMap { written.date(in: today.year + $0) }
    if let weekday, let date = dates.first(where: { $0.weekday == weekday }) { return date }
    return dates.first { $0 >= today } ?? dates.first
  }

  private func checked(_ date: CalendarDate?, _ line: DateLine, _ place: Problem.Place) -> CalendarDate? {
    if let date, let weekday = line.weekday, date.weekday != weekday {
      log.report(.outline(.otherWeekday(date: date)), at: place)
    }
    return date
  }
}
