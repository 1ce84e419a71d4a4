import Agenda
import Catalogue
import Cells
import Dice
import Messages
import Support
import Testing

@testable import Interface

/// Visitors look around at a kiosk.
struct VisitTests {
  @Test("Any key, click or wheel leads to the agenda, Esc leads back to the board")
  func coming() throws {
    for input in [
      Input.key("x"), .key(.enter), .key(.control("c")), .key(.escape),
      .mouse(MouseAction(.click, at: Point(x: 3, y: 3))),
    ] {
      var foyer = try Foyer()
      let board = foyer.screen
      foyer.send(.input(input))
      #expect(foyer.shows("Enter  read") && foyer.shows("Who is here, and what"), "\(input)")
      foyer.press(.escape)
      #expect(foyer.screen == board)
    }
  }

  @Test("They read sessions, what led to them, other days, and search")
  func reading() throws {
    var foyer = try Foyer()
    foyer.press(.enter, .down, .down, .enter)
    #expect(foyer.shows("Why it matters"))
    foyer.press("b")
    #expect(foyer.shows("Workshop on treaty bodies") && foyer.shows("Civic groups asked"))
    foyer.press(.escape, .escape, "]")
    #expect(foyer.shows("[Tue 5]"))
    foyer.press("/")
    foyer.type("calendar")
    #expect(foyer.shows("found"))
    foyer.press(.enter)
    #expect(foyer.shows("calendar"))
    foyer.press("i")
    #expect(foyer.shows("To agree on one list."))
  }

