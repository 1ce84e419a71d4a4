import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// The panels: which are there, which has the focus, and the way back to where a reader was.
///
/// It knows its panels by what any of them can do, and none by its name.
struct Desk {
  /// A panel's place, and the views that take turns in it.
  struct Slot {
    var faces: [any PanelView]
    var face = 0
    /// What lies over the faces for a while: a note that is being written.
    var cover: (any PanelView)?

    var view: any PanelView {
      get { cover ?? faces[face] }
      set { if cover == nil { faces[face] = newValue } else { cover = newValue } }
    }
  }

  /// Where a reader was, to come back to.
  struct Place {
    var focus: Panel
    var reading: Panel
    var text: Panel
    var programme: Programme
    /// Of all panels but the notes.
    var slots: [Slot]
  }

  /// In the order of the panels.
  private(set) var slots: [Slot]
  private(set) var layout: Layout
  private(set) var focus = Panel.agenda
  /// Which of session, background and documents is being read; where they share a place, it is on top.
  private(set) var reading = Panel.session
  /// The same where the background has a place of its own.
  private var text = Panel.session
  var isZoomed = false
  private(set) var history: [Place] = []
  /// How many lines the note had when the layout was made.
  private var layoutNoteLines = 0
  /// What is written about while the agenda has lost it.
  var pinned: Subject?
  /// Where the focus goes back to from the cover of the notes.
  private var origin: (focus: Panel, isZoomed: Bool)?

  init(_ faces: [[any PanelView]], size: Size) {
    slots = faces.map { Slot(faces: $0) }
    layout = Layout(size: size, focus: .agenda, reading: .session, text: .session, isZoomed: false, noteLines: 0)
  }

  subscript(panel: Panel) -> any PanelView {
    get { slots[panel.rawValue - 1].view }
    set { slots[panel.rawValue - 1].view = newValue }
  }

  /// Changes a panel's view where it stands, so that a long text in it is not copied.
  mutating func change<Result>(_ panel: Panel, _ change: (inout any PanelView) -> Result) -> Result {
    let index = panel.rawValue - 1
    guard slots[index].cover == nil else {
      guard var cover = slots[index].cover.take() else { return change(&slots[index].faces[slots[index].face]) }
      defer { slots[index].cover = cover }
      return change(&cover)
    }
    return change(&slots[index].faces[slots[index].face])
  }

  /// Runs a command of one of a panel's views, whether that is seen or not.
  mutating func runFace(_ slot: Int, _ face: Int, _ index: Int, _ world: World) -> [Outcome] {
    slots[slot].faces[face].run(index, world)
  }

  var focusedPage: Page? { self[focus].page }
  /// The link that Enter follows.
  var selectedLink: PageContent.Link? { focusedPage?.selectedContentLink }
  var isWriting: Bool { slots[Panel.notes.rawValue - 1].cover != nil }
  /// True where Esc has something to undo: a place to come back to, a zoom, a panel that is not the first.
  var canGoBack: Bool { !history.isEmpty || isZoomed || focus != .agenda }

  // MARK: - Focus

  /// Gives a panel the focus and brings it to the front.
  mutating func choose(_ panel: Panel) {
    focus = panel
    switch panel {
    case .agenda, .notes: break
    case .session, .documents: (reading, text) = (panel, panel)
    case .background: reading = panel
    }
  }

  /// Brings the selected session to the front, and the focus with it where it was on what is now covered.
  mutating func showSelectedSession() {
    (reading, text) = (.session, .session)
    _ = change(.session) { $0.goBack() }
    if focus == .background || focus == .documents { focus = .session }
    history = []
  }

  /// Shows the other face of a panel.
  mutating func flip(_ panel: Panel) {
    let index = panel.rawValue - 1
    slots[index].face = (slots[index].face + 1) % slots[index].faces.count
  }

  // MARK: - Reading

  /// Follows a link: the page is opened in its panel, and Esc comes back to here.
  mutating func follow(_ topic: Topic, _ world: inout World) -> StatusMessage? {
    if let subject = topic.subject, subject != .conference, !world.catalogue.has(subject) {
      return StatusMessage(Message("This link leads to nothing in this bundle"), .warning)
    }
    // The page that is open already is no step of the way.
    if focus != .agenda, focus != .notes, self[focus].topic(world) == topic { return nil }
    remember(world)
    show(topic, &world)
    return nil
  }

  /// Opens a page in its panel without leaving a place to come back to.
  mutating func show(_ topic: Topic, _ world: inout World) {
    if case .about(.session(let id)) = topic { world.select(session: id) }
    for panel in [Panel.session, .background, .documents] {
      let isShown = change(panel) { [world] in $0.show(topic, world) }
      if isShown { return choose(panel) }
    }
  }

  /// Shows a list of pages, with one of them selected.
  mutating func showList(of panel: Panel, at topic: Topic?, _ world: World) {
    change(panel) {
      if let topic { _ = $0.show(topic, world) }
      _ = $0.goBack()
    }
    choose(panel)
  }

  /// Esc: first the place that a link was followed from, then the list, then the zoom, then the agenda.
  mutating func goBack() -> [Outcome] {
    if let place = history.popLast() {
      (focus, reading, text) = (place.focus, place.reading, place.text)
      slots.replaceSubrange(0..<place.slots.count, with: place.slots)
      return [.programme(.restore(place.programme))]
    }
    if selectedLink != nil {
      change(focus) { $0.page?.selectedLink = nil }
    } else if focus == .agenda {
      isZoomed = false
    } else if !change(focus, { $0.goBack() }) {
      if isZoomed { isZoomed = false }
      choose(.agenda)
    }
    return []
  }

