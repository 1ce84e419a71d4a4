import Agenda
import Markup

/// What each line of a text turns out to be, before anything is made of it.
struct OutlineKinds {
  /// What a line turns out to be.
  enum Kind {
    case text
    case day(DateLine)
    case time(WrittenTime)
    case row([String], isTimed: Bool)
  }

  let lines: [OutlineLine]
  private(set) var kinds: [Kind]

  init(_ text: String) {
    lines = OutlineLine.lines(of: text)
    kinds = Array(repeating: .text, count: lines.count)
    /// The end of the last time, which an hour alone may go on from.
    var end: Int?
    for index in lines.indices {
      kinds[index] = kind(of: index)
      if case .text = kinds[index], let last = end, let time = hour(alone: index, after: last) {
        kinds[index] = .time(time)
      }
      if case .time(let time) = kinds[index] { end = time.end }
    }
  }

  /// `2` alone in its line, where the time above it ends at two.
  private func hour(alone index: Int, after end: Int) -> WrittenTime? {
    let text = lines[index].text
    guard text.utf8.count <= 2, let time = WrittenTime(cell: String(text)),
      (time.start - end) % 43_200 == 0, index == 0 || lines[index - 1].isBlank
    else { return nil }
    return time
  }

  private func kind(of index: Int) -> Kind {
    let line = lines[index]
    guard !line.isBlank, !line.isRule, !line.isCode, line.text.utf8.count <= 4_000 else { return .text }
    if let cells = line.cells {
      return .row(cells, isTimed: OutlineKinds.isTimed(cells))
    }
    guard let first = line.bare.unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil || "([".unicodeScalars.contains(first)
    else { return .text }
    if let time = WrittenTime(line.bare), isSession(time, index) { return .time(time) }
    if let time = trailingTime(of: line) { return .time(time) }
    // No date is so long that it would not be a heading.
    guard line.level != nil || line.text.utf8.count <= 80 else { return .text }
    if let date = DateLine(line.text), isDay(date, line) { return .day(date) }
    // `1/30` by itself.
    if line.isHeading, let date = DateLine(short: String(line.text), weekday: nil) { return .day(date) }
    return .text
  }

  /// Whether one of the first cells begins with a time, or any is one, perhaps behind a date.
  private static func isTimed(_ cells: [String]) -> Bool {
    cells.prefix(20).enumerated().contains { index, cell in
      guard cell.utf8.count <= DateLine.limit else { return false }
      let text = WrittenTitle.plain(cell)
      if let time = WrittenTime(Substring(text)) {
        return (!time.isBare || time.end != nil) && (index < 3 || time.rest.isEmpty)
      }
      if case .day? = LooseTime.moment(text) { return false }
      return LooseTime.moment(text) != nil
    }
  }

  private func isDay(_ date: DateLine, _ line: OutlineLine) -> Bool {
    let isTitle = line.level != nil
    if let last = line.text.last, last == ".", date.others.count > 2 { return false }
    if !isTitle, date.others.contains(where: DateLine.isOfText) { return false }
    // A point or a sentence may speak of a date and is no day for that.
    if !date.dates.isEmpty {
      let isWhole = date.weekday != nil || date.dates[0].year != nil
      return date.others.count <= (isTitle ? 8 : isWhole && !line.isBullet ? 2 : 0)
    }
    return date.others.count <= (date.number != nil && isTitle ? 6 : isTitle ? 1 : 0) && !line.isBullet
  }

  private func isSession(_ time: WrittenTime, _ index: Int) -> Bool {
    let rest = time.rest
    if rest.isEmpty { return true }
    guard rest.contains(where: \.isLetter) else { return false }
    if time.isBare { return rest.first?.isUppercase ?? false }
    // A line of a paragraph that was broken there goes on with a small letter, or a sign.
    guard index > 0, !lines[index].isBullet, let first = rest.first, first.isLowercase else { return true }
    let before = lines[index - 1]
    return before.isBlank || before.level != nil || before.text.utf8.count < 50
      || time.end != nil && before.text.hasSuffix(".") || WrittenTime(before.bare) != nil
  }

