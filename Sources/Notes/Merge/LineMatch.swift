/// Which lines of an old text stand in a new one, in their order.
///
/// Lines that both have just once lead (Bram Cohen's patience diff), so that a line break or a bracket is not mistaken
/// for another; between them short stretches are compared line by line. Long stretches with nothing of their own in
/// common count as changed, so that the time stays near to linear in the number of lines.
struct LineMatch {
  /// Pairs of lines compared one by one at most in a stretch.
  private static let effort = 1_000_000

  /// For each old line its place in the new text, which only grows; nil where it is gone.
  private(set) var places: [Int?]
  private let old: [Int]
  private let new: [Int]

  /// Lines are told apart by number.
  init(old: [Int], new: [Int]) {
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
    let anchors = LineMatch.longestRising(unique(oldPart, newPart))
    guard !anchors.isEmpty else {
      if oldPart.count * newPart.count <= LineMatch.effort { compare(oldPart, newPart) }
      return []
    }
    var stretches: [(Range<Int>, Range<Int>)] = []
    var (oldStart, newStart) = (oldPart.lowerBound, newPart.lowerBound)
    for (oldLine, newLine) in anchors {
      places[oldLine] = newLine
      stretches.append((oldStart..<oldLine, newStart..<newLine))
      (oldStart, newStart) = (oldLine + 1, newLine + 1)
    }
    stretches.append((oldStart..<oldPart.upperBound, newStart..<newPart.upperBound))
    return stretches
  }

  /// The lines that both stretches have just once, by their place in the old one.
  private func unique(_ oldPart: Range<Int>, _ newPart: Range<Int>) -> [(Int, Int)] {
    var newPlaces: [Int: Int?] = [:]
    for line in newPart { newPlaces[new[line]] = .some(newPlaces[new[line]] == nil ? line : nil) }
    var oldCounts: [Int: Int] = [:]
    for line in oldPart { oldCounts[old[line], default: 0] += 1 }
    return oldPart.compactMap { line in
      guard oldCounts[old[line]] == 1, case let other?? = newPlaces[old[line]] else { return nil }
      return (line, other)
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
