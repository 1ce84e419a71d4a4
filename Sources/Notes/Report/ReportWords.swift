import Agenda
import Messages

/// The words that several formats of a report have.
enum ReportWords {
  /// Stands where a name was.
  static let somebody = Message("[a participant]")
  /// Who is no single person, in small letters, in any language that notes are in.
  ///
  /// These stay where names are taken out.
  static let groups: Set<String> = [
    "all", "both", "each", "every", "everybody", "everyone", "group", "nobody", "others", "team", "us", "we", "who",
    "autres", "chacun", "chacune", "groupe", "nous", "on", "personne", "qui", "tous", "toutes", "équipe",
  ]

  static let decisions = Message("Decisions")
  static let actions = Message("Actions")
  static let openQuestions = Message("Open questions")
  static let quotes = Message("Quotes")
  static let notes = Message("Notes")
  static let minutes = Message("Minutes")
  static let nothing = Message("There are no notes.")

  static func with(_ people: String) -> Message { Message("With: %s", people) }

  /// Of a table, in its order.
  static let columns = [
    Message("Kind"), Message("No."), Message("Date"), Message("Start"), Message("End"), Session.Kind.session.name,
    Message("Place"),
    Message("People"), Message("Attribution"), Message("Noted at"), Message("Done"), Message("Who"),
    Message("Due"), Message("Author"), Message("Text"),
  ]

  static func kind(_ kind: NoteMark.Kind) -> Message {
    switch kind {
    case .action: Message("Action")
    case .decision: Message("Decision")
    case .question: Message("Question")
    case .quote: Message("Quote")
    }
  }

  static func attribution(_ attribution: Session.Attribution) -> Message? {
    switch attribution {
    case .public: nil
    case .chathamHouse: Message("Chatham House rule")
    case .offTheRecord: Message("off the record")
    }
  }
}
