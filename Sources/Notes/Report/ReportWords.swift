import Agenda

/// The words of a report, in English.
///
/// A translation replaces this file and nothing else.
enum ReportWords {
  /// Stands where a name was.
  static let somebody = "[a participant]"
  /// Who is no single person, in small letters: these stay where names are taken out.
  static let groups: Set<String> = [
    "all", "both", "each", "every", "everybody", "everyone", "group", "nobody", "others", "team", "us", "we", "who",
  ]

  static func title(_ conference: String) -> String { "Notes: \(conference)" }
  static let decisions = "Decisions"
  static let actions = "Actions"
  static let openQuestions = "Open questions"
  static let quotes = "Quotes"
  static let notes = "Notes"
  static let meetings = "On earlier meetings"
  static let documents = "On documents"
  static let gone = "Without a session"
  static let goneNote = "What these notes are about is not in the agenda any more."
  static let leftOut = "Left out"
  static let confidential = "In confidence"
  static let with = "With"
  static func from(_ clock: String) -> String { "from \(clock)" }
  static let cancelled = "Cancelled"
  static let tentative = "Tentative"
  static let nothing = "There are no notes."
  static let timesIn = "Times in"
  static let made = "Made on"
  static let by = "by Plenary"
  static let done = "done"
  static let who = "Who"
  static let what = "What"
  static let `where` = "Where"
  static let note = "Note"
  /// Of a table, in its order.
  static let columns = [
    "Kind", "Date", "Start", "End", "Session", "Place", "People", "Attribution", "Noted at", "Done", "Who", "Text",
  ]

  static func actionsOf(_ conference: String) -> String { "Actions: \(conference)" }

  static func kind(_ kind: NoteMark.Kind) -> String {
    switch kind {
    case .action: "Action"
    case .decision: "Decision"
    case .question: "Question"
    case .quote: "Quote"
    }
  }

  static func attribution(_ attribution: Session.Attribution) -> String? {
    switch attribution {
    case .public: nil
    case .chathamHouse: "Chatham House rule"
    case .offTheRecord: "off the record"
    }
  }

  /// `12 notes, 5 decisions, 7 actions (2 done)`.
  static func counts(notes: Int, decisions: Int, actions: Int, done: Int, questions: Int, quotes: Int) -> String {
    let counted = [
      counted(notes, "note", "notes"), counted(decisions, "decision", "decisions"),
      counted(actions, "action", "actions").map { done == 0 ? $0 : "\($0) (\(done) done)" },
      counted(questions, "open question", "open questions"), counted(quotes, "quote", "quotes"),
    ]
    return counted.compactMap(\.self).joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }

  /// What is not in it, or is in it though it should not be, a sentence each.
  static func leftOut(_ sessions: [String]) -> String? {
    sessions.isEmpty ? nil : "Left out, for it was off the record: \(list(sessions))."
  }

  static func nameless(_ sessions: [String]) -> String? {
    sessions.isEmpty
      ? nil
      : "Names left out: \(list(sessions)). Read this through before you pass it on: other words may still tell who spoke."
  }

  static func confidential(_ sessions: [String]) -> String? {
    sessions.isEmpty
      ? nil
      : "Not to be passed on as it is, for it has names or words that were given in confidence: \(list(sessions))."
  }

  private static func list(_ titles: [String]) -> String { titles.joined(separator: "; ") }
}
