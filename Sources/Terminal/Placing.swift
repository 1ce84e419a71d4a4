import Cells

/// Characters that terminals measure differently, such as joined letters and pictures: the next cell is placed absolutely,
/// so that nothing behind them is moved, whatever columns the terminal has given them.
///
/// ncurses writes what is next to each other without telling where that is. So it is given, as the last mark of such a
/// cell, one that stands in no text (variation selectors of ideographs and tags, which `Glyphs` drops), and says the
/// column of the next cell. In what ncurses has written, a jump takes its place. Before the character there are blanks, so
/// that nothing old is left over where the terminal gives it fewer columns.
enum Placing {
  /// The mark for the column of the cell behind one; nil where none is needed, or for columns beyond what marks there are.
  static func mark(behind cell: Cell, column: Int) -> UInt32? {
    guard isMeasuredDifferently(cell) else { return nil }
    switch column {
    case 0..<240: return 0xE0100 + UInt32(column)
    case 240..<336: return 0xE0020 + UInt32(column - 240)
    default: return nil
    }
  }

  private static func column(_ mark: UInt32) -> Int? {
    switch mark {
    case 0xE0100..<0xE01F0: Int(mark - 0xE0100)
    case 0xE0020..<0xE0080: Int(mark - 0xE0020) + 240
    default: nil
    }
  }

  /// Whether terminals are known to disagree on its columns.
  private static func isMeasuredDifferently(_ cell: Cell) -> Bool {
    switch cell.base {
    // Pictures, with and without two columns.
    case 0x1F000..<0x20000, 0x2600..<0x27C0: true
    case 0..<0x1100 where cell.width == 2, 0x2300..<0x2C00 where cell.width == 2: true
    // Scripts of India and its neighbours: letters that join, and marks that take a column in one terminal and none in
    // another.
    case 0x900..<0x10A0, 0x1700..<0x18B0, 0x1900..<0x1C50, 0xA800..<0xAC00, 0x11000..<0x12000:
      cell.marks != .none || Unicode.Scalar(cell.base)?.properties.generalCategory == .spacingMark
    default: cell.base >= 0x80 && cell.marks.a >= 0x900 && !(0x1AB0..<0x2100).contains(cell.marks.a)
    }
  }

  /// What ncurses has written, with jumps in the places of marks.
  static func placed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xF3) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    // Where the last characters begin that are no ASCII.
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xF3, let column = column(bytes[index...].prefix(4)) {
        place(from: start, before: column, in: &result)
        start = result.count
        index += 4
      } else {
        result.append(byte)
        if byte < 0x80 { start = result.count }
        index += 1
      }
    }
    return result
  }

  private static func place(from start: Int, before column: Int, in bytes: inout [UInt8]) {
    var (width, length) = (1, 0)
    for glyph in Glyphs(String(decoding: bytes[start...], as: UTF8.self)) {
      (width, length) = (glyph.width, glyph.utf8Length)
    }
    let character = Array(bytes.suffix(length))
    bytes.removeLast(length)
    bytes += Array(repeating: 0x20, count: width)
    bytes += Array("\u{1B}[\(column - width + 1)G".utf8)
    bytes += character
    bytes += Array("\u{1B}[\(column + 1)G".utf8)
  }

  private static func column(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 4, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return nil }
    return column(bytes.dropFirst().reduce(3) { $0 << 6 | UInt32($1 & 0x3F) })
  }
}
