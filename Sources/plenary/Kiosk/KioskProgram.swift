import Agenda
import Catalogue
import Cells
import Glibc
import Interface
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
  private let log: KioskLog
  private var state: KioskState
  private var isOver = false

  init(
    screen: Screen, bundle: KioskBundle, catalogue: Catalogue, settings: KioskSettings, log: KioskLog, options: Options
  ) {
    (self.screen, self.bundle, self.log) = (screen, bundle, log)
    loop = EventLoop(screen: screen)
    clock = WallClock(simulated: options.now?.instant(in: catalogue.conference.zone))
    var settings = settings
    settings.isLightTerminal = Environment.hasLightBackground
    let name = screen.colorDepth == .none ? .mono : options.theme ?? (Environment.hasLightBackground ? .light : .dark)
    state = KioskState(
      catalogue: catalogue, clock: clock.reading, uptime: EventLoop.now, size: screen.size, theme: name,
      isASCII: !screen.usesUnicode, settings: settings, languages: Environment.languages)
  }

  /// Runs until SIGTERM, or until the terminal is gone, and gives the exit status.
  func run() -> Int32 {
    log.write(Wording.kioskStarted(bundle.path, problems: bundle.problems.count))
    show()
    while !isOver {
      let deadline = min(EventLoop.now + clock.milliseconds(until: state.deadline), state.uptimeDeadline)
      let events = loop.next(deadline: deadline)
      // What happens, happens now.
      update(&state, .time(clock.reading.now, uptime: EventLoop.now))
      for event in events where !isOver { handle(event) }
      if !isOver { show() }
    }
    return ExitStatus.success
  }

  private func show() {
    let picture = render(state)
    screen.present(picture.buffer, cursor: picture.cursor)
  }

  private func handle(_ event: EventLoop.Event) {
    switch event {
    case .input(let input): update(&state, .input(input))
    case .deadline, .filesChanged: break
    case .terminalGone: end(Wording.kioskTerminalGone)
    case .signal(.terminate): end(Wording.kioskEnded)
    // The terminal tells of its end itself, and what comes from a keyboard ends nothing here.
    case .signal(.hangup), .signal(.interrupt), .signal(.stop): break
    case .signal(.resume):
      screen.resume()
      update(&state, .input(.resize(screen.size)))
    case .signal(.resize): update(&state, .input(.resize(screen.resized())))
    }
  }

  private func end(_ why: String) {
    log.write(why)
    isOver = true
  }
}
