import Agenda
import Markup

/// A schedule's draft from a text: an agenda that people have written, or a table.
enum TextImport {
  static func draft(
    _ source: FileBytes, _ family: FormatGuess.Family, _ choices: [ColumnChoice], _ today: CalendarDate,
    _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> (ImportFormat, ScheduleDraft) {
    guard let text = source.withBytes({ TextDecoding.text(of: $0, log) }) else {
      throw ImportFailure(.file(.unknownFormat(looksLike: nil)))
    }
    guard case .webPage = family else {
      if let draft = try TableImport.draft(text, choices, today: today, limits, log, monitor) {
        // A line of a text may look like the head of a table that has no rows.
        if draft.sessions.isEmpty,
          let agenda = try? OutlineImport.draft(withTables(text), choices, today: today, limits, log, monitor)
        {
          return (.agendaText, agenda)
        }
        return (.table, draft)
      }
      return (.agendaText, try OutlineImport.draft(withTables(text), choices, today: today, limits, log, monitor))
    }
    let markdown = markdown(ofPage: text)
    let quiet = ProblemLog()
    if let linked = LinkedEventReader.draft(ofPage: text, limits, quiet) {
      let written = try? OutlineImport.draft(markdown, choices, today: today, limits, ProblemLog(), monitor)
      if linked.sessions.count >= written?.sessions.count ?? 0 {
        for problem in quiet.kept { log.report(problem.fact, at: problem.place) }
        return (.linkedEvents, linked)
      }
    }
    do throws(ImportFailure) {
      return (.agendaText, try OutlineImport.draft(markdown, choices, today: today, limits, log, monitor))
    } catch {
      guard case .file(.noAgenda(.text)) = error.fact else { throw error }
      throw ImportFailure(.file(.noAgenda(.webPage)))
    }
  }

  /// A text of Markdown in which tables of HTML are tables of its own, with as many lines where that can be.
  private static func withTables(_ text: String) -> String {
    var (result, rest) = ("", text[...])
    while let start = rest.utf8.place(of: "<table".utf8)?.lowerBound,
      let end = rest[start...].utf8.place(of: "</table>".utf8)?.upperBound
    {
      let table = "\n\n" + markdown(ofPage: String(rest[start..<end])) + "\n"
      let lines = { (part: Substring) in part.utf8.count { $0 == 0x0A } }
      result +=
        rest[..<start] + table + String(repeating: "\n", count: max(0, lines(rest[start..<end]) - lines(table[...])))
      rest = rest[end...]
    }
    return result + rest
  }

  /// A page's text as Markdown, without addresses that are not followed.
  static func markdown(ofPage html: String) -> String {
    MarkdownFromHTML.text(html, topHeading: 1, keepsRows: true) { WebAddress.check($0) == .safe ? $0 : nil }
  }
}
