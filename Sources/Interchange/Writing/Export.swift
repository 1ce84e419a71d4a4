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
