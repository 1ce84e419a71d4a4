import Cells

// The paragraphs of a document: one of them is always the one that is read.
extension Page {
  /// Its place among the paragraphs; nil where nothing is numbered.
  ///
  /// It is the one at the line that the reader has come to, between two the one that follows.
  var paragraphRead: Int? {
    let paragraphs = content.paragraphs
    guard !paragraphs.isEmpty else { return nil }
    let line = top + below
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return min(low, paragraphs.count - 1)
  }

  /// What the paragraph that is read is called by.
  var numberRead: String? { paragraphRead.map { content.paragraphs[$0].number } }

  func paragraph(numbered number: String) -> Int? { content.paragraphs.firstIndex { $0.number == number } }

  /// Goes to the beginning of a paragraph; it is brought into sight when the page is fitted to its place.
  mutating func goTo(paragraph index: Int) {
    guard content.paragraphs.indices.contains(index) else { return }
    let line = content.paragraphs[index].lines.lowerBound
    // What stands before it gives it its place.
    top = max(0, line - 1)
    below = line - top
    currentMatch = nil
  }

  /// Stays at a paragraph where its lines are other ones, and moves the text only if it is not there any more.
  mutating func stay(at index: Int) {
    guard content.paragraphs.indices.contains(index) else { return below = 0 }
    let lines = content.paragraphs[index].lines
    if lines.upperBound <= top { top = lines.lowerBound }
    below = max(0, lines.lowerBound - top)
  }

  /// Reads on at a line that is seen, as a click chooses it.
  mutating func read(line: Int) {
    guard !content.paragraphs.isEmpty, line >= top, line < content.lines.count else { return }
    below = line - top
  }

  /// Moves on by rows: the text as long as it can be moved, at its ends the line that is read.
  mutating func scroll(by step: Int, rows: Int) {
    guard !content.paragraphs.isEmpty else {
      top += step
      return
    }
    let last = lastTop(rows: rows)
    if step > 0 {
      let moved = min(step, max(0, last - top))
      (top, below) = (top + moved, below + step - moved)
    } else {
      // A page moves the text, a line at an end first the line that is read.
      let atEnd = step == -1 && (top >= last || top == 0) ? min(below, 1) : 0
      below -= atEnd
      let moved = min(top, -step - atEnd)
      top -= moved
      below = max(0, below + step + atEnd + moved)
    }
  }

  /// Moves the text no further than needed to show the paragraph that is read, from its beginning where it is long.
  mutating func keepReadInSight(rows: Int) {
    guard let index = paragraphRead else { return }
    let (line, lines) = (top + below, content.paragraphs[index].lines)
    top = Scroll.top(top, showing: lines, of: content.lines.count, rows: rows, isAimed: false)
    below = max(0, min(line - top, rows - 1))
  }

  /// Marks the paragraph that is read beside its lines, and those that have notes.
  func drawParagraphs(isFocused: Bool, noted: Set<String>, in rect: Rect, into canvas: inout Canvas) {
    guard let read = paragraphRead else { return }
    let seen = top..<top + rect.height
    for (index, paragraph) in content.paragraphs.enumerated() where paragraph.lines.overlaps(seen) {
      let y = rect.y + max(paragraph.lines.lowerBound, top) - top
      let hasNote = noted.contains(paragraph.number)
      if index == read {
        let shown = paragraph.lines.clamped(to: seen)
        canvas.buffer.restyle(
          Rect(x: rect.x, y: y, width: min(rect.width, 1 + content.paragraphMargin), height: shown.count),
          with: canvas.theme.style(isFocused ? .selected : .selectedUnfocused))
        if !hasNote { canvas.put(">", x: rect.x, y: y, isFocused ? .selected : .selectedUnfocused, in: rect) }
        if isFocused { canvas.cursor = Point(x: rect.x, y: y) }
      }
      guard hasNote, paragraph.lines.lowerBound >= top else { continue }
      let role: Role = index == read ? (isFocused ? .selected : .selectedUnfocused) : .sign
      canvas.put(canvas.isASCII ? "." : "•", x: rect.x, y: y, role, in: rect)
    }
  }
}
