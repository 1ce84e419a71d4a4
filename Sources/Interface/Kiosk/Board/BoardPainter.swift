import Agenda
import Catalogue
import Cells
import Messages

/// Draws the board.
struct BoardPainter {
  private let board: Board
  private let world: BoardWorld
  private let layout: BoardLayout
  private let turn: Board.Turn
  private let look: BoardLook
  private var buffer: CellBuffer
  /// How far the picture is moved, so that nothing is burnt into the screen.
  private let shift: Point

  static func picture(_ board: Board) -> Picture {
    var painter = BoardPainter(board)
    painter.draw()
    return Picture(buffer: painter.buffer, cursor: nil)
  }

  private init(_ board: Board) {
    (self.board, world, turn) = (board, board.world, board.turn)
    if case .aside = turn { layout = board.asideLayout } else { layout = board.layout }
    look = BoardLook(world.theme, isNight: world.isNight, hasFewColors: world.settings.hasFewColors)
    buffer = CellBuffer(size: world.size, style: look[.text])
    // Another of four places every ten minutes, where the area leaves room for it.
    let step = Int((board.era % 4 + 4) % 4)
    shift = Point(
      x: step == 1 || step == 2 ? world.size.width - layout.area.width : 0,
      y: step >= 2 ? world.size.height - layout.area.height : 0)
  }

  private mutating func draw() {
    switch layout.mode {
    case .tiny: put(world.local.clock, x: 0, y: 0, .strong)
    case .small:
      drawSmallHeader()
      draw(layout.notices, in: layout.noticeRect)
      drawBlocks()
      drawPages()
      if !layout.footer.isEmpty { drawFooter() }
    case .full:
      drawHeader()
      drawRule(y: layout.headerRect.maxY)
      draw(layout.notices, in: layout.noticeRect)
      drawBlocks()
      drawToday()
      layout.code?.draw(at: Point(x: layout.codePlace.x + shift.x, y: layout.codePlace.y + shift.y), into: &buffer)
      drawPages()
      drawFooter()
    }
  }

  // The header

  private mutating func drawSmallHeader() {
    let (rect, clock) = (layout.headerRect, world.clockText)
    for (index, line) in layout.title.enumerated() {
      let text = fitted(line, width: rect.width - displayWidth(clock) - 2, ellipsis: world.isASCII ? "..." : "…")
      put(text, x: rect.x, y: rect.y + index, .dim)
    }
    putAtEnd(clock, of: rect, .strong)
  }

  private mutating func drawHeader() {
    let (header, rect) = (layout.header, layout.headerRect)
    for (index, line) in header.lines.enumerated() { draw(line, x: rect.x, y: rect.y + header.linesTop + index) }
    putAtEnd(header.corner, of: rect, .dim)
    if let large = header.large {
      draw(large, x: rect.x, y: rect.y + header.clockTop, world.roomName == nil ? .clock : .title)
    }
    if header.clock == .plain { putAtEnd(world.clockText, of: rect, .strong) } else { drawClock() }
  }

  /// Hours and minutes in big digits, and the seconds behind them in smaller ones.
  private mutating func drawClock() {
    let (header, time) = (layout.header, world.local)
    let y = layout.headerRect.y + header.clockTop
    var x = layout.headerRect.maxX
    if world.settings.showsSeconds {
      let seconds = BoardWorld.seconds(time)
      if header.hasBigSeconds,
        let large = LargeText(seconds, font: .digits, size: header.clock.smaller, width: 100)
      {
        x -= large.width
        draw(large, x: x, y: y + (header.clock.dot.down * 3 - large.height), .time)
        x -= header.clock.dot.down
      } else {
        put(seconds, x: x - 2, y: y + 2, .time)
        x -= 3
      }
    }
    guard let clock = LargeText(time.clock, font: .digits, size: header.clock, width: 200) else { return }
    draw(clock, x: x - clock.width, y: y, .clock)
  }

  // What is on and comes next

  /// Which part of what is on has its turn; nil where a page stands in the place of a table.
  private var nowPart: Int? {
    guard !layout.now.isEmpty else { return nil }
    switch turn {
    case .table(let part): return part
    case .page: return nil
    case .board, .aside: return world.turn % layout.now.count
    }
  }

  private mutating func drawBlocks() {
    if let part = nowPart { draw(layout.now[part], in: layout.nowRect) }
    if !layout.next.isEmpty { draw(layout.next[world.turn % layout.next.count], in: layout.nextRect) }
  }

