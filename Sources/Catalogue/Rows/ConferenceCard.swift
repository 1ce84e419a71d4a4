public import Agenda

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
  public var dayChange = DayChange.usual
  public var status = Conference.Status.final
  public var version = ""
  public var published: CalendarDate?
  public var notice = ""
  /// Markdown.
  public var about = ""
  public var url = ""
  /// Whether any session is optional, tentative or cancelled.
  public var hasStates = false
  /// How many problems `plenary check` lists in this bundle.
  public var problemCount = 0

  public init() {}

  /// The conference's day at an instant: the night until the day's change belongs to the day before.
  public func date(of instant: Instant) -> CalendarDate { dayChange.day(of: instant, in: zone) }
}

/// A day with sessions; days without any are not in the catalogue.
public struct Day: Equatable, Sendable {
  public var date: CalendarDate
  public var sessionCount: Int

  public init(date: CalendarDate, sessionCount: Int) { (self.date, self.sessionCount) = (date, sessionCount) }
}

/// A room as lists name it.
public struct RoomCard: Equatable, Sendable, Identifiable {
  public var id: Room.ID
  public var name: String

  public init(id: Room.ID, name: String) { (self.id, self.name) = (id, name) }
}

/// A track with what it is shown by.
public struct TrackCard: Equatable, Sendable, Identifiable {
  public var id: Track.ID
  public var name: String
  /// `#rrggbb`, or empty.
  public var color: String

  public init(id: Track.ID, name: String, color: String) { (self.id, self.name, self.color) = (id, name, color) }
}
