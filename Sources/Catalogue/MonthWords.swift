import Agenda

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
