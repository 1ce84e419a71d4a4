import Agenda

/// What somebody typed, as words: every one must be found, the last may go on.
///
/// A word that the tokenizer cuts further ("closing-space", a run of Chinese) is a phrase. Nothing that is typed is
/// ever FTS5's syntax. At most 512 bytes and 64 words are looked at.
struct SearchQuery {
  /// Folded words, in bytes, phrase after phrase.
  private(set) var words: [[UInt8]] = []
  /// How many of `words` each phrase has.
  private(set) var phraseLengths: [Int] = []
  /// An expression of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax); empty where no word is left.
  private(set) var expression = ""

  var isEmpty: Bool { words.isEmpty }

  init(_ typed: String, tokenizer: SearchTokenizer, months: MonthWords) {
    var parts: [(phrase: String, tokens: [[UInt8]])] = []
    for word in SearchQuery.split(typed) {
      let tokens = tokenizer.words(of: word)
      if tokens.isEmpty || words.count + tokens.count > 64 { continue }
      words += tokens
      phraseLengths.append(tokens.count)
      // The tokenizer drops a quotation mark anyway; a NUL would end the expression.
      let safe = String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\"" || $0.value < 0x20 ? " " : $0 }))
      parts.append(("\"\(safe)\"", tokens))
    }
    expression = parts.indices.map { index in
      let isLast = index == parts.count - 1
      let ways = [parts[index].phrase + (isLast ? "*" : "")] + months.signs(of: parts[index].tokens, isPrefix: isLast)
      return ways.count == 1 ? ways[0] : "(\(ways.joined(separator: " OR ")))"
    }.joined(separator: " AND ")
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
