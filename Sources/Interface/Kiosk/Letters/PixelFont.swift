import Cells

/// Letters drawn with dots, for what is read from a distance.
struct PixelFont: Sendable {
  /// Columns of dots of each character, from the left; a column's lowest bit is its highest dot.
  private let glyphs: [UInt32: [UInt32]]
  /// Dots from the highest to the lowest.
  let height: Int
  /// Dots that keep a line from the next.
  let leading: Int
  /// Dots of a blank between words.
  let space: Int
  /// Whether accents are those of fine drawings.
  private let isFine: Bool

  /// Reads drawings: rows of `#` and `.`, the characters apart by blanks, named in the row above.
  ///
  /// A drawing with fewer rows stands `drop` dots below the top of the line.
  init(height: Int, leading: Int = 0, space: Int, drop: Int, isFine: Bool = false, _ drawings: [String]) {
    var glyphs: [UInt32: [UInt32]] = [:]
    for drawing in drawings {
      let rows = drawing.split(separator: "\n").map { $0.split(separator: " ") }
      guard let names = rows.first else { continue }
      for (index, name) in names.enumerated() {
        guard let scalar = name.unicodeScalars.first else { continue }
        let lines = rows.dropFirst().compactMap { $0.indices.contains(index) ? Array($0[index].utf8) : nil }
        glyphs[scalar.value] = PixelFont.columns(lines, drop: drop)
      }
    }
    (self.glyphs, self.height, self.leading, self.space, self.isFine) = (glyphs, height, leading, space, isFine)
  }

  private static func columns(_ lines: [[UInt8]], drop: Int) -> [UInt32] {
    (0..<(lines.first?.count ?? 0)).map { column in
      lines.enumerated().reduce(UInt32(0)) { bits, row in
        let isSet = row.element.indices.contains(column) && row.element[column] == UInt8(ascii: "#")
        return isSet ? bits | 1 << UInt32(row.offset + drop) : bits
      }
    }
  }

  /// A line of text as columns of dots; nil where a character has no drawing.
  func columns(of text: String) -> [UInt32]? {
    var columns: [UInt32] = []
    for glyph in Glyphs(text) {
      guard let drawing = drawing(of: glyph) else { return nil }
      if !columns.isEmpty { columns.append(0) }
      columns += drawing
    }
    return columns
  }

  /// Whether every character has a drawing.
  func draws(_ text: String) -> Bool { Glyphs(text).allSatisfy { drawing(of: $0) != nil } }

  private func drawing(of glyph: Glyph) -> [UInt32]? {
    // Blanks that hold together too, the narrow one of French punctuation among them.
    if [0x20, 0xA0, 0x202F].contains(glyph.base) { return Array(repeating: 0, count: space) }
    guard var (letter, marks) = letter(glyph.base) else { return nil }
    for mark in glyph.marks.all {
      guard let accent = Accent(combining: mark) else { return nil }
      marks.append(accent)
    }
    let isSmall = Unicode.Scalar(glyph.base)?.properties.isLowercase ?? false
    for (index, mark) in marks.enumerated() {
      let isSecond = index > 0 && !marks[0].isBelow
      letter =
        isFine
        ? mark.placedFinely(on: letter, isSmall: isSmall, isSecond: isSecond)
        : mark.placed(on: letter, isSmall: isSmall, isSecond: isSecond)
    }
    return letter
  }

  /// The drawing of a letter, and the accents that are still to be put on it.
  private func letter(_ scalar: UInt32) -> (columns: [UInt32], accents: [Accent])? {
    if let glyph = glyphs[scalar] { return (glyph, []) }
    if let other = LookAlikes.table[scalar], let glyph = glyphs[other] { return (glyph, []) }
    guard let (base, accents) = Accent.parts(of: scalar), base != scalar, let (columns, others) = letter(base) else {
      return nil
    }
    return (columns, others + accents)
  }
}

/// Letters and signs that look like others.
private enum LookAlikes {
  static let table: [UInt32: UInt32] = {
    let pairs: [(String, String)] = [
      ("АВЕКМНОРСТХІЈЅҮ", "ABEKMHOPCTXIJSY"), ("аеорсухіјѕ", "aeopcyxijs"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
      ("ονρκ", "ovpк"), ("ΓΠΦ", "ГПФ"), ("Ð", "Đ"), ("µ", "μ"), ("У", "Y"), ("ʼ’‘‚′´", "''''''"), ("“”„″", "\"\"\"\""),
      ("–—−‑‐", "-----"), ("·•", ".."), ("‹›", "<>"), ("；：，．！？（）", ";:,.!?()"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (signs, others) in pairs {
      for (sign, other) in zip(signs.unicodeScalars, others.unicodeScalars) { table[sign.value] = other.value }
    }
    return table
  }()
}
