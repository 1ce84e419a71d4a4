/// Some words of a text around the first match, the matches marked.
struct Excerpt {
  /// A word counts three, a character of a script without spaces one: four words before the match, eight after it.
  private static let before = 12
  private static let after = 24

  private var matcher: Matcher
  /// Starts of the last words before the match.
  private var lead: [Int] = []
  private var matches: [Range<Int>] = []
  private var room = Excerpt.after
  private var end = 0

  /// Nil where no word of the query is in the text.
  ///
  /// Reads the text no further than it must.
  static func fragments(
    of query: SearchQuery, in text: String, tokenizer: SearchTokenizer
  ) -> [SearchHit.Fragment]? {
    if query.isEmpty || text.isEmpty { return nil }
    var excerpt = Excerpt(matcher: Matcher(query))
    tokenizer.words(of: text) { word, place in excerpt.take(word, place) }
    var text = text
    return text.withUTF8 { excerpt.cut(UnsafeRawBufferPointer($0)) }
  }

  private init(matcher: Matcher) { self.matcher = matcher }

  /// False when enough words have been seen.
  private mutating func take(_ token: UnsafeRawBufferPointer, _ place: Range<Int>) -> Bool {
    let isCharacter = token.first.map { $0 >= 0xE0 } ?? false
    if let match = matcher.take(token, at: place) {
      if matches.isEmpty { lead.removeAll { $0 >= match.lowerBound } }
      if let last = matches.last, last.upperBound > match.lowerBound {
        matches[matches.count - 1] = last.lowerBound..<match.upperBound
      } else {
        matches.append(match)
      }
    }
    if matches.isEmpty {
      // Characters are kept as they come; the cut counts back by weight.
      lead.append(place.lowerBound)
      if lead.count > Excerpt.before { lead.removeFirst() }
      return true
    }
    end = place.upperBound
    room -= isCharacter ? 1 : 3
    return room > 0
  }

  private func cut(_ bytes: UnsafeRawBufferPointer) -> [SearchHit.Fragment]? {
    guard let first = matches.first else { return nil }
    var start = first.lowerBound
    var room = Excerpt.before
    for candidate in lead.reversed() {
      room -= bytes[candidate] >= 0xE0 ? 1 : 3
      if room < 0 { break }
      start = candidate
    }
    // Punctuation that ends the text is shown; so are signs before its first word.
    if lead.isEmpty || start == lead.first && lead.count < 4 { start = 0 }
    let rest = bytes.count - end
    let end = rest <= 4 ? bytes.count : end
    var fragments: [SearchHit.Fragment] = []
    func add(_ range: Range<Int>, isMatch: Bool) {
      if range.isEmpty { return }
      fragments.append(.init(text: String(decoding: bytes[range], as: UTF8.self), isMatch: isMatch))
    }
    if start > 0 { fragments.append(.init(text: "…", isMatch: false)) }
    for match in matches where match.lowerBound >= start && match.upperBound <= end {
      add(start..<match.lowerBound, isMatch: false)
      add(match, isMatch: true)
      start = match.upperBound
    }
    add(start..<end, isMatch: false)
    if end < bytes.count { fragments.append(.init(text: "…", isMatch: false)) }
    return fragments
  }
}
