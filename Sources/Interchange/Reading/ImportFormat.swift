/// What a file is, found by what stands in it; its name plays no part.
public enum ImportFormat: String, CaseIterable, Sendable {
  /// A bundle's agenda.json.
  case bundle
  /// frab's, Pentabarf's and their kin's `<schedule>`.
  case scheduleXML = "frab-xml"
  /// `{"schedule": {"conference": {"days": [{"rooms": …}]}}}`.
  case scheduleJSON = "schedule-json"
  /// The second version of it, with a flat list of events.
  case scheduleJSON2 = "schedule-json-2"
  case iCalendar = "ics"
  /// Sessionize's view "All": lists of sessions, speakers, rooms that refer to each other by id.
  case sessionizeAll = "sessionize-all"
  /// Sessionize's view "GridSmart": days with rooms with sessions.
  case sessionizeGrid = "sessionize-gridsmart"
  /// JSON of no known format whose objects have titles and starts.
  case sessionList = "session-list"
}
