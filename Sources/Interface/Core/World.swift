public import Agenda
public import Catalogue
public import Cells
import Messages
import Notes

/// All that views may read and only the program changes.
public struct World {
  public internal(set) var catalogue: Catalogue
  public internal(set) var clock: Clock
  /// Of the whole screen.
  public internal(set) var size: Size
  public internal(set) var theme: Theme
  /// True where lines and signs must be ASCII.
  public let isASCII: Bool
  var messages: Messages
  let keys: KeyTable

  var programme = Programme()
  var stars: Stars { didSet { marks += 1 } }
  /// What somebody else has on a plan that was shared; nil where none is shown.
  var shared: SharedStars? { didSet { marks += 1 } }
  var notes = NoteTexts()
  /// The last search that led somewhere.
  var trail: SearchTrail?
  /// The reader's own zone, where times are shown in it.
  var ownZone: OffsetTable?
  /// Whether the catalogue has any rooms.
  var hasRooms = false
  /// Whether there are so many that nobody has them all in sight.
  var hasManyRooms = false
  /// Columns of the longest sign of a track; 0 where none are told apart.
  var trackWidth = 0
  /// Columns of the longest name of a room.
  var roomWidth = 0
  /// How each track is shown, by a row's `trackNumber`; empty where there is nothing to tell apart.
  var tracks: [TrackSign] = []
  /// What is read and can have notes: what the notes' panel is about.
  var noteSubject: Subject?
  /// Meetings that the session that is read leads to, in their order there.
  var linkedMeetings: [Meeting.ID] = []
  /// What has changed since the user acknowledged changes last, and the sessions of which that is.
  var news = AgendaNews()
  var changed: Set<Session.ID> = [] { didSet { marks += 1 } }
  /// What version is read, where it is an old one, in which nothing can be starred and written; nil as a rule.
  var oldVersion: Message?
  /// Why the files of the agenda, which have changed, cannot be shown; empty while what is shown is what they hold.
  var brokenAgenda: [Message] = []
  /// What directories name, to find other conferences by.
  var listing = Listing()
  /// Counts changes of the signs that sessions have, beside those of notes.
  private var marks = 0
  /// Another number wherever a session may have other signs, so that pages with sessions on them are made anew.
  var markRevision: Int { marks + notes.revision }
  /// Counts catalogues, so that pages composed from an earlier one are made anew.
  var edition = 0
  /// True for a visitor at a kiosk, who is not to see anybody's notes.
  var isVisitor = false
  /// True while letters come one after the other: what is not said by them waits, so that a screen reader and a braille
  /// line have nothing to read but the text.
  public internal(set) var isTyping = false
  /// True while the session's panel still shows the session that was selected before.
  public internal(set) var isPreviewDue = false

  init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme, isASCII: Bool, messages: Messages, keys: KeyTable,
    plan: Plan
  ) {
    (self.catalogue, self.clock, self.size, self.theme) = (catalogue, clock, size, theme)
    (self.isASCII, self.messages, self.keys) = (isASCII, messages, keys)
    stars = Stars(plan)
    readCatalogue()
  }

  /// Takes from the catalogue what every screen needs and no key changes.
  mutating func readCatalogue() {
    hasRooms = catalogue.has(.room)
    let rooms = catalogue.allRooms
    hasManyRooms = rooms.count > 3
    roomWidth = rooms.reduce(0) { max($0, displayWidth($1.name)) }
    tracks = TrackSign.signs(of: catalogue.allTracks, theme: theme)
    trackWidth = tracks.reduce(0) { max($0, displayWidth($1.sign)) }
    stars.read(catalogue)
    if let plan = shared?.plan { shared = SharedStars(plan, in: catalogue) }
  }

  /// The zone in which times are shown.
  var zone: OffsetTable { ownZone ?? catalogue.conference.zone }

  var times: TimeWording {
    TimeWording(zone: zone, days: catalogue.days, isOwnZone: ownZone != nil, messages: messages)
  }

  func text(_ message: Message) -> String { messages.shown(message) }

  /// The first key of a command, as it is named.
  func key(_ command: CommandName, in mode: KeyMode = .reading) -> Message { keys.name(of: command, in: mode) }

  /// Nil for a session without a track, and where tracks are not told apart.
  func trackSign(of row: SessionRow) -> TrackSign? {
    tracks.indices.contains(row.trackNumber) ? tracks[row.trackNumber] : nil
  }

  /// A track's sign as a column before its name.
  func trackColumn(_ sign: String?) -> String {
    let sign = sign ?? ""
    return sign + String(repeating: " ", count: max(0, trackWidth - displayWidth(sign)) + 2)
  }

  /// What may be told of a note on this; where there is none yet, what the agenda says.
  func rule(of subject: Subject) -> Session.Attribution {
    if let rule = notes.rules[subject] { return rule }
    guard case .session(let id) = subject else { return .public }
    return catalogue.sessionRow(id)?.attribution ?? .public
  }

  /// What the sessions of this moment make hold for a note that is begun: a document's or a meeting's is that of the
  /// session which is selected and leads there, else that of what is on.
  func ruleOfMoment(for subject: Subject) -> Session.Attribution {
    switch subject {
    case .meeting, .document: break
    case .session, .person, .room, .conference: return .public
    }
    let page = programme.selectedRow.flatMap { catalogue.session($0.id) }
    let links = page.map { $0.links + $0.items.flatMap(\.links) } ?? []
    let isLinked = links.contains { $0.target == subject }
    return Confidence.rule(
      chosen: isLinked ? page.map { rule(of: .session($0.row.id)) } : nil,
      running: catalogue.current(at: clock.now).map { ($0.id, rule(of: .session($0.id))) }, starred: stars.starred)
  }

  /// What a note is on, as its page is called; its identifier where nobody knows more.
  func title(ofNoteOn subject: Subject) -> String {
    let known =
      switch subject {
      case .session(let id): catalogue.sessionRow(id)?.title
      case .meeting(let id): catalogue.meeting(id)?.title
      case .document(let id): catalogue.document(id)?.title
      case .person, .room, .conference: String?.none
      }
    return known ?? notes.titles[subject] ?? subject.id
  }

  /// What the catalogue says beside a page's title, with a session's time in the zone that is shown.
  func detail(_ detail: PageDetail, of subject: Subject) -> String {
    guard ownZone != nil, case .session(let id) = subject, let row = catalogue.sessionRow(id) else {
      return messages.words(detail)
    }
    return times.short(row)
  }
}

