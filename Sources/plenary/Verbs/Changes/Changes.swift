import Agenda
import Interchange
import Messages

extension Verb {
  /// What differs between two versions of an agenda, on standard output.
  static let changes = Verb(
    "changes",
    Message("show what differs between two versions of an agenda; without OLD and NEW between the last two kept"),
    "[OLD|NAME] [NEW]", count: 0...2, expected: Message("two bundles, files or versions as NAME@3, or one conference"),
    options: [ChangesOption.json.row, ChangesOption.markdown.row]
  ) { arguments, console in
    runChanges(arguments, console)
  }
}

private enum ChangesOption {
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let markdown = Option(flag: "markdown", Message("as Markdown; with ~~old~~ and **new**"))
}

/// One of the two, and what it is called.
private struct Side {
  var agenda: Agenda
  var name: String

  /// A bundle, a file or a version; nil where it cannot be used, and that is said.
  init?(_ operand: String, _ console: Console) {
    if let version = VersionName(operand, console), let agenda = version.agenda {
      (self.agenda, name) = (agenda, console.messages.text(version.words))
      return
    }
    let source = ConferenceSource(operand, console)
    guard let agenda = source.agenda else {
      for line in source.complaints { console.complain(line) }
      return nil
    }
    if source.problemCount > 0 { console.complain(.problems(source.problemCount, in: operand)) }
    (self.agenda, name) = (agenda, console.messages.text(Console.name(ofFile: operand)))
  }

  init?(_ version: AgendaVersions.Version, of history: AgendaHistory, _ console: Console) {
    guard let agenda = history.versions.agenda(version.number) else { return nil }
    (self.agenda, name) = (agenda, console.messages.text(VersionName.words(version)))
  }
}

/// The exit status says whether anything differs: 0 where nothing does, 1 where something does, 2 where one of the two
/// cannot be used.
private func runChanges(_ arguments: Arguments, _ console: Console) -> Int32 {
  let operands = arguments.operands
  let sides: (old: Side, new: Side)
  if operands.count == 2 {
    guard let old = Side(operands[0], console), let new = Side(operands[1], console) else { return ExitStatus.usage }
    sides = (old, new)
  } else {
    guard let kept = keptSides(operands.first, console) else { return ExitStatus.usage }
    sides = kept
  }
  let changes = AgendaChanges(old: sides.old.agenda, new: sides.new.agenda)
  let report = ChangeReport(
    changes, oldName: sides.old.name, newName: sides.new.name, languages: console.languages, messages: console.messages)
  let isJSON = arguments.has(ChangesOption.json)
  let text = isJSON ? report.json : arguments.has(ChangesOption.markdown) ? report.markdown : report.text
  let status = console.write(Array(text.utf8))
  guard status == ExitStatus.success else { return status }
  return changes.isEmpty ? ExitStatus.success : ExitStatus.problems
}

/// The last two versions that are kept of a conference, or one of them that is named and the last; nil where there are
/// none, and that is said.
private func keptSides(_ name: String?, _ console: Console) -> (old: Side, new: Side)? {
  guard let name = name ?? ConferenceShelf.paths().first else {
    console.complain(Message("there is no conference to open: name a bundle or a file"))
    return nil
  }
  let named = VersionName(name, console)
  guard let history = named?.history ?? VersionName.conference(name, console)?.1, let last = history.versions.all().last
  else {
    console.complain(Message("%s: no version of this is kept", name))
    return nil
  }
  let old = named?.version ?? history.versions.all().dropLast().last
  guard let old else {
    console.complain(Message("%s: only one version of this is kept, expected two", name))
    return nil
  }
  guard let oldSide = Side(old, of: history, console), let newSide = Side(last, of: history, console) else {
    console.complain(Message("%s: no version of this is kept", name))
    return nil
  }
  return (oldSide, newSide)
}
