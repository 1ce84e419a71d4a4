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

  @Test("The sample conference", arguments: sizes)
  func sample(size: Size) throws {
    for (name, now, notices) in Self.moments {
      for room in [nil, "main"] as [Room.ID?] {
        let foyer = try Foyer(width: size.width, height: size.height, at: now, notices: notices) { $0.room = room }
        Self.expectLargest(foyer, "\(name) at \(room ?? "the foyer")")
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
      guard size == Size(width: 120, height: 38), foyer.kiosk.board.world.schedule.running.count == 1 else { continue }
      #expect(foyer.kiosk.board.layout.titleScale >= 1, "four rows high:\n\(foyer.screen)")
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
    for (hour, minute) in [(9, 0), (9, 35), (12, 0), (15, 10), (18, 20), (23, 0)] {
      var foyer = try Foyer(agenda, width: size.width, height: size.height, at: LargeDays.at(0, hour, minute))
      Self.expectLargest(foyer, "\(hour):\(minute)")
      let board = foyer.kiosk.board
      let running = board.world.schedule.running
      guard running.count > 8 else { continue }
      let parts = board.layout.now.count
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

  /// Nothing is larger than the title, and no more than four rows are blank where it could be larger.
  private static func expectLargest(_ foyer: Foyer, _ what: String) {
    let (layout, world) = (foyer.kiosk.board.layout, foyer.kiosk.board.world)
    let screen = "\(what) at \(world.size.width)x\(world.size.height)"
    let scale = layout.titleScale
    var others = [layout.header.scale, layout.header.large?.scale ?? 0]
    for case .large(let text, let role) in (layout.next + layout.now).joined() where role != .title {
      if world.schedule.phase != .day || !world.schedule.running.isEmpty { others.append(text.scale) }
    }
    if world.isHurry { return }
    #expect(others.allSatisfy { $0 <= scale }, "\(others) beside \(scale): \(screen)\n\(foyer.screen)")
    // A table tells of rooms, not of one title.
    guard !layout.isTable, layout.mode == .full else { return }
    let blank = foyer.lines.prefix(layout.footer.y).count { $0.allSatisfy { $0 == " " } }
    guard blank > 4 else { return }
    let growth = BoardLayout(world, only: scale + 1)
    #expect(
      !growth.isFitting || growth.now.joined().count == 0 || growth.now[0].height - layout.now[0].height > blank,
      "\(blank) blank rows: \(screen)\n\(foyer.screen)")
  }
}
