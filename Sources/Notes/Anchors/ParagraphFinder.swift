/// What has become of a paragraph in the text as it is now.
public struct ParagraphFate: Equatable, Sendable {
  /// The numbers where it is found, several where it was split, in the order of the text; empty where it is gone.
  public var numbers: [String]
  /// Whether it stands there word for word.
  public var isVerbatim: Bool
  /// The text that it was taken from has nothing to do with the present one: perhaps it is in another language.
  public var isUnrelated = false

  static let gone = ParagraphFate(numbers: [], isVerbatim: false)
}

/// Finds paragraphs of an earlier text in a document by what was kept of each: its words, and what stood around it.
///
/// It is made once for a document and asked for all that is looked for.
public struct ParagraphFinder: Sendable {
  public let paragraphs: [DocumentParagraph]

  public init(_ paragraphs: [DocumentParagraph]) { self.paragraphs = paragraphs }

  /// What has become of these, in their order.
  ///
  /// - Parameter versions: earlier texts of the document as far as they are known. Where a paragraph was taken from one
  ///   of them, all that stood in it tells what it is now, and not only its own words.
  public func fates(of selectors: [ParagraphSelector], versions: [[DocumentParagraph]] = []) -> [ParagraphFate] {
    var fates = selectors.map { unchanged($0) }
    for version in versions where fates.contains(where: { $0 == nil }) {
      let origins = selectors.indices.map { fates[$0] == nil ? place(of: selectors[$0], in: version) : nil }
      guard origins.contains(where: { $0 != nil }) else { continue }
      let places = ParagraphAlignment(old: version, new: paragraphs).places
      let isUnrelated = places.count { !$0.isEmpty } * 10 < places.count
      for (index, origin) in origins.enumerated() {
        guard let origin else { continue }
        fates[index] = fate(selectors[index], at: isUnrelated ? [] : places[origin])
        fates[index]?.isUnrelated = isUnrelated
      }
    }
    let missing = fates.indices.filter { fates[$0] == nil }
    if !missing.isEmpty {
      let search = SelectorSearch(missing.map { selectors[$0] }, in: paragraphs)
      for (index, place) in zip(missing, search.places()) {
        fates[index] = fate(selectors[index], at: place.map { [$0] } ?? [])
      }
    }
    return fates.map { $0 ?? .gone }
  }

  /// Where a paragraph is that stands as it stood, with its number and what is around it; nil where anything differs.
  private func unchanged(_ selector: ParagraphSelector) -> ParagraphFate? {
    place(of: selector, in: paragraphs).map { ParagraphFate(numbers: [paragraphs[$0].number], isVerbatim: true) }
  }

  private func place(of selector: ParagraphSelector, in version: [DocumentParagraph]) -> Int? {
    version.indices.first {
      version[$0].number == selector.number && ParagraphSelector($0, in: version).isSame(as: selector)
    }
  }

  private func fate(_ selector: ParagraphSelector, at places: [Int]) -> ParagraphFate {
    guard let first = places.first else { return .gone }
    let (exact, rest) = ParagraphSelector.excerpt(paragraphs[first].text)
    return ParagraphFate(
      numbers: places.sorted().map { paragraphs[$0].number },
      isVerbatim: places.count == 1 && exact == selector.exact && rest == selector.rest)
  }
}

/// Looks for single paragraphs where nothing else is known of the text that they were taken from.
private struct SelectorSearch {
  private let selectors: [ParagraphSelector]
  private let paragraphs: [DocumentParagraph]
  private let likeness: Likeness
  /// The words around each selector and each paragraph, from it outwards.
  private let before: (selectors: [[Int32]], paragraphs: [[Int32]])
  private let behind: (selectors: [[Int32]], paragraphs: [[Int32]])

  // Tuned beside the likeness itself, on the texts that the tests name.
  private static let leastLikeness: Float = 0.12
  private static let aroundShare: Float = 0.15
  private static let nearShare: Float = 0.1
  private static let leadShare: Float = 0.1
  private static let bar: Float = 0.55

