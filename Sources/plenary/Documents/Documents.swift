import Interface
import Messages

/// The parts of README, the manual page and the completions that the rows of verbs, options and keys say.
///
/// A part stands between two lines of its document, whatever a comment looks like there: one with `generated: NAME`, and
/// one with `end of NAME`. `make docs` writes it, and `make check` fails where one is stale.
struct Documents {
  enum Failure: Error {
    case unknownPart(String)
    case noEnd(String)
  }

  let table: VerbTable

  /// A document with its parts as they should be.
  func renewed(_ text: String) throws(Failure) -> String {
    var lines: [Substring] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard let name = Documents.name(in: line, after: "generated: ") else { continue }
      guard let part = part(name) else { throw .unknownPart(name) }
      guard let end = rest.firstIndex(where: { Documents.name(in: $0, after: "end of ") == name }) else {
        throw .noEnd(name)
      }
      lines += part.split(separator: "\n", omittingEmptySubsequences: false)
      rest = rest[end...]
    }
    return lines.joined(separator: "\n")
  }

  /// `keys` in `<!-- generated: keys -->` and in `# generated: keys`.
  private static func name(in line: Substring, after mark: String) -> String? {
    guard let start = line.indices.first(where: { line[$0...].hasPrefix(mark) }) else { return nil }
    let name = line[start...].dropFirst(mark.count).prefix { $0.isLetter || $0 == "-" }
    return name.isEmpty ? nil : String(name)
  }

  private func part(_ name: String) -> String? {
    switch name {
    case "usage": Help(of: table).usageLines.map { "    " + $0 }.joined(separator: "\n")
    case "options": optionTable((named("")?.options ?? []) + CommonOption.rows)
    case "kiosk-options": optionTable(own(named("kiosk")))
    case "notes-verbs": verbTable(table.verbs.filter { $0.name.hasPrefix("notes ") })
    case "keys": KeyReference.markdown()
    case "manual-synopsis": Manual(of: table).synopsis
    case "manual-verbs": Manual(of: table).verbs
    case "manual-options": Manual(of: table).options
    case "manual-keys": Manual(of: table).keys
    case "shell": Completions(of: table).shell
    case "fish": Completions(of: table).fish
    default: nil
    }
  }

  private func named(_ name: String) -> Verb? { table.verbs.first { $0.name == name } }

  /// A verb's options without the ones that the program has without a verb.
  private func own(_ verb: Verb?) -> [OptionRow] {
    let known = named("")?.options ?? []
    return (verb?.options ?? []).filter { row in !known.contains { $0.isSame(as: row) } }
  }

  private func optionTable(_ options: [OptionRow]) -> String {
    let rows = options.map { option in
      let long = "`--\(option.name)\(option.placeholder.map { " " + $0 } ?? "")`"
      return "| \(option.letter.map { "`-\($0)`, " } ?? "")\(long) | \(Messages.english.text(option.words)) |"
    }
    return (["| option | what it does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  private func verbTable(_ verbs: [Verb]) -> String {
    let rows = verbs.map { verb in
      let head = verb.operands.isEmpty ? verb.name : "\(verb.name) \(verb.operands)"
      return "| `\(head)` | \(Messages.english.text(verb.words)) |"
    }
    return (["| verb | what it does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }
}
