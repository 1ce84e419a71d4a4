/// Finds the words of a query in a text, as the search itself does.
///
/// The words of all phrases stand in one row of bits; a bit is set while the words up to it have just been seen
/// (the bitap way of matching), so a text is read once whatever the query.
struct Matcher {
  private let words: [[UInt8]]
  /// The word that may go on; nil for none.
  private let openWord: Int?
  private let starts: UInt64
  private let ends: UInt64
  private let lengths: [Int]
  private var seen: UInt64 = 0
  /// Starts of the last 64 words.
  private var recent = [Int](repeating: 0, count: 64)
  private var count = 0

  init(_ query: SearchQuery) {
    (words, openWord) = (query.words, query.openWord)
    var starts: UInt64 = 0
    var ends: UInt64 = 0
    var lengths = [Int](repeating: 0, count: query.words.count)
    var position = 0
    for length in query.phraseLengths {
      starts |= 1 << UInt64(position)
      position += length
      ends |= 1 << UInt64(position - 1)
      lengths[position - 1] = length
    }
    (self.starts, self.ends, self.lengths) = (starts, ends, lengths)
  }

  /// Goes on to the next word of the text; gives the bytes of the longest phrase that ends with it.
  mutating func advance(_ token: UnsafeRawBufferPointer, at place: Range<Int>) -> Range<Int>? {
    recent[count & 63] = place.lowerBound
    count += 1
    var equal: UInt64 = 0
    for (index, word) in words.enumerated() where Matcher.isMatch(word, token, isPrefix: index == openWord) {
      equal |= 1 << UInt64(index)
    }
    seen = ((seen & ~ends) << 1 | starts) & equal
    var ended = seen & ends
    var longest = 0
    while ended != 0 {
      longest = max(longest, lengths[ended.trailingZeroBitCount])
      ended &= ended - 1
    }
    return longest == 0 ? nil : recent[(count - longest) & 63]..<place.upperBound
  }

  private static func isMatch(_ word: [UInt8], _ token: UnsafeRawBufferPointer, isPrefix: Bool) -> Bool {
    guard isPrefix ? token.count >= word.count : token.count == word.count else { return false }
    for index in 0..<word.count where word[index] != token[index] { return false }
    return true
  }

  /// Every match in a text, in bytes of its UTF-8, in order and not overlapping.
  static func ranges(of query: SearchQuery, in text: String, tokenizer: SearchTokenizer) -> [Range<Int>] {
    if query.isEmpty { return [] }
    var matcher = Matcher(query)
    var found: [Range<Int>] = []
    tokenizer.words(of: text) { word, place in
      guard let match = matcher.advance(word, at: place) else { return true }
      if let last = found.last, last.upperBound > match.lowerBound {
        found[found.count - 1] = min(last.lowerBound, match.lowerBound)..<match.upperBound
      } else {
        found.append(match)
      }
      return true
    }
    return found
  }
}

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
    tokenizer.words(of: text) { word, place in excerpt.add(word, place) }
    var text = text
    return text.withUTF8 { excerpt.cut(UnsafeRawBufferPointer($0)) }
  }

  private init(matcher: Matcher) { self.matcher = matcher }

  /// False when enough words have been seen.
  private mutating func add(_ token: UnsafeRawBufferPointer, _ place: Range<Int>) -> Bool {
    let isCharacter = token.first.map { $0 >= 0xE0 } ?? false
    if let match = matcher.advance(token, at: place) {
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
