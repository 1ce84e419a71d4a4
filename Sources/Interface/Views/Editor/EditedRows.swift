import Cells

// The rows of a text, and the places in these where the caret can stand.
extension EditedText {
  /// A row of a piece.
  struct Row: Equatable, Sendable {
    var piece: Place
    var index: Int
  }

  /// The row that an offset stands on.
  mutating func row(of offset: Int) -> Row {
    let piece = find(offset)
    return Row(piece: piece, index: layout(piece).row(at: offset - piece.start))
  }

  mutating func row(after row: Row) -> Row? {
    if row.index + 1 < layout(row.piece).rows.count { return Row(piece: row.piece, index: row.index + 1) }
    return piece(after: row.piece).map { Row(piece: $0, index: 0) }
  }

  mutating func row(before row: Row) -> Row? {
    if row.index > 0 { return Row(piece: row.piece, index: row.index - 1) }
    guard let piece = self.piece(before: row.piece) else { return nil }
    return Row(piece: piece, index: layout(piece).rows.count - 1)
  }

  /// The offset at which a row begins.
  mutating func start(of row: Row) -> Int {
    let layout = layout(row.piece)
    return row.piece.start + layout.stops[layout.rows[row.index]]
  }

  /// The last offset at which the caret is on a row.
  mutating func end(of row: Row) -> Int {
    let layout = layout(row.piece)
    return row.piece.start + layout.stops[layout.stops(inRow: row.index).upperBound - 1]
  }

  mutating func column(of offset: Int) -> Int {
    let piece = find(offset)
    let layout = layout(piece)
    return layout.column(ofStop: layout.stop(at: offset - piece.start))
  }

  /// Which way the line at an offset is written.
  mutating func direction(at offset: Int) -> TextDirection { layout(find(offset)).direction }

  mutating func offset(in row: Row, column: Int) -> Int {
    row.piece.start + layout(row.piece).offset(inRow: row.index, column: column)
  }

  /// The place of the next grapheme behind an offset, and of the one before; the offset itself at an end.
  mutating func stop(after offset: Int) -> Int {
    let piece = find(offset)
    let layout = layout(piece)
    let stop = layout.stop(at: offset - piece.start)
    if stop + 1 < layout.stops.count { return piece.start + layout.stops[stop + 1] }
    return self.piece(after: piece)?.start ?? count
  }

  mutating func stop(before offset: Int) -> Int {
    let piece = find(max(0, offset - 1))
    let layout = layout(piece)
    // Before a line break, whatever it is made of, stands the end of the line.
    let stop = layout.stop(at: offset - 1 - piece.start)
    return piece.start + layout.stops[stop]
  }
}
