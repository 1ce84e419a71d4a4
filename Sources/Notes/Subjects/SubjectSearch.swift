public import Agenda

/// Finds what somebody means by a word or two.
public enum SubjectSearch: Equatable, Sendable {
  case found(NoteSubject)
  /// Several, all as good.
  case ambiguous([NoteSubject])
  case nothing

  /// By its identifier, else by its whole title, else by the title's beginning, else by words that all begin words of it.
  ///
  /// An identifier can be `session:ID`, `meeting:ID` or `document:ID` too; of equal ones a session's comes first, as it
  /// does in `subjects`. Capitals do not matter.
  public init(_ words: String, among subjects: [NoteSubject]) {
    if let exact = subjects.first(where: { $0.target.id == words || $0.target.name == words }) {
      self = .found(exact)
      return
    }
    let wanted = SubjectSearch.words(of: words)
    guard !wanted.isEmpty else {
      self = .nothing
      return
    }
    let titles = subjects.map { SubjectSearch.words(of: $0.title) }
    let rules: [([String]) -> Bool] = [
      { $0 == wanted }, { $0.joined(separator: " ").hasPrefix(wanted.joined(separator: " ")) },
      { title in wanted.allSatisfy { word in title.contains { $0.hasPrefix(word) } } },
    ]
    for rule in rules {
      let found = subjects.indices.filter { rule(titles[$0]) }
      if found.count == 1 {
        self = .found(subjects[found[0]])
        return
      }
      if found.count > 1 {
        self = .ambiguous(found.map { subjects[$0] })
        return
      }
    }
    self = .nothing
  }

  /// In small letters; what is no letter and no number parts words.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension Subject {
  /// `session:ID`, as it can be typed.
  public var name: String { "\(kind.rawValue):\(id)" }
}
