/// The words of the status line.
extension Words {
  /// Why a command cannot run now.
  static func reason(_ reason: Unavailable) -> String {
    switch reason {
    case .noSession: "There is no session to do that with"
    case .noLinks: "This page has no links"
    case .noSearch: "Nothing has been searched for yet: / searches"
    case .nothingFound(let query): "Nothing found for “\(query)”"
    case .noFilter: "No filter is set"
    case .noClash: "No two starred sessions are at the same time"
    case .noPeople: "This agenda names no people"
    case .noRooms: "This agenda names no rooms"
    case .noTimetable: "Only the timetable has rooms side by side: v shows it"
    case .noTracks: "This agenda has no tracks"
    case .onlyDay: "There is only one day"
    case .firstDay: "This is the first day"
    case .lastDay: "This is the last day"
    case .noBackground: "This agenda has no previous meetings"
    case .isWholeScreen: "This panel has the whole screen"
    case .nothingToTick: "Only actions and questions can be ticked: A shows all actions"
    case .noNotes: "There are no notes yet"
    case .notWriting: "No note is being written: e writes one"
    case .noNoteHere: noNotesHere
    case .isWriting: "This note is being written"
    case .nothingToUndo: "There is nothing to undo"
    case .nothingToRedo: "Nothing was undone"
    case .noSearchInNote: "Nothing has been searched for in a note yet: Ctrl-W searches"
    case .nothingCut: "Nothing was cut or copied yet"
    case .nothingToGoBackTo: "This is the start: q quits"
    }
  }

  // Messages of the status line

  static func outsideDates(_ dates: String, isOver: Bool) -> String {
    isOver ? "The conference is over: it was \(dates)" : "The conference has not begun: it is \(dates)"
  }

  static func comesNext(_ title: String, when: String) -> String { "Next: \(when) \(title)" }
  static let nothingMore = "Nothing comes after this"
  static let isOn = "On now"
  static func starred(_ title: String) -> String { "Starred: \(title)" }
  static func unstarred(_ title: String) -> String { "No longer starred: \(title)" }
  static let mouseOff = "Mouse off: the terminal selects text. m turns it on again"
  static let mouseOn = "Mouse on"
  static let venueTimes = "Times of the venue"
  static func ownTimes(_ zone: String) -> String { "Times in your own zone, \(zone)" }
  static let noOwnZone = "Your own zone is not known"
  static func addressCopied(_ url: String) -> String { "Address copied: \(url)" }
  static func noSuchLink(_ number: Int) -> String { "This page has no link \(number)" }
  static let deadLink = "This link leads to nothing in this bundle"
  static func opened(_ url: String) -> String { "Opened \(url)" }
  static func planNotSaved(_ why: String) -> String { "The star is not saved: \(why)" }
  static let nothingLinked = "Nothing is linked to this session; these are all previous meetings"
  static let pasteIgnored = "Pasted text is not taken as commands"
  static func copiedText(_ text: String) -> String { "Copied: \(text)" }
}
