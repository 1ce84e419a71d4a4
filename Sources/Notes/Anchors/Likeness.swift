import Glibc

/// How alike paragraphs of two versions are, from 0 to 1: by their words, by how these begin, and by which stand beside
/// each other.
///
/// A word that stands in few paragraphs counts for more: what all have in common tells none apart.
struct Likeness {
  /// The words of each paragraph.
  let old: [[Int32]]
  let new: [[Int32]]
  private let oldFeatures: [Features]
  private let newFeatures: [Features]
  /// By the word the paragraphs that have it, where it tells anything.
  private let oldHolders: [[Int32]]
  private let newHolders: [[Int32]]

  /// What is counted of one paragraph, ascending by its key.
  private struct Features {
    /// Words but for the figures at the beginning.
    var length = 0
    var keys: [Int64] = []
    var weights: [Float] = []
    var total: Float = 0
  }

  /// Words that more paragraphs have are of no use to find one by.
  private static let mostHolders = 40
  private static let firstStem = Int64(1) << 31
  private static let firstPair = Int64(1) << 32
  // What each of these counts for.
  private static let wordShare: Float = 0.5
  private static let stemShare: Float = 0.5
  private static let pairShare: Float = 0.4

  /// - Parameters:
  ///   - compared: what is asked for at all; the rest has no features, and is like nothing.
  init(old: [[Int32]], new: [[Int32]], _ folded: FoldedWords, compared: (old: [Bool], new: [Bool])? = nil) {
    (self.old, self.new) = (old, new)
    let rarity = Likeness.rarity(of: old + new, folded)
    func features(_ all: [Int32], _ isCompared: Bool) -> Features {
      isCompared ? Likeness.features(all, folded, rarity) : Features()
    }
    oldFeatures = old.indices.map { features(old[$0], compared?.old[$0] ?? true) }
    newFeatures = new.indices.map { features(new[$0], compared?.new[$0] ?? true) }
    oldHolders = Likeness.holders(oldFeatures, count: folded.count)
    newHolders = Likeness.holders(newFeatures, count: folded.count)
  }

  /// What each word and each beginning of words counts for, by its number: 1 where every paragraph has it.
  private static func rarity(of paragraphs: [[Int32]], _ folded: FoldedWords) -> (words: [Float], stems: [Float]) {
    var (words, stems) = (Spread(count: folded.count), Spread(count: folded.count))
    for (place, paragraph) in paragraphs.enumerated() {
      for word in paragraph {
        words.add(word, place)
        stems.add(folded.stem(of: word), place)
      }
    }
    return (words.rarity(of: paragraphs.count), stems.rarity(of: paragraphs.count))
  }

  /// In how many paragraphs each word stands.
  private struct Spread {
    private var counts: [Int32]
    private var last: [Int32]

    init(count: Int) {
      counts = Array(repeating: 0, count: count)
      last = Array(repeating: -1, count: count)
    }

    mutating func add(_ word: Int32, _ place: Int) {
      guard last[Int(word)] != place else { return }
      last[Int(word)] = Int32(place)
      counts[Int(word)] += 1
    }

    /// Two paragraphs that share a word are no crowd: one is what the other has become.
    func rarity(of total: Int) -> [Float] { counts.map { 1 + log2(Float(max(2, total)) / Float(max(2, $0))) } }
  }

  /// Words, their beginnings, and pairs of neighbours, each as often as it stands there.
  ///
  /// Figures at the beginning are numbers of sections, which change with what comes before.
  private static func features(
    _ all: [Int32], _ folded: FoldedWords, _ rarity: (words: [Float], stems: [Float])
  ) -> Features {
    let body = all.drop { folded.isFigure($0) }
    let words = body.isEmpty ? all[...] : body
    var found: [(key: Int64, weight: Float)] = []
    found.reserveCapacity(3 * words.count)
    var before: Int32 = -1
    for word in words {
      let stem = folded.stem(of: word)
      found.append((Int64(word), wordShare * rarity.words[Int(word)]))
      found.append((firstStem + Int64(stem), stemShare * rarity.stems[Int(stem)]))
      if before >= 0 {
        let weight = pairShare * max(rarity.words[Int(before)], rarity.words[Int(word)])
        found.append((firstPair + Int64(before) << 31 + Int64(word), weight))
      }
      before = word
    }
    found.sort { $0.key < $1.key }
    var made = Features(length: words.count)
    made.keys = found.map(\.key)
    made.weights = found.map(\.weight)
    made.total = made.weights.reduce(0, +)
    return made
  }

