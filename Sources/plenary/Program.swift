import Agenda
import Catalogue
import Cells
import Glibc
import Interchange
import Interface
import Notes
import Terminal

/// The loop between the terminal and the interface: events in, effects out, and a picture after each turn.
@MainActor
final class Program {
  /// Milliseconds without a key after which the selected session's text is shown: longer than a held key's repeat,
  /// shorter than anybody notices.
  private static let pause: Int64 = 60

  private let screen: Screen
  private let loop: EventLoop
  private let clock: WallClock
  private let opener: BundleOpener
  private let user: UserData
  private var app: App
  private var exitStatus: Int32?
  /// The conference that the user has chosen instead of this one.
  private(set) var next: (opener: BundleOpener, catalogue: Catalogue)?
  /// Whether the user has named this conference, which is then known from now on.
  var isNamed = false
  /// Leaving was tried with a note that is not saved, and the user knows.
  private var hasWarned = false
  /// Set by a query that met damage; looked at whenever something is to be shown.
  private var isCatalogueDamaged = false

  init(screen: Screen, catalogue: Catalogue, opener: BundleOpener, options: Options) {
    self.screen = screen
    self.opener = opener
    loop = EventLoop(screen: screen)
    clock = WallClock(simulated: options.now?.instant(in: catalogue.conference.zone))
    user = UserData(conference: catalogue.conference.id)
    let name = screen.colorDepth == .none ? .mono : options.theme ?? (Environment.hasLightBackground ? .light : .dark)
    app = App(
      catalogue: catalogue, clock: clock.reading, size: screen.size, theme: Theme(name),
      isASCII: !screen.usesUnicode, starred: user.starred, isMouseOn: options.hasMouse, defersPreview: true)
    watch(catalogue)
  }

  /// Runs until the user leaves or the terminal goes, and gives the exit status.
  func run() -> Int32 {
    show()
    let later = user.loadNotes(app.world.catalogue)
    user.desk?.descriptors.forEach(loop.watch)
    for event in later { take(event) }
    if !later.isEmpty { show() }
    if isNamed, opener.path != ImportSource.standardInput { RecentConferences.add(opener.path) }
    while exitStatus == nil {
      let minute = clock.milliseconds(until: app.deadline)
      let deadline = EventLoop.now + (app.isPreviewDue ? min(minute, Program.pause) : minute)
      for event in loop.next(deadline: min(deadline, user.desk?.deadline ?? deadline)) {
        handle(event)
        if exitStatus != nil { break }
      }
      // What was typed is kept before it is seen: so nothing that was seen can be lost.
      take(user.desk?.commit() ?? [])
      Desktop.reap()
      if exitStatus == nil { show() }
    }
    user.rememberOpened(app.world.catalogue)
    user.desk?.close()
    return exitStatus ?? ExitStatus.success
  }

  private func show() {
    replaceDamagedCatalogue()
    var picture = app.draw()
    // Drawing asks too; what it met is not shown.
    if isCatalogueDamaged {
      replaceDamagedCatalogue()
      picture = app.draw()
    }
    screen.present(picture.buffer, cursor: picture.cursor)
  }

  private func handle(_ event: EventLoop.Event) {
    switch event {
    case .input(let input): take(.input(input))
    case .deadline:
      if app.isPreviewDue { take(.pause) }
      take(.time(clock.reading.now))
      take(user.desk?.attend() ?? [])
      user.rememberOpened(app.world.catalogue)
    case .filesChanged: take(user.desk?.attend() ?? [])
    case .terminalGone: end(ExitStatus.success)
    case .signal(let signal):
      switch signal {
      case .terminate, .hangup, .interrupt: end(128 + signal.number)
      case .stop: suspend()
      case .resume:
        screen.resume()
        refreshSize()
      case .resize: refreshSize()
      }
    }
  }

  private func take(_ event: Event) {
    for effect in app.handle(event) { run(effect) }
  }

  private func take(_ events: [Event]) {
    for event in events { take(event) }
  }

  /// Leaves, but not with a note that is nowhere else than here: then the user is told, and asked once more.
  private func quit() {
    let (events, endangered) = user.desk?.finish() ?? ([], nil)
    take(events)
    guard let endangered, !hasWarned else {
      exitStatus = ExitStatus.success
      return
    }
    hasWarned = true
    take(.notice(Wording.quitAgain(endangered)))
  }

