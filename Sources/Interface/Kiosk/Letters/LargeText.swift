import Cells

/// Lines of large letters, ready to be drawn.
struct LargeText: Equatable, Sendable {
  /// The dots of each line, column by column.
  let lines: [[UInt32]]
  /// Dots of a line from the highest to the lowest, and those that keep it from the next.
  private let dotRows: Int
  private let leading: Int
  let size: LetterSize
  /// Dots that are left out above the first line and below the last.
  private var top = 0
  private var bottom = 0

  /// Sets a text in lines of words; nil in plain letters, and where a character has no drawing or a word is wider than a
  /// line.
  ///
  /// - Parameter font: nil takes that of the size.
  init?(_ text: String, font: PixelFont? = nil, size: LetterSize, width: Int) {
    guard size != .plain else { return nil }
    let font = font ?? (size.isFine ? .fine : .letters)
    let room = width * 2 / size.dot.across
    var lines: [[UInt32]] = []
    var line: [UInt32] = []
    for word in text.split(separator: " ") {
      guard let columns = font.columns(of: String(word)), columns.count <= room else { return nil }
      if line.isEmpty {
        line = columns
      } else if line.count + font.space + 2 + columns.count <= room {
        line += Array(repeating: 0, count: font.space + 1) + columns
      } else {
        lines.append(line)
        line = columns
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard !lines.isEmpty else { return nil }
    (self.lines, dotRows, leading, self.size) = (lines, font.height, font.leading, size)
  }

  /// Sets a text in a font from a file, in lines that are broken as everywhere else.
  ///
  /// What is written from the right begins there. Nil where a character has no drawing or a line is too wide, and in sizes
  /// that have drawings of their own.
  init?(_ text: String, font: FontFile, size: LetterSize, width: Int) {
    guard size != .plain, !size.isFine else { return nil }
    let cells = width * 2 / size.dot.across / font.cell
    guard cells >= 2 else { return nil }
    var lines: [[UInt32]] = []
    for line in wrap(text, width: cells) {
      guard let columns = font.columns(of: line), columns.count <= cells * font.cell else { return nil }
      let isFromRight = TextDirection(of: line) == .rightToLeft
      lines.append(isFromRight ? Array(repeating: 0, count: cells * font.cell - columns.count) + columns : columns)
    }
    guard !lines.isEmpty else { return nil }
    (self.lines, dotRows, leading, self.size) = (lines, font.height, 0, size)
  }

  /// Columns of the widest line.
  var width: Int { columns(lines.map(\.count).max() ?? 0) }
  var height: Int { ((lines.count * (dotRows + leading) - leading - top - bottom) * size.dot.down + 1) / 2 }

  /// Without what is blank above the first line, where accents stand, and below the last.
  var cropped: LargeText {
    var text = self
    let (first, last) = (lines.first?.reduce(0, |) ?? 0, lines.last?.reduce(0, |) ?? 0)
    text.top = min(dotRows - 1, first.trailingZeroBitCount)
    text.bottom = min(dotRows - 1, max(0, dotRows - (UInt32.bitWidth - last.leadingZeroBitCount)))
    if lines.count == 1, text.top + text.bottom >= dotRows { (text.top, text.bottom) = (0, 0) }
    return text
  }

  private func columns(_ dots: Int) -> Int { (dots * size.dot.across + 1) / 2 }

  /// The letters as text, row by row, none of them longer than its lines are.
  var rows: [String] { (0..<height).map(text(ofRow:)) }

  func draw(x: Int, y: Int, style: Style, in clip: Rect, into buffer: inout CellBuffer) {
    for (index, row) in rows.enumerated() { buffer.put(row, at: Point(x: x, y: y + index), style: style, in: clip) }
  }

  /// Blocks of a cell's quarters: the upper left one counts 1, the upper right 2, the lower left 4, the lower right 8.
  private static let quarters = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  private func text(ofRow row: Int) -> String {
    let (upper, lower) = (dots(ofHalf: row * 2), dots(ofHalf: row * 2 + 1))
    let across = size.dot.across
    let count = columns(max(upper.line.count, lower.line.count))
    var cells = [Int](repeating: 0, count: count)
    for (dots, shift) in [(upper, 0), (lower, 2)] {
      for (index, column) in dots.line.enumerated() where column & dots.bit != 0 {
        for half in index * across..<(index + 1) * across { cells[half / 2] |= (half % 2 == 0 ? 1 : 2) << shift }
      }
    }
    var text = ""
    for cell in cells { text.append(LargeText.quarters[cell]) }
    return text
  }

  /// Whether there is something in a row of it.
  func hasDots(inRow row: Int) -> Bool {
    [dots(ofHalf: row * 2), dots(ofHalf: row * 2 + 1)].contains { dots in
      dots.line.contains { $0 & dots.bit != 0 }
    }
  }

  /// The line that half a row belongs to, and the bit of its dots; nothing between the lines and below the last.
  private func dots(ofHalf half: Int) -> (line: [UInt32], bit: UInt32) {
    let dot = half / size.dot.down + top
    let (line, place) = (dot / (dotRows + leading), dot % (dotRows + leading))
    guard lines.indices.contains(line), place < dotRows, place < 32 else { return ([], 0) }
    return (lines[line], 1 << UInt32(place))
  }
}
