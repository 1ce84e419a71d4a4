public import Agenda

/// What the attendee has starred, and what was changed in it since it was read.
public struct Plan: Equatable, Sendable {
  public struct Star: Equatable, Sendable {
    public var id: Session.ID
    /// As it was when starred, so that a session that is gone still has a name.
    public var title: String
    /// To the second.
    public var starredAt: Instant

    public init(id: Session.ID, title: String, starredAt: Instant) {
      (self.id, self.title, self.starredAt) = (id, title, starredAt)
    }
  }

  /// What was done to a session since the plan was read; the last deed counts.
  enum Change: Equatable, Sendable {
    case starred(Star)
    case unstarred
  }

  /// In the order they were starred.
  public private(set) var stars: [Star]
  public private(set) var starred: Set<Session.ID>
  private(set) var changes: [Session.ID: Change] = [:]

  public init() { self.init(stars: []) }

  init(stars: [Star]) {
    var starred: Set<Session.ID> = []
    self.stars = stars.filter { starred.insert($0.id).inserted }
    self.starred = starred
  }

  /// Something was changed that is not saved.
  public var hasChanges: Bool { !changes.isEmpty }

  /// A session that is starred already stays as it is.
  public mutating func star(_ id: Session.ID, title: String, at instant: Instant) {
    guard starred.insert(id).inserted else { return }
    let star = Star(id: id, title: title, starredAt: instant)
    stars.append(star)
    changes[id] = .starred(star)
  }

  public mutating func unstar(_ id: Session.ID) {
    guard starred.remove(id) != nil else { return }
    stars.removeAll { $0.id == id }
    changes[id] = .unstarred
  }

  /// A plan that was read anew, with what is not saved yet done to it again.
  func redone(on other: Plan) -> Plan {
    var result = other
    for case (let id, .unstarred) in changes { result.unstar(id) }
    // Once more in the order in which they were starred.
    for star in stars where changes[star.id] != nil { result.star(star.id, title: star.title, at: star.starredAt) }
    return result
  }
}
