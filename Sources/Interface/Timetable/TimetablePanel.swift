import Agenda
import Catalogue
import Cells

/// The schedule of a day as a table: rooms as columns, time downwards; the rooms' names and the times stay in sight.
enum TimetablePanel {
  static func draw(_ timetable: Timetable, _ state: State, in rect: Rect, into canvas: inout Canvas) {
    let grid = TimetableGrid(size: rect.size, laneCount: timetable.laneCount)
    let view = state.timetableView
    let shown = view.left..<min(timetable.laneCount, view.left + grid.lanes)
    drawNow(timetable, grid, state, in: rect, into: &canvas)
    drawTimes(timetable, grid, state, in: rect, into: &canvas)
    for column in timetable.columns where column.lanes.overlaps(shown) {
      drawName(of: column, grid, shown, state, in: rect, into: &canvas)
      for index in column.boxes {
        let box = timetable.boxes[index]
        if box.time.lowerBound >= view.top + grid.rows { break }
        guard box.time.upperBound > view.top, box.lanes.overlaps(shown) else { continue }
        drawBox(box, grid, state, in: rect, into: &canvas)
      }
    }
  }

  /// The agenda's row at a place of the panel, which is `x` columns and `y` rows from its corner.
  static func row(at x: Int, _ y: Int, _ timetable: Timetable, size: Size, _ view: TimetableView) -> Int? {
    let grid = TimetableGrid(size: size, laneCount: timetable.laneCount)
    guard x >= TimetableGrid.timeWidth, y >= 1 else { return nil }
    let lane = view.left + (x - TimetableGrid.timeWidth) / grid.width
    let time = view.top + y - 1
    return timetable.boxes.first { $0.lanes.contains(lane) && $0.time.contains(time) }?.row
  }

  /// The room's name over as many of its lanes as are shown, once even where the first of them is not.
  private static func drawName(
    of column: Timetable.Column, _ grid: TimetableGrid, _ shown: Range<Int>, _ state: State, in rect: Rect,
    into canvas: inout Canvas
  ) {
    let lanes = column.lanes.clamped(to: shown)
    let x = grid.x(ofLane: lanes.lowerBound, in: rect, state.timetableView)
    let clip = Rect(x: x, y: rect.y, width: lanes.count * grid.width - 1, height: 1)
    canvas.putFitted(column.name.isEmpty ? Words.noRoom : column.name, x: x, y: rect.y, .title, in: clip)
  }

  private static func drawTimes(
    _ timetable: Timetable, _ grid: TimetableGrid, _ state: State, in rect: Rect, into canvas: inout Canvas
  ) {
    let view = state.timetableView
    let (before, after) = (view.left, timetable.laneCount - view.left - grid.lanes)
    let ways = (before > 0 ? "<" : " ") + (after > 0 ? " >" : "")
    canvas.put(ways, x: rect.x + 1, y: rect.y, .dim, in: rect)
    let now = timetable.row(at: state.clock.now.seconds)
    for row in view.top..<min(timetable.rowCount, view.top + grid.rows) {
      let y = rect.y + 1 + row - view.top
      if row == now {
        canvas.put(Words.now, x: rect.x, y: y, .running, in: rect)
        continue
      }
      let local = state.zone.local(Instant(seconds: timetable.start + Int64(row) * timetable.step))
      let isLabelled = timetable.step >= 1_800 || local.secondOfDay % 1_800 == 0
      if isLabelled || row == view.top { canvas.put(local.clock, x: rect.x, y: y, .time, in: rect) }
    }
  }

  /// The line of now, behind the boxes.
  private static func drawNow(
    _ timetable: Timetable, _ grid: TimetableGrid, _ state: State, in rect: Rect, into canvas: inout Canvas
  ) {
    let view = state.timetableView
    guard let row = timetable.row(at: state.clock.now.seconds), row >= view.top, row < view.top + grid.rows else {
      return
    }
    let y = rect.y + 1 + row - view.top
    let line = String(repeating: canvas.isASCII ? "-" : "─", count: rect.width)
    canvas.put(line, x: rect.x + displayWidth(Words.now) + 1, y: y, .running, in: rect)
  }

  private static func drawBox(
    _ box: Timetable.Box, _ grid: TimetableGrid, _ state: State, in rect: Rect, into canvas: inout Canvas
  ) {
    let view = state.timetableView
    let x = max(rect.x + TimetableGrid.timeWidth, grid.x(ofLane: box.lanes.lowerBound, in: rect, view))
    let end = min(rect.maxX, grid.x(ofLane: box.lanes.upperBound, in: rect, view)) - 1
    let (first, last) = (max(box.time.lowerBound, view.top), min(box.time.upperBound, view.top + grid.rows) - 1)
    guard end > x, last >= first else { return }
    let area = Rect(x: x, y: rect.y + 1 + first - view.top, width: end - x, height: last - first + 1)
    let row = state.agenda.rows[box.row]
    let face = TimetableBox.face(
      of: row, state, width: area.width - 1, height: area.height, isASCII: canvas.isASCII)
    let isSelected = box.row == state.agenda.selected
    canvas.fill(area, .box)
    for (offset, line) in face.lines.enumerated() {
      let style = canvas.theme.style(.box).overlaid(by: canvas.theme.style(line.role))
      canvas.buffer.put(line.text, at: Point(x: x + 1, y: area.y + offset), style: style, in: area)
    }
    let edge = face.track?.style ?? canvas.theme.style(.border)
    let now = state.agenda.running.contains(row.id) ? canvas.theme.style(.running) : edge
    for y in 0..<area.height {
      let sign = edgeSign(first + y, of: box, isASCII: canvas.isASCII)
      canvas.buffer.put(
        sign, at: Point(x: x, y: area.y + y), style: canvas.theme.style(.box).overlaid(by: now), in: area)
    }
    guard isSelected else { return }
    let isFocused = state.focus == .agenda
    canvas.buffer.restyle(area, with: canvas.theme.style(isFocused ? .selected : .selectedUnfocused))
    canvas.put(">", x: x, y: area.y, isFocused ? .selected : .selectedUnfocused, in: area)
    if isFocused { canvas.cursor = Point(x: x, y: area.y) }
  }

  /// The left edge: where a session begins and ends is seen without colours too.
  private static func edgeSign(_ row: Int, of box: Timetable.Box, isASCII: Bool) -> String {
    if box.time.count == 1 { return "[" }
    if row == box.time.lowerBound { return isASCII ? "+" : "┌" }
    if row == box.time.upperBound - 1 { return isASCII ? "+" : "└" }
    return isASCII ? "|" : "│"
  }
}