  @Test("Nobody's notes are to be seen, at any size", arguments: zip([40, 80, 160], [10, 24, 48]))
  func notes(width: Int, height: Int) throws {
    var foyer = try Foyer(width: width, height: height)
    foyer.press(.enter)
    for key in [Key.tab, .tab, .tab, .tab, .tab, .backtab, .backtab, "5", "e", "*", "z", .tab, .tab, .tab, .tab, "z"] {
      foyer.press(key)
      #expect(
        !foyer.shows("Notes") && !foyer.shows("Note ") && foyer.kiosk.visit?.app.stack.desk.focus != .notes, "\(key)")
    }
    #expect(foyer.kiosk.visit?.app.world.stars.starred.isEmpty == true)
  }

  @Test("Random keys and clicks never leave what is allowed, and after a minute the same board is back")
  func random() throws {
    var dice = Dice(seed: 1)
    let keys: [Key] =
      (0x20..<0x7F).map { .character(Character(UnicodeScalar(UInt8($0)))) }
      + "abcdefghijklmnopqrstuvwxyz\\".map { .control($0) } + "abfdqux[".map { .alt($0) }
      + [
        .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
        .pageUp, .pageDown, .shiftUp, .wordLeft, .function(1), .function(10),
      ]
    let board = try Foyer().screen
    for _ in 0..<6 {
      var foyer = try Foyer()
      for _ in 0..<60 {
        switch Int.random(in: 0..<12, using: &dice) {
        case 0:
          foyer.send(.input(.paste("q\u{3}rm -rf")))
        case 1:
          let point = Point(x: Int.random(in: -1...81, using: &dice), y: Int.random(in: -1...25, using: &dice))
          foyer.send(
            .input(
              .mouse(
                MouseAction(
                  [.click, .doubleClick, .drag, .wheelUp, .wheelDown][Int.random(in: 0..<5, using: &dice)], at: point)))
          )
        default: foyer.press(keys[Int.random(in: keys.indices, using: &dice)])
        }
        guard let app = foyer.kiosk.visit?.app else { continue }
        if let box = app.stack.overlays.last as? ChooserView {
          #expect([Message("Follow link"), Message("Read about"), Message("Look into")].contains(box.all.title))
        }
        #expect(
          app.stack.desk.focus != .notes && !app.stack.desk.isWriting && app.world.stars.starred.isEmpty
            && !app.world.programme.isFiltered)
        _ = foyer.buffer
      }
      // Who has left the board alone already has let it go on.
      if foyer.kiosk.visit == nil { foyer.press(.enter) }
      foyer.wait(seconds: 60)
      #expect(foyer.kiosk.visit == nil)
      foyer.set(Sample.at(4, 9, 41))
      #expect(foyer.screen == board)
    }
  }

  @Test("After a minute without a key it counts down and returns; a key stays and does nothing else")
  func idle() throws {
    var foyer = try Foyer()
    foyer.press(.enter, .down)
    #expect(foyer.kiosk.uptimeDeadline == 50_000)
    foyer.wait(seconds: 49)
    #expect(!foyer.shows("Back to the board"))
    foyer.wait(seconds: 2)
    #expect(foyer.shows("Back to the board in 9 s. Press any key to stay."))
    #expect(foyer.kiosk.uptimeDeadline == 52_000)
    let before = foyer.kiosk.visit?.app.world.programme.selected
    foyer.press(.down)
    #expect(foyer.kiosk.visit?.app.world.programme.selected == before && foyer.shows("Enter  read"))
    foyer.wait(seconds: 59)
    #expect(foyer.shows("in 1 s."))
    foyer.wait(seconds: 1)
    #expect(foyer.shows("NOW") && foyer.shows("Press any key to look around"))
  }

  @Test("Every hint is to be seen at 80x24, and the countdown fits a small screen")
  func hints() throws {
    var foyer = try Foyer()
    foyer.press(.enter)
    for words in ["choose", "read", "board", "C  code", "day", "search", "background"] { #expect(foyer.shows(words)) }
    var small = try Foyer(width: 40, height: 12)
    small.press(.enter)
    small.wait(seconds: 57)
    #expect(small.shows("Back in 3 s: any key to stay"))
  }

  @Test("An address is shown as a code and never opened")
  func addresses() throws {
    var foyer = try Foyer(width: 132, height: 43)
    foyer.press(.enter, "c")
    #expect(foyer.shows("https://example.org/slides") && foyer.shows("go back"))
    foyer.press("x")
    #expect(!foyer.shows("https://example.org/slides\n") && foyer.kiosk.visit?.address == nil)
    foyer.press(.down, "c")
    #expect(foyer.shows("https://example.org/conference"))
  }

  @Test("The way to a room stands on its page and on those of its sessions, whatever language the visitor reads")
  func ways() throws {
    var agenda = Sample.agenda()
    agenda.rooms[0].way = Text("Up the stairs behind the cloakroom")
    var foyer = try Foyer(agenda, width: 132, height: 43)
    foyer.press(.enter, .enter)
    #expect(foyer.shows("Up the stairs behind the cloakroom"))
    let page = try #require(foyer.kiosk.catalogue.room("main"))
    #expect(page.way == "Up the stairs behind the cloakroom")
  }

  @Test("Visitors see the staff's notices between what they read and the hints, and an emergency instead of all")
  func notices() throws {
    var foyer = try Foyer(notices: [Notice(text: Text("Lunch is in the garden"), until: Sample.at(4, 18))])
    foyer.press(.enter, .down)
    #expect(foyer.lines[20].contains("! Lunch is in the garden") && foyer.shows("Enter  read"))
    foyer.send(.notices([Notice(text: Text("Leave"), level: .emergency)]))
    #expect(foyer.showsLarge("Leave") && !foyer.shows("Enter  read"))
    foyer.press(.down, .enter)
    foyer.send(.notices([]))
    #expect(foyer.shows("Enter  read") && !foyer.shows("Lunch"))
  }

  @Test("What begins late is late for visitors too, in the agenda and on its page")
  func late() throws {
    var foyer = try Foyer(width: 132, height: 43, notices: [Notice(late: 10, until: Sample.at(4, 18))])
    foyer.press(.enter)
    #expect(foyer.shows("09:10-10:40") && !foyer.shows("09:00-10:30"))
    foyer.press(.enter)
    #expect(foyer.shows("10 min late, was 09:00"))
  }

  @Test("A screen without keys tells of none, and none does anything")
  func withoutKeys() throws {
    var foyer = try Foyer { $0.hasKeys = false }
    #expect(!foyer.shows("Press any key"))
    let board = foyer.screen
    foyer.press(.enter, "x")
    foyer.send(.input(.mouse(MouseAction(.click, at: Point(x: 3, y: 3)))))
    #expect(foyer.screen == board)
  }

  @Test("A hint that is touched does what its key does, at every size", arguments: [(80, 24), (132, 43), (40, 12)])
  func touching(width: Int, height: Int) throws {
    var foyer = try Foyer(width: width, height: height)
    foyer.press(.enter)
    func touch(_ words: String, at offset: Int = 1) throws {
      let y = try #require(foyer.lines.lastIndex { $0.contains(words) }, "\(words):\n\(foyer.screen)")
      let line = foyer.lines[y]
      let x = line.distance(from: line.startIndex, to: try #require(line.firstRange(of: words)).lowerBound)
      foyer.send(.input(.mouse(MouseAction(.click, at: Point(x: x + offset, y: y)))))
    }
    let before = foyer.kiosk.visit?.app.world.programme.selected ?? 0
    try touch("↑ ↓  choose", at: 3)
    #expect(foyer.kiosk.visit?.app.world.programme.selected == before + 1)
    try touch("↑ ↓  choose", at: 0)
    #expect(foyer.kiosk.visit?.app.world.programme.selected == before)
    try touch("Enter  read")
    #expect(foyer.kiosk.visit?.app.stack.desk.focusedPage != nil)
    try touch("Esc  back")
    try touch("Esc  board")
    #expect(foyer.kiosk.visit == nil)
  }

  @Test("A key turns through the languages of the conference and the interface, and the next visitor begins anew")
  func voices() throws {
    var agenda = Sample.agenda()
    agenda.sessions[1].title = Text(variants: [
      .init(language: "en", string: "Greetings"), .init(language: "fr", string: "Bienvenue"),
    ])
    let own = KioskVoice(tag: "en", languages: ["en"], messages: .english)
    let french = try Translation.french
    let voices = KioskVoice.all(agenda, own: own, interface: ["en", "fr"]) { _ in french }
    #expect(voices.map(\.tag) == ["en", "fr"])
    var foyer = try Foyer(agenda, voices: voices)
    foyer.press(.enter)
    #expect(foyer.shows("Greetings") && foyer.shows("L  FR"))
    foyer.press("l")
    #expect(foyer.shows("Bienvenue") && foyer.shows("lire") && foyer.shows("L  EN") && !foyer.shows("Greetings"))
    // A delay that comes now is told in their language too.
    foyer.send(.notices([Notice(late: 10)]))
    #expect(foyer.shows("09:10") && foyer.shows("Bienvenue"))
    foyer.wait(seconds: 61)
    #expect(foyer.kiosk.visit == nil && foyer.shows("Greetings"))
    foyer.press(.enter)
    #expect(foyer.shows("Greetings") && foyer.shows("Enter  read"))
    #expect(try !Foyer(agenda).screen.contains("L  "))
  }

  @Test("The languages to choose follow a new agenda, and whoever reads in one that is still there reads on")
  func newVoices() throws {
    let own = KioskVoice(tag: "en", languages: ["en"], messages: .english)
    let french = KioskVoice(tag: "fr", languages: ["fr", "en"], messages: try Translation.french)
    var agenda = Sample.agenda()
    var foyer = try Foyer(agenda, voices: [own])
    foyer.press(.enter)
    #expect(!foyer.screen.contains("L  "))
    agenda.sessions[1].title = Text(variants: [
      .init(language: "en", string: "Greetings"), .init(language: "fr", string: "Bienvenue"),
    ])
    try foyer.take(agenda)
    foyer.send(.voices([own, french]))
    #expect(foyer.shows("L  FR"))
    foyer.press("l")
    #expect(foyer.shows("Bienvenue"))
    foyer.send(.voices([own, KioskVoice(tag: "es", languages: ["es", "en"], messages: .english), french]))
    #expect(foyer.shows("Bienvenue") && foyer.shows("L  EN"))
    foyer.send(.voices([own]))
    #expect(foyer.shows("Greetings") && !foyer.screen.contains("L  "))
  }
}
