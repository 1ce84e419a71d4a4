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

/// Why nothing of a file could be read.
public struct ImportFailure: Error, Equatable, Sendable {
  public var fact: Problem.Fact
  /// Counted from 1; nil for the file as a whole.
  public var line: Int?

  public init(_ fact: Problem.Fact, line: Int? = nil) { (self.fact, self.line) = (fact, line) }

  /// Why its bytes could not be had.
  public init(_ failure: Problem.FileFailure) { self.init(.file(.notRead("", failure))) }

  /// - Parameter file: what the file is called.
  public func problem(file: String) -> Problem {
    var fact = fact
    if case .file(.notRead(_, let failure)) = fact { fact = .file(.notRead(file, failure)) }
    return Problem(place: Problem.Place(file: file, line: line), fact: fact)
  }
}

/// Reads the files that other programs make.
public enum Import {
  /// How much is read before it is too much.
  public struct Limits: Equatable, Sendable {
    /// Bytes of a file.
    public var file = 128 << 20
    /// Values of JSON, each of which takes 24 bytes.
    public var values = 4_000_000
    /// Levels of elements, lists or objects inside each other.
    public var depth = 64
    /// Bytes of one text; a longer one is no text of a schedule, and the file is refused.
    public var text = 8 << 20
    /// Bytes that are kept of one text.
    public var keptText = 1 << 20
    /// Sessions, series spread out.
    public var sessions = 60_000
    /// Parts of a file that are no sessions: people, tracks, rooms, elements of an XML that are held at once.
    public var parts = 400_000
    /// Lines of an iCalendar file.
    public var lines = 1_000_000

    public static let standard = Limits()

    public init() {}
  }

  /// Reads a schedule whose bytes are these.
  ///
  /// - Parameters:
  ///   - name: what the conference is called where the file does not say it.
  ///   - today: the day of a conference whose file has no date at all.
  ///   - progress: gets how much is done, from 0 to 1, and gives false to stop.
  package static func read(
    _ source: FileBytes, name: String, today: CalendarDate, limits: Limits = .standard,
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

  /// Reads a schedule whose bytes are these.
  public static func read(
    _ bytes: [UInt8], name: String, today: CalendarDate
  ) throws(ImportFailure) -> ImportReading {
    try read(FileBytes(bytes), name: name, today: today)
  }
}

/// How far an import has come.
final class ImportMonitor {
  private let total: Int
  private let progress: (Double) -> Bool

  init(total: Int, progress: @escaping (Double) -> Bool) { (self.total, self.progress) = (max(total, 1), progress) }

  /// So many bytes have been read, which is about half of the work; false to stop.
  func read(_ bytes: Int) -> Bool { read(share: min(1, Double(bytes) / Double(total))) }

  /// The same as a share, from 0 to 1.
  func read(share: Double) -> Bool { progress(share * 0.5) }

  /// The file is read, and of its parts some are made into sessions; false to stop.
  func built(_ share: Double) -> Bool { progress(0.5 + share * 0.5) }
}

extension Agenda {
  /// This agenda, newly imported, with what an earlier bundle of the same conference has and no file of another format
  /// can hold: meetings, documents, what leads to them from sessions of the same id, items, and the notice.
  public func keeping(_ old: Agenda) -> Agenda {
    var new = self
    if new.meetings.isEmpty { new.meetings = old.meetings }
    if new.documents.isEmpty { new.documents = old.documents }
    if new.conference.notice == nil { new.conference.notice = old.conference.notice }
    if new.conference.about == nil { new.conference.about = old.conference.about }
    if new.conference.organizers.isEmpty { new.conference.organizers = old.conference.organizers }
    let known = Dictionary(old.sessions.map { ($0.id, $0) }) { first, _ in first }
    let people = Set(new.people.map(\.id))
    for index in new.sessions.indices {
      guard let before = known[new.sessions[index].id] else { continue }
      if new.sessions[index].meetings.isEmpty { new.sessions[index].meetings = before.meetings }
      if new.sessions[index].documents.isEmpty { new.sessions[index].documents = before.documents }
      if new.sessions[index].attribution == .public { new.sessions[index].attribution = before.attribution }
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
}