  /// Keeps where the reader is, so that Esc comes back to the same line.
  mutating func remember(_ world: World) {
    // Nobody goes back further than this; without a limit a kiosk would grow.
    if history.count == 50 { history.removeFirst() }
    history.append(
      Place(
        focus: focus, reading: reading, text: text, programme: world.programme,
        slots: Array(slots.prefix(Panel.notes.rawValue - 1))))
  }

  // MARK: - Notes

  /// What is read and can have notes.
  func noteSubject(_ world: World) -> Subject? {
    if let pinned, writtenSubject(world) == pinned, focus == .notes { return pinned }
    let selected = world.programme.selectedRow.map { Subject.session($0.id) }
    if reading == .session, case let topic = self[.session].topic(world), topic != .nothing,
      topic.subject != selected
    {
      return listedSession(world).map { .session($0) }
    }
    guard reading == .background || reading == .documents, let open = self[reading].topic(world).subject else {
      return selected
    }
    return open.takesNotes ? open : nil
  }

  /// What the note that is being written is about; nil while none is.
  func writtenSubject(_ world: World) -> Subject? {
    guard isWriting, case .note(let subject) = slots[Panel.notes.rawValue - 1].cover?.topic(world) else { return nil }
    return subject
  }

  /// The number of the paragraph that the reader of a document is at.
  var paragraphRead: String? { reading == .documents ? self[.documents].page?.numberRead : nil }

  /// Moves the open document so that the paragraph that is read is seen whole, where it has the room.
  mutating func keepReadInSight() {
    change(.documents) { view in
      let rows = view.rows
      view.page?.keepReadInSight(rows: rows)
    }
  }

  /// Lays a view over the notes, with the focus on it.
  mutating func cover(with view: any PanelView, from origin: Panel, wasZoomed: Bool) {
    self.origin = (origin, wasZoomed)
    slots[Panel.notes.rawValue - 1].cover = view
    choose(.notes)
  }

  /// Takes the cover of the notes away; what must not be lost of it comes out.
  ///
  /// - Parameter isReturning: the focus goes back to where it came from.
  mutating func uncover(isReturning: Bool, _ world: World) -> [Outcome] {
    guard isWriting else { return [] }
    pinned = nil
    let outcomes = change(.notes) { $0.end(world) }
    slots[Panel.notes.rawValue - 1].cover = nil
    if isReturning, let origin { (focus, isZoomed) = origin }
    return outcomes
  }

  // MARK: - Fitting

  /// Brings all panels to their places at this size and in this world.
  mutating func fit(_ world: inout World) {
    let before = layout
    // A note that is opened to be written has its whole place before it is scrolled to its caret.
    layoutNoteLines = self[.notes].lineCount
    layout = makeLayout(world)
    if layout != before { for panel in Panel.allCases { change(panel) { $0.page?.hold() } } }
    for panel in Panel.allCases where panel != .notes { fit(panel, world) }
    world.linkedMeetings = linkedMeetings
    world.noteSubject = noteSubject(world)
    fit(.notes, world)
    // What the panels then have may ask for other places: lines of a note, a list of meetings that was just read.
    layoutNoteLines = self[.notes].lineCount
    let asked = makeLayout(world)
    guard asked != layout else { return }
    layout = asked
    for panel in Panel.allCases { fit(panel, world) }
  }

  private mutating func fit(_ panel: Panel, _ world: World) {
    let size = layout.place(of: panel)?.inner.size ?? Size(width: Layout.smallest.width, height: 1)
    change(panel) { $0.fit(size, world) }
  }

  private mutating func makeLayout(_ world: World) -> Layout {
    let lines = Layout.listSize(on: world.size).map { size in change(.agenda) { $0.lines(in: size, world) } }
    return Layout(
      size: world.size, focus: focus, reading: reading, text: text, isZoomed: isZoomed, noteLines: layoutNoteLines,
      isTimetable: self[.agenda].needsAllColumns, agendaRows: self[.agenda].count(world),
      agendaLines: lines ?? 0, hasBackground: self[.background].count(world) > 0,
      hasNotes: !world.isVisitor)
  }

  /// Meetings that the session that is read leads to, in their order there.
  private var linkedMeetings: [Meeting.ID] {
    var found: [Meeting.ID] = []
    for link in self[.session].page?.content.links ?? [] {
      if case .page(.meeting(let meeting)) = link.destination, !found.contains(meeting) { found.append(meeting) }
    }
    return found
  }

  /// Another catalogue has taken the place of the one before.
  mutating func replaceCatalogue(_ world: World, from old: Catalogue) {
    for index in history.indices {
      history[index].programme.follow(from: old, to: world.catalogue)
      Desk.replaceCatalogue(world, in: &history[index].slots)
    }
    Desk.replaceCatalogue(world, in: &slots)
  }

  private static func replaceCatalogue(_ world: World, in slots: inout [Slot]) {
    for index in slots.indices {
      for face in slots[index].faces.indices { slots[index].faces[face].replaceCatalogue(world) }
    }
  }
}
