import Agenda
import Catalogue
import Cells

/// Where everything stands on a board of some size.
struct BoardLayout: Equatable, Sendable {
  enum Mode: Equatable, Sendable {
    /// Nothing but the time.
    case tiny
    /// The time, what is on and what comes next.
    case small
    case full
  }

  /// What stays below the title when it takes the rows that it needs.
  enum Rest: Equatable, Sendable {
    /// What comes next, and lists of some lines.
    case lists
    /// What comes next, and a heading with two lines.
    case few
    /// The same, without anything large but the title.
    case fewest
    /// What comes next.
    case next
    case nothing
  }

  var mode = Mode.tiny
  /// The screen without a row and a column, which the picture is shifted by now and then.
  var area = Rect.zero
  var header = BoardHeader()
  /// The conference or the room, on a small board.
  var title: [String] = []
  var notices: [BoardElement] = []
  var now: [[BoardElement]] = []
  /// What comes next, in parts that take turns.
  var next: [[BoardElement]] = []
  /// How large the title of what is on is set.
  private(set) var titleSize = LetterSize.plain
  /// Whether a size of the title was found.
  private(set) var isFitting = false
  /// The conference's address, at the right of the pages.
  private(set) var code: CodePicture?
  var codePlace = Point(x: 0, y: 0)
  /// Whether all rooms stand in a table, with which the other pages take turns.
  private(set) var isTable = false
  /// Whether what comes next and today stand in a column beside the pages.
  private(set) var hasColumns = false
  var headerRect = Rect.zero
  var noticeRect = Rect.zero
  var nowRect = Rect.zero
  var nextRect = Rect.zero
  /// What is left of today, on a wide board.
  var today = Rect.zero
  /// The pages that turn by themselves.
  var page = Rect.zero
  var footer = Rect.zero

  init() {}

  init(_ world: BoardWorld) {
    self.init(frame: world)
    guard mode == .full else { return }
    layoutFull(world)
  }

  /// The board with its title in letters of a size, and no more below it than the rest needs; not `isFitting` where that is
  /// too large.
  init(_ world: BoardWorld, size: LetterSize, rest: Rest) {
    self.init(frame: world)
    guard mode == .full else { return }
    take(world, size: size, rest: rest)
  }

  /// The same board for the turn of a column of so many columns, which stands at the right of what is on and comes next.
  ///
  /// The title is as large as it can be there; not `isFitting` where it is too long even in plain letters.
  init(_ world: BoardWorld, beside column: Int, of board: BoardLayout) {
    self = board
    let width = footer.width - column - 3
    (isFitting, code, hasColumns, today) = (false, nil, false, .zero)
    guard width >= 24 else { return }
    let rows = footer.y - nowRect.y
    let goal = min(board.titleSize, world.letters.afar)
    // What comes next gives way for the turn, rather than letters that are read from afar.
    var found: (size: LetterSize, rest: Rest, block: [BoardElement])?
    for rest in [Rest.next, .nothing] where found.map({ $0.size < goal }) ?? true {
      for size in BoardLayout.sizes(world) + [.plain] where found.map({ $0.size < size }) ?? true {
        guard let block = nowBlock(world, size: size, rest: rest, width: width, rows: rows) else { continue }
        found = (size, rest, block)
        break
      }
    }
    // A title that is small anyway may be plain for the turn.
    guard let found, found.size >= .fine || goal <= .fine || world.schedule.running.count > 1,
      found.block.height <= rows
    else { return }
    (now, titleSize, isFitting) = ([found.block], found.size, true)
    nowRect = Rect(x: footer.x, y: nowRect.y, width: width, height: found.block.height)
    let left = rows - nowRect.height - 1
    next = found.rest == .next ? BoardLayout.next(world, width: width, rows: left, size: titleSize) : []
    if next.contains(where: { $0.height > left }) { next = [] }
    let height = next.map(\.height).max() ?? 0
    nextRect = Rect(x: footer.x, y: nowRect.maxY + 1, width: width, height: height)
    page = Rect(x: footer.x + width + 3, y: nowRect.y, width: column, height: rows)
    // The clock is no larger than the title, and everything else stays where it is.
    if header.clock > titleSize { header = BoardHeader(world, width: footer.width, most: titleSize) }
    headerRect = rect(headerRect.y, max(headerRect.height, header.height))
  }

