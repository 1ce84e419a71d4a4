import Agenda
import Markup

/// A schedule's draft from a table: CSV (RFC 4180) and its kin, whatever parts the columns.
enum TableImport {
  /// Rows that are looked at to tell what parts the columns, and where the headings are.
  private static let sample = 30

  /// Nil where the text is no table of sessions.
  ///
  /// - Parameter map: columns by the field that the user says they have.
  static func draft(
    _ text: String, _ choices: [ColumnChoice], today: CalendarDate, _ limits: ImportLimits, _ log: ProblemLog,
    _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft? {
    guard let (separator, head) = beginning(of: text, choices) else { return nil }
    var rows: [(cells: [String], line: Int)] = []
    var table = DelimitedText(text, separator: separator)
    while let row = table.next() {
      rows.append(row)
      guard rows.count <= limits.parts else { throw ImportFailure(.file(.tooManyValues(limit: limits.parts))) }
      if rows.count % 256 == 0, !monitor.read(share: table.share) { throw ImportFailure(.file(.cancelled)) }
    }
    let columns =
      head.flatMap { TableColumns(headings: rows[$0].cells, choices: choices) }
      ?? TableColumns(valuesOf: rows.prefix(sample).map(\.cells))
    guard let columns else { return nil }
    let reader = TableReader(columns, today: today, log: log)
    reader.read(above: rows.prefix(head ?? 0).map(\.cells))
    reader.read(Array(rows.dropFirst(head.map { $0 + 1 } ?? 0)))
    return reader.draft
  }

  /// The sign that parts the columns, and the row of their headings: that by which most columns are known, else by which
  /// values speak for themselves.
  private static func beginning(of text: String, _ choices: [ColumnChoice]) -> (separator: UInt8, head: Int?)? {
    var best: (separator: UInt8, head: Int?, count: Int)?
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      var table = DelimitedText(text, separator: sign)
      var rows: [[String]] = []
      while rows.count < sample, let row = table.next() { rows.append(row.cells) }
      // Markdown's tables stand in a text, which says more than they do.
      let isMarkdown = rows.contains { row in row.count > 1 && row.allSatisfy { $0.allSatisfy { "-:".contains($0) } } }
      if isMarkdown { continue }
      for (index, row) in rows.enumerated() where row.count > 1 {
        guard let columns = TableColumns(headings: row, choices: choices) else { continue }
        // A line of prose with a comma in it may speak of times too: what follows must be as wide.
        let like = rows.dropFirst(index + 1).count { $0.count * 2 >= row.count }
        guard like * 2 >= rows.count - index - 1 else { continue }
        if columns.count > best?.count ?? 1 { best = (sign, index, columns.count) }
        break
      }
      if best == nil, choices.isEmpty, let columns = TableColumns(valuesOf: rows), columns.count > 2 {
        best = (sign, nil, columns.count)
      }
    }
    return best.map { ($0.separator, $0.head) }
  }
}

/// Makes a draft of the rows of a table, whose days are in columns of their own or in rows between.
final class TableReader {
  private(set) var draft = ScheduleDraft()
  private let columns: TableColumns
  private var rows: TableRowReader
  private let log: ProblemLog
  private var days: WrittenDays
  private var day: CalendarDate?

  init(_ columns: TableColumns, today: CalendarDate, log: ProblemLog) {
    (self.columns, self.log) = (columns, log)
    rows = TableRowReader(columns)
    days = WrittenDays(today: today, log: log)
    columns.report(to: log)
  }

  /// What stands above the headings: the title first, a date for all that has none.
  func read(above rows: [[String]]) {
    for row in rows {
      guard let text = row.first(where: { !$0.isEmpty }) else { continue }
      if let line = DateLine(text), line.others.count <= 4, !line.dates.isEmpty {
        days.note(line)
        day = day ?? days.date(of: line, after: nil, at: Problem.Place())
      } else if draft.title == nil, row.filter({ !$0.isEmpty }).count <= 2 {
        draft.title = Text(text)
      }
    }
  }

  func read(_ rows: [(cells: [String], line: Int)]) {
    let dated = columns[.date] + columns[.start] + columns[.time]
    days.look(at: rows.flatMap { row in dated.compactMap { $0 < row.cells.count ? Substring(row.cells[$0]) : nil } })
    for row in rows { read(row.cells, line: row.line) }
  }

  private func read(_ cells: [String], line: Int) {
    func cell(_ field: TableColumns.Field) -> String? {
      columns[field].lazy.compactMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }.first
    }
    let place = Problem.Place(line: line)
    // A row of a date alone is the heading of a day.
    let filled = cells.filter { !$0.isEmpty }
    if filled.count == 1, let date = days.wholeDate(filled[0], at: place) { return day = date }
    if let date = cell(.date).flatMap({ days.wholeDate($0, at: place) }) { day = date }
    var base = SessionDraft(place: place)
    base.listedDay = day
    for (session, time) in rows.sessions(in: cells, base) {
      var session = session
      session.place.session = session.title?.variants.first?.string
      set(&session, start: cell(.start) ?? cell(.time) ?? cell(.date), end: cell(.end), time)
      guard session.title != nil || session.start != nil else { continue }
      session.kind = session.kind ?? ReadingWords.kind(inTitle: session.title?.variants.first?.string ?? "")
      draft.sessions.append(session)
    }
  }

  private func set(_ session: inout SessionDraft, start: String?, end: String?, _ time: WrittenTime?) {
    // In a grid the time of the row before holds on.
    guard let start = start ?? time.map({ _ in "" }) else { return }
    if let moment = days.moment(start, at: session.place) {
      session.start = moment
      if case .local(let local) = moment { session.listedDay = session.listedDay ?? local.date }
    } else if let day, let second = time?.start ?? LooseTime.lateClock(start) {
      session.start = second < 86_400 ? .listed(day, second) : .local(LocalTime(count: day.dayNumber * 86_400 + second))
      if let end = time?.end { session.length = Int64(end - second) }
      session.length = session.length ?? time?.length
    } else if let date = days.wholeDate(start, at: session.place) {
      session.start = .day(date)
    } else {
      session.unreadStart = start
    }
    guard let end, let from = session.start else { return }
    if let moment = days.moment(end, at: session.place) {
      session.end = moment
    } else if let second = LooseTime.lateClock(end) ?? WrittenTime(Substring(end))?.start {
      let first = from.written.secondOfDay
      session.length = Int64(second - first + (second < first ? 86_400 : 0))
    } else {
      log.report(.session(.unreadableTime(found: Excerpt.shown(end))), at: session.place)
    }
  }
}
