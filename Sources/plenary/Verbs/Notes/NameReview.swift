import Agenda
import Glibc
import Messages
import Notes

/// Asks on the terminal about places of notes that may name somebody, one after the other.
enum NameReview {
  /// Whether there is somebody who can be asked.
  static var canAsk: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// What has been said of them; of those that nobody said anything of, because the input ended, nothing.
  static func answers(for doubts: [NameDoubt], _ console: Console) -> NameAnswers {
    var answers = NameAnswers()
    let intro = Message(
      "%d place may name somebody. Keep it, replace the name, or leave its line out",
      "%d places may name somebody. Keep each, replace the name, or leave its line out", count: doubts.count)
    console.complain(intro)
    for (index, doubt) in doubts.enumerated() where answers[doubt] == nil {
      console.complain(.data("\(index + 1)/\(doubts.count) \(doubt.title), \(doubt.line): \(doubt.marked("»", "«"))"))
      guard ask(doubt, of: &answers, console) else { break }
    }
    return answers
  }

  /// False at the end of the input.
  private static func ask(_ doubt: NameDoubt, of answers: inout NameAnswers, _ console: Console) -> Bool {
    while true {
      console.complain(
        Message("“%s”: k keeps it, r replaces it, a replaces all of this name, l leaves the line out", doubt.words))
      guard let line = readLine() else { return false }
      switch line.first?.lowercased() {
      case "k": answers[doubt] = .keep
      case "r": answers[doubt] = .replace
      case "a": answers.answer(.replace, all: doubt.name)
      case "l": break
      default: continue
      }
      return true
    }
  }
}