  /// The parts of the board that are the same whatever is on.
  private init(frame world: BoardWorld) {
    let size = world.size
    area = Rect(
      x: 0, y: 0, width: size.width - (size.width > 20 ? 1 : 0), height: size.height - (size.height > 8 ? 1 : 0))
    guard size.width >= 20, size.height >= 5 else { return }
    let margin = size.width < 60 ? 1 : 2
    let width = area.width - 2 * margin
    guard size.width >= 50, size.height >= 16 else {
      layoutSmall(world, width: width, margin: margin)
      return
    }
    mode = .full
    notices = NoticeBlock.elements(world, width: width, rows: max(2, area.height / 7))
    footer = Rect(x: margin, y: area.height - 1, width: width, height: 1)
  }

  private func rect(_ y: Int, _ height: Int) -> Rect {
    Rect(x: footer.x, y: y, width: footer.width, height: height)
  }

  private var isWide: Bool { footer.width >= 104 }

  /// The sizes of large letters of titles, the largest first.
  static func sizes(_ world: BoardWorld) -> [LetterSize] { world.isASCII ? [] : world.letters.sizes }

  /// Rows of a screen from which a code of the conference's address stands on it all the time.
  private static let codeFrom = 44

  /// The conference's address as a code that stands there all the time; nil where there is none, or no room for it.
  private func codePicture(_ world: BoardWorld) -> CodePicture? {
    footer.width >= 150 ? world.code(in: Size(width: 50, height: 24)) : nil
  }

  /// The title of what is on as large as the rows allow, and the rest in what it leaves.
  ///
  /// Letters that are read from afar, and after them any large ones, are worth more than a list.
  private mutating func layoutFull(_ world: BoardWorld) {
    let (sizes, afar) = (BoardLayout.sizes(world), world.letters.afar)
    let tries =
      sizes.filter { $0 >= afar }.map { ($0, Rest.lists) } + sizes.filter { $0 <= afar }.map { ($0, Rest.next) }
    for (size, rest) in tries {
      take(world, size: size, rest: rest)
      if isFitting { return }
    }
    take(world, size: .plain, rest: .lists)
    if !isFitting { layoutTable(world) }
  }

  private mutating func take(_ world: BoardWorld, size: LetterSize, rest: Rest) {
    // The rows of a large clock are worth less than a larger title.
    var tried = 0
    for most in [size, .regular, .plain] where most <= size {
      let top = takeHeader(world, most: most)
      let rows = footer.y - top
      if rows <= tried { continue }
      tried = rows
      guard let block = nowBlock(world, size: size, rest: rest, width: footer.width, rows: rows) else { continue }
      (now, titleSize, isFitting) = ([block], size, true)
      nowRect = rect(top, min(rows, block.height))
      return isWide ? layoutWide(world) : layoutNarrow(world)
    }
  }

  /// Places the header, with a clock that is no larger than so, and gives the first row below it and the notices.
  private mutating func takeHeader(_ world: BoardWorld, most: LetterSize) -> Int {
    header = BoardHeader(world, width: footer.width, most: most)
    headerRect = rect(area.height > 30 ? 1 : 0, header.height)
    noticeRect = rect(headerRect.maxY + 1, notices.height)
    return noticeRect.maxY + (area.height > 40 ? 1 : 0)
  }

