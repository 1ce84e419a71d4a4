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

  // Search

  static let findTitle = "Find"
  static let findPrompt = "Find: "
  static let findHint = "Type words. Accents and capitals do not matter; the last word may be unfinished."
  static let noteOn = "Note on "

  static func hits(_ count: Int, limited: Bool) -> String {
    count == 0 ? "Nothing found" : "\(count)\(limited ? " or more" : "") found"
  }

  static func match(_ number: Int, of count: Int, limited: Bool) -> String {
    "Place \(number) of \(count)\(limited ? " or more" : "")"
  }

  static let backAtFirst = "Back at the first place found"
  static let atLast = "At the last place found"

  // Filters

  static let filterKindTitle = "Show only this kind"
  static let filterPersonTitle = "Show only sessions with"
  static let filterRoomTitle = "Show only this room"
  static let filterTrackTitle = "Show only this track"
  static let filterPrompt = "Filter: "
  static let starredOnly = "starred"
  /// What a panel's title says of its filter, the longest first.
  static func filteredInfos(clearKeys: String) -> [String] {
    ["filtered, \(clearKeys) clears", "\(clearKeys) clears", "filtered"]
  }
  static let everyKind = "Every kind"
  static let everybody = "Everybody"
  static let everyRoom = "Every room"
  static let everyTrack = "Every track"

  static func filtered(_ parts: [String], clearKeys: String) -> String {
    "Only \(parts.joined(separator: ", ")). \(clearKeys) shows all again."
  }

  // People, rooms and times

  static let conferencesTitle = "Open a conference"
  static let noConferences = "No other conference is known"
  static let peopleTitle = "Read about"
  static let roomsTitle = "Look into"
  static let whoPrompt = "Name: "
  static let noAppearances = "Takes part in no session."
  static let parallelTitle = "At the same time"
  static let nothingParallel = "Nothing else is on at that time."
  static func reachableTitle(_ clock: String) -> String { "What is next at \(clock)" }
  static func nextIn(_ room: String) -> String { "Next in \(room)" }
  static let nextAnywhere = "Next anywhere"
  static let nothingOn = "Nothing is on now"

  /// What the session's panel is called while it shows something else.
  static func name(ofVisited subject: Subject) -> String {
    switch subject {
    case .person: "Person"
    case .room: "Room"
    case .parallel: "Parallel"
    case .reachable: "Next"
    case .session, .meeting, .document, .conference, .note, .nothing: name(Panel.session)
    }
  }

  // Palette, help, links

  static let paletteTitle = "All commands"
  static let helpTitle = "Help"
  static let palettePrompt = "Run: "
  static let helpPrompt = "Search help: "
  static let nothingToChoose = "Nothing has these words."
  static let linksTitle = "Follow link"
  static let linksPrompt = "Number: "
  static let prefixTitle = "Then press"

  static func headings(_ kind: ChoiceBox.Kind) -> (title: String, prompt: String) {
    switch kind {
    case .palette: (paletteTitle, palettePrompt)
    case .help: (helpTitle, helpPrompt)
    case .filterKind: (filterKindTitle, filterPrompt)
    case .filterPerson: (filterPersonTitle, filterPrompt)
    case .filterRoom: (filterRoomTitle, filterPrompt)
    case .filterTrack: (filterTrackTitle, filterPrompt)
    case .people: (peopleTitle, whoPrompt)
    case .rooms: (roomsTitle, whoPrompt)
    case .conferences: (conferencesTitle, whoPrompt)
    case .links: (linksTitle, linksPrompt)
    case .filterMark: (filterMarkTitle, filterPrompt)
    case .filterMarkedPerson: (filterMarkedPersonTitle, filterPrompt)
    case .markedPerson(let kind): headings(naming: kind)
    }
  }

  /// The footer while a box is open.
  static func typingHints(_ overlay: Overlay?) -> [Footer.Hint] {
    let act: String
    switch overlay {
    case .search: act = "go there"
    case .choice(let box):
      switch box.kind {
      case .palette, .help: act = "run"
      case .filterKind, .filterPerson, .filterRoom, .filterTrack, .filterMark, .filterMarkedPerson: act = "show"
      case .people, .rooms: act = "read"
      case .conferences: act = "open"
      case .links: act = "follow"
      case .markedPerson: act = "name"
      }
    case .noteFinder: return findingHints
    case nil: act = ""
    }
    return [
      Footer.Hint(keys: Keys.enter, words: act), Footer.Hint(keys: Keys.up + " " + Keys.down, words: "choose"),
      Footer.Hint(keys: Keys.escape, words: "close"),
    ]
  }

  static func name(_ group: Command.Group) -> String {
    switch group {
    case .move: "Moving"
    case .read: "Reading"
    case .find: "Finding"
    case .write: "Writing"
    case .gather: "Notes"
    case .program: "Program"
    }
  }

  static let tracksHeading = "Tracks"
  static let signsHeading = "Signs in the agenda"

  static let signs: [(sign: String, meaning: String)] = [
    (">", "selected"), ("*", "starred by you"), ("!", "starred and at the same time as another starred one"),
    ("~", "optional"), ("x", "cancelled"), ("?", "tentative"), ("•", "has notes"),
  ]

  // Sizes

  static func tooSmall(need: Size, have: Size) -> String {
    "Needs \(need.width)x\(need.height), has \(have.width)x\(have.height)"
  }

  static func problems(_ count: Int) -> String {
    count == 1 ? "1 problem: see plenary check" : "\(count) problems: see plenary check"
  }
}
