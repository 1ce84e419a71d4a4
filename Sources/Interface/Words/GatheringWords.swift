import Cells
import Notes

/// The words of the view of all notes.
extension Words {
  static let allNotesTitle = "All notes"
  static let allDays = "All days"
  static let onMeeting = "Earlier meeting"
  static let onDocument = "Document"
  static let withoutSession = "Without a session"
  static let wordsPrompt = "Words: "
  static let noNotesYet = "There are no notes yet. e on a session begins one."
  static let noteIsGone = "What this note is about is not in the agenda any more; the note stays here"
  static let filterMarkTitle = "Show only these marks"
  static let filterMarkedPersonTitle = "Show only what is marked with"

  static func nothingPasses(clearKeys: String) -> String { "No note has all of this. \(clearKeys) shows all again." }

  static func notes(_ count: Int) -> String { count == 1 ? "1 note" : "\(count) notes" }

  /// Nil is everything.
  static func names(of kind: NoteMark.Kind?) -> String {
    switch kind {
    case nil: "Everything"
    case .action: "Actions"
    case .decision: "Decisions"
    case .question: "Questions"
    case .quote: "Quotes"
    }
  }

  /// The same where there is little room.
  static func shortNames(of kind: NoteMark.Kind?) -> String {
    switch kind {
    case nil: "All"
    case .action: "Act"
    case .decision: "Dec"
    case .question: "Que"
    case .quote: "Quo"
    }
  }

  /// The same where there is hardly any.
  static func tabSign(of kind: NoteMark.Kind?) -> String {
    kind.map { sign($0, isTicked: false) } ?? shortNames(of: nil)
  }

  /// Three columns before a mark's text.
  static func sign(_ mark: NoteMark) -> String {
    switch mark.kind {
    case .action: mark.isTicked ? "[x]" : "[ ]"
    case .decision: " = "
    case .question: mark.isTicked ? "[x]" : " ? "
    case .quote: " \" "
    }
  }

  /// The name first: the status line cuts the end.
  static func reportWritten(_ path: String) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return "Written: \(path[slash...].drop { $0 == "/" }), its path copied; in \(path[..<slash])"
  }

  /// The footer in the view.
  static func gatheringHints(_ state: State) -> [Footer.Hint] {
    guard let book = state.notebook else { return [] }
    if book.isTyping {
      return [
        Footer.Hint(keys: Keys.enter, words: "show these"), Footer.Hint(keys: Keys.escape, words: "all words again"),
      ]
    }
    func hint(_ command: Command, _ words: String, keys: String? = nil, isKept: Bool = false) -> Footer.Hint {
      let own = KeyTable.keys(of: command, in: .gathering).first.map(Key.name(of:)) ?? ""
      return Footer.Hint(keys: keys ?? own, words: words, isKept: isKept)
    }
    let canTick = book.selectedMark?.tick != nil
    return [hint(.open, "go there"), hint(.back, "close")] + (canTick ? [hint(.tick, "tick")] : [])
      + [
        hint(.nextPanel, "marks"), hint(.nextDay, "day", keys: "[ ]"), hint(.find, "words"),
        hint(.filterPerson, "person"), hint(.report, "report"), hint(.palette, "all", isKept: true),
        hint(.help, "help", isKept: true),
      ]
  }
}
