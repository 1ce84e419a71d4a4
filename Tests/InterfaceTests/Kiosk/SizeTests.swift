import Agenda
import Catalogue
import Cells
import Interchange
import Testing

@testable import Interface

/// Size goes to what matters: the title of what is on is the largest thing on the board, at every size and at any time.
struct SizeTests {
  static let sizes = [
    Size(width: 80, height: 24), .init(width: 120, height: 38), .init(width: 132, height: 43),
    .init(width: 160, height: 48), .init(width: 240, height: 67),
  ]

  private static let delay = Notice(late: 10)
  private static let notice = Notice(text: Text("Lunch is in the garden, behind the museum"), level: .change)

  /// The times at which things are different: before, in the morning, in a break, in working sessions, at night, between.
  private static let moments: [(String, Instant, [Notice])] = [
    ("before", Sample.at(2, 12), []), ("morning", Sample.at(4, 8), []), ("opening", Sample.at(4, 9, 41), []),
    ("break", Sample.at(4, 10, 45), []), ("gap", Sample.at(4, 13, 30), []), ("dinner", Sample.at(4, 20), []),
    ("night", Sample.at(5, 0, 30), []), ("between", Sample.at(5, 2), []), ("after", Sample.at(6, 12), []),
    ("delay", Sample.at(4, 9, 41), [delay]), ("notice", Sample.at(4, 9, 41), [notice]),
    ("several", Sample.at(4, 12), []),
  ]

  /// Titles from a word to what no board can set in large letters.
  private static let titles = [
    "Lunch", "Welcome and Introductions", "Human Rights and Elections – working together in closing civic space",
    "Observers, courts and commissions: what a plan of action can ask of each of them, and what it cannot, in the year "
      + "before an election and in the year after it, country by country",
    "A title that goes on " + String(repeating: "and on ", count: 60),
  ]

  /// Every size with quarters of cells, and those of consoles without.
  private static let kinds = sizes.map { ($0, true) } + sizes.prefix(2).map { ($0, false) }

  @Test("The sample conference at all times of its days", arguments: kinds)
  func sample(size: Size, hasQuarters: Bool) throws {
    for (name, now, notices) in Self.moments {
      for room in [nil, "main"] as [Room.ID?] {
        let foyer = try Foyer(
          width: size.width, height: size.height, at: now, notices: notices, letters: Letters(hasQuarters: hasQuarters)
        ) { $0.room = room }
        Self.expectLargest(foyer, "\(name) at \(room ?? "the foyer")")
      }
    }
  }

  @Test("Letters are as wide as a title of that height can be without another line", arguments: sizes)
  func width(size: Size) throws {
    for title in Self.titles {
      var agenda = Sample.agenda()
      agenda.sessions[1].title = Text(title)
      let board = try Foyer(agenda, width: size.width, height: size.height).kiosk.board
      let (world, layout) = (board.world, board.layout)
      guard let wider = layout.titleSize.wider else { continue }
      func height(_ size: LetterSize) -> Int {
        world.letters.title(title, size: size, width: layout.nowRect.width)?.height ?? .max
      }
      #expect(height(wider) > height(layout.titleSize), "\(layout.titleSize) for \(title.prefix(40)) at \(size)")
    }
  }

  @Test("Titles of every length, while what comes next is always told", arguments: kinds)
  func lengths(size: Size, hasQuarters: Bool) throws {
    for title in Self.titles {
      var agenda = Sample.agenda()
      agenda.sessions[1].title = Text(title)
      for notices in [[], [Self.notice]] {
        let foyer = try Foyer(
          agenda, width: size.width, height: size.height, notices: notices, letters: Letters(hasQuarters: hasQuarters))
        Self.expectLargest(foyer, String(title.prefix(40)))
        #expect(foyer.shows("Coffee break") && foyer.shows("in 49 min"), "\(foyer.screen)")
      }
    }
  }

  @Test("The shipped conference, whose working sessions have long titles", arguments: sizes)
  func shipped(size: Size) throws {
    let agenda = try #require(BundleReader().read(Checkout.shippedBundle).agenda)
    for session in agenda.sessions {
      let foyer = try Foyer(
        agenda, width: size.width, height: size.height, at: session.start.advanced(by: 600), notices: [Self.delay])
      Self.expectLargest(foyer, session.title.string(for: ["en"]))
      guard size.width >= 120, foyer.kiosk.board.world.schedule.running.count == 1 else { continue }
      #expect(foyer.kiosk.board.layout.titleSize >= .narrow, "four rows high:\n\(foyer.screen)")
    }
  }

