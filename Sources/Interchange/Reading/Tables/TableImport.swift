import Agenda
import Markup

/// A schedule's draft from a table: CSV (RFC 4180) and its kin, whatever parts the columns.
enum TableImport {
  /// Nil where the text is no table of sessions.
  ///
  /// - Parameter choices: columns by the field that the user says they have.
  static func draft(
    _ text: String, _ choices: [ColumnChoice], today: CalendarDate, _ limits: ImportLimits, _ log: ProblemLog,
    _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft? {
    guard let separator = separator(of: text, choices) else { return nil }
    var rows: [TableRow] = []
    var table = DelimitedText(text, separator: separator)
    while let row = table.next() {
      rows.append(TableRow(cells: row.cells, line: row.line))
      guard rows.count <= limits.parts else { throw ImportFailure(.file(.tooManyValues(limit: limits.parts))) }
      if rows.count % 256 == 0, !monitor.read(share: table.share) { throw ImportFailure(.file(.cancelled)) }
    }
    guard let draft = draft(rows, choices, today: today, log) else { return nil }
    for line in table.openQuotes { log.report(.outline(.openQuote), at: Problem.Place(line: line)) }
    return draft
  }

  /// Nil where the rows are no table of sessions.
  static func draft(
    _ rows: [TableRow], _ choices: [ColumnChoice], today: CalendarDate, _ log: ProblemLog
  ) -> ScheduleDraft? {
    guard let (columns, head) = TableColumns.find(in: rows.prefix(TableColumns.sample).map(\.cells), choices) else {
      return nil
    }
    columns.report(to: log)
    var draft = ScheduleDraft()
    var days = WrittenDays(today: today, log: log)
    read(rows.prefix(head).dropLast(), into: &draft, &days)
    let around = TableReader.Surroundings(day: days.mentioned)
    var reader = TableReader(columns, rows.dropFirst(head), around, days, log)
    while let found = reader.next() { draft.sessions += found }
    for index in draft.sessions.indices { draft.sessions[index].judge(isLast: draft.isLastOfDay(index), log) }
    return draft
  }

  /// What stands above the headings: the title first, a date for all that has none.
  private static func read(
    _ rows: ArraySlice<TableRow>, into draft: inout ScheduleDraft, _ days: inout WrittenDays
  ) {
    for row in rows {
      guard let text = row.cells.first(where: { !$0.isEmpty }) else { continue }
      if let line = DateLine(text), line.others.count <= 4, !line.dates.isEmpty {
        days.note(line)
        days.mentioned =
          days.mentioned ?? days.date(of: line, after: nil, at: Problem.Place(line: row.line))
      } else if draft.title == nil, row.filled.count <= 2 {
        draft.title = Text(text)
      }
    }
  }

  /// The sign that parts the columns: that by which most of them are known.
  private static func separator(of text: String, _ choices: [ColumnChoice]) -> UInt8? {
    var best: (separator: UInt8, count: Int, isHeaded: Bool)?
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      var table = DelimitedText(text, separator: sign)
      var rows: [[String]] = []
      while rows.count < TableColumns.sample, let row = table.next() { rows.append(row.cells) }
      // Markdown's tables stand in a text, which says more than they do.
      let isMarkdown = rows.contains { row in row.count > 1 && row.allSatisfy { $0.allSatisfy { "-:".contains($0) } } }
      guard !isMarkdown, let (columns, head) = TableColumns.find(in: rows, choices), columns.count > 1 else { continue }
      // By their values alone many texts look a little like tables.
      guard head > 0 || columns.count > 2 else { continue }
      if let best, best.isHeaded, head == 0 || columns.count <= best.count { continue }
      if let best, !best.isHeaded, head == 0 { continue }
      best = (sign, columns.count, head > 0)
    }
    return best?.separator
  }
}
