import Markup

/// The rows of a text whose columns one sign parts (RFC 4180): quotes may stand around a cell, and lines inside them.
struct DelimitedText {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  /// Columns of a row at most; what is beyond them is left out.
  private static let columnLimit = 20_000

  init(_ text: String, separator: UInt8) { (bytes, self.separator) = (Array(text.utf8), separator) }

  /// How much of it has been read, from 0 to 1.
  var share: Double { Double(index) / Double(max(bytes.count, 1)) }

  /// The next row that has anything in it, with the line that it begins in; nil at the end.
  mutating func next() -> (cells: [String], line: Int)? {
    while index < bytes.count {
      let first = line
      let cells = row()
      if cells.contains(where: { !$0.isEmpty }) { return (cells, first) }
    }
    return nil
  }

  private mutating func row() -> [String] {
    var cells: [String] = []
    var isOver = false
    while !isOver {
      let cell = self.cell(&isOver)
      if cells.count < DelimitedText.columnLimit { cells.append(cell) }
    }
    while cells.last?.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  private mutating func cell(_ isOver: inout Bool) -> String {
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\""), let end = closingQuote() {
      var place = index + 1
      while place < end {
        if bytes[place] == 0x0A { line += 1 }
        text.append(bytes[place])
        // Two quotes are one of the text.
        place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
      }
      index = end + 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == separator { return trimmed(text) }
      if byte == 0x0A {
        line += 1
        break
      }
      // A NUL stands where some programs have nothing.
      if byte != 0 { text.append(byte) }
    }
    isOver = true
    return trimmed(text)
  }

  /// Where the quotes end that begin here; nil where they do not, and are signs like any other.
  private func closingQuote() -> Int? {
    var place = index + 1
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\"") else {
        place += 1
        continue
      }
      if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
        place += 2
        continue
      }
      return place
    }
    return nil
  }

  private func trimmed(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).trimmingBlanks }
}
