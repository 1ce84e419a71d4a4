import Messages

/// What can be asked for on the command line: one row beside the code that does it.
struct Verb: Sendable {
  /// What is typed for it: one word, or two as in `notes add`.
  ///
  /// The verb without a name opens a bundle.
  let name: String
  /// What it does, the beginning of a sentence.
  let words: Message
  /// What follows it, as help shows it: `FILE [BUNDLE]`.
  let operands: String
  /// How many words may follow it.
  let count: ClosedRange<Int>
  /// What is told where fewer follow: "needs …".
  let expected: Message
  /// Its options, beside the ones that every verb has.
  let options: [OptionRow]
  /// The option without which it does nothing, shown first.
  let needed: OptionRow?
  /// Whether it is for who builds the program, and not for its users.
  let isHidden: Bool
  /// Does it and gives the exit status; nil for a word that verbs of two words begin with.
  let run: (@MainActor (Arguments, Console) -> Int32)?

  init(
    _ name: String, _ words: Message, _ operands: String = "", count: ClosedRange<Int> = 0...0,
    expected: Message = Message("nothing"), options: [OptionRow] = [], needed: OptionRow? = nil,
    isHidden: Bool = false, run: (@MainActor (Arguments, Console) -> Int32)?
  ) {
    (self.name, self.words, self.operands, self.count, self.expected) = (name, words, operands, count, expected)
    (self.options, self.needed, self.isHidden, self.run) = (options, needed, isHidden, run)
  }

  /// The word that some verbs of two words begin with; alone it does nothing.
  static func group(_ name: String, _ words: Message, options: [OptionRow]) -> Verb {
    Verb(name, words, "VERB", count: 0...Int.max, options: options, run: nil)
  }

  /// Whether what follows it is on this machine, and never an address.
  var readsFilesOnly: Bool {
    let words = operands.split { !$0.isLetter }
    return !words.contains("ADDRESS") && words.contains { ["BUNDLE", "FILE", "OLD"].contains($0) }
  }

  /// What it does in English as the beginning of a line of its own.
  var sentence: String {
    let text = Messages.english.text(words)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// All verbs of the program, in the order of its help; the one without a name comes last.
struct VerbTable: Sendable {
  let verbs: [Verb]
  /// The sentences of help before the verbs and options, and its paragraphs behind them.
  let introduction: [Message]
  let closing: @Sendable () -> [[Message]]

  /// The verb that these words begin with, the longest name first, and how many words its name has.
  func named(by words: [String]) -> (verb: Verb, count: Int) {
    let found = verbs.map { ($0, $0.name.split(separator: " ")) }.filter { _, name in
      words.count >= name.count && zip(name, words).allSatisfy { $0 == $1 }
    }
    guard let (verb, name) = found.max(by: { $0.1.count < $1.1.count }) else {
      preconditionFailure("the table has a verb without a name")
    }
    return (verb, name.count)
  }

  /// The second words of the verbs that begin with this one.
  func words(after group: String) -> [String] {
    verbs.compactMap { $0.name.hasPrefix(group + " ") ? String($0.name.dropFirst(group.utf8.count + 1)) : nil }
  }

  /// Every option once by its name, as getopt_long wants them.
  var options: [OptionRow] {
    var rows: [OptionRow] = []
    for row in verbs.flatMap(\.options) + CommonOption.rows {
      guard let same = rows.first(where: { $0.name == row.name }) else {
        rows.append(row)
        continue
      }
      precondition(same.letter == row.letter && same.hasValue == row.hasValue, "--\(row.name) is read in one way")
    }
    return rows
  }
}
