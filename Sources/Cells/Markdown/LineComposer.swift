/// Collects set lines under the margins that open containers draw: bullets, numbers, bars.
struct LineComposer {
  private struct Margin {
    var first: [Span]
    var rest: [Span]
    var width: Int
    /// Whether it is the sign of a list.
    var isSign: Bool
    /// Whether a line with `first` has been set.
    var isBegun = false
  }

  /// Deeper containers are set without a margin of their own.
  private static let deepest = 50

  let width: Int
  private(set) var lines: [TextLine] = []
  private(set) var paragraphStarts: [Int] = []
  /// The number of the paragraph that begins on the next line with text, counted from 1.
  var nextParagraph: Int?
  /// What stands in the outermost margin beside that line.
  var nextSign: [Span] = []
  /// Whether a blank line stands before the next block.
  var wantsGap = false

  /// A number or bullet for which there was no margin; the next running text begins with it.
  private var looseSign: [Span] = []
  private var margins: [Margin] = []
  /// For each open container, whether it has a margin.
  private var hasMargin: [Bool] = []
  private var marginWidth = 0

  init(width: Int) { self.width = max(1, width) }

  /// The columns that the margins leave.
  var room: Int { width - marginWidth }

  /// Opens a container whose first line begins with `first` and whose others begin with `rest`, equally wide.
  ///
  /// Without a margin if the text would be left less than half of the width.
  mutating func open(first: [Span], rest: [Span]) {
    let columns = first.reduce(0) { $0 + $1.width }
    let fits = columns > 0 && marginWidth + columns <= min(width / 2, width - 2) && margins.count < Self.deepest
    hasMargin.append(fits)
    guard fits else {
      if first.contains(where: { $0.role == .number }) { looseSign = first }
      return
    }
    let isSign = first.contains { $0.role == .number }
    margins.append(Margin(first: first, rest: rest, width: columns, isSign: isSign))
    marginWidth += columns
  }

  /// Opens a container with a sign on its first line and blanks below it.
  mutating func open(sign: Span) {
    open(first: [sign], rest: [Span(String(repeating: " ", count: sign.width))])
  }

  /// Wraps running text into the room that the margins leave, and adds it.
  mutating func addWrapped(_ spans: [Span]) {
    if hasMargin.first == false, !nextSign.isEmpty { (looseSign, nextSign) = (nextSign + looseSign, []) }
    add(wrap(looseSign + spans, width: room))
  }

  /// Closes the innermost container; one that stayed empty shows its sign.
  mutating func close() {
    guard let had = hasMargin.popLast(), had else { return }
    if let last = margins.last, !last.isBegun, last.first.contains(where: { $0.role == .number }) { add([.empty]) }
    marginWidth -= margins.popLast()?.width ?? 0
  }

  /// Adds the lines of one block.
  mutating func add(_ block: [TextLine]) {
    guard !block.isEmpty else { return }
    if wantsGap, !lines.isEmpty { addBlank() }
    wantsGap = false
    looseSign = []
    for line in block {
      var spans: [Span] = []
      var fixed = 0
      var isFixed = true
      for index in margins.indices {
        // A list that is written from the right has its signs at the right, while what stands around it stays.
        if line.direction == .rightToLeft, margins[index].isSign { isFixed = false }
        if isFixed { fixed += margins[index].width }
        spans += margins[index].isBegun ? margins[index].rest : margins[index].first
        margins[index].isBegun = true
      }
      if !nextSign.isEmpty, hasMargin.first == true, !spans.isEmpty { spans[0] = nextSign[0] }
      nextSign = []
      if nextParagraph != nil { paragraphStarts.append(lines.count) }
      var set = TextLine(spans + line.spans, paragraph: nextParagraph, direction: line.direction)
      set.trimEnd()
      if line.direction != nil { set.fixedColumns = fixed + line.fixedColumns }
      set = set.aligned(in: width)
      lines.append(set)
      nextParagraph = nil
    }
  }

  /// A blank line, with the bars of the quotations that go on through it.
  private mutating func addBlank() {
    var line = TextLine.empty
    for margin in margins {
      guard margin.isBegun else { break }
      line.spans += margin.rest
    }
    line.trimEnd()
    lines.append(line)
  }
}

extension TextLine {
  /// Takes away the spaces at the end.
  mutating func trimEnd() {
    while let last = spans.last {
      let trimmed = last.text.utf8.last == 0x20 ? last.text.withoutTrailingSpaces : last.text
      if !trimmed.isEmpty {
        spans[spans.count - 1].text = trimmed
        return
      }
      spans.removeLast()
    }
  }
}

/// Lines of program text: never wrapped by words, only folded where they are too wide.
enum CodeFolding {
  private static let tabStop = 4

  /// The lines of a code block at a width of 1 or more; a tab goes to the next multiple of four columns.
  static func lines(_ code: String, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    var rest = code[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex { $0 == 0x0A } ?? rest.endIndex
      fold(rest[..<end], width, into: &lines)
      rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : ""
    }
    return lines
  }

  private static func fold(_ line: Substring, _ width: Int, into lines: inout [TextLine]) {
    var text = ""
    var columns = 0
    func addGlyphs(_ part: Substring) {
      for glyph in Glyphs(part) {
        if columns > 0, columns + glyph.width > width { endLine() }
        text.append(glyph)
        columns += glyph.width
      }
    }
    func endLine() {
      // A program is written from the left, whatever its words are.
      lines.append(TextLine([Span(text, role: .code)], direction: text.holdsRightToLeft ? .leftToRight : nil))
      (text, columns) = ("", 0)
    }
    for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { addGlyphs(Substring(String(repeating: " ", count: tabStop - columns % tabStop))) }
      addGlyphs(part)
    }
    endLine()
  }
}
