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
  /// Why a note has another text than a moment ago; nil where that needs no words.
  var words: StatusMessage? {
    switch self {
    case .merged: StatusMessage(Message("Another program has changed this note: both changes are in it"))
    case .conflict(let count):
      StatusMessage(
        Message(
          "Another program changed a line that you changed too: both are there, Alt-M chooses",
          "Another program changed %d lines that you changed too: both are there, Alt-M chooses", count: count),
        .warning)
    case .joined: nil
    case .edited: StatusMessage(Message("This is the note as your editor left it"))
    case .recovered: StatusMessage(Message("A note was recovered as you last saw it"))
    }
  }
}

extension NoteConflict {
  /// How many of them a note has; nil for none.
  static func counted(_ count: Int) -> Message? {
    count == 0 ? nil : Message("1 conflict", "%d conflicts", count: count)
  }

  /// Which of both texts is to stay.
  func offer(_ outcome: (Choice) -> Outcome) -> Offer {
    func shown(_ text: String) -> Message { text.isEmpty ? Message("nothing: the line was taken away") : .data(text) }
    let (mine, theirs) = differing
    return Offer(
      Message("Which one stays"), prompt: Message("Filter: "), act: Message("keep"),
      [
        Interface.Choice(Message("Mine"), detail: shown(mine), outcome(.mine)),
        Interface.Choice(Message("The other one"), detail: shown(theirs), outcome(.theirs)),
        Interface.Choice(Message("Both, as lines of their own"), outcome(.both)),
      ])
  }

  /// Both texts from a little before where they part: there is no room for what long ones have in common.
  private var differing: (mine: String, theirs: String) {
    let (mine, theirs) = (words.mine.split(separator: " "), words.theirs.split(separator: " "))
    let common = zip(mine, theirs).prefix { $0 == $1 }.count
    let dropped = min(common, mine.count - 1, theirs.count - 1) - NoteConflict.wordsBefore
    guard dropped > 1 else { return words }
    func end(_ words: [Substring]) -> String { "… " + words.dropFirst(dropped).joined(separator: " ") }
    return (end(mine), end(theirs))
  }

  /// Words that are shown before the first that differs.
  private static let wordsBefore = 2

  /// Why there is nothing to choose.
  static let absence = Message("Nothing contradicts in this note")
}
