public import Agenda

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

/// Which sessions are written: all, or those that pass everything that is given here.
public struct ExportScope: Equatable, Sendable {
  /// Only sessions of this day, as the conference counts its days.
  public var day: CalendarDate?
  /// Only sessions in this room.
  public var room: Room.ID?
  /// Only these sessions: the user's plan.
  ///
  /// Identifiers that the agenda does not have count for nothing.
  public var plan: Set<Session.ID>?

  public static let everything = ExportScope()

  public init(day: CalendarDate? = nil, room: Room.ID? = nil, plan: Set<Session.ID>? = nil) {
    (self.day, self.room, self.plan) = (day, room, plan)
  }

  public var isEverything: Bool { self == .everything }

  func contains(_ session: Session, of conference: Conference) -> Bool {
    if let day, conference.day(of: session.start) != day { return false }
    if let room, session.room != room { return false }
    return plan?.contains(session.id) ?? true
  }
}
