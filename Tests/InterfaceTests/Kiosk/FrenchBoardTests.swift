import Cells
import Messages
import Support
import Testing

@testable import Interface

struct FrenchBoardTests {
  @Test(
    "The board says it in French, and nothing is cut in mid-word",
    arguments: [Size(width: 40, height: 12), .init(width: 80, height: 24), .init(width: 120, height: 38)]
      + [.init(width: 160, height: 48), .init(width: 240, height: 67)])
  func board(size: Size) throws {
    var foyer = try Foyer(width: size.width, height: size.height, messages: Translation.french)
    for words in ["EN COURS", "reste 49 min", "À SUIVRE", "dans 49 min"] { #expect(foyer.shows(words), "\(words)") }
    if size.width >= 80 { #expect(foyer.shows("Lundi 4 décembre") || foyer.shows("Lun. 4 déc."), "\(foyer.screen)") }
    let turns = foyer.turns()
    #expect(size.width < 80 || turns.contains { $0.contains("Demain, mardi 5 décembre") })
    for screen in turns {
      #expect(!screen.contains("…"), "\(screen)")
      for english in ["NOW", "NEXT", "left", "Press", "rest of", "Tomorrow", "Who is", "How it", "About"] {
        #expect(!screen.contains(english), "\(screen)")
      }
    }
  }

  @Test("A door's last minutes are large in French too", arguments: BoardTests.sizes)
  func door(size: Size) throws {
    for (minute, words) in [(26, "reste 4 min"), (28, "reste 2 min")] {
      let door = try Foyer(
        width: size.width, height: size.height, at: Sample.at(4, 10, minute), messages: Translation.french
      ) { $0.room = "main" }
      #expect(door.showsLarge(words), "\(words):\n\(door.screen)")
    }
  }

  @Test("Visitors see every hint in French at 80x24, and the countdown on a small screen")
  func hints() throws {
    var foyer = try Foyer(messages: Translation.french)
    foyer.press(.enter)
    for words in ["choisir", "lire", "C  code", "jour"] { #expect(foyer.shows(words), "\(foyer.screen)") }
    var small = try Foyer(width: 40, height: 12, messages: Translation.french)
    small.press(.enter)
    small.wait(seconds: 57)
    #expect(small.shows("Retour dans 3 s"), "\(small.screen)")
  }
}
