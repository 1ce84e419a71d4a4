import Catalogue

/// A day's sessions laid out by room and time: rooms side by side, time downwards, a row for so many minutes.
///
/// A room where sessions overlap has as many lanes as are on at once, so that nothing lies over anything else. It
/// depends on nothing but the rows: neither on the screen's size nor on what is selected.
struct Timetable {
  /// A session's place.
  struct Box: Equatable {
    /// Index into the agenda's rows.
    var row: Int
    /// Rows of time that it covers, one at least.
    var time: Range<Int>
    /// Lanes that it covers, counted through all columns.
    var lanes: Range<Int>
    var column: Int
  }

  struct Column: Equatable {
    /// A row's `roomNumber`; -1 for what has no room.
    var room: Int
    /// Empty for what has no room.
    var name: String
    var lanes: Range<Int>
    /// Indices of boxes by their first row, then by lane.
    var boxes: [Int]
  }

  /// In the order of the agenda's rows.
  private(set) var boxes: [Box] = []
  private(set) var columns: [Column] = []
  /// Seconds since 1970 at which the first row begins.
  private(set) var start: Int64 = 0
  /// Seconds that a row stands for.
  private(set) var step: Int64 = 900
  private(set) var rowCount = 0
  private(set) var laneCount = 0
  /// What it was made of.
  let rows: SessionList

  /// For `offset` seconds between the shown zone and UTC, which sets where the hours begin.
  ///
  /// `rooms` are at the places of their numbers.
  init(_ rows: SessionList, spans: [SessionSpan], offset: Int64, rooms: [RoomCard]) {
    self.rows = rows
    guard let first = spans.map(\.start).min() else { return }
    step = Timetable.step(for: spans)
    // Whole hours stand at the beginning of a row.
    start = first - ((first + offset) % 3_600 + 3_600) % 3_600
    // A moment without length is shown for one row, and nothing for longer than two days.
    boxes = spans.enumerated().map { index, span in
      let top = row(of: span.start)
      let bottom = row(of: min(span.end, span.start + 172_800))
      return Box(row: index, time: top..<max(bottom, top + 1), lanes: 0..<0, column: 0)
    }
    rowCount = boxes.reduce(0) { max($0, $1.time.upperBound) }
    place(spans, rooms)
  }

  /// The row nearest to an instant.
  private func row(of seconds: Int64) -> Int { Int((seconds - start + step / 2) / step) }

  /// The row in which an instant lies; nil before the first and behind the last.
  func row(at seconds: Int64) -> Int? {
    guard seconds >= start else { return nil }
    let row = Int((seconds - start) / step)
    return row < rowCount ? row : nil
  }

  /// Most sessions should have two rows and a half: room for a title in lines of words.
  private static func step(for spans: [SessionSpan]) -> Int64 {
    // A thousand say as much as all.
    let lengths = stride(from: 0, to: spans.count, by: 1 + spans.count / 1_000).map { spans[$0].end - spans[$0].start }
      .filter { $0 > 0 }.sorted()
    guard !lengths.isEmpty else { return 1_800 }
    let short = lengths[lengths.count / 4]
    return [3_600, 1_800, 1_200, 900, 600].first { short * 2 >= $0 * 5 } ?? 300
  }

  /// Gives each room its lanes, in the order of the rooms, and each session its lane.
  private mutating func place(_ spans: [SessionSpan], _ rooms: [RoomCard]) {
    // What has no room comes last.
    var byRoom = [[Int]](repeating: [], count: 2 + spans.reduce(-1) { max($0, $1.room) })
    let last = byRoom.count - 1
    for (index, span) in spans.enumerated() { byRoom[span.room < 0 ? last : span.room].append(index) }
    for (place, own) in byRoom.enumerated() where !own.isEmpty {
      var own = own
      let room = place == last ? -1 : place
      // An agenda is in the order of time already, but for what is shown from another row on.
      if zip(own, own.dropFirst()).contains(where: { boxes[$0].time.lowerBound > boxes[$1].time.lowerBound }) {
        own.sort { (boxes[$0].time.lowerBound, $0) < (boxes[$1].time.lowerBound, $1) }
      }
      let (lane, width) = lanes(of: own)
      let column = columns.count
      for (index, lanes) in zip(own, lane) {
        boxes[index].lanes = laneCount + lanes.lowerBound..<laneCount + lanes.upperBound
        boxes[index].column = column
      }
      let name = rooms.indices.contains(room) ? rooms[room].name : ""
      columns.append(Column(room: room, name: name, lanes: laneCount..<laneCount + width, boxes: own))
      laneCount += width
    }
  }

  /// Lanes of sessions that are in order, and how many there are; one that overlaps with no other covers all.
  private func lanes(of own: [Int]) -> (lanes: [Range<Int>], count: Int) {
    var result: [Range<Int>] = []
    /// The first row that is free in each lane.
    var free: [Int] = []
    /// Places of the sessions that hang together by overlapping, and where the last of them ends.
    var cluster = 0
    var clusterEnd = Int.min
    var alone: [Int] = []
    for (place, index) in own.enumerated() {
      let time = boxes[index].time
      if time.lowerBound >= clusterEnd {
        if place - cluster == 1 { alone.append(cluster) }
        cluster = place
      }
      clusterEnd = max(clusterEnd, time.upperBound)
      let lane = free.firstIndex { $0 <= time.lowerBound } ?? free.count
      if lane == free.count { free.append(time.upperBound) } else { free[lane] = time.upperBound }
      result.append(lane..<lane + 1)
    }
    if own.count - cluster == 1 { alone.append(cluster) }
    for place in alone { result[place] = 0..<free.count }
    return (result, max(1, free.count))
  }
}
