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
