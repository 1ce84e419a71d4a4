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
    // Nothing stays blank that would make the title larger.
    // In the last minutes at a door it is what is left that is large.
    while layout.mode == .full, !layout.isTable, !world.isHurry, case let blank = blankRows, blank > Board.air {
      let larger = BoardLayout(world, only: layout.titleScale + 1)
      let growth = (larger.now.first?.height ?? 0) - (layout.now.first?.height ?? 0)
      guard larger.isFitting, growth <= blank else { break }
      take(larger)
    }
  }

  /// Rows that keep things apart.
  private static let air = 4

  private mutating func take(_ layout: BoardLayout) {
    self.layout = layout
    pages = makePages()
    let column = Size(width: layout.today.width, height: layout.today.height - 1)
    todayParts = layout.today.isEmpty ? [] : makeColumn(column)
  }

  /// Rows above the footer on which nothing is, whichever page has its turn.
  private var blankRows: Int {
    var board = self
    board.world.turn = 0
    let buffer = BoardPainter.picture(board).buffer
    return (0..<max(0, min(layout.footer.y, buffer.size.height))).count { y in
      buffer.cells(inRow: y).allSatisfy { $0.base == 0x20 }
    }
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
