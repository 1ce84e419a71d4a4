/// One entry of the programme: a talk, a meal, a break, a point in time.
public struct Session: Equatable, Sendable, Identifiable {
  public enum Kind: String, CaseIterable, Sendable {
    case session, meal, `break`, reception, ceremony, milestone
  }

  /// Who may say afterwards what was said and by whom.
  public enum Attribution: String, CaseIterable, Sendable {
    case `public`
    case chathamHouse = "chatham-house"
    case offTheRecord = "off-the-record"
  }

  public enum Status: String, CaseIterable, Sendable {
    case confirmed, tentative, cancelled
  }

  /// A point inside a session.
  public struct Item: Equatable, Sendable {
    public var title: Text
    public var people: [Participation]
    /// Identifiers of meetings that this point leads to.
    public var meetings: [Meeting.ID]
    /// Identifiers of documents that this point leads to.
    public var documents: [Document.ID]

    public init(title: Text, people: [Participation] = [], meetings: [Meeting.ID] = [], documents: [Document.ID] = []) {
      (self.title, self.people, self.meetings, self.documents) = (title, people, meetings, documents)
    }
  }

  /// Somebody's part in a session.
  public struct Participation: Equatable, Sendable {
    public var person: Person.ID
    public var role: Text?

    public init(person: Person.ID, role: Text? = nil) { (self.person, self.role) = (person, role) }
  }

  public let id: String
  public var title: Text
  public var kind: Kind = .session
  public var start: Instant
  /// Nil where no end is known (a dinner) and for a milestone; never before `start`.
  public var end: Instant?
  /// Minutes that it is later than planned, which start and end have in them already.
  public var late = 0
  public var room: Room.ID?
  /// Where it is when that is no room of the venue, or not known yet ("to be announced").
  public var place: Text?
  public var track: Track.ID?
  public var people: [Participation] = []
  public var items: [Item] = []
  /// One plain paragraph.
  public var summary: Text?
  /// Markdown.
  public var details: Text?
  public var isOptional = false
  public var attribution: Attribution = .public
  public var status: Status = .confirmed
  /// A language tag (BCP 47).
  public var language: String?
  /// What the conference itself calls this sort of session: "talk", "DJ set"; `kind` is what it is for Plenary.
  public var type: Text?
  /// Whether it is recorded or streamed; nil where nobody says.
  public var isRecorded: Bool?
  public var meetings: [Meeting.ID] = []
  public var documents: [Document.ID] = []
  public var links: [WebLink] = []
  public var attachments: [WebLink] = []
  /// The identifier that the c3voc schedule formats call guid.
  public var guid: String?

  /// When it was to begin.
  public var plannedStart: Instant { start.advanced(by: Int64(-60 * late)) }

  public init(id: String, title: Text, start: Instant) { (self.id, self.title, self.start) = (id, title, start) }
}

/// By strictness: what may least be told is the greatest.
extension Session.Attribution: Comparable {
  public static func < (one: Session.Attribution, other: Session.Attribution) -> Bool {
    one.strictness < other.strictness
  }

  private var strictness: Int {
    switch self {
    case .public: 0
    case .chathamHouse: 1
    case .offTheRecord: 2
    }
  }
}