  private static func holders(_ all: [Features], count: Int) -> [[Int32]] {
    var holders: [[Int32]] = Array(repeating: [], count: count)
    for (place, features) in all.enumerated() {
      for key in features.keys {
        guard key < firstStem else { break }
        if holders[Int(key)].last != Int32(place), holders[Int(key)].count <= mostHolders {
          holders[Int(key)].append(Int32(place))
        }
      }
    }
    for index in holders.indices where holders[index].count > mostHolders { holders[index] = [] }
    return holders
  }

  func oldLength(_ place: Int) -> Int { oldFeatures[place].length }
  func newLength(_ place: Int) -> Int { newFeatures[place].length }

  /// From 0, nothing in common, to 1, the same words in the same order.
  func between(_ old: Int, _ new: Int) -> Float {
    let (a, b) = (oldFeatures[old], newFeatures[new])
    let total = a.total + b.total
    return total == 0 ? 0 : 2 * Likeness.shared(a, b) / total
  }

  private static func shared(_ a: Features, _ b: Features) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    a.keys.withUnsafeBufferPointer { left in
      b.keys.withUnsafeBufferPointer { right in
        while i < left.count, j < right.count {
          if left[i] == right[j] {
            sum += a.weights[i]
            (i, j) = (i + 1, j + 1)
          } else if left[i] < right[j] {
            i += 1
          } else {
            j += 1
          }
        }
      }
    }
    return sum
  }

  /// New paragraphs that share rare words with an old one, those with most first.
  func candidates(for old: Int, limit: Int, isFree: (Int) -> Bool) -> [Int] {
    Likeness.most(oldFeatures[old], in: newHolders, limit: limit, isFree)
  }

  /// Old paragraphs that share rare words with a new one, those with most first.
  func origins(of new: Int, limit: Int) -> [Int] {
    Likeness.most(newFeatures[new], in: oldHolders, limit: limit) { _ in true }
  }

  private static func most(
    _ features: Features, in holders: [[Int32]], limit: Int, _ isFree: (Int) -> Bool
  ) -> [Int] {
    var sums: [Int32: Float] = [:]
    var last: Int64 = -1
    for (index, key) in features.keys.enumerated() {
      guard key < firstStem else { break }
      if key == last { continue }
      last = key
      for holder in holders[Int(key)] where isFree(Int(holder)) {
        sums[holder, default: 0] += features.weights[index]
      }
    }
    return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { Int($0.key) }
  }

  /// Which share of a new paragraph comes from an old one, counting nothing that the old one's main part has too.
  func part(new: Int, ofOld old: Int, beside main: Int) -> Float {
    Likeness.share(of: newFeatures[new], in: oldFeatures[old], without: newFeatures[main])
  }

  /// Which share of an old paragraph has gone into a new one, counting nothing that comes from the new one's main origin.
  func part(old: Int, ofNew new: Int, beside main: Int) -> Float {
    Likeness.share(of: oldFeatures[old], in: newFeatures[new], without: oldFeatures[main])
  }

  private static func share(of part: Features, in whole: Features, without other: Features) -> Float {
    guard part.total > 0 else { return 0 }
    var rest: [Int64: Int] = [:]
    for key in whole.keys { rest[key, default: 0] += 1 }
    for key in other.keys { rest[key, default: 0] -= 1 }
    var sum: Float = 0
    for (index, key) in part.keys.enumerated() {
      if let count = rest[key], count > 0 {
        rest[key] = count - 1
        sum += part.weights[index]
      }
    }
    return sum / part.total
  }
}
