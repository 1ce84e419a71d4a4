/// Which parts of an old sequence stand in a new one, in their order: lines, words.
///
/// Those that both have just once lead (Bram Cohen's patience diff), so that a line break or a bracket is not mistaken for
/// another; between them short stretches are compared one by one. Long stretches with nothing of their own in common count
/// as changed, so that the time stays near to linear in their number.
package struct SequenceMatch {
  /// Pairs compared one by one at most in a stretch.
  private static let effort = 1_000_000

  /// For each old one its place in the new sequence, which only grows; nil where it is gone.
  package private(set) var places: [Int?]
  private let old: [Int]
  private let new: [Int]

  /// Both by numbers that are equal where what stands in them is.
  package init(old: [Int], new: [Int]) {
    (self.old, self.new) = (old, new)
    places = [Int?](repeating: nil, count: old.count)
    var stretches = [(old.indices, new.indices)]
    while let (oldPart, newPart) = stretches.popLast() { stretches += match(oldPart, newPart) }
  }

  /// Matches what it can, and gives the stretches that are to be looked at further.
  private mutating func match(_ oldPart: Range<Int>, _ newPart: Range<Int>) -> [(Range<Int>, Range<Int>)] {
    var (oldPart, newPart) = (oldPart, newPart)
    while let first = oldPart.first, let other = newPart.first, old[first] == new[other] {
      places[first] = other
      (oldPart, newPart) = (oldPart.dropFirst(), newPart.dropFirst())
    }
    while let last = oldPart.last, let other = newPart.last, old[last] == new[other] {
      places[last] = other
      (oldPart, newPart) = (oldPart.dropLast(), newPart.dropLast())
    }
    if oldPart.isEmpty || newPart.isEmpty { return [] }
    let anchors = SequenceMatch.longestRising(unique(oldPart, newPart))
    guard !anchors.isEmpty else {
      if oldPart.count * newPart.count <= SequenceMatch.effort { compare(oldPart, newPart) }
      return []
    }
    var stretches: [(Range<Int>, Range<Int>)] = []
    var (oldStart, newStart) = (oldPart.lowerBound, newPart.lowerBound)
    for (oldPlace, newPlace) in anchors {
      places[oldPlace] = newPlace
      stretches.append((oldStart..<oldPlace, newStart..<newPlace))
      (oldStart, newStart) = (oldPlace + 1, newPlace + 1)
    }
    stretches.append((oldStart..<oldPart.upperBound, newStart..<newPart.upperBound))
    return stretches
  }

  /// What both stretches have just once, by its place in the old one.
  private func unique(_ oldPart: Range<Int>, _ newPart: Range<Int>) -> [(Int, Int)] {
    var newPlaces: [Int: Int?] = [:]
    for place in newPart { newPlaces[new[place]] = .some(newPlaces[new[place]] == nil ? place : nil) }
    var oldCounts: [Int: Int] = [:]
    for place in oldPart { oldCounts[old[place], default: 0] += 1 }
    return oldPart.compactMap { place in
      guard oldCounts[old[place]] == 1, case let other?? = newPlaces[old[place]] else { return nil }
      return (place, other)
    }
  }

  /// The longest part of the pairs in which the second rises too (patience sorting).
  private static func longestRising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var piles: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? piles[low - 1] : nil
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var result: [(Int, Int)] = []
    var next = piles.last
    while let index = next {
      result.append(pairs[index])
      next = before[index]
    }
    return result.reversed()
  }

  /// The longest common part of two short stretches.
  private mutating func compare(_ oldPart: Range<Int>, _ newPart: Range<Int>) {
    let width = newPart.count + 1
    var lengths = [Int32](repeating: 0, count: (oldPart.count + 1) * width)
    for row in oldPart.indices.reversed().map({ $0 - oldPart.lowerBound }) {
      for column in (0..<newPart.count).reversed() {
        lengths[row * width + column] =
          old[oldPart.lowerBound + row] == new[newPart.lowerBound + column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < oldPart.count, column < newPart.count {
      if old[oldPart.lowerBound + row] == new[newPart.lowerBound + column] {
        places[oldPart.lowerBound + row] = newPart.lowerBound + column
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
