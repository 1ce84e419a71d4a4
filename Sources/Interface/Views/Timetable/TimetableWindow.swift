import Cells

/// What part of a timetable is shown.
struct TimetableWindow: Equatable {
  /// The first row of time and the first lane that are shown.
  var top = 0
  var left = 0
  /// The row of time that moves to the side keep to; nil takes the selected session's.
  var anchor: Int?

  /// Whether the box that is revealed next is to stand a third down, with what comes after it.
  var isAimed = true

  /// Scrolls no further than it takes to show a box, whole where there is room.
  mutating func reveal(_ box: Timetable.Box, of timetable: Timetable, in grid: TimetableGrid) {
    top = Scroll.top(top, showing: box.time, of: timetable.rowCount, rows: grid.rows, isAimed: isAimed)
    isAimed = false
    if box.lanes.upperBound > left + grid.lanes { left = box.lanes.upperBound - grid.lanes }
    if box.lanes.lowerBound < left { left = box.lanes.lowerBound }
    left = max(0, min(left, timetable.laneCount - grid.lanes))
  }
}

/// How many rows and lanes a panel shows, and where they stand in it.
struct TimetableGrid: Equatable {
  /// Columns of the time.
  static let timeWidth = 6
  /// Narrower, a title has no room for its words.
  static let leastWidth = 18
  /// Wider, a few rooms would stand far apart for nothing.
  static let mostWidth = 48

  let rows: Int
  let lanes: Int
  /// Columns of a lane with the blank behind it.
  let width: Int

  init(size: Size, laneCount: Int) {
    // The rooms' names stand above.
    rows = max(1, size.height - 1)
    let room = max(1, size.width - TimetableGrid.timeWidth)
    lanes = max(1, min(laneCount, room / TimetableGrid.leastWidth))
    width = min(TimetableGrid.mostWidth, room / lanes)
  }

  func x(ofLane lane: Int, in rect: Rect, _ window: TimetableWindow) -> Int {
    rect.x + TimetableGrid.timeWidth + (lane - window.left) * width
  }
}
