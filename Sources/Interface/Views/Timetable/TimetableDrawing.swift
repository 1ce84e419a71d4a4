import Agenda
import Catalogue
import Cells
import Messages
import Notes

extension TimetableView {
  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    guard let timetable, !world.programme.rows.isEmpty else { return canvas.putEmptyDay(world, in: rect) }
    let grid = TimetableGrid(size: rect.size, laneCount: timetable.laneCount)
    let shown = window.left..<min(timetable.laneCount, window.left + grid.lanes)
    drawNow(timetable, grid, world, in: rect, into: &canvas)
    drawTimes(timetable, grid, world, in: rect, into: &canvas)
    for column in timetable.columns where column.lanes.overlaps(shown) {
      drawName(of: column, grid, shown, in: rect, into: &canvas)
      for index in column.boxes {
        let box = timetable.boxes[index]
        if box.time.lowerBound >= window.top + grid.rows { break }
        guard box.time.upperBound > window.top, box.lanes.overlaps(shown) else { continue }
        drawBox(box, grid, world, in: rect, into: &canvas)
      }
    }
  }

  /// The room's name over as many of its lanes as are shown, once even where the first of them is not.
  private func drawName(
    of column: Timetable.Column, _ grid: TimetableGrid, _ shown: Range<Int>, in rect: Rect,
    into canvas: inout Canvas
  ) {
    let lanes = column.lanes.clamped(to: shown)
    let x = grid.x(ofLane: lanes.lowerBound, in: rect, window)
    let clip = Rect(x: x, y: rect.y, width: lanes.count * grid.width - 1, height: 1)
    canvas.putFitted(
      column.name.isEmpty ? canvas.text(Message("No room")) : column.name, x: x, y: rect.y, .title, in: clip)
  }

  private func drawTimes(
    _ timetable: Timetable, _ grid: TimetableGrid, _ world: World, in rect: Rect, into canvas: inout Canvas
  ) {
    let (before, after) = (window.left, timetable.laneCount - window.left - grid.lanes)
    let ways = (before > 0 ? "<" : " ") + (after > 0 ? " >" : "")
    canvas.put(ways, x: rect.x + 1, y: rect.y, .dim, in: rect)
    let now = timetable.row(at: world.clock.now.seconds)
    for row in window.top..<min(timetable.rowCount, window.top + grid.rows) {
      let y = rect.y + 1 + row - window.top
      if row == now {
        canvas.put(Message("NOW"), x: rect.x, y: y, .running, in: rect)
        continue
      }
      let local = world.zone.local(Instant(seconds: timetable.start + Int64(row) * timetable.step))
      let isLabelled = timetable.step >= 1_800 || local.secondOfDay % 1_800 == 0
      if isLabelled || row == window.top { canvas.put(local.clock, x: rect.x, y: y, .time, in: rect) }
    }
  }

  /// The line of now, behind the boxes.
  private func drawNow(
    _ timetable: Timetable, _ grid: TimetableGrid, _ world: World, in rect: Rect, into canvas: inout Canvas
  ) {
    guard let row = timetable.row(at: world.clock.now.seconds), row >= window.top, row < window.top + grid.rows else {
      return
    }
    let y = rect.y + 1 + row - window.top
    let line = String(repeating: canvas.isASCII ? "-" : "─", count: rect.width)
    canvas.put(line, x: rect.x + displayWidth(canvas.text(Message("NOW"))) + 1, y: y, .running, in: rect)
  }

  private func drawBox(
    _ box: Timetable.Box, _ grid: TimetableGrid, _ world: World, in rect: Rect, into canvas: inout Canvas
  ) {
    let x = max(rect.x + TimetableGrid.timeWidth, grid.x(ofLane: box.lanes.lowerBound, in: rect, window))
    let end = min(rect.maxX, grid.x(ofLane: box.lanes.upperBound, in: rect, window)) - 1
    let (first, last) = (max(box.time.lowerBound, window.top), min(box.time.upperBound, window.top + grid.rows) - 1)
    guard end > x, last >= first else { return }
    let area = Rect(x: x, y: rect.y + 1 + first - window.top, width: end - x, height: last - first + 1)
    let row = world.programme.rows[box.row]
    let face = TimetableBox.face(of: row, world, width: area.width - 1, height: area.height)
    let isSelected = box.row == world.programme.selected
    // What is on the plan stands out, and what clashes there the more.
    let isClashing = world.stars.isClashing(row.id)
    let isStarred = world.stars.grade(of: row.id).map { $0 != .later } ?? false
    let ground: Role = isStarred ? .boxStarred : .box
    canvas.fill(area, ground)
    for (offset, line) in face.lines.enumerated() {
      let style = canvas.theme.style(ground).overlaid(by: canvas.theme.style(line.role))
      canvas.buffer.put(line.text, at: Point(x: x + 1, y: area.y + offset), style: style, in: area)
    }
    let edge = face.track?.style ?? canvas.theme.style(.border)
    let now =
      isClashing
      ? canvas.theme.style(.warning) : world.programme.running.contains(row.id) ? canvas.theme.style(.running) : edge
    for y in 0..<area.height {
      let sign = edgeSign(first + y, of: box, isStarred: isStarred, isASCII: canvas.isASCII)
      canvas.buffer.put(
        sign, at: Point(x: x, y: area.y + y), style: canvas.theme.style(ground).overlaid(by: now), in: area)
    }
    guard isSelected else { return }
    canvas.buffer.restyle(area, with: canvas.theme.style(canvas.isFocused ? .selected : .selectedUnfocused))
    canvas.put(">", x: x, y: area.y, canvas.isFocused ? .selected : .selectedUnfocused, in: area)
    if canvas.isFocused { canvas.cursor = Point(x: x, y: area.y) }
  }

  /// The left edge: where a session begins and ends is seen without colours too.
  private func edgeSign(_ row: Int, of box: Timetable.Box, isStarred: Bool, isASCII: Bool) -> String {
    if box.time.count == 1 { return isStarred && !isASCII ? "▌" : "[" }
    if isStarred { return isASCII ? "#" : "▌" }
    if row == box.time.lowerBound { return isASCII ? "+" : "┌" }
    if row == box.time.upperBound - 1 { return isASCII ? "+" : "└" }
    return isASCII ? "|" : "│"
  }
}

