import Agenda
import Catalogue
import Cells

/// The board in the foyer or at a door: what it reads, where everything stands, and the pages that turn.
struct Board {
  private(set) var world: BoardWorld
  private(set) var layout = BoardLayout()
  /// The pages that turn by themselves.
  private(set) var pages: [BoardPage] = []
  /// What stands in the column of its own that a wide board has for today, in parts that fit.
  private(set) var todayParts: [BoardPage] = []
  /// The board while a page of its own stands at the right of what is on: the code of the conference's address, and lists
  /// where there is no room for them below.
  private(set) var asideLayout = BoardLayout()
  private(set) var asides: [BoardPage] = []

  /// What all of that was made for; another means making it anew.
  private struct Made: Equatable {
    var minute: Int64
    var size: Size
    var revision: Int
    /// Notices may take turns.
    var turn: Int
  }

  private var made: Made?
  /// Counts agendas and notices.
  private var revision = 0

  init(_ world: BoardWorld) {
    self.world = world
    settle()
  }

  /// Counts the ten minutes after which the picture is moved, by the wall's clock.
  var era: Int64 { world.clock.now.seconds / 600 }

  // What happens

  mutating func resize(to size: Size) { world.size = size }
  mutating func advance(to now: Instant) { world.clock.now = now }

  mutating func turnPages(by turns: Int64) {
    // A multiple of every count of pages, so that the number never grows beyond bounds.
    world.turn = (world.turn + Int(clamping: turns)) % 720_720
  }

  mutating func showFirstPages() { world.turn = 0 }

  mutating func adopt(_ theme: Theme.Name, isLightTerminal: Bool, hasFewColors: Bool) {
    world.theme = theme
    world.settings.isLightTerminal = isLightTerminal
    world.settings.hasFewColors = hasFewColors
    revision += 1
  }

  mutating func setAge(_ time: Instant?) {
    guard time != world.asOf else { return }
    world.asOf = time
    revision += 1
  }

  mutating func replace(_ notices: [Notice]) {
    world.notices = notices
    revision += 1
  }

  mutating func replace(_ catalogue: Catalogue) {
    world.replace(catalogue)
    revision += 1
  }

  /// Brings what is shown up to date; what has not changed costs nothing.
  mutating func settle() {
    let made = Made(
      minute: world.clock.nextMinute.seconds, size: world.size, revision: revision,
      turn: world.notices.isEmpty ? 0 : world.turn)
    guard made != self.made else { return }
    self.made = made
    world.settle()
    take(BoardLayout(world))
    grow()
    widen()
    makeAsides()
  }

  /// Rows that keep things apart, besides the one by which the picture is moved.
  private static let air = 3

  /// Nothing stays blank that would make the title larger; in the last minutes at a door it is what is left that is large.
  private mutating func grow() {
    guard layout.mode == .full, !layout.isTable, !world.isHurry else { return }
    for size in BoardLayout.sizes(world).reversed() where size > layout.titleSize {
      guard blankRows > Board.air else { return }
      for rest in size <= world.letters.afar ? [BoardLayout.Rest.next] : [.few, .fewest] {
        let larger = BoardLayout(world, size: size, rest: rest)
        guard larger.isFitting else { continue }
        take(larger)
        break
      }
    }
  }

  /// Letters of the same height are as wide as they can be without another line.
  private mutating func widen() {
    guard layout.mode == .full, !layout.isTable, let size = layout.titleSize.wider,
      BoardLayout.sizes(world).contains(size)
    else { return }
    let wider = BoardLayout(world, size: size, rest: .next)
    if wider.isFitting, wider.nowRect.maxY <= layout.nowRect.maxY { take(wider) }
  }

  private mutating func take(_ layout: BoardLayout) {
    self.layout = layout
    pages = makePages()
    let column = Size(width: layout.today.width, height: layout.today.height - 1)
    todayParts = layout.today.isEmpty ? [] : makeColumn(column)
  }

  /// The most rows above the footer on which nothing is while one of the pages has its turn.
  private var blankRows: Int {
    let blank = layout.blankRows(today: todayParts.first)
    return pages.map { page in blank.count { !page.covers(row: $0 - layout.page.y) } }.max() ?? blank.count
  }

  // What a turn shows

