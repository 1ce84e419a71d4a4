/// Names that words were typed for, as places in a list of them.
public struct FoundNames: Equatable, Sendable {
  public var places: [Int] = []
  /// Where none has these words: those that are most like them.
  public var nearest: [Int] = []

  public init() {}
}

extension Catalogue {
  /// The names that have every one of some words, each the beginning of one of theirs; where some have them whole, only
  /// these.
  ///
  /// A word of several parts (`K.1`) is found where these follow one another.
  /// - Parameter names: folded, as `folded` does it.
  public func names(with words: [String], in names: PackedTexts) -> FoundNames {
    let tokenizer = searcher.tokenizer
    let phrases = words.map { tokenizer.words(of: $0) }.filter { !$0.isEmpty }
    var found = FoundNames()
    guard !phrases.isEmpty else { return found }
    var whole: [Int] = []
    for place in names.matches(phrases.flatMap { $0 }) {
      let parts = tokenizer.words(of: names.text(place))
      guard phrases.allSatisfy({ NamePhrase.isIn(parts, $0, isOpen: true) }) else { continue }
      found.places.append(place)
      if phrases.allSatisfy({ NamePhrase.isIn(parts, $0, isOpen: false) }) { whole.append(place) }
    }
    if !whole.isEmpty { found.places = whole }
    if found.places.isEmpty { found.nearest = nearest(to: phrases.flatMap { $0 }, in: names) }
    return found
  }

  /// The names of which a word is most like one of these.
  private func nearest(to words: [[UInt8]], in names: PackedTexts) -> [Int] {
    var nearest: [Int] = []
    for word in words.prefix(4) {
      var found = NearestWords(String(decoding: word, as: UTF8.self))
      names.eachWord { _, bytes in _ = found.visit(bytes) }
      let best = Set(found.words.map { Array($0.utf8) })
      if best.isEmpty { continue }
      names.eachWord { place, bytes in
        if nearest.count < 3, !nearest.contains(place), best.contains(Array(bytes)) { nearest.append(place) }
      }
    }
    return nearest
  }
}

private enum NamePhrase {
  /// Whether words follow one another in a name; the last may go on where it is open.
  static func isIn(_ name: [[UInt8]], _ phrase: [[UInt8]], isOpen: Bool) -> Bool {
    guard let last = phrase.last, name.count >= phrase.count else { return false }
    return (0...name.count - phrase.count).contains { start in
      for offset in 0..<phrase.count - 1 where name[start + offset] != phrase[offset] { return false }
      let end = name[start + phrase.count - 1]
      return isOpen ? end.starts(with: last) : end == last
    }
  }
}
