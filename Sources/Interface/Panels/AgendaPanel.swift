import Agenda
import Catalogue
import Cells

/// The schedule of a day.
enum AgendaPanel {
  static func draw(_ state: State, in rect: Rect, into canvas: inout Canvas) {
    guard !state.agenda.rows.isEmpty else {
      let words =
        state.agenda.starredOnly
        ? Words.noStarred : state.agenda.isFiltered ? Words.noSessionsForFilter : Words.noSessions
      canvas.putWrapped(words, x: rect.x + 1, .dim, in: rect)
      if state.focus == .agenda { canvas.cursor = Point(x: rect.x, y: rect.y) }
      return
    }
    if let timetable = state.timetable { return TimetablePanel.draw(timetable, state, in: rect, into: &canvas) }
    let lines = state.agendaLines
    for y in 0..<rect.height {
      guard let line = lines.line(at: state.agenda.top + y) else { break }
      draw(line, lines, state, y: rect.y + y, in: rect, into: &canvas)
    }
  }

  /// The row at a place of the panel, which is `x` columns and `y` rows from its corner.
  static func row(at x: Int, _ y: Int, in size: Size, _ state: State) -> Int? {
    if let timetable = state.timetable {
      return TimetablePanel.row(at: x, y, timetable, size: size, state.timetableView)
    }
    return state.agendaLines.line(at: state.agenda.top + y)?.row
  }

  private static func draw(
    _ line: AgendaLines.Line, _ lines: AgendaLines, _ state: State, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    let row = state.agenda.rows[line.row]
    let isSelected = line.row == state.agenda.selected
    let isRunning = state.agenda.running.contains(row.id)
    let titleX = rect.x + lines.titleColumn
    let placeWidth = lines.placeWidth == 0 ? 0 : lines.placeWidth + 1
    let titleRect = Rect(x: rect.x, y: rect.y, width: rect.width - 1 - placeWidth, height: rect.height)
    let titleRole: Role = row.status == .cancelled ? .cancelled : isRunning ? .running : .text
    switch line.part {
    case .first(let title):
      canvas.put(time(row, state, width: lines.timeWidth), x: rect.x + 1, y: y, isRunning ? .running : .time, in: rect)
      let after = rect.x + 1 + lines.timeWidth
      if state.hasNotes(row) { canvas.put(canvas.isASCII ? "." : "•", x: after, y: y, .sign, in: rect) }
      let sign = state.sign(of: row)
      canvas.put(sign.text, x: after + 1, y: y, sign.role, in: rect)
      if let column = lines.trackColumn, let track = state.trackSign(of: row) {
        canvas.buffer.put(track.sign, at: Point(x: rect.x + column, y: y), style: track.style, in: rect)
      }
      canvas.putFitted(title, x: titleX, y: y, titleRole, in: titleRect)
      if placeWidth > 0 {
        let place = row.room.isEmpty ? row.place : row.room
        canvas.put(
          canvas.fit(place, width: lines.placeWidth), x: titleRect.maxX + 1, y: y, .dim, in: rect)
      }
      if isSelected {
        canvas.put(">", x: rect.x, y: y, .sign, in: rect)
        if state.focus == .agenda { canvas.cursor = Point(x: rect.x, y: y) }
      }
    case .more(let title): canvas.putFitted(title, x: titleX, y: y, titleRole, in: titleRect)
    case .place(let place): canvas.put(place, x: titleX, y: y, .dim, in: rect)
    case .progress: drawProgress(row, state, y: y, in: rect, into: &canvas)
    }
    if isSelected, line.part != .progress {
      let role: Role = state.focus == .agenda ? .selected : .selectedUnfocused
      canvas.buffer.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: canvas.theme.style(role))
    }
  }

  private static func time(_ row: SessionRow, _ state: State, width: Int) -> String {
    width < 11 ? state.times.start(row) : state.times.range(row)
  }

  /// How far a session is, `NOW ████████░░░░ 49 min left`, or when it begins.
  private static func drawProgress(
    _ row: SessionRow, _ state: State, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    var x = rect.x + 3
    let wait = row.start.since(state.clock.now)
    guard wait <= 0 else {
      canvas.putFitted(Words.next(minutes: Int((wait + 59) / 60)), x: x, y: y, .running, in: rect)
      return
    }
    x += canvas.put(Words.now, x: x, y: y, .running, in: rect) + 1
    guard let end = row.end, end > row.start else {
      canvas.putFitted(Words.untilLate, x: x, y: y, .running, in: rect)
      return
    }
    let left = end.since(state.clock.now)
    let words = Words.left(minutes: Int((left + 59) / 60))
    let barWidth = min(40, rect.maxX - x - displayWidth(words) - 2)
    let fraction = Double(state.clock.now.since(row.start)) / Double(end.since(row.start))
    if barWidth >= 3 {
      canvas.bar(x: x, y: y, width: barWidth, fraction: fraction, in: rect)
      x += barWidth + 1
    }
    canvas.putFitted(words, x: x, y: y, .running, in: rect)
  }
}

extension State {
  func hasNotes(_ row: SessionRow) -> Bool { noteTexts[.session(row.id)] != nil }

  /// The one sign of a row: what matters most comes first.
  func sign(of row: SessionRow) -> (text: String, role: Role) {
    if row.status == .cancelled { return ("x", .warning) }
    if clashes.contains(row.id) { return ("!", .warning) }
    if starred.contains(row.id) { return ("*", .sign) }
    if row.isOptional { return ("~", .dim) }
    if row.status == .tentative { return ("?", .dim) }
    return (" ", .dim)
  }
}
