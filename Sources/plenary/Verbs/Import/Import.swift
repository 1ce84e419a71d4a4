import Agenda
import Files
import Interchange
import Messages

extension Verb {
  /// Makes a bundle of a file that another program has made, or of what is at an address, and says what was read, guessed
  /// and odd.
  static let importing = Verb(
    "import",
    Message(
      "make a bundle of a file or an address, and say what was guessed or odd; without BUNDLE in %s",
      ConferenceShelf.usualDataFolder),
    "FILE|ADDRESS [BUNDLE]", count: 0...2,
    options: [
      ImportOption.json.row, ImportOption.update.row, ImportOption.title.row, ImportOption.timeZone.row,
      ImportOption.id.row, ImportOption.language.row, ImportOption.map.row, UpdateOption.yes.row,
    ]
  ) { arguments, console in
    runImport(arguments, console)
  }
}

private enum ImportOption {
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let update = Option(
    flag: "update", Message("renew a bundle that is there, and keep its other files"))
  static let title = Option(
    "title", "TITLE", Message("call the conference so, whatever the file says; this and the next hold at every update"))
  static let timeZone = Option(
    "time-zone", "ZONE", Message("the venue's time zone, as Europe/Brussels"),
    expected: Message("a time zone such as Europe/Brussels")
  ) { ImportChoices.isZone($0) ? $0 : nil }
  static let id = Option(
    "id", "ID", Message("the conference's identifier, by which notes and stars belong to it"),
    expected: Message("letters, digits, dots and dashes")
  ) { ImportChoices.isIdentifier($0) ? $0 : nil }
  /// Not the language that is spoken with the reader, which the environment says here.
  static let language = Option(
    "language", "TAG", Message("the language of the conference's texts, as fr"),
    expected: Message("a language such as fr or pt-BR")
  ) { ImportChoices.isLanguage($0) ? $0 : nil }

  static let map = Option(
    "map", "FIELD=COLUMN,…", Message("which columns of a table or fields of JSON have what, as title=Name,start=Begin"),
    expected: Message("a list such as title=Name,start=Begin")
  ) { ImportChoices.isMap($0) ? $0 : nil }

  static func choices(_ arguments: Arguments) -> ImportChoices {
    ImportChoices(
      title: arguments.value(title), timeZone: arguments.value(timeZone), id: arguments.value(id),
      language: arguments.value(language), map: arguments.value(map))
  }
}

@MainActor
private func runImport(_ arguments: Arguments, _ console: Console) -> Int32 {
  guard let path = arguments.operands.first else {
    console.complain(Message("import: found no file, expected one: plenary import FILE [BUNDLE]"))
    return ExitStatus.usage
  }
  Interruption.watch()
  let order = ImportOrder(
    named: arguments.operands.dropFirst().first, choices: ImportOption.choices(arguments),
    isUpdate: arguments.has(ImportOption.update), isJSON: arguments.has(ImportOption.json),
    agreement: Agreement(arguments, console))
  if let address = SourceAddress(path) { return order.run(address, console) }
  return order.run(path, console)
}

/// What is wanted of an import.
private struct ImportOrder {
  /// Where the bundle goes; nil is the folder of the user's conferences, whose bundles are found without a name.
  let named: String?
  let choices: ImportChoices
  let isUpdate: Bool
  let isJSON: Bool
  let agreement: Agreement

  func run(_ address: SourceAddress, _ console: Console) -> Int32 {
    let update = AgendaUpdate(
      console: console, bar: ProgressBar(console), agrees: agreement.agrees, asksZone: agreement.zone)
    do throws(UpdateFailure) {
      let taken = try update.take(address, into: named, choices: choices, isUpdate: isUpdate)
      report(taken.reading, name: address.shown, bundle: taken.bundle, taken.changes, console)
      return ExitStatus.success
    } catch {
      if case .isThere(let bundle) = error {
        console.complain(BundlePlacing.Failure.isThere.message(bundle: bundle))
      } else {
        console.complain(Message("%s: nothing is written: %s", address.shown, error.reason))
      }
      return Interruption.signal == 0 ? ExitStatus.usage : 128 + Interruption.signal
    }
  }

