import Agenda

/// The names of places in the page.
enum HTMLAnchor {
  static func session(_ id: Session.ID) -> String { "session-\(id)" }
  static func person(_ id: Person.ID) -> String { "person-\(id)" }
  static func meeting(_ id: Meeting.ID) -> String { "meeting-\(id)" }
  static func document(_ id: Document.ID) -> String { "document-\(id)" }

  /// Where the addresses inside the bundle (`session:`, `meeting:`, `document:`) lead in the page; those of what is not
  /// in it are missing.
  static func targets(in programme: Programme) -> [String: String] {
    let wording = ProgrammeWording(programme: programme)
    var targets: [String: String] = [:]
    for day in programme.days {
      for session in day.sessions {
        let anchor = wording.hasDetails(session) ? self.session(session.id) : "day-\(day.date)"
        targets["session:\(session.id)"] = "#" + anchor
      }
    }
    guard wording.isWhole else { return targets }
    for id in programme.meetings.keys { targets["meeting:\(id)"] = "#\(meeting(id))" }
    for id in programme.documents.keys { targets["document:\(id)"] = "#\(document(id))" }
    return targets
  }
}
