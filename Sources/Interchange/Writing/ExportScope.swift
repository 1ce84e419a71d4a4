public import Agenda

/// Which sessions are written: all, or those that pass everything that is given here.
public struct ExportScope: Equatable, Sendable {
  /// Only sessions of this day, as the conference counts its days.
  public var day: CalendarDate?
  /// Only sessions in this room.
  public var room: Room.ID?
  /// Only these sessions: the user's plan.
  ///
  /// Identifiers that the agenda does not have count for nothing.
  public var plan: Set<Session.ID>?

  public static let everything = ExportScope()

  public init(day: CalendarDate? = nil, room: Room.ID? = nil, plan: Set<Session.ID>? = nil) {
    (self.day, self.room, self.plan) = (day, room, plan)
  }

  public var isEverything: Bool { self == .everything }

  func contains(_ session: Session, of conference: Conference) -> Bool {
    if let day, conference.day(of: session.start) != day { return false }
    if let room, session.room != room { return false }
    return plan?.contains(session.id) ?? true
  }
}
