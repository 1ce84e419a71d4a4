public import Agenda
public import Catalogue
public import Cells
import Notes

/// Everything that the interface knows.
///
/// It is changed by `update` and read by `render`, and by nothing else.
public struct State {
  /// Where a reader was, to come back to.
  struct Place {
    var focus: Panel
    var reading: Panel
    var text: Panel
    var agenda: AgendaState
    var session: PageView
    var visited: Topic?
    var background: BrowserState
    var documents: BrowserState
  }

  public internal(set) var catalogue: Catalogue
  public internal(set) var clock: Clock
  public internal(set) var size: Size
  public let theme: Theme
  /// True where lines and signs must be ASCII.
  public let isASCII: Bool

  var layout: Layout
  var focus = Panel.agenda
  /// Which of session, background and documents is being read; where they share a place, it is on top.
  var reading = Panel.session
  /// The same where the background has a place of its own.
  var text = Panel.session
  var isZoomed = false

  var agenda = AgendaState()
  /// What the agenda's panel shows line by line, made when the state settles.
  var agendaLines = AgendaLines(AgendaState(), size: Size(width: 0, height: 0), hasTracks: false)
  /// Whether the day is shown as a timetable instead of a list.
  var isTimetable = false
  /// The day laid out; nil while it is shown as a list.
  var timetable: Timetable?
  var timetableView = TimetableView()
  /// The zone's offset that the timetable's hours were set by, in seconds.
  var timetableOffset = 0
  var session = PageView()
  /// A page about somebody or something else in the place of the selected session's.
  var visited: Topic?
  var background = BrowserState()
  var documents = BrowserState()
  var notes = PageView()

  var starred: Set<Session.ID>
  /// Starred sessions that are at the same time as another starred one.
  var clashes: Set<Session.ID> = []
  var noteTexts: [Subject: String] = [:]
  /// What notes are about whose page the catalogue does not have.
  var noteTitles: [Subject: String] = [:]
  /// How many sessions have notes, by the day.
  var notedDays: [Int: Int] = [:]
  /// The view of all notes, while it is open.
  var notebook: Notebook?
  /// The note that is being written; nil while none is.
  var editor: NoteEditor?
  /// The note that has been asked for, to be written.
  var opening: NoteOpening?
  /// How safe notes are that were written since the start.
  var noteSafety: [Subject: NoteSafety] = [:]
  /// What was cut or copied last, to be put in elsewhere.
  var cutText = ""
  /// The words that were looked for in a note last.
  var noteQuery = ""
  /// Counts changes of the notes, so that pages composed from them are made anew.
  var noteRevision = 0
  /// Whether notes have changed since they were last searched.
  var isNoteIndexStale = false
  /// Whether the catalogue has any rooms.
  var hasRooms = false
  /// How each track is shown, by a row's `trackNumber`; empty where there is nothing to tell apart.
  var tracks: [TrackSign] = []
  /// Counts catalogues, so that pages composed from an earlier one are made anew.
  var contentRevision = 0

  var overlay: Overlay?
  /// Where a click has chosen from a box or closed it, until something else is done.
  var lastBoxClick: Point?
  /// Prefix keys that wait for another.
  var pendingKeys: [Key] = []
  var trail: SearchTrail?
  var history: [Place] = []
  var message: Message?
  /// What is wrong with keeping notes; it stays until it is well again.
  var trouble: String?
  /// How many lines the note had when the layout was made.
  var layoutNoteLines = 0
  /// The reader's own zone, where times are shown in it.
  var ownZone: OffsetTable?
  var isMouseOn: Bool
  /// Whether the session's text waits for a pause while the selection runs through the agenda, so that a held key is
  /// not slowed down by texts that nobody reads.
  let defersPreview: Bool
  /// True while the session's panel still shows the session that was selected before.
  public internal(set) var isPreviewDue = false

  /// The interface at its first screen: the day of now, or the nearest, with what is on or comes next selected.
  public init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme, isASCII: Bool = false,
    starred: Set<Session.ID> = [], isMouseOn: Bool = true,
    defersPreview: Bool = false
  ) {
    self.catalogue = catalogue
    self.clock = clock
    self.size = size
    self.theme = theme
    self.isASCII = isASCII
    self.starred = starred
    self.isMouseOn = isMouseOn
    self.defersPreview = defersPreview
    layout = Layout(size: size, focus: .agenda, reading: .session, text: .session, isZoomed: false, noteLines: 0)
    fillBrowsers()
    goToNow(isFirst: true)
    findClashes()
    settle()
  }

  /// True for a visitor at a kiosk, who is not to see anybody's notes.
  var isVisitor = false

  /// When the screen changes by itself next.
  public var deadline: Instant { clock.nextMinute }

  /// The zone in which times are shown.
  var zone: OffsetTable { ownZone ?? catalogue.conference.zone }
}
