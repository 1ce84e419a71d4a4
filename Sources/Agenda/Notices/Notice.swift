/// What the staff want a kiosk to say: that something is late, that a room is full, or anything else, for a while.
public struct Notice: Equatable, Sendable {
  /// How much it matters.
  public enum Level: String, CaseIterable, Sendable {
    case info
    case change
    /// It takes the whole screen until it is over or taken away.
    case emergency
  }

  /// What is to be known of rooms before one walks there.
  public enum RoomState: String, CaseIterable, Sendable {
    case full, closed
  }

  /// Words for the visitors; nil says only how late something is, or what state rooms are in.
  public var text: Text?
  public var level = Level.info
  /// Minutes that sessions are late, 1 to 720; nil where nothing is.
  public var late: Int?
  /// The rooms that it is about; without any, and without a session, it is about all of the conference.
  public var rooms: [Room.ID] = []
  /// The state of these rooms; nil where nothing is said of it.
  public var state: RoomState?
  /// The only session that is late.
  public var session: Session.ID?
  /// Shown from then on; nil at once.
  public var from: Instant?
  /// Shown until then; nil until the notice is taken away.
  public var until: Instant?

  public init(
    text: Text? = nil, level: Level = .info, late: Int? = nil, rooms: [Room.ID] = [], state: RoomState? = nil,
    session: Session.ID? = nil, from: Instant? = nil, until: Instant? = nil
  ) {
    (self.text, self.level, self.late, self.rooms, self.state) = (text, level, late, rooms, state)
    (self.session, self.from, self.until) = (session, from, until)
  }

  /// Whether it holds at an instant.
  public func holds(at instant: Instant) -> Bool {
    if let from, instant < from { return false }
    if let until, instant >= until { return false }
    return true
  }
}
