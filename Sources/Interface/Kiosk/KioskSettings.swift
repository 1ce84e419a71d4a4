public import Agenda

/// What the staff have chosen for a kiosk when they started it.
public struct KioskSettings: Equatable, Sendable {
  /// The only rooms that are shown; none shows all.
  public var rooms: [Room.ID] = []
  /// The only tracks that are shown; none shows all.
  public var tracks: [Track.ID] = []
  /// Seconds without a key after which the board comes back.
  public var idle = 60
  /// When the picture is dim; nil never.
  public var night: NightHours?
  /// Whether the clock shows seconds; without them the screen changes once a minute and when a page turns.
  public var showsSeconds = true
  /// Whether there are keys, a mouse or a touch screen, of which visitors are told.
  public var hasKeys = true
  /// Seconds that a page stays.
  public var turn = 15
  /// Whether the terminal's own background is light, for what must be dark on light without colours.
  public var isLightTerminal = false

  /// Whether there are no greys but the colours of a console, sixteen at the most.
  public var hasFewColors = false

  public init() {}

  /// The room of a sign at its door; nil on a board.
  var room: Room.ID? {
    get { rooms.count == 1 ? rooms[0] : nil }
    set { rooms = newValue.map { [$0] } ?? [] }
  }
}

/// A span of every day by the venue's clock, which may cross midnight: `22:00-07:00`.
public struct NightHours: Equatable, Sendable {
  /// Minutes after midnight, 0 to 1,439.
  public let start: Int
  public let end: Int

  /// Nil where the text is no such span, or an empty one.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = NightHours.minute(parts[0]), let end = NightHours.minute(parts[1]),
      start != end
    else { return nil }
    (self.start, self.end) = (start, end)
  }

  func contains(_ time: LocalTime) -> Bool {
    let minute = time.secondOfDay / 60
    return start < end ? (start..<end).contains(minute) : minute >= start || minute < end
  }

  private static func minute(_ text: Substring) -> Int? {
    let digits = Array(text.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
    let numbers = [0, 1, 3, 4].map { Int(digits[$0]) - 48 }
    guard numbers.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }
}
