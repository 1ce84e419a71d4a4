import Agenda

/// A text as its lines, without their breaks.
struct TextLines {
  var lines: [ArraySlice<UInt8>]
  /// Whether the last line ends with a break.
  var isClosed: Bool

  init(_ text: [UInt8]) { self.init(text[...]) }

  init(_ text: ArraySlice<UInt8>) {
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    isClosed = lines.count > 1 && lines.last?.isEmpty == true
    if isClosed || text.isEmpty { lines.removeLast() }
  }
}

/// Gives equal lines of several texts equal numbers, by which they are told apart quickly.
struct LineNumbers {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  mutating func of(_ lines: [ArraySlice<UInt8>]) -> [Int] {
    lines.map { line in
      if let number = numbers[line] { return number }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
  }
}

/// A stretch of an old text's lines and the lines that stand in its place in a new one; either may be empty.
struct LineHunk: Equatable {
  var old: Range<Int>
  var new: Range<Int>

  /// What differs between two texts, in their order; nothing of it touches the next.
  static func all(_ match: SequenceMatch, newCount: Int) -> [LineHunk] {
    var hunks: [LineHunk] = []
    var (oldStart, newStart) = (0, 0)
    func add(_ oldEnd: Int, _ newEnd: Int) {
      if oldStart < oldEnd || newStart < newEnd {
        hunks.append(LineHunk(old: oldStart..<oldEnd, new: newStart..<newEnd))
      }
    }
    for (line, place) in match.places.enumerated() {
      guard let place else { continue }
      add(line, place)
      (oldStart, newStart) = (line + 1, place + 1)
    }
    add(match.places.count, newCount)
    return hunks
  }
}
