import Agenda
import Files
import Glibc
import Interchange
import Messages
import Notes

enum ImportCommand {
  static let verb = Verb(name: "import", options: [.json, .update], limit: 2) { options in
    importFile(
      options.words.first, into: options.words.dropFirst().first, isUpdate: options.has(.update),
      isJSON: options.has(.json))
  }
}

/// `plenary import`: makes a bundle of a file that another program has made, and says what was read, guessed and odd.
///
/// - Parameter named: where the bundle goes; nil is the folder of the user's conferences, whose bundles are found
///   without a name.
func importFile(_ path: String?, into named: String?, isUpdate: Bool, isJSON: Bool) -> Int32 {
  guard let path else {
    complain(Wording.nothingToImport)
    return ExitStatus.usage
  }
  Interruption.watch()
  let bar = ProgressBar()
  let source = ConferenceSource(path, isInterruptible: true, bar: bar)
  switch source {
  case .bundle(let reading):
    if reading.agenda != nil { complain(Wording.isBundleAlready(path)) }
    for line in reading.agenda == nil ? source.complaints(path: path) : [] { complain(line) }
    return ExitStatus.usage
  case .refused(let failure):
    complain(failure.problem(file: Wording.file(path)).line(in: .english))
    return failure.fact == .cancelled ? 128 + Interruption.signal : ExitStatus.usage
  case .imported(let reading):
    let id = reading.agenda.conference.id
    let shelf = named == nil ? ConferenceShelf.dataFolder : nil
    let bundle = named ?? shelf.map { "\($0)/\(id)" } ?? id
    do throws(BundlePlacing.Failure) {
      if let shelf { try make(shelf) }
      try place(reading.agenda, in: bundle, isUpdate: isUpdate, bar)
    } catch {
      complain(Wording.notPlaced(error, bundle: bundle))
      return Interruption.signal == 0 ? ExitStatus.usage : 128 + Interruption.signal
    }
    let report = ImportReport(reading, file: Wording.file(path))
    print(
      isJSON
        ? report.json(bundle: bundle, in: .english)
        : Wording.report(report, bundle: bundle, isKnown: shelf != nil, width: Environment.outputWidth), terminator: "")
    return ExitStatus.success
  }
}

private func make(_ folder: String) throws(BundlePlacing.Failure) {
  do throws(FileError) { try Folder.make(folder) } catch { throw .cannotWrite(error) }
}

private func place(
  _ agenda: Agenda, in bundle: String, isUpdate: Bool, _ bar: ProgressBar
) throws(BundlePlacing.Failure) {
  defer { bar.close() }
  bar.show(0) { Wording.writing(bundle) }
  try BundlePlacing(bundle, isUpdate: isUpdate) { share in bar.show(share) { Wording.writing(bundle) } }.write(agenda)
}
