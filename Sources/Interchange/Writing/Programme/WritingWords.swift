import Agenda
import Messages

/// The words that several formats have in what they write.
enum WritingWords {
  static let people = Message("People")
  static let with = Message("With")
  static let items = Message("In this session")
  static let documents = Message("Documents")
  static let background = Message("Background")
  static let links = Message("Links")
  static let attachments = Message("Attachments")
  static let about = Message("About this conference")
  static let noSessions = Message("No sessions on this day.")
  static let optional = Message("Optional")
  static let time = Message("Time")
  static let place = Message("Place")

  static func title(ofPlan conference: String) -> Message { Message("%s: my plan", conference) }

  /// Marks that `Reading` knows again in a file that was written here: the same in every language.
  enum Mark {
    static let toBeAnnounced = "To be announced"
    /// Before a cancelled session's title, in formats that have no place for it.
    static let cancelled = "Cancelled: "

    /// A session's kind among the categories of a calendar.
    static func kind(_ kind: Session.Kind) -> String { Messages.english.text(kind.name) }
  }
}
