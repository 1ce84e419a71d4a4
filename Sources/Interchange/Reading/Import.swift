public import Agenda

/// What came of importing a file.
public struct ImportReading: Sendable {
  public var format: ImportFormat
  public var agenda: Agenda
  /// In the order in which they were found.
  public var problems: [Problem]
  /// How many more there were than are kept.
  public var furtherProblems: Int
  /// How many sessions the file has, series spread out.
  public var sessionsInFile: Int
  /// Where each session stands in the file.
  public var places: [Session.ID: Problem.Place]

  /// Whether its times are shown in UTC only because nobody has said where the venue is.
  public var lacksZone: Bool { problems.contains { $0.fact == .conference(.noZone) } }

  /// How many problems the status line speaks of: all but the notes.
  public var problemCount: Int { problems.countShown + furtherProblems }
}

/// Reads the files that other programs make.
public enum Import {
  /// Reads a schedule whose bytes are these.
  ///
  /// - Parameters:
  ///   - name: what the conference is called where the file does not say it.
  ///   - today: the day of a conference whose file has no date at all.
  ///   - choices: what holds whatever the file says.
  ///   - pandoc: reads documents of word processors.
  ///   - progress: gets how much is done, from 0 to 1, and gives false to stop.
  package static func read(
    _ source: FileBytes, name: String, today: CalendarDate, choices: ImportChoices = ImportChoices(),
    pandoc: Pandoc = .missing, limits: ImportLimits = .standard, progress: @escaping (Double) -> Bool = { _ in true }
  ) throws(ImportFailure) -> ImportReading {
    let format = try FormatGuess.format(of: source)
    let log = ProblemLog()
    let monitor = ImportMonitor(total: source.count, progress: progress)
    var (read, draft): (ImportFormat, ScheduleDraft)
    switch format {
    case .xml: (read, draft) = try XMLImport.draft(source, limits, log, monitor)
    case .json: (read, draft) = try JSONImport.draft(source, name: name, choices.columns, today, limits, log, monitor)
    case .calendar:
      (read, draft) = (.iCalendar, try CalendarImport.draft(source, today: today, limits, log, monitor))
    case .text, .webPage:
      (read, draft) = try TextImport.draft(
        source, format, choices.columns, today, limits, log, monitor)
    case .document(let kind):
      let html = try pandoc.html(of: source, kind) { monitor.read(share: 0) }
      let text = TextImport.markdown(ofPage: html)
      (read, draft) = (.document, try OutlineImport.draft(text, choices.columns, today: today, limits, log, monitor))
    }
    guard draft.sessions.count <= limits.sessions else {
      throw ImportFailure(.file(.tooManySessions(limit: limits.sessions)))
    }
    choices.apply(to: &draft)
    let builder = AgendaBuilder(draft, name: name, today: today, limits: limits, log: log)
    if draft.sessions.isEmpty {
      guard draft.isSchedule else { throw ImportFailure(.file(.noSessions)) }
      log.report(.file(.noSessionYet))
    }
    guard let agenda = builder.agenda(progress: monitor.built) else {
      throw ImportFailure(.file(.cancelled))
    }
    return ImportReading(
      format: read, agenda: agenda, problems: log.kept, furtherProblems: log.further,
      sessionsInFile: draft.sessions.count, places: builder.places)
  }
}
