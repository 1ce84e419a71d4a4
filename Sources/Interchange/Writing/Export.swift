/// Writes a programme in any of the formats.
public enum Export {
  /// The whole file.
  ///
  /// It is made of the agenda alone: nothing that the user has written is in it. Texts are escaped as the format asks
  /// for, whatever stands in them.
  public static func bytes(of programme: Programme, as format: ExportFormat) -> [UInt8] {
    switch format {
    case .iCalendar: CalendarWriter(programme).bytes
    case .frabXML: Array(ScheduleXMLWriter(programme).text.utf8)
    case .scheduleJSON: Array(ScheduleJSONWriter(programme).text.utf8)
    case .markdown: Array(MarkdownProgramme(programme).text.utf8)
    case .html: Array(HTMLProgramme(programme).text.utf8)
    }
  }
}

/// A format that a programme can be written in.
///
/// The raw value is what people call it on the command line.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// iCalendar, RFC 5545.
  case iCalendar = "ics"
  /// The schedule XML of Pentabarf, frab and pretalx, as c3voc's schema describes it.
  case frabXML = "frab-xml"
  /// The schedule JSON of c3voc, version 1.
  case scheduleJSON = "schedule-json"
  case markdown
  /// One page that needs nothing beside it.
  case html

  /// What the names of such files end in, without the dot.
  public var fileExtension: String {
    switch self {
    case .iCalendar: "ics"
    case .frabXML: "xml"
    case .scheduleJSON: "json"
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// The format that a file's name asks for by its ending; nil where it asks for none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    switch ending {
    case "htm": self = .html
    case "markdown": self = .markdown
    case "ical", "icalendar": self = .iCalendar
    default:
      guard let format = ExportFormat.allCases.first(where: { $0.fileExtension == ending }) else { return nil }
      self = format
    }
  }
}
