import Agenda
import Catalogue

/// In which order a crowded day is shown: what is over, what is on now, the latest first, and what is still to come.
///
/// A place is where a row stands in that order. It is worked out once a minute, so that no key has to.
struct DayOrder: Equatable {
  /// The rows of what has begun, by their places; behind it places and rows are the same.
  private var rows: [Int32] = []
  /// The places of these rows.
  private var places: [Int32] = []
  /// The places of what is on now.
  private(set) var running = 0..<0
  /// Whether it is the day of now: only then is anything over that others of the day are not.
  private(set) var isToday = false

  init() {}

  /// - Parameters:
  ///   - list: by start.
  ///   - running: the rows that are on, ascending.
  init(_ list: SessionList, running: [Int], isToday: Bool, at now: Instant) {
    self.isToday = isToday
    guard isToday else { return }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].start <= now { low = middle + 1 } else { high = middle }
    }
    let on = running.filter { $0 < low }
    self.running = low - on.count..<low
    places = [Int32](repeating: -1, count: low)
    // Of those that began together the order stays.
    var latest: [Int32] = []
    var end = on.endIndex
    while end > 0 {
      let start = list[on[end - 1]].start
      let first = on[..<end].lastIndex { list[$0].start != start }.map { $0 + 1 } ?? 0
      latest += on[first..<end].map(Int32.init)
      end = first
    }
    for (place, row) in latest.enumerated() { places[Int(row)] = Int32(self.running.lowerBound + place) }
    rows.reserveCapacity(low)
    for row in 0..<low where places[row] < 0 {
      places[row] = Int32(rows.count)
      rows.append(Int32(row))
    }
    rows += latest
  }

  /// The place of what comes next.
  var upcoming: Int { running.upperBound }

  func row(at place: Int) -> Int { rows.indices.contains(place) ? Int(rows[place]) : place }

  func place(of row: Int) -> Int { places.indices.contains(row) ? Int(places[row]) : row }

  /// Whether what stands at a place is over while others of its day are not.
  func isOver(at place: Int) -> Bool { isToday && place < running.lowerBound }
}
