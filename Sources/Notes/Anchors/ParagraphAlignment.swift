/// Which paragraphs of one version of a document are which of another.
///
/// What stands word for word in both is paired first, in order. What is left is paired by likeness, the surest pairs
/// first, and each pair makes the ones around it surer: a paragraph between two that are found is likely to be what
/// stands between them now, in the section that its section has become. At last come the parts of what was split, and
/// what was merged into others.
public struct ParagraphAlignment: Sendable {
  /// Where each old paragraph is found in the new version, as places from 0, its main one first; empty where it is gone.
  public private(set) var places: [[Int]]

  public init(old: [DocumentParagraph], new: [DocumentParagraph]) {
    var aligner = Aligner(old: old, new: new)
    aligner.run()
    places = aligner.places
  }
}

private struct Aligner {
  let old: [DocumentParagraph]
  let new: [DocumentParagraph]
  private var likeness: Likeness
  private let folded: FoldedWords
  /// The pair of each paragraph; -1 where there is none yet.
  private var newOf: [Int]
  private var oldOf: [Int]
  /// The heading under which each stands; -1 before the first.
  private let oldHeading: [Int]
  private let newHeading: [Int]
  private(set) var places: [[Int]]

  init(old: [DocumentParagraph], new: [DocumentParagraph]) {
    (self.old, self.new) = (old, new)
    var folded = FoldedWords()
    let oldWords = old.map { folded.words(of: $0.text) }
    let newWords = new.map { folded.words(of: $0.text) }
    self.folded = folded
    likeness = Likeness(
      old: oldWords, new: newWords, folded,
      compared: (Array(repeating: false, count: old.count), Array(repeating: false, count: new.count)))
    newOf = Array(repeating: -1, count: old.count)
    oldOf = Array(repeating: -1, count: new.count)
    (oldHeading, newHeading) = (Aligner.headings(old), Aligner.headings(new))
    places = Array(repeating: [], count: old.count)
  }

  /// For each paragraph the heading that it stands under; of a heading the one above it.
  private static func headings(_ paragraphs: [DocumentParagraph]) -> [Int] {
    var open: [(level: Int, place: Int)] = []
    return paragraphs.enumerated().map { place, paragraph in
      if let level = paragraph.kind.level { while let last = open.last, last.level >= level { open.removeLast() } }
      defer { if let level = paragraph.kind.level { open.append((level, place)) } }
      return open.last?.place ?? -1
    }
  }

  mutating func run() {
    pairEqual()
    // Where all is as it was, nothing has to be compared.
    if newOf.contains(-1) || oldOf.contains(-1) {
      likeness = Likeness(
        old: likeness.old, new: likeness.new, folded, compared: (newOf.map { $0 < 0 }, oldOf.map { $0 < 0 }))
    }
    pairAlike()
    pairLone()
    for index in old.indices where newOf[index] >= 0 { places[index] = [newOf[index]] }
    findSplits()
    findMerges()
  }

  private mutating func pair(_ a: Int, _ b: Int) { (newOf[a], oldOf[b]) = (b, a) }

  // MARK: - What is the same

  /// Pairs what stands in both word for word: first what stands there once in each, as far as its order is kept, then
  /// outwards from there, then the rest by what is around it.
  private mutating func pairEqual() {
    var oldPlaces: [[Int32]: [Int]] = [:]
    var newPlaces: [[Int32]: [Int]] = [:]
    for (index, words) in likeness.old.enumerated() where !words.isEmpty { oldPlaces[words, default: []].append(index) }
    for (index, words) in likeness.new.enumerated() where !words.isEmpty { newPlaces[words, default: []].append(index) }
    var single: [(old: Int, new: Int)] = []
    for (words, here) in oldPlaces where here.count == 1 {
      if let there = newPlaces[words], there.count == 1 { single.append((here[0], there[0])) }
    }
    single.sort { $0.old < $1.old }
    let rising = Set(Aligner.longestRising(single.map(\.new)))
    for (index, found) in single.enumerated() where rising.contains(index) { pair(found.old, found.new) }
    growEqual()
    // What is out of order has moved, if it is long enough not to be there by chance.
    for found in single where newOf[found.old] < 0 && oldOf[found.new] < 0 {
      if likeness.old[found.old].count >= 4 { pair(found.old, found.new) }
    }
    growEqual()
    pairRepeated(oldPlaces, newPlaces)
    growEqual()
  }

  /// Pairs equal neighbours of pairs.
  private mutating func growEqual() {
    for index in old.indices where newOf[index] >= 0 { grow(from: index, by: 1) }
    for index in old.indices.reversed() where newOf[index] >= 0 { grow(from: index, by: -1) }
  }

