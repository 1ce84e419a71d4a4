import Interface
import Messages

/// Parts of the manual page, in the macros of man(7).
struct Manual {
  private let table: VerbTable

  init(of table: VerbTable) { self.table = table }

  var synopsis: String {
    Help(of: table).usageLines.map { Manual.marked($0) }.joined(separator: "\n.br\n")
  }

  var verbs: String {
    table.verbs.filter { $0.run != nil && !$0.name.isEmpty && !$0.isHidden }.map { verb in
      let head = verb.operands.isEmpty ? verb.name : "\(verb.name) \(verb.operands)"
      return Manual.entry(Manual.marked(head), Manual.escaped(verb.sentence) + ".")
    }.joined(separator: "\n")
  }

  /// Every option once by its name, with the verbs that have it.
  var options: String {
    let opening = table.verbs.first { $0.name.isEmpty }?.options ?? []
    return table.options.map { option in
      var rows: [OptionRow] = []
      for row in table.verbs.flatMap(\.options) + CommonOption.rows where row.name == option.name {
        if !rows.contains(where: { $0.isSame(as: row) }) { rows.append(row) }
      }
      let texts = rows.map { row in
        let isGeneral = (opening + CommonOption.rows).contains { $0.isSame(as: row) }
        let text = row.sentence
        return isGeneral ? text : "\(text) (\(owners(of: row).joined(separator: ", ")))"
      }
      let head = (option.letter.map { "-\($0), " } ?? "") + "--\(option.name)"
      let placeholder = option.placeholder.map { " " + $0 } ?? ""
      return Manual.entry(Manual.marked(head + placeholder), Manual.escaped(texts.joined(separator: "; ")) + ".")
    }.joined(separator: "\n")
  }

  var keys: String {
    KeyReference.sections(.english) { Messages.english.text(KeyTable.name(of: $0)) }.map { section in
      let rows = section.rows.map { keys, words in
        Manual.entry("\\fB\(Manual.escaped(keys))\\fR", Manual.escaped(Messages.english.text(words)) + ".")
      }
      return ([".SS \(Manual.escaped(Messages.english.text(section.heading)))"] + rows).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The verbs that have an option, those of two words by their first one where all of them have it.
  private func owners(of row: OptionRow) -> [String] {
    let having = table.verbs.filter { $0.options.contains { $0.isSame(as: row) } }.map(\.name)
    let groups = having.filter { !table.words(after: $0).isEmpty }
    return having.filter { name in !groups.contains { name.hasPrefix($0 + " ") } }
  }

  private static func entry(_ head: String, _ text: String) -> String { ".TP\n\(head)\n\(text)" }

  /// Capitals stand for something else, the other words are typed as they are.
  private static func marked(_ text: String) -> String {
    var marked = ""
    var font: Character = "R"
    for character in text {
      let isWord = character.isLetter || character == "-"
      let next: Character = !isWord ? "R" : character.isUppercase && font != "B" ? "I" : "B"
      if next != font { marked += "\\f\(next)" }
      font = next
      marked += escaped(String(character))
    }
    return font == "R" ? marked : marked + "\\fR"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      default: escaped.append(character)
      }
    }
    // A point or an apostrophe at the beginning of a line would be a request.
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
