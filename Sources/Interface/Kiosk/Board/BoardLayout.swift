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

  init(_ kiosk: KioskState) {
    let size = kiosk.size
    area = Rect(
      x: 0, y: 0, width: size.width - (size.width > 20 ? 1 : 0), height: size.height - (size.height > 8 ? 1 : 0))
    guard size.width >= 20, size.height >= 5 else { return }
    let margin = size.width < 60 ? 1 : 2
    let width = area.width - 2 * margin
    func rect(_ y: Int, _ height: Int) -> Rect { Rect(x: margin, y: y, width: width, height: height) }
    guard size.width >= 50, size.height >= 16 else {
      mode = .small
      headerRect = rect(0, 1)
      now = NowBlock.parts(kiosk, width: width, rows: 1)
      nowRect = rect(2, min(area.height - 2, now.map(\.height).max() ?? 0))
      next = NextBlock.elements(kiosk, width: width, rows: 3)
      nextRect = rect(nowRect.maxY + 1, max(0, area.height - nowRect.maxY - 1))
      return
    }
    mode = .full
    header = BoardHeader(kiosk, width: width)
    headerRect = rect(area.height > 30 ? 1 : 0, header.height)
    footer = rect(area.height - 1, 1)
    notices = BoardNotices.elements(kiosk, width: width, rows: max(2, area.height / 7))
    noticeRect = rect(headerRect.maxY + 1, notices.height)
    let top = noticeRect.maxY + (area.height > 30 ? 1 : 0)
    let rows = footer.y - top
    let isWide = size.width >= 110
    let least = isWide ? max(12, rows * 2 / 5) : 7
    next = NextBlock.elements(kiosk, width: isWide ? width / 2 - 2 : width, rows: isWide ? least / 2 : 3)
    let nowRows = rows - least - (isWide ? 1 : next.height + 1)
    now = NowBlock.parts(
      kiosk, width: width, rows: max(3, nowRows), most: isWide ? rows - 11 : nil)
    nowRect = rect(top, min(rows, now.map(\.height).max() ?? 0))
    let below = nowRect.maxY + 1
    if isWide, kiosk.schedule.today.isEmpty, kiosk.schedule.laterDay == nil, next.isEmpty {
      page = rect(below + 1, max(0, footer.y - below - 2))
    } else if isWide {
      let left = (width - 3) / 2
      nextRect = Rect(x: margin, y: below + 1, width: left, height: min(next.height, footer.y - below - 1))
      let start = nextRect.isEmpty ? below + 1 : nextRect.maxY + 1
      today = Rect(x: margin, y: start, width: left, height: max(0, footer.y - start - 1))
      page = Rect(x: margin + left + 3, y: below + 1, width: width - left - 3, height: max(0, footer.y - below - 2))
    } else {
      nextRect = rect(below, min(next.height, footer.y - below))
      let start = nextRect.isEmpty ? below : nextRect.maxY + 1
      page = rect(start, max(0, footer.y - start))
    }
  }
}
