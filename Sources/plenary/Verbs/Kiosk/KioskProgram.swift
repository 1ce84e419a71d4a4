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
  /// Milliseconds without a change of the files after which they are read: whoever writes one often writes more.
  private static let quiet: Int64 = 200
  /// Milliseconds after which they are read though they still change.
  private static let patience: Int64 = 1_000

  private let screen: Screen
  private let loop: EventLoop
  private let clock: WallClock
  private let bundle: KioskBundle
  private let watch: KioskWatch
  private let manager = ServiceManager()
  private let log: KioskLog
  private let messages: Messages
  private var state: KioskState
  private var isOver = false
  /// When files changed first, and last, since they were read.
  private var changed: (first: Int64, last: Int64)?
  private var lastLook: Int64
  private var lastSign: Int64 = 0
  private var noticeProblems: [Message] = []
  /// When the whole picture was sent last.
  private var era: Int64

  init(
    screen: Screen, bundle: KioskBundle, catalogue: Catalogue, settings: KioskSettings, log: KioskLog,
    _ drawing: ScreenSettings, _ console: Console
  ) {
    (self.screen, self.bundle, self.log, messages) = (screen, bundle, log, console.messages)
    loop = EventLoop(screen: screen)
    watch = KioskWatch(bundle: bundle.path, notices: bundle.noticesPath)
    clock = WallClock(simulated: drawing.now?.instant(in: catalogue.conference.zone))
    lastLook = EventLoop.now
    var settings = settings
    settings.isLightTerminal = Environment.hasLightBackground
    settings.hasFewColors = screen.colorDepth != .full256
    state = KioskState(
      catalogue: catalogue, clock: clock.reading, uptime: EventLoop.now, size: screen.size,
      theme: drawing.themeName(on: screen), isASCII: !screen.hasHalfBlocks, settings: settings,
      languages: console.languages, messages: messages)
    era = state.era
  }

  /// Runs until SIGTERM, or until the terminal is gone, and gives the exit status.
  func run() -> Int32 {
    log.write(
      bundle.problemCount == 0
        ? Message("started with %s", bundle.path)
        : Message(
          "started with %2$s, in which plenary check finds %1$d problem",
          "started with %2$s, in which plenary check finds %1$d problems", count: bundle.problemCount, bundle.path))
    readNotices()
    show()
    if watch.descriptor >= 0 { loop.watch(watch.descriptor) }
    manager.tell("READY=1")
    while !isOver {
      signOfLife()
      let events = loop.next(deadline: deadline)
      // What happens, happens now.
      update(&state, .time(clock.reading.now, uptime: EventLoop.now))
      for event in events where !isOver { handle(event) }
      if !isOver {
        lookAtFiles()
        show()
      }
    }
    manager.tell("STOPPING=1")
    return ExitStatus.success
  }

  private var deadline: Int64 {
    let now = EventLoop.now
    var deadline = min(now + clock.milliseconds(until: state.deadline), state.uptimeDeadline)
    if let changed {
      deadline = min(deadline, changed.last + KioskProgram.quiet, changed.first + KioskProgram.patience)
    }
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
    case .deadline: break
    case .filesChanged:
      if watch.readEvents() { changed = (changed?.first ?? EventLoop.now, EventLoop.now) }
    case .terminalGone: end(Message("ended: the terminal is gone"))
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

  /// Reads what has changed, once it has come to rest; once a minute it looks by itself, since not every file system
  /// tells.
  private func lookAtFiles() {
    let now = EventLoop.now
    if let changed {
      guard now >= min(changed.last + KioskProgram.quiet, changed.first + KioskProgram.patience) else { return }
    } else if now - lastLook < 60_000 {
      return
    }
    (changed, lastLook) = (nil, now)
    // Before it is read: what changes from now on is told again.
    watch.renew()
    switch bundle.reread() {
    case .unchanged: break
    case .version(let catalogue):
      update(&state, .agenda(catalogue))
      log.write(Message("a new version of the agenda is shown"))
    case .broken(let why): log.write(Message("the agenda was not taken over, the last good one stays: %s", why))
    }
    readNotices()
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
