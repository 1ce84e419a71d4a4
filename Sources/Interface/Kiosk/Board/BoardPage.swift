import Agenda
import Catalogue
import Cells

/// One of the pages that turn by themselves: a heading and lines that fit the place.
struct BoardPage: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var role: BoardRole
  }

  typealias Line = [Piece]

  var title: String
  var lines: [Line]
  /// Shown instead of the lines.
  var code: CodePicture?
  /// Which part of a long one it is, `2/3`; empty where it is the only one.
  var part = ""
}

extension KioskState {
  /// Pages of a day at the most: whoever passes does not wait for the fiftieth, and a key shows everything.
  private static let mostTodayPages = 6
  private static let mostLaterPages = 4

  /// The pages for the place that they have on this screen.
  func makePages() -> [BoardPage] {
    let (width, height) = (layout.page.width, layout.page.height - 1)
    guard width >= 10, height >= 1 else { return [] }
    var pages: [BoardPage] = []
    if layout.today.isEmpty { pages += todayPages(width: width, height: height) }
    // On a wide board the later day takes the place of a day that is over.
    if layout.today.isEmpty || !schedule.today.isEmpty { pages += laterPages(width: width, height: height) }
    // A door tells of its room alone.
    guard settings.room == nil else { return pages }
    // After the end the column at the left has the first of them.
    let column = min(width, Layout.textWidth)
    if layout.today.isEmpty || schedule.phase != .after { pages += aboutPages(width: column, height: height) }
    pages += otherPages(width: column, height: height)
    return pages
  }

  /// What the column at the left has: the rest of today, or else the next day, or when all is over what it was about.
  func columnPages(width: Int, height: Int) -> [BoardPage] {
    if schedule.phase == .after { return aboutPages(width: min(width, Layout.textWidth), height: height) }
    return schedule.today.isEmpty
      ? laterPages(width: width, height: height) : todayPages(width: width, height: height)
  }

  private func laterPages(width: Int, height: Int) -> [BoardPage] {
    guard let day = schedule.laterDay else { return [] }
    let date = catalogue.days[day].date
    let distance = date.dayNumber - catalogue.conference.date(of: clock.now).dayNumber
    return split(
      BoardWords.day(BoardWords.weekdayAndDay(date), distance: distance), entries(schedule.later, width: width),
      height: height, most: KioskState.mostLaterPages)
  }

  func todayPages(width: Int, height: Int) -> [BoardPage] {
    split(
      BoardWords.restOfToday, entries(schedule.today, width: width), height: height, most: KioskState.mostTodayPages)
  }

  /// Entries on as many pages as they need, none of them torn apart, with air between them where there is room.
  ///
  /// Texts keep the air on every page. Of more than `most` pages the last says how many entries there are besides.
  func split(
    _ title: String, _ entries: [[BoardPage.Line]], height: Int, isText: Bool = false, most: Int? = nil
  ) -> [BoardPage] {
    let lineCount = entries.reduce(0) { $0 + $1.count }
    guard lineCount + entries.count > height || entries.isEmpty else {
      return [BoardPage(title: title, lines: [[]] + Array(entries.joined(separator: [[]])))]
    }
    var pages: [(lines: [BoardPage.Line], end: Int)] = []
    var lines: [BoardPage.Line] = []
    for (index, entry) in entries.enumerated() {
      func close() {
        if !lines.isEmpty { pages.append((lines, index)) }
        lines = []
      }
      let gap = isText && !lines.isEmpty ? 1 : 0
      if lines.count + gap + entry.count > height { close() } else if gap > 0 { lines.append([]) }
      // One that no page can hold is shown in parts.
      for line in entry {
        if lines.count == height { close() }
        lines.append(line)
      }
    }
    if !lines.isEmpty { pages.append((lines, entries.count)) }
    if let most, pages.count > most {
      pages.removeSubrange(most...)
      var (lines, end) = pages[most - 1]
      // The last entry gives way to the line that counts.
      while lines.count >= height, end > 0 {
        end -= 1
        lines.removeLast(min(lines.count, entries[end].count))
      }
      pages[most - 1].lines = lines + [[.init(text: BoardWords.and(entries.count - end), role: .dim)]]
    }
    return pages.enumerated().map { index, page in
      BoardPage(
        title: title, lines: page.lines, part: pages.count > 1 ? BoardWords.page(index + 1, of: pages.count) : "")
    }
  }
}
