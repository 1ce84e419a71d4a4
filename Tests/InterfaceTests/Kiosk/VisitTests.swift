import Agenda
import Catalogue
import Cells
import Messages
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
    var generator = SystemRandomNumberGenerator()
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
        switch Int.random(in: 0..<12, using: &generator) {
        case 0:
          foyer.send(.input(.paste("q\u{3}rm -rf")))
        case 1:
          let point = Point(x: Int.random(in: -1...81), y: Int.random(in: -1...25))
          foyer.send(
            .input(
              .mouse(
                MouseAction([.click, .doubleClick, .drag, .wheelUp, .wheelDown][Int.random(in: 0..<5)], at: point))))
        default: foyer.press(keys[Int.random(in: keys.indices)])
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
}
