public import Agenda

/// What a note is about, as a report says it: texts in the reader's language.
public struct NoteSubject: Equatable, Sendable {
  public struct Participant: Equatable, Sendable {
    public var name: String
    /// The part in this session ("Moderator"), or empty.
    public var part: String

    public init(name: String, part: String = "") { (self.name, self.part) = (name, part) }
  }

  public var target: Subject
  public var title: String
  /// Of a session.
  public var start: Instant?
  public var end: Instant?
  public var kind = Session.Kind.session
  public var status = Session.Status.confirmed
  /// The room or the place; of a meeting its date and place; of a document what it is.
  public var place = ""
  public var people: [Participant] = []
  public var attribution = Session.Attribution.public
  /// Another one in the agenda has the same title and people.
  public var hasTwin = false

  public init(target: Subject, title: String) { (self.target, self.title) = (target, title) }
}

extension NoteSubject {
  /// What it is known by from one version of an agenda to the next.
  public var identity: SessionIdentity {
    SessionIdentity(id: target.id, title: title, start: start, people: people.map(\.name), hasTwin: hasTwin)
  }

  /// Whether what an agenda has under its identifier is still the same, and not another talk that was given it.
  public func isSame(as other: NoteSubject) -> Bool {
    guard target == other.target else { return false }
    // Of a meeting and of a document nothing else is known that could speak against it.
    guard case .session = target else { return true }
    return identity.isSame(as: other.identity)
  }

  /// What this has become in an agenda where its identifier is gone or another's; nil where that is nothing, or not
  /// certain.
  ///
  /// - Parameter candidates: those of the agenda with its title or its start, at least.
  public func successor(among candidates: [NoteSubject]) -> NoteSubject? {
    let candidates = candidates.filter { $0.target.kind == target.kind }
    return identity.successor(among: candidates.map(\.identity)).map { candidates[$0] }
  }

  /// Whether one may have become the other, as far as titles and starts tell.
  public func isLike(_ other: NoteSubject) -> Bool {
    target.kind == other.target.kind
      && (identity.title == other.identity.title || (start != nil && start == other.start))
  }

  /// The same under an identifier that no agenda has, for where its own was given to another talk.
  public var aside: NoteSubject {
    var subject = self
    subject.target = Subject(target.kind, id: Identifier.replacing("\(target.id) \(title)"))
    return subject
  }
}
