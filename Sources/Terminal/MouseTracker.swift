import Cells

/// What the terminal says of the mouse: xterm's button code and a place.
struct MouseReport: Equatable {
  /// Bits 0-1 and 6-7 name the button, 2-4 Shift, Alt and Ctrl; bit 5 is a movement.
  var code: Int
  var position: Point
  var isRelease = false
}

/// Reports turned into actions: a second click on the same place within 400 ms is a double click.
struct MouseTracker {
  private static let doubleClickTime: Int64 = 400

  private var lastClick: (position: Point, time: Int64)?

  /// Nil for what means nothing here: other buttons, releases, movements, wheels to the side.
  mutating func action(for report: MouseReport, now: Int64) -> MouseAction? {
    guard !report.isRelease else { return nil }
    switch report.code & ~0b11100 {
    case 0:
      if let last = lastClick, last.position == report.position, now - last.time <= Self.doubleClickTime {
        lastClick = nil
        return MouseAction(.doubleClick, at: report.position)
      }
      lastClick = (report.position, now)
      return MouseAction(.click, at: report.position)
    case 64: return MouseAction(.wheelUp, at: report.position)
    case 65: return MouseAction(.wheelDown, at: report.position)
    default: return nil
    }
  }
}
