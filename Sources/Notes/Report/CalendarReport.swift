import Agenda
import Markup
import Messages

/// The actions of a report as tasks of a calendar (RFC 5545 §3.6.2).
struct CalendarReport {
  private let report: Report
  private let wording: ReportWording
  private var lines = ContentLineWriter()

  init(_ report: Report) {
    self.report = report
    wording = ReportWording(report: report)
    lines.add("BEGIN", raw: "VCALENDAR")
    lines.add("VERSION", raw: "2.0")
    lines.add("PRODID", text: "-//Plenary//Plenary \(report.generatorVersion)//EN")
    lines.add("CALSCALE", raw: "GREGORIAN")
    let name = report.words(Message("Actions: %s", report.string(report.conference.title)))
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    let leftOut = (wording.selection + wording.leftOut).map(report.words).joined(separator: " ")
    if !leftOut.isEmpty {
      lines.add("DESCRIPTION", text: leftOut)
      lines.add("X-WR-CALDESC", text: leftOut)
    }
    var seen: [String: Int] = [:]
    for found in report.found(.action) {
      let key = "\(report.entries[found.entry].subject.target)\u{0}\(found.mark.text)"
      add(found, copy: seen[key, default: 0])
      seen[key, default: 0] += 1
    }
    lines.add("END", raw: "VCALENDAR")
  }

  var bytes: [UInt8] { lines.bytes }

  /// - Parameter copy: how many actions of the same words in the same note stand before it.
  private mutating func add(_ found: Report.Found, copy: Int) {
    let (mark, entry) = (found.mark, report.entries[found.entry])
    let conference = report.conference.id
    let target = entry.subject.target
    lines.add("BEGIN", raw: "VTODO")
    // The same for as long as its words are the same, so that a later report brings the task up to date.
    let uuid = StableNumber.uuid(["action", conference, target.kind.rawValue, target.id, mark.text, "\(copy)"])
    lines.add("UID", text: "\(uuid)@\(conference)")
    lines.add("DTSTAMP", raw: WireTime.basicUTC(report.stamp))
    lines.add("SUMMARY", text: mark.person.isEmpty ? mark.text : "\(mark.person): \(mark.text)")
    // A day without a time (§3.8.2.3).
    if let due = mark.due {
      lines.add("DUE", [ContentLineWriter.Parameter("VALUE", "DATE")], raw: WireTime.basic(due))
    }
    lines.add("STATUS", raw: mark.isTicked ? "COMPLETED" : "NEEDS-ACTION")
    lines.add("PERCENT-COMPLETE", raw: mark.isTicked ? "100" : "0")
    lines.add("DESCRIPTION", text: ([wording.place(of: found)] + wording.facts(of: entry)).joined(separator: "\n"))
    lines.add("CATEGORIES", text: report.words(ReportWords.kind(.action)))
    if !mark.person.isEmpty { lines.add("CONTACT", text: mark.person) }
    // The event of the exported programme, by its UID (§3.8.4.5).
    if case .session(let id) = target, !entry.isGone {
      lines.add("RELATED-TO", [ContentLineWriter.Parameter("RELTYPE", "PARENT")], text: "\(id)@\(conference)")
    }
    lines.add("END", raw: "VTODO")
  }
}
