import Agenda

/// A schedule's draft from an iCalendar file.
enum CalendarImport {
  static func draft(
    _ source: FileBytes, _ limits: Import.Limits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft {
    let calendars = try CalendarParser.calendars(source, limits, log, monitor)
    return CalendarReader(calendars, limit: limits.sessions, log: log).read()
  }
}