  /// Ends because the terminal or a signal says so: nobody can be asked.
  private func end(_ status: Int32) {
    let endangered = user.desk?.finish().endangered
    exitStatus = status
    guard let endangered else { return }
    screen.close()
    complain(endangered)
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .quit: quit()
    case .suspend: suspend()
    case .redraw: screen.redraw()
    case .setMouse(let isOn): screen.captureMouse(isOn)
    case .copy(let text): screen.copyToClipboard(text)
    case .openAddress(let url):
      let isOpen = Desktop.open(url)
      if !isOpen { screen.copyToClipboard(url) }
      take(.addressOpened(url, isOpen))
    case .setStar(let id, let title, let isStarred):
      if let why = user.setStar(id, title: title, isStarred: isStarred, at: clock.reading.now) {
        take(.planNotSaved(why))
      }
    case .loadOwnZone:
      let year = clock.reading.now.seconds / 31_556_952 + 1970
      take(.ownZone(OffsetTable.ofThisMachine(around: Int(year)...Int(year))))
    case .bell: screen.bell()
    case .openNote(let target): take(user.open(target))
    case .editNote(let target, let edit): take(user.desk?.edit(target, edit) ?? [.notice(Wording.noHome)])
    case .tick(let target, let mark): take(user.desk?.tick(target, mark) ?? [.notice(Wording.noHome)])
    case .writeReport: take(user.writeReport(of: opener.path, at: clock.reading.now))
    case .saveNotes: take(user.desk?.save() ?? [])
    case .editExternally(let target): editExternally(target)
    case .listConferences: offerConferences()
    case .openConference(let path): change(to: path)
    case .readClock: take(.clockRead(clock.reading.now))
    }
  }

  /// Shows the conferences that can be opened instead.
  func offerConferences() { take(.conferences(ConferenceShelf.paths().map(ConferenceShelf.entry))) }

  /// Leaves for another conference, once that is open and nothing here is left unsaved.
  private func change(to path: String) {
    let opener = BundleOpener(path: path, languages: Environment.languages)
    guard opener.path != self.opener.path else { return }
    guard let catalogue = try? opener.open() else {
      return take(.notice(Wording.cannotSwitch(path)))
    }
    quit()
    if exitStatus != nil { next = (opener, catalogue) }
  }

  /// Hands a note, which is safe before, to the user's own editor, and takes over what that leaves.
  private func editExternally(_ target: Subject) {
    guard let command = ExternalEditor.command else { return take(.notice(Wording.noEditor)) }
    guard let desk = user.desk else { return take(.notice(Wording.noHome)) }
    let (events, path) = desk.pathForEditing(target)
    take(events)
    guard let path else { return }
    let (program, arguments) = ExternalEditor.words(command, path: path)
    let ending = screen.lend(to: program, arguments)
    refreshSize()
    take(desk.edited(target))
    if let words = Wording.editorEnding(ending, command) { take(.notice(words)) }
  }

  private func suspend() {
    // Whoever stops a program may end it next.
    take(user.desk?.finish().events ?? [])
    screen.suspendProcess()
    refreshSize()
  }

  /// After a stop or a resize: the size may be another, and the clock has gone on.
  private func refreshSize() {
    take(.input(.resize(screen.resized())))
    take(.time(clock.reading.now))
  }

  // A damaged cache

  private func watch(_ catalogue: Catalogue) {
    catalogue.onDamage = { [weak self] _ in self?.isCatalogueDamaged = true }
    if catalogue.damage != nil { isCatalogueDamaged = true }
  }

  private func replaceDamagedCatalogue() {
    guard isCatalogueDamaged else { return }
    isCatalogueDamaged = false
    guard let catalogue = try? opener.reopen() else { return }
    watch(catalogue)
    app.replace(catalogue)
  }
}

extension TerminalSignal {
  /// The signal's number, for the exit status that a shell expects.
  fileprivate var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .interrupt: SIGINT
    case .stop: SIGTSTP
    case .resume: SIGCONT
    case .resize: SIGWINCH
    }
  }
}
