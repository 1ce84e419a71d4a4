public import Agenda

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
  /// How to get there, or empty.
  public var way = ""
  /// In the order of the agenda.
  public var sessions: [SessionRow] = []

  public init() {}
}

/// A previous meeting as one row of the list.
public struct MeetingRow: Equatable, Sendable, Identifiable {
  public var id: Meeting.ID = ""
  public var title = ""
  public var kind = Meeting.Kind.workshop
  /// Nil only where the catalogue is damaged.
  public var date: PartialDate?
  public var place = ""

  public init() {}
}

/// A document as one row of the list.
public struct DocumentRow: Equatable, Sendable, Identifiable {
  public var id: Document.ID = ""
  public var title = ""
  public var kind = ""

  public init() {}
}