  private mutating func grow(from index: Int, by step: Int) {
    var (a, b) = (index + step, newOf[index] + step)
    while old.indices.contains(a), new.indices.contains(b), newOf[a] < 0, oldOf[b] < 0, !likeness.old[a].isEmpty,
      likeness.old[a] == likeness.new[b]
    {
      pair(a, b)
      (a, b) = (a + step, b + step)
    }
  }

  /// What stands there several times goes where most of what is around it is the same.
  private mutating func pairRepeated(_ oldPlaces: [[Int32]: [Int]], _ newPlaces: [[Int32]: [Int]]) {
    var found: [Scored] = []
    for (words, here) in oldPlaces {
      // A text of nothing but the same is no text.
      guard let there = newPlaces[words], here.count * there.count <= 10_000 else { continue }
      for a in here where newOf[a] < 0 {
        for b in there where oldOf[b] < 0 {
          let score = surroundings(a, b)
          if score >= 0.05 { found.append(Scored(score: score, old: a, new: b)) }
        }
      }
    }
    accept(found)
  }

  /// The places of a longest rising sequence.
  private static func longestRising(_ values: [Int]) -> [Int] {
    var ends: [Int] = []
    var before = Array(repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var found: [Int] = []
    var index = ends.last ?? -1
    while index >= 0 {
      found.append(index)
      index = before[index]
    }
    return found.reversed()
  }

  // MARK: - What is alike

  private struct Candidate {
    var old: Int
    var new: Int
    var likeness: Float
  }

  /// How much what stands around two paragraphs speaks for their being one, from about -0.2 to 0.5.
  private func surroundings(_ a: Int, _ b: Int) -> Float {
    var score: Float = 0
    // The nearest pairs before and behind, and whether this one lies between them.
    var before = a - 1
    while before >= 0, newOf[before] < 0 { before -= 1 }
    var behind = a + 1
    while behind < old.count, newOf[behind] < 0 { behind += 1 }
    let low = before >= 0 ? newOf[before] : -1
    let high = behind < old.count ? newOf[behind] : new.count
    if low < b, b < high {
      score += 0.1
    } else {
      score -= 0.1
    }
    if a == 0 ? b == 0 : newOf[a - 1] == b - 1 && b > 0 { score += 0.12 }
    if a == old.count - 1 ? b == new.count - 1 : newOf[a + 1] == b + 1 { score += 0.12 }
    let (here, there) = (oldHeading[a], newHeading[b])
    if here >= 0, there >= 0 {
      if newOf[here] == there { score += 0.08 } else if newOf[here] >= 0 || oldOf[there] >= 0 { score -= 0.08 }
    }
    if (old[a].kind.level == nil) != (new[b].kind.level == nil) { score -= 0.1 }
    return score
  }

  /// Pairs what has most in common and the surest surroundings, if no other has nearly as much.
  private mutating func pairAlike() {
    var candidates: [Candidate] = []
    let isFree = oldOf.map { $0 < 0 }
    for a in old.indices where newOf[a] < 0 && !likeness.old[a].isEmpty {
      let found = Set(likeness.candidates(for: a, limit: 12) { isFree[$0] }).union(gap(around: a))
      for b in found where isFree[b] {
        let alike = likeness.between(a, b)
        if alike >= Aligner.leastLikeness { candidates.append(Candidate(old: a, new: b, likeness: alike)) }
      }
    }
    // Every pair changes what speaks for the others, so the bar is lowered by steps.
    for bar: Float in [0.95, 0.85, 0.75, 0.65, 0.6, 0.55, 0.5, 0.45] {
      repeat {
        candidates.removeAll { newOf[$0.old] >= 0 || oldOf[$0.new] >= 0 }
      } while accept(leaders(candidates, above: bar))
    }
  }

  /// Those that are the best for both of their two, and that pass the bar with what they are ahead of the second best.
  private func leaders(_ candidates: [Candidate], above bar: Float) -> [Scored] {
    var scored: [Scored] = []
    var (ofOld, ofNew): ([Int: Lead], [Int: Lead]) = ([:], [:])
    for one in candidates {
      let score = one.likeness + surroundings(one.old, one.new)
      guard score > 0 else { continue }
      scored.append(Scored(score: score, old: one.old, new: one.new))
      ofOld[one.old, default: Lead()].take(score)
      ofNew[one.new, default: Lead()].take(score)
    }
    return scored.filter { one in
      guard let here = ofOld[one.old], let there = ofNew[one.new], one.score >= max(here.best, there.best) else {
        return false
      }
      let lead = (one.score - max(here.second, there.second)) / one.score
      return one.score + Aligner.leadShare * lead >= bar
    }
  }

  /// Less in common is no reason to take one for the other.
  private static let leastLikeness: Float = 0.2
  /// What it is worth that nothing else comes near.
  private static let leadShare: Float = 0.2

  private struct Scored {
    var score: Float
    var old: Int
    var new: Int
  }

  /// The two best scores of one paragraph.
  private struct Lead {
    var best: Float = 0
    var second: Float = 0

    mutating func take(_ score: Float) {
      if score > best { (best, second) = (score, best) } else { second = max(second, score) }
    }
  }

  /// What stands between the pairs around an old paragraph, where it is not much.
  private func gap(around a: Int) -> [Int] {
    var before = a - 1
    while before >= 0, newOf[before] < 0 { before -= 1 }
    var behind = a + 1
    while behind < old.count, newOf[behind] < 0 { behind += 1 }
    let low = before >= 0 ? newOf[before] : -1
    let high = behind < old.count ? newOf[behind] : new.count
    guard low < high, high - low <= 40 else {
      return (max(0, a - 3)..<max(0, min(new.count, a + 4))).filter { oldOf[$0] < 0 }
    }
    return (low + 1..<high).filter { oldOf[$0] < 0 }
  }

  /// Pairs the best first; true where there was one.
  @discardableResult
  private mutating func accept(_ scored: [Scored]) -> Bool {
    var isAny = false
    let sorted = scored.sorted { a, b in
      a.score != b.score ? a.score > b.score : (a.old, a.new) < (b.old, b.new)
    }
    for one in sorted where newOf[one.old] < 0 && oldOf[one.new] < 0 {
      pair(one.old, one.new)
      isAny = true
    }
    return isAny
  }

  // MARK: - What was split and merged

  /// New paragraphs that are parts of old ones which are found elsewhere.
  private mutating func findSplits() {
    for b in new.indices where oldOf[b] < 0 && isPart(likeness.newLength(b), new[b]) {
      var best: (old: Int, score: Float)?
      for a in likeness.origins(of: b, limit: 8) where newOf[a] >= 0 && likeness.old[a] != likeness.new[newOf[a]] {
        var score = likeness.part(new: b, ofOld: a, beside: newOf[a])
        if abs(newOf[a] - b) == 1 { score += Aligner.besideShare } else if likeness.newLength(b) < 8 { continue }
        if score >= Aligner.partShare, score > best?.score ?? 0 { best = (a, score) }
      }
      if let best { places[best.old].append(b) }
    }
  }

  /// Old paragraphs that have gone into new ones which others have become.
  private mutating func findMerges() {
    for a in old.indices where newOf[a] < 0 && isPart(likeness.oldLength(a), old[a]) {
      var best: (new: Int, score: Float)?
      for b in likeness.candidates(for: a, limit: 8, isFree: { _ in true })
      where oldOf[b] >= 0 && likeness.old[oldOf[b]] != likeness.new[b] {
        var score = likeness.part(old: a, ofNew: b, beside: oldOf[b])
        if abs(oldOf[b] - a) == 1 { score += Aligner.besideShare } else if likeness.oldLength(a) < 8 { continue }
        if score >= Aligner.partShare, score > best?.score ?? 0 { best = (b, score) }
      }
      if let best { places[a] = [best.new] }
    }
  }

  /// Which share of a part has to come from the same, and not be in that one's main part.
  private static let partShare: Float = 0.5
  /// What it is worth that a part stands right beside the main one; elsewhere it has to be long.
  private static let besideShare: Float = 0.15

  /// Whether something is long enough to be recognised as a part of something else.
  private func isPart(_ length: Int, _ paragraph: DocumentParagraph) -> Bool {
    length >= 4 && paragraph.kind.level == nil
  }

  // MARK: - What is left between two

  /// Pairs what stands alone between the same two in both versions, where it is short and of one kind: a date, a
  /// heading of which one word was replaced.
  private mutating func pairLone() {
    for a in old.indices where newOf[a] < 0 && !likeness.old[a].isEmpty {
      let b: Int
      if a > 0 {
        guard newOf[a - 1] >= 0 else { continue }
        b = newOf[a - 1] + 1
      } else {
        b = 0
      }
      guard b < new.count, oldOf[b] < 0, a + 1 == old.count ? b + 1 == new.count : newOf[a + 1] == b + 1 else {
        continue
      }
      guard old[a].kind == new[b].kind, likeness.oldLength(a) <= 8, likeness.newLength(b) <= 8 else { continue }
      if !Set(likeness.old[a]).isDisjoint(with: likeness.new[b]) { pair(a, b) }
    }
  }
}
