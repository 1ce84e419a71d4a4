import Agenda
import Catalogue
import Cells
import Glibc
import Interface
import Messages
import Terminal

/// The loop of a kiosk: events in, a picture after each turn.
///
/// It knows no effects: whatever is pressed, nothing outside the picture changes.
@MainActor
final class KioskProgram {
  private let screen: Screen
  private let loop: EventLoop
  private let clock: WallClock
  private let bundle: KioskBundle
  private let follower: BundleFollower
  private let manager = ServiceManager()
  private let log: KioskLog
  private let letters: Letters
  private let console: Console
  private let messages: Messages
  private let drawing: ScreenSettings
  private var state: KioskState
  private var isOver = false
  private var lastSign: Int64 = 0
  private var noticeProblems: [Message] = []
  private let status: KioskStatusFile
  private let staleness: Int64
  /// Why the bundle cannot be shown as it is now; nil where it is shown.
  private var trouble: Message?
  private var exitStatus = ExitStatus.success
  /// When the whole picture was sent last.
  private var era: Int64

  init(
    screen: Screen, bundle: KioskBundle, shown: (agenda: Agenda, catalogue: Catalogue), settings: KioskSettings,
    letters: Letters, log: KioskLog, status: String?, staleness: Int64, _ drawing: ScreenSettings, _ console: Console
  ) {
    (self.screen, self.bundle, self.log, messages) = (screen, bundle, log, console.messages)
    (self.drawing, self.letters, self.staleness, self.console) = (drawing, letters, staleness, console)
    self.status = KioskStatusFile(path: status, bundle: bundle.path, started: KioskProgram.machineTime)
    let catalogue = shown.catalogue
    screen.setTitle(catalogue.conference.title + " – Plenary")
    loop = EventLoop(screen: screen)
    follower = bundle.follower(now: EventLoop.now)
    clock = WallClock(simulated: drawing.now?.instant(in: catalogue.conference.zone))
    var settings = settings
    settings.isLightTerminal = ScreenSettings.isLight(screen)
    settings.hasFewColors = ScreenSettings.hasFewColors(screen)
    let morning = bundle.morning(of: catalogue, now: clock.reading.now)
    state = KioskState(
      agenda: morning?.agenda ?? shown.agenda, catalogue: morning?.catalogue ?? catalogue, clock: clock.reading,
      uptime: EventLoop.now, size: screen.size,
      theme: drawing.themeName(on: screen), isASCII: !screen.blocks.hasHalves, settings: settings,
      languages: console.languages, letters: letters.shown(hasQuarters: screen.blocks.hasQuarters), messages: messages,
      voices: KioskProgram.voices(of: shown.agenda, console))
    if morning != nil { update(&state, .agenda(shown.agenda, catalogue)) }
    era = state.era
  }

  /// Runs until SIGTERM, or until the terminal is gone, and gives the exit status.
  func run(_ agenda: Agenda) -> Int32 {
    log.write(
      bundle.problemCount == 0
        ? Message("started with %s", bundle.path)
        : Message(
          "started with %2$s, in which plenary check finds %1$d problem",
          "started with %2$s, in which plenary check finds %1$d problems", count: bundle.problemCount, bundle.path))
    if bundle.isLastGood {
      trouble = bundle.complaints.first ?? .cannotOpen(bundle.path)
      log.write(Message("the bundle is broken, the last good one is shown: %s", trouble ?? .cannotOpen(bundle.path)))
    }
    remarkOnLetters(agenda)
    readNotices()
    tellAge()
    show()
    follower.descriptors.forEach(loop.watch)
    manager.tell("READY=1")
    while !isOver {
      signOfLife()
      let events = loop.next(deadline: deadline)
      // What happens, happens now.
      update(&state, .time(clock.reading.now, uptime: EventLoop.now))
      for event in events where !isOver { handle(event) }
      if !isOver {
        // Nobody says when nothing new has come for too long: that is looked at each minute.
        if readFiles() || EventLoop.now >= status.deadline { tellAge() }
        show()
      }
    }
    manager.tell("STOPPING=1")
    return exitStatus
  }

  private var deadline: Int64 {
    let now = EventLoop.now
    var deadline = min(
      now + clock.milliseconds(until: state.deadline), state.uptimeDeadline, follower.deadline, status.deadline)
    if let interval = manager.interval { deadline = min(deadline, lastSign + interval) }
    return deadline
  }

