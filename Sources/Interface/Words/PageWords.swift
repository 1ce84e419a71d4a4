import Agenda

/// The words of what is read: a session's, a meeting's and a document's page, and the conference's.
extension Words {
  // A session's page

  static let untilLate = "end open"
  static let toBeAnnounced = "Place to be announced"
  static let optional = "Optional"
  static let cancelled = "Cancelled"
  static let tentative = "Tentative"
  static let leadsTo = "Background"
  static let sessionsHeading = "Sessions"
  static let documentsHeading = "Documents"
  static let addressesHeading = "Links"
  static let programmeHeading = "In this session"

  static func attribution(_ attribution: Session.Attribution) -> String? {
    switch attribution {
    case .public: nil
    case .chathamHouse: "Chatham House rule: what is said may be used, who said it stays unnamed"
    case .offTheRecord: "Off the record: not to be reported"
    }
  }

  // A meeting's, a document's and the conference's page

  static func name(_ kind: Meeting.Kind) -> String {
    switch kind {
    case .launch: "Launch conference"
    case .workshop: "Workshop"
    }
  }

  static let participants = "Who took part"
  static let focus = "What it was about"
  static let outcome = "What it led to"
  static let aboutConference = "About this conference"
  static let organizers = "Organised by"
  static let published = "Agenda published"
  static let version = "Version"
  static let timesIn = "Times in"
  static let draftStatus = "This agenda is a draft."
  static let noMeetings = "No previous meetings in this bundle."
  static let noDocuments = "No documents in this bundle."

  // Notes

  static let noNotes = "No notes on this page. Press e to write."
  static let noNotesHere = "Notes go with sessions, meetings, documents"

  static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  // Where one is in a text

  static let top = "Top"
  static let bottom = "End"
}
