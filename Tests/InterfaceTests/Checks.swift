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
    demand(picture.buffer.size == state.size, "the picture has the size \(picture.buffer.size)")
    if let cursor = picture.cursor { demand(Rect(state.size).contains(cursor), "the cursor is at \(cursor)") }
    let rows = state.agenda.rows
    demand(rows.isEmpty ? state.agenda.selected == 0 : rows.indices.contains(state.agenda.selected), "no such row")
    for browser in [state.background, state.documents] where !browser.entries.isEmpty {
      demand(browser.entries.indices.contains(browser.selected), "no such entry")
    }
    guard state.layout.mode != .tooSmall else { return found }
    demand(state.layout.frame(of: state.focus) != nil, "\(state.focus) has the focus and is not shown")
    if let timetable = state.timetable, !rows.isEmpty, let frame = state.layout.frame(of: .agenda) {
      let (box, grid) = (
        timetable.boxes[state.agenda.selected], TimetableGrid(size: frame.inner.size, laneCount: timetable.laneCount)
      )
      let view = state.timetableView
      demand(box.time.overlaps(view.top..<view.top + grid.rows), "the selected box is above or below what is shown")
      demand(box.lanes.overlaps(view.left..<view.left + grid.lanes), "the selected box is beside what is shown")
    } else if !rows.isEmpty, let frame = state.layout.frame(of: .agenda) {
      let lines = state.agendaLines.lines(ofRow: state.agenda.selected)
      let shown = state.agenda.top..<state.agenda.top + frame.inner.height
      demand(shown.contains(lines.lowerBound), "the selected row is not to be seen")
    }
    if state.overlay == nil, state.notebook != nil {
      let places = NotebookPanel.Places(size: state.size)
      if places.isBordered { found += gaps(in: places.outer, picture.buffer) }
    } else if state.overlay == nil, state.pendingKeys.isEmpty {
      for frame in state.layout.frames where frame.isBordered { found += gaps(in: frame.outer, picture.buffer) }
    }
    if let overlay = state.overlay {
      let outer = OverlayBox.outer(in: state.size, overlay: overlay)
      if OverlayBox.hasBorder(outer) { found += gaps(in: outer, picture.buffer) }
    }
    return found
  }

  /// Where a border's sides are not lines.
  private func gaps(in rect: Rect, _ buffer: CellBuffer) -> [String] {
    let signs = state.isASCII ? "|+-" : "│├┤┌┐└┘┬┴┼─"
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
