import Cells

extension NoteEditor {
  /// A row of a piece.
  struct Row: Equatable, Sendable {
    var piece: EditedText.Place
    var index: Int
  }

  /// The row that an offset stands on.
  mutating func row(of offset: Int) -> Row {
    let piece = text.find(offset)
    return Row(piece: piece, index: text.layout(piece, width: width).row(at: offset - piece.start))
  }

  mutating func row(after row: Row) -> Row? {
    if row.index + 1 < text.layout(row.piece, width: width).rows.count {
      return Row(piece: row.piece, index: row.index + 1)
    }
    return text.piece(after: row.piece).map { Row(piece: $0, index: 0) }
  }

  mutating func row(before row: Row) -> Row? {
    if row.index > 0 { return Row(piece: row.piece, index: row.index - 1) }
    guard let piece = text.piece(before: row.piece) else { return nil }
    return Row(piece: piece, index: text.layout(piece, width: width).rows.count - 1)
  }

  /// The offset at which a row begins.
  mutating func start(of row: Row) -> Int {
    let layout = text.layout(row.piece, width: width)
    return row.piece.start + layout.stops[layout.rows[row.index]]
  }

  /// The last offset at which the caret is on a row.
  mutating func end(of row: Row) -> Int {
    let layout = text.layout(row.piece, width: width)
    return row.piece.start + layout.stops[layout.stops(inRow: row.index).upperBound - 1]
  }

  mutating func column(of offset: Int) -> Int {
    let piece = text.find(offset)
    let layout = text.layout(piece, width: width)
    return layout.columns[layout.stop(at: offset - piece.start)]
  }

  mutating func offset(in row: Row, column: Int) -> Int {
    row.piece.start + text.layout(row.piece, width: width).offset(inRow: row.index, column: column)
  }

  /// The place in the text that is seen at a column and row of the panel, or in the row above the first that is seen.
  mutating func offset(x: Int, y: Int) -> Int {
    var row = row(of: top)
    if y < 0 { row = self.row(before: row) ?? row }
    for _ in 0..<max(0, y) {
      guard let next = self.row(after: row) else { return end(of: row) }
      row = next
    }
    return offset(in: row, column: max(0, x))
  }

  /// The place of the next grapheme behind an offset, and of the one before; the offset itself at an end.
  mutating func stop(after offset: Int) -> Int {
    let piece = text.find(offset)
    let layout = text.layout(piece, width: width)
    let stop = layout.stop(at: offset - piece.start)
    if stop + 1 < layout.stops.count { return piece.start + layout.stops[stop + 1] }
    return text.piece(after: piece)?.start ?? text.count
  }

  mutating func stop(before offset: Int) -> Int {
    let piece = text.find(max(0, offset - 1))
    let layout = text.layout(piece, width: width)
    // Before a line break, whatever it is made of, stands the end of the line.
    let stop = layout.stop(at: offset - 1 - piece.start)
    return piece.start + layout.stops[stop]
  }

  // MARK: - What is seen

  /// Takes the size of the panel and brings the caret into sight.
  mutating func fit(_ size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    caret = min(caret, text.count)
    var first = row(of: min(top, text.count))
    if followsCaret {
      let target = row(of: caret)
      if target.piece.start < first.piece.start || target.piece == first.piece && target.index < first.index {
        first = target
      } else if !isSeen(target, from: first) {
        first = target
        for _ in 1..<self.size.height {
          guard let before = row(before: first) else { break }
          first = before
        }
      }
    }
    top = start(of: first)
    text.stay(at: first.piece)
    // What is drawn is ready then.
    var row = first
    for _ in 0..<self.size.height {
      guard let next = self.row(after: row) else { break }
      row = next
    }
  }

  private mutating func isSeen(_ target: Row, from first: Row) -> Bool {
    var row = first
    for _ in 0..<size.height {
      if row == target { return true }
      guard let next = self.row(after: row) else { return false }
      row = next
    }
    return false
  }

  /// Moves what is seen by rows and leaves the caret where it is.
  mutating func scroll(by rows: Int) {
    var first = row(of: top)
    for _ in 0..<abs(rows) {
      guard let next = rows < 0 ? row(before: first) : row(after: first) else { break }
      first = next
    }
    top = start(of: first)
    followsCaret = false
  }
}
