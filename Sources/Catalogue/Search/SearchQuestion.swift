public import Agenda

/// What is looked for, where, and at which moment.
public struct SearchQuestion: Equatable, Sendable {
  /// Words as they were typed.
  public var words: String
  /// The names of the twelve months as they are shown, January first: a meeting is found by the month of its date, of
  /// which the catalogue knows the number only.
  public var months: [String] = []
  public var scope = SearchScope()
  /// Sessions that are over by then come after all others; nil treats all alike.
  public var now: Instant?
  public var limit = 50

  public init(_ words: String) { self.words = words }
}

/// Among which sessions something is looked for; parts that are nil do not restrict, and others keep what is of one of
/// their values.
public struct SearchScope: Equatable, Sendable {
  public var days: Set<CalendarDate>?
  public var rooms: Set<Room.ID>?
  public var tracks: Set<Track.ID>?
  public var people: Set<Person.ID>?

  public init() {}

  public var isEmpty: Bool { self == SearchScope() }
}

/// What was found, and what is to be said of it.
public struct SearchAnswer: Equatable, Sendable {
  /// Words that were found in the place of one that was typed, or beside it.
  public struct Replacement: Equatable, Sendable {
    public var typed: String
    public var found: [String]
    /// Whether the word itself was found too, though seldom.
    public var isAdded: Bool
  }

  /// A word that nothing says.
  public struct Unknown: Equatable, Sendable {
    public var typed: String
    /// What is most like it.
    public var nearest: [String]
  }

  public var hits: [SearchHit] = []
  public var replacements: [Replacement] = []
  /// Where nothing was found, the words that nothing says; none where all are said, and nowhere together.
  public var unknown: [Unknown] = []
  /// Words that mark in a text what was found.
  public var marked = ""

  public init() {}
}
