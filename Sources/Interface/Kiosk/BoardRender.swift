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
  private let kiosk: KioskState
  private let layout: BoardLayout
  private let look: BoardLook
  private(set) var buffer: CellBuffer
  /// How far the picture is moved, so that nothing is burnt into the screen.
  private let shift: Point

  init(_ kiosk: KioskState) {
    self.kiosk = kiosk
    layout = kiosk.layout
    look = BoardLook(kiosk.theme, isNight: kiosk.isNight)
    buffer = CellBuffer(size: kiosk.size, style: look[.text])
    shift = BoardPainter.shift(at: kiosk.clock.now, size: kiosk.size, area: kiosk.layout.area)
  }

  /// Another of four places every ten minutes, where the area leaves room for it.
  static func shift(at now: Instant, size: Size, area: Rect) -> Point {
    let step = Int(((now.seconds / 600) % 4 + 4) % 4)
    return Point(
      x: step == 1 || step == 2 ? size.width - area.width : 0, y: step >= 2 ? size.height - area.height : 0)
  }

  mutating func draw() {
    let time = kiosk.zone.local(kiosk.clock.now)
    switch layout.mode {
    case .tiny: put(time.clock, x: 0, y: 0, .strong)
    case .small:
      let line = layout.headerRect
      let clock = kiosk.clockText(time)
      put(
        fitted(
          kiosk.roomName ?? kiosk.catalogue.conference.title, width: line.width - displayWidth(clock) - 2,
          ellipsis: kiosk.isASCII ? "..." : "…"), x: line.x, y: line.y, .dim)
      put(clock, x: line.maxX - displayWidth(clock), y: line.y, .strong)
      drawBlocks()
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

  // The header

  private mutating func drawHeader(_ time: LocalTime) {
    let (header, rect) = (layout.header, layout.headerRect)
    for (index, line) in header.lines.enumerated() { draw(line, x: rect.x, y: rect.y + index) }
    put(header.corner, x: rect.maxX - displayWidth(header.corner), y: rect.y, .dim)
    if let large = header.large {
      large.draw(
        x: rect.x + shift.x, y: rect.y + header.clockTop + shift.y,
        style: look[kiosk.roomName == nil ? .clock : .title],
        in: Rect(kiosk.size), into: &buffer)
    }
    guard !kiosk.isASCII else {
      let text = kiosk.clockText(time)
      put(text, x: rect.maxX - displayWidth(text), y: rect.y, .strong)
      return
    }
    let seconds = (time.second < 10 ? "0" : "") + String(time.second)
    var x = rect.maxX
    let y = rect.y + header.clockTop
    if kiosk.settings.showsSeconds {
      if header.hasBigSeconds, let set = LargeText(seconds, font: .digits, scale: header.scale - 1, width: 100) {
        x -= set.width
        set.draw(
          x: x + shift.x, y: y + (header.scale * 3 - set.lineHeight) + shift.y, style: look[.time],
          in: Rect(kiosk.size), into: &buffer)
        x -= header.scale
      } else {
        put(seconds, x: x - 2, y: y + 2, .time)
        x -= 3
      }
    }
    guard let clock = LargeText(time.clock, font: .digits, scale: header.scale, width: 200) else { return }
    clock.draw(x: x - clock.width + shift.x, y: y + shift.y, style: look[.clock], in: Rect(kiosk.size), into: &buffer)
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

  // Elements

  private mutating func draw(_ elements: [BoardElement], in rect: Rect) {
    var y = rect.y
    for element in elements where y + element.height <= rect.maxY {
      switch element {
      case .line(let line): draw(line, x: rect.x, y: y)
      case .large(let text, let role):
        text.draw(x: rect.x + shift.x, y: y + shift.y, style: look[role], in: Rect(kiosk.size), into: &buffer)
      case .progress(let session): drawProgress(session, x: rect.x, y: y, width: rect.width)
      case .blank: break
      }
      y += element.height
    }
  }

  private mutating func drawProgress(_ session: BoardSession, x: Int, y: Int, width: Int) {
    let left = kiosk.timeLeft(session)
    guard let end = session.end, end > session.start else { return }
    let room = width - displayWidth(left.text) - 2
    if room >= 6 {
      let share = Double(kiosk.clock.now.since(session.start)) / Double(end.since(session.start))
      let filled = min(room, max(0, Int((Double(room) * share).rounded())))
      put(String(repeating: kiosk.isASCII ? "#" : "█", count: filled), x: x, y: y, .bar)
      put(String(repeating: kiosk.isASCII ? "." : "░", count: room - filled), x: x + filled, y: y, .barRest)
    }
    put(left.text, x: x + max(0, width - displayWidth(left.text)), y: y, left.role)
  }

  private mutating func draw(_ line: BoardPage.Line, x: Int, y: Int) {
    var x = x
    for piece in line { x += put(piece.text, x: x, y: y, piece.role) }
  }

  private mutating func rule(y: Int) {
    let width = layout.area.width - 2 * layout.headerRect.x
    put(String(repeating: kiosk.isASCII ? "-" : "─", count: max(0, width)), x: layout.headerRect.x, y: y, .rule)
  }

  @discardableResult
  private mutating func put(_ text: String, x: Int, y: Int, _ role: BoardRole) -> Int {
    buffer.put(
      text, at: Point(x: x + shift.x, y: y + shift.y), style: look[role], in: Rect(kiosk.size))
  }
}

extension KioskState {
  /// The time in plain digits, with seconds where they are wanted.
  func clockText(_ time: LocalTime) -> String {
    settings.showsSeconds ? time.clock + ":" + (time.second < 10 ? "0" : "") + String(time.second) : time.clock
  }
}