  private func show() {
    let picture = render(state)
    // Whatever has got onto a console in the meantime is gone after ten minutes.
    if state.era != era {
      era = state.era
      screen.paintOver()
    }
    screen.present(picture.buffer, cursor: picture.cursor)
  }

  private func handle(_ event: EventLoop.Event) {
    switch event {
    case .input(let input): update(&state, .input(input))
    case .deadline, .filesChanged: break
    case .appearance:
      update(
        &state,
        .look(
          drawing.themeName(on: screen), isLightTerminal: ScreenSettings.isLight(screen),
          hasFewColors: ScreenSettings.hasFewColors(screen)))
    case .terminalGone:
      exitStatus = KioskExit.terminal
      end(Message("ended: the terminal is gone"))
    case .signal(.terminate): end(Message("ended by SIGTERM"))
    // The terminal tells of its end itself, and what comes from a keyboard ends nothing here.
    case .signal(.hangup), .signal(.interrupt), .signal(.stop): break
    case .signal(.resume):
      screen.resume()
      update(&state, .input(.resize(screen.size)))
    case .signal(.resize): update(&state, .input(.resize(screen.resized())))
    }
  }

  private func end(_ why: Message) {
    log.write(why)
    isOver = true
  }

  private func signOfLife() {
    guard let interval = manager.interval, EventLoop.now - lastSign >= interval else { return }
    lastSign = EventLoop.now
    manager.tell("WATCHDOG=1")
  }

  // The files

  /// Shows what has changed, once it has been read, and gives whether that was anything.
  private func readFiles() -> Bool {
    let all = follower.attend(now: EventLoop.now)
    for news in all {
      switch news {
      case .unchanged, .known: break
      case .version(let version):
        update(&state, .agenda(version.agenda, version.catalogue))
        update(&state, .voices(KioskProgram.voices(of: version.agenda, console)))
        bundle.isSound(isNew: true)
        trouble = nil
        log.write(Message("a new version of the agenda is shown"))
        remarkOnLetters(version.agenda)
      case .broken(let lines):
        let why = lines.first ?? .cannotOpen(bundle.path)
        trouble = why
        log.write(Message("the agenda was not taken over, the last good one stays: %s", why))
      }
      readNotices()
    }
    return !all.isEmpty
  }

  /// Says of when the agenda is where it is older than it should be, on the board and to whoever watches over it.
  private func tellAge() {
    let now = KioskProgram.machineTime
    if trouble == nil { bundle.isSound(isNew: false) }
    let age = bundle.asOf.map { now.since($0) }
    let isStale = trouble != nil || age.map { $0 > staleness } ?? false
    // The clock that is shown may be another one than the machine's.
    update(&state, .age(isStale ? age.map { clock.reading.now.advanced(by: -$0) } : nil))
    var status = KioskStatus()
    status.state = bundle.isLastGood ? .lastGood : trouble != nil ? .broken : isStale ? .stale : .ok
    status.trouble = trouble.map { Console.cleaned(messages.text($0)) }
    status.conference = state.catalogue.conference.id
    (status.fingerprint, status.asOf) = (bundle.fingerprint, bundle.asOf)
    (status.notices, status.noticeProblems) = (state.notices.count, noticeProblems.count)
    if let words = self.status.write(status, now: now, uptime: EventLoop.now) { log.write(words) }
  }

  private static var machineTime: Instant { WallClock(simulated: nil).reading.now }

  /// The languages that visitors can choose.
  private static func voices(of agenda: Agenda, _ console: Console) -> [KioskVoice] {
    let own = KioskVoice(
      tag: console.messages.language, languages: console.languages, messages: console.messages)
    return KioskVoice.all(agenda, own: own, interface: Messages.languages(in: Resources.locales)) {
      Messages(languages: $0, folder: Resources.locales)
    }
  }

  private func remarkOnLetters(_ agenda: Agenda) {
    if let remark = KioskFont.remark(on: agenda, letters) { log.write(remark) }
  }

  private func readNotices() {
    let reading = bundle.notices(for: state.catalogue)
    let problems: [Message] = reading.problems.map { .data($0.line(in: messages)) }
    if problems != noticeProblems { for problem in problems { log.write(Message("in the notices: %s", problem)) } }
    noticeProblems = problems
    // What cannot be read leaves those that were read last.
    guard let notices = reading.notices, notices != state.notices else { return }
    update(&state, .notices(notices))
    log.write(Message("1 notice was read", "%d notices were read", count: notices.count))
  }
}
