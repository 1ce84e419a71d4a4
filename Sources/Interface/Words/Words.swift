import Agenda
import Cells

/// The words of the interface, in English.
///
/// A translation replaces this folder and nothing else.
enum Words {
  enum Keys {
    static let space = "Space"
    static let control = "Ctrl-"
    static let alt = "Alt-"
    static let shift = "Shift-"
    static let enter = "Enter"
    static let escape = "Esc"
    static let tab = "Tab"
    static let backspace = "Backspace"
    static let delete = "Del"
    static let insert = "Ins"
    static let up = "Up"
    static let down = "Down"
    static let left = "Left"
    static let right = "Right"
    static let home = "Home"
    static let end = "End"
    static let pageUp = "PgUp"
    static let pageDown = "PgDn"
  }

  static func name(_ panel: Panel) -> String {
    switch panel {
    case .agenda: "Agenda"
    case .session: "Session"
    case .background: "Background"
    case .documents: "Documents"
    case .notes: "Notes"
    }
  }

  /// The panel's name where there is little room: at most four letters.
  static func shortName(_ panel: Panel) -> String {
    switch panel {
    case .agenda: "Day"
    case .session: "Sess"
    case .background: "Back"
    case .documents: "Docs"
    case .notes: "Note"
    }
  }

  static func name(_ kind: Session.Kind) -> String {
    switch kind {
    case .session: "Session"
    case .meal: "Meal"
    case .break: "Break"
    case .reception: "Reception"
    case .ceremony: "Ceremony"
    case .milestone: "Milestone"
    }
  }

  /// A kind in the plural, as a filter names it.
  static func plural(_ kind: Session.Kind) -> String {
    switch kind {
    case .session: "sessions"
    case .meal: "meals"
    case .break: "breaks"
    case .reception: "receptions"
    case .ceremony: "ceremonies"
    case .milestone: "milestones"
    }
  }

  // The title bar

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A date as the clock shows it, `23 Nov 2026`.
  static func date(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

  static let draft = "draft"
  static let simulated = "simulated"
  static let simulatedShort = "sim"
  static let ownTime = "your time"

  // The agenda

  static let now = "NOW"
  static let noSessions = "No sessions."
  static let noSessionsForFilter = "No session of this day passes the filter."
  static let noStarred = "Nothing starred on this day. Press * on a session."

  /// What is left of a session, in minutes: `49 min left`, `1 h 05 left`.
  static func left(minutes: Int) -> String { "\(span(minutes: minutes)) left" }

  /// When the next session begins while nothing is on: `NEXT in 49 min`.
  static func next(minutes: Int) -> String { "NEXT in \(span(minutes: minutes))" }

  /// A length of time in minutes: `45 min`, `1 h`, `1 h 30`, `26 h`.
  static func span(minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest)"
  }

  // The timetable

  static let timetableTitle = "Timetable"
  static let noRoom = "No room"
  static func rooms(_ first: Int, _ last: Int, of count: Int) -> String {
    first == last ? "room \(first)/\(count)" : "rooms \(first)-\(last)/\(count)"
  }

  // Sizes

  static func tooSmall(need: Size, have: Size) -> String {
    "Needs \(need.width)x\(need.height), has \(have.width)x\(have.height)"
  }

  static func problems(_ count: Int) -> String {
    count == 1 ? "1 problem: see plenary check" : "\(count) problems: see plenary check"
  }
}
