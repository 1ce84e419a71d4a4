import Agenda
import Interchange
import Messages

extension Verb {
  /// What differs between two versions of an agenda, on standard output.
  static let changes = Verb(
    "changes", Message("show what differs between two versions of an agenda"), "OLD NEW", count: 2...2,
    expected: Message("two bundles or files"), options: [ChangesOption.json.row, ChangesOption.markdown.row]
  ) { arguments, console in
    runChanges(arguments, console)
  }
}

private enum ChangesOption {
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let markdown = Option(flag: "markdown", Message("as Markdown; with ~~old~~ and **new**"))
}

/// The exit status says whether anything differs: 0 where nothing does, 1 where something does, 2 where one of the two
/// cannot be used.
private func runChanges(_ arguments: Arguments, _ console: Console) -> Int32 {
  var agendas: [Agenda] = []
  for path in arguments.operands {
    let source = ConferenceSource(path, console)
    guard let agenda = source.agenda else {
      for line in source.complaints { console.complain(line) }
      return ExitStatus.usage
    }
    if source.problemCount > 0 { console.complain(.problems(source.problemCount, in: path)) }
    agendas.append(agenda)
  }
  let changes = AgendaChanges(old: agendas[0], new: agendas[1])
  let names = arguments.operands.map { console.messages.text(Console.name(ofFile: $0)) }
  let report = ChangeReport(
    changes, oldName: names[0], newName: names[1], languages: console.languages, messages: console.messages)
  let isJSON = arguments.has(ChangesOption.json)
  let text = isJSON ? report.json : arguments.has(ChangesOption.markdown) ? report.markdown : report.text
  let status = console.write(Array(text.utf8))
  guard status == ExitStatus.success else { return status }
  return changes.isEmpty ? ExitStatus.success : ExitStatus.problems
}
