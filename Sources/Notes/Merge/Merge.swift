import Agenda

/// Two changes of one text brought together, line by line, against the text that both began with.
///
/// No line is ever made of two. What only one has changed stands as that one left it; what both have put in at one place
/// stands whole, theirs first, equal or not. Where both have changed a line, or one has changed what the other took away,
/// both stand: ours first, theirs below it with a mark (`ConflictLine`).
struct Merge: Equatable {
  /// Whose changes they are.
  enum Sides {
    /// Ours, and those of a program that knows nothing of us: what contradicts is marked.
    case others
    /// Two of our own, that see each other's text at once: both stand, and nothing is marked.
    case windows
  }

  let text: [UInt8]
  /// How often they contradict each other.
  let conflicts: Int

  var isConflict: Bool { conflicts > 0 }

  init(base: [UInt8], ours: [UInt8], theirs: [UInt8], between sides: Sides = .others) {
    // Where both are the same they may still have put it in twice.
    if theirs == base {
      (text, conflicts) = (ours, 0)
    } else if ours == base {
      (text, conflicts) = (theirs, 0)
    } else {
      var merger = Merger(base: base, ours: ours, theirs: theirs, sides)
      merger.run()
      (text, conflicts) = (merger.text, merger.conflicts)
    }
  }
}

private struct Merger {
  /// One of the two changes: what differs from the base, and how much of it has been passed.
  private struct Side {
    let lines: [ArraySlice<UInt8>]
    let places: [Int?]
    let hunks: [LineHunk]
    var next = 0
    /// The line that stands where the base is at.
    var line = 0

    init(_ lines: [ArraySlice<UInt8>], _ match: SequenceMatch) {
      (self.lines, places) = (lines, match.places)
      hunks = LineHunk.all(match, newCount: lines.count)
    }

    var hunk: LineHunk? { next < hunks.count ? hunks[next] : nil }
  }

  private(set) var conflicts = 0
  private var merged: [[UInt8]] = []
  private let base: TextLines
  private var ours: Side
  private var theirs: Side
  private let isClosed: Bool
  private let sides: Merge.Sides

  init(base: [UInt8], ours: [UInt8], theirs: [UInt8], _ sides: Merge.Sides) {
    self.base = TextLines(base)
    let (ourLines, theirLines) = (TextLines(ours), TextLines(theirs))
    var numbers = LineNumbers()
    let old = numbers.of(self.base.lines)
    self.ours = Side(ourLines.lines, SequenceMatch(old: old, new: numbers.of(ourLines.lines)))
    self.theirs = Side(theirLines.lines, SequenceMatch(old: old, new: numbers.of(theirLines.lines)))
    // Whoever is to write below a line never does it in that line.
    isClosed = ourLines.isClosed || theirLines.isClosed
    self.sides = sides
  }

  var text: [UInt8] {
    var text: [UInt8] = Array(merged.joined(separator: CollectionOfOne(0x0A)))
    if isClosed, !merged.isEmpty { text.append(0x0A) }
    return text
  }

  mutating func run() {
    var line = 0
    while let start = [ours.hunk, theirs.hunk].compactMap({ $0?.old.lowerBound }).min() {
      pass(line..<start)
      line = settle(at: start)
    }
    pass(line..<base.lines.count)
  }

  /// Lines that nobody has changed.
  private mutating func pass(_ part: Range<Int>) {
    for line in base.lines[part] { merged.append(Array(line)) }
    ours.line += part.count
    theirs.line += part.count
  }

