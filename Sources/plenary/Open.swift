import Agenda
import Catalogue
import Glibc
import Interchange
import Interface
import Notes
import Terminal

/// Opens a bundle on the terminal and stays until the user leaves.
func open(_ named: String?, _ options: Options) -> Int32 {
  let offersChoice = named == nil && ConferenceShelf.hasSeveral
  guard let path = named ?? (offersChoice ? ConferenceShelf.paths().first : nil) ?? Resources.shippedBundle else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  // Before anything is read: without a terminal there is nobody to read for.
  guard isatty(0) == 1 || path == ImportSource.standardInput, isatty(1) == 1 else {
    complain(Wording.screenError(.noTerminal))
    return ExitStatus.usage
  }
  // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
  signal(SIGXFSZ, SIG_IGN)
  let opener = BundleOpener(path: path, languages: Environment.languages)
  // What has to be compiled may turn out to be no bundle: that is said before the terminal is touched.
  guard let catalogue = opener.cached() ?? opened(by: opener) else { return ExitStatus.usage }
  // What came from standard input has ended; from here on the keys do.
  if path == ImportSource.standardInput { takeTerminal() }
  guard let screen = openScreen(options) else { return ExitStatus.usage }
  defer { screen.close() }
  return run(catalogue, opener, on: screen, options, isNamed: named != nil, offersChoice: offersChoice)
}

/// One conference after the other, as long as the user chooses another one.
private func run(
  _ catalogue: Catalogue, _ opener: BundleOpener, on screen: Screen, _ options: Options, isNamed: Bool,
  offersChoice: Bool
) -> Int32 {
  var program = Program(screen: screen, catalogue: catalogue, opener: opener, options: options)
  program.isNamed = isNamed
  if offersChoice { program.offerConferences() }
  while true {
    let status = program.run()
    guard let next = program.next else { return status }
    program = Program(screen: screen, catalogue: next.catalogue, opener: next.opener, options: options)
    program.isNamed = true
  }
}

/// Puts the terminal in the place of standard input.
private func takeTerminal() {
  let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
  guard terminal >= 0 else { return }
  dup2(terminal, 0)
  close(terminal)
}

/// The bundle's catalogue; nil where nothing of it can be shown, and then that is said.
private func opened(by opener: BundleOpener) -> Catalogue? {
  do {
    return try opener.open()
  } catch {
    switch error {
    case .unreadable(let lines):
      if lines.isEmpty { complain(Wording.cannotOpen(opener.path)) }
      for line in lines { complain(line) }
    case .database: complain(Wording.damaged(opener.path))
    }
    return nil
  }
}

/// The terminal as a screen that a crash gives back too; nil where it cannot be one, and then that is said.
func openScreen(_ options: Options) -> Screen? {
  adoptLocale()
  do {
    let screen = try Screen(options: ScreenOptions(ascii: options.isASCII, mouse: options.hasMouse))
    CrashGuard.install()
    return screen
  } catch {
    complain(Wording.screenError(error))
    return nil
  }
}
