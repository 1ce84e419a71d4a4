/// Parts of the completions for the shells.
struct Completions {
  private let verbs: [Verb]

  init(of table: VerbTable) { verbs = table.verbs.filter { !$0.isHidden } }

  /// Two functions for bash and zsh, whose callers have the variables `verb`, `verbs`, `options` and `offers`.
  var shell: String {
    let names = verbs.map(\.name).filter { !$0.isEmpty }
    var lines = [
      "# Takes one more word, if it belongs to the verb.",
      "_plenary_verb() {",
      "  case \"${verb:+$verb }$1\" in",
      "    \(names.map { "'\($0)'" }.joined(separator: " | "))) verb=\"${verb:+$verb }$1\" ;;",
      "  esac",
      "}",
      "",
      "# What the verb has, and what the option before offers: words, / for files, - for nothing.",
      "_plenary_rows() {",
      "  case $verb in",
    ]
    for verb in verbs {
      let options = (verb.options + CommonOption.rows).map { "--\($0.name)" }.joined(separator: " ")
      let words = words(after: verb.name)
      lines.append(
        "    '\(verb.name)') options='\(options)'\(words.isEmpty ? "" : " verbs='\(words.joined(separator: " "))'") ;;")
    }
    lines += ["  esac", "  case \"$verb $1\" in"]
    for verb in verbs {
      for option in verb.options where option.hasValue {
        let patterns = forms(of: option).map { "'\(verb.name) \($0)'" }.joined(separator: " | ")
        lines.append("    \(patterns)) offers='\(offers(option.completion))' ;;")
      }
    }
    for option in CommonOption.rows where option.hasValue {
      let patterns = forms(of: option).map { "*' \($0)'" }.joined(separator: " | ")
      lines.append("    \(patterns)) offers='\(offers(option.completion))' ;;")
    }
    return (lines + ["  esac", "}"]).joined(separator: "\n")
  }

  var fish: String {
    let names = verbs.map(\.name).filter { !$0.isEmpty }
    var lines = [
      "# The verb that has been typed: nothing, one word, or two as in \"notes add\".",
      "function __plenary_verb",
      "  set -l verb",
      "  for word in (commandline -opc)[2..-1]",
      "    set -l longer (string trim \"$verb $word\")",
      "    switch \"$longer\"",
      "      case \(names.map { "'\($0)'" }.joined(separator: " "))",
      "        set verb $longer",
      "    end",
      "  end",
      "  test \"$verb\" = \"$argv[1]\"",
      "end",
      "",
    ]
    lines += CommonOption.rows.map { "complete -c plenary \(fish($0))" }
    for verb in verbs {
      let condition = "complete -c plenary -n '__plenary_verb \"\(verb.name)\"'"
      for other in verbs where words(after: verb.name).contains(where: { joined(verb.name, $0) == other.name }) {
        let word = other.name.split(separator: " ").last ?? ""
        lines.append("\(condition) -a \(word) -d '\(quoted(other.sentence))'")
      }
      lines += verb.options.map { "\(condition) \(fish($0))" }
    }
    return lines.joined(separator: "\n")
  }

  private func joined(_ first: String, _ second: String) -> String { first.isEmpty ? second : "\(first) \(second)" }

  /// The words that can follow a verb's name as a part of a longer one.
  private func words(after name: String) -> [String] {
    verbs.compactMap { verb in
      let words = verb.name.split(separator: " ").map(String.init)
      return words.last.flatMap { joined(name, $0) == verb.name ? $0 : nil }
    }
  }

  private func forms(of option: OptionRow) -> [String] {
    ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
  }

  private func offers(_ completion: OptionRow.Completion) -> String {
    switch completion {
    case .nothing: "-"
    case .files: "/"
    case .words(let words): words.joined(separator: " ")
    }
  }

  private func fish(_ option: OptionRow) -> String {
    let letter = option.letter.map { "-s \($0) " } ?? ""
    let value =
      switch option.completion {
      case .nothing: option.hasValue ? " -x" : ""
      case .files: " -r"
      case .words(let words): " -x -a '\(words.joined(separator: " "))'"
      }
    return "\(letter)-l \(option.name)\(value) -d '\(quoted(option.sentence))'"
  }

  /// As fish reads it between apostrophes.
  private func quoted(_ text: String) -> String {
    text.reduce(into: "") { quoted, character in
      if character == "'" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
  }
}
