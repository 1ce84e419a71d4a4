/// What the staff want a kiosk to say: that something is late, or anything else, for a while.
public struct Notice: Equatable, Sendable {
  /// Words for the visitors; nil says only how late something is.
  public var text: Text?
  /// Minutes that sessions are late, 1 to 720; nil where nothing is.
  public var late: Int?
  /// The room whose sessions are late; nil, without a session as well, means every room.
  public var room: Room.ID?
  /// The only session that is late.
  public var session: Session.ID?
  /// Shown from then on; nil at once.
  public var from: Instant?
  /// Shown until then; nil until the notice is taken away.
  public var until: Instant?

  public init(
    text: Text? = nil, late: Int? = nil, room: Room.ID? = nil, session: Session.ID? = nil, from: Instant? = nil,
    until: Instant? = nil
  ) {
    (self.text, self.late, self.room, self.session) = (text, late, room, session)
    (self.from, self.until) = (from, until)
  }

  /// Whether it holds at an instant.
  public func holds(at instant: Instant) -> Bool {
    if let from, instant < from { return false }
    if let until, instant >= until { return false }
    return true
  }
}