  @Test("An emergency has the screen, in letters as large as they fit", arguments: sizes)
  func emergency(size: Size) throws {
    let notice = Notice(text: Text("Leave the building"), level: .emergency)
    var foyer = try Foyer(width: size.width, height: size.height, notices: [notice])
    #expect(
      foyer.showsLarge("Leave") && foyer.showsLarge("building") && !foyer.shows("NOW") && foyer.shows("EMERGENCY"),
      "\(foyer.screen)")
    foyer.send(.notices([]))
    #expect(foyer.shows("NOW"))
  }

  @Test("Thirty rooms: all that is on within two pages, and no large letters for anything else", arguments: sizes)
  func rooms(size: Size) throws {
    guard Checkout.read(LargeDays.path) != nil else {
      print("No schedule in ../shared/data: thirty rooms are not looked at.")
      return
    }
    let agenda = try Import.read(
      try ImportSource.bytes(at: LargeDays.path), name: "fosdem-2026.xml", today: CalendarDate(dayNumber: 20_484)
    ).agenda
    var foyer = try Foyer(agenda, width: size.width, height: size.height, at: LargeDays.at(0, 8))
    for (hour, minute) in [(9, 0), (12, 0), (18, 20), (23, 0)] {
      foyer.set(LargeDays.at(0, hour, minute))
      foyer.kiosk.board.showFirstPages()
      Self.expectLargest(foyer, "\(hour):\(minute)")
      let board = foyer.kiosk.board
      let running = board.world.schedule.running
      guard running.count > 8 else { continue }
      let parts = board.layout.isTable ? board.layout.now.count : 1
      if size.width == 120 { #expect(parts <= 2, "\(parts) pages at \(hour):\(minute)") }
      var seen = ""
      for _ in 0..<parts {
        seen += foyer.screen + "\n"
        foyer.wait(seconds: 15)
      }
      for session in running {
        let first = wrap(session.row.title, width: 24).first ?? ""
        #expect(seen.contains(first), "\(first) in \(session.row.room)")
      }
    }
  }

  /// Nothing is larger than the title, lists have no rows that it needs to be read from afar, and no more than four rows are
  /// blank where it could be larger: at the first turn, at one in between, and at the last, which shows what stands beside.
  private static func expectLargest(_ foyer: Foyer, _ what: String) {
    var foyer = foyer
    let turns = foyer.kiosk.board.turnCount
    var shown = 0
    for turn in Set([0, turns / 2, turns - 1]).sorted() {
      if turn > shown {
        foyer.kiosk.board.turnPages(by: Int64(turn - shown))
        update(&foyer.kiosk, .time(foyer.kiosk.board.world.clock.now, uptime: foyer.uptime))
        shown = turn
      }
      expectLargest(foyer, turn: "\(what) at \(foyer.buffer.size), turn \(turn) of \(turns)")
    }
  }

  private static func expectLargest(_ foyer: Foyer, turn what: String) {
    let (board, world) = (foyer.kiosk.board, foyer.kiosk.board.world)
    var layout = board.layout
    if case .aside = board.turn { layout = board.asideLayout }
    if case .page = board.turn { return }
    guard layout.mode == .full, !world.isHurry else { return }
    let title = layout.titleSize
    let others = sizesBesideTitle(layout, world)
    #expect(others.allSatisfy { $0 <= title }, "\(others) beside \(title): \(what)\n\(foyer.screen)")

    let buffer = foyer.buffer
    let blank = (0..<buffer.size.height).count { y in buffer.cells(inRow: y).allSatisfy { $0.base == 0x20 } }
    let larger = world.letters.sizes.reversed().filter { $0 > title }.prefix(4)
    if case .table = board.turn {
      guard blank > 4, world.turn < layout.now.count else { return }
      for size in larger {
        let pages = RoomTable.pages(
          world, size: size, width: layout.nowRect.width, rows: layout.nowRect.height, most: layout.now.count)
        #expect(pages == nil, "\(blank) blank rows in a table that could be \(size): \(what)\n\(foyer.screen)")
      }
      return
    }
    for size in larger where size <= world.letters.afar || blank > 4 {
      // From afar it is to be read before a list has any row; beyond that a heading and two lines stay.
      let list = size <= world.letters.afar || board.pages.isEmpty ? 0 : 4
      guard let needed = rows(size, world, width: layout.nowRect.width) else { continue }
      #expect(
        needed + list > layout.footer.y - layout.nowRect.y,
        "\(blank) blank rows, where \(size) takes \(needed) instead of \(title): \(what)\n\(foyer.screen)")
    }
  }

  /// How large everything is that is no title.
  private static func sizesBesideTitle(_ layout: BoardLayout, _ world: BoardWorld) -> [LetterSize] {
    var sizes = [layout.header.clock]
    // The room of a door is a title too.
    if world.settings.room == nil, let large = layout.header.large { sizes.append(large.size) }
    for element in (layout.next + layout.now).joined() {
      switch element {
      case .large(let text, let role):
        // While nothing is on, what comes next has the place of the title.
        if role == .nextTitle, world.schedule.phase == .day, !world.schedule.running.isEmpty { sizes.append(text.size) }
      case .progress(_, let large?): sizes.append(large.size)
      case .banner(let banner): sizes.append(banner.badge.size)
      case .progress, .line, .blank: break
      }
    }
    return sizes
  }

  /// The rows of what is on with its title of a size, and of what comes next in plain letters; nil where there are no such
  /// letters.
  private static func rows(_ size: LetterSize, _ world: BoardWorld, width: Int) -> Int? {
    let next = NextBlock.parts(world, width: width, rows: 3, size: .plain).map(\.height).max().map { $0 + 1 } ?? 0
    if world.schedule.phase == .day, world.schedule.running.count > 1 {
      return NowGrid.lines(world.schedule.running, size: size, world, width: width, rows: 1_000).map {
        $0.count + 1 + next
      }
    }
    return NowBlock(world, width: width).elements(size: size).map { $0.height + next }
  }
}
