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
  ///   - progress: gets how much is done, from 0 to 1, and gives false to stop.
  package static func read(
    _ source: FileBytes, name: String, today: CalendarDate, limits: ImportLimits = .standard,
    progress: @escaping (Double) -> Bool = { _ in true }
  ) throws(ImportFailure) -> ImportReading {
    let format = try FormatGuess.format(of: source)
    let log = ProblemLog()
    let monitor = ImportMonitor(total: source.count, progress: progress)
    let (read, draft): (ImportFormat, ScheduleDraft)
    switch format {
    case .xml: (read, draft) = (.scheduleXML, try XMLImport.draft(source, limits, log, monitor))
    case .json: (read, draft) = try JSONImport.draft(source, limits, log, monitor)
    case .calendar:
      (read, draft) = (.iCalendar, try CalendarImport.draft(source, limits, log, monitor))
    }
    guard draft.sessions.count <= limits.sessions else {
      throw ImportFailure(.file(.tooManySessions(limit: limits.sessions)))
    }
    let builder = AgendaBuilder(draft, name: name, today: today, limits: limits, log: log)
    if draft.sessions.isEmpty { throw ImportFailure(.file(.noSessions)) }
    guard let agenda = builder.agenda(progress: monitor.built) else {
      throw ImportFailure(.file(.cancelled))
    }
    return ImportReading(
      format: read, agenda: agenda, problems: log.kept, furtherProblems: log.further,
      sessionsInFile: draft.sessions.count, places: builder.places)
  }
}

extension Agenda {
  /// This agenda, newly imported, with what only an earlier bundle of the same conference has.
  ///
  /// That is what no file of another format can hold: meetings, documents, what leads to them from sessions of the same
  /// id, items, and the notice. What was said in confidence stays so: of the two the stricter attribution holds, also
  /// where a session has another id now.
  public func keeping(_ old: Agenda) -> Agenda {
    var new = self
    if new.meetings.isEmpty { new.meetings = old.meetings }
    if new.documents.isEmpty { new.documents = old.documents }
    if new.conference.notice == nil { new.conference.notice = old.conference.notice }
    if new.conference.about == nil { new.conference.about = old.conference.about }
    if new.conference.organizers.isEmpty { new.conference.organizers = old.conference.organizers }
    let known = Dictionary(old.sessions.map { ($0.id, $0) }) { first, _ in first }
    let people = Set(new.people.map(\.id))
    let rules = old.attributions
    for index in new.sessions.indices {
      let rule = rules.ids[new.sessions[index].id] ?? rules.titles[new.sessions[index].title] ?? .public
      new.sessions[index].attribution = max(new.sessions[index].attribution, rule)
      guard let before = known[new.sessions[index].id] else { continue }
      if new.sessions[index].meetings.isEmpty { new.sessions[index].meetings = before.meetings }
      if new.sessions[index].documents.isEmpty { new.sessions[index].documents = before.documents }
      if new.sessions[index].items.isEmpty {
        new.sessions[index].items = before.items.map { item in
          var item = item
          item.people.removeAll { !people.contains($0.person) }
          return item
        }
      }
    }
    return new
  }

  /// What holds for sessions by their ids, and the strictest by their titles: an id may have changed.
  private var attributions: (ids: [Session.ID: Session.Attribution], titles: [Text: Session.Attribution]) {
    (
      Dictionary(sessions.map { ($0.id, $0.attribution) }, uniquingKeysWith: max),
      Dictionary(sessions.map { ($0.title, $0.attribution) }, uniquingKeysWith: max)
    )
  }
}
