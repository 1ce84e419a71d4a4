/// A screen, or a part of one, as cells.
///
/// Drawing outside it does nothing.
///
/// A wide character is always whole: what overwrites one half blanks the other, also beyond the clip.
public struct CellBuffer: Equatable, Sendable {
  /// A screen larger than this is drawn up to here: no such terminal exists, but its size is told from outside.
  public static let largest = Size(width: 2048, height: 1024)

  public let size: Size
  private var cells: [Cell]

  /// A blank buffer in one style.
  ///
  /// A size over `largest` is cut to it.
  public init(size: Size, style: Style = .plain) {
    self.size = Size(width: min(size.width, Self.largest.width), height: min(size.height, Self.largest.height))
    cells = Array(repeating: Cell(base: 0x20, style: style), count: self.size.width * self.size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a column and row.
  ///
  /// Outside the buffer reading gives a blank and writing does nothing; writing a wide cell writes its second half too,
  /// and a blank in the last column; writing a second half writes a blank.
  public subscript(x: Int, y: Int) -> Cell {
    get { isInside(x, y) ? cells[y * size.width + x] : .blank }
    set {
      guard isInside(x, y) else { return }
      write(
        Glyph(
          base: newValue.width == 0 ? 0x20 : newValue.base, marks: newValue.marks, width: Int(newValue.width),
          utf8Length: 0), x, y, newValue.style, size.width)
    }
  }

  /// The cells of a row, from the left; none outside the buffer.
  public func cells(inRow y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// Draws one line of text and gives the columns that it takes, to the clip's right edge at most.
  ///
  /// Columns left of the clip count too, so that the next text can be put behind. Half of a wide character at an edge
  /// is a blank. A clip that shows nothing of the row draws nothing. What is written from the right is drawn so, within
  /// the columns of this text alone, by the direction of its first strong character.
  @discardableResult
  public mutating func put(_ text: String, at point: Point, style: Style, in clip: Rect) -> Int {
    if text.holdsRightToLeft { return put(Glyphs(text).lazy.map { ($0, style) }, nil, at: point, in: clip) }
    let area = clip.intersection(bounds)
    let isVisible = !area.isEmpty && point.y >= area.y && point.y < area.maxY
    let end = area.isEmpty ? clip.maxX : area.maxX
    var x = point.x
    for glyph in Glyphs(text) {
      guard x < end else { break }
      let width = min(glyph.width, end.saturatingSubtracting(x))
      if isVisible, x >= area.x {
        write(glyph, x, point.y, style, end)
      } else if isVisible, x + width > area.x {
        write(Glyph(base: 0x20, width: 1, utf8Length: 0), area.x, point.y, style, end)
      }
      x += width
    }
    return x.saturatingSubtracting(point.x)
  }

  /// Draws a line whose glyphs have an order of their own on the screen, by the same rules.
  ///
  /// Where it begins inside the clip and is longer, its beginning is shown, wherever that stands.
  @discardableResult
  package mutating func put(
    _ glyphs: some Sequence<(glyph: Glyph, style: Style)>, _ direction: TextDirection?, at point: Point, in clip: Rect
  ) -> Int {
    let area = clip.intersection(bounds)
    let end = area.isEmpty ? clip.maxX : area.maxX
    // One that begins further left is moved under a window: it is ordered as a whole, up to what nobody has ever read.
    let isWindow = point.x < area.x
    let most = isWindow ? end.saturatingAdding(2 * Self.largest.width) : end
    var kept: [Glyph] = []
    var styles: [Style] = []
    var x = point.x
    for (glyph, style) in glyphs {
      guard x < most else { break }
      x = x.saturatingAdding(glyph.width)
      // A wide one at the edge has no room.
      if !isWindow, x > end { break }
      kept.append(glyph)
      styles.append(style)
    }
    let used = max(0, min(x, end).saturatingSubtracting(point.x))
    guard !area.isEmpty, point.y >= area.y, point.y < area.maxY else { return used }
    for place in VisualLine(kept, direction: direction).places {
      let x = point.x + place.x
      guard x < end else { break }
      let style = styles[place.source]
      if x >= area.x {
        write(place.glyph, x, point.y, style, end)
      } else if x + place.glyph.width > area.x {
        write(Glyph(base: 0x20, width: 1, utf8Length: 0), area.x, point.y, style, end)
      }
    }
    return used
  }

  /// Fills a rectangle with one character; one that is not of a single column fills it with blanks.
  public mutating func fill(_ rect: Rect, with scalar: UInt32 = 0x20, style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let scalarClass = ScalarTable.shared.scalarClass(scalar)
    let isNarrow = scalarClass == .narrow || scalarClass == .narrowPicture
    let cell = Cell(base: isNarrow ? scalar : 0x20, style: style)
    for y in area.y..<area.maxY {
      let row = y * size.width
      separate(row, area.x)
      separate(row, area.maxX)
      for x in area.x..<area.maxX { cells[row + x] = cell }
    }
  }

  /// Lays a style over what is drawn in a rectangle.
  ///
  /// A wide character at its edge is restyled whole.
  public mutating func restyle(_ rect: Rect, with overlay: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      let row = y * size.width
      let first = cells[row + area.x].width == 0 && area.x > 0 ? area.x - 1 : area.x
      let end = cells[row + area.maxX - 1].width == 2 ? area.maxX + 1 : area.maxX
      for x in first..<min(end, size.width) { cells[row + x].style = cells[row + x].style.overlaid(by: overlay) }
    }
  }

  private func isInside(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < size.width && y < size.height }

  /// Writes a glyph whose first column is inside; where its second is not left of `end`, a blank.
  @inline(__always)
  private mutating func write(_ glyph: Glyph, _ x: Int, _ y: Int, _ style: Style, _ end: Int) {
    let row = y * size.width
    let index = row + x
    if cells[index].width != 1 {
      separate(row, x)
      separate(row, x + 1)
    }
    if glyph.width < 2 {
      cells[index] = Cell(base: glyph.base, marks: glyph.marks, style: style)
    } else if x + 1 < end {
      separate(row, x + 2)
      cells[index] = Cell(base: glyph.base, marks: glyph.marks, width: 2, style: style)
      cells[index + 1] = Cell(base: 0, width: 0, style: style)
    } else {
      cells[index] = Cell(base: 0x20, style: style)
    }
  }

  /// Blanks both halves of a wide character that lies across the left edge of column `x`.
  private mutating func separate(_ row: Int, _ x: Int) {
    guard x > 0, x < size.width, cells[row + x].width == 0 else { return }
    cells[row + x - 1] = Cell(base: 0x20, style: cells[row + x - 1].style)
    cells[row + x] = Cell(base: 0x20, style: cells[row + x].style)
  }
}

extension CellBuffer {
  /// A row as text, its trailing blanks included; empty outside the buffer.
  public func row(_ y: Int) -> String {
    guard y >= 0, y < size.height else { return "" }
    var text = ""
    text.reserveCapacity(size.width)
    for x in 0..<size.width { text.append(cell: self[x, y]) }
    return text
  }

  /// All rows without their trailing blanks, joined by line breaks.
  public var text: String {
    (0..<size.height).map { row($0).withoutTrailingSpaces }.joined(separator: "\n")
  }

  /// The looks of all rows, one letter a column, as `letter` names them; trailing spaces are left out.
  public func styleMap(_ letter: (Style) -> Character) -> String {
    let rows = (0..<size.height).map { y in
      String((0..<size.width).map { x in letter(self[x, y].style) }).withoutTrailingSpaces
    }
    return rows.joined(separator: "\n")
  }
}

extension String {
  fileprivate mutating func append(cell: Cell) {
    guard cell.width > 0 else { return }
    for value in [cell.base, cell.marks.a, cell.marks.b, cell.marks.c, cell.marks.d] where value != 0 {
      if let scalar = Unicode.Scalar(value) { unicodeScalars.append(scalar) }
    }
  }

  /// The text up to the last character that is not a space.
  var withoutTrailingSpaces: String {
    var end = utf8.endIndex
    while end > utf8.startIndex {
      let before = utf8.index(before: end)
      guard utf8[before] == 0x20 else { break }
      end = before
    }
    return String(self[..<end])
  }
}
