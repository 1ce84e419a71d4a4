import Cells

/// Lines of large letters, ready to be drawn.
struct LargeText: Equatable, Sendable {
  /// The dots of each line, column by column.
  let lines: [[UInt16]]
  private let dotRows: Int
  /// How many dots wide and high each dot of the font is drawn.
  let scale: Int

  /// Sets a text in lines of words; nil where a character has no drawing or a word is wider than a line.
  init?(_ text: String, font: PixelFont = .letters, scale: Int, width: Int) {
    let room = width / scale
    let gap = 3
    var lines: [[UInt16]] = []
    var line: [UInt16] = []
    for word in text.split(separator: " ") {
      guard let columns = font.columns(of: String(word)), columns.count <= room else { return nil }
      if line.isEmpty {
        line = columns
      } else if line.count + gap + 2 + columns.count <= room {
        line += Array(repeating: 0, count: gap + 1) + columns
      } else {
        lines.append(line)
        line = columns
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard !lines.isEmpty else { return nil }
    (self.lines, dotRows, self.scale) = (lines, font.height, scale)
  }

  /// Columns of the widest line.
  var width: Int { (lines.map(\.count).max() ?? 0) * scale }
  /// Rows of a line: two dots stand above each other in a cell.
  var lineHeight: Int { (dotRows * scale + 1) / 2 }
  var height: Int { lines.count * lineHeight }

  /// The letters as text, row by row, none of them longer than the line is.
  var rows: [String] {
    lines.flatMap { columns in (0..<lineHeight).map { text(columns, row: $0) } }
  }

  func draw(x: Int, y: Int, style: Style, in clip: Rect, into buffer: inout CellBuffer) {
    for (index, row) in rows.enumerated() { buffer.put(row, at: Point(x: x, y: y + index), style: style, in: clip) }
  }

  private func text(_ columns: [UInt16], row: Int) -> String {
    var line = ""
    for column in columns {
      let upper = isSet(column, row * 2)
      let lower = isSet(column, row * 2 + 1)
      let sign: Character = upper ? (lower ? "█" : "▀") : lower ? "▄" : " "
      for _ in 0..<scale { line.append(sign) }
    }
    return line
  }

  private func isSet(_ column: UInt16, _ dot: Int) -> Bool {
    dot / scale < 16 && column >> UInt16(dot / scale) & 1 == 1
  }
}