  init(_ selectors: [ParagraphSelector], in paragraphs: [DocumentParagraph]) {
    (self.selectors, self.paragraphs) = (selectors, paragraphs)
    var folded = FoldedWords()
    let old = selectors.map { folded.words(of: $0.exact + " " + ($0.rest?.end ?? "")) }
    let new = paragraphs.map { paragraph in
      let (exact, rest) = ParagraphSelector.excerpt(paragraph.text)
      return folded.words(of: exact + " " + (rest?.end ?? ""))
    }
    // At its outer end a surrounding is cut within a word.
    before = (
      selectors.map { Array(folded.words(of: $0.prefix).dropFirst().reversed()) },
      paragraphs.indices.map { Array(folded.words(of: ParagraphSelector.before($0, in: paragraphs)).reversed()) }
    )
    behind = (
      selectors.map { Array(folded.words(of: $0.suffix).dropLast()) },
      paragraphs.indices.map { folded.words(of: ParagraphSelector.behind($0, in: paragraphs)) }
    )
    likeness = Likeness(old: old, new: new, folded)
  }

  /// Where each selector's paragraph is now; nil where nothing is enough like it.
  ///
  /// Two do not become one: what several are most like is the one that is most like it, and the others are gone.
  func places() -> [Int?] {
    let found = selectors.indices.map { best(of: $0) }
    var winners: [Int: (selector: Int, score: Float)] = [:]
    for (selector, one) in found.enumerated() {
      guard let one else { continue }
      if one.score > winners[one.place]?.score ?? 0 { winners[one.place] = (selector, one.score) }
    }
    return found.enumerated().map { selector, one in
      one.flatMap { winners[$0.place]?.selector == selector || $0.isEqual ? $0.place : nil }
    }
  }

  private struct Found {
    var place: Int
    var score: Float
    var isEqual = false
  }

  private func best(of selector: Int) -> Found? {
    let equal = paragraphs.indices.filter { likeness.new[$0] == likeness.old[selector] }
    if let place = equal.max(by: { surroundings(selector, $0) < surroundings(selector, $1) }) {
      return Found(place: place, score: 2, isEqual: true)
    }
    var (best, second): (Found?, Float) = (nil, 0)
    for place in paragraphs.indices {
      let alike = likeness.between(selector, place)
      guard alike >= SelectorSearch.leastLikeness else { continue }
      let score = alike + surroundings(selector, place)
      if score > best?.score ?? 0 {
        (best, second) = (Found(place: place, score: score), best?.score ?? 0)
      } else {
        second = max(second, score)
      }
    }
    guard let best else { return nil }
    let lead = SelectorSearch.leadShare * (best.score - second) / best.score
    return best.score + lead >= SelectorSearch.bar ? best : nil
  }

  /// How much of what stood around it stands around a paragraph, and whether it is near its old number.
  private func surroundings(_ selector: Int, _ place: Int) -> Float {
    let around =
      SelectorSearch.share(of: before.selectors[selector], in: before.paragraphs[place], isEnd: place == 0)
      + SelectorSearch.share(
        of: behind.selectors[selector], in: behind.paragraphs[place], isEnd: place == paragraphs.count - 1)
    let number = paragraphs.firstIndex { $0.number == selectors[selector].number } ?? paragraphs.count
    let distance = abs(Float(place - number)) / Float(max(8, paragraphs.count / 10))
    return SelectorSearch.aroundShare * around + SelectorSearch.nearShare * max(0, 1 - distance)
  }

  private static func share(of words: [Int32], in others: [Int32], isEnd: Bool) -> Float {
    guard !words.isEmpty else { return isEnd ? 1 : 0 }
    return Float(zip(words, others).prefix { $0 == $1 }.count) / Float(words.count)
  }
}
