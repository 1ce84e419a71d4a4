import Cells
import Messages

/// What `--help` says, and what the documents show of a command line.
struct Help: Sendable {
  /// Columns of the widest line.
  private static let width = 80
  /// Where descriptions begin.
  private static let margin = 22

  private let table: VerbTable

  init(of table: VerbTable) { self.table = table }

  func text(in messages: Messages) -> String {
    let word = messages.text(Message("Usage:"))
    let indent = String(repeating: " ", count: displayWidth(word))
    let usage = usageLines.enumerated().map { "\($0 == 0 ? word : indent) \($1)" }
    let parts = [usage, paragraph(table.introduction, messages), rows(in: messages)]
    let closing = table.closing().flatMap { paragraph($0, messages) }
    return (parts + [closing]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// `plenary check [--json] [BUNDLE|FILE]`: a line for each verb, of those of two words only one for all.
  var usageLines: [String] {
    let shown = table.verbs.filter { !$0.isHidden && !$0.name.contains(" ") }
    return (shown.filter(\.name.isEmpty) + shown.filter { !$0.name.isEmpty }).map { verb in
      let own = verb.options.filter { $0.name != verb.needed?.name }
      let options = own.count > 2 || verb.name.isEmpty ? ["[OPTION]..."] : own.map { "[\($0.short)]" }
      let words = ["plenary", verb.name, verb.needed?.short ?? ""] + options + [verb.operands]
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// An option stands behind the last verb that has it; those of every verb stand at the end.
  private func rows(in messages: Messages) -> [String] {
    var lines: [String] = []
    func add(_ head: String, _ words: Message) {
      let text = wrap(messages.text(words), width: Help.width - Help.margin)
      let fits = head.utf8.count < Help.margin
      let first = fits ? head + String(repeating: " ", count: Help.margin - head.utf8.count) + text[0] : head
      let indent = String(repeating: " ", count: Help.margin)
      lines += [first] + text.dropFirst(fits ? 1 : 0).map { indent + $0 }
    }
    let verbs = table.verbs.filter { !$0.isHidden }
    for (index, verb) in verbs.enumerated() {
      // What the usage says of a verb of one word is not said again.
      let head = verb.name.contains(" ") ? "\(verb.name) \(verb.operands)" : verb.name
      if verb.run != nil, !verb.name.isEmpty { add("  " + head, verb.words) }
      let later = verbs[(index + 1)...].flatMap(\.options)
      for option in verb.options where !later.contains(where: { $0.isSame(as: option) }) {
        add(option.head, option.words)
      }
    }
    for option in CommonOption.rows { add(option.head, option.words) }
    return lines
  }

  private func paragraph(_ sentences: [Message], _ messages: Messages) -> [String] {
    wrap(sentences.map(messages.text).joined(separator: " "), width: Help.width - 2)
  }
}

extension OptionRow {
  /// `-o FILE`, or `--json`: the shortest form.
  var short: String { form(letter.map { "-\($0)" } ?? "--\(name)") }

  /// `-o, --output FILE`, with the long forms of all options below each other.
  fileprivate var head: String {
    "  " + (letter.map { "-\($0), " } ?? "    ") + form("--\(name)")
  }

  private func form(_ word: String) -> String { placeholder.map { "\(word) \($0)" } ?? word }

  /// Whether it is the same for two verbs, and not only called so.
  func isSame(as other: OptionRow) -> Bool { name == other.name && words == other.words }
}
