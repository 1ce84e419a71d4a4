import Agenda
import Catalogue
import Cells

extension State {
  /// `v`: the timetable in the place of the agenda's list, or the list again.
  mutating func toggleTimetable() {
    isTimetable.toggle()
    choose(.agenda)
    timetableView = TimetableView()
  }

  /// Lays the day out where it is to be seen and has changed, and brings the selected session into sight.
  mutating func settleTimetable() {
    guard isTimetable else {
      timetable = nil
      return
    }
    let offset = zone.transition(at: agenda.rows.first?.start ?? clock.now).offset
    if timetable?.rows != agenda.rows || timetableOffset != offset {
      timetable = Timetable(
        agenda.rows, spans: catalogue.spans(of: agenda.rows), offset: Int64(offset), roomName: catalogue.roomName)
      timetableOffset = offset
      timetableView.anchor = nil
    }
    guard let timetable, timetable.boxes.indices.contains(agenda.selected) else { return }
    timetableView.reveal(timetable.boxes[agenda.selected], of: timetable, in: timetableGrid(timetable))
  }

  private func timetableGrid(_ timetable: Timetable) -> TimetableGrid {
    let size = layout.place(of: .agenda)?.inner.size ?? Size(width: 1, height: 1)
    return TimetableGrid(size: size, laneCount: timetable.laneCount)
  }

  /// Moves to the session that is next in a direction; at the edge it stays.
  mutating func moveInTimetable(_ direction: Timetable.Direction) {
    guard let timetable, timetable.boxes.indices.contains(agenda.selected) else { return }
    let anchor = timetableView.anchor ?? timetable.boxes[agenda.selected].time.lowerBound
    guard let row = timetable.neighbour(of: agenda.selected, direction, anchor: anchor) else { return }
    selectRow(row)
    // Only what is on at that time keeps it; anything else sets its own.
    let isKept = timetable.boxes[row].time.contains(anchor)
    switch direction {
    case .up, .down: timetableView.anchor = nil
    case .left, .right: timetableView.anchor = isKept ? anchor : nil
    }
  }

  /// Moves by rows of a list: one up or down, or a page of them.
  mutating func moveInTimetable(by rows: Int) {
    guard let timetable else { return }
    if abs(rows) == 1 { return moveInTimetable(rows > 0 ? .down : .up) }
    let page = timetableGrid(timetable).rows - 1
    if let row = timetable.row(rows < 0 ? -page : page, from: agenda.selected) { selectRow(row) }
    timetableView.anchor = nil
  }

  /// Which rooms are in sight, `rooms 3-6/30`; empty where all are.
  var timetableInfo: String {
    guard let timetable else { return "" }
    let grid = timetableGrid(timetable)
    guard grid.lanes < timetable.laneCount else { return "" }
    let shown = timetableView.left..<timetableView.left + grid.lanes
    let columns = timetable.columns.indices.filter { timetable.columns[$0].lanes.overlaps(shown) }
    guard let first = columns.first, let last = columns.last else { return "" }
    return Words.rooms(first + 1, last + 1, of: timetable.columns.count)
  }
}
