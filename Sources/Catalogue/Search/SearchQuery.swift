import Agenda

/// What somebody typed, as words: every one must be found, the last may go on.
///
/// A word that the tokenizer cuts further ("closing-space", a run of Chinese) is a phrase. Nothing that is typed is
/// ever FTS5's syntax. At most 512 bytes and 64 words are looked at.
struct SearchQuery {
  /// A word as it was typed, and what else is found in its place.
  struct Part {
    let typed: String
    let tokens: [[UInt8]]
    /// Whether it may go on.
    let isOpen: Bool
    /// What it is in FTS5's syntax, in every way in which it is said.
    fileprivate let ways: [String]
    /// Words that are nearly it, as strings of FTS5's syntax they are found by.
    var near: [String] = []
    /// Whether only these are looked for.
    var isReplaced = false

    /// The word as the index has it, where others may be near it: one, of letters, and not too short.
    var single: String? {
      guard tokens.count == 1, let token = tokens.first else { return nil }
      let word = String(decoding: token, as: UTF8.self)
      return word.unicodeScalars.count >= NearWords.shortest && Vocabulary.isOfLetters(word) ? word : nil
    }

    /// An expression of FTS5 for it alone.
    var expression: String {
      let all = (isReplaced ? [] : ways) + near.map { "\"\($0)\"" }
      return all.count == 1 ? all[0] : "(\(all.joined(separator: " OR ")))"
    }
  }

  private(set) var parts: [Part] = []

  var isEmpty: Bool { parts.isEmpty }

  init(_ typed: String, tokenizer: SearchTokenizer, months: MonthWords) {
    var kept: [(word: String, tokens: [[UInt8]])] = []
    var count = 0
    for word in SearchQuery.split(typed) {
      let tokens = tokenizer.words(of: word)
      if tokens.isEmpty || count + tokens.count > 64 { continue }
      count += tokens.count
      kept.append((word, tokens))
    }
    for (index, (word, tokens)) in kept.enumerated() {
      let isOpen = index == kept.count - 1
      // The tokenizer drops a quotation mark anyway; a NUL would end the expression.
      let safe = String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\"" || $0.value < 0x20 ? " " : $0 }))
      let ways = ["\"\(safe)\"" + (isOpen ? "*" : "")] + months.signs(of: tokens, isPrefix: isOpen)
      parts.append(Part(typed: word, tokens: tokens, isOpen: isOpen, ways: ways))
    }
  }

  /// The same with other words for some of them, by their places, beside these or instead of them.
  func with(_ near: [Int: [String]], isReplacing: Bool) -> SearchQuery {
    var query = self
    for (place, words) in near { (query.parts[place].near, query.parts[place].isReplaced) = (words, isReplacing) }
    return query
  }

  /// An expression of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax); empty where no word is left.
  var expression: String { parts.map(\.expression).joined(separator: " AND ") }

  /// The phrases that are found, as folded words; what is near comes first, so that the last stays the last.
  private var phrases: [[[UInt8]]] {
    let near = parts.flatMap(\.near).map { [Array($0.utf8)] }
    let typed = parts.filter { !$0.isReplaced }.map(\.tokens)
    let room = max(0, 64 - typed.reduce(0) { $0 + $1.count })
    return near.prefix(room) + typed
  }

  /// Folded words, in bytes, phrase after phrase: 64 at most.
  var words: [[UInt8]] { phrases.flatMap { $0 } }
  /// How many of `words` each phrase has.
  var phraseLengths: [Int] { phrases.map(\.count) }
  /// Which of `words` may go on; nil for none.
  var openWord: Int? { parts.last.map { !$0.isReplaced } == true ? words.count - 1 : nil }

  /// What marks the same in a text as this finds.
  var marked: String {
    let near = parts.flatMap(\.near)
    return (near + parts.filter { !$0.isReplaced }.map(\.typed)).joined(separator: " ")
  }

  /// By white space (Unicode's White_Space), the first 512 bytes.
  private static func split(_ typed: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var bytes = 0
    for scalar in typed.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > 512 { break }
      if !scalar.properties.isWhitespace {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

/// Months as they are searched: the index has a sign for each, and whoever searches says what they are called.
struct MonthWords {
  /// Folded, January first.
  private let names: [[UInt8]]

  init(_ names: [String], tokenizer: SearchTokenizer) {
    self.names = names.map { tokenizer.words(of: $0).first ?? [] }
  }

  /// What a date is found by, as far as it is known: the digits of year and day, and the sign of its month.
  static func searched(_ date: PartialDate) -> String {
    [date.day.map(String.init), date.month.map(sign), String(date.year)].compactMap(\.self).joined(separator: " ")
  }

  /// The signs of the months that a word names, as strings of FTS5's syntax.
  func signs(of word: [[UInt8]], isPrefix: Bool) -> [String] {
    guard word.count == 1, let word = word.first else { return [] }
    return names.indices.filter { isPrefix ? names[$0].starts(with: word) : names[$0] == word }
      .map { "\"\(MonthWords.sign($0 + 1))\"" }
  }

  /// A character for private use, which the tokenizer takes for a letter and nobody types.
  private static func sign(_ month: Int) -> String {
    Unicode.Scalar(0xE000 + UInt32(month)).map { String(Character($0)) } ?? ""
  }
}
