import Agenda

/// The words that stand in what is written, in English.
///
/// A translation replaces this file and nothing else.
enum WritingWords {
  static let toBeAnnounced = "To be announced"
  static let plan = "my plan"
  static let people = "People"
  static let with = "With"
  static let items = "In this session"
  static let documents = "Documents"
  static let background = "Background"
  static let links = "Links"
  static let attachments = "Attachments"
  static let track = "Track"
  static let room = "Room"
  static let language = "Language"
  static let optional = "Optional"
  static let cancelled = "Cancelled"
  static let tentative = "Tentative"
  static let openEnd = "end open"
  static let programme = "Programme"
  static let details = "The sessions"
  static let about = "About this conference"
  static let organizers = "Organised by"
  static let timesIn = "Times in"
  static let version = "Version"
  static let published = "published"
  static let draft = "Draft"
  static let draftNotice = "This programme is a draft and may still change."
  static let participants = "Who took part"
  static let focus = "What it was about"
  static let outcome = "What it led to"
  static let noSessions = "No sessions on this day."
  static let time = "Time"
  static let session = "Session"
  static let place = "Place"
  static let days = "Days"
  static let now = "Now"
  static let image = "Image"

  static func kind(_ kind: Session.Kind) -> String {
    switch kind {
    case .session: "Session"
    case .meal: "Meal"
    case .break: "Break"
    case .reception: "Reception"
    case .ceremony: "Ceremony"
    case .milestone: "Milestone"
    }
  }

  static func kind(_ kind: Meeting.Kind) -> String {
    switch kind {
    case .launch: "Launch conference"
    case .workshop: "Workshop"
    }
  }

  static func attribution(_ attribution: Session.Attribution) -> String? {
    switch attribution {
    case .public: nil
    case .chathamHouse: "Chatham House rule: what is said may be used, who said it stays unnamed"
    case .offTheRecord: "Off the record: not to be reported"
    }
  }

  /// The same in a word or two.
  static func shortAttribution(_ attribution: Session.Attribution) -> String? {
    switch attribution {
    case .public: nil
    case .chathamHouse: "Chatham House rule"
    case .offTheRecord: "Off the record"
    }
  }

  /// The mark before a cancelled session's title, in formats that have no place for it.
  static func cancelled(_ title: String) -> String { "Cancelled: \(title)" }
}
