import Agenda
import Catalogue
import Cells
import Messages

/// What is on: the first thing that anybody who passes should see.
enum NowBlock {
  private static let badge = Message("NOW")
  private static let timeIsUp = Message("TIME IS UP")

  /// The block, in parts that take turns where more is on than fits; none is higher than `rows` as far as it goes.
  ///
  /// Large letters may take up to `most` rows.
  static func parts(_ world: BoardWorld, width: Int, rows: Int, most: Int? = nil) -> [[BoardElement]] {
    let most = most ?? rows
    let schedule = world.schedule
    switch schedule.phase {
    case .before, .betweenDays: return [WaitingBlock.before(world, width: width, rows: rows)]
    case .after: return [WaitingBlock.after(world, width: width, rows: rows)]
    case .day: break
    }
    if let overrun = schedule.overrun { return [over(overrun, world, width: width, rows: rows)] }
    guard let first = schedule.running.first else { return [gap(world, width: width, rows: rows)] }
    if schedule.running.count == 1 { return [single(first, world, width: width, rows: rows, most: most)] }
    let pages = NowGrid.pages(schedule.running, world, width: width, rows: rows - 1)
    return pages.enumerated().map { index, lines in
      var composer = BoardComposer(world, width: width)
      composer.label(badge, .badge, [(BoardPage.part(index, of: pages.count), .dim)])
      return composer.elements + lines.map { .line($0) }
    }
  }

  private static func single(
    _ session: BoardSession, _ world: BoardWorld, width: Int, rows: Int, most: Int
  ) -> [BoardElement] {
    let place = world.settings.room == nil ? session.place : session.row.place
    let names = world.people[session.row.id] ?? []
    let below = 1 + (names.isEmpty ? 0 : 1) + (rows > 9 ? 1 : 0)
    func label(_ parts: [(text: String, role: BoardRole)]) -> [BoardElement] {
      var composer = BoardComposer(world, width: width)
      composer.label(badge, .badge, parts + [(world.remarks(session), .sign)])
      if rows > (world.isHurry ? 9 : 7) { composer.elements.append(.blank) }
      return composer.elements
    }
    let head = label([(world.range(session), .strong), (place, .dim)])
    let above = head.height + below
    var composer = BoardComposer(world, width: width)
    // In the last minutes a door leaves room for how many they are.
    let (rows, reserve) = world.isHurry ? (max(rows, most), 4) : (rows, 0)
    composer.large(
      .data(session.row.title), .title, rows: rows - above - reserve, most: most - above - reserve)
    let title = composer.elements
    let free = max(rows, most) - head.height - title.height - 1
    composer.elements = []
    composer.names(names, lines: min(free, 2), .dim)
    if free > 2, rows > 9 { composer.elements.append(.blank) }
    let people = composer.elements

    // What is left in large letters, and then when and where, as far as the title has them and leaves room.
    var room = rows - (head + title + people).height
    var scale = 0
    if case .large(let text, _) = title.last { scale = text.scale }
    let large = world.isASCII || scale == 0 && !world.isHurry ? nil : largeLeft(session, world, width: width * 2 / 3)
    guard let large, large.height <= room else {
      return head + title + people + [.progress(session, large: nil)]
    }
    room -= large.height
    let left = world.timeLeft(session)
    let words: [(text: String, role: BoardRole)] = left.role == .strong ? [] : [left]
    let bar = BoardElement.progress(session, large: large)
    let remarks = world.remarks(session)
    if scale > 1, words.isEmpty, remarks.isEmpty,
      let banner = BoardBanner(
        world.text(badge), .badge, listed([world.range(session), place], by: "  "), .time, width: width),
      banner.height - head.height <= room
    {
      return [.banner(banner)] + title + people + [bar]
    }
    return label([(world.range(session), .strong), (place, .dim)] + words) + title + people + [bar]
  }

  /// What is left in large letters on one line; nil where no end is known, or where they do not fit.
  private static func largeLeft(_ session: BoardSession, _ world: BoardWorld, width: Int) -> LargeText? {
    guard let end = session.end, end > session.start else { return nil }
    let words = world.text(BoardWorld.shortLeft(world.minutes(until: end)))
    guard let large = LargeText(words, scale: 1, width: width), large.lines.count == 1 else { return nil }
    return large
  }

  /// Nothing is on for the moment: what comes next takes the place.
  private static func gap(_ world: BoardWorld, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(world, width: width)
    composer.text(Message("Nothing is on just now"), .dim)
    composer.elements.append(.blank)
    NextBlock.add(to: &composer, world, rows: rows - 2)
    return composer.elements
  }

  /// What should be over while nothing else has begun.
  private static func over(_ session: BoardSession, _ world: BoardWorld, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(world, width: width)
    let minutes = Int(world.clock.now.since(session.until) / 60)
    composer.label(
      minutes < 1 ? timeIsUp : Message("TIME IS UP: %d min over", minutes), .over, [(world.range(session), .strong)])
    if rows > 9 { composer.elements.append(.blank) }
    composer.large(.data(session.row.title), .title, rows: rows - composer.elements.height)
    let room = rows - composer.elements.height
    if !world.isASCII, let banner = BoardBanner(world.text(timeIsUp), .over, width: width), banner.height <= room {
      composer.elements += (banner.height < room ? [.blank] : []) + [.banner(banner)]
    }
    return composer.elements
  }
}

/// Several sessions that are on at once, side by side, a page after the other where they do not fit.
enum NowGrid {
  static func pages(_ sessions: [BoardSession], _ world: BoardWorld, width: Int, rows: Int) -> [[BoardPage.Line]] {
    let columns = max(1, min(sessions.count, width >= 150 ? 3 : width >= 72 ? 2 : 1))
    let gap = 3
    let cell = (width - gap * (columns - 1)) / columns
    let sessions = inOrderOfRooms(sessions, world)
    let large = largeTitles(sessions, world, width: cell, rows: sessions.count == columns ? rows - 3 : 0)
    let cells = sessions.enumerated().map { entry($0.element, world, width: cell, large: large?[$0.offset]) }
    // Rows of cells, then as many rows on a page as fit.
    var pages: [[BoardPage.Line]] = []
    var page: [BoardPage.Line] = []
    var start = 0
    while start < cells.count {
      let lines = beside(Array(cells[start..<min(cells.count, start + columns)]), width: cell, gap: gap)
      if !page.isEmpty, page.count + 1 + lines.count > rows {
        pages.append(page)
        page = []
      }
      page += (page.isEmpty ? [] : [[]]) + lines
      start += columns
    }
    if !page.isEmpty { pages.append(page) }
    return pages
  }

  /// As the rooms are in the agenda, whose first is the largest; what has no room, or a place of its own, comes last.
  private static func inOrderOfRooms(_ sessions: [BoardSession], _ world: BoardWorld) -> [BoardSession] {
    var order: [String: Int] = [:]
    for (index, room) in world.catalogue.choices(.room).enumerated() where order[room.name] == nil {
      order[room.name] = index
    }
    func place(_ session: BoardSession) -> Int { order[session.row.room] ?? order.count }
    return sessions.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// Every title in large letters, or none.
  private static func largeTitles(
    _ sessions: [BoardSession], _ world: BoardWorld, width: Int, rows: Int
  ) -> [LargeText]? {
    guard !world.isASCII, rows > 0 else { return nil }
    var titles: [LargeText] = []
    for session in sessions {
      guard let large = LargeText(session.row.title, scale: 1, width: width), large.height <= rows else { return nil }
      titles.append(large)
    }
    return titles
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
