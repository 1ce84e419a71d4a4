import Cells

/// What the terminal shows, and the way from there to the next picture: rows that are the same are not given to ncurses.
@MainActor
struct Painter {
  let canvas: Canvas
  let bidi: BidiTerminal
  private var size: Size
  /// Nil while it is not known.
  private var shown: CellBuffer?

  init(_ canvas: Canvas, size: Size, bidi: BidiTerminal) {
    (self.canvas, self.size, self.bidi) = (canvas, size, bidi)
  }

  /// Whether the next picture is painted whole.
  var isWhole: Bool { shown == nil }

  /// Adopts another size.
  mutating func resize(to size: Size) {
    self.size = size
    shown = nil
    canvas.resize(to: size)
  }

  /// Forgets what the terminal shows.
  mutating func invalidate() {
    shown = nil
    canvas.invalidate()
  }

  /// Forgets what the terminal shows, which is painted over without being cleared.
  mutating func paintOver() {
    shown = nil
    canvas.paintOver()
  }

  /// The bytes that turn what is shown into this buffer; with the first ones the terminal is taken over.
  ///
  /// What lies outside the screen is left out, what the buffer does not cover is blank.
  mutating func paint(_ buffer: CellBuffer, cursor: Point?) -> [UInt8] {
    var next = buffer.size == size ? buffer : Self.fitted(buffer, to: size)
    if bidi != .obedient { encodeRows(of: &next) }
    for y in 0..<next.size.height {
      let new = next.cells(inRow: y)
      if let shown {
        let old = shown.cells(inRow: y)
        guard let run = Self.changedRun(old, new) else { continue }
        canvas.put(new[new.startIndex + run.lowerBound..<new.startIndex + run.upperBound], x: run.lowerBound, y: y)
      } else {
        canvas.put(new, x: 0, y: y)
      }
    }
    shown = next
    return canvas.finish(cursor: cursor.flatMap { Rect(next.size).contains($0) ? $0 : nil })
  }

  private func encodeRows(of buffer: inout CellBuffer) {
    for y in 0..<buffer.size.height {
      guard let row = bidi.encoded(buffer.cells(inRow: y)) else { continue }
      for (x, cell) in row.enumerated() where cell.width > 0 { buffer[x, y] = cell }
    }
  }

  /// The columns from the first that differs to behind the last, widened so that no wide character of either row is cut;
  /// nil for equal rows.
  nonisolated static func changedRun(_ old: ArraySlice<Cell>, _ new: ArraySlice<Cell>) -> Range<Int>? {
    guard old != new else { return nil }
    let (before, after, count) = (old.startIndex, new.startIndex, new.count)
    var first = 0
    while first < count, old[before + first] == new[after + first] { first += 1 }
    var end = count
    while end > first, old[before + end - 1] == new[after + end - 1] { end -= 1 }
    while first > 0, old[before + first].width == 0 || new[after + first].width == 0 { first -= 1 }
    while end < count, old[before + end].width == 0 || new[after + end].width == 0 { end += 1 }
    return first < end ? first..<end : nil
  }

  private static func fitted(_ buffer: CellBuffer, to size: Size) -> CellBuffer {
    var result = CellBuffer(size: size)
    for y in 0..<min(size.height, buffer.size.height) {
      for x in 0..<min(size.width, buffer.size.width) where buffer[x, y].width > 0 { result[x, y] = buffer[x, y] }
    }
    return result
  }
}
