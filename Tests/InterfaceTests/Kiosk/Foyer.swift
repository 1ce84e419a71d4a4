import Agenda
import Catalogue
import Cells
import Messages

@testable import Interface

/// A kiosk in a foyer: time passes, somebody presses keys, and what is then to be seen.
struct Foyer {
  var kiosk: KioskState
  /// Milliseconds since it was started.
  var uptime: Int64 = 0

  init(
    _ agenda: Agenda = Sample.agenda(), width: Int = 80, height: Int = 24, at now: Instant = Sample.at(4, 9, 41),
    theme: Theme.Name = .mono, isASCII: Bool = false, notices: [Notice] = [],
    messages: Messages = .english, voices: [KioskVoice] = [], _ change: (inout KioskSettings) -> Void = { _ in }
  ) throws {
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    var settings = KioskSettings()
    change(&settings)
    kiosk = KioskState(
      agenda: agenda, catalogue: catalogue, clock: Clock(now: now), uptime: 0, size: Size(width: width, height: height),
      theme: theme,
      isASCII: isASCII, settings: settings, messages: messages, voices: voices)
    if !notices.isEmpty { send(.notices(notices)) }
  }

  /// Another version of the agenda comes.
  mutating func take(_ agenda: Agenda) throws {
    send(.agenda(agenda, try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])))
  }

  mutating func send(_ event: KioskEvent) { update(&kiosk, event) }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.input(.key(key))) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  mutating func resize(_ width: Int, _ height: Int) { send(.input(.resize(Size(width: width, height: height)))) }

  /// Lets both clocks run on.
  mutating func wait(seconds: Int64) {
    uptime += seconds * 1_000
    send(.time(kiosk.board.world.clock.now.advanced(by: seconds), uptime: uptime))
  }

  /// Sets the wall's clock alone, as an administrator does.
  mutating func set(_ now: Instant) { send(.time(now, uptime: uptime)) }

  var buffer: CellBuffer { render(kiosk).buffer }
  var screen: String { buffer.text }
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// Whether a text is to be seen, on one line in letters of any size.
  func shows(_ text: String) -> Bool { screen.contains(text) || showsLarge(text) }

  func showsLarge(_ text: String) -> Bool {
    let (lines, width) = (lines.map(Array.init), buffer.size.width)
    func sign(_ x: Int, _ y: Int) -> Character {
      lines.indices.contains(y) && lines[y].indices.contains(x) ? lines[y][x] : " "
    }
    for rows in [1, 2, 3, 4].compactMap({ LargeText(text, scale: $0, width: 10_000)?.rows.map(Array.init) }) {
      for y in lines.indices {
        for x in 0..<width
        where rows.enumerated().allSatisfy({ row in
          row.element.enumerated().allSatisfy { column in
            sign(x + column.offset, y + row.offset) == column.element
          }
        }) { return true }
      }
    }
    return false
  }

  /// Every page that turns by itself, each as its screen is.
  mutating func turns() -> [String] {
    (0..<max(1, kiosk.board.pages.count)).map { _ in
      defer { wait(seconds: Int64(kiosk.board.world.settings.turn)) }
      return screen
    }
  }
}
