import Messages

/// An option as everything but its reader sees it: parsing, `--help`, the manual page, the completions and README.
struct OptionRow: Sendable {
  /// What a shell can offer where the value is typed.
  enum Completion: Equatable, Sendable {
    case nothing
    case files
    case words([String])
  }

  /// The word behind the two dashes.
  let name: String
  /// Its short form, an ASCII letter.
  let letter: Character?
  /// What stands for its value in help, in capitals; nil where it has none.
  let placeholder: String?
  /// What it does, the beginning of a sentence.
  let words: Message
  let completion: Completion
  /// What is told of a value that cannot be read: "expected …".
  let expected: Message
  /// Whether a value can be read.
  let accepts: @Sendable (String) -> Bool

  var hasValue: Bool { placeholder != nil }

  /// What it does in English as the beginning of a line of its own; words that are typed keep their small letters.
  var sentence: String {
    let text = Messages.english.text(words)
    if case .words = completion { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// An option of the command line: one row beside the code that asks for it.
struct Option<Value: Sendable>: Sendable {
  let row: OptionRow
  /// Nil where the text is no such value.
  let parse: @Sendable (String) -> Value?

  /// - Parameters:
  ///   - placeholder: what stands for the value in help, in capitals.
  ///   - words: what it does, the beginning of a sentence.
  ///   - expected: what is told of a value that cannot be read, as in "found …, expected …".
  init(
    _ name: String, letter: Character? = nil, _ placeholder: String, _ words: Message, expected: Message,
    completion: OptionRow.Completion = .nothing, parse: @escaping @Sendable (String) -> Value?
  ) {
    row = OptionRow(
      name: name, letter: letter, placeholder: placeholder, words: words, completion: completion, expected: expected,
      accepts: { parse($0) != nil })
    self.parse = parse
  }
}

extension Option where Value == String {
  /// An option of which any text is a value.
  init(
    _ name: String, letter: Character? = nil, _ placeholder: String, _ words: Message,
    completion: OptionRow.Completion = .nothing
  ) {
    self.init(name, letter: letter, placeholder, words, expected: Message("a text"), completion: completion) { $0 }
  }
}

extension Option where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// An option whose value is one of some words.
  init(_ name: String, letter: Character? = nil, _ placeholder: String, oneOf type: Value.Type, _ words: Message) {
    let names = Value.allCases.map(\.rawValue)
    self.init(
      name, letter: letter, placeholder, words, expected: .data(names.joined(separator: ", ")),
      completion: .words(names)
    ) { Value(rawValue: $0) }
  }
}

extension Option where Value == Bool {
  /// An option without a value.
  init(flag name: String, letter: Character? = nil, _ words: Message) {
    row = OptionRow(
      name: name, letter: letter, placeholder: nil, words: words, completion: .nothing, expected: Message("nothing"),
      accepts: { _ in true })
    parse = { _ in true }
  }
}

/// The options that every verb has.
enum CommonOption {
  static let help = Option(flag: "help", letter: "h", Message("show this and end"))
  static let version = Option(flag: "version", letter: "V", Message("show the version and end"))
  static let language = Option(
    "language", "TAG", Message("speak this language, as fr; otherwise as the environment says"),
    expected: Message("a language such as fr or pt-BR")
  ) { text in
    let isTag = !text.isEmpty && text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || isAlphanumeric($0) }
    return isTag ? text : nil
  }

  static let rows: [OptionRow] = [language.row, help.row, version.row]

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