  /// A stretch of the base that one has changed, or both; gives its end.
  private mutating func settle(at start: Int) -> Int {
    var part = start..<start
    let ourFirst = ours.next
    let theirFirst = theirs.next
    // What is put in before a line is no change of that line.
    let isInsertion = [ours.hunk, theirs.hunk].contains { $0?.old == part }
    func joins(_ hunk: LineHunk?) -> Bool {
      guard let hunk else { return false }
      if isInsertion { return hunk.old == part }
      return hunk.old.lowerBound == start || hunk.old.lowerBound < part.upperBound
    }
    while true {
      if joins(ours.hunk), let hunk = ours.hunk {
        part = start..<max(part.upperBound, hunk.old.upperBound)
        ours.next += 1
      } else if joins(theirs.hunk), let hunk = theirs.hunk {
        part = start..<max(part.upperBound, hunk.old.upperBound)
        theirs.next += 1
      } else {
        break
      }
    }
    let our = Merger.advance(&ours, over: part, from: ourFirst)
    let their = Merger.advance(&theirs, over: part, from: theirFirst)
    if theirFirst == theirs.next {
      keep(ours.lines[our])
    } else if ourFirst == ours.next {
      keep(theirs.lines[their])
    } else if part.isEmpty {
      keep(theirs.lines[their])
      keep(ours.lines[our])
    } else {
      contrast(part, our, their)
    }
    return part.upperBound
  }

  /// The lines of one side that stand in the place of a part of the base.
  private static func advance(_ side: inout Side, over part: Range<Int>, from first: Int) -> Range<Int> {
    let growth = side.hunks[first..<side.next].reduce(0) { $0 + $1.new.count - $1.old.count }
    let start = side.line
    side.line += part.count + growth
    return start..<side.line
  }

  private mutating func keep(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    for line in lines { merged.append(Array(line)) }
  }

  /// A part that both have changed.
  private mutating func contrast(_ part: Range<Int>, _ ourPart: Range<Int>, _ theirPart: Range<Int>) {
    let (our, their) = (ours.lines[ourPart], theirs.lines[theirPart])
    if our.elementsEqual(their) { return keep(our) }
    if part.count == our.count, part.count == their.count, isAligned(part, ourPart, theirPart) {
      for offset in 0..<part.count {
        let (old, our, their) = (
          base.lines[part.lowerBound + offset], our[ourPart.lowerBound + offset],
          their[theirPart.lowerBound + offset]
        )
        if our == their || their == old {
          merged.append(Array(our))
        } else if our == old {
          merged.append(Array(their))
        } else {
          contradict([our], [their])
        }
      }
      return
    }
    // What the other has not touched goes with whoever took it away.
    let isGone = our.isEmpty || their.isEmpty
    contradict(
      isGone ? changed(ours, ourPart, part) : Array(our),
      isGone || sides == .windows ? changed(theirs, theirPart, part) : Array(their))
  }

  /// The lines of a part that do not stand in the base.
  private func changed(_ side: Side, _ lines: Range<Int>, _ part: Range<Int>) -> [ArraySlice<UInt8>] {
    let kept = Set(side.places[part].compactMap(\.self))
    return lines.filter { !kept.contains($0) }.map { side.lines[$0] }
  }

  /// Whether each line stands where it stood: none of them has gone to the place of another one.
  private func isAligned(_ part: Range<Int>, _ ourPart: Range<Int>, _ theirPart: Range<Int>) -> Bool {
    var homes: [ArraySlice<UInt8>: Set<Int>] = [:]
    for (offset, line) in base.lines[part].enumerated() { homes[line, default: []].insert(offset) }
    return [ours.lines[ourPart], theirs.lines[theirPart]].allSatisfy { lines in
      lines.enumerated().allSatisfy { offset, line in homes[line]?.contains(offset) ?? true }
    }
  }

  /// Both stand, one's own line first.
  private mutating func contradict(_ our: [ArraySlice<UInt8>], _ their: [ArraySlice<UInt8>]) {
    if sides == .windows {
      for line in our { merged.append(Array(line)) }
      for (offset, line) in their.enumerated() where offset >= our.count || our[offset] != line {
        merged.append(Array(line))
      }
      return
    }
    if our.isEmpty, their.isEmpty { return }
    conflicts += 1
    if our.isEmpty { merged.append(ConflictLine.nothing) }
    for offset in 0..<max(our.count, their.count) {
      if offset < our.count { merged.append(Array(our[offset])) }
      if offset < their.count {
        // The same line is none that they differ in.
        if offset < our.count, our[offset] == their[offset] { continue }
        merged.append(ConflictLine.marked(their[offset]))
      } else {
        merged.append(ConflictLine.nothing)
      }
    }
  }
}
