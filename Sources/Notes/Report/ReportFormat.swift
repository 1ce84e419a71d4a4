public import Agenda
public import Files
public import Messages

/// A format of reports.
///
/// The raw value is what people call it on the command line.
public enum ReportFormat: String, CaseIterable, Sendable {
  case markdown
  /// One page that needs nothing beside it.
  case html
  /// RFC 4180.
  case csv
  /// The actions as tasks, RFC 5545.
  case iCalendar = "ical"

  /// What the names of such files end in, without the dot.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .csv: "csv"
    case .iCalendar: "ics"
    }
  }

  /// The format that a file's name asks for by its ending; nil where it asks for none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "csv": self = .csv
    case "ics", "ical", "icalendar": self = .iCalendar
    default: return nil
    }
  }
}

extension Report {
  /// The whole file; texts are escaped as the format asks for, whatever stands in them.
  public func bytes(as format: ReportFormat) -> [UInt8] {
    switch format {
    case .markdown: Array(MarkdownReport(self).text.utf8)
    case .html: Array(HTMLReport(self).text.utf8)
    case .csv: Array(TableReport(self).text.utf8)
    case .iCalendar: CalendarReport(self).bytes
    }
  }

  /// What is not in it, in sentences; none where everything is.
  public var leftOut: [Message] { ReportWording(report: self).leftOut }
}

extension UserFolder {
  /// Writes a report to a file of its own, named by the time; nothing is ever written over.
  public func keepReport(
    _ report: Report, as format: ReportFormat, at now: Instant, in zone: OffsetTable, calls: FileCalls = .system
  ) throws(FileError) -> String {
    try keep(report.bytes(as: format), named: "report", ending: format.fileExtension, at: now, in: zone, calls: calls)
  }

  /// The same of the plan as a calendar.
  public func keepPlan(
    _ calendar: [UInt8], at now: Instant, in zone: OffsetTable, calls: FileCalls = .system
  ) throws(FileError) -> String {
    try make(calls)
    return try keep(calendar, named: "plan", ending: "ics", at: now, in: zone, calls: calls)
  }

  private func keep(
    _ bytes: [UInt8], named name: String, ending: String, at now: Instant, in zone: OffsetTable, calls: FileCalls
  ) throws(FileError) -> String {
    let local = zone.local(now)
    let stem = "\(path)/\(name)-\(local.date)-\(WireTime.digits(local.hour, 2))\(WireTime.digits(local.minute, 2))"
    return try DurableFile.keep(bytes, as: stem, ending: ".\(ending)", limit: NoteFiles.limit, calls: calls)
  }
}
