import Messages

/// What a check looks for besides.
public enum CheckFact: ProblemArea {
  case overlap(room: String, with: String)
  case sameAgain(first: Int?)
  case spelling(name: String, other: String)

  enum Name: String, CaseIterable {
    case overlap, sameAgain, spelling
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .overlap: (.overlap, .warning, .odd)
    case .sameAgain: (.sameAgain, .warning, .odd)
    case .spelling: (.spelling, .note, .odd)
    }
  }

  var message: Message {
    switch self {
    case .overlap(let room, let other): Message("found at the same time in %s as \"%s\"", room, other)
    case .sameAgain(nil): Message("found the same session again")
    case .sameAgain(let first?): Message("found the same session again (first in line %d)", first)
    case .spelling(let name, let other):
      Message("found \"%s\" and \"%s\": one person spelt in two ways?", name, other)
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .overlap: Message("an overlap in a room", "%d overlaps in a room", count: count)
    case .sameAgain: Message("a session that is there again", "%d sessions that are there again", count: count)
    case .spelling: Message("a name spelt in two ways", "%d names spelt in two ways", count: count)
    }
  }
}
