import Agenda
import Catalogue
import Cells
import Dice
import Testing

@testable import Interface

struct RandomTests {
  private static let keys: [Key] =
    "jkhlgG 12345z[].*bioyt/nNfkpsc:?mxeaARé選".map { Key.character($0) } + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .escape, .tab, .backtab, .backspace,
      .delete, .insert, .control("c"), .control("p"), .control("n"), .control("u"), .control("w"), .control("l"),
      .control("f"), .control("b"), .alt("j"), .alt("x"), .function(1), .function(12), .wordLeft, .shiftUp,
      .alt("u"), .alt("d"), .control("k"),
    ]
  private static let pastes = ["", "treaty", "q\nq\n", "\u{1B}[2J", "選舉 👩🏽‍⚖️ e\u{301}", "12"]

  private static func event(_ dice: inout Dice, _ size: Size) -> Event {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
    switch number(0...99) {
    case 0...74: return .input(.key(keys.randomElement(using: &dice) ?? .enter))
    case 75...89:
      let kinds: [MouseAction.Kind] = [.click, .doubleClick, .drag, .wheelUp, .wheelDown]
      let place = Point(x: number(-2...size.width + 2), y: number(-2...size.height + 2))
      return .input(.mouse(MouseAction(kinds[number(0...3)], at: place)))
    case 90...93:
      let isLarge = number(0...9) == 0
      return .input(
        .resize(Size(width: number(1...(isLarge ? 300 : 100)), height: number(1...(isLarge ? 100 : 30)))))
    case 94: return .input(.paste(pastes.randomElement(using: &dice) ?? ""))
    case 95...97: return .time(Sample.at(number(1...7), number(0...23), number(0...59)))
    case 98: return .ownZone(number(0...1) == 0 ? nil : Sample.pacific)
    default:
      return .notes(
        number(0...1) == 0
          ? []
          : [
            .init(target: .session("opening"), text: "A note.\n\n- [ ] more"),
            .init(target: .session("gone"), text: "> old — Zoë"),
          ])
    }
  }

  @Test("Nothing traps, the selection is there and seen, and the picture has the size of the screen", arguments: 0..<6)
  func anything(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let catalogue = try Catalogue.compile(
      seed % 2 == 0 ? Sample.agenda() : Sample.scripts(), problemCount: 1, languages: ["en"])
    var story = Story(catalogue)
    var recent: [String] = []
    for step in 0..<4_000 {
      let event = Self.event(&dice, story.app.world.size)
      recent.append("\(event)")
      if recent.count > 12 { recent.removeFirst() }
      story.send(event)
      for case .openNote(let target) in story.effects { story.send(.noteOpened(target, "An *old* note")) }
      story.effects = []
      if step % 1_500 == 1_499 { story.app.replace(catalogue) }
      guard step % 10 == 0 else { continue }
      if let failure = story.failures.first {
        Issue.record("\(failure) at step \(step) after \(recent.joined(separator: ", "))\n\(story.screen)")
        return
      }
    }
  }
}
