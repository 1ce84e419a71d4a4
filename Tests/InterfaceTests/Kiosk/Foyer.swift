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
    letters: Letters = Letters(), messages: Messages = .english, voices: [KioskVoice] = [],
    _ change: (inout KioskSettings) -> Void = { _ in }
  ) throws {
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    var settings = KioskSettings()
    change(&settings)
    kiosk = KioskState(
      agenda: agenda, catalogue: catalogue, clock: Clock(now: now), uptime: 0, size: Size(width: width, height: height),
      theme: theme,
      isASCII: isASCII, settings: settings, letters: letters, messages: messages, voices: voices)
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

  /// Looks for the dots of a text wherever they may stand, which is at any quarter of a cell.
  func showsLarge(_ text: String) -> Bool {
    let screen = Quarters(lines)
    return LetterSize.allCases.contains { size in
      LargeText(text, size: size, width: 10_000).map { screen.contains(Quarters($0.cropped.rows)) } ?? false
    }
  }

  /// Whether a text is to be seen in one of the turns of the board, on one line.
  func tells(_ text: String) -> Bool {
    var foyer = self
    return (0..<kiosk.board.turnCount).contains { _ in
      defer { foyer.kiosk.board.turnPages(by: 1) }
      return foyer.shows(text)
    }
  }

  /// Every turn of the board, each as its screen is.
  mutating func turns() -> [String] {
    (0..<kiosk.board.turnCount).map { _ in
      defer { wait(seconds: Int64(kiosk.board.world.settings.turn)) }
      return screen
    }
  }
}

/// A screen as quarters of cells: 1 where there is ink, 0 where there is none, 2 where there is any other sign.
private struct Quarters {
  private var rows: [[UInt8]] = []
  private static let blocks = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  init(_ lines: [String]) {
    for line in lines {
      var (upper, lower): ([UInt8], [UInt8]) = ([], [])
      for sign in line {
        let block = Quarters.blocks.firstIndex(of: sign)
        let bits = block.map { block in (0..<4).map { UInt8(block >> $0 & 1) } } ?? [2, 2, 2, 2]
        upper += bits[0...1]
        lower += bits[2...3]
      }
      rows += [upper, lower]
    }
  }

  /// Whether there is somewhere what another has between its outermost inks.
  func contains(_ other: Quarters) -> Bool {
    let inked = other.rows.filter { $0.contains(1) }
    guard let left = inked.compactMap({ $0.firstIndex(of: 1) }).min(),
      let right = inked.compactMap({ $0.lastIndex(of: 1) }).max(),
      let top = other.rows.firstIndex(where: { $0.contains(1) }),
      let bottom = other.rows.lastIndex(where: { $0.contains(1) })
    else { return false }
    let wanted = other.rows[top...bottom].map { row in
      (left...right).map { row.indices.contains($0) ? row[$0] : 0 }
    }
    guard rows.count >= wanted.count else { return false }
    for y in 0...(rows.count - wanted.count) {
      for x in rows[y].indices where matches(wanted, x, y) { return true }
    }
    return false
  }

  private func matches(_ wanted: [[UInt8]], _ x: Int, _ y: Int) -> Bool {
    for (dy, row) in wanted.enumerated() {
      let line = rows[y + dy]
      for (dx, ink) in row.enumerated() where (x + dx < line.count ? line[x + dx] : 0) != ink { return false }
    }
    return true
  }
}
