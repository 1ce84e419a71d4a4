// To the session that is next in a direction, as it is seen.
extension Timetable {
  enum Direction {
    case up, down, left, right
  }

  /// The session next to one in a direction, by where it is seen; nil where there is none.
  ///
  /// `anchor` is the row of time that moves to the side keep to.
  func neighbour(of row: Int, _ direction: Direction, anchor: Int) -> Int? {
    guard boxes.indices.contains(row) else { return nil }
    let box = boxes[row]
    switch direction {
    case .down: return inColumn(of: box, below: true)
    case .up: return inColumn(of: box, below: false)
    case .left:
      return beside(box, isRight: false) ?? nearest(in: columns[..<box.column].last, to: box, anchor, isRight: false)
    case .right:
      return beside(box, isRight: true)
        ?? nearest(in: columns[(box.column + 1)...].first, to: box, anchor, isRight: true)
    }
  }

  /// What is on in a room at a row of time, else what is nearest to it.
  func nearest(in column: Column, to anchor: Int) -> Int? {
    column.boxes.min { distance(of: boxes[$0], to: anchor) < distance(of: boxes[$1], to: anchor) }
  }

  /// The session so many rows of time away in the same room, or the nearest to it.
  func row(_ rows: Int, from row: Int) -> Int? {
    guard boxes.indices.contains(row) else { return nil }
    let box = boxes[row]
    let wanted = box.time.lowerBound + rows
    let others = columns[box.column].boxes.filter {
      rows < 0 ? boxes[$0].time.lowerBound < box.time.lowerBound : boxes[$0].time.lowerBound > box.time.lowerBound
    }
    return others.min { distance(of: boxes[$0], to: wanted) < distance(of: boxes[$1], to: wanted) }
  }

  private func inColumn(of box: Box, below: Bool) -> Int? {
    let others = columns[box.column].boxes
    guard let place = others.firstIndex(of: box.row) else { return nil }
    // The same lane first, where the room has several and this one is in one of them.
    let rest = below ? Array(others[(place + 1)...]) : others[..<place].reversed()
    return rest.first { boxes[$0].lanes.overlaps(box.lanes) } ?? rest.first
  }

  /// The session in the next lane of the same room that is on at the same time.
  private func beside(_ box: Box, isRight: Bool) -> Int? {
    let others = columns[box.column].boxes.filter { index in
      let other = boxes[index]
      guard other.time.overlaps(box.time) else { return false }
      return isRight ? other.lanes.lowerBound >= box.lanes.upperBound : other.lanes.upperBound <= box.lanes.lowerBound
    }
    return others.min { a, b in
      let (a, b) = (boxes[a].lanes.lowerBound, boxes[b].lanes.lowerBound)
      return isRight ? a < b : a > b
    }
  }

  /// What is on at the anchor, else what has most time in common with the box, else what is nearest.
  private func nearest(in column: Column?, to box: Box, _ anchor: Int, isRight: Bool) -> Int? {
    func rank(_ index: Int) -> (Int, Int, Int, Int) {
      let other = boxes[index]
      let common = other.time.clamped(to: box.time).count
      let lane = isRight ? other.lanes.lowerBound : -other.lanes.lowerBound
      return (other.time.contains(anchor) ? 0 : 1, -common, distance(of: other, to: anchor), lane)
    }
    return column?.boxes.min { rank($0) < rank($1) }
  }

  private func distance(of box: Box, to row: Int) -> Int {
    if box.time.contains(row) { return 0 }
    return row < box.time.lowerBound ? box.time.lowerBound - row : row - box.time.upperBound + 1
  }
}
