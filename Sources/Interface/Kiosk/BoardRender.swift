import Agenda
import Catalogue
import Cells

/// The whole screen of a kiosk.
///
/// Pure: it reads the state and nothing else.
public func render(_ kiosk: KioskState) -> Picture {
  if let visit = kiosk.visit { return VisitRender.picture(visit, kiosk) }
  var painter = BoardPainter(kiosk)
  painter.draw()
  return Picture(buffer: painter.buffer, cursor: nil)
}

/// Draws the board.
struct BoardPainter {
  let kiosk: KioskState
  let layout: BoardLayout
  let look: BoardLook
  var buffer: CellBuffer
  /// How far the picture is moved, so that nothing is burnt into the screen.
  let shift: Point

  init(_ kiosk: KioskState) {
    self.kiosk = kiosk
    layout = kiosk.layout
    look = BoardLook(kiosk.theme, isNight: kiosk.isNight, hasFewColors: kiosk.settings.hasFewColors)
    buffer = CellBuffer(size: kiosk.size, style: look[.text])
    shift = BoardPainter.shift(kiosk.era, size: kiosk.size, area: kiosk.layout.area)
  }

  /// Another of four places every ten minutes, where the area leaves room for it.
  static func shift(_ era: Int64, size: Size, area: Rect) -> Point {
    let step = Int((era % 4 + 4) % 4)
    return Point(
      x: step == 1 || step == 2 ? size.width - area.width : 0, y: step >= 2 ? size.height - area.height : 0)
  }

  mutating func draw() {
    let time = kiosk.zone.local(kiosk.clock.now)
    switch layout.mode {
    case .tiny: put(time.clock, x: 0, y: 0, .strong)
    case .small:
      let rect = layout.headerRect
      let clock = kiosk.clockText(time)
      for (index, line) in layout.title.enumerated() {
        let text = fitted(line, width: rect.width - displayWidth(clock) - 2, ellipsis: kiosk.isASCII ? "..." : "…")
        put(text, x: rect.x, y: rect.y + index, .dim)
      }
      put(clock, x: rect.maxX - displayWidth(clock), y: rect.y, .strong)
      draw(layout.notices, in: layout.noticeRect)
      drawBlocks()
      drawPages()
      if !layout.footer.isEmpty { drawFooter() }
    case .full:
      drawHeader(time)
      rule(y: layout.headerRect.maxY)
      draw(layout.notices, in: layout.noticeRect)
      drawBlocks()
      drawLower()
      drawFooter()
    }
  }

  private mutating func drawBlocks() {
    if !layout.now.isEmpty { draw(layout.now[kiosk.turn % layout.now.count], in: layout.nowRect) }
    draw(layout.next, in: layout.nextRect)
  }

  // Today and the pages

  private mutating func drawLower() {
    if !layout.today.isEmpty {
      let y = layout.page.y - 1
      rule(y: y)
      for row in layout.page.y..<max(layout.page.y, layout.footer.y - 1) {
        put(kiosk.isASCII ? "|" : "│", x: layout.page.x - 2, y: row, .rule)
      }
      put(kiosk.isASCII ? "+" : "┬", x: layout.page.x - 2, y: y, .rule)
      if kiosk.todayParts.isEmpty {
        put(BoardWords.nothingLeft, x: layout.today.x, y: layout.today.y, .dim)
      } else {
        draw(kiosk.todayParts[kiosk.turn % kiosk.todayParts.count], in: layout.today)
      }
    }
    drawPages()
  }

  private mutating func drawPages() {
    guard !kiosk.pages.isEmpty else { return }
    draw(kiosk.pages[kiosk.turn % kiosk.pages.count], in: layout.page)
  }

  private mutating func draw(_ page: BoardPage, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let x = rect.x
    let used = put(page.title, x: x, y: rect.y, .heading)
    put(page.part, x: max(x + used + 2, rect.maxX - displayWidth(page.part)), y: rect.y, .dim)
    page.code?.draw(at: Point(x: x + shift.x, y: rect.y + 1 + shift.y), into: &buffer)
    for (index, line) in page.lines.prefix(rect.height - 1).enumerated() { draw(line, x: x, y: rect.y + 1 + index) }
  }

  private mutating func drawFooter() {
    let rect = layout.footer
    let hint = BoardWords.anyKey
    let notice = kiosk.catalogue.conference.notice
    let hasBoth = displayWidth(hint) + displayWidth(notice) + 3 <= rect.width
    if !notice.isEmpty, hasBoth || kiosk.turn % 2 == 1 {
      put(fitted(notice, width: rect.width), x: rect.x, y: rect.y, .hint)
      guard hasBoth else { return }
    }
    put(hint, x: rect.maxX - displayWidth(hint), y: rect.y, .hint)
  }
}

extension KioskState {
  /// The time in plain digits, with seconds where they are wanted.
  func clockText(_ time: LocalTime) -> String {
    settings.showsSeconds ? time.clock + ":" + (time.second < 10 ? "0" : "") + String(time.second) : time.clock
  }
}
