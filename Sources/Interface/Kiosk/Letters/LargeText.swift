import Cells

/// Lines of large letters, ready to be drawn.
struct LargeText: Equatable, Sendable {
  /// The dots of each line, column by column.
  let lines: [[UInt32]]
  private let dotRows: Int
  /// How many dots wide and high each dot of the font is drawn.
  let scale: Int

  /// Sets a text in lines of words; nil where a character has no drawing or a word is wider than a line.
  init?(_ text: String, font: PixelFont = .letters, scale: Int, width: Int) {
    let room = width / scale
    let gap = 3
    var lines: [[UInt32]] = []
    var line: [UInt32] = []
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

  /// Sets a text in a font from a file, in lines that are broken as everywhere else.
  ///
  /// What is written from the right begins there. Nil where a character has no drawing or a line is too wide.
  init?(_ text: String, font: FontFile, scale: Int, width: Int) {
    let cells = width / scale / font.cell
    guard cells >= 2 else { return nil }
    var lines: [[UInt32]] = []
    for line in wrap(text, width: cells) {
      guard let columns = font.columns(of: line), columns.count <= cells * font.cell else { return nil }
      let isFromRight = TextDirection(of: line) == .rightToLeft
      lines.append(isFromRight ? Array(repeating: 0, count: cells * font.cell - columns.count) + columns : columns)
    }
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

  private func text(_ columns: [UInt32], row: Int) -> String {
    var line = ""
    for column in columns {
      let upper = isSet(column, row * 2)
      let lower = isSet(column, row * 2 + 1)
      let sign: Character = upper ? (lower ? "█" : "▀") : lower ? "▄" : " "
      for _ in 0..<scale { line.append(sign) }
    }
    return line
  }

  private func isSet(_ column: UInt32, _ dot: Int) -> Bool {
    dot / scale < 32 && column >> UInt32(dot / scale) & 1 == 1
  }
}
