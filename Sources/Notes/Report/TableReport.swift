import Agenda
import Messages

/// A report as a table (CSV, RFC 4180): a row for each mark and then for each note, and what was left out.
///
/// UTF-8 with a byte order mark, without which spreadsheets take it for something else. A text that a spreadsheet would
/// calculate with gets an apostrophe before it.
struct TableReport {
  private let report: Report
  private let wording: ReportWording
  private(set) var text = "\u{FEFF}"

  init(_ report: Report) {
    self.report = report
    wording = ReportWording(report: report)
    add(ReportWords.columns.map(report.words))
    for (kind, marks) in [
      (NoteMark.Kind.decision, report.found(.decision)), (.action, report.actions), (.question, report.openQuestions),
      (.question, report.found(.question).filter(\.mark.isTicked)), (.quote, report.found(.quote)),
    ] {
      for (index, found) in marks.enumerated() {
        // Only what is listed has a number.
        let isListed = kind != .quote && !(kind == .question && found.mark.isTicked)
        add(row(found, number: isListed ? "\(index + 1)" : ""))
      }
    }
    for entry in report.entries { add(row(entry)) }
    for sentence in (wording.selection + wording.leftOut).map(report.words) {
      add([report.words(Message("Left out"))] + Array(repeating: "", count: ReportWords.columns.count - 2) + [sentence])
    }
  }

  private func row(_ found: Report.Found, number: String) -> [String] {
    let mark = found.mark
    let entry = report.entries[found.entry]
    return row(
      entry, kind: ReportWords.kind(mark.kind), number: number, isDone: mark.isTicked, who: mark.person,
      at: mark.stamp?.clock ?? "", due: mark.due?.description ?? "", authors: found.authors, text: mark.text)
  }

  private func row(_ entry: Report.Entry) -> [String] {
    row(
      entry, kind: Message("Note"), authors: entry.author.isEmpty ? [] : [entry.author], text: entry.text.trimmed)
  }

  private func row(
    _ entry: Report.Entry, kind: Message, number: String = "", isDone: Bool = false, who: String = "",
    at clock: String = "", due: String = "", authors: [String], text: String
  ) -> [String] {
    let subject = entry.subject
    return [
      report.words(kind), number, wording.day(of: subject)?.description ?? "", wording.clock(subject.start),
      wording.clock(subject.end),
      subject.title, subject.place, wording.people(of: entry).joined(separator: ", "),
      ReportWords.attribution(subject.attribution).map(report.words) ?? "", clock,
      isDone ? report.words(Message("done")) : "", who, due,
      authors.joined(separator: ", "), text,
    ]
  }

  private mutating func add(_ cells: [String]) {
    text += cells.map(TableReport.quoted).joined(separator: ",") + "\r\n"
  }

  static func quoted(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { $0 != " " }
    let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + cell : cell
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