/// What stands in a session's box: signs and title by words, then time and people's place as far as there is room.
struct TimetableBox {
  struct Line {
    var text: String
    var role: Role
  }

  private(set) var lines: [Line] = []
  let track: TrackSign?

  private init(track: TrackSign?) { self.track = track }

  /// A function and no initializer, which would get a copy of the whole world for every box.
  static func face(of row: SessionRow, _ world: World, width: Int, height: Int) -> TimetableBox {
    var box = TimetableBox(track: world.trackSign(of: row))
    let width = max(1, width)
    let role: Role =
      row.status == .cancelled || row.isRemoved
      ? .cancelled : world.programme.running.contains(row.id) ? .running : .text
    let title = listed([world.signs.text(of: row), row.title], by: " ")
    for text in words(title, width: width, lines: height, ellipsis: world.isASCII ? "..." : "…") {
      box.lines.append(Line(text: text, role: role))
    }
    if box.lines.count < height {
      let time = world.times.range(row)
      let both = listed([time, box.track?.sign ?? ""], by: "  ")
      box.lines.append(Line(text: displayWidth(both) <= width ? both : fitted(time, width: width), role: .time))
    }
    return box
  }

  /// The text in so many lines; what does not fit ends after a word, with an ellipsis.
  static func words(_ text: String, width: Int, lines: Int, ellipsis: String) -> [String] {
    let all = wrap(text, width: width)
    guard all.count > lines, lines > 0 else { return all }
    return all[..<(lines - 1)] + [fitted(all[lines - 1] + " " + all[lines], width: width, ellipsis: ellipsis)]
  }
}