/// What time it is, as a value that is passed in.
public struct Clock: Equatable, Sendable {
  public var now: Instant
  /// True where the user has set the clock (`--now`); the title bar says so.
  public var isSimulated: Bool

  public init(now: Instant, isSimulated: Bool = false) { (self.now, self.isSimulated) = (now, isSimulated) }

  /// The instant at which the shown minute ends, which is the next time that the screen can change by itself.
  public var nextMinute: Instant {
    let second = now.seconds
    return Instant(seconds: second - ((second % 60) + 60) % 60 + 60)
  }
}

/// The user's notes, as every view may read them.
struct NoteTexts {
  private(set) var texts: [Subject: String] = [:]
  /// What notes are about whose page the catalogue does not have.
  private(set) var titles: [Subject: String] = [:]
  /// What colleagues have written on the same, by subject, each with its author.
  private(set) var colleagues: [Subject: [NoteText]] = [:]
  /// What may be told of notes.
  var rules: [Subject: Session.Attribution] = [:]
  /// How safe notes are that were written since the start.
  private(set) var safety: [Subject: NoteSafety] = [:]
  /// The same as it is shown, which waits while letters come; danger never waits.
  private(set) var shownSafety: [Subject: NoteSafety] = [:]
  /// Texts of documents as they were when something was written about them, the oldest first.
  private(set) var versions: [Subject: [String]] = [:]
  /// How many sessions have notes, by the day.
  private(set) var days: [Int: Int] = [:]
  /// Counts changes, so that pages composed from notes are made anew.
  private(set) var revision = 0
  /// Whether searches find the texts as they are.
  private var isIndexed = true

  /// Lets searches find the notes as they are now.
  mutating func index(in catalogue: Catalogue) {
    guard !isIndexed else { return }
    isIndexed = true
    catalogue.setNotes(texts.map { ($0.key, NoteAnchors.text(of: $0.value)) })
  }

  mutating func setVersions(_ versions: [Subject: [String]]) {
    self.versions = versions
    revision += 1
  }

  /// Adds a text of a document; true where it was not known yet.
  mutating func addVersion(_ text: String, of subject: Subject) -> Bool {
    if versions[subject]?.contains(text) == true { return false }
    versions[subject, default: []].append(text)
    return true
  }

  /// - Parameter isQuiet: nothing is to be shown but danger.
  mutating func setSafety(_ safety: NoteSafety, of subject: Subject, isQuiet: Bool) {
    self.safety[subject] = safety
    if case .notSaved = safety { shownSafety[subject] = safety } else if !isQuiet { shownSafety[subject] = safety }
  }

  /// Shows what has waited.
  mutating func showSafety() { shownSafety = safety }

  /// All notes, as they were read.
  mutating func replace(_ notes: [Event.Note], in catalogue: Catalogue) {
    texts = Dictionary(notes.lazy.filter { !NoteTexts.isEmpty($0.text) }.map { ($0.target, $0.text) }) { _, last in last
    }
    rules.merge(notes.map { ($0.target, $0.rule) }) { _, new in new }
    titles = Dictionary(notes.compactMap { note in note.title.map { (note.target, $0) } }) { _, last in last }
    revision += 1
    count(in: catalogue)
  }

  /// What colleagues have written, as it was read: safe to show.
  mutating func replace(colleagues notes: [NoteText]) {
    colleagues = Dictionary(grouping: notes.filter { !$0.text.isEmpty }, by: \.target)
    revision += 1
  }

  /// One note's text, as it stands in its file.
  mutating func update(_ subject: Subject, _ raw: String, in catalogue: Catalogue) {
    let text = TextCleaner(lines: .multiple).clean(raw).string
    guard texts[subject] ?? "" != text else { return }
    texts[subject] = NoteTexts.isEmpty(text) ? nil : text
    revision += 1
    count(in: catalogue)
  }

  /// Whether there is nothing in it but what may be told of it.
  private static func isEmpty(_ text: String) -> Bool {
    text.isEmpty || text.utf8.count < 100 && RuleLine.isAlone(in: text)
  }

  /// Counts anew which days have sessions with notes; texts or catalogue are others than before.
  mutating func count(in catalogue: Catalogue) {
    isIndexed = false
    days = [:]
    for case .session(let id) in texts.keys {
      if let row = catalogue.sessionRow(id) { days[row.day, default: 0] += 1 }
    }
  }
}
