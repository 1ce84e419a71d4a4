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
    place(min(max(0, end - 1), text.count))
  }

  enum Move: Sendable {
    case left, right, up, down, wordLeft, wordRight, lineStart, lineEnd, pageUp, pageDown, start, end

    /// The same to the other side; nil of what leads to none.
    fileprivate var mirrored: Move? {
      switch self {
      case .left: .right
      case .right: .left
      case .wordLeft: .wordRight
      case .wordRight: .wordLeft
      case .up, .down, .lineStart, .lineEnd, .pageUp, .pageDown, .start, .end: nil
      }
    }
  }

  /// Moves the caret; selecting, the text between is selected.
  mutating func move(_ move: Move, selecting: Bool = false) {
    let selected = selection
    if selecting { anchor = anchor ?? caret } else { anchor = nil }
    undoList.close()
    followsCaret = true
    if move != .up, move != .down, move != .pageUp, move != .pageDown { goal = nil }
    // In a line that is written from the right, left leads on in it: so the caret goes as the text does, and passes over
    // every letter once, also over words of the other direction.
    var move = move
    if let mirrored = move.mirrored, text.direction(at: caret) == .rightToLeft { move = mirrored }
    // Without Shift, left and right leave a selection at its end.
    if !selecting, !selected.isEmpty, move == .left || move == .right {
      caret = move == .left ? selected.lowerBound : selected.upperBound
      return
    }
    switch move {
    case .left: caret = caret > 0 ? text.stop(before: caret) : 0
    case .right: caret = text.stop(after: caret)
    case .up: moveRows(by: -1)
    case .down: moveRows(by: 1)
    case .pageUp: moveRows(by: -max(1, size.height - 1))
    case .pageDown: moveRows(by: max(1, size.height - 1))
    case .wordLeft: caret = text.wordStart(before: caret)
    case .wordRight: caret = text.wordEnd(after: caret)
    case .lineStart:
      let start = text.start(of: text.row(of: caret))
      caret = start == caret ? text.lineStart(of: caret) : start
    case .lineEnd:
      let end = text.end(of: text.row(of: caret))
      caret = end == caret ? text.lineEnd(of: caret) : end
    case .start: caret = 0
    case .end: caret = text.count
    }
  }

  private mutating func moveRows(by rows: Int) {
    let column = goal ?? text.column(of: caret)
    goal = column
    var row = text.row(of: caret)
    for step in 0..<abs(rows) {
      guard let next = rows < 0 ? text.row(before: row) : text.row(after: row) else {
        // At the first row up goes to the beginning, at the last down to the end.
        if step == 0 { caret = rows < 0 ? 0 : text.count } else { caret = text.offset(in: row, column: column) }
        return
      }
      row = next
    }
    caret = text.offset(in: row, column: column)
  }
}

// What is seen.
extension NoteEditor {
  /// Takes the size of the panel and brings the caret into sight.
  mutating func fit(_ size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    text.width = self.size.width
    caret = min(caret, text.count)
    var first = text.row(of: min(top, text.count))
    if followsCaret {
      let target = text.row(of: caret)
      if target.piece.start < first.piece.start || target.piece == first.piece && target.index < first.index {
        first = target
      } else if !isSeen(target, from: first) {
        first = target
        for _ in 1..<self.size.height {
          guard let before = text.row(before: first) else { break }
          first = before
        }
      }
    }
    top = text.start(of: first)
    text.stay(at: first.piece)
    // What is drawn is ready then.
    var row = first
    for _ in 0..<self.size.height {
      guard let next = text.row(after: row) else { break }
      row = next
    }
  }

  private mutating func isSeen(_ target: EditedText.Row, from first: EditedText.Row) -> Bool {
    var row = first
    for _ in 0..<size.height {
      if row == target { return true }
      guard let next = text.row(after: row) else { return false }
      row = next
    }
    return false
  }

  /// Moves what is seen by rows and leaves the caret where it is.
  mutating func scroll(by rows: Int) {
    var first = text.row(of: top)
    for _ in 0..<abs(rows) {
      guard let next = rows < 0 ? text.row(before: first) : text.row(after: first) else { break }
      first = next
    }
    top = text.start(of: first)
    followsCaret = false
  }

  /// The place in the text that is seen at a column and row of the panel, or in the row above the first that is seen.
  mutating func offset(x: Int, y: Int) -> Int {
    var row = text.row(of: top)
    if y < 0 { row = text.row(before: row) ?? row }
    for _ in 0..<max(0, y) {
      guard let next = text.row(after: row) else { return text.end(of: row) }
      row = next
    }
    return text.offset(in: row, column: x)
  }
}
