public import Agenda

/// Which sessions to show; parts that are nil do not restrict.
public struct SessionFilter: Equatable, Sendable {
  public var kind: Session.Kind?
  public var person: Person.ID?
  public var room: Room.ID?
  public var track: Track.ID?
  /// As the session has it, a language tag.
  public var language: String?
  /// What the conference calls it, in the reader's language.
  public var type: String?
  /// What a room's name says (`Room.building`).
  public var building: String?
  public var isRecorded: Bool?
  /// Seconds since 1970 at which it has begun.
  public var startsBy: Int64?
  /// Seconds since 1970 after which it begins.
  public var startsAfter: Int64?
  /// Seconds since 1970 after which it ends, or begins where it has no length.
  public var endsAfter: Int64?

  public init(kind: Session.Kind? = nil, person: Person.ID? = nil, room: Room.ID? = nil, track: Track.ID? = nil) {
    (self.kind, self.person, self.room, self.track) = (kind, person, room, track)
  }

  public var isEmpty: Bool { self == SessionFilter() }

  /// Whether what is so long passes the parts that are about time.
  func isAt(start: Int64, end: Int64) -> Bool {
    if let startsBy, start > startsBy { return false }
    if let startsAfter, start <= startsAfter { return false }
    if let endsAfter, end <= endsAfter, start < endsAfter { return false }
    return true
  }
}

/// What the agenda can be narrowed by.
public enum Facet: CaseIterable, Sendable, Coded {
  case kind, person, room, track, language, type, building, recording
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
