import Agenda
import Files
import Glibc
import Interchange
import Messages
import Notes

extension Verb {
  /// Makes a bundle of a file that another program has made, and says what was read, guessed and odd.
  static let importing = Verb(
    "import",
    Message(
      "make a bundle of a file, and say what was guessed or odd; without BUNDLE in %s", ConferenceShelf.usualDataFolder),
    "FILE [BUNDLE]", count: 0...2, options: [json.row, update.row]
  ) { arguments, console in
    runImport(
      arguments.operands.first, into: arguments.operands.dropFirst().first, isUpdate: arguments.has(update),
      isJSON: arguments.has(json), console)
  }

  private static let json = Option(flag: "json", Message("say it as JSON"))
  private static let update = Option(
    flag: "update", Message("renew a bundle that is there, and keep its other files"))
}

/// - Parameter named: where the bundle goes; nil is the folder of the user's conferences, whose bundles are found
///   without a name.
private func runImport(
  _ path: String?, into named: String?, isUpdate: Bool, isJSON: Bool, _ console: Console
) -> Int32 {
  guard let path else {
    console.complain(Message("import: found no file, expected one: plenary import FILE [BUNDLE]"))
    return ExitStatus.usage
  }
  Interruption.watch()
  let bar = ProgressBar(console)
  let source = ConferenceSource(path, console, isInterruptible: true, bar: bar)
  switch source.reading {
  case .bundle(let reading):
    if reading.agenda != nil {
      console.complain(Message("%s: found a bundle, which needs no import", path))
    } else {
      for line in source.complaints { console.complain(line) }
    }
    return ExitStatus.usage
  case .refused(let failure):
    for line in source.complaints { console.complain(line) }
    return failure.fact == .file(.cancelled) ? 128 + Interruption.signal : ExitStatus.usage
  case .imported(let reading):
    let id = reading.agenda.conference.id
    let shelf = named == nil ? ConferenceShelf.dataFolder : nil
    let bundle = named ?? shelf.map { "\($0)/\(id)" } ?? id
    let changes: AgendaChanges?
    do throws(BundlePlacing.Failure) {
      if let shelf { try make(shelf) }
      changes = try place(reading.agenda, in: bundle, isUpdate: isUpdate, bar)
    } catch {
      console.complain(error.message(bundle: bundle))
      return Interruption.signal == 0 ? ExitStatus.usage : 128 + Interruption.signal
    }
    if let changes { followStars(changes, console) }
    let report = ImportReport(reading, file: console.messages.text(Console.name(ofFile: path)))
    print(
      isJSON
        ? report.json(bundle: bundle, in: console.messages)
        : report.text(
          bundle: bundle, isKnown: shelf != nil, changes: changes.map { ChangeReport.summary(of: $0) },
          width: Environment.width(ofTerminal: 1), console.messages),
      terminator: "")
    return ExitStatus.success
  }
}

extension BundlePlacing.Failure {
  fileprivate func message(bundle: String) -> Message {
    switch self {
    case .isThere:
      Message(
        "%s: found a bundle there; %s", bundle,
        Message(
          "plenary import --update renews its agenda and keeps its other files, and another BUNDLE leaves it alone"))
    case .isNoBundle:
      Message("%s: found something that is no bundle, expected nothing there; nothing is written", bundle)
    case .interrupted: Message("%s: cancelled; nothing is written", bundle)
    case .isLink(let path):
      Message("%s: found a symbolic link, expected a file or folder of the bundle; nothing is written", path)
    case .cannotWrite(let error): .notWritten(bundle, error.message)
    }
  }
}

private func make(_ folder: String) throws(BundlePlacing.Failure) {
  do throws(FileError) { try Folder.make(folder) } catch { throw .cannotWrite(error) }
}

private func place(
  _ agenda: Agenda, in bundle: String, isUpdate: Bool, _ bar: ProgressBar
) throws(BundlePlacing.Failure) -> AgendaChanges? {
  defer { bar.close() }
  func writing() -> Message { Message("Writing %s", Console.shortName(ofFile: bundle)) }
  bar.show(0, writing)
  return try BundlePlacing(bundle, isUpdate: isUpdate) { share in bar.show(share, writing) }
    .write(agenda)
}

/// The user's stars go along with their sessions now, while both versions are known; at a start only the new one is.
private func followStars(_ changes: AgendaChanges, _ console: Console) {
  let id = changes.new.conference.id
  guard let folder = UserFolder(conference: id, environment: Environment.value) else { return }
  let file = PlanFile(in: folder)
  var (plan, problem) = file.load()
  if let problem { console.complain(problem.message) }
  let noted = Set(NoteFiles(in: folder).all().notes.map(\.target))
  for change in changes.sessions where change.aspects == [.doubtful] {
    guard let old = change.old, let new = change.new else { continue }
    guard plan.starred.contains(old.id) || noted.contains(.session(old.id)) else { continue }
    let titles = [old, new].map { $0.title.string(for: console.languages) }
    console.complain(
      Message(
        "starred or noted: perhaps “%1$s” has become “%2$s”; the list of changes in the program asks", titles[0],
        titles[1]))
  }
  if plan.stars.isEmpty { return }
  for agenda in [changes.old, changes.new] {
    plan.follow(in: NoteSubjects(of: agenda, languages: console.languages, messages: console.messages))
  }
  do {
    _ = try file.save(plan)
  } catch {
    console.complain(error.message)
  }
}
