import Agenda
import Catalogue
import Cells

extension BoardPainter {
  mutating func draw(_ elements: [BoardElement], in rect: Rect) {
    var y = rect.y
    for element in elements where y + element.height <= rect.maxY {
      switch element {
      case .line(let line): draw(line, x: rect.x, y: y)
      case .large(let text, let role):
        text.draw(x: rect.x + shift.x, y: y + shift.y, style: look[role], in: Rect(kiosk.size), into: &buffer)
      case .progress(let session, let large): drawProgress(session, large, x: rect.x, y: y, width: rect.width)
      case .banner(let banner):
        putOnGround(banner.badge, margin: BoardBanner.margin, x: rect.x, y: y, banner.badgeRole)
        if let text = banner.text { putOnGround(text, margin: 0, x: rect.x + banner.start, y: y, banner.role) }
      case .blank: break
      }
      y += element.height
    }
  }

  private mutating func drawProgress(_ session: BoardSession, _ large: LargeText?, x: Int, y: Int, width: Int) {
    guard let end = session.end, end > session.start else { return }
    let left = kiosk.timeLeft(session)
    // Large letters that stand out have a margin of their colour.
    let margin = large != nil && left.role != .strong ? 2 : 0
    let words = large.map { $0.width + 2 * margin } ?? displayWidth(left.text)
    let room = width - words - 2
    if room >= 6 {
      let share = Double(kiosk.clock.now.since(session.start)) / Double(end.since(session.start))
      let filled = min(room, max(0, Int((Double(room) * share).rounded())))
      for row in large == nil ? y..<y + 1 : y + 1..<y + 3 {
        put(String(repeating: kiosk.isASCII ? "#" : "█", count: filled), x: x, y: row, .bar)
        put(String(repeating: kiosk.isASCII ? "." : "░", count: room - filled), x: x + filled, y: row, .barRest)
      }
    }
    let start = x + max(0, width - words)
    guard let large else {
      put(left.text, x: start, y: y, left.role)
      return
    }
    putOnGround(large, margin: margin, x: start, y: y, left.role)
  }

  /// Large letters with so many columns of their ground at each side.
  private mutating func putOnGround(_ text: LargeText, margin: Int, x: Int, y: Int, _ role: BoardRole) {
    let side = String(repeating: " ", count: margin)
    for (index, row) in text.rows.enumerated() { put(side + row + side, x: x, y: y + index, role) }
  }

  mutating func draw(_ line: BoardPage.Line, x: Int, y: Int) {
    var x = x
    for piece in line { x += put(piece.text, x: x, y: y, piece.role) }
  }

  mutating func rule(y: Int) {
    let width = layout.area.width - 2 * layout.headerRect.x
    put(String(repeating: kiosk.isASCII ? "-" : "─", count: max(0, width)), x: layout.headerRect.x, y: y, .rule)
  }

  @discardableResult
  mutating func put(_ text: String, x: Int, y: Int, _ role: BoardRole) -> Int {
    buffer.put(
      text, at: Point(x: x + shift.x, y: y + shift.y), style: look[role], in: Rect(kiosk.size))
  }
}
