public import Agenda

/// The number of a row in the catalogue: small, dense, valid only for the catalogue that gave it.
public typealias RowID = Int64

/// What holds for the whole conference, in the reader's language.
public struct ConferenceCard: Equatable, Sendable {
  public var id = ""
  public var title = ""
  public var subtitle = ""
  public var organizers: [String] = []
  public var venue = ""
  public var city = ""
  public var country = ""
  public var zone = OffsetTable.utc
  public var start = CalendarDate(dayNumber: 0)
  public var end = CalendarDate(dayNumber: 0)
  /// Minutes after midnight at which a new day begins.
  public var dayChange = 240
  public var status = Conference.Status.final
  public var version = ""
  public var published: CalendarDate?
  public var notice = ""
  /// Markdown.
  public var about = ""
  public var url = ""
  /// How many problems `plenary check` lists in this bundle.
  public var problemCount = 0

  public init() {}

  /// The conference's day at an instant: the night until the day's change belongs to the day before.
  public func date(of instant: Instant) -> CalendarDate {
    let local = zone.local(instant)
    let isNight = local.secondOfDay < dayChange * 60
    return isNight ? CalendarDate(dayNumber: local.date.dayNumber - 1) : local.date
  }
}

/// A day with sessions; days without any are not in the catalogue.
public struct Day: Equatable, Sendable {
  public var date: CalendarDate
  public var sessionCount: Int

  public init(date: CalendarDate, sessionCount: Int) { (self.date, self.sessionCount) = (date, sessionCount) }
}

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

  public init() {}
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

/// A way to another page, with what to call it.
public struct PageLink: Equatable, Sendable {
  public var target: Subject
  public var title: String
  public var detail: PageDetail

  public init(target: Subject, title: String, detail: PageDetail) {
    (self.target, self.title, self.detail) = (target, title, detail)
  }
}

/// An address outside the bundle.
public struct AddressLink: Equatable, Sendable {
  public var title: String
  public var url: String

  public init(title: String, url: String) { (self.title, self.url) = (title, url) }
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
  public var summary = ""
  /// Markdown.
  public var details = ""
  public var people: [Participant] = []
  public var items: [Item] = []
  /// To meetings and documents.
  public var links: [PageLink] = []
  public var addresses: [AddressLink] = []
  public var language = ""

  public init() {}
}

/// Everything about one person.
public struct PersonPage: Equatable, Sendable {
  /// Something that somebody takes part in.
  public struct Appearance: Equatable, Sendable {
    public var row: SessionRow
    /// The part ("Moderator"), or empty.
    public var part: String

    public init(row: SessionRow, part: String) { (self.row, self.part) = (row, part) }
  }

  public var id: Person.ID = ""
  public var name = ""
  /// What the person is ("Director"), or empty.
  public var role = ""
  public var affiliation = ""
  /// Markdown.
  public var bio = ""
  /// In the order of the agenda, those of an item's people among them.
  public var appearances: [Appearance] = []

  public init() {}
}

/// Everything about one room.
public struct RoomPage: Equatable, Sendable {
  public var id: Room.ID = ""
  public var name = ""
  /// In the order of the agenda.
  public var sessions: [SessionRow] = []

  public init() {}
}

/// Everything about one previous meeting.
public struct MeetingPage: Equatable, Sendable {
  public var id: Meeting.ID = ""
  public var title = ""
  public var kind = Meeting.Kind.workshop
  /// Nil only where the catalogue is damaged.
  public var date: PartialDate?
  public var place = ""
  public var participants = ""
  public var focus = ""
  public var outcome = ""
  /// Markdown.
  public var text = ""
  /// To the sessions and documents that belong to it, those that name it among them.
  public var links: [PageLink] = []
  public var addresses: [AddressLink] = []

  public init() {}
}

/// Everything about one document.
public struct DocumentPage: Equatable, Sendable {
  public var id: Document.ID = ""
  public var title = ""
  public var kind = ""
  /// Markdown.
  public var text = ""
  public var links: [PageLink] = []
  public var addresses: [AddressLink] = []

  public init() {}
}

/// A place that a search found.
public struct SearchHit: Equatable, Sendable {
  public enum Source: Equatable, Sendable {
    case page(Subject)
    /// The user's note on a page.
    case note(Subject)
  }

  /// A piece of the context, marked where it is what was searched for.
  public struct Fragment: Equatable, Sendable {
    public var text: String
    public var isMatch: Bool

    public init(text: String, isMatch: Bool) { (self.text, self.isMatch) = (text, isMatch) }
  }

  public var source: Source
  /// The title of the page, with the matches marked.
  public var title: [Fragment]
  public var detail: PageDetail
  /// Some words around the first match in the text; empty where only the title matches.
  public var context: [Fragment]

  public init(source: Source, title: [Fragment], detail: PageDetail, context: [Fragment]) {
    (self.source, self.title, self.detail, self.context) = (source, title, detail, context)
  }
}

/// Which sessions to show; parts that are nil do not restrict.
public struct SessionFilter: Equatable, Sendable {
  public var kind: Session.Kind?
  public var person: Person.ID?
  public var room: Room.ID?
  public var track: Track.ID?

  public init(kind: Session.Kind? = nil, person: Person.ID? = nil, room: Room.ID? = nil, track: Track.ID? = nil) {
    (self.kind, self.person, self.room, self.track) = (kind, person, room, track)
  }

  public var isEmpty: Bool { self == SessionFilter() }
}

/// A track with what it is shown by.
public struct TrackCard: Equatable, Sendable, Identifiable {
  public var id: Track.ID
  public var name: String
  /// `#rrggbb`, or empty.
  public var color: String

  public init(id: Track.ID, name: String, color: String) { (self.id, self.name, self.color) = (id, name, color) }
}

/// A value to filter by, with how many sessions have it.
public struct FilterChoice: Equatable, Sendable {
  public var id: String
  public var name: String
  public var sessionCount: Int

  public init(id: String, name: String, sessionCount: Int) {
    (self.id, self.name, self.sessionCount) = (id, name, sessionCount)
  }
}