  /// What is on, with its titles of a size; nil where that takes too many rows.
  private func nowBlock(
    _ world: BoardWorld, size: LetterSize, rest: Rest, width: Int, rows: Int
  ) -> [BoardElement]? {
    let least = leastBelow(world, rest, width: width, rows: rows)
    let room = max(3, rows - least - (least > 0 ? 1 : 0))
    if world.schedule.phase == .day, world.schedule.running.count > 1 {
      let lines = NowGrid.lines(world.schedule.running, size: size, world, width: width, rows: room - 1)
      guard let lines else { return nil }
      var composer = BoardComposer(world, width: width)
      composer.label(NowBlock.badge, .badge, [])
      return composer.elements + lines.map { .line($0) }
    }
    let block = NowBlock(world, width: width)
    guard let plain = block.elements(size: size) else { return nil }
    // Beside large titles where and how long is large too, and one in plain letters is shown whatever it takes.
    let more: Int
    switch rest {
    case _ where !block.hasTime: more = 0
    case .lists where size > .double: more = 9
    case .lists where size > .regular, .few where size > .regular, _ where world.isHurry: more = 4
    case .lists, .few, .fewest, .next, .nothing: more = 0
    }
    if size > .plain, plain.height + more > room { return nil }
    return block.elements(size: size, rows: max(plain.height, room))
  }

  /// Rows that what stands below what is on needs at the least.
  private func leastBelow(_ world: BoardWorld, _ rest: Rest, width: Int, rows: Int) -> Int {
    if world.hasOnlyThanks || rest == .nothing { return 0 }
    let isWide = isWide && width == footer.width
    let column = isWide && rest == .lists ? (width - 3) / 2 : width
    let next = NextBlock.parts(world, width: column, rows: 3, size: .plain).map(\.height).max() ?? 0
    if rest == .next || world.settings.room != nil { return next }
    let gap = next > 0 ? 1 : 0
    if rest == .few || rest == .fewest { return next + gap + 3 }
    // A heading and a few lines of a list, and what keeps them apart.
    let least = min(rows / 2, next + gap + (isWide ? 6 : 4))
    return isWide && area.height >= BoardLayout.codeFrom
      ? max(least, (codePicture(world)?.size.height ?? 0) + 1) : least
  }

  /// All rooms and nothing else, but what takes turns with them; in the largest letters that take no more pages than plain
  /// ones.
  private mutating func layoutTable(_ world: BoardWorld) {
    isTable = true
    var count = Int.max
    for size in [.plain] + BoardLayout.sizes(world).reversed() {
      var table = self
      let top = table.takeHeader(world, most: min(size, .regular))
      table.nowRect = rect(top, max(0, footer.y - top - 1))
      let (width, rows) = (table.nowRect.width, table.nowRect.height)
      let pages = RoomTable.pages(world, size: size, width: width, rows: rows, most: count)
      guard let pages = pages ?? (size == .plain ? [] : nil) else { continue }
      (table.now, table.titleSize, table.page) = (pages, size, table.nowRect)
      count = pages.count
      self = table
    }
  }
}

// Below what is on

extension BoardLayout {
  /// What comes next in letters that are not larger than the title's, in plain ones where the rows are few.
  private static func next(_ world: BoardWorld, width: Int, rows: Int, size: LetterSize) -> [[BoardElement]] {
    let next = NextBlock.parts(world, width: width, rows: max(3, rows), size: size)
    if next.map(\.height).max() ?? 0 <= rows { return next }
    return NextBlock.parts(world, width: width, rows: max(2, rows), size: .plain)
  }

  /// One below the other.
  private mutating func layoutNarrow(_ world: BoardWorld) {
    let below = nowRect.maxY + (footer.y - nowRect.maxY > 4 ? 1 : 0)
    let rows = footer.y - below
    // What comes next is large where a list has room below it all the same.
    let list = world.settings.room == nil ? 9 : 0
    next = BoardLayout.next(world, width: footer.width, rows: max(3, rows - list), size: titleSize)
    if next.map(\.height).max() ?? 0 > rows {
      next = NextBlock.parts(world, width: footer.width, rows: max(2, rows), size: .plain)
    }
    nextRect = rect(below, max(0, min(next.map(\.height).max() ?? 0, rows)))
    let start = nextRect.isEmpty ? below : nextRect.maxY + (rows - nextRect.height > 4 ? 1 : 0)
    if footer.y - start >= 3, !world.hasOnlyThanks { page = rect(start, footer.y - start) }
  }

