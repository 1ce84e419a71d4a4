extension Accent {
  /// The single row of dots over a letter of fine drawings: what leans is told by the side that it is at.
  private var fineDots: [UInt32] {
    switch self {
    case .acute: [0, 0, 1]
    case .grave: [1, 0, 0]
    case .circumflex, .ring, .dot, .hook: [0, 1, 0]
    case .diaeresis, .caron: [1, 0, 1]
    case .tilde, .doubleGrave: [1, 1, 0]
    case .doubleAcute: [0, 1, 1]
    case .macron, .breve, .invertedBreve, .lineBelow: [1, 1, 1]
    case .horn: []
    case .cedilla, .commaBelow, .dotBelow, .ogonek: [1]
    }
  }

  /// A letter of fine drawings with the accent over it, under it, or beside it; a row of dots of it gives way.
  ///
  /// - Parameter isSecond: whether there is one over it already, which keeps its place.
  func placedFinely(on letter: [UInt32], isSmall: Bool, isSecond: Bool) -> [UInt32] {
    if self == .horn { return letter + [isSmall ? 0b10 : 0b1] }
    if isSecond, !isBelow { return letter + [0] + fineDots }
    let dots = fineDots
    let missing = max(0, dots.count - letter.count)
    var columns =
      Array(repeating: UInt32(0), count: missing / 2) + letter + Array(repeating: 0, count: missing - missing / 2)
    let start = self == .ogonek ? columns.count - dots.count : (columns.count - dots.count) / 2
    if !isBelow {
      let rows = letter.reduce(0, |)
      let isTall = rows & 0b11 == 0b11
      // Over what goes up, as a caron of d and t, it is a stroke beside it.
      if isSmall, isTall, self == .caron { return letter + [0, 0b11] }
      if isSmall, !isTall {
        // The dot of an i gives way, of other letters the third row.
        columns = columns.map { rows & 1 == 1 ? $0 & ~0b11 : $0 & ~0b1111 | ($0 & 0b110) << 1 }
      } else {
        let isCovered = dots.indices.allSatisfy { dots[$0] == 0 || columns[start + $0] & 1 == 1 }
        // Over a stroke a blank row keeps it apart, for which another row gives way.
        columns = columns.map {
          isCovered ? $0 & ~0b1111 | ($0 & 1) << 2 | ($0 & 0b100) << 1 : $0 & ~0b1111 | ($0 & 0b111) << 1
        }
      }
    }
    for (index, bits) in dots.enumerated() { columns[start + index] |= isBelow ? bits << 5 : bits }
    return columns
  }
}
