import Agenda
import Markup

/// A row of a table.
struct TableRow {
  var cells: [String]
  /// Of the file, from 1.
  var line: Int

  /// The words of the cells that have any.
  var filled: [String] {
    cells.lazy.map { WrittenTitle.plain($0.replacingBreaks) }.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// Whether it says which day the rows below are of, and nothing else.
  var isDay: Bool { filled.count == 1 && DateLine(cell: filled[0])?.isDay ?? false }

  subscript(column: Int) -> String? { column < cells.count && !cells[column].isEmpty ? cells[column] : nil }
}

/// Makes sessions of the rows of a table whose columns are known, wherever it stands: in a file of its own, or in a
/// document.
///
/// Days are in a column of their own, in rows between, in the headings of a grid, or above the table.
struct TableReader {
  /// What holds of every row, by where the table stands.
  struct Surroundings {
    /// Nil where nothing has given a day yet.
    var day: CalendarDate?
    var room: String?
    var track: String?
    /// Names of rooms that are known.
    var rooms: Set<String> = []
  }

  private let columns: TableColumns
  private var rows: ArraySlice<TableRow>
  private let log: ProblemLog
  private(set) var around: Surroundings
  private(set) var days: WrittenDays
  /// Whether a cell of the table says a date.
  private let isDated: Bool
  /// Whether all of a room's rows stand together.
  private let isByRoom: Bool
  private var clock: ListClock
  /// Of the columns of a grid that are days.
  private var gridDays: [Int: CalendarDate] = [:]
  /// The time of the row before, which holds on in a grid where the cell is empty.
  private var lastTime: RowTime?
  private var lastRoom: String?

  /// When a row is.
  private struct RowTime {
    var start: Moment?
    var clock: ListClock.Start?
    /// In seconds.
    var length: Int64?
    var end: Moment?
    /// What stands there and cannot be read.
    var unread: String?
  }

  /// - Parameter rows: those below the headings.
  init(
    _ columns: TableColumns, _ rows: ArraySlice<TableRow>, _ around: Surroundings, _ days: WrittenDays,
    _ log: ProblemLog
  ) {
    (self.columns, self.rows, self.around, self.days, self.log) = (columns, rows, around, days, log)
    let dated = columns[.date] + columns[.start] + columns[.time] + columns[.end]
    self.days.look(at: rows.flatMap { row in dated.compactMap { row[$0].map { Substring($0) } } })
    let dates = rows.flatMap { row in columns[.date].compactMap { row[$0] } }
    isDated =
      !dates.isEmpty
      || rows.contains { row in row.filled.count == 1 && DateLine(cell: row.filled[0])?.others.isEmpty == true }
    isByRoom = TableReader.isGrouped(rows.compactMap { row in columns[.room].lazy.compactMap { row[$0] }.first })
    let weekdays = dates.map { DateLine(cell: $0) }
    if !dates.isEmpty, weekdays.allSatisfy({ $0?.weekday != nil && $0?.dates.isEmpty ?? false }) {
      self.days.begin(with: Set(weekdays.compactMap { $0?.weekday }))
    }
    clock = TableReader.clock(of: rows, columns, isByRoom: isByRoom)
    var last: CalendarDate?
    for column in columns.grid {
      guard let line = column.day, let date = self.days.date(of: line, after: last, at: Problem.Place()) else {
        continue
      }
      gridDays[column.column] = date
      last = date
    }
  }

  /// Whether equal values stand together, and some come more than once.
  private static func isGrouped(_ values: [String]) -> Bool {
    let kinds = Set(values).count
    return kinds > 1 && values.count > kinds && zip(values, values.dropFirst()).count { $0 != $1 } == kinds - 1
  }

