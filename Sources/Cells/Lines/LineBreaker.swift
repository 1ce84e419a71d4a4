/// Breaks spans into lines of words, reading every scalar once.
struct LineBreaker {
  /// A glyph and the span that it comes from.
  private struct Ink {
    var glyph: Glyph
    var span: Int
  }

  private let spans: [Span]
  private let width: Int
  private let firstIndent: [Span]
  private let hangingIndent: Int
  /// That of the whole text; nil where nothing of it is written from the right.
  private let direction: TextDirection?

  private var finished: [TextLine] = []
  /// The line being filled, the columns taken on it, and whether a word stands on it yet.
  private var line: [Span] = []
  private var used = 0
  /// Columns of what the first line begins with.
  private let firstIndentWidth: Int
  /// Columns of what the line begins with, which are no part of the text.
  private var indentWidth = 0
  private var hasWord = false
  /// The span that the line's last text comes from.
  private var lineSpan: Int?
  /// The word being read, which is not yet on a line.
  private var word: [Ink] = []
  private var wordWidth = 0
  /// Signs of ASCII on their way from the word to the line.
  private var plain: [UInt8] = []
  /// Places in the word where a soft hyphen allows a break.
  private var softHyphens: [Int] = []
  /// The span of the space before the word, if there is one.
  private var space: Int?

  init(spans: [Span], width: Int, firstIndent: [Span], hangingIndent: Int) {
    self.spans = spans
    self.width = max(1, width)
    // Half of the width is left to the text, and two columns, so that a wide character fits.
    self.hangingIndent = max(0, min(hangingIndent, self.width / 2, self.width - 2))
    let indentWidth = firstIndent.reduce(0) { $0 + $1.width }
    let fits = indentWidth <= self.width - 2
    (self.firstIndent, firstIndentWidth) = fits ? (firstIndent, indentWidth) : ([], 0)
    direction =
      spans.contains { $0.text.holdsRightToLeft } ? TextDirection(ofParts: spans.lazy.map(\.text)) : nil
  }

  mutating func lines() -> [TextLine] {
    (line, used, indentWidth) = (firstIndent, firstIndentWidth, firstIndentWidth)
    for index in spans.indices { read(index) }
    flush()
    end()
    return finished
  }

  private var room: Int { width - used }
  /// The columns of a whole line, which a word must exceed to be broken.
  private var wholeRoom: Int { width - hangingIndent }

  private mutating func read(_ index: Int) {
    var text = spans[index].text
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var place = start
    while place < scalars.endIndex {
      if place == start {
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
        let end = text.withUTF8 { placePlainWords($0, from: offset, index) }
        if end > offset {
          start = text.utf8.index(start, offsetBy: end - offset)
          place = start
        }
      }
      skipLetters(of: text.utf8, from: &place)
      guard place < scalars.endIndex else { break }
      let separator = WordSeparator(scalars[place])
      guard separator != .none else {
        scalars.formIndex(after: &place)
        continue
      }
      readWord(scalars[start..<place], index)
      let value = scalars[place].value
      scalars.formIndex(after: &place)
      switch separator {
      case .none: break
      case .space:
        flush()
        space = index
      case .softHyphen: if word.count > softHyphens.last ?? 0 { softHyphens.append(word.count) }
      case .invisible: flush()
      case .newLine:
        if value == 0x0D, place < scalars.endIndex, scalars[place].value == 0x0A { scalars.formIndex(after: &place) }
        flush()
        breakLine()
      }
      start = place
    }
    readWord(scalars[start...], index)
  }

  /// Goes on to the next place where a word could end: printable ASCII, which most text is, separates nothing.
  private func skipLetters(of bytes: String.UTF8View, from place: inout String.Index) {
    while place < bytes.endIndex, (0x21..<0x7F).contains(bytes[place]) { bytes.formIndex(after: &place) }
  }

  /// Places words of ASCII signs before a space or line break at once, as long as a line can hold them, and gives the
  /// offset behind the last of them and its space.
  private mutating func placePlainWords(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, _ index: Int) -> Int {
    guard word.isEmpty else { return offset }
    let most = wholeRoom
    var start = offset
    while true {
      var end = start
      while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
      let count = end - start
      guard count > 0, count <= most, end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x0A else { return start }
      if gap + count > room {
        guard hasWord else { return start }
        breakLine()
      }
      if hasWord, let space { write(Ink(glyph: .space, span: space)) }
      space = nil
      // All that fits behind it is taken in one piece.
      while let next = wordEnd(behind: end, in: bytes), next - end - 1 <= most, next - start <= room { end = next }
      continueLine(in: index)
      line[line.count - 1].text += String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      used += end - start
      hasWord = true
      guard bytes[end] == 0x20 else { return end }
      space = index
      softHyphens.removeAll(keepingCapacity: true)
      start = end + 1
    }
  }

  /// The end of the word of ASCII signs that begins behind the one space at a place, before another space or a line
  /// break; nil where there is none.
  private func wordEnd(behind place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[place] == 0x20 else { return nil }
    var end = place + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
    return end > place + 1 && end < bytes.count && (bytes[end] == 0x20 || bytes[end] == 0x0A) ? end : nil
  }

