import Agenda
import Catalogue
import Cells

/// Which line of the agenda panel shows what: rows with their wrapped titles, places and progress.
///
/// A day whose titles fit shows them whole, wrapped under themselves; a crowded day has one line for each session, or
/// beside what is read as much of each title as there are lines. There, a line is found by counting, so nothing grows
/// with the day.
struct AgendaLines {
  enum Part: Equatable {
    /// The line with time, signs and the title's first part.
    case first(String)
    /// More of the title.
    case more(String)
    case place(String)
    case progress
    /// What is said above the first row of what is on, or comes next.
    case heading
  }

  struct Line: Equatable {
    /// Index into the day's rows; of a heading that of the row below it.
    var row: Int
    var part: Part
  }

  /// What else a list is made by, besides its day and its size.
  struct Shape: Equatable {
    var signs = SignColumns()
    /// Columns of the longest sign of a track; 0 where none are told apart.
    var trackWidth = 0
    /// Columns of the longest name of a room; 0 where there are none.
    var roomWidth = 0
  }

  /// Columns of the time, and the column in which titles begin.
  let timeWidth: Int
  let titleColumn: Int
  /// The column of the track's sign; nil where none is shown.
  let trackColumn: Int?
  /// The columns of signs behind the time.
  var signs: SignColumns { shape.signs }
  /// Columns for the place at the right; 0 where it stands under the title or has no room.
  let placeWidth: Int
  let count: Int
  /// Nil on a crowded day.
  private let lines: [Line]?
  private let rows: SessionList
  private let timed: Set<Session.ID>
  private let order: DayOrder
  private let size: Size
  private let shape: Shape
  /// The place before which a crowded day has its heading.
  private let headed: Int?

  /// Whether each row has but one line, in the order of a crowded day.
  var isCrowded: Bool { lines == nil }

  init(_ programme: Programme, size: Size, shape: Shape = Shape()) {
    (rows, timed, order, self.size, self.shape) = (programme.rows, programme.timed, programme.order, size, shape)
    let isOpen = rows.count <= size.height
    var columns = Columns(open: size, shape)
    var whole = isOpen ? AgendaLines.wrapped(rows, timed: timed, columns.title, height: size.height) : nil
    let table = Columns(table: size, shape, rows)
    if isOpen, whole == nil, table.place == 0 || table.title.width < 30 {
      // Where titles have to be cut, they need that room more.
      if columns.title.width < 20 { columns = Columns(size: size, shape, isCrowded: false, hasEnds: false) }
      whole = AgendaLines.cut(rows, timed: timed, columns.title, height: size.height)
    }
    if whole == nil {
      columns = table
    }
    lines = whole
    (timeWidth, titleColumn) = (columns.time, columns.title.x)
    (trackColumn, placeWidth) = (columns.track, columns.place)
    headed = whole == nil ? AgendaLines.headed(programme) : nil
    count = whole?.count ?? rows.count + (headed == nil ? 0 : 1)
  }

  /// How many lines whole titles need; 0 where already their count is more than there are.
  static func needed(_ rows: SessionList, size: Size, shape: Shape) -> Int {
    guard rows.count <= size.height else { return 0 }
    let width = Columns(open: size, shape).title.width
    return rows.reduce(0) { $0 + wrap($1.title, width: width).count }
  }

  /// Whether these are still the lines of an agenda at a size: they do not depend on what is selected.
  func isSame(_ programme: Programme, size: Size, shape: Shape) -> Bool {
    self.size == size && self.shape == shape && rows == programme.rows
      && (isCrowded ? order == programme.order && headed == AgendaLines.headed(programme) : timed == programme.timed)
  }

  func line(at index: Int) -> Line? {
    if let lines { return lines.indices.contains(index) ? lines[index] : nil }
    guard index >= 0, index < count else { return nil }
    let place = headed.map { index > $0 ? index - 1 : index } ?? index
    let row = order.row(at: place)
    if index == headed { return Line(row: row, part: .heading) }
    return rows.indices.contains(row) ? Line(row: row, part: .first(rows[row].title)) : nil
  }

  /// The lines that belong to a row, and the heading above it.
  func lines(ofRow row: Int) -> Range<Int> {
    if let lines {
      guard let first = lines.firstIndex(where: { $0.row == row }) else { return 0..<0 }
      let last = lines.lastIndex { $0.row == row } ?? first
      return first..<last + 1
    }
    let place = order.place(of: row)
    guard let headed, place >= headed else { return place..<place + 1 }
    return (place == headed ? place : place + 1)..<place + 2
  }

  /// The row that stands so many rows below another, or above it; the first or the last where there are no more.
  func row(from row: Int, by rows: Int) -> Int {
    let place = isCrowded ? order.place(of: row) : row
    let target = place.addingReportingOverflow(rows)
    let wanted = target.overflow ? (rows < 0 ? 0 : Int.max) : target.partialValue
    let reached = min(max(0, wanted), max(0, self.rows.count - 1))
    return isCrowded ? order.row(at: reached) : reached
  }

