import Agenda
import Catalogue
import Files
import Glibc
import Interface
import Terminal

/// `plenary kiosk`: the board of a conference on the terminal, until SIGTERM ends it.
///
/// Nothing is written but the log that was asked for, and the catalogue is in memory.
@MainActor
func kiosk(_ request: KioskRequest, bundle: String?, _ options: Options) -> Int32 {
  guard let path = bundle ?? Resources.shippedBundle else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  guard isatty(0) == 1, isatty(1) == 1 else {
    complain(Wording.screenError(.noTerminal))
    return ExitStatus.usage
  }
  let languages = Environment.languages
  let bundle = KioskBundle(path: path, notices: request.notices, languages: languages)
  guard let catalogue = bundle.open() else {
    for line in bundle.complaints { complain(line) }
    if bundle.complaints.isEmpty { complain(Wording.cannotOpen(path)) }
    return ExitStatus.usage
  }
  var settings = request.settings
  if let room = request.room {
    guard let id = KioskBundle.room(named: room, in: catalogue) else {
      complain(Wording.exportMistake(.unknownRoom(room, names: catalogue.rooms().map(\.name))))
      return ExitStatus.usage
    }
    settings.room = id
  }
  // A full disk or a limit must not end what nobody tends.
  signal(SIGXFSZ, SIG_IGN)
  // Ctrl-\ is a key here, and whoever sends the signal from outside has SIGTERM.
  signal(SIGQUIT, SIG_IGN)
  let log: KioskLog
  do throws(FileError) {
    log = try KioskLog(path: request.log)
  } catch {
    complain(Wording.notWritten(request.log ?? "", Wording.why(error)))
    return ExitStatus.usage
  }
  guard let screen = openScreen(options) else { return ExitStatus.usage }
  defer { screen.close() }
  return KioskProgram(
    screen: screen, bundle: bundle, catalogue: catalogue, settings: settings, log: log, options: options
  ).run()
}