  private mutating func readWord(_ part: Substring.UnicodeScalarView, _ index: Int) {
    guard !part.isEmpty else { return }
    let text = Substring(part)
    if text.utf8.withContiguousStorageIfAvailable({ readPlainWord($0, index) }) == true { return }
    for glyph in Glyphs(text) {
      if let last = word.last, WideBreaks.allowed(between: last.glyph, and: glyph) { flush() }
      word.append(Ink(glyph: glyph, span: index))
      wordWidth += glyph.width
      if wordWidth > wholeRoom { breakLongWord() }
    }
  }

  /// Reads a word of ASCII signs, or a part of one; false where it has others.
  private mutating func readPlainWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    for byte in bytes {
      let glyph = Glyph(base: UInt32(byte), width: 1, utf8Length: 1)
      if let last = word.last, WideBreaks.allowed(between: last.glyph, and: glyph) { flush() }
      word.append(Ink(glyph: glyph, span: index))
      wordWidth += 1
      if wordWidth > wholeRoom { breakLongWord() }
    }
    return true
  }

  /// Puts the word on this line, or the next.
  private mutating func flush() {
    while !word.isEmpty {
      if gap + wordWidth <= room {
        placeGlyphs(word.count)
      } else if hyphenate() {
        breakLine()
      } else if hasWord {
        breakLine()
      } else {
        placeGlyphs(cut(room))
        if !word.isEmpty { breakLine() }
      }
    }
    softHyphens.removeAll(keepingCapacity: true)
  }

  /// Places what fits of a word that no line can hold, so that no more than a line of it is ever kept.
  private mutating func breakLongWord() {
    while wordWidth > max(wholeRoom, room - gap), word.count > 1 {
      if hyphenate() {
        breakLine()
        continue
      }
      if let onThisLine = preferredCut(room - gap) {
        placeGlyphs(onThisLine)
      } else if !hasWord {
        placeGlyphs(cut(room))
      }
      breakLine()
    }
  }

  /// Places the word up to the last soft hyphen that fits on this line; false if none does.
  private mutating func hyphenate() -> Bool {
    guard !softHyphens.isEmpty else { return false }
    let fitting = fitting(room - gap - 1)
    guard let place = softHyphens.last(where: { $0 > 0 && $0 <= fitting }) else { return false }
    let span = word[place - 1].span
    placeGlyphs(place)
    write(Ink(glyph: Glyph(base: 0x2D, width: 1, utf8Length: 0), span: span))
    return true
  }

  /// The column that the space before the word takes.
  private var gap: Int { hasWord && space != nil ? 1 : 0 }

  /// How many glyphs fit into some columns, one at least; those up to the last good place if there is one.
  private func cut(_ columns: Int) -> Int {
    preferredCut(columns) ?? max(1, fitting(columns))
  }

  private func fitting(_ columns: Int) -> Int {
    var taken = 0
    for (count, ink) in word.enumerated() {
      taken += ink.glyph.width
      if taken > columns { return count }
    }
    return word.count
  }

  /// The glyphs up to the last sign after which a long word is best broken, as addresses are.
  private func preferredCut(_ columns: Int) -> Int? {
    let limit = min(fitting(columns), word.count - 1)
    guard limit > 1 else { return nil }
    // `://` stays whole, and a line of one or two letters is no gain.
    for count in stride(from: limit, to: 2, by: -1) {
      let (last, next) = (word[count - 1].glyph.base, word[count].glyph.base)
      if WideBreaks.addressSigns.contains(last), !WideBreaks.addressSigns.contains(next) { return count }
    }
    return nil
  }

  /// Moves glyphs from the word's beginning to the line, after the space before it.
  private mutating func placeGlyphs(_ count: Int) {
    if hasWord, let space { write(Ink(glyph: .space, span: space)) }
    space = nil
    var columns = 0
    for ink in word[..<count] {
      if ink.span != lineSpan || !ink.glyph.isPlain {
        writePlain()
        continueLine(in: ink.span)
      }
      if ink.glyph.isPlain {
        plain.append(UInt8(truncatingIfNeeded: ink.glyph.base))
      } else {
        line[line.count - 1].text.append(ink.glyph)
      }
      columns += ink.glyph.width
    }
    writePlain()
    used += columns
    wordWidth -= columns
    word.removeFirst(count)
    softHyphens = softHyphens.isEmpty ? [] : softHyphens.compactMap { $0 > count ? $0 - count : nil }
    hasWord = true
  }

  /// Signs of ASCII that are written in one piece.
  private mutating func writePlain() {
    guard !plain.isEmpty else { return }
    line[line.count - 1].text += String(decoding: plain, as: UTF8.self)
    plain.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ ink: Ink) {
    continueLine(in: ink.span)
    line[line.count - 1].text.append(ink.glyph)
    used += ink.glyph.width
  }

  /// Makes the last span of the line one that looks as the source's.
  private mutating func continueLine(in span: Int) {
    guard span != lineSpan else { return }
    lineSpan = span
    let source = spans[span]
    guard line.last?.looksLike(source) != true else { return }
    line.append(Span("", role: source.role, attributes: source.attributes, link: source.link))
  }

  private mutating func beginNext() {
    line = hangingIndent > 0 ? [Span(String(repeating: " ", count: hangingIndent))] : []
    (used, indentWidth) = (hangingIndent, hangingIndent)
    hasWord = false
    space = nil
    lineSpan = nil
  }

  private mutating func end() {
    var finishedLine = TextLine(line, direction: direction)
    if direction != nil { finishedLine.fixedColumns = indentWidth }
    finished.append(finishedLine)
  }

  private mutating func breakLine() {
    end()
    beginNext()
  }
}
