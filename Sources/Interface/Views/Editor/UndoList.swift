/// What was done to a note, to be undone and done again.
struct UndoList: Sendable {
  /// Bytes put in and taken out at a place, and where the caret was.
  struct Step: Equatable, Sendable {
    var offset: Int
    var removed: [UInt8]
    var inserted: [UInt8]
    var caretBefore: Int
    var caretAfter: Int
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

  /// The last step, which goes over to those that can be done again.
  mutating func undo() -> Step? {
    open = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func redo() -> Step? {
    open = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
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