  /// The span at the end of a line that is a title by its signs: `### Welcome (9:00–10:30)`.
  private func trailingTime(of line: OutlineLine) -> WrittenTime? {
    guard line.level != nil || line.isBullet, line.text.utf8.count <= 300 else { return nil }
    var index = line.text.endIndex
    var steps = 0
    while index > line.text.startIndex, steps < 40 {
      index = line.text.index(before: index)
      steps += 1
      guard line.text[index].isNumber, index > line.text.startIndex else { continue }
      let before = line.text[line.text.index(before: index)]
      guard before == " " || before == "(" || before == "[" else { continue }
      guard var time = WrittenTime(line.text[index...]), time.end != nil, !time.isBare else { continue }
      let tail = time.rest.drop { $0 == ")" || $0 == "]" || $0 == " " }
      guard tail.isEmpty else { continue }
      var title = line.text[..<index]
      while let last = title.last, !last.isLetter, !last.isNumber, last != ")", last != "»", last != "”", last != "?",
        last != "!"
      { title.removeLast() }
      guard title.contains(where: \.isLetter), DateLine(title)?.others.isEmpty != true else { return nil }
      // `Session 1 (Thursday 2 September, 15:00–17:30)` is a day's, with its sessions below.
      if let open = title.lastIndex(of: "("), let date = DateLine(title[open...]), date.weekday != nil,
        !date.dates.isEmpty
      {
        return nil
      }
      time.rest = title
      return time
    }
    return nil
  }

  /// How many lines there are of each kind that tell an agenda from other texts.
  var timedLines: [(line: OutlineLine, time: WrittenTime)] {
    zip(lines, kinds).compactMap { line, kind in if case .time(let time) = kind { (line, time) } else { nil } }
  }

  /// When the rows of tables begin, by the first of their cells that is a time.
  var startsOfRows: [Int] {
    kinds.compactMap { kind in
      guard case .row(let cells, isTimed: true) = kind else { return nil }
      return cells.prefix(3).lazy.compactMap { WrittenTime(Substring(WrittenTitle.plain($0)))?.start }.first
    }
  }

  var timedRows: Int { kinds.count { if case .row(_, isTimed: true) = $0 { true } else { false } } }

  /// Whether a cell of a table is a date, perhaps with a time behind it.
  var hasDatedRow: Bool {
    kinds.contains { kind in
      guard case .row(let cells, _) = kind else { return false }
      return cells.prefix(20).contains { cell in
        let text = WrittenTitle.plain(cell)
        return LooseTime.moment(text) != nil
          || DateLine(cell: text).map { $0.others.isEmpty && $0.dates.first?.year != nil } ?? false
      }
    }
  }

  /// How many rows a table has from here on whose times are all within a span, and at least two; none where they are not.
  private func tableLength(at start: Int, within span: WrittenTime) -> Int {
    guard let last = span.end else { return 0 }
    var (end, count) = (start, 0)
    while end < kinds.count, case .row(let cells, let isTimed) = kinds[end] {
      if isTimed {
        let times = cells.prefix(3).lazy.compactMap { WrittenTime(Substring(WrittenTitle.plain($0))) }
        guard let time = times.first, (span.start..<max(last, span.start + 1)).contains(time.start) else { return 0 }
        count += 1
      }
      end += 1
    }
    return count > 1 ? end - start : 0
  }

  /// Only dates are days that something is listed under; where headings are sessions, nothing in the text below one is.
  mutating func keepTrueDays() {
    var heading: (level: Int, time: WrittenTime)?
    var kept = 0
    for index in kinds.indices {
      if lines[index].isHeading, let own = lines[index].level, own <= heading?.level ?? 6 {
        if case .time(let time) = kinds[index] { heading = (own, time) } else { heading = nil }
      } else if let time = heading?.time, index >= kept {
        // A table that parts the time of its heading is of the sessions in it.
        kept = index + tableLength(at: index, within: time)
        if kept == index { kinds[index] = .text }
      }
    }
    var last: Int?
    for index in kinds.indices {
      switch kinds[index] {
      case .day(let date):
        // A number below a date says no more than that.
        if let last, case .day(let above) = kinds[last], date.dates.isEmpty, date.weekday == nil, !above.dates.isEmpty {
          kinds[index] = .text
          continue
        }
        if let last { kinds[last] = .text }
        last = index
      case .time, .row(_, isTimed: true): last = nil
      case .text, .row: break
      }
    }
    if let last { kinds[last] = .text }
  }
}
