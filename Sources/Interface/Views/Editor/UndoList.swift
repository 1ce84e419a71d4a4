import Notes

/// What was done to a note, to be undone and done again.
struct UndoList: Sendable {
  /// Bytes put in and taken out at a place, and where the caret was.
  struct Step: Equatable, Sendable {
    var offset: Int
    var removed: [UInt8]
    var inserted: [UInt8]
    var caretBefore: Int
    var caretAfter: Int
    /// Undone and done again together with the step before: somebody else has written in the midst of them.
    var isContinued = false
  }

  enum Kind: Sendable {
    /// Keys one after the other, which are undone by words.
    case typing, deleting
    /// Anything that is undone by itself.
    case whole
  }

  /// Bytes that are remembered; of what goes beyond, the oldest is forgotten.
  static let limit = 64 << 20

  private var done: [Step] = []
  private var undone: [Step] = []
  private var size = 0
  /// What the last step may still take in; nil once it is closed.
  private var open: Kind?

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  mutating func add(_ step: Step, _ kind: Kind) {
    undone = []
    size += step.removed.count + step.inserted.count
    if !join(step, kind) { done.append(step) }
    open = kind
    while size > UndoList.limit, done.count > 1 {
      let oldest = done.removeFirst()
      size -= oldest.removed.count + oldest.inserted.count
    }
  }

  /// Ends the last step: what is done next is undone apart from it.
  mutating func close() { open = nil }

  /// The last steps that belong together, the last first; they go over to those that can be done again.
  mutating func undo() -> [Step] {
    open = nil
    var steps: [Step] = []
    while let step = done.popLast() {
      undone.append(step)
      steps.append(step)
      if !step.isContinued { break }
    }
    return steps
  }

  mutating func redo() -> [Step] {
    open = nil
    var steps: [Step] = []
    while let step = undone.last, steps.isEmpty || step.isContinued {
      undone.removeLast()
      done.append(step)
      steps.append(step)
    }
    return steps
  }

  /// Takes a key into the last step, if it goes on from there.
  private mutating func join(_ step: Step, _ kind: Kind) -> Bool {
    guard let last = done.last, open == kind else { return false }
    let index = done.count - 1
    switch kind {
    case .typing:
      let end = last.offset + last.inserted.count
      guard step.removed.isEmpty, step.offset == end, let before = last.inserted.last else { return false }
      // A new word is a new step.
      let isBlank = step.inserted.first == 0x20 || step.inserted.first == 0x0A
      if before == 0x0A || before == 0x20 && !isBlank { return false }
      done[index].inserted += step.inserted
    case .deleting:
      guard step.inserted.isEmpty, last.inserted.isEmpty else { return false }
      if step.offset + step.removed.count == last.offset {
        done[index].removed = step.removed + last.removed
        done[index].offset = step.offset
      } else if step.offset == last.offset {
        done[index].removed += step.removed
      } else {
        return false
      }
    case .whole: return false
    }
    done[index].caretAfter = step.caretAfter
    return true
  }
}

// What somebody else writes in the text is never undone here.
extension UndoList {
  /// A change by its place and lengths alone.
  private struct Shift {
    var offset: Int
    var removed: Int
    var inserted: Int

    init(_ step: Step) { (offset, removed, inserted) = (step.offset, step.removed.count, step.inserted.count) }

    init(_ splice: TextSplice) {
      (offset, removed, inserted) = (splice.range.lowerBound, splice.range.count, splice.inserted.count)
    }
  }

  /// Takes account of what somebody else has changed in the text as it is now: each step keeps what is left of its text,
  /// and goes with the last of it.
  mutating func pass(over splice: TextSplice) {
    open = nil
    var later = [Shift(splice)]
    var kept: [Step] = []
    for step in done.reversed() {
      var (pieces, before) = UndoList.pass(step, over: later[...])
      for index in pieces.indices { pieces[index].isContinued = index > 0 || step.isContinued }
      kept += pieces.reversed()
      later = before
    }
    done = kept.reversed()
    var change = Shift(splice)
    for index in undone.indices.reversed() {
      guard let moved = UndoList.pass(undone[index], beside: &change) else {
        // What is to be done after it was meant for a text that will not be.
        undone.removeFirst(index + 1)
        break
      }
      undone[index] = moved
    }
    size = (done + undone).reduce(0) { $0 + $1.removed.count + $1.inserted.count }
  }

  /// A step and what came after it, the other way round: what came after it as if it had come before, and what is left of
  /// the step behind that, in pieces where something stands within it.
  private static func pass(_ step: Step, over changes: ArraySlice<Shift>) -> (steps: [Step], changes: [Shift]) {
    guard var change = changes.first else { return ([step], []) }
    let end = step.offset + step.inserted.count
    let changeEnd = change.offset + change.removed
    if changeEnd <= step.offset {
      let (steps, rest) = pass(step.moved(by: change.inserted - change.removed), over: changes.dropFirst())
      return (steps, [change] + rest)
    }
    if change.offset >= end {
      change.offset += step.removed.count - step.inserted.count
      let (steps, rest) = pass(step, over: changes.dropFirst())
      return (steps, [change] + rest)
    }
    if change.offset <= step.offset, changeEnd >= end { return ([], [Shift(step)] + changes) }
    let place = change.offset > step.offset ? change.offset : changeEnd
    let (first, second) = step.cut(at: place)
    let (seconds, middle) = pass(second, over: changes)
    let (firsts, before) = pass(first, over: middle[...])
    return (firsts + seconds, before)
  }

  /// A step that is still to be done, beside a change of the same text, which becomes one of the text after the step; nil
  /// where what it takes away is not what it was.
  private static func pass(_ step: Step, beside change: inout Shift) -> Step? {
    if change.offset + change.removed <= step.offset { return step.moved(by: change.inserted - change.removed) }
    guard change.offset >= step.offset + step.removed.count else { return nil }
    change.offset += step.inserted.count - step.removed.count
    return step
  }
}

extension UndoList.Step {
  fileprivate func moved(by bytes: Int) -> Self {
    var step = self
    step.offset += bytes
    step.caretBefore += bytes
    step.caretAfter += bytes
    return step
  }

  /// Two steps that do the same one after the other, the first up to a place in what is put in.
  fileprivate func cut(at place: Int) -> (Self, Self) {
    var (first, second) = (self, self)
    first.inserted = Array(inserted[..<(place - offset)])
    first.caretAfter = place
    (second.offset, second.removed, second.inserted) = (place, [], Array(inserted[(place - offset)...]))
    (second.caretBefore, second.isContinued) = (place, true)
    return (first, second)
  }
}
