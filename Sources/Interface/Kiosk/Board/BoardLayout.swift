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
  var next: [BoardElement] = []
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
    header = BoardHeader(world, width: width)
    headerRect = rect(area.height > 30 ? 1 : 0, header.height)
    footer = rect(area.height - 1, 1)
    notices = NoticeBlock.elements(world, width: width, rows: max(2, area.height / 7))
    noticeRect = rect(headerRect.maxY + 1, notices.height)
    let top = noticeRect.maxY + (area.height > 40 ? 1 : 0)
    if size.width >= 110 { layoutWide(world, top: top, rect) } else { layoutNarrow(world, top: top, rect) }
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
    now = NowBlock.parts(world, width: width, rows: 1)
    let top = noticeRect.maxY + gap
    nowRect = rect(top, max(0, min(area.height - top, now.map(\.height).max() ?? 0)))
    next = NextBlock.elements(world, width: width, rows: 3)
    let start = nowRect.maxY + 1
    // Half of it would say less than nothing.
    if next.height > area.height - start { next = [] }
    nextRect = rect(start, next.height)
    let below = next.isEmpty ? start : nextRect.maxY + 1
    // The hint has the last row where that is free.
    if area.height - below >= 1 { footer = rect(area.height - 1, 1) }
    if footer.y - below >= 3 { page = rect(below, footer.y - below) }
  }

  /// One below the other.
  private mutating func layoutNarrow(_ world: BoardWorld, top: Int, _ rect: (Int, Int) -> Rect) {
    let rows = footer.y - top
    // At a door that is about to close, what is left matters more than the rest of the day.
    let least = world.hasOnlyThanks ? 0 : world.isHurry ? 4 : 7
    next = NextBlock.elements(world, width: footer.width, rows: 3)
    now = NowBlock.parts(world, width: footer.width, rows: max(3, rows - least - next.height - 1))
    nowRect = rect(top, min(rows, now.map(\.height).max() ?? 0))
    let below = nowRect.maxY + 1
    nextRect = rect(below, max(0, min(next.height, footer.y - below)))
    let start = nextRect.isEmpty ? below : nextRect.maxY + 1
    page = rect(start, max(0, footer.y - start))
  }

  /// What is on across the board; below it what comes next and today at the left, the pages at the right.
  private mutating func layoutWide(_ world: BoardWorld, top: Int, _ rect: (Int, Int) -> Rect) {
    let (rows, width, margin) = (footer.y - top, footer.width, footer.x)
    let left = (width - 3) / 2
    let isBare = world.hasOnlyThanks
    let today = world.entries(world.schedule.today, width: left).reduce(0) { $0 + $1.count }
    // Today, its heading, what comes next in plain letters, and what keeps them apart.
    let least = isBare ? 0 : min(max(12, rows * 2 / 5, today + 8), rows * 3 / 5)
    now = NowBlock.parts(
      world, width: width, rows: max(3, rows - least - 1), most: isBare ? nil : rows - 11)
    nowRect = rect(top, min(rows, now.map(\.height).max() ?? 0))
    let below = nowRect.maxY + 1
    guard !isBare, footer.y - below > 2 else { return }
    // What comes next has the room that the column below leaves, and a third of it where that does not fit anyway.
    let lower = footer.y - below - 2
    let column = today > 0 ? today : world.entries(world.schedule.later, width: left).reduce(0) { $0 + $1.count }
    let free = lower - 2 - column
    next = NextBlock.elements(world, width: left, rows: free >= 3 ? free : max(3, least / 3), scale: titleScale)
    nextRect = Rect(x: margin, y: below + 1, width: left, height: min(next.height, footer.y - below - 1))
    let start = nextRect.isEmpty ? below + 1 : nextRect.maxY + 1
    self.today = Rect(x: margin, y: start, width: left, height: max(0, footer.y - start - 1))
    page = Rect(x: margin + left + 3, y: below + 1, width: width - left - 3, height: max(0, lower))
  }

  /// How large the title of what is on is set; 0 in plain letters.
  private var titleScale: Int {
    now.joined().reduce(0) { largest, element in
      if case .large(let text, .title) = element { return max(largest, text.scale) }
      return largest
    }
  }
}
