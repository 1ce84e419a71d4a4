import Agenda
import Catalogue
import Cells

/// Several sessions that are on at once, side by side, a page after the other where they do not fit.
enum NowGrid {
  static func parts(_ sessions: [BoardSession], _ kiosk: KioskState, width: Int, rows: Int) -> [[BoardElement]] {
    let columns = max(1, min(sessions.count, width >= 150 ? 3 : width >= 72 ? 2 : 1))
    let gap = 3
    let cell = (width - gap * (columns - 1)) / columns
    let sessions = inOrderOfRooms(sessions, kiosk)
    let large = largeTitles(sessions, kiosk, width: cell, rows: sessions.count == columns ? rows - 4 : 0)
    let cells = sessions.enumerated().map { entry($0.element, kiosk, width: cell, large: large?[$0.offset]) }
    // Rows of cells, then as many rows on a page as fit.
    var pages: [[BoardPage.Line]] = []
    var page: [BoardPage.Line] = []
    var start = 0
    while start < cells.count {
      let lines = beside(Array(cells[start..<min(cells.count, start + columns)]), width: cell, gap: gap)
      if !page.isEmpty, page.count + 1 + lines.count > rows - 1 {
        pages.append(page)
        page = []
      }
      page += (page.isEmpty ? [] : [[]]) + lines
      start += columns
    }
    if !page.isEmpty { pages.append(page) }
    return pages.enumerated().map { index, lines in
      var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
      composer.label(
        BoardWords.now, .badge, [(pages.count > 1 ? BoardWords.page(index + 1, of: pages.count) : "", .dim)])
      return composer.elements + lines.map { .line($0) }
    }
  }

  /// As the rooms are in the agenda, whose first is the largest; what has no room, or a place of its own, comes last.
  private static func inOrderOfRooms(_ sessions: [BoardSession], _ kiosk: KioskState) -> [BoardSession] {
    var order: [String: Int] = [:]
    for (index, room) in kiosk.catalogue.rooms().enumerated() where order[room.name] == nil { order[room.name] = index }
    func place(_ session: BoardSession) -> Int { order[session.row.room] ?? order.count }
    return sessions.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// Every title in large letters, or none.
  private static func largeTitles(
    _ sessions: [BoardSession], _ kiosk: KioskState, width: Int, rows: Int
  ) -> [LargeText]? {
    guard !kiosk.isASCII, rows > 0 else { return nil }
    var titles: [LargeText] = []
    for session in sessions {
      guard let large = LargeText(session.row.title, scale: 1, width: width), large.height <= rows else { return nil }
      titles.append(large)
    }
    return titles
  }

  /// A session's room, title and time.
  private static func entry(
    _ session: BoardSession, _ kiosk: KioskState, width: Int, large: LargeText?
  ) -> [BoardPage.Line] {
    var lines: [BoardPage.Line] = []
    func add(_ text: String, _ role: BoardRole) {
      guard !text.isEmpty else { return }
      lines += wrap(text, width: width).map { [.init(text: $0, role: role)] }
    }
    add(session.place, .heading)
    if let large {
      lines += large.rows.map { [.init(text: $0, role: .title)] }
    } else {
      add(session.row.title, .title)
    }
    let left = kiosk.timeLeft(session)
    lines.append([
      .init(text: kiosk.range(session), role: .time), .init(text: left.text.isEmpty ? "" : "  ", role: .text),
      .init(text: left.text, role: left.role),
    ])
    add(kiosk.remarks(session), .sign)
    return lines
  }

  private static func beside(_ cells: [[BoardPage.Line]], width: Int, gap: Int) -> [BoardPage.Line] {
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

extension KioskState {
  /// What is left of a session in words, which stand out when it is little; empty where no end is known.
  func timeLeft(_ session: BoardSession) -> (text: String, role: BoardRole) {
    guard let end = session.end, end > session.start else { return ("", .dim) }
    let minutes = Int((end.since(clock.now) + 59) / 60)
    let words = settings.room == nil ? BoardWords.left(minutes: minutes) : BoardWords.doorLeft(minutes: minutes)
    if minutes > 5 { return (words, .strong) }
    return (" \(words) ", minutes <= 2 ? .over : .hurry)
  }

  /// What is left in large letters on one line; nil where no end is known, or where they do not fit.
  func largeLeft(_ session: BoardSession, width: Int) -> LargeText? {
    guard let end = session.end, end > session.start else { return nil }
    let words = BoardWords.shortLeft(minutes: Int((end.since(clock.now) + 59) / 60))
    guard let large = LargeText(words, scale: 1, width: width), large.lines.count == 1 else { return nil }
    return large
  }
}
