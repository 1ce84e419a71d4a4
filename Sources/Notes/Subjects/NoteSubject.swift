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
  /// What this has become in an agenda where its identifier is gone: the one that has its title and its people.
  ///
  /// Capitals and blanks do not matter in a title. People match where they are the same, where some are, and where one of
  /// the two names nobody. Of several that match, and of those that had a twin before, only one at the same time counts.
  /// - Parameter candidates: those of the agenda with its title, at least.
  public func successor(among candidates: [NoteSubject]) -> NoteSubject? {
    let alike = candidates.filter { hasTitle(of: $0) && mayHavePeople(of: $0) }
    if alike.count == 1, !hasTwin { return alike.first }
    let exact = alike.filter { $0.names == names }
    if exact.count == 1, !hasTwin { return exact.first }
    let sameTime = (exact.isEmpty ? alike : exact).filter { $0.start == start && start != nil }
    return sameTime.count == 1 ? sameTime.first : nil
  }

  public func hasTitle(of other: NoteSubject) -> Bool {
    target.kind == other.target.kind && NoteSubject.folded(title) == NoteSubject.folded(other.title)
  }

  /// The same for those that cannot be told apart by title and people.
  public var matchKey: String {
    ([target.kind.rawValue, NoteSubject.folded(title)] + names.sorted()).joined(separator: "\u{0}")
  }

  private var names: Set<String> { Set(people.map { NoteSubject.folded($0.name) }) }

  private func mayHavePeople(of other: NoteSubject) -> Bool {
    names.isEmpty || other.names.isEmpty || !names.isDisjoint(with: other.names)
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }
}
