import Cells

/// Where the graphemes of a row are seen, where it holds what is written from the right.
struct RowOrder: Sendable {
  /// What is shown of the row: blanks that would stand out over its end are not.
  let text: String
  /// Columns left of the row.
  let indent: Int
  /// The columns of each grapheme; those that are not shown are at the row's end, without a column.
  private var cells: [Range<Int>]
  /// Where the caret stands behind the last one.
  private let end: Int

  init(_ text: String, _ graphemes: ArraySlice<Grapheme>, _ direction: TextDirection, width: Int) {
    var glyphs: [Glyph] = []
    var owners: [Int] = []
    var kept = graphemes
    while let last = kept.last, last.isSpace, kept.reduce(0, { $0 + $1.width }) > width { kept.removeLast() }
    var rest = text[...]
    var shown = text.startIndex
    for (index, grapheme) in kept.enumerated() {
      let part: Substring
      if grapheme.isHidden {
        part = rest.prefix(1)
      } else {
        let bytes = rest.utf8
        part = rest[..<bytes.index(bytes.startIndex, offsetBy: grapheme.length)]
      }
      rest = rest[part.endIndex...]
      shown = part.endIndex
      for glyph in Glyphs(part) {
        glyphs.append(glyph)
        owners.append(index)
      }
    }
    self.text = String(text[..<shown])
    let line = VisualLine(glyphs, direction: direction)
    let columns = glyphs.reduce(0) { $0 + $1.width }
    let isRight = direction == .rightToLeft
    indent = isRight ? max(0, width - columns) : 0
    end = isRight ? indent - 1 : columns
    cells = Array(repeating: end..<end, count: graphemes.count)
    for place in line.places {
      let owner = owners[place.source]
      let (low, high) = (indent + place.x, indent + place.x + place.glyph.width)
      let old = cells[owner]
      cells[owner] = old.isEmpty ? low..<high : min(old.lowerBound, low)..<max(old.upperBound, high)
    }
  }

  func column(of grapheme: Int) -> Int { cells.indices.contains(grapheme) ? cells[grapheme].lowerBound : end }

  /// The grapheme at a column; beyond the ends of the row its first, or the place behind its last.
  func grapheme(at column: Int) -> Int {
    if let found = cells.firstIndex(where: { $0.contains(column) }) { return found }
    let isBefore = end < indent ? column > end : column < 0
    return isBefore ? 0 : cells.count
  }

  /// The columns of graphemes, joined where they touch.
  func ranges(_ first: Int, _ last: Int?) -> [Range<Int>] {
    let chosen = cells[min(first, cells.count)..<min(last ?? cells.count, cells.count)]
    var joined: [Range<Int>] = []
    for cell in chosen.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = joined.last, before.upperBound >= cell.lowerBound {
        joined[joined.count - 1] = before.lowerBound..<max(before.upperBound, cell.upperBound)
      } else {
        joined.append(cell)
      }
    }
    return joined
  }
}
