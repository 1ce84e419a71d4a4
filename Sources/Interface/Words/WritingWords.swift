import Agenda
import Cells
import Notes

extension Words {
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
      Message("Another program has changed the same lines of this note; its text is in \(path)", .warning)
    case .edited: Message("This is the note as your editor left it")
    case .recovered: Message("A note was recovered as you last saw it")
    }
  }

  static func copied(lines: Int) -> String { lines == 1 ? "Copied a line" : "Copied \(lines) lines" }
  static let nothingThere = "There is nothing here"
  static func noSuchKey(_ name: String) -> String { "\(name) means nothing while you write" }
}
