import Cells

/// Letters drawn with dots, for what is read from a distance.
struct PixelFont: Sendable {
  /// Columns of dots of each character, from the left; a column's lowest bit is its highest dot.
  private let glyphs: [UInt32: [UInt16]]
  /// Dots from the highest to the lowest.
  let height: Int
  /// Dots of a blank between words.
  private let space: Int

  /// Reads drawings: rows of `#` and `.`, the characters apart by blanks, named in the row above.
  ///
  /// A drawing with fewer rows stands `drop` dots below the top of the line.
  init(height: Int, space: Int, drop: Int, _ drawings: [String]) {
    var glyphs: [UInt32: [UInt16]] = [:]
    for drawing in drawings {
      let rows = drawing.split(separator: "\n").map { $0.split(separator: " ") }
      guard let names = rows.first else { continue }
      for (index, name) in names.enumerated() {
        guard let scalar = name.unicodeScalars.first else { continue }
        let lines = rows.dropFirst().compactMap { $0.indices.contains(index) ? Array($0[index].utf8) : nil }
        glyphs[scalar.value] = PixelFont.columns(lines, drop: drop)
      }
    }
    (self.glyphs, self.height, self.space) = (glyphs, height, space)
  }

  private static func columns(_ lines: [[UInt8]], drop: Int) -> [UInt16] {
    (0..<(lines.first?.count ?? 0)).map { column in
      lines.enumerated().reduce(UInt16(0)) { bits, row in
        let isSet = row.element.indices.contains(column) && row.element[column] == UInt8(ascii: "#")
        return isSet ? bits | 1 << UInt16(row.offset + drop) : bits
      }
    }
  }

  /// A line of text as columns of dots; nil where a character has no drawing.
  func columns(of text: String) -> [UInt16]? {
    var columns: [UInt16] = []
    for scalar in text.unicodeScalars {
      guard let glyph = glyph(scalar.value) else { return nil }
      if !columns.isEmpty { columns.append(0) }
      columns += glyph
    }
    return columns
  }

  private func glyph(_ scalar: UInt32) -> [UInt16]? {
    if scalar == 0x20 || scalar == 0xA0 { return Array(repeating: 0, count: space) }
    if let glyph = glyphs[scalar] { return glyph }
    guard let (base, mark) = LetterParts.parts(of: scalar), let letter = glyphs[base] else { return nil }
    return mark.map { PixelFont.marked(letter, $0, isSmall: base >= 0x61) } ?? letter
  }

  /// A letter with an accent over it, or under it.
  private static func marked(_ letter: [UInt16], _ mark: LetterParts.Mark, isSmall: Bool) -> [UInt16] {
    // The dot of an i gives way to the accent.
    var columns = isSmall && !mark.isBelow ? letter.map { $0 & ~0b111 } : letter
    let dots = mark.dots
    let missing = dots.count - columns.count
    if missing > 0 {
      columns = Array(repeating: 0, count: missing / 2) + columns + Array(repeating: 0, count: missing - missing / 2)
    }
    let start = (columns.count - dots.count) / 2
    for (index, bits) in dots.enumerated() {
      // Above a capital there is a single row of dots.
      columns[start + index] |= mark.isBelow ? bits << 8 : isSmall ? bits << 1 : (bits | bits >> 1) & 1
    }
    return columns
  }
}
