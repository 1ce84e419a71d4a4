/// The words of what opens over the panels: search, filters, palette, help and whatever else is chosen from.
extension Words {
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
  static func name(ofVisited subject: Topic) -> String {
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
}
