public import Agenda

/// The number of a row in the catalogue: small, dense, valid only for the catalogue that gave it.
public typealias RowID = Int64

/// A session as one row of the agenda.
public struct SessionRow: Equatable, Sendable, Identifiable {
  public var row: RowID = 0
  public var id: Session.ID = ""
  /// Index into `Catalogue.days`.
  public var day = 0
  public var title = ""
  public var kind = Session.Kind.session
  public var start = Instant(seconds: 0)
  public var end: Instant?
  /// When it is over: its end, else what is likely, as `Catalogue.current` has it.
  public var until = Instant(seconds: 0)
  /// Minutes that it is later than planned, which start and end have in them already.
  public var late = 0
  /// The room's name, or empty.
  public var room = ""
  /// The place outside the rooms, or empty.
  public var place = ""
  public var track = ""
  /// The places of room and track in the order of the file; -1 stands for none.
  public var roomNumber = -1
  public var trackNumber = -1
  public var isOptional = false
  public var attribution = Session.Attribution.public
  public var status = Session.Status.confirmed
  /// An earlier version of the agenda had it, and this one has not.
  public var isRemoved = false

  public init() {}

  /// When it was to begin, and to end.
  public var plannedStart: Instant { start.advanced(by: -60 * Int64(late)) }
  public var plannedEnd: Instant? { end?.advanced(by: -60 * Int64(late)) }
}

/// Everything about one session.
public struct SessionPage: Equatable, Sendable {
  public struct Item: Equatable, Sendable {
    public var title = ""
    public var people: [Participant] = []
    public var links: [PageLink] = []

    public init() {}
  }

  public var row = SessionRow()
  /// Empty for a session without a room.
  public var roomID = ""
  /// How to get to its room, or empty.
  public var way = ""
  public var summary = ""
  /// Markdown.
  public var details = ""
  public var people: [Participant] = []
  public var items: [Item] = []
  /// To meetings and documents.
  public var links: [PageLink] = []
  public var addresses: [AddressLink] = []
  public var language = ""
  /// `true`, `false`, or empty where nobody says.
  public var isRecorded = ""
  /// What the conference calls this sort of session, or empty.
  public var type = ""

  public init() {}
}

extension SessionPage {
  /// A text of the page beside its row: what it is called in the catalogue, what goes in (of a text what the reader is
  /// given of it), and where it comes out.
  struct Column: Sendable {
    let name: String
    let place: any WritableKeyPath<SessionPage, String> & Sendable
    let value: @Sendable (Session, _ string: (Text?) -> String) -> String
  }

  static let columns = [
    Column(name: "summary", place: \.summary) { $1($0.summary) },
    Column(name: "details", place: \.details) { $1($0.details) },
    Column(name: "language", place: \.language) { session, _ in session.language ?? "" },
    Column(name: "type", place: \.type) { $1($0.type) },
    Column(name: "recorded", place: \.isRecorded) { session, _ in session.isRecorded?.description ?? "" },
  ]
}

/// Somebody in a session.
public struct Participant: Equatable, Sendable {
  public var id: Person.ID = ""
  public var name = ""
  /// The part in this session ("Moderator"), or empty.
  public var part = ""
  /// What the person is ("Director"), or empty.
  public var role = ""
  public var affiliation = ""

  public init() {}
}

/// A way to another page, with what to call it.
public struct PageLink: Equatable, Sendable {
  public var target: Subject
  public var title: String
  public var detail: PageDetail

  public init(target: Subject, title: String, detail: PageDetail) {
    (self.target, self.title, self.detail) = (target, title, detail)
  }
}

/// What is said of a page beside its title, as data: the words are those of whoever shows it.
public enum PageDetail: Equatable, Sendable {
  /// The conference's day, and the time at the venue.
  case session(day: CalendarDate, start: LocalTime)
  /// The place is a text of the bundle, or empty.
  case meeting(PartialDate?, place: String)
  case conference(first: CalendarDate, last: CalendarDate)
  /// A text of the bundle: a document's kind, what somebody is; or empty.
  case text(String)
}

/// An address outside the bundle.
public struct AddressLink: Equatable, Sendable {
  public var title: String
  public var url: String

  public init(title: String, url: String) { (self.title, self.url) = (title, url) }
}
