/// Names that words were typed for, as places in a list of them.
public struct FoundNames: Equatable, Sendable {
  public var places: [Int] = []
  /// Where none has these words: those that are most like them.
  public var nearest: [Int] = []

  public init() {}
}

enum NamePhrase {
  /// Whether words follow one another in a name; the last may go on where it is open.
  static func isIn(_ name: [[UInt8]], _ phrase: [[UInt8]], isOpen: Bool) -> Bool {
    guard let last = phrase.last, name.count >= phrase.count else { return false }
    return (0...name.count - phrase.count).contains { start in
      for offset in 0..<phrase.count - 1 where name[start + offset] != phrase[offset] { return false }
      let end = name[start + phrase.count - 1]
      return isOpen ? end.starts(with: last) : end == last
    }
  }
}
