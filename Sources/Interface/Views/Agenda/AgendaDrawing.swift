import Agenda
import Catalogue
import Cells
import Messages

extension AgendaView {
  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    guard !world.programme.rows.isEmpty else { return canvas.putEmptyDay(world, in: rect) }
    for y in 0..<rect.height {
      guard let line = lines.line(at: top + y) else { break }
      draw(line, above: lines.rowAbove(top + y), isFirst: y == 0, world, y: rect.y + y, in: rect, into: &canvas)
    }
  }

  private func draw(
    _ line: AgendaLines.Line, above: SessionRow?, isFirst: Bool, _ world: World, y: Int, in rect: Rect,
    into canvas: inout Canvas
  ) {
    let row = world.programme.rows[line.row]
    let isSelected = line.row == world.programme.selected
    let isRunning = world.programme.running.contains(row.id)
    let titleX = rect.x + lines.titleColumn
    let placeWidth = lines.placeWidth == 0 ? 0 : lines.placeWidth + 1
    let titleRect = Rect(x: rect.x, y: rect.y, width: rect.width - 1 - placeWidth, height: rect.height)
    let isOver = lines.isOver(line.row)
    let titleRole: Role =
      row.status == .cancelled || row.isRemoved ? .cancelled : isRunning ? .running : isOver ? .dim : .text
    switch line.part {
    case .first(let title):
      let time = time(of: row, above: isFirst ? nil : above, world)
      canvas.put(time, x: rect.x + 1, y: y, isRunning ? .running : isOver ? .dim : .time, in: rect)
      canvas.put(world.signs.of(row, in: lines.signs), x: rect.x + 1 + lines.timeWidth, y: y, in: rect)
      if let column = lines.trackColumn, let track = world.trackSign(of: row) {
        canvas.buffer.put(track.sign, at: Point(x: rect.x + column, y: y), style: track.style, in: rect)
      }
      canvas.putFitted(title, x: titleX, y: y, titleRole, in: titleRect)
      if placeWidth > 0 {
        let place = row.room.isEmpty ? row.place : row.room
        canvas.put(canvas.fit(place, width: lines.placeWidth), x: titleRect.maxX + 1, y: y, .dim, in: rect)
      }
      if isSelected {
        canvas.put(">", x: rect.x, y: y, .sign, in: rect)
        if canvas.isFocused { canvas.cursor = Point(x: rect.x, y: y) }
      }
    case .more(let title): canvas.putFitted(title, x: titleX, y: y, titleRole, in: titleRect)
    case .place(let place): canvas.put(place, x: titleX, y: y, .dim, in: rect)
    case .progress: drawProgress(row, world, y: y, in: rect, into: &canvas)
    // Of a single one there is more to say than that it is one.
    case .heading where lines.runningCount == 1: drawProgress(row, world, y: y, in: rect, into: &canvas)
    case .heading: drawHeading(row, world, y: y, in: rect, into: &canvas)
    }
    if isSelected, line.part != .progress, line.part != .heading {
      canvas.select(
        Rect(x: rect.x, y: y, width: rect.width, height: 1), sign: nil, isFocused: canvas.isFocused)
    }
  }

  /// When a session is; where it begins with the one above that is not said again.
  private func time(of row: SessionRow, above: SessionRow?, _ world: World) -> String {
    let isShort = lines.timeWidth < 11
    guard let above, above.start == row.start else {
      return isShort ? world.times.start(row) : world.times.range(row)
    }
    if isShort || above.end == row.end { return "" }
    let whole = world.times.range(row)
    return String(repeating: " ", count: 5) + whole.dropFirst(5)
  }

  /// What stands above the sessions that are on, or that come next: `On now: 26 sessions ────`.
  private func drawHeading(
    _ row: SessionRow, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    let words =
      lines.runningCount > 0
      ? Message("On now: 1 session", "On now: %d sessions", count: lines.runningCount)
      : Message("Next in %s", Message.length(minutes: Int((row.start.since(world.clock.now) + 59) / 60)))
    let x = rect.x + 1 + canvas.putFitted(world.text(words), x: rect.x + 1, y: y, .running, in: rect) + 1
    let rest = max(0, rect.maxX - 1 - x)
    canvas.put(String(repeating: canvas.isASCII ? "-" : "─", count: rest), x: x, y: y, .border, in: rect)
  }

  /// How far a session is, `NOW ████████░░░░ 49 min left`, or when it begins.
  private func drawProgress(
    _ row: SessionRow, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    var x = rect.x + 3
    let now = world.clock.now
    let wait = row.start.since(now)
    guard wait <= 0 else {
      let length = Message.length(minutes: Int((wait + 59) / 60))
      canvas.putFitted(Message("NEXT in %s", length), x: x, y: y, .running, in: rect)
      return
    }
    x += canvas.put(Message("NOW"), x: x, y: y, .running, in: rect) + 1
    guard let end = row.end, end > row.start else {
      canvas.putFitted(Message("end open"), x: x, y: y, .running, in: rect)
      return
    }
    let words = world.text(Message("%s left", Message.length(minutes: Int((end.since(now) + 59) / 60))))
    let barWidth = min(40, rect.maxX - x - displayWidth(words) - 2)
    if barWidth >= 3 {
      let fraction = Double(now.since(row.start)) / Double(end.since(row.start))
      canvas.bar(x: x, y: y, width: barWidth, fraction: fraction, in: rect)
      x += barWidth + 1
    }
    canvas.putFitted(words, x: x, y: y, .running, in: rect)
  }
}
