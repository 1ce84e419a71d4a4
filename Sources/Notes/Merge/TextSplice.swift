import Agenda

/// A stretch of an old text that another one has in its place: what has to be done to places in the text, such as a
/// caret's, that it may stay between the same letters.
public struct TextSplice: Equatable, Sendable {
  /// UTF-8 bytes of the old text, between scalars.
  public var range: Range<Int>
  public var inserted: [UInt8]

  public init(_ range: Range<Int>, _ inserted: [UInt8]) { (self.range, self.inserted) = (range, inserted) }

  /// What differs between two texts, found by whole lines and cut to what differs within them; the last comes first, so
  /// that one after the other can be done to the old text.
  public static func all(from old: [UInt8], to new: [UInt8]) -> [TextSplice] { TextChange(from: old, to: new).splices }

  /// The line break that an open last line lacks, where the other text has one there: the line stays the same line.
  fileprivate static func closing(_ old: [UInt8], for new: [UInt8]) -> TextSplice? {
    guard let last = old.last, last != 0x0A, new.last == 0x0A else { return nil }
    return TextSplice(old.count..<old.count, [0x0A])
  }

  /// The same by whole lines.
  fileprivate static func lines(from old: [UInt8], to new: [UInt8]) -> [TextSplice] {
    let (oldPart, newPart) = differing(old, new)
    let lower = oldPart.startIndex
    let (oldLines, newLines) = (lines(oldPart), lines(newPart))
    var numbers = LineNumbers()
    let match = SequenceMatch(old: numbers.of(oldLines), new: numbers.of(newLines))
    return LineHunk.all(match, newCount: newLines.count).reversed().map { hunk in
      let from = oldLines[hunk.old].first?.startIndex ?? place(of: hunk.old.lowerBound, in: oldLines, lower)
      return TextSplice(
        from..<from + oldLines[hunk.old].reduce(0) { $0 + $1.count }, newLines[hunk.new].flatMap(\.self))
    }
  }

  /// The stretches of two texts that are left when what they have in common at both ends is taken away by whole lines.
  static func differing(_ old: [UInt8], _ new: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    // Mostly it is one place.
    let most = min(old.count, new.count)
    var (start, end) = (0, 0)
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        while start < most, old[start] == new[start] { start += 1 }
        while end < most - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
      }
    }
    let lower = old[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    func part(_ text: [UInt8]) -> ArraySlice<UInt8> {
      let rest = text.count - end
      // A line that begins where the common end does is common too.
      if rest > lower, text[rest - 1] == 0x0A, old.count - end > lower, new.count - end > lower,
        old[old.count - end - 1] == 0x0A, new[new.count - end - 1] == 0x0A
      {
        return text[lower..<rest]
      }
      return text[lower..<(text[rest...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count)]
    }
    return old == new ? ([], []) : (part(old), part(new))
  }

  /// Lines with their breaks.
  private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func place(of line: Int, in lines: [ArraySlice<UInt8>], _ lower: Int) -> Int {
    line < lines.count ? lines[line].startIndex : lines.last?.endIndex ?? lower
  }

  /// Without what old and new have in common at both ends, as far as that is whole words: letters that two words happen
  /// to share are not the same letters.
  fileprivate func cut(of text: [UInt8]) -> TextSplice {
    if range.isEmpty || inserted.isEmpty { return self }
    let (old, new) = (Array(text[range]), inserted)
    let most = min(old.count, new.count)
    func isGap(_ bytes: [UInt8], _ index: Int) -> Bool {
      !bytes.indices.contains(index) || bytes[index] == 0x20 || bytes[index] == 0x0A
    }
    var start = 0
    while start < most, old[start] == new[start] { start += 1 }
    while start > 0, !isGap(old, start - 1), !isGap(old, start) || !isGap(new, start) { start -= 1 }
    var end = 0
    while end < most - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    while end > 0, !isGap(old, old.count - end),
      !isGap(old, old.count - end - 1) || !isGap(new, new.count - end - 1)
    { end -= 1 }
    // A line that has nothing else in common has its own break too.
    if start == 0, old.suffix(end).allSatisfy({ $0 == 0x0A }) { end = 0 }
    return TextSplice(range.lowerBound + start..<range.upperBound - end, Array(new[start..<new.count - end]))
  }

  /// Where a place of the old text is in the new one.
  fileprivate func place(_ place: Int, isLineStart: Bool) -> Int {
    if place < range.lowerBound { return place }
    if place == range.lowerBound {
      return range.isEmpty && isLineStart && inserted.last == 0x0A ? place + inserted.count : place
    }
    if place >= range.upperBound { return place + inserted.count - range.count }
    return range.lowerBound + inserted.count
  }
}

/// What has become of a text, for those who have a place in it.
public struct TextChange: Sendable {
  /// What has to be done to the old text, the last first.
  public let splices: [TextSplice]
  private let lines: [TextSplice]
  private let old: [UInt8]

  public init(from old: [UInt8], to new: [UInt8]) {
    let closing = TextSplice.closing(old, for: new)
    let old = old + (closing?.inserted ?? [])
    self.old = old
    lines = TextSplice.lines(from: old, to: new)
    splices = [closing].compactMap(\.self) + lines.map { $0.cut(of: old) }
  }

  /// Where a place of the old text is in the new one: between the same letters, as long as these are there.
  ///
  /// It goes with a line that was moved. What is put in as whole lines comes before a place at the beginning of a line:
  /// who stands there has begun nothing in that line yet.
  public func place(_ offset: Int) -> Int {
    if let moved = moved(offset) { return moved }
    let isLineStart = offset == 0 || old[offset - 1] == 0x0A
    var place = offset
    for splice in splices { place = within(splice, offset, place) ?? splice.place(place, isLineStart: isLineStart) }
    return place
  }

  /// The place behind or before the letters that a changed stretch still has at its ends.
  private func within(_ splice: TextSplice, _ offset: Int, _ place: Int) -> Int? {
    guard offset == place, splice.range.lowerBound < offset, offset < splice.range.upperBound else { return nil }
    let (before, behind) = (old[splice.range.lowerBound..<offset], old[offset..<splice.range.upperBound])
    if splice.inserted.starts(with: before) { return place }
    guard splice.inserted.reversed().starts(with: behind.reversed()) else { return nil }
    return splice.range.lowerBound + splice.inserted.count - behind.count
  }

  /// The place in a line that was taken away and stands elsewhere; of several, the first.
  private func moved(_ offset: Int) -> Int? {
    guard let gone = lines.first(where: { $0.range.contains(offset) }) else { return nil }
    let start = old[gone.range.lowerBound..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? gone.range.lowerBound
    let end = old[offset..<gone.range.upperBound].firstIndex(of: 0x0A) ?? gone.range.upperBound
    guard start < end else { return nil }
    var found: Int?
    for (index, splice) in lines.enumerated() {
      // Those before it in the text come behind it in the list.
      let shift = lines[(index + 1)...].reduce(0) { $0 + $1.inserted.count - $1.range.count }
      var first = 0
      while first < splice.inserted.count {
        let last = splice.inserted[first...].firstIndex(of: 0x0A) ?? splice.inserted.count
        if splice.inserted[first..<last].elementsEqual(old[start..<end]) {
          found = splice.range.lowerBound + shift + first + offset - start
        }
        first = last + 1
      }
    }
    return found
  }
}