  /// The clock of the column of times: in the order of a list, unless many a row stands below a later one.
  private static func clock(of rows: ArraySlice<TableRow>, _ columns: TableColumns, isByRoom: Bool) -> ListClock {
    var times: [WrittenTime] = []
    var isOrdered = true
    var last: (group: String, start: Int)?
    for row in rows {
      let cell = (columns[.start] + columns[.time]).lazy.compactMap { row[$0] }.first
      guard let time = cell.flatMap({ WrittenTime(cell: WrittenTitle.plain($0)) }) else { continue }
      times.append(time)
      let group = (columns[.date] + (isByRoom ? columns[.room] : [])).map { row[$0] ?? "" }.joined(separator: "\n")
      if let last, last.group == group, time.start < last.start, time.start >= 28_800 { isOrdered = false }
      last = (group, time.start)
    }
    return ListClock(of: times, isOrdered: isOrdered)
  }

  /// The sessions of the next row, none of a row that is no session; nil after the last row.
  mutating func next() -> [SessionDraft]? {
    guard let row = rows.popFirst() else { return nil }
    if row.cells == columns.headings { return [] }
    let place = Problem.Place(line: row.line)
    let filled = row.filled
    // `2024-02-26 | | Day 1`
    if filled.count == 2, cell(.start, row) == nil, cell(.time, row) == nil,
      let date = cell(.date, row).flatMap({ days.wholeDate($0, at: place) }),
      filled.allSatisfy({ DateLine(cell: $0)?.others.isEmpty ?? false || TableReader.countsDay($0) })
    {
      around.day = date
      clock.restart()
      return []
    }
    if filled.count == 1 {
      // A row of a date alone is the heading of a day, one of a room that of a room.
      if let date = days.wholeDate(filled[0], at: place) {
        around.day = date
        clock.restart()
        return []
      }
      if around.rooms.contains(filled[0]) || WrittenTitle.namesRoom(filled[0]), columns[.room].isEmpty {
        around.room = filled[0]
        clock.restart()
        return []
      }
    }
    return columns.grid.isEmpty ? [session(row, place)].compactMap(\.self) : gridSessions(row, place)
  }

  /// Whether a text begins with the number of a day, as in `Day #1: Kick-off`.
  private static func countsDay(_ text: String) -> Bool {
    let head = text.prefix(10).lowercased()
    return ["day ", "day#", "jour ", "tag "].contains { head.hasPrefix($0) } && head.contains(where: \.isNumber)
  }

  private func cell(_ field: TableColumns.Field, _ row: TableRow) -> String? {
    columns[field].lazy.compactMap { row[$0].map { WrittenTitle.plain($0.replacingBreaks) } }.first { !$0.isEmpty }
  }

  // When

  private mutating func time(of row: TableRow, _ place: Problem.Place) -> RowTime {
    var time = RowTime()
    let date = cell(.date, row)
    let start = cell(.start, row) ?? cell(.time, row)
    if let start, let span = days.span(start, at: place) {
      (time.start, time.length) = (span.start, span.length)
      if let found = date.flatMap({ self.date($0, at: place) }) { around.day = found }
    } else if start == nil, let date, let span = days.span(date, at: place) {
      (time.start, time.length) = (span.start, span.length)
    } else {
      if let date {
        guard let found = self.date(date, at: place) else {
          time.unread = [date, start].compactMap(\.self).joined(separator: " ")
          return time
        }
        if found != around.day { clock.restart() }
        around.day = found
      }
      set(&time, start, date: date, at: place)
    }
    if let end = cell(.end, row) { setEnd(&time, end, at: place) }
    return time
  }

  /// A date of its column, where a number alone counts the days.
  private mutating func date(_ text: String, at place: Problem.Place) -> CalendarDate? {
    if let number = Int(text), (1...60).contains(number) { return days.first().advanced(by: number - 1) }
    return days.wholeDate(text, at: place)
  }

