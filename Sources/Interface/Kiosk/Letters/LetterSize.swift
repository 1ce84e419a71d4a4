/// How large letters are, from those of the terminal up to the largest; by height first, then by width.
///
/// Narrow ones are half as wide as they are drawn, so that twice as many stand on a line.
enum LetterSize: Int, CaseIterable, Comparable, Sendable {
  /// As the terminal has them.
  case plain
  /// Lines of three rows.
  case fine
  /// Lines of five rows, of which capitals take four.
  case narrow, regular
  case doubleNarrow, double
  case tripleNarrow, triple
  case quadrupleNarrow, quadruple

  static func < (one: LetterSize, other: LetterSize) -> Bool { one.rawValue < other.rawValue }

  /// How many half columns and half rows a dot takes.
  var dot: (across: Int, down: Int) {
    switch self {
    case .plain: (0, 0)
    case .narrow: (1, 1)
    case .fine, .regular: (2, 1)
    case .doubleNarrow: (2, 2)
    case .double: (4, 2)
    case .tripleNarrow: (3, 3)
    case .triple: (6, 3)
    case .quadrupleNarrow: (4, 4)
    case .quadruple: (8, 4)
    }
  }

  /// Rows of a line at the least, in which no letter goes up or down.
  var leastRows: Int { self == .plain ? 1 : dot.down * (isFine ? 2 : 5) / 2 }

  /// Whether its letters have drawings of their own, with fewer dots.
  var isFine: Bool { self == .fine }

  /// The same height in letters of the full width; nil where it has that.
  var wider: LetterSize? {
    switch self {
    case .narrow: .regular
    case .doubleNarrow: .double
    case .tripleNarrow: .triple
    case .quadrupleNarrow: .quadruple
    case .plain, .fine, .regular, .double, .triple, .quadruple: nil
    }
  }

  /// Whether it is made of quarters of cells, which not every terminal shows.
  var needsQuarters: Bool { dot.across % 2 == 1 }

  /// What stands beside it in smaller letters: the seconds of a clock.
  var smaller: LetterSize {
    switch self {
    case .quadruple: .triple
    case .quadrupleNarrow: .tripleNarrow
    case .triple: .double
    case .tripleNarrow: .doubleNarrow
    case .double: .regular
    case .doubleNarrow: .narrow
    case .regular, .narrow, .fine, .plain: .plain
    }
  }
}
