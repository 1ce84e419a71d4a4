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
