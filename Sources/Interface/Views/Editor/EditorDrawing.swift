import Agenda
import Cells
import Messages
import Notes

extension EditorView {
  /// Columns before the text, for the sign of a mark.
  static let margin = 2

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    NotePainter(editor: editor, rect: rect).draw(into: &canvas)
  }
}

/// The rows of a note that are in sight, with its marks, the caret and what is selected.
private struct NotePainter {
  let editor: NoteEditor
  let rect: Rect

  func draw(into canvas: inout Canvas) {
    if editor.text.count == 0 {
      // On one row: the first letter takes its place.
      canvas.putFitted(
        Message("Write here. Everything is kept as you type."), x: rect.x + EditorView.margin, y: rect.y, .dim, in: rect
      )
    }
    var piece = editor.text.find(editor.top)
    var layout = editor.text.shownLayout(piece)
    var row = layout.row(at: editor.top - piece.start)
    // What the note keeps of paragraphs is shown to who goes there.
    let end = editor.bodyEnd
    let last = editor.caret > end ? editor.text.count : end
    for y in rect.y..<rect.maxY {
      if piece.start > last { break }
      draw(layout, row, of: piece, at: Point(x: rect.x + EditorView.margin, y: y), into: &canvas)
      row += 1
      if row < layout.rows.count { continue }
      guard let next = editor.text.piece(after: piece) else { break }
      (piece, row) = (next, 0)
      layout = editor.text.shownLayout(piece)
    }
  }

  /// Shows what a line is marked as, and sets its signs apart from its words.
  private func mark(
    _ layout: PieceLayout, _ row: Int, of piece: EditedText.Place, at point: Point, into canvas: inout Canvas
  ) {
    let isLineStart = piece.index == 0 || editor.text.pieces[piece.index - 1].endsLine
    guard isLineStart, row <= layout.row(at: 80) else { return }
    let length = layout.stops[layout.stops.count - 1]
    let text = editor.text.string(in: piece.start..<piece.start + length)
    let line = NoteLine(text)
    let isParagraph = text.hasPrefix(ParagraphLabel.start)
    guard line.kind != nil || line.stamp != nil || isParagraph else { return }
    if row == 0, let kind = line.kind {
      let sign = kind.narrowSign(isTicked: line.isTicked, isASCII: canvas.isASCII)
      canvas.put(sign, x: rect.x, y: point.y, .sign, in: rect)
    }
    let stops = layout.stops(inRow: row)
    let end = layout.stop(at: isParagraph ? length : line.prefixLength)
    guard end > stops.lowerBound else { return }
    let ranges = layout.ranges(inRow: row, from: stops.lowerBound, to: end < stops.upperBound ? end : nil)
    restyle(ranges, at: point, .number, into: &canvas)
    let last = ranges.last?.upperBound ?? 0
    if isParagraph { quote(text, at: Point(x: point.x + last + 1, y: point.y), into: &canvas) }
  }

  /// Shows behind a paragraph's number how it begins: where one panel has the whole screen it is nowhere else in sight.
  private func quote(_ line: String, at point: Point, into canvas: inout Canvas) {
    let room = rect.maxX - point.x
    guard room >= EditorView.leastTitle, let (label, rest) = ParagraphLabel.read(line), rest.allSatisfy(\.isWhitespace)
    else { return }
    let kept = NoteAnchors(in: editor.text.string(in: editor.bodyEnd..<editor.text.count))
    guard let words = kept.selectors[label]?.exact else { return }
    let text = TextCleaner(lines: .single).clean(String(words.prefix(room))).string
    let quoted = fitted("“\(text)\(words.count > room ? "" : "”")", width: room, ellipsis: canvas.ellipsis)
    canvas.put(quoted, x: point.x, y: point.y, .dim, in: rect)
  }

  private func draw(
    _ layout: PieceLayout, _ row: Int, of piece: EditedText.Place, at point: Point, into canvas: inout Canvas
  ) {
    canvas.put(layout.texts[row], x: point.x + layout.indent(ofRow: row), y: point.y, .text, in: rect)
    mark(layout, row, of: piece, at: point, into: &canvas)
    let stops = layout.stops(inRow: row)
    let isPieceEnd = row == layout.rows.count - 1
    // The caret belongs to this row if one of its stops is there.
    let offset = editor.caret - piece.start
    if offset >= layout.stops[stops.lowerBound], offset <= layout.stops[stops.upperBound - 1] {
      canvas.cursor = Point(x: point.x + layout.column(ofStop: layout.stop(at: offset)), y: point.y)
    }
    let selection = editor.selection
    guard !selection.isEmpty else { return }
    let ends = piece.start + (isPieceEnd ? editor.text.pieces[piece.index].length : layout.stops[stops.upperBound])
    let low = max(selection.lowerBound, piece.start + layout.stops[stops.lowerBound])
    let high = min(selection.upperBound, ends)
    guard low < high else { return }
    let last = high == ends ? nil : layout.stop(at: high - piece.start)
    let ranges = layout.ranges(inRow: row, from: layout.stop(at: low - piece.start), to: last)
    restyle(ranges, at: point, .selected, into: &canvas)
    // A selected line break is seen as a blank behind the text.
    guard last == nil, isPieceEnd, layout.hasEnd else { return }
    let end = layout.column(ofStop: layout.stops.count - 1)
    restyle([end..<end + 1], at: point, .selected, into: &canvas)
  }

  private func restyle(_ ranges: [Range<Int>], at point: Point, _ role: Role, into canvas: inout Canvas) {
    for range in ranges {
      let area = Rect(x: point.x + range.lowerBound, y: point.y, width: range.count, height: 1)
      canvas.buffer.restyle(area.intersection(rect), with: canvas.theme.style(role))
    }
  }
}
