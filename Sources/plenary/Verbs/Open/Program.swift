import Agenda
import Catalogue
import Glibc
import Interchange
import Interface
import Messages
import Notes
import Terminal

/// The loop between the terminal and the interface: events in, effects out, and a picture after each turn.
@MainActor
final class Program {
  private let screen: Screen
  private let loop: EventLoop
  private let clock: WallClock
  private var opener: BundleOpener
  /// Nil for what came from standard input, which cannot change.
  private let follower: BundleFollower?
  private let user: UserData
  private let updates: UpdateDesk
  private let finds: FindDesk
  private let runner: EffectRunner
  private let settings: ScreenSettings
  private var app: App
  /// An old version is read, which changes nothing of the user's.
  private let isOld: Bool
  /// When the last key came, on the loop's clock.
  private var lastInput: Int64 = 0
  /// Whether the user has named this conference, which is then known from now on.
  var isNamed = false
  /// What is to be said of the agenda at the start, such as why it could not be fetched anew.
  var opening: Message?
  /// Set by a query that met damage; looked at whenever something is to be shown.
  private var isCatalogueDamaged = false

  /// The conference that the user has chosen instead of this one.
  var next: (opener: BundleOpener, catalogue: Catalogue)? { runner.next }
  /// What is to be said of that at its start.
  var nextOpening: Message? { runner.next.flatMap { finds.words(of: $0.opener.path) } }

  init(
    screen: Screen, catalogue: Catalogue, opener: BundleOpener, version: Message? = nil, _ settings: ScreenSettings,
    isOffline: Bool, remind: Int? = nil, shared: SharedPlan? = nil, _ console: Console
  ) {
    (self.screen, self.settings) = (screen, settings)
    self.opener = opener
    screen.setTitle(catalogue.conference.title + " – Plenary")
    let loop = EventLoop(screen: screen)
    self.loop = loop
    clock = WallClock(simulated: settings.now?.instant(in: catalogue.conference.zone))
    user = UserData(conference: catalogue.conference.id, console)
    isOld = version != nil
    // In an old version nothing may go back to what it was.
    if !isOld { user.plan.follow(catalogue) }
    var problems: [Event] = []
    if !isOld, let remind { problems = user.plan.change { $0.remind(minutes: remind) } }
    updates = UpdateDesk(bundle: opener.path, catalogue, isOffline: isOffline || isOld, console, loop: loop)
    finds = FindDesk(isOffline: isOffline, console, loop: loop)
    runner = EffectRunner(
      screen: screen, clock: clock, opener: opener, user: user, updates: updates, finds: finds, console)
    app = App(
      catalogue: catalogue, clock: clock.reading, size: screen.size, theme: settings.theme(on: screen),
      isASCII: !screen.usesUnicode, messages: console.messages, plan: user.plan.plan, isMouseOn: settings.hasMouse,
      defersPreview: true)
    // VTE's terminals have a bar of menus, and GNU screen cannot ask for Alt in the terminal around it.
    app.isAltTaken = Environment.value("VTE_VERSION") != nil || ScreenSettings.isGNUScreen
    if let version { app.showVersion(version) }
    if let shared { app.show(shared) }
    for problem in problems { _ = app.handle(problem) }
    follower =
      isOld || opener.path == ImportSource.standardInput ? nil : Program.follower(of: opener, catalogue, console)
    watch(catalogue)
  }

  private static func follower(of opener: BundleOpener, _ catalogue: Catalogue, _ console: Console) -> BundleFollower {
    let history = AgendaHistory(conference: catalogue.conference.id)
    return BundleFollower(
      opener.path, others: [history?.versions.acknowledgedPath].compactMap(\.self), shown: opener.opened, errors: nil,
      conference: catalogue.conference.id, console,
      now: EventLoop.now, compile: { source in try? opener.open(source) },
      compare: { agenda in history?.news(of: agenda, console) })
  }

  /// Runs until the user leaves or the terminal goes, and gives the exit status.
  func run() -> Int32 {
    show()
    let later = isOld ? [] : user.loadNotes(app.world.catalogue)
    (user.descriptors + (follower?.descriptors ?? [])).forEach(loop.watch)
    for event in later { deliver(event) }
    if let opening { deliver(.notice(opening)) }
    if !later.isEmpty || opening != nil { show() }
    follower?.start()
    if isNamed, !isOld, opener.path != ImportSource.standardInput { RecentConferences.add(opener.path) }
    while runner.exitStatus == nil {
      let minute = EventLoop.now + clock.milliseconds(until: app.deadline)
      let deadlines = [minute, pauseDue, user.deadline, follower?.deadline, updates.deadline]
      for event in loop.next(deadline: deadlines.compactMap(\.self).min()) {
        handle(event)
        if runner.exitStatus != nil { break }
      }
      // What was typed is kept before it is seen: so nothing that was seen can be lost.
      deliver(user.desk?.commit() ?? [])
      Desktop.reap()
      if runner.exitStatus == nil { show() }
    }
    if !isOld { user.rememberOpened(app.world.catalogue) }
    follower?.finish(within: 1_000)
    updates.close()
    finds.close()
    user.close()
    return runner.exitStatus ?? ExitStatus.success
  }

  /// When something is shown that has waited for a pause; nil where nothing has.
  private var pauseDue: Int64? { app.pauseLength.map { lastInput + $0 } }

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
    case .input(let input):
      lastInput = EventLoop.now
      deliver(.input(input))
    case .deadline:
      if let pauseDue, EventLoop.now >= pauseDue { deliver(.pause) }
      deliver(.time(clock.reading.now))
      // What a note is about says whether it may be shared.
      if !isOld { user.rememberOpened(app.world.catalogue) }
      attend()
    case .filesChanged: attend()
    case .appearance: app.adopt(settings.theme(on: screen))
    case .terminalGone: runner.end(ExitStatus.success)
    case .signal(let signal):
      switch signal {
      case .terminate, .hangup, .interrupt: runner.end(128 + signal.number)
      case .stop: deliver(runner.run(.suspend))
      case .resume:
        screen.resume()
        deliver(runner.resized())
      case .resize: deliver(runner.resized())
      }
    }
  }

  /// Takes in what has become of files.
  private func attend() {
    deliver(user.attend() + updates.attend() + finds.attend())
    for news in follower?.attend(now: EventLoop.now) ?? [] {
      switch news {
      // Another window may have acknowledged what is news here.
      case .unchanged: deliver(user.acknowledged())
      case .known(let news): deliver(.agendaNews(news))
      case .version(let version): show(version)
      case .broken(let lines): deliver(.agendaBroken(lines))
      }
    }
  }

  /// Shows another version of the agenda in the place of the present one.
  private func show(_ version: BundleFollower.Version) {
    let before = CatalogueSubjects(catalogue: app.world.catalogue, remembered: [:])
    let now = CatalogueSubjects(catalogue: version.catalogue, remembered: [:], index: version.sessions)
    watch(version.catalogue)
    let events = user.follow(version.catalogue, version.sessions, from: app.world.catalogue)
    app.replace(version.catalogue, plan: user.plan.plan, news: version.news) { before.successor(of: $0, in: now) }
    deliver(events + (version.news.map { [.agendaNews($0)] } ?? []))
  }

  private func deliver(_ event: Event) {
    for effect in app.handle(event) { deliver(runner.run(effect)) }
  }

  private func deliver(_ events: [Event]) {
    for event in events { deliver(event) }
  }

  /// Shows the conferences that can be opened instead.
  func offerConferences() { deliver(runner.run(.listConferences)) }

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