  enum Turn: Equatable {
    /// What is on and comes next, and a page below or beside it.
    case board(page: Int?)
    /// A part of the table of all rooms.
    case table(part: Int)
    /// A page in the place of the table.
    case page(Int)
    /// What is on and comes next, and a page at the right of both.
    case aside(Int)
  }

  var turn: Turn {
    let turn = world.turn
    if layout.isTable {
      let parts = max(1, layout.now.count)
      if pages.isEmpty { return .table(part: turn % parts) }
      let part = turn % (parts + 1)
      return part < parts ? .table(part: part) : .page(turn / (parts + 1) % pages.count)
    }
    // Without pages below it what is on stands alone in between.
    let slot = turn % turnCount
    if pages.isEmpty {
      return asides.isEmpty || slot % 2 == 0 ? .board(page: nil) : .aside(slot / 2)
    }
    return slot < pages.count ? .board(page: slot) : .aside(slot - pages.count)
  }

  /// Turns after which the board has shown all that it has to tell.
  var turnCount: Int {
    if layout.isTable { return max(1, layout.now.count + (pages.isEmpty ? 0 : 1)) * max(1, pages.count) }
    return pages.isEmpty ? max(1, 2 * asides.count) : pages.count + asides.count
  }

  /// Columns of lists beside what is on.
  private static let asideWidth = 34

  /// The code of the conference's address where it stands nowhere else, and lists that have no room below.
  private mutating func makeAsides() {
    (asides, asideLayout) = ([], BoardLayout())
    guard layout.mode == .full, !layout.isTable, !world.hasOnlyThanks else { return }
    let hasLists = !layout.page.isEmpty || world.settings.room != nil
    let place = Size(width: layout.footer.width - 27, height: layout.footer.y - layout.nowRect.y - 1)
    let codes = TakeAlongPage.pages(world, in: place, isScarce: true, hasCode: layout.code != nil).filter { code in
      !pages.contains { $0.code != nil && $0.isConference == code.isConference }
    }
    guard !codes.isEmpty || !hasLists else { return }
    let widest = codes.compactMap { $0.code?.size.width }.max() ?? 0
    let width = max(widest, hasLists ? 0 : min(Board.asideWidth, layout.footer.width / 2))
    let aside = BoardLayout(world, beside: width, of: layout)
    guard aside.isFitting else { return }
    asideLayout = aside
    let column = Size(width: aside.page.width, height: aside.page.height - 1)
    asides = (hasLists ? [] : TodayPage.pages(world, in: column) + LaterPage.pages(world, in: column)) + codes
  }

  // Which pages there are

  /// Every page has the place that they share on this screen, and stands under its heading.
  private func makePages() -> [BoardPage] {
    let place = Size(width: layout.page.width, height: layout.page.height - 1)
    guard place.width >= 10, place.height >= 1 else { return [] }
    let hasColumn = layout.hasColumns && !layout.today.isEmpty
    var pages: [BoardPage] = []
    if !hasColumn { pages += TodayPage.pages(world, in: place) }
    // On a wide board the later day takes the place of a day that is over.
    if !hasColumn || !world.schedule.today.isEmpty { pages += LaterPage.pages(world, in: place) }
    // A door tells of its room alone.
    guard world.settings.room == nil else { return pages }
    let text = Board.textPlace(place)
    // After the end the column at the left has the first of them.
    if !hasColumn || world.schedule.phase != .after { pages += AboutPage.pages(world, in: text) }
    pages += BackgroundPage.pages(world, in: text)
    pages += OrganizersPage.pages(world, in: text)
    pages += TakeAlongPage.pages(world, in: text, hasCode: layout.code != nil)
    return pages
  }

  /// The rest of today, or else the next day, or when all is over what it was about.
  private func makeColumn(_ place: Size) -> [BoardPage] {
    if world.schedule.phase == .after { return AboutPage.pages(world, in: Board.textPlace(place)) }
    return world.schedule.today.isEmpty ? LaterPage.pages(world, in: place) : TodayPage.pages(world, in: place)
  }

  /// Text is set no wider than is good to read.
  private static func textPlace(_ place: Size) -> Size {
    Size(width: min(place.width, Layout.textWidth), height: place.height)
  }
}
