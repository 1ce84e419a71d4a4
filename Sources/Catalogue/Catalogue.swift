public import Agenda

public final class Catalogue {
  public enum Destination: Equatable, Sendable {
    case memory
    case file(path: String)
  }
  public let conference: ConferenceCard
  public let days: [Day]
  /// Called once, when SQLite first says that the catalogue is damaged; the query at hand gives what it has.
  public var onDamage: ((CatalogueError) -> Void)?
  /// What SQLite said when the catalogue turned out to be damaged.
  public private(set) var damage: CatalogueError?

  init() { conference = ConferenceCard(); days = [] }

  public static func compile(
    _ agenda: Agenda, problemCount: Int, languages: [String], into destination: Destination = .memory
  ) throws(CatalogueError) -> Catalogue { Catalogue() }

  public func sessions(onDay day: Int, matching filter: SessionFilter = SessionFilter()) -> [SessionRow] { [] }
  public func session(_ id: Session.ID) -> SessionPage? { nil }
  public func sessionRow(_ id: Session.ID) -> SessionRow? { nil }
  public func meetings() -> [MeetingRow] { [] }
  public func meeting(_ id: Meeting.ID) -> MeetingPage? { nil }
  public func documents() -> [DocumentRow] { [] }
  public func document(_ id: Document.ID) -> DocumentPage? { nil }
  public func current(at instant: Instant) -> [SessionRow] { [] }
  public func next(after instant: Instant) -> SessionRow? { nil }
  public func kinds() -> [FilterChoice] { [] }
  public func people() -> [FilterChoice] { [] }
  public func rooms() -> [FilterChoice] { [] }
  public func tracks() -> [FilterChoice] { [] }
  public func search(_ query: String, limit: Int = 50) -> [SearchHit] { [] }
  public func setNotes(_ notes: [(target: Target, text: String)]) {}
  public func matches(of query: String, in text: String) -> [Range<Int>] { [] }
}
