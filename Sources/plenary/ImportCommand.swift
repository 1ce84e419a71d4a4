import Agenda
import Glibc
import Interchange
import Notes

enum ImportCommand {
  static let verb = Verb(name: "import", options: [.json, .update], limit: 2) { options in
    importFile(
      options.words.first, into: options.words.dropFirst().first, isUpdate: options.has(.update),
      isJSON: options.has(.json))
  }
}

/// `plenary import`: makes a bundle of a file that another program has made, and says what was read, guessed and odd.
func importFile(_ path: String?, into named: String?, isUpdate: Bool, isJSON: Bool) -> Int32 {
  guard let path else {
    complain(Wording.nothingToImport)
    return ExitStatus.usage
  }
  Interruption.watch()
  let source = ConferenceSource(path, isInterruptible: true)
  switch source {
  case .bundle(let reading):
    if reading.agenda != nil { complain(Wording.isBundleAlready(path)) }
    for line in reading.agenda == nil ? source.complaints(path: path) : [] { complain(line) }
    return ExitStatus.usage
  case .refused(.cancelled):
    complain(ImportFailureWording.line(.cancelled, file: Wording.file(path)))
    return 128 + Interruption.signal
  case .refused(let failure):
    complain(ImportFailureWording.line(failure, file: Wording.file(path)))
    return ExitStatus.usage
  case .imported(let reading):
    let bundle = named ?? reading.agenda.conference.id
    do throws(BundlePlacing.Failure) {
      let placing = BundlePlacing(bundle, isUpdate: isUpdate)
      try placing.write(reading.agenda)
      let report = ImportReport(reading, file: Wording.file(path))
      print(
        isJSON
          ? ImportReportJSON.text(report, bundle: bundle)
          : Wording.report(report, bundle: bundle, width: Environment.outputWidth), terminator: "")
      return ExitStatus.success
    } catch {
      complain(Wording.notPlaced(error, bundle: bundle))
      return Interruption.signal == 0 ? ExitStatus.usage : 128 + Interruption.signal
    }
  }
}
