public import Agenda

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

/// What the agenda can be narrowed by.
public enum Facet: CaseIterable, Sendable, Coded {
  case kind, person, room, track
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
