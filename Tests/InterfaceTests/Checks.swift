import Cells
import Testing

@testable import Interface

extension Story {
  /// What holds for every picture of every state.
  func check(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for failure in failures {
      Issue.record("\(what): \(failure)\n\(screen)", sourceLocation: sourceLocation)
    }
  }

  /// What is wrong with this state or its picture; nothing where all is well.
  var failures: [String] {
    var found: [String] = []
    func demand(_ isTrue: Bool, _ words: String) { if !isTrue { found.append(words) } }
    let picture = self.picture
    demand(picture.buffer.size == app.world.size, "the picture has the size \(picture.buffer.size)")
    if let cursor = picture.cursor { demand(Rect(app.world.size).contains(cursor), "the cursor is at \(cursor)") }
    let rows = app.world.programme.rows
    demand(
      rows.isEmpty ? app.world.programme.selected == 0 : rows.indices.contains(app.world.programme.selected),
      "no such row")
    for browser in [background, documents] where !browser.entries.isEmpty {
      demand(browser.entries.indices.contains(browser.list.selected), "no such entry")
    }
    guard app.stack.desk.layout.mode != .tooSmall else { return found }
    demand(
      app.stack.desk.layout.frame(of: app.stack.desk.focus) != nil,
      "\(app.stack.desk.focus) has the focus and is not shown")
    if let view = timetableView, let timetable = view.timetable, !rows.isEmpty,
      let frame = app.stack.desk.layout.frame(of: .agenda)
    {
      let (box, grid) = (
        timetable.boxes[app.world.programme.selected],
        TimetableGrid(size: frame.inner.size, laneCount: timetable.laneCount)
      )
      let window = view.window
      demand(box.time.overlaps(window.top..<window.top + grid.rows), "the selected box is above or below what is shown")
      demand(box.lanes.overlaps(window.left..<window.left + grid.lanes), "the selected box is beside what is shown")
    } else if let view = agendaView, !rows.isEmpty, let frame = app.stack.desk.layout.frame(of: .agenda) {
      let lines = view.lines.lines(ofRow: app.world.programme.selected)
      let shown = view.top..<view.top + frame.inner.height
      demand(shown.contains(lines.lowerBound), "the selected row is not to be seen")
    }
    if box == nil, allNotes != nil {
      let places = AllNotesPlaces(screen: app.world.size)
      if places.isBordered { found += gaps(in: places.outer, picture.buffer) }
    } else if box == nil, app.pendingKeys.isEmpty,
      StatusLine.rows(of: message ?? "", width: app.world.size.width) <= 2
    {
      // A message may be so long that it lies over the borders.
      for frame in app.stack.desk.layout.frames where frame.isBordered {
        found += gaps(in: frame.outer, picture.buffer)
      }
    }
    // A code takes the border's rows too where there are few.
    let isBorderless = box is ShareView && app.world.size.height < ShareView.spacious
    if let box = box.map({ Box($0.frame(on: app.world.size)) }), box.hasBorder, !isBorderless {
      found += gaps(in: box.outer, picture.buffer)
    }
    return found
  }

  /// Where a border's sides are not lines.
  private func gaps(in rect: Rect, _ buffer: CellBuffer) -> [String] {
    let signs = app.world.isASCII ? "|+-" : "│├┤┌┐└┘┬┴┼─"
    let allowed = Set(signs.unicodeScalars.map(\.value))
    var found: [String] = []
    for y in rect.y..<rect.maxY {
      for x in [rect.x, rect.maxX - 1] where !allowed.contains(buffer[x, y].base) {
        found.append("the border of \(rect) has a gap at \(x), \(y)")
      }
    }
    return found
  }
}

/// The sizes at which everything has to look right.
let sizes: [(Int, Int)] = [
  (80, 24), (20, 5), (40, 12), (160, 48), (80, 10), (59, 24), (60, 12), (139, 40), (140, 12), (240, 67), (79, 11),
]