  private mutating func draw(_ elements: [BoardElement], in rect: Rect) {
    var y = rect.y
    for element in elements where y + element.height <= rect.maxY {
      switch element {
      case .line(let line): draw(line, x: rect.x, y: y)
      case .large(let text, let role): draw(text, x: rect.x, y: y, role)
      case .progress(let session, let large): drawProgress(session, large, x: rect.x, y: y, width: rect.width)
      case .banner(let banner):
        drawOnGround(banner.badge, margin: BoardBanner.margin, x: rect.x, y: y, banner.badgeRole)
        if let text = banner.text { drawOnGround(text, margin: 0, x: rect.x + banner.start, y: y, banner.role) }
      case .blank: break
      }
      y += element.height
    }
  }

  private mutating func drawProgress(_ session: BoardSession, _ large: LargeText?, x: Int, y: Int, width: Int) {
    guard let end = session.end, end > session.start else { return }
    let left = world.timeLeft(session)
    // Large letters that stand out have a margin of their colour.
    let margin = large != nil && left.role != .strong ? 2 : 0
    let words = large.map { $0.width + 2 * margin } ?? displayWidth(left.text)
    let room = width - words - 2
    if room >= 6 {
      let share = Double(world.clock.now.since(session.start)) / Double(end.since(session.start))
      let filled = min(room, max(0, Int((Double(room) * share).rounded())))
      let top = y + ((large?.height ?? 0) > 3 ? 1 : 0)
      for row in top..<top + (large == nil ? 1 : 2) {
        put(String(repeating: world.isASCII ? "#" : "█", count: filled), x: x, y: row, .bar)
        put(String(repeating: world.isASCII ? "." : "░", count: room - filled), x: x + filled, y: row, .barRest)
      }
    }
    let start = x + max(0, width - words)
    if let large {
      drawOnGround(large, margin: margin, x: start, y: y, left.role)
    } else {
      put(left.text, x: start, y: y, left.role)
    }
  }

  // Today and the pages

  private mutating func drawToday() {
    guard layout.hasColumns else { return }
    let y = layout.page.y - 1
    drawRule(y: y)
    for row in layout.page.y..<max(layout.page.y, layout.footer.y) {
      put(world.isASCII ? "|" : "│", x: layout.page.x - 2, y: row, .rule)
    }
    put(world.isASCII ? "+" : "┬", x: layout.page.x - 2, y: y, .rule)
    if layout.today.isEmpty { return }
    if board.todayParts.isEmpty {
      put(world.text(Message("Nothing more today")), x: layout.today.x, y: layout.today.y, .dim)
    } else {
      draw(board.todayParts[world.turn % board.todayParts.count], in: layout.today)
    }
  }

  private mutating func drawPages() {
    switch turn {
    case .board(let page?) where board.pages.indices.contains(page), .page(let page):
      draw(board.pages[page], in: layout.page)
    case .aside(let page): draw(board.asides[page], in: layout.page)
    case .board, .table: break
    }
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
    // Where there are no keys nobody is told of any.
    let hint = world.settings.hasKeys ? world.text(Message("Press any key to look around")) : ""
    let notice = world.remark
    let hasBoth = displayWidth(hint) + displayWidth(notice) + 3 <= rect.width
    if !notice.isEmpty, hasBoth || world.turn % 2 == 1 {
      put(fitted(notice, width: rect.width), x: rect.x, y: rect.y, .hint)
      guard hasBoth else { return }
    }
    putAtEnd(hint, of: rect, .hint)
  }

  // What all of that is made of

  private mutating func draw(_ line: BoardPage.Line, x: Int, y: Int) {
    var x = x
    for piece in line { x += put(piece.text, x: x, y: y, piece.role) }
  }

  private mutating func draw(_ text: LargeText, x: Int, y: Int, _ role: BoardRole) {
    text.draw(x: x + shift.x, y: y + shift.y, style: look[role], in: Rect(world.size), into: &buffer)
  }

  /// Large letters with so many columns of their ground at each side.
  private mutating func drawOnGround(_ text: LargeText, margin: Int, x: Int, y: Int, _ role: BoardRole) {
    let side = String(repeating: " ", count: margin)
    for (index, row) in text.rows.enumerated() { put(side + row + side, x: x, y: y + index, role) }
  }

  private mutating func drawRule(y: Int) {
    let width = layout.area.width - 2 * layout.headerRect.x
    put(String(repeating: world.isASCII ? "-" : "─", count: max(0, width)), x: layout.headerRect.x, y: y, .rule)
  }

  /// Text whose end stands at the end of a place's first row.
  private mutating func putAtEnd(_ text: String, of rect: Rect, _ role: BoardRole) {
    put(text, x: rect.maxX - displayWidth(text), y: rect.y, role)
  }

  @discardableResult
  private mutating func put(_ text: String, x: Int, y: Int, _ role: BoardRole) -> Int {
    buffer.put(text, at: Point(x: x + shift.x, y: y + shift.y), style: look[role], in: Rect(world.size))
  }
}