  func run(_ path: String, _ console: Console) -> Int32 {
    let bar = ProgressBar(console)
    let kept = named.flatMap { SourceShelf.source(ofBundle: $0) }?.source
    var choices = choices.over(kept?.record.choices ?? ImportChoices())
    func read() -> ConferenceSource {
      ConferenceSource(path, console, choices: choices, isInterruptible: true, takesNamesakes: true, bar: bar)
    }
    var source = read()
    // A bundle without a name is known only now, and what was said of it.
    if named == nil, case .imported(let reading) = source.reading,
      let said = SourceShelf.file(ofConference: reading.agenda.conference.id)?.load()?.choices,
      choices.over(said) != choices
    {
      choices = choices.over(said)
      source = read()
    }
    if case .imported(let reading) = source.reading, reading.lacksZone,
      let zone = agreement.zone(of: console.messages.text(Console.name(ofFile: path)))
    {
      choices.timeZone = zone
      source = read()
    }
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
        changes = try place(reading.agenda, in: bundle, bar)
      } catch {
        console.complain(error.message(bundle: bundle))
        return Interruption.signal == 0 ? ExitStatus.usage : 128 + Interruption.signal
      }
      if let changes { StarKeeping.follow(changes, console) }
      remember(choices, of: changes?.new.conference.id ?? id, bundle: bundle, console)
      report(reading, name: console.messages.text(Console.name(ofFile: path)), bundle: bundle, changes, console)
      return ExitStatus.success
    }
  }

  private func report(
    _ reading: ImportReading, name: String, bundle: String, _ changes: AgendaChanges?, _ console: Console
  ) {
    let report = ImportReport(reading, file: name)
    let text =
      isJSON
      ? report.json(bundle: bundle, in: console.messages)
      : report.text(
        bundle: bundle, isKnown: named == nil && ConferenceShelf.dataFolder != nil,
        changes: changes.map { ChangeReport.summary(of: $0) },
        width: Environment.width(ofTerminal: 1), console.messages)
    print(text, terminator: "")
  }

  private func make(_ folder: String) throws(BundlePlacing.Failure) {
    do throws(FileError) { try Folder.make(folder) } catch { throw .cannotWrite(error) }
  }

  private func place(
    _ agenda: Agenda, in bundle: String, _ bar: ProgressBar
  ) throws(BundlePlacing.Failure) -> AgendaChanges? {
    defer { bar.close() }
    func writing() -> Message { Message("Writing %s", Console.shortName(ofFile: bundle)) }
    bar.show(0, writing)
    return try BundlePlacing(bundle, isUpdate: isUpdate) { share in bar.show(share, writing) }.write(agenda)
  }

  /// Keeps what was said of the conference; what was known of its address no longer tells what the bundle holds.
  private func remember(_ choices: ImportChoices, of id: String, bundle: String, _ console: Console) {
    guard let file = SourceShelf.file(ofConference: id) else { return }
    let old = file.load()
    guard old != nil || choices != ImportChoices() else { return }
    var record = old ?? SourceRecord()
    record.choices = choices
    if record.bundle == nil { record.bundle = SourceShelf.absolute(bundle) }
    (record.validators, record.bodyHash) = (Validators(), nil)
    do throws(FileError) { try file.save(record) } catch { console.complain(.notWritten(file.path, error.reason)) }
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
    case .isWritten: Message("%s: nothing is written: %s", bundle, reason)
    case .interrupted: Message("%s: cancelled; nothing is written", bundle)
    case .isLink(let path):
      Message("%s: found a symbolic link, expected a file or folder of the bundle; nothing is written", path)
    case .cannotWrite(let error): .notWritten(bundle, error.message)
    case .losesSessions: Message("%s: nothing is written: %s", bundle, reason)
    }
  }
}