  /// Whether a row of a crowded day is over while others are not.
  func isOver(_ row: Int) -> Bool { isCrowded && order.isOver(at: order.place(of: row)) }

  /// The row in the line above, where it is one.
  func rowAbove(_ index: Int) -> SessionRow? {
    guard isCrowded, index > 0, let above = line(at: index - 1), above.part != .heading else { return nil }
    return rows[above.row]
  }

  /// How many are on now, where the heading says so.
  var runningCount: Int { order.running.count }

  /// The place of the first row of what is on, else of what comes next today.
  private static func headed(_ programme: Programme) -> Int? {
    let order = programme.order
    if !order.running.isEmpty { return order.running.lowerBound }
    return programme.upcoming == nil || order.upcoming >= programme.rows.count ? nil : order.upcoming
  }

  /// Whole titles with places, else whole titles alone; nil where even these do not fit.
  private static func wrapped(
    _ rows: SessionList, timed: Set<Session.ID>, _ title: Columns.Title, height: Int
  ) -> [Line]? {
    var lines: [Line] = []
    var places = 0
    for (index, row) in rows.enumerated() {
      for (part, text) in wrap(row.title, width: title.width).enumerated() {
        lines.append(Line(row: index, part: part == 0 ? .first(text) : .more(text)))
      }
      let place = row.room.isEmpty ? row.place : row.room
      if !place.isEmpty {
        for text in wrap(place, width: title.width) {
          lines.append(Line(row: index, part: .place(text)))
          places += 1
        }
      }
      if timed.contains(row.id) { lines.append(Line(row: index, part: .progress)) }
    }
    if lines.count <= height { return lines }
    guard lines.count - places <= height else { return nil }
    return lines.filter { if case .place = $0.part { false } else { true } }
  }

  /// As much of each title as there are lines: second lines for all that need them before anybody's third; nil where
  /// there is not even one for each.
  private static func cut(
    _ rows: SessionList, timed: Set<Session.ID>, _ title: Columns.Title, height: Int
  ) -> [Line]? {
    let titles = rows.map { wrap($0.title, width: title.width) }
    var spare = height - rows.count { timed.contains($0.id) } - titles.count
    guard spare >= 0 else { return nil }
    var shown = titles.map { min(1, $0.count) }
    var level = 1
    while spare > 0, titles.contains(where: { $0.count > level }) {
      for index in titles.indices where titles[index].count > level && spare > 0 {
        shown[index] += 1
        spare -= 1
      }
      level += 1
    }
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      for (part, text) in titles[index].prefix(shown[index]).enumerated() {
        // What comes next is drawn as far as the ellipsis.
        let isCut = part == shown[index] - 1 && part < titles[index].count - 1
        let text = isCut ? text + " " + titles[index][part + 1] : text
        lines.append(Line(row: index, part: part == 0 ? .first(text) : .more(text)))
      }
      if timed.contains(row.id) { lines.append(Line(row: index, part: .progress)) }
    }
    return lines
  }
}

extension AgendaLines {
  /// How the columns of a list are shared out: time, signs, track, title, place.
  private struct Columns {
    struct Title {
      var x: Int
      var width: Int
    }

    let time: Int
    let track: Int?
    let title: Title
    let place: Int

    /// Of a list of whole titles.
    init(open size: Size, _ shape: Shape) {
      self.init(size: size, shape, isCrowded: false, hasEnds: size.width >= 30)
      // Narrower, words and names of places would be cut in their middle.
      if title.width < 12 { self.init(size: size, shape, isCrowded: false, hasEnds: false) }
    }

    /// Of a line for each session.
    init(table size: Size, _ shape: Shape, _ rows: SessionList) {
      var shape = shape
      // Of a conference whose rooms have no list the first rows tell how much room places need.
      if shape.roomWidth == 0 { shape.roomWidth = rows.prefix(40).reduce(0) { max($0, displayWidth($1.place)) } }
      self.init(size: size, shape, isCrowded: true, hasEnds: true)
      if title.width < 46 { self.init(size: size, shape, isCrowded: true, hasEnds: false) }
    }

    /// - Parameter isCrowded: titles and places stand in one line.
    init(size: Size, _ shape: Shape, isCrowded: Bool, hasEnds: Bool) {
      time = hasEnds ? 11 : 5
      var x = 1 + time + shape.signs.width + 1
      let isTracked = shape.trackWidth > 0 && size.width >= (isCrowded ? 56 : 22 + 2 * shape.trackWidth)
      track = isTracked ? x : nil
      if isTracked { x += shape.trackWidth + 1 }
      // A blank column keeps titles off the border.
      let rest = max(1, size.width - x - 1)
      // Less would leave both to guesses.
      place = !isCrowded || rest < 28 ? 0 : min(shape.roomWidth, max(8, rest / 3), 24)
      title = Title(x: x, width: max(1, rest - (place == 0 ? 0 : place + 1)))
    }
  }
}
