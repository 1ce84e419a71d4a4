import Agenda
import Catalogue
import Glibc
import Interchange
import Interface
import Messages
import Notes
import Terminal

extension Verb {
  /// What is done where no verb is named.
  static let open = Verb(
    "", Message("open a conference's agenda bundle in the terminal"), "[BUNDLE|FILE|ADDRESS]", count: 0...1,
    options: ScreenSettings.options + [UpdateOption.offline.row, remind.row, with.row]
  ) { arguments, console in
    runOpen(arguments, console)
  }

  fileprivate static let with = Option(
    "with", "PLAN", Message("show a plan that somebody has shared beside yours: its address, or a file with it"),
    completion: .files)
  fileprivate static let remind = Option(
    "remind", "MINUTES", Message("remind of what is starred so long before it, from now on; 0 is never"),
    expected: Message("a number of minutes, 10080 at most")
  ) { Int($0).flatMap { (0...10_080).contains($0) ? $0 : nil } }
}

/// Opens a bundle on the terminal and stays until the user leaves.
@MainActor
private func runOpen(_ arguments: Arguments, _ console: Console) -> Int32 {
  let (settings, isOffline) = (ScreenSettings(arguments), arguments.has(UpdateOption.offline))
  var (named, opening) = (arguments.operands.first, Message?.none)
  // Before anything is read: without a terminal there is nobody to read for.
  guard isatty(0) == 1 || named == ImportSource.standardInput, isatty(1) == 1 else {
    console.complain(ScreenError.noTerminal.message)
    return ExitStatus.usage
  }
  if let address = named.flatMap({ SourceAddress($0) }) {
    do throws(UpdateFailure) {
      let agreement = Agreement(arguments, console)
      let opened = try AddressOpening(
        address, isOffline: isOffline, console, agrees: agreement.agrees, asksZone: agreement.zone)
      (named, opening) = (opened.bundle, opened.words)
    } catch {
      console.complain(Message("%s: cannot be opened: %s", address.shown, error.reason))
      return error.isCancelled && Interruption.signal != 0 ? 128 + Interruption.signal : ExitStatus.usage
    }
  }
  let offersChoice = named == nil && ConferenceShelf.hasSeveral
  let known = offersChoice ? ConferenceShelf.paths() : []
  let paths = named.map { [$0] } ?? (known.isEmpty ? Array(ConferenceShelf.shipped.prefix(1)) : known)
  guard !paths.isEmpty else {
    console.complain(.noShippedBundle)
    return ExitStatus.usage
  }
  // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
  signal(SIGXFSZ, SIG_IGN)
  if let named, let version = VersionName(named, console) { return runVersion(version, named, settings, console) }
  // What has to be compiled may turn out to be no bundle: that is said before the terminal is touched.
  guard let (catalogue, opener) = opened(paths, console) else { return ExitStatus.usage }
  var shared: SharedPlan?
  if let operand = arguments.value(Verb.with) {
    shared = SharedPlan.read(operand, for: catalogue.conference.id, console)
    if shared == nil { return ExitStatus.usage }
  }
  // What came from standard input has ended; from here on the keys do.
  if named == ImportSource.standardInput { takeTerminal() }
  guard let screen = settings.open(console) else { return ExitStatus.usage }
  defer { screen.close() }
  return run(
    catalogue, opener, on: screen, settings, console, isNamed: named != nil, offersChoice: offersChoice,
    isOffline: isOffline, opening: opening, remind: arguments.value(Verb.remind), shared: shared)
}

/// Opens a version that is kept, to be read.
@MainActor
private func runVersion(
  _ version: VersionName, _ named: String, _ settings: ScreenSettings, _ console: Console
) -> Int32 {
  guard let agenda = version.agenda,
    let catalogue = try? Catalogue.compile(agenda, problemCount: 0, languages: console.languages)
  else {
    console.complain(.cannotOpen(named))
    return ExitStatus.usage
  }
  guard let screen = settings.open(console) else { return ExitStatus.usage }
  defer { screen.close() }
  let opener = BundleOpener(path: named, console: console)
  return run(
    catalogue, opener, version: version.words, on: screen, settings, console, isNamed: true, offersChoice: false,
    isOffline: true, opening: nil)
}

/// One conference after the other, as long as the user chooses another one.
@MainActor
private func run(
  _ catalogue: Catalogue, _ opener: BundleOpener, version: Message? = nil, on screen: Screen,
  _ settings: ScreenSettings, _ console: Console, isNamed: Bool, offersChoice: Bool, isOffline: Bool, opening: Message?,
  remind: Int? = nil, shared: SharedPlan? = nil
) -> Int32 {
  var program = Program(
    screen: screen, catalogue: catalogue, opener: opener, version: version, settings, isOffline: isOffline,
    remind: remind, shared: shared, console)
  (program.isNamed, program.opening) = (isNamed, opening)
  if offersChoice { program.offerConferences() }
  while true {
    let status = program.run()
    guard let next = program.next else { return status }
    let opening = program.nextOpening
    program = Program(
      screen: screen, catalogue: next.catalogue, opener: next.opener, settings, isOffline: isOffline, console)
    (program.isNamed, program.opening) = (true, opening)
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
private func opened(_ paths: [String], _ console: Console) -> (Catalogue, BundleOpener)? {
  var complaints: [Message] = []
  for path in paths {
    var opener = BundleOpener(path: path, console: console)
    do {
      return (try opener.open(), opener)
    } catch {
      switch error {
      case .unreadable(let lines): complaints += lines.isEmpty ? [.cannotOpen(opener.path)] : lines
      case .database: complaints.append(Message("%s: the catalogue cannot be built", opener.path))
      }
    }
  }
  complaints.forEach(console.complain)
  return nil
}
