import Messages
import Notes

extension NoteSafety {
  /// How safe a note is, in a word.
  var name: Message {
    switch self {
    case .kept: Message("kept")
    case .saved: Message("saved")
    case .notSaved: Message("NOT SAVED")
    }
  }
}

extension NoteMark.Kind {
  /// The sign of a mark where a note is read.
  func sign(isTicked: Bool) -> String {
    switch self {
    case .action: isTicked ? "[x]" : "[ ]"
    case .decision: "="
    case .question: isTicked ? "[x]" : "?"
    case .quote: "\""
    }
  }

  /// The same in one column, beside a line that is being written.
  func narrowSign(isTicked: Bool, isASCII: Bool) -> String {
    switch self {
    case .action: isTicked ? (isASCII ? "x" : "■") : (isASCII ? "o" : "□")
    case .decision, .question, .quote: isTicked ? "x" : sign(isTicked: false)
    }
  }

  /// In the plural.
  var plural: Message {
    switch self {
    case .action: Message("Actions")
    case .decision: Message("Decisions")
    case .question: Message("Questions")
    case .quote: Message("Quotes")
    }
  }

  /// The same where there is little room.
  var shortName: Message {
    switch self {
    case .action: Message.within("short", "Act")
    case .decision: Message.within("short", "Dec")
    case .question: Message.within("short", "Que")
    case .quote: Message.within("short", "Quo")
    }
  }
}

extension NoteChange {
  /// Why a note has another text than a moment ago.
  var words: StatusMessage {
    switch self {
    case .merged: StatusMessage(Message("Another program has changed this note: both changes are in it"))
    case .conflict(let path):
      StatusMessage(
        Message(
          "Another program changed the same lines; its text is kept as %s",
          path.split(separator: "/").last.map(String.init) ?? ""), .warning)
    case .edited: StatusMessage(Message("This is the note as your editor left it"))
    case .recovered: StatusMessage(Message("A note was recovered as you last saw it"))
    }
  }
}
