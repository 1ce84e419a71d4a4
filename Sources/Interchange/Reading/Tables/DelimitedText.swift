import Markup

/// The rows of a text whose columns one sign parts (RFC 4180): quotes may stand around a cell, and lines inside them.
struct DelimitedText {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  /// Lines with a quotation mark at the beginning of a cell whose fellow is missing: it is a sign like any other there.
  private(set) var openQuotes: [Int] = []
  /// How far it is looked for a fellow, once one was not found at all.
  private var reach = Int.max
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
    if index < bytes.count, bytes[index] == UInt8(ascii: "\""), let end = quotedEnd() {
      var place = index + 1
      while place < end {
        if bytes[place] == 0x0A { line += 1 }
        text.append(bytes[place])
        // Two quotes are one of the text.
        place += bytes[place] == UInt8(ascii: "\"") && bytes[place + 1] == UInt8(ascii: "\"") && place + 1 < end ? 2 : 1
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

  /// Where the quotes end that begin here; nil where they do not, which is kept in mind.
  private mutating func quotedEnd() -> Int? {
    let end = closingQuote()
    if end == nil { openQuotes.append(line) }
    return end
  }

  /// The quotation mark that a separator or the end of a line follows.
  ///
  /// One that stands where a cell begins, with words behind it, begins a cell of its own: the first has no end. Others are
  /// signs of the text, which some programs forget to double.
  private mutating func closingQuote() -> Int? {
    var place = index + 1
    let limit = min(bytes.count, reach == .max ? .max : index + reach)
    while place < limit {
      guard bytes[place] == UInt8(ascii: "\"") else {
        place += 1
        continue
      }
      if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
        place += 2
        continue
      }
      if isBoundary(after: place) { return place }
      if isBoundary(before: place) { return nil }
      place += 1
    }
    // What was not found once is not sought to the end again and again.
    reach = 1 << 12
    return nil
  }

  private func isBoundary(after place: Int) -> Bool {
    let next = bytes[(place + 1)...].first { $0 != 0x20 && ($0 != 0x09 || separator == 0x09) }
    return next.map { $0 == separator || $0 == 0x0A } ?? true
  }

  private func isBoundary(before place: Int) -> Bool {
    let last = bytes[..<place].last { $0 != 0x20 }
    return last == separator || last == 0x0A
  }

  private func trimmed(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).trimmingBlanks }
}
