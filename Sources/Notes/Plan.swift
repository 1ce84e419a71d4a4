public import Agenda

/// What the attendee has starred.
public struct Plan: Equatable, Sendable {
  public struct Star: Equatable, Sendable {
    public var id: Session.ID
    /// As it was when starred, so that a session that is gone still has a name.
    public var title: String
    public var starredAt: Instant

    public init(id: Session.ID, title: String, starredAt: Instant) {
      (self.id, self.title, self.starredAt) = (id, title, starredAt)
    }
  }

  /// In the order they were starred.
  public private(set) var stars: [Star] = []
  public var starred: Set<Session.ID> { Set(stars.map(\.id)) }

  public init() {}

  public func isStarred(_ id: Session.ID) -> Bool { false }
  public mutating func star(_ id: Session.ID, title: String, at instant: Instant) {}
  public mutating func unstar(_ id: Session.ID) {}
}
