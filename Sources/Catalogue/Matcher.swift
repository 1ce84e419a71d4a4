/// Finds the words of a query in a text, as the search itself does.
///
/// The words of all phrases stand in one row of bits; a bit is set while the words up to it have just been seen
/// (the bitap way of matching), so a text is read once whatever the query.
struct Matcher {
  private let words: [[UInt8]]
  private let starts: UInt64
  private let ends: UInt64
  private let lengths: [Int]
  private var seen: UInt64 = 0
  /// Starts of the last 64 words.
  private var recent = [Int](repeating: 0, count: 64)
  private var count = 0

  init(_ query: SearchQuery) {
    words = query.words
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

  /// Takes the next word of the text; gives the bytes of the longest phrase that ends with it.
  mutating func take(_ token: UnsafeRawBufferPointer, at place: Range<Int>) -> Range<Int>? {
    recent[count & 63] = place.lowerBound
    count += 1
    var equal: UInt64 = 0
    for (index, word) in words.enumerated() where Matcher.isMatch(word, token, isPrefix: index == words.count - 1) {
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
      guard let match = matcher.take(word, at: place) else { return true }
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
