import Agenda
import Cells
import Notes

extension Words {
  static let findInNotePrompt = "Find in this note: "
  static let nobodyNamed = "Nobody, or type a name"
  static let asTyped = "as typed"

  static func headings(naming kind: NoteMark.Kind) -> (title: String, prompt: String) {
    switch kind {
    case .action: ("Who must act", "Name: ")
    case .question: ("Who asks", "Name: ")
    case .quote: ("Who said it", "Name: ")
    case .decision: ("Who decided", "Name: ")
    }
  }

  /// The sign of a mark where a note is read.
  static func sign(_ kind: NoteMark.Kind, isTicked: Bool) -> String {
    switch kind {
    case .action: isTicked ? "[x]" : "[ ]"
    case .decision: "="
    case .question: isTicked ? "[x]" : "?"
    case .quote: "\""
    }
  }

  /// The same in one column, beside a line that is being written.
  static func narrowSign(_ kind: NoteMark.Kind, isTicked: Bool, isASCII: Bool) -> String {
    switch kind {
    case .action: isTicked ? (isASCII ? "x" : "■") : (isASCII ? "o" : "□")
    case .decision, .question, .quote: isTicked ? "x" : sign(kind, isTicked: false)
    }
  }

  static let findingHints = [
    Footer.Hint(keys: Keys.enter, words: "stay there"), Footer.Hint(keys: Keys.up + " " + Keys.down, words: "next"),
    Footer.Hint(keys: Keys.escape, words: "go back"),
  ]

  static let noteSignsHeading = "Signs in notes"

  static let noteSigns: [(sign: String, meaning: String)] = [
    ("[ ]", "an action that is open"), ("[x]", "one that is done, or a question that is answered"), ("=", "a decision"),
    ("?", "a question"), ("\"", "a quote"), ("+12:30", "minutes and seconds since the session began"),
  ]

  static let emptyNote = "Write here. Everything is kept as you type."

  /// What the border of the panel says while a note is written: who may be named, and how safe it is.
  static func writing(_ editor: NoteEditor, _ state: State) -> String {
    let attribution = editor.facts.attribution.map(shortAttribution) ?? ""
    return listed([attribution, safety(state.shownSafety) ?? saved])
  }

  static func shortAttribution(_ attribution: Session.Attribution) -> String {
    switch attribution {
    case .public: "public"
    case .chathamHouse: "Chatham House"
    case .offTheRecord: "off the record"
    }
  }

  static let saved = "saved"

  static func safety(_ safety: NoteSafety?) -> String? {
    switch safety {
    case .kept: "kept"
    case .saved: saved
    case .notSaved: "NOT SAVED"
    case nil: nil
    }
  }

  /// Why a note has another text than a moment ago.
  static func changed(_ change: NoteChange) -> Message {
    switch change {
    case .merged: Message("Another program has changed this note: both changes are in it")
    case .conflict(let path):
      Message(
        "Another program changed the same lines; its text is kept as \(path.split(separator: "/").last ?? "")", .warning
      )
    case .edited: Message("This is the note as your editor left it")
    case .recovered: Message("A note was recovered as you last saw it")
    }
  }

  static func copied(lines: Int) -> String { lines == 1 ? "Copied a line" : "Copied \(lines) lines" }
  static let nothingThere = "There is nothing here"
  static func noSuchKey(_ name: String) -> String { "\(name) means nothing while you write" }
}