  /// A clock time on the day of its row, whose date holds as it is stated, or on that of the heading above.
  private mutating func set(_ time: inout RowTime, _ start: String?, date: String?, at place: Problem.Place) {
    guard let start else {
      if date != nil, let day = around.day { time.start = .day(day) }
      return
    }
    if let written = WrittenTime(cell: start) {
      let begin = clock.start(written)
      let day = around.day ?? (isDated || !gridDays.isEmpty ? nil : days.first())
      time.clock = begin
      time.length = written.duration
      guard let day else {
        if gridDays.isEmpty { (time.clock, time.unread) = (nil, start) }
        return
      }
      around.day = day
      let second = day.dayNumber * 86_400 + begin.second
      time.start = columns[.date].isEmpty ? .listed(under: day, second: begin.second) : .local(LocalTime(count: second))
      if begin.isGuessed {
        log.report(
          .outline(.afternoonGuessed(found: LocalTime(date: day, secondOfDay: written.start).clock)), at: place)
      }
    } else if let found = days.wholeDate(start, at: place) {
      time.start = .day(found)
    } else {
      time.unread = start
    }
  }

  private mutating func setEnd(_ time: inout RowTime, _ end: String, at place: Problem.Place) {
    guard let from = time.start else { return }
    if let moment = days.moment(end, at: place) {
      time.end = moment
    } else if let written = WrittenTime(cell: end) {
      let start = time.clock ?? ListClock.Start(second: from.written.secondOfDay)
      time.length = Int64(clock.end(written, after: start) - start.second)
    } else {
      log.report(.session(.unreadableTime(found: Excerpt.shown(end))), at: place)
    }
  }

  private func put(_ time: RowTime, into session: inout SessionDraft) {
    (session.start, session.end, session.unreadStart) = (time.start, time.end, time.unread)
    if let length = time.length { session.length = length }
    session.listedDay = around.day
    if case .local(let local)? = time.start, time.clock == nil, columns[.date].isEmpty || around.day == nil {
      session.listedDay = local.date
    }
  }

  // What

  private func draft(at place: Problem.Place) -> SessionDraft {
    var session = SessionDraft(place: place)
    (session.room, session.track) = (around.room, around.track)
    return session
  }

  private mutating func session(_ row: TableRow, _ place: Problem.Place) -> SessionDraft? {
    if isByRoom, let room = cell(.room, row), room != lastRoom {
      lastRoom = room
      clock.restart()
    }
    var session = draft(at: place)
    fill(&session, row)
    let time = time(of: row, place)
    put(time, into: &session)
    // What has no title of its own, or only a remark, is called by its kind.
    if let type = session.type {
      let title = session.title?.string(for: [])
      if title.map({ $0.first == "(" && $0.last == ")" }) ?? true {
        if let title { session.description = session.description ?? Text(title) }
        (session.title, session.type) = (Text(type), nil)
      }
    }
    return session.title != nil || session.start != nil ? session : nil
  }

  private func fill(_ session: inout SessionDraft, _ row: TableRow) {
    let raw = { (field: TableColumns.Field) in columns[field].lazy.compactMap { row[$0] }.first }
    if let room = cell(.room, row) ?? cell(.place, row) {
      if WrittenWords.isUnknownPlace(room) {
        (session.room, session.location) = (nil, WritingWords.Mark.toBeAnnounced)
      } else {
        session.room = room
      }
    }
    let titles = columns.joinsTitles ? columns[.title].compactMap { row[$0] } : [raw(.title)].compactMap(\.self)
    setTitle(
      of: &session, titles.joined(separator: " – "), hasByline: columns[.people].isEmpty,
      hasPlace: columns[.room].isEmpty && columns[.place].isEmpty)
    for column in columns[.people] {
      if let people = row[column] {
        session.addPeople(WrittenNames.list(WrittenTitle.plain(people.replacingBreaks("; "))))
      }
    }
    if let track = cell(.track, row) { session.track = track }
    let texts = columns[.text].compactMap { row[$0] }
    if !texts.isEmpty { session.description = Text(texts.joined(separator: "\n\n")) }
    session.language = cell(.language, row) ?? session.language
    session.type = cell(.type, row) ?? session.type
    session.id = raw(.id) ?? session.id
    if let text = cell(.length, row) {
      session.length = LooseLength.reading(text)?.seconds
      if session.length == nil {
        log.report(.session(.unreadableLength(found: Excerpt.shown(text))), at: session.place)
      }
    }
    if let mark = cell(.status, row).flatMap({ WrittenWords.mark($0) }) { session.apply(mark) }
    if let rule = cell(.rule, row).flatMap({ WrittenWords.rule(in: $0) }) { session.apply(.rule(rule)) }
    if let optional = cell(.optional, row)?.lowercased(), !["no", "false", "0", "non", "nein", "n"].contains(optional) {
      session.isOptional = true
    }
    if let url = raw(.url) {
      session.pages.append(.init(title: ReadingWords.sessionPage, url: SessionDraft.Link(written: Substring(url)).url))
    }
  }

