import Agenda
import Catalogue
import Cells
import Messages

/// All rooms, what is on in each and what comes next there: on one screen where that fits, else a page after the other,
/// with the rooms of a building together where their names tell it.
enum RoomTable {
  /// One room, or a place that is none.
  private struct Entry {
    var name: String
    var building: String
    var running: [BoardSession]
    var next: BoardSession?
  }

  /// The titles of what is on in letters of a size; nil where a title has none, or where that takes more pages than so many.
  ///
  /// Of more than two pages what comes next takes no more lines than what is on, the rest of its title left out.
  ///
  /// - Parameter rows: of a page at the most.
  static func pages(
    _ world: BoardWorld, size: LetterSize = .plain, width: Int, rows: Int, most: Int = .max
  ) -> [[BoardElement]]? {
    guard let whole = pages(world, size, width: width, rows: rows, isBrief: false) else { return nil }
    let pages = whole.count > 2 ? self.pages(world, size, width: width, rows: rows, isBrief: true) : whole
    return pages.flatMap { $0.count <= most ? $0 : nil }
  }

  private static func pages(
    _ world: BoardWorld, _ size: LetterSize, width: Int, rows: Int, isBrief: Bool
  ) -> [[BoardElement]]? {
    let entries = entries(world)
    guard !entries.isEmpty, rows > 2 else { return [] }
    let isWide = width >= 100
    let most = min(width / 4, 26)
    let name = max(8, min(most, entries.map { displayWidth($0.name) }.max() ?? 0))
    let blocks = entries.compactMap {
      lines(of: $0, world, size, isWide: isWide, isBrief: isBrief, name: name, width: width)
    }
    let height = rows - 1
    // Letters that take a whole page for a room are none for a table.
    guard blocks.count == entries.count, size == .plain || blocks.allSatisfy({ $0.count <= height }) else { return nil }
    let least = pageCount(blocks, height)
    var pages: [[[BoardPage.Line]]] = [[]]
    var used = 0
    for (index, block) in blocks.enumerated() {
      // The rooms of a building begin a page together where no more pages come of it.
      let building = entries[index].building
      let isFirst = index > 0 && !building.isEmpty && entries[index - 1].building != building
      let group = zip(entries, blocks).dropFirst(index).prefix { $0.0.building == building }
      let whole = group.reduce(0) { $0 + $1.1.count }
      let isTorn = isFirst && used + whole > height && whole <= height
      let isFree = pages.count + pageCount(Array(blocks[index...]), height) <= least
      if used > 0, used + block.count > height || isTorn && isFree {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(block)
      used += block.count
    }
    return pages.enumerated().map { index, blocks in
      var composer = BoardComposer(world, width: width)
      composer.label(
        NowBlock.badge, .badge,
        [(world.text(Message("in all rooms")), .strong), (BoardPage.part(index, of: pages.count), .dim)])
      // Air between the rooms where there is as much.
      let isAiry = blocks.reduce(blocks.count) { $0 + $1.count } <= height
      let lines = isAiry ? Array(blocks.joined(separator: [[]])) : Array(blocks.joined())
      return composer.elements + lines.map { .line($0) }
    }
  }

  /// Pages that are needed when nothing is kept together.
  private static func pageCount(_ blocks: [[BoardPage.Line]], _ height: Int) -> Int {
    var (pages, used) = (1, 0)
    for block in blocks {
      if used + block.count > height, used > 0 { (pages, used) = (pages + 1, 0) }
      used += block.count
    }
    return pages
  }

  private static func entries(_ world: BoardWorld) -> [Entry] {
    let schedule = world.schedule
    let coming = schedule.today.filter { $0.start > world.clock.now && !$0.isCancelled }
    let rooms = world.catalogue.allRooms
    var entries = rooms.indices.compactMap { number -> Entry? in
      let running = schedule.running.filter { $0.row.roomNumber == number }
      let next = coming.first { $0.row.roomNumber == number }
      guard !running.isEmpty || next != nil else { return nil }
      let name = rooms[number].name
      return Entry(
        name: name, building: Room.building(inName: name).map(String.init) ?? "", running: running, next: next)
    }
    for session in schedule.running where session.row.roomNumber < 0 {
      entries.append(Entry(name: session.place, building: "", running: [session], next: nil))
    }
    return entries
  }

  /// A room's lines: its name, what is on and what comes next, beside each other or one below the other; nil where there are
  /// no letters of that size.
  private static func lines(
    of entry: Entry, _ world: BoardWorld, _ size: LetterSize, isWide: Bool, isBrief: Bool, name: Int, width: Int
  ) -> [BoardPage.Line]? {
    let gap = 2
    let rest = width - name - gap
    let next = isWide ? rest * 2 / 5 : rest
    let now = isWide ? rest - next - gap : rest
    var running: [BoardPage.Line] = []
    for session in entry.running {
      var lines = BoardEntry(width: now)
      let left = world.timeLeft(session)
      if size == .plain {
        lines.add(session.row.title, .title)
      } else {
        guard let large = world.letters.title(session.row.title, size: size, width: now) else { return nil }
        running += large.rows.map { [.init(text: $0, role: .title)] }
      }
      // In few words: the last five minutes are told by the colour.
      let minutes = session.end.map { world.minutes(until: $0) } ?? 0
      let time =
        left.role == .strong || left.text.isEmpty
        ? world.until(session) : " \(world.text(BoardWorld.shortLeft(minutes))) "
      lines.add(time, left.role == .strong ? .time : left.role, after: "  ")
      lines.add(world.remarks(session, isBrief: true), .sign, after: "  ")
      running += lines.lines
    }
    if running.isEmpty { running = [[.init(text: isWide ? "" : "-", role: .dim)]] }
    var following: [BoardPage.Line] = []
    if let session = entry.next {
      let time = world.zone.local(session.start).clock
      var lines = BoardEntry(time: time, width: next)
      let room = max(1, next - displayWidth(time) - 2)
      let title = wrap(session.row.title, width: room)
      // As many lines as the room has anyway.
      let most = isBrief ? (isWide ? max(1, running.count) : 1) : title.count
      let rest = title.dropFirst(most - 1).joined(separator: " ")
      for (index, line) in title.prefix(most).enumerated() {
        let isCut = index == most - 1 && title.count > most
        lines.add(isCut ? fitted(rest, width: room, ellipsis: world.isASCII ? "..." : "…") : line, .text)
      }
      lines.add(world.remarks(session, isBrief: true), .sign, after: "  ")
      following = lines.lines
    }
    let names = BoardPage.wrapped(entry.name, .heading, width: name)
    if isWide {
      let left = NowGrid.beside([names, running], width: name, gap: gap)
      return NowGrid.beside([left, following], width: name + gap + now, gap: gap)
    }
    return NowGrid.beside([names, (entry.running.isEmpty ? [] : running) + following], width: name, gap: gap)
  }
}

extension BoardWorld {
  /// `until 10:30`, or that its end is open.
  fileprivate func until(_ session: BoardSession) -> String {
    guard let end = session.end, end > session.start else { return text(Message("end open")) }
    return text(Message("until %s", zone.local(end).clock))
  }
}