  /// What is on across the board; below it what comes next and today at the left, the pages at the right.
  private mutating func layoutWide(_ world: BoardWorld) {
    let (width, margin) = (footer.width, footer.x)
    let left = (width - 3) / 2
    let below = nowRect.maxY
    let lower = footer.y - below - 1
    guard !world.hasOnlyThanks, lower > 1 else { return }
    // Where there is no room for two lists, what comes next has all of the width.
    if lower < 6 { return layoutNarrow(world) }
    let list = world.schedule.today.isEmpty ? world.schedule.later : world.schedule.today
    let column = 1 + world.entries(list, width: left).reduce(0) { $0 + $1.count }
    // What comes next is larger than a list that is turned through anyway.
    let rows = max(3, lower - 1 - min(column + 1, max(5, lower / 2)))
    next = NextBlock.parts(world, width: left, rows: rows, size: titleSize)
    nextRect = Rect(x: margin, y: below + 1, width: left, height: min(next.map(\.height).max() ?? 0, lower))
    let start = nextRect.isEmpty ? below + 1 : nextRect.maxY + 1
    if footer.y - start >= 3 { today = Rect(x: margin, y: start, width: left, height: footer.y - start) }
    page = Rect(x: margin + left + 3, y: below + 1, width: width - left - 3, height: lower)
    hasColumns = true
    if let picture = codePicture(world), picture.size.height <= lower, picture.size.width + 30 <= page.width {
      code = picture
      page = Rect(x: page.x, y: page.y, width: page.width - picture.size.width - 2, height: page.height)
      codePlace = Point(x: page.maxX + 2, y: page.y)
    }
  }

  /// The time, what is on and what comes next, and below them whatever there is room for.
  private mutating func layoutSmall(_ world: BoardWorld, width: Int, margin: Int) {
    func rect(_ y: Int, _ height: Int) -> Rect { Rect(x: margin, y: y, width: width, height: height) }
    mode = .small
    let room = width - displayWidth(world.clockText) - 2
    let name = world.roomName ?? world.catalogue.conference.title
    notices = NoticeBlock.elements(world, width: width, rows: max(1, area.height / 4))
    // A title in two lines rather than a part of it, where there are so many.
    let isRoomy = area.height >= 10 && notices.isEmpty
    title = isRoomy ? Array(wrap(name, width: max(1, room)).prefix(2)) : [name]
    headerRect = rect(0, title.count)
    let gap = area.height < 8 || !notices.isEmpty ? 0 : 1
    noticeRect = rect(headerRect.maxY, notices.height)
    let top = noticeRect.maxY + gap
    layoutSmallNow(world, width: width, rows: area.height - top - 2)
    nowRect = rect(top, max(0, min(area.height - top, now.map(\.height).max() ?? 0)))
    next = NextBlock.parts(world, width: width, rows: 3, size: .plain)
    let start = nowRect.maxY + 1
    let height = next.map(\.height).max() ?? 0
    // Half of it would say less than nothing.
    if height > area.height - start { next = [] }
    nextRect = rect(start, next.isEmpty ? 0 : height)
    let below = next.isEmpty ? start : nextRect.maxY + 1
    // The hint has the last row where that is free.
    if area.height - below >= 1 { footer = rect(area.height - 1, 1) }
    if footer.y - below >= 3 { page = rect(below, footer.y - below) }
  }

  /// What is on in plain letters, of many rooms as a table.
  /// - Parameter rows: of a table, which tells what comes next as well.
  private mutating func layoutSmallNow(_ world: BoardWorld, width: Int, rows: Int) {
    if world.schedule.phase == .day, world.schedule.running.count > 1 {
      now = RoomTable.pages(world, width: width, rows: max(3, rows)) ?? []
    } else {
      now = [NowBlock(world, width: width).elements(size: .plain) ?? []]
    }
  }
}
