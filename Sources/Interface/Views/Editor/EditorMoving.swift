import Cells

extension NoteEditor {
  /// Places the caret behind a line, counted from 1; behind the last where there are fewer.
  mutating func go(toLine number: Int) {
    var end = 0
    for line in text.string(in: 0..<text.count).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .prefix(max(1, number))
    {
      end += line.count + 1
    }
    (caret, anchor, goal, followsCaret) = (min(max(0, end - 1), text.count), nil, nil, true)
  }

  enum Move: Sendable {
    case left, right, up, down, wordLeft, wordRight, lineStart, lineEnd, pageUp, pageDown, start, end
  }

  /// Moves the caret; selecting, the text between is selected.
  mutating func move(_ move: Move, selecting: Bool = false) {
    let selected = selection
    if selecting { anchor = anchor ?? caret } else { anchor = nil }
    undoList.close()
    followsCaret = true
    if move != .up, move != .down, move != .pageUp, move != .pageDown { goal = nil }
    // Without Shift, left and right leave a selection at its end.
    if !selecting, !selected.isEmpty, move == .left || move == .right {
      caret = move == .left ? selected.lowerBound : selected.upperBound
      return
    }
    switch move {
    case .left: caret = caret > 0 ? stop(before: caret) : 0
    case .right: caret = stop(after: caret)
    case .up: moveRows(by: -1)
    case .down: moveRows(by: 1)
    case .pageUp: moveRows(by: -max(1, size.height - 1))
    case .pageDown: moveRows(by: max(1, size.height - 1))
    case .wordLeft: caret = wordStart(before: caret)
    case .wordRight: caret = wordEnd(after: caret)
    case .lineStart:
      let start = start(of: row(of: caret))
      caret = start == caret ? lineStart(of: caret) : start
    case .lineEnd:
      let end = end(of: row(of: caret))
      caret = end == caret ? lineEnd(of: caret) : end
    case .start: caret = 0
    case .end: caret = text.count
    }
  }

  private mutating func moveRows(by rows: Int) {
    let column = goal ?? column(of: caret)
    goal = column
    var row = row(of: caret)
    for step in 0..<abs(rows) {
      guard let next = rows < 0 ? self.row(before: row) : self.row(after: row) else {
        // At the first row up goes to the beginning, at the last down to the end.
        if step == 0 { caret = rows < 0 ? 0 : text.count } else { caret = offset(in: row, column: column) }
        return
      }
      row = next
    }
    caret = offset(in: row, column: column)
  }

  // MARK: - Lines and words

  /// Where the line begins, however many rows it takes.
  func lineStart(of offset: Int) -> Int {
    var piece = text.find(offset)
    while let before = text.piece(before: piece), !text.pieces[before.index].endsLine { piece = before }
    return piece.start
  }

  /// Where the line's text ends, before its line break.
  mutating func lineEnd(of offset: Int) -> Int {
    var piece = text.find(offset)
    while !text.pieces[piece.index].endsLine, let after = text.piece(after: piece) { piece = after }
    let layout = text.layout(piece, width: width)
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
    while place < text.count, !isWord(at: place) { place = stop(after: place) }
    while place < text.count, isWord(at: place) { place = stop(after: place) }
    return place
  }

  /// The word around an offset; empty where there is none.
  mutating func word(at offset: Int) -> Range<Int> {
    guard offset < text.count, isWord(at: offset) else { return offset..<offset }
    let end = wordEnd(after: offset)
    return wordStart(before: end)..<end
  }

  /// Whether the scalar at an offset belongs to a word.
  private func isWord(at offset: Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 {
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x27
    }
    let scalar = text.string(in: offset..<min(offset + 4, text.count)).unicodeScalars.first
    switch scalar?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return scalar?.value == 0x2019
    }
  }
}
