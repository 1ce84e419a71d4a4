// The lines and words of a text.
extension EditedText {
  /// Where the line begins, however many rows it takes.
  func lineStart(of offset: Int) -> Int {
    var piece = find(offset)
    while let before = self.piece(before: piece), !pieces[before.index].endsLine { piece = before }
    return piece.start
  }

  /// Where the line's text ends, before its line break.
  mutating func lineEnd(of offset: Int) -> Int {
    var piece = find(offset)
    while !pieces[piece.index].endsLine, let after = self.piece(after: piece) { piece = after }
    let layout = layout(piece)
    return piece.start + layout.stops[layout.stops.count - 1]
  }

  mutating func wordStart(before offset: Int) -> Int {
    var place = offset
    while place > 0, case let before = stop(before: place), !isWord(at: before) { place = before }
    while place > 0, case let before = stop(before: place), isWord(at: before) { place = before }
    return place
  }

  mutating func wordEnd(after offset: Int) -> Int {
    var place = offset
    while place < count, !isWord(at: place) { place = stop(after: place) }
    while place < count, isWord(at: place) { place = stop(after: place) }
    return place
  }

  /// The word around an offset; empty where there is none.
  mutating func word(at offset: Int) -> Range<Int> {
    guard offset < count, isWord(at: offset) else { return offset..<offset }
    let end = wordEnd(after: offset)
    return wordStart(before: end)..<end
  }

  /// Whether the scalar at an offset belongs to a word.
  private func isWord(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 {
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x27
    }
    let scalar = string(in: offset..<min(offset + 4, count)).unicodeScalars.first
    switch scalar?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return scalar?.value == 0x2019
    }
  }
}
