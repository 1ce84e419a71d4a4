import Agenda
import Catalogue
import Cells

/// Which line of the agenda panel shows what: rows with their wrapped titles, places and progress.
///
/// A day whose rows fit shows whole titles, wrapped under themselves, or as much of them as there are lines; a crowded
/// day has one line for each session. There, a line is found by counting, so nothing grows with the day.
struct AgendaLines {
  enum Part: Equatable {
    /// The line with time, signs and the title's first part.
    case first(String)
    /// More of the title.
    case more(String)
    case place(String)
    case progress
  }

  struct Line: Equatable {
    /// Index into the day's rows.
    var row: Int
    var part: Part
  }

  /// Columns of the time, and the column in which titles begin.
  let timeWidth: Int
  let titleColumn: Int
  /// The column of the track's sign; nil where none is shown.
  let trackColumn: Int?
  /// The columns of signs behind the time.
  let signs: SignColumns
  /// Columns for the place at the right; 0 where it stands under the title or has no room.
  let placeWidth: Int
  let count: Int
  private let lines: [Line]?
  private let rows: SessionList
  private let timed: Set<Session.ID>
  private let size: Size
  /// Rows with a line of progress under them, ascending; only on a crowded day.
  private let progressRows: [Int]

  init(_ programme: Programme, size: Size, hasTracks: Bool, signs: SignColumns = SignColumns()) {
    (rows, timed, self.size, self.signs) = (programme.rows, programme.timed, size, signs)
    let isTracked = hasTracks && size.width >= 24
    func title(after time: Int) -> (column: Int, width: Int) {
      let column = 1 + time + signs.width + 1 + (isTracked ? 2 : 0)
      // A blank column keeps titles off the border.
      return (column, max(1, size.width - column - 1))
    }
    // With little room the end of a session is left to its page.
    var time = size.width < 30 ? 5 : 11
    let isOpen = rows.count <= size.height
    var whole =
      isOpen
      ? AgendaLines.wrapped(rows, timed: timed, width: title(after: time).width, height: size.height) : nil
    if whole == nil {
      // Where titles have to be cut, they need that room more.
      if title(after: time).width < 20 { time = 5 }
      if isOpen { whole = AgendaLines.cut(rows, timed: timed, width: title(after: time).width, height: size.height) }
    }
    timeWidth = time
    titleColumn = title(after: time).column
    trackColumn = isTracked ? titleColumn - 2 : nil
    lines = whole
    placeWidth = whole == nil && title(after: time).width >= 64 ? 22 : 0
    if let whole {
      progressRows = []
      count = whole.count
      return
    }
    progressRows = AgendaLines.progressRows(programme)
    count = rows.count + progressRows.count
  }

  /// Whether these are still the lines of an agenda at a size: whole titles do not depend on what is selected.
  func isWhole(of programme: Programme, size: Size, signs: SignColumns) -> Bool {
    lines != nil && self.size == size && self.signs == signs && timed == programme.timed
      && rows == programme.rows
  }

  func line(at index: Int) -> Line? {
    if let lines { return lines.indices.contains(index) ? lines[index] : nil }
    guard index >= 0, index < count else { return nil }
    var row = index
    for (before, progress) in progressRows.enumerated() {
      let place = progress + before + 1
      if index == place { return Line(row: progress, part: .progress) }
      if index > place { row = index - before - 1 }
    }
    return rows.indices.contains(row) ? Line(row: row, part: .first(rows[row].title)) : nil
  }

  /// The lines that belong to a row.
  func lines(ofRow row: Int) -> Range<Int> {
    if let lines {
      guard let first = lines.firstIndex(where: { $0.row == row }) else { return 0..<0 }
      let last = lines.lastIndex { $0.row == row } ?? first
      return first..<last + 1
    }
    let first = row + progressRows.filter { $0 < row }.count
    return first..<first + (progressRows.contains(row) ? 2 : 1)
  }

  /// Whole titles with places, else whole titles alone; nil where even these do not fit.
  private static func wrapped(_ rows: SessionList, timed: Set<Session.ID>, width: Int, height: Int) -> [Line]? {
    var lines: [Line] = []
    var places = 0
    for (index, row) in rows.enumerated() {
      for (part, text) in wrap(row.title, width: width).enumerated() {
        lines.append(Line(row: index, part: part == 0 ? .first(text) : .more(text)))
      }
      let place = row.room.isEmpty ? row.place : row.room
      if !place.isEmpty {
        for text in wrap(place, width: width) {
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
  private static func cut(_ rows: SessionList, timed: Set<Session.ID>, width: Int, height: Int) -> [Line]? {
    let titles = rows.map { wrap($0.title, width: width) }
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

  /// Of many sessions that are on at once only the first and the selected one have a line of progress.
  private static func progressRows(_ agenda: Programme) -> [Int] {
    guard let first = agenda.firstTimed else { return [] }
    // No row before the first one is on, so these are in order.
    guard agenda.selected != first, let row = agenda.selectedRow, agenda.running.contains(row.id) else {
      return [first]
    }
    return [first, agenda.selected]
  }
}
