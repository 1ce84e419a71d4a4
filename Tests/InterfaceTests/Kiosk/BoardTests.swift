import Agenda
import Catalogue
import Cells
import CodeReader
import Testing

@testable import Interface

struct BoardTests {
  static let sizes = [
    Size(width: 80, height: 24), .init(width: 132, height: 43), .init(width: 160, height: 48),
    .init(width: 240, height: 67),
  ]

  @Test("At 80x24 it is what one reads from two metres")
  func small() throws {
    let foyer = try Foyer()
    #expect(
      foyer.screen == """
          Elections and Rights                                               09:41:00
          Monday 4 December 2017 · The Hall, Atlanta · times in EST
          ───────────────────────────────────────────────────────────────────────────
           NOW   09:00-10:30  Main Hall
          █   █      █                                       █
          █ ▄ █ ▄▀▀▄ █  ▄▀▀▀ ▄▀▀▄ █▀█▀▄ ▄▀▀▄     ▀▀▄ █▀▀▄ ▄▀▀█
          █▄▀▄█ █▀▀▀ █  █    █  █ █ █ █ █▀▀▀    ▄▀▀█ █  █ █  █
          ▀   ▀  ▀▀▀  ▀  ▀▀▀  ▀▀  ▀ ▀ ▀  ▀▀▀     ▀▀▀ ▀  ▀  ▀▀▀

          ▀█▀       █               █            █   ▀
           █  █▀▀▄ ▀█▀▀ █▄▀ ▄▀▀▄ ▄▀▀█ █  █ ▄▀▀▀ ▀█▀▀ █ ▄▀▀▄ █▀▀▄ ▄▀▀▀
           █  █  █  █   █   █  █ █  █ █  █ █     █   █ █  █ █  █  ▀▀▄
          ▀▀▀ ▀  ▀   ▀▀ ▀    ▀▀   ▀▀▀  ▀▀▀  ▀▀▀   ▀▀ ▀  ▀▀  ▀  ▀ ▀▀▀
          Zoë Müller, Ábel Ruiz
          ████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  49 min left

           NEXT   in 49 min  10:30-11:00
          Coffee break
          The rest of today                                                       1/2
          10:30  Coffee break
          11:00  Treaty bodies and election observation · Main Hall
          11:30  Courts before election day · Blue Room  not yet certain
          Times may still change                         Press any key to look around

        """)
  }

  @Test("Titles are large where there is room, and stand whole where there is none", arguments: sizes)
  func titles(size: Size) throws {
    let foyer = try Foyer(width: size.width, height: size.height)
    #expect(foyer.kiosk.board.layout.titleSize >= .narrow && foyer.showsLarge("Introductions"))
    #expect(foyer.shows("49 min left") && foyer.shows("09:00-10:30") && foyer.shows("Main Hall"))
    #expect(foyer.shows("in 49 min"))
    var agenda = Sample.agenda()
    agenda.sessions[1].title = Text("A title " + String(repeating: "that goes on and on ", count: 40) + "to its END")
    let long = try Foyer(agenda, width: size.width, height: size.height)
    #expect(long.shows("END") && long.shows("49 min left"))
  }

  @Test("A small board tells of the key too, where a row is free")
  func hint() throws {
    #expect(try Foyer(width: 40, height: 12).shows("Press any key to look around"))
    #expect(try !Foyer(width: 40, height: 5).shows("Press any key"))
  }

  @Test("What is left, and when and where, are as large as there is room for")
  func large() throws {
    #expect(try Foyer().shows("49 min left"))
    let wall = try Foyer(width: 240, height: 67)
    #expect(wall.showsLarge("49 min left") && wall.showsLarge("NOW") && wall.showsLarge("Coffee break"))
    #expect(wall.showsLarge("09:00-10:30") && wall.showsLarge("Main Hall"))
  }

  @Test("What comes next is never larger than what is on, and nothing is lost of a long title", arguments: sizes)
  func proportion(size: Size) throws {
    var agenda = Sample.agenda()
    agenda.sessions[1].title = Text("A title " + String(repeating: "that goes on and on ", count: 40) + "to its END")
    let foyer = try Foyer(agenda, width: size.width, height: size.height)
    #expect(!foyer.showsLarge("Coffee break") && foyer.shows("Coffee break"))
  }

  @Test("Pages turn by themselves and tell what else there is", arguments: sizes)
  func pages(size: Size) throws {
    var foyer = try Foyer(width: size.width, height: size.height)
    let turns = foyer.turns().joined()
    for words in [
      "Tomorrow, Tuesday 5 December", "Closing civic space", "About the conference", "What observers can ask for",
      "To agree on one list.", "How it came about", "Launch of the project", "February 2015", "A plan for three",
      "Who is organising it", "The Institute",
    ] {
      #expect(turns.contains(words), "\(words)")
    }
    #expect(foyer.screen.contains("The rest of today") || size.width < 110)
  }

  @Test("The address of what is on has a turn of its own", arguments: [Theme.Name.dark, .light, .mono])
  func code(theme: Theme.Name) throws {
    var foyer = try Foyer(width: 160, height: 60, theme: theme)
    var codes: Set<String> = []
    for _ in 0..<foyer.kiosk.board.turnCount {
      if foyer.screen.contains("To take along") {
        let address = codes.isEmpty ? "https://example.org/slides" : "https://example.org/conference"
        try CodeReader.expect(address, in: CodeReader.image(of: foyer.buffer))
        codes.insert(address)
      }
      foyer.wait(seconds: Int64(foyer.kiosk.board.world.settings.turn))
    }
    #expect(codes.count == 2)
  }

  @Test("A very large board has the conference's address as a code all the time")
  func lastingCode() throws {
    var foyer = try Foyer(width: 300, height: 90)
    #expect(foyer.kiosk.board.layout.code != nil)
    for _ in 0..<2 {
      try CodeReader.expect("https://example.org/conference", in: CodeReader.image(of: foyer.buffer))
      foyer.wait(seconds: Int64(foyer.kiosk.board.world.settings.turn))
    }
  }

  @Test(
    "The conference's address is a code once in every turn of the board, and costs the title nothing at the others",
    arguments: [Size(width: 80, height: 24), .init(width: 120, height: 38), .init(width: 132, height: 43)],
    [Theme.Name.dark, .light, .mono])
  func conferenceCode(size: Size, theme: Theme.Name) throws {
    let delay = Notice(text: Text("Lunch is in the garden, behind the museum"), level: .change)
    let moments = [(9, 41, []), (10, 45, []), (12, 0, []), (20, 0, []), (9, 41, [delay])]
    for (hour, minute, notices) in moments {
      var foyer = try Foyer(
        width: size.width, height: size.height, at: Sample.at(4, hour, minute), theme: theme, notices: notices)
      let turns = foyer.kiosk.board.turnCount
      var codes = 0
      for _ in 0..<turns {
        defer { foyer.wait(seconds: 15) }
        let board = foyer.kiosk.board
        let isLight = (0..<size.height).contains { y in
          foyer.buffer.cells(inRow: y).count { [0x2580, 0x2584].contains($0.base) } > 20
        }
        switch board.turn {
        case .aside(let aside) where board.asides[aside].isConference: codes += 1
        case .page(let page), .board(let page?):
          guard board.pages[page].isConference else { continue }
          codes += 1
        default: continue
        }
        #expect(isLight && foyer.shows("To take along"))
        try CodeReader.expect("https://example.org/conference", in: CodeReader.image(of: foyer.buffer))
      }
      #expect(codes == 1, "\(codes) codes at \(size), \(hour):\(minute)")
    }
  }

  @Test("Nothing is cut in mid-word, at any size", arguments: [80, 100, 132, 160, 240], [16, 24, 43, 67])
  func whole(width: Int, height: Int) throws {
    var foyer = try Foyer(width: width, height: height)
    for screen in foyer.turns() { #expect(!screen.contains("…"), "\(width)x\(height):\n\(screen)") }
  }

  @Test("A gap, the days between, before and after have words of their own")
  func phases() throws {
    func screen(_ now: Instant) throws -> String { try Foyer(at: now, isASCII: true).screen }
    let gap = try screen(Sample.at(4, 13, 30))
    #expect(gap.contains("Nothing is on just now") && gap.contains("in 5 h 30") && gap.contains("Dinner"))
    let between = try screen(Sample.at(5, 1, 30))
    #expect(between.contains("Continues today at 09:00"), "an hour and a half past midnight")
    #expect(try screen(Sample.at(5, 5)).contains("in 4 h"))
    #expect(try screen(Sample.at(-9, 12)).contains("Begins in 12 days"))
    #expect(try screen(Sample.at(2, 12)).contains("Begins tomorrow"))
    #expect(try screen(Sample.at(3, 16)).contains("Begins in 1 h"))
    #expect(try screen(Sample.at(5, 18)).contains("Thank you for coming"))
    #expect(try screen(Sample.at(4, 20)).contains("end open"))
  }

  @Test("Several sessions at once stand side by side, and take turns where they do not fit")
  func rooms() throws {
    let two = try Foyer(at: Sample.at(4, 12))
    for words in ["Main Hall", "Blue Room", "Courts before", "30 min left", "1 h left"] {
      #expect(two.shows(words), "\(words)")
    }
    var many = try Foyer(Sample.crowded(60), at: Sample.at(4, 10, 30))
    let running = many.kiosk.board.world.schedule.running.count
    #expect(running > 5 && many.kiosk.board.layout.now.count > 1)
    var seen = ""
    for _ in 0..<many.kiosk.board.layout.now.count {
      seen += many.screen
      many.wait(seconds: 15)
    }
    for session in many.kiosk.board.world.schedule.running { #expect(seen.contains(session.row.room)) }
  }

  @Test("The rest of a day of hundreds of sessions is turned through to its end, and so is the next day")
  func crowd() throws {
    var foyer = try Foyer(Sample.crowded(400), at: Sample.at(4, 9, 30)) { $0.rooms = ["main", "blue"] }
    let world = foyer.kiosk.board.world
    var seen = ""
    for _ in 0..<(foyer.kiosk.board.pages.count * 5) {
      seen += foyer.screen
      foyer.kiosk.board.turnPages(by: 1)
    }
    for session in world.schedule.today + world.schedule.later {
      let first = wrap(session.row.title, width: 20).first ?? ""
      #expect(seen.contains(first), "\(session.row.title)")
    }
  }

  @Test("After the end a wide board has what it was about and who made it side by side")
  func after() throws {
    let wide = try Foyer(width: 160, height: 48, at: Sample.at(20, 12))
    #expect(wide.showsLarge("Thank you") && wide.shows("About the conference"))
    #expect(wide.tells("How it came about") && wide.tells("Who is organising it"))
    #expect(try Foyer(at: Sample.at(20, 12)).showsLarge("Thank you"))
    #expect(try Foyer(at: Sample.at(20, 12)) { $0.room = "main" }.showsLarge("Thank you"))
  }

  @Test("A door shows one room, and its last minutes in words")
  func door() throws {
    func screen(_ now: Instant) throws -> String { try Foyer(at: now) { $0.room = "main" }.screen }
    let morning = try screen(Sample.at(4, 9, 41))
    #expect(
      try Foyer(width: 132, height: 43, at: Sample.at(4, 9, 41)) { $0.room = "main" }.showsLarge("Main Hall"))
    #expect(try Foyer { $0.room = "main" }.shows("49 min left") && !morning.contains("Blue Room"))
    #expect(morning.contains("Treaty bodies and election observation") && !morning.contains("Coffee"))
    #expect(try screen(Sample.at(4, 10, 26)).contains("LAST 5 MINUTES: 4 min left"))
    #expect(try screen(Sample.at(4, 10, 28)).contains("2 MIN LEFT: PLEASE CLOSE"))
    let over = try screen(Sample.at(4, 10, 33))
    #expect(over.contains("TIME IS UP: 3 min over") && over.contains("in 27 min"))
    #expect(!(try screen(Sample.at(4, 10, 45)).contains("TIME IS UP")))
    // After the talk it is the next one that is large.
    let after = try Foyer(width: 132, height: 43, at: Sample.at(4, 10, 33)) { $0.room = "main" }
    #expect(after.showsLarge("Treaty bodies") && !after.showsLarge("TIME") && after.shows("TIME IS UP: 3 min over"))
    for (minute, words) in [(26, "4 min left"), (28, "2 min left")] {
      for size in Self.sizes {
        let door = try Foyer(width: size.width, height: size.height, at: Sample.at(4, 10, minute)) { $0.room = "main" }
        #expect(door.showsLarge(words), "\(words) at \(size.width)x\(size.height)")
      }
    }
  }

  @Test("In ASCII nothing else is drawn but what may stand in the texts")
  func ascii() throws {
    var agenda = Sample.agenda()
    agenda.people = []
    agenda.sessions = agenda.sessions.filter { $0.id != "civic" }.map {
      var session = $0
      (session.people, session.items) = ([], [])
      return session
    }
    for size in Self.sizes {
      let foyer = try Foyer(agenda, width: size.width, height: size.height, isASCII: true)
      #expect(foyer.shows("09:41:00") && foyer.shows("Welcome and Introductions"))
      // The dot between two parts becomes ASCII where the terminal is painted.
      #expect(foyer.screen.unicodeScalars.allSatisfy { $0.isASCII || $0 == "·" })
    }
  }

  @Test("It dims at night, and moves a cell now and then")
  func night() throws {
    func isDim(_ now: Instant) throws -> Bool {
      let foyer = try Foyer(at: now, theme: .dark) { $0.night = NightHours("22:00-07:00") }
      let buffer = foyer.buffer
      return (0..<24).allSatisfy { y in
        buffer.cells(inRow: y).allSatisfy { $0.style.background == .indexed(16) && $0.style.attributes.isEmpty }
      }
    }
    #expect(try isDim(Sample.at(4, 22)) && isDim(Sample.at(4, 6, 59)))
    #expect(try !isDim(Sample.at(4, 21, 59)) && !isDim(Sample.at(4, 7)))
    let console = try Foyer(at: Sample.at(4, 23), theme: .dark) {
      ($0.night, $0.hasFewColors) = (NightHours("22:00-07:00"), true)
    }
    #expect(
      (0..<24).allSatisfy { y in console.buffer.cells(inRow: y).allSatisfy { $0.style.background == .indexed(0) } })
    var foyer = try Foyer()
    var places = Set<Int>()
    for _ in 0..<8 {
      foyer.wait(seconds: 300)
      let row = foyer.lines.firstIndex { $0.contains("NOW") } ?? 0
      places.insert(row * 10 + (foyer.lines[row].hasPrefix("    NOW") ? 1 : 0))
    }
    #expect(places.count == 4)
  }

  @Test("Clocks that jump, shrink to nothing or grow leave the same board behind")
  func jumps() throws {
    var foyer = try Foyer()
    let before = foyer.screen
    for now in [Sample.at(5, 9), Sample.at(3, 0), Instant(seconds: 0), Instant(seconds: 250_000_000_000)] {
      foyer.set(now)
      _ = foyer.screen
    }
    for size in [(0, 0), (1, 1), (19, 4), (20, 5), (49, 15), (50, 16), (2_000, 1), (1, 500), (500, 300), (80, 24)] {
      foyer.resize(size.0, size.1)
      #expect(foyer.buffer.size == Size(width: size.0, height: size.1))
    }
    foyer.set(Sample.at(4, 9, 41))
    #expect(foyer.screen == before)
  }

  @Test("Spans of the night are read to the letter")
  func hours() {
    #expect(NightHours("22:00-07:00")?.start == 1_320)
    for text in ["22-7", "22:00", "22:00-22:00", "24:00-07:00", "22:60-07:00", "22:00-07:00 ", "", "-", "ab:cd-ef:gh"] {
      #expect(NightHours(text) == nil, "\(text)")
    }
  }

  @Test("An agenda that is older than it should be says of when it is, with the day where that is another")
  func age() throws {
    var foyer = try Foyer(width: 132, height: 43)
    foyer.send(.age(Sample.at(4, 8, 10)))
    #expect(foyer.shows("Agenda as of 08:10"))
    foyer.send(.age(Sample.at(3, 22, 5)))
    #expect(foyer.shows("Agenda as of Sun 3 Dec 22:05"))
    foyer.send(.age(nil))
    #expect(!foyer.shows("Agenda as of") && foyer.shows("Times may still change"))
  }
}
