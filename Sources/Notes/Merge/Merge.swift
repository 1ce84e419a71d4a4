/// Two changes of one text brought together, line by line, against the text that both began with.
struct Merge: Equatable {
  /// Both changes; where they contradict each other, ours.
  let text: [UInt8]
  /// They do contradict each other: something of theirs is not in the text.
  let isConflict: Bool

  init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    if ours == theirs || theirs == base {
      (text, isConflict) = (ours, false)
    } else if ours == base {
      (text, isConflict) = (theirs, false)
    } else {
      var merger = Merger(base: base, ours: ours, theirs: theirs)
      merger.run()
      (text, isConflict) = (merger.text, merger.isConflict)
    }
  }
}

/// A text as its lines, without their breaks.
private struct Lines {
  var lines: [ArraySlice<UInt8>]
  /// Whether the last line ends with a break.
  var isClosed: Bool

  init(_ text: [UInt8]) {
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    isClosed = lines.last?.isEmpty ?? false
    if isClosed { lines.removeLast() }
  }
}

private struct Merger {
  private(set) var isConflict = false
  private var merged: [ArraySlice<UInt8>] = []
  private let base: Lines
  private let ours: Lines
  private let theirs: Lines

  init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    (self.base, self.ours, self.theirs) = (Lines(base), Lines(ours), Lines(theirs))
  }

  var text: [UInt8] {
    var text: [UInt8] = Array(merged.joined(separator: CollectionOfOne(0x0A)))
    // A break at the end is merged like a line.
    let isClosed = ours.isClosed == base.isClosed ? theirs.isClosed : ours.isClosed
    if isClosed, !merged.isEmpty { text.append(0x0A) }
    return text
  }

  mutating func run() {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ lines: Lines) -> [Int] {
      lines.lines.map { line in
        if let number = numbers[line] { return number }
        numbers[line] = numbers.count
        return numbers.count - 1
      }
    }
    let old = numbered(base)
    let inOurs = LineMatch(old: old, new: numbered(ours)).places
    let inTheirs = LineMatch(old: old, new: numbered(theirs)).places
    var (baseStart, ourStart, theirStart) = (0, 0, 0)
    for line in old.indices {
      guard let our = inOurs[line], let their = inTheirs[line] else { continue }
      settle(baseStart..<line, ourStart..<our, theirStart..<their)
      merged.append(base.lines[line])
      (baseStart, ourStart, theirStart) = (line + 1, our + 1, their + 1)
    }
    settle(
      baseStart..<old.count, ourStart..<ours.lines.count, theirStart..<theirs.lines.count)
  }

  /// A stretch between lines that all three have.
  private mutating func settle(_ basePart: Range<Int>, _ ourPart: Range<Int>, _ theirPart: Range<Int>) {
    let (old, our, their) = (base.lines[basePart], ours.lines[ourPart], theirs.lines[theirPart])
    if our.elementsEqual(their) || their.elementsEqual(old) {
      merged += our
    } else if our.elementsEqual(old) {
      merged += their
    } else if old.isEmpty {
      // Both have put something in: it all stays, and what the other one has grown from is not said twice.
      if our.starts(with: their) {
        merged += our
      } else if their.starts(with: our) {
        merged += their
      } else {
        merged += their
        merged += our
      }
    } else if old.count == our.count, old.count == their.count {
      for ((old, our), their) in zip(zip(old, our), their) { settleLine(old, our, their) }
    } else {
      merged += our
      isConflict = true
    }
  }

  /// One line that both have changed: each change is a stretch of it, and they may lie apart.
  private mutating func settleLine(_ old: ArraySlice<UInt8>, _ our: ArraySlice<UInt8>, _ their: ArraySlice<UInt8>) {
    if our == their || their == old {
      merged.append(our)
    } else if our == old {
      merged.append(their)
    } else {
      let (ourChange, theirChange) = (Merger.change(from: old, to: our), Merger.change(from: old, to: their))
      let parts = [(ourChange, our), (theirChange, their)].sorted { $0.0.lowerBound < $1.0.lowerBound }
      // Side by side is too near: which of the two comes first would be a guess.
      guard parts[0].0.upperBound < parts[1].0.lowerBound else {
        merged.append(our)
        isConflict = true
        return
      }
      var line: [UInt8] = []
      var start = 0
      for (change, new) in parts {
        line += old.dropFirst(start).prefix(change.lowerBound - start)
        line += new.dropFirst(change.lowerBound).dropLast(old.count - change.upperBound)
        start = change.upperBound
      }
      merged.append(line + old.dropFirst(start))
    }
  }

  /// The bytes of the old line that are not in the new one's beginning or end, on boundaries between scalars.
  private static func change(from old: ArraySlice<UInt8>, to new: ArraySlice<UInt8>) -> Range<Int> {
    let (oldBytes, newBytes) = (Array(old), Array(new))
    let most = min(oldBytes.count, newBytes.count)
    func isInside(_ bytes: [UInt8], _ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
    var start = 0
    while start < most, oldBytes[start] == newBytes[start] { start += 1 }
    while start > 0, isInside(oldBytes, start) || isInside(newBytes, start) { start -= 1 }
    var end = 0
    while end < most - start, oldBytes[oldBytes.count - 1 - end] == newBytes[newBytes.count - 1 - end] { end += 1 }
    while end > 0, isInside(oldBytes, oldBytes.count - end) { end -= 1 }
    return start..<oldBytes.count - end
  }
}