  // Grids

  /// A session for each cell of a row that has one.
  private mutating func gridSessions(_ row: TableRow, _ place: Problem.Place) -> [SessionDraft] {
    var time: RowTime
    if cell(.time, row) == nil, cell(.start, row) == nil {
      guard let last = lastTime else { return [] }
      time = last
    } else {
      time = self.time(of: row, place)
      lastTime = time
    }
    let filled = columns.grid.filter {
      row[$0.column].map { WrittenTitle.plain($0).contains { $0.isLetter || $0.isNumber } } ?? false
    }
    // What stands in every cell, and a meal in one, is for everybody.
    let texts = Set(filled.compactMap { row[$0.column] })
    let isCommon =
      columns.grid.count > 1 && texts.count == 1 && gridDays.isEmpty
      && (filled.count == columns.grid.count || texts.first.flatMap { ReadingWords.kind(inTitle: $0) } != nil)
    return (isCommon ? Array(filled.prefix(1)) : filled).map { column in
      var session = draft(at: place)
      put(time, into: &session)
      if let day = gridDays[column.column] {
        session.listedDay = day
        if let clock = time.clock { session.start = .listed(under: day, second: clock.second) }
      } else if column.isTrack, !isCommon {
        session.track = column.name
      } else if !isCommon {
        session.room = column.name
      }
      fill(&session, cell: row.cells[column.column])
      return session
    }
  }

  /// A title, perhaps with its own time before it, and below it those who give it.
  private func fill(_ session: inout SessionDraft, cell: String) {
    var lines = cell.replacingBreaks("\n").split(separator: "\n").map { String($0) }
    if let first = lines.first, let time = WrittenTime(Substring(WrittenTitle.plain(first))), !time.isBare,
      !time.rest.isEmpty,
      let day = session.listedDay
    {
      lines[0] = String(time.rest)
      session.start = .listed(under: day, second: time.start)
      session.length = time.duration
    }
    setTitle(of: &session, lines.joined(separator: "<br>"))
  }

  /// A title, and in the lines below it those who give it.
  private func setTitle(
    of session: inout SessionDraft, _ cell: String, hasByline: Bool = true, hasPlace: Bool = true
  ) {
    guard !cell.isEmpty else { return }
    var lines = cell.replacingBreaks("\n").split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    var people: [PersonDraft] = []
    while hasByline, cell.contains("<"), lines.count > 1, let last = lines.last {
      let names = WrittenNames.list(WrittenTitle.plain(last).trimmingBrackets)
      guard !names.isEmpty, names.allSatisfy({ WrittenNames.isName($0.name) }) else { break }
      people = names + people
      lines.removeLast()
    }
    WrittenTitle(lines.joined(separator: " "), rooms: around.rooms, hasByline: hasByline, hasPlace: hasPlace)
      .apply(to: &session)
    session.addPeople(people)
  }
}

extension String {
  /// With a blank, or another sign, for each tag that breaks a line of a cell.
  fileprivate var replacingBreaks: String { replacingBreaks(" ") }

  fileprivate func replacingBreaks(_ sign: String) -> String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    return ["<br>", "<br/>", "<br />"].reduce(self) { $0.replacing($1, with: sign) }
  }
}
