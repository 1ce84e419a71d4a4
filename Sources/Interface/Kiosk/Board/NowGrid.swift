import Agenda
import Catalogue
import Cells
import Messages

/// Several sessions that are on at once, side by side.
enum NowGrid {
  /// All of them on one screen with their titles in letters of a size; nil where they do not fit.
  static func lines(
    _ sessions: [BoardSession], size: LetterSize, _ world: BoardWorld, width: Int, rows: Int
  ) -> [BoardPage.Line]? {
    let sessions = inOrderOfRooms(sessions, world)
    let gap = 3
    let most = min(
      sessions.count, size > .plain ? max(1, width / (size.isFine ? 24 : 30)) : width >= 150 ? 3 : width >= 72 ? 2 : 1)
    // Large titles have wide columns before narrow ones.
    for columns in size > .plain ? Array(1...max(1, most)) : [max(1, most)] {
      // What is too high with every title on one line needs no setting.
      let rowsOfCells = (sessions.count + columns - 1) / columns
      if rowsOfCells * (3 + size.leastRows) - 1 > rows { continue }
      let cell = (width - gap * (columns - 1)) / columns
      var cells: [[BoardPage.Line]] = []
      for session in sessions {
        let large = size > .plain ? world.letters.title(session.row.title, size: size, width: cell) : nil
        if size > .plain, large == nil { break }
        cells.append(entry(session, world, width: cell, large: large))
      }
      guard cells.count == sessions.count else { continue }
      var lines: [BoardPage.Line] = []
      for start in stride(from: 0, to: cells.count, by: columns) {
        let row = beside(Array(cells[start..<min(cells.count, start + columns)]), width: cell, gap: gap)
        lines += (lines.isEmpty ? [] : [[]]) + row
      }
      if lines.count <= rows { return lines }
    }
    return nil
  }

  /// As the rooms are in the agenda, whose first is the largest; what has no room, or a place of its own, comes last.
  static func inOrderOfRooms(_ sessions: [BoardSession], _ world: BoardWorld) -> [BoardSession] {
    func place(_ session: BoardSession) -> Int { session.row.roomNumber < 0 ? Int.max : session.row.roomNumber }
    return sessions.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// A session's room, title and time.
  private static func entry(
    _ session: BoardSession, _ world: BoardWorld, width: Int, large: LargeText?
  ) -> [BoardPage.Line] {
    let title = large?.rows.map { [BoardPage.Piece(text: $0, role: .title)] }
    let left = world.timeLeft(session)
    let time: BoardPage.Line = [
      .init(text: world.range(session), role: .time), .init(text: left.text.isEmpty ? "" : "  ", role: .text),
      .init(text: left.text, role: left.role),
    ]
    return BoardPage.wrapped(session.place, .heading, width: width)
      + (title ?? BoardPage.wrapped(session.row.title, .title, width: width))
      + [time] + BoardPage.wrapped(world.remarks(session), .sign, width: width)
  }

  /// Cells of so many columns, one beside the other.
  static func beside(_ cells: [[BoardPage.Line]], width: Int, gap: Int) -> [BoardPage.Line] {
    (0..<(cells.map(\.count).max() ?? 0)).map { row in
      var line: BoardPage.Line = []
      for (index, cell) in cells.enumerated() {
        let pieces = cell.indices.contains(row) ? cell[row] : []
        line += pieces
        guard index < cells.count - 1 else { break }
        let used = pieces.reduce(0) { $0 + displayWidth($1.text) }
        line.append(.init(text: String(repeating: " ", count: max(0, width + gap - used)), role: .text))
      }
      return line
    }
  }
}
