public import Agenda

/// What the attendee has starred, and what was changed in it since it was read.
public struct Plan: Equatable, Sendable {
  public struct Star: Equatable, Sendable {
    public var id: Session.ID
    /// As it was when it was last seen, so that a session that is gone still has a name.
    public var title: String
    /// To the second.
    public var starredAt: Instant
    /// As they were when it was last seen, so that the session is found again; nil where that is not known.
    var start: Instant?
    var people: [String]?
    /// Another session had two of these too.
    var hasTwin = false

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
    if !starred.contains(id) { put(Star(id: id, title: title, starredAt: instant)) }
  }

  public mutating func unstar(_ id: Session.ID) {
    guard starred.remove(id) != nil else { return }
    stars.removeAll { $0.id == id }
    changes[id] = .unstarred
  }

  /// Puts a star in the place of the same session's, else at the end.
  private mutating func put(_ star: Star) {
    if starred.insert(star.id).inserted {
      stars.append(star)
    } else if let index = stars.firstIndex(where: { $0.id == star.id }) {
      stars[index] = star
    }
    changes[star.id] = .starred(star)
  }

  /// A plan that was read anew, with what is not saved yet done to it again.
  func redone(on other: Plan) -> Plan {
    var result = other
    for case (let id, .unstarred) in changes { result.unstar(id) }
    // Once more in the order in which they were starred.
    for star in stars where changes[star.id] != nil { result.put(star) }
    return result
  }
}

extension Plan {
  /// Lets the stars follow their sessions into an agenda, and remembers what these are known by now.
  ///
  /// A session under another identifier takes its star along. One whose identifier was given to another session, and which
  /// is gone or not found for certain, keeps its star under an identifier that no agenda has: no star ever lights another
  /// session. What is only gone keeps its star as it is.
  public mutating func follow(in source: some SubjectSource) {
    let known = Dictionary(stars.map { ($0.id, $0) }) { first, _ in first }
    let following = Plan(stars: stars.map { $0.followed(in: source) })
    for id in starred.subtracting(following.starred) { changes[id] = .unstarred }
    for star in following.stars where known[star.id] != star { changes[star.id] = .starred(star) }
    (stars, starred) = (following.stars, following.starred)
  }

  /// Puts the star of a session on another one, which the user says it has become.
  public mutating func carry(_ id: Session.ID, to subject: NoteSubject) {
    guard let star = stars.first(where: { $0.id == id }) else { return }
    unstar(id)
    put(Star(of: subject, starredAt: star.starredAt))
  }

  /// What is starred and not in an agenda, in the order in which it was starred.
  public func gone(from isThere: (Session.ID) -> Bool) -> [Star] { stars.filter { !isThere($0.id) } }

  /// What the sessions were known by when they were last seen, of those of which that is known.
  public var subjects: [Subject: NoteSubject] {
    let known = stars.filter { $0.people != nil }.map { (Subject.session($0.id), $0.subject) }
    return Dictionary(known) { first, _ in first }
  }

  /// Whether there is a star of whose session no more is known than its title.
  public var hasUnknown: Bool { stars.contains { $0.people == nil } }
}

extension Plan.Star {
  /// With a session as it is now.
  fileprivate init(of subject: NoteSubject, starredAt: Instant) {
    self.init(id: subject.target.id, title: subject.title, starredAt: starredAt)
    (start, people, hasTwin) = (subject.start, subject.people.map(\.name), subject.hasTwin)
  }

  private var identity: SessionIdentity {
    SessionIdentity(id: id, title: title, start: start, people: people, hasTwin: hasTwin)
  }

  /// As a note's subject, as far as it is known.
  fileprivate var subject: NoteSubject {
    var subject = NoteSubject(target: .session(id), title: title)
    subject.people = (people ?? []).map { NoteSubject.Participant(name: $0) }
    (subject.start, subject.hasTwin) = (start, hasTwin)
    return subject
  }

  fileprivate func followed(in source: some SubjectSource) -> Plan.Star {
    let there = source[.session(id)]
    if let there, identity.isSame(as: there.identity) { return Plan.Star(of: there, starredAt: starredAt) }
    let candidates = source.titled(like: subject)
    if let place = identity.successor(among: candidates.map(\.identity)) {
      // It is asked for once more, since only so does it say whether it has a twin.
      let target = candidates[place].target
      return Plan.Star(of: source[target] ?? candidates[place], starredAt: starredAt)
    }
    var star = self
    if there != nil { star.id = subject.aside.target.id }
    return star
  }
}
