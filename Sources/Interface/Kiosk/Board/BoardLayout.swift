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
  /// How large the title of what is on is set; 0 in plain letters.
  private(set) var titleScale = 0
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

  /// - Parameter only: the only size of the title that is tried, with hardly anything below it; nil tries all.
  init(_ world: BoardWorld, only: Int? = nil) {
    let size = world.size
    area = Rect(
      x: 0, y: 0, width: size.width - (size.width > 20 ? 1 : 0), height: size.height - (size.height > 8 ? 1 : 0))
    guard size.width >= 20, size.height >= 5 else { return }
    let margin = size.width < 60 ? 1 : 2
    let width = area.width - 2 * margin
    func rect(_ y: Int, _ height: Int) -> Rect { Rect(x: margin, y: y, width: width, height: height) }
    guard size.width >= 50, size.height >= 16 else {
      layoutSmall(world, width: width, rect)
      return
    }
    mode = .full
    notices = NoticeBlock.elements(world, width: width, rows: max(2, area.height / 7))
    footer = rect(area.height - 1, 1)
    layoutFull(world, width: width, only: only, rect)
  }

  private var isWide: Bool { footer.width >= 104 }

  /// Rows of a screen from which a code of the conference's address stands on it all the time.
  private static let codeFrom = 44

  /// The conference's address as a code, for telephones; nil at a door, and where there is none.
  private func codePicture(_ world: BoardWorld) -> CodePicture? {
    let url = world.catalogue.conference.url
    guard !url.isEmpty, world.settings.room == nil, footer.width >= 150 else { return nil }
    return CodePicture.smallest(url, in: Size(width: 50, height: 24), isASCII: world.isASCII, ink: world.codeInk)
  }

  /// What is on in plain letters, of many rooms as a table.
  /// - Parameter rows: of a table, which tells what comes next as well.
  private mutating func layoutSmallNow(_ world: BoardWorld, width: Int, rows: Int) {
    if world.schedule.phase == .day, world.schedule.running.count > 1 {
      now = RoomTable.pages(world, width: width, rows: max(3, rows))
    } else {
      now = [NowBlock(world, width: width).elements(scale: 0) ?? []]
    }
  }

  /// The title of what is on as large as the rows allow, and the rest in what it leaves.
  ///
  /// - Parameter scale: the only size of the title that is tried, with no more below it than what comes next.
  private mutating func layoutFull(_ world: BoardWorld, width: Int, only scale: Int?, _ rect: (Int, Int) -> Rect) {
    let largest = world.isASCII ? 0 : Letters.largestScale
    var tries = (0...largest).reversed().map { (scale: $0, isScarce: false) }
    // Letters that are read from afar are worth more than a list, but where there are hardly any rows at all.
    if area.height >= 30, largest > 0 { tries.insert((1, true), at: largest) }
    if let scale { tries = scale > largest ? [] : [(scale, true)] }
    for (scale, isScarce) in tries {
      header = BoardHeader(world, width: width, most: scale)
      headerRect = rect(area.height > 30 ? 1 : 0, header.height)
      noticeRect = rect(headerRect.maxY + 1, notices.height)
      let top = noticeRect.maxY + (area.height > 40 ? 1 : 0)
      if let block = nowBlock(world, scale: scale, isScarce: isScarce, rows: footer.y - top) {
        now = [block]
        (titleScale, isFitting) = (scale, true)
        nowRect = rect(top, min(footer.y - top, block.height))
        return isWide ? layoutWide(world, isScarce: isScarce, rect) : layoutNarrow(world, rect)
      }
      if scale == 0 { return layoutTable(world, top: top, rect) }
    }
  }

  /// What is on, with its titles of a size; nil where that takes too many rows.
  private func nowBlock(_ world: BoardWorld, scale: Int, isScarce: Bool, rows: Int) -> [BoardElement]? {
    let least = leastBelow(world, isScarce: isScarce, rows: rows)
    let room = max(3, rows - least - (least > 0 ? 1 : 0))
    let width = footer.width
    if world.schedule.phase == .day, world.schedule.running.count > 1 {
      let lines = NowGrid.lines(world.schedule.running, scale: scale, world, width: width, rows: room - 1)
      guard let lines else { return nil }
      var composer = BoardComposer(world, width: width)
      composer.label(NowBlock.badge, .badge, [])
      return composer.elements + lines.map { .line($0) }
    }
    let block = NowBlock(world, width: width)
    guard let plain = block.elements(scale: scale) else { return nil }
    // Beside large titles where and how long is large too, and one in plain letters is shown whatever it takes.
    let more = isScarce || !block.hasTime ? 0 : scale > 2 ? 9 : scale > 1 || world.isHurry ? 4 : 0
    if scale > 0, plain.height + more > room { return nil }
    return block.elements(scale: scale, rows: max(plain.height, room))
  }

  /// Rows that what stands below what is on needs at the least.
  private func leastBelow(_ world: BoardWorld, isScarce: Bool, rows: Int) -> Int {
    if world.hasOnlyThanks { return 0 }
    let width = isWide ? (footer.width - 3) / 2 : footer.width
    let next = NextBlock.parts(world, width: width, rows: 3, scale: 0).map(\.height).max() ?? 0
    if isScarce || world.settings.room != nil { return next }
    // A heading and a few lines of a list, and what keeps them apart.
    let least = min(rows / 2, next + (next > 0 ? 1 : 0) + (isWide ? 6 : 4))
    return isWide && area.height >= BoardLayout.codeFrom
      ? max(least, (codePicture(world)?.size.height ?? 0) + 1) : least
  }

  /// All rooms and nothing else, but what takes turns with them.
  private mutating func layoutTable(_ world: BoardWorld, top: Int, _ rect: (Int, Int) -> Rect) {
    isTable = true
    nowRect = rect(top, max(0, footer.y - top - 1))
    now = RoomTable.pages(world, width: nowRect.width, rows: nowRect.height)
    page = nowRect
  }

  /// The time, what is on and what comes next, and below them whatever there is room for.
  private mutating func layoutSmall(_ world: BoardWorld, width: Int, _ rect: (Int, Int) -> Rect) {
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
    next = NextBlock.parts(world, width: width, rows: 3, scale: 0)
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

  /// One below the other.
  private mutating func layoutNarrow(_ world: BoardWorld, _ rect: (Int, Int) -> Rect) {
    let below = nowRect.maxY + (footer.y - nowRect.maxY > 4 ? 1 : 0)
    let rows = footer.y - below
    // What comes next is large where a list has room below it all the same.
    let list = world.settings.room == nil ? 9 : 0
    next = NextBlock.parts(world, width: footer.width, rows: max(3, rows - list), scale: titleScale)
    if next.map(\.height).max() ?? 0 > rows {
      next = NextBlock.parts(world, width: footer.width, rows: max(2, rows), scale: 0)
    }
    nextRect = rect(below, max(0, min(next.map(\.height).max() ?? 0, rows)))
    let start = nextRect.isEmpty ? below : nextRect.maxY + (rows - nextRect.height > 4 ? 1 : 0)
    if footer.y - start >= 3, !world.hasOnlyThanks { page = rect(start, footer.y - start) }
  }

  /// What is on across the board; below it what comes next and today at the left, the pages at the right.
  private mutating func layoutWide(_ world: BoardWorld, isScarce: Bool, _ rect: (Int, Int) -> Rect) {
    let (width, margin) = (footer.width, footer.x)
    let left = (width - 3) / 2
    let below = nowRect.maxY
    let lower = footer.y - below - 1
    guard !world.hasOnlyThanks, lower > 1 else { return }
    // At a door, and where there is no room for lists, what comes next has all of the width.
    if lower < 6 || isScarce {
      next = NextBlock.parts(world, width: width, rows: lower, scale: titleScale)
      nextRect = Rect(x: margin, y: below + 1, width: width, height: min(lower, next.map(\.height).max() ?? 0))
      return
    }
    let list = world.schedule.today.isEmpty ? world.schedule.later : world.schedule.today
    let column = 1 + world.entries(list, width: left).reduce(0) { $0 + $1.count }
    // What comes next is larger than a list that is turned through anyway.
    let rows = max(3, lower - 1 - min(column + 1, max(5, lower / 2)))
    next = NextBlock.parts(world, width: left, rows: rows, scale: titleScale)
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
}
