import Agenda
import Catalogue
import Glibc
import Interchange
import Interface
import Notes
import Terminal

/// Opens a bundle on the terminal and stays until the user leaves.
@MainActor
func open(_ named: String?, _ options: Options) -> Int32 {
  let offersChoice = named == nil && ConferenceShelf.hasSeveral
  let known = offersChoice ? ConferenceShelf.paths() : []
  let paths = named.map { [$0] } ?? (known.isEmpty ? [Resources.shippedBundle].compactMap(\.self) : known)
  guard !paths.isEmpty else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  // Before anything is read: without a terminal there is nobody to read for.
  guard isatty(0) == 1 || named == ImportSource.standardInput, isatty(1) == 1 else {
    complain(Wording.screenError(.noTerminal))
    return ExitStatus.usage
  }
  // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
  signal(SIGXFSZ, SIG_IGN)
  // What has to be compiled may turn out to be no bundle: that is said before the terminal is touched.
  guard let (catalogue, opener) = opened(paths) else { return ExitStatus.usage }
  // What came from standard input has ended; from here on the keys do.
  if named == ImportSource.standardInput { takeTerminal() }
  guard let screen = openScreen(options) else { return ExitStatus.usage }
  defer { screen.close() }
  return run(catalogue, opener, on: screen, options, isNamed: named != nil, offersChoice: offersChoice)
}

/// One conference after the other, as long as the user chooses another one.
@MainActor
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

/// The first conference of which anything can be shown; nil where that is none, and then what is wrong with each is said.
///
/// Nobody has asked for the first of several by its name, so a broken one is passed over.
private func opened(_ paths: [String]) -> (Catalogue, BundleOpener)? {
  var complaints: [String] = []
  for path in paths {
    let opener = BundleOpener(path: path, languages: Environment.languages)
    do {
      return (try opener.open(), opener)
    } catch {
      switch error {
      case .unreadable(let lines): complaints += lines.isEmpty ? [Wording.cannotOpen(opener.path)] : lines
      case .database: complaints.append(Wording.damaged(opener.path))
      }
    }
  }
  complaints.forEach(complain)
  return nil
}

/// The terminal as a screen that a crash gives back too; nil where it cannot be one, and then that is said.
@MainActor
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
