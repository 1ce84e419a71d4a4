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
    // Blanks that hold together too, the narrow one of French punctuation among them.
    if [0x20, 0xA0, 0x202F].contains(scalar) { return Array(repeating: 0, count: space) }
    if let glyph = glyphs[scalar] { return glyph }
    guard let (base, accent) = AccentedLetters.parts(of: scalar), let letter = glyphs[base] else { return nil }
    return accent?.placed(on: letter, isSmall: base >= 0x61) ?? letter
  }
}

/// Letters with accents, and signs, as what they are drawn from.
private enum AccentedLetters {
  /// The base letter and its accent, if it has one; nil where the character is none of these.
  static func parts(of scalar: UInt32) -> (base: UInt32, accent: Accent?)? { table[scalar] }

  private static let table: [UInt32: (base: UInt32, accent: Accent?)] = {
    var table: [UInt32: (base: UInt32, accent: Accent?)] = [:]
    let accented: [(Accent, String, String)] = [
      (.acute, "áéíóúýćńśźÁÉÍÓÚÝĆŃŚŹ", "aeiouycnszAEIOUYCNSZ"), (.grave, "àèìòùÀÈÌÒÙ", "aeiouAEIOU"),
      (.circumflex, "âêîôûÂÊÎÔÛ", "aeiouAEIOU"), (.diaeresis, "äëïöüÿÄËÏÖÜŸ", "aeiouyAEIOUY"),
      (.tilde, "ãñõÃÑÕ", "anoANO"), (.ring, "åůÅŮ", "auAU"), (.caron, "čěňřšžČĚŇŘŠŽ", "cenrszCENRSZ"),
      (.macron, "āēīōūĀĒĪŌŪ", "aeiouAEIOU"), (.cedilla, "çşţÇŞŢ", "cstCST"),
    ]
    for (accent, letters, bases) in accented {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        table[letter.value] = (base.value, accent)
      }
    }
    for (sign, base) in zip("–—−‑‘’‚“”„·•".unicodeScalars, "----'''\"\"\"..".unicodeScalars) {
      table[sign.value] = (base.value, nil)
    }
    return table
  }()
}

private enum Accent {
  case acute, grave, circumflex, diaeresis, tilde, ring, caron, macron, cedilla

  /// Two rows of dots, column by column; the lowest bit is the upper one.
  ///
  /// A blank row keeps them off a small letter.
  private var dots: [UInt16] {
    switch self {
    case .acute: [0b10, 0b01]
    case .grave: [0b01, 0b10]
    case .circumflex: [0b10, 0b01, 0b10]
    case .caron: [0b01, 0b10, 0b01]
    case .diaeresis: [0b10, 0b00, 0b10]
    case .tilde: [0b10, 0b01, 0b10, 0b01]
    case .ring: [0b01, 0b10, 0b01]
    case .macron: [0b10, 0b10, 0b10]
    case .cedilla: [0b10, 0b01]
    }
  }

  /// The single row of dots that there is over a capital of some width: what leans is told by the side that it is at.
  private func dotsOverCapital(_ width: Int) -> [UInt16] {
    let rest = Array(repeating: UInt16(0), count: max(0, width - 2))
    switch self {
    case .acute: return rest + [1, 1]
    case .grave: return [1, 1] + rest
    case .circumflex: return [1, 1, 1]
    case .caron: return [1, 1, 0, 1, 1]
    case .diaeresis: return [1, 0, 1]
    case .tilde: return [1, 1, 1, 1]
    case .ring: return [1]
    case .macron: return [1, 1, 1, 1, 1]
    case .cedilla: return []
    }
  }

  /// A letter with the accent over it, or under it.
  func placed(on letter: [UInt16], isSmall: Bool) -> [UInt16] {
    let isBelow = self == .cedilla
    // The dot of an i gives way to the accent.
    var columns = isSmall && !isBelow ? letter.map { $0 & ~0b111 } : letter
    let dots = isSmall || isBelow ? dots : dotsOverCapital(columns.count)
    let missing = dots.count - columns.count
    if missing > 0 {
      columns = Array(repeating: 0, count: missing / 2) + columns + Array(repeating: 0, count: missing - missing / 2)
    }
    let start = (columns.count - dots.count) / 2
    for (index, bits) in dots.enumerated() {
      columns[start + index] |= isBelow ? bits << 8 : bits
    }
    return columns
  }
}

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
