public import Agenda
public import Catalogue
public import Cells
public import Messages
import Notes

/// The interface: the panels, the views over them, and all that they read.
///
/// It is changed by `handle` and shown by `draw`, and by nothing else: the same event in the same state always gives the
/// same result.
public struct App {
  /// A note that has been asked for, to be written once its text is there.
  struct Opening {
    var subject: Subject
    var line: Int?
    var paragraph: ParagraphSelector?
    var origin: Panel
    var wasZoomed: Bool
  }

  /// What was cut and what was looked for in the note that was written last.
  struct Clipboard {
    var cut = ""
    var query = ""
  }

  public internal(set) var world: World
  var stack: ViewStack
  /// Prefix keys that wait for another.
  var pendingKeys: [Key] = []
  var message: StatusMessage?
  /// What is wrong with keeping notes; it stays until it is well again.
  var trouble: Message?
  var isMouseOn: Bool
  var opening: Opening?
  var clipboard = Clipboard()
  /// Where a click has chosen from a box or closed it, and how many there were, until something else is done.
  var lastBoxClick: (place: Point, overlays: Int)?
  /// Whether notes have changed since they were last searched.
  var isNoteIndexStale = false
  /// Whether the session's text waits for a pause while the selection runs through the agenda, so that a held key is
  /// not slowed down by texts that nobody reads.
  private let defersPreview: Bool

  /// The interface at its first screen: the day of now, or the nearest, with what is on or comes next selected.
  public init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme, isASCII: Bool = false,
    messages: Messages = .english, starred: Set<Session.ID> = [], isMouseOn: Bool = true, defersPreview: Bool = false,
    isVisitor: Bool = false
  ) {
    world = World(
      catalogue: catalogue, clock: clock, size: size, theme: theme, isASCII: isASCII, messages: messages,
      keys: App.keys, starred: starred)
    world.isVisitor = isVisitor
    stack = ViewStack(Desk(App.panels(), size: size), program: ObjectIdentifier(App.self))
    (self.isMouseOn, self.defersPreview) = (isMouseOn, defersPreview)
    message = world.selectNow(isFirst: true)
    settle()
  }

  /// Says that it is an old version of the agenda, in which nothing can be starred and written.
  public mutating func showVersion(_ words: Message) { world.oldVersion = words }

  /// When the screen changes by itself next.
  public var deadline: Instant { world.clock.nextMinute }
  /// Milliseconds without a key after which `.pause` is waited for; nil where nothing waits.
  ///
  /// A preview comes after more than a held key's repeat and before anybody notices; what is beside a text that is being
  /// typed, when the typing rests.
  public var pauseLength: Int64? { world.isPreviewDue ? 60 : world.isTyping ? 1_500 : nil }
  /// What the footer showed when typing began; nil while nobody types.
  var restingHints: [Footer.Hint]?
  /// The message that was there when typing began, which goes when it rests.
  private var restingMessage: StatusMessage?
  /// What is to be said once typing rests, or what is said now has been seen.
  private var laterMessage: StatusMessage?
  /// What was said last of changes, which gives way to what is said of later ones.
  private var toldNews: StatusMessage?

  // MARK: - Events

  /// Takes one event into the interface and returns what the world outside has to do for it.
  public mutating func handle(_ event: Event) -> [Effect] {
    let selected = world.programme.selectedRow?.id
    let effects = react(to: event)
    deferPreview(for: event, selectedBefore: selected)
    return effects + settle()
  }

  private mutating func react(to event: Event) -> [Effect] {
    switch event {
    case .input(.key(let key)):
      if beginTyping(with: key) { return press(key) }
      rest()
      message = nil
      let effects = press(key)
      sayLater()
      return effects
    case .input(.paste(let text)): return paste(text)
    case .input(.mouse(let action)):
      rest()
      message = nil
      return point(action)
    case .input(.resize(let size)): world.size = size
    case .time(let now):
      world.clock.now = now
      world.programme.refresh(world.catalogue, at: now)
    case .pause:
      world.isPreviewDue = false
      if world.isTyping {
        if message == restingMessage { message = nil }
        rest()
        sayLater()
      }
    case .ownZone(let zone):
      world.ownZone = zone
      message =
        zone.map {
          StatusMessage(Message("Times in your own zone, %s", $0.transition(at: world.clock.now).abbreviation))
        } ?? StatusMessage(Message("Your own zone is not known"), .warning)
    case .planNotSaved(let why): message = StatusMessage(Message("The star is not saved: %s", why), .warning)
    case .addressOpened(let url, let isOpen):
      message = StatusMessage(isOpen ? Message("Opened %s", url) : Message("Address copied: %s", url))
    case .notice(let words): message = StatusMessage(words, .warning)
    case .reportWritten(let path, let shown):
      message = StatusMessage(Message.reportWritten(shown))
      return [.copy(path)]
    case .conferences(let entries): return offer(entries)
    case .lookEnded(let words, let tone): message = StatusMessage(words, tone)
    case .updateAsks(let words, let consent):
      message = nil
      stack.push(App.chooser(App.question(words, consent)))
    case .namesInDoubt(let doubts): stack.push(App.nameReview(doubts))
    case .agendaNews(let news):
      world.news = news
      showRemoved()
      tellNews()
    case .starred(let ids):
      world.stars = Stars(ids)
      world.stars.findClashes(in: world.catalogue)
      showRemoved()
    case .agendaBroken(let why):
      world.brokenAgenda = why
      tellLater(StatusMessage(brokenWords, .warning))
    case .notes, .colleagues, .noteOpened, .noteReplaced, .noteSafety, .noteRule, .clockRead, .noteTrouble,
      .documentVersions, .noteForgotten:
      return reactToNotes(event)
    }
    return []
  }

  /// What has happened to notes.
  private mutating func reactToNotes(_ event: Event) -> [Effect] {
    switch event {
    case .notes(let notes):
      world.notes.replace(notes, in: world.catalogue)
      isNoteIndexStale = true
      if !world.news.removed.isEmpty { showRemoved() }
    case .colleagues(let notes): world.notes.replace(colleagues: notes)
    case .noteOpened(let subject, let text):
      note(subject, text)
      if stack.desk.isWriting, stack.desk[.notes].topic(world) == .note(subject) { return tellWriting(event) }
      return startWriting(subject, text)
    case .noteReplaced(let subject, let text, let change):
      note(subject, text)
      if let words = change.words { message = words }
      return tellWriting(event)
    case .noteForgotten(let subject): return forget(subject, event)
    case .noteSafety(let subject, let safety):
      world.notes.setSafety(safety, of: subject, isQuiet: world.isTyping)
      return tellWriting(event)
    case .noteRule(let subject, let rule): world.notes.rules[subject] = rule
    case .clockRead(let now):
      world.clock.now = now
      return tellWriting(event)
    case .noteTrouble(let words): trouble = words
    case .documentVersions(let versions): world.notes.setVersions(versions)
    case .input, .time, .pause, .ownZone, .planNotSaved, .addressOpened, .notice, .reportWritten, .conferences,
      .namesInDoubt, .agendaNews, .starred, .agendaBroken, .lookEnded, .updateAsks:
      break
    }
    return []
  }

  /// Nothing of a note is shown, found, undone or put in again any more.
  private mutating func forget(_ subject: Subject, _ event: Event) -> [Effect] {
    let title = world.title(ofNoteOn: subject)
    note(subject, "")
    world.catalogue.setNotes(world.notes.texts.map { ($0.key, NoteAnchors.text(of: $0.value)) })
    world.trail = nil
    // What was cut may be of this note.
    clipboard = Clipboard()
    let effects = tellWriting(event)
    // What lists notes or asks about them has been made of what they were.
    while !stack.overlays.isEmpty { stack.pop() }
    message = StatusMessage(Message("The note on %s was forgotten", title), .warning)
    return effects
  }

  private mutating func tellWriting(_ event: Event) -> [Effect] {
    guard stack.desk.isWriting else { return [] }
    let outcomes = stack.desk.change(.notes) { [world] in $0.receive(event, world) }
    return perform(outcomes, from: .panel(.notes))
  }

  private mutating func startWriting(_ subject: Subject, _ text: String) -> [Effect] {
    guard let opening, opening.subject == subject else { return [] }
    self.opening = nil
    var view = editor(subject, text: text)
    let outcomes = view.begin(
      world.rule(of: subject), line: opening.line, paragraph: opening.paragraph)
    stack.desk.cover(with: view, from: opening.origin, wasZoomed: opening.wasZoomed)
    let effects = perform(outcomes, from: .panel(.notes))
    guard opening.paragraph != nil else { return effects }
    // What is written about stays in sight beside it.
    let later = settle()
    stack.desk.keepReadInSight()
    return effects + later
  }

  mutating func note(_ subject: Subject, _ text: String) {
    world.notes.update(subject, text, in: world.catalogue)
    isNoteIndexStale = true
  }

  private mutating func offer(_ conferences: [ConferenceEntry]) -> [Effect] {
    guard !conferences.isEmpty else {
      message = StatusMessage(Message("No other conference is known"), .warning)
      return []
    }
    let choices = conferences.map {
      Choice(.data($0.title), detail: .data($0.detail), .effect(.openConference($0.path)))
    }
    var offer = Offer(Message("Open a conference"), prompt: Message("Name: "), act: Message("open"), choices)
    offer.needsDetails = true
    stack.push(App.chooser(offer))
    return []
  }

  /// What a newer agenda waits for.
  private static func question(_ words: Message, _ consent: UpdateConsent) -> Offer {
    let agree: Message =
      switch consent {
      case .yes: Message("Take the new agenda all the same")
      case .trust: Message("Fetch the agenda from there, now and from now on")
      }
    // What does nothing comes first: Enter was perhaps meant for something else.
    return Offer(
      Message("A newer agenda?"), prompt: Message("Choose: "), act: Message("choose"),
      [
        Choice.heading(words), Choice(Message("Leave the agenda as it is"), .say(Message("The agenda stays as it is"))),
        Choice(agree, .effect(.lookForUpdate(consent))),
      ])
  }

  /// Lets the session's text wait where a key has moved the selection and the agenda keeps the focus.
  private mutating func deferPreview(for event: Event, selectedBefore: Session.ID?) {
    guard case .input(let input) = event else { return }
    guard case .key = input, defersPreview, stack.desk.focus == .agenda, stack.overlays.isEmpty else {
      world.isPreviewDue = false
      return
    }
    if world.programme.selectedRow?.id != selectedBefore { world.isPreviewDue = true }
  }

  /// Puts another catalogue of the same conference in the place of the present one.
  ///
  /// Day, session, filter, search, pages, places in them and the way back stay where they still exist; a note that is
  /// written stays open, whatever has become of what it is about.
  /// - Parameters:
  ///   - starred: what is starred in it; nil is the same as before.
  ///   - news: how it differs from what was acknowledged; nil where nobody knows.
  ///   - successor: what something has become in it, nil where it is gone; itself where it is there, as a rule.
  public mutating func replace(
    _ catalogue: Catalogue, starred: Set<Session.ID>? = nil, news: AgendaNews? = nil,
    following successor: ((Subject) -> Subject?)? = nil
  ) {
    func follow(_ subject: Subject) -> Subject? {
      if let successor { return successor(subject) }
      return catalogue.has(subject) ? subject : nil
    }
    let before = world.catalogue
    let selected = world.programme.selectedRow
    if let written = stack.desk.writtenSubject(world), follow(written) != written { stack.desk.pinned = written }
    world.catalogue = catalogue
    if !world.brokenAgenda.isEmpty {
      world.brokenAgenda = []
      if message?.message == brokenWords { message = nil }
      if laterMessage?.message == brokenWords { laterMessage = nil }
    }
    if let starred { world.stars = Stars(starred) }
    if let news { world.news = news }
    world.showRemoved()
    // What is gone may still be seen where it was.
    let id = selected.flatMap { row in
      follow(.session(row.id))?.id ?? (catalogue.sessionRow(row.id)?.isRemoved == true ? row.id : nil)
    }
    world.programme.follow(from: before, to: catalogue)
    if let id, let row = catalogue.sessionRow(id) { world.programme.day = row.day }
    world.edition += 1
    world.readCatalogue()
    world.notes.count(in: catalogue)
    isNoteIndexStale = true
    world.programme.load(catalogue, world.stars.starred, at: world.clock.now, selecting: id)
    if let selected, world.programme.selectedRow?.id != id || id == nil {
      world.programme.selectFirst(notBefore: selected.start)
    }
    searchAgain()
    stack.desk.replaceCatalogue(world, from: before)
    _ = settle()
  }

  /// Shows what was removed from the agenda and is the user's concern, where it was.
  mutating func showRemoved() {
    let (id, selected) = (world.programme.selectedRow?.id, world.programme.selected)
    world.showRemoved()
    world.programme.load(world.catalogue, world.stars.starred, at: world.clock.now, selecting: id)
    if world.programme.selectedRow?.id != id {
      world.programme.selected = min(selected, max(0, world.programme.rows.count - 1))
    }
  }

  private var brokenWords: Message {
    Message("The agenda's files have changed and cannot be used: %s says why", world.key("problems"))
  }

  /// Says what has changed, where nothing is said that matters more.
  private mutating func tellNews() {
    // Where no version can be kept it is said to whoever asks for the changes: on a full disk the notes matter more.
    if let problem = world.news.problem, world.news.version > 0 { return tellLater(StatusMessage(problem, .warning)) }
    guard let summary = world.news.summary, !world.news.entries.isEmpty else { return }
    let words = StatusMessage(Message("Press %1$s: %2$s", world.key("changes"), summary))
    tellLater(words)
    toldNews = words
  }

  /// Finds again in another catalogue what was searched for, at the same hit where that is still there.
  private mutating func searchAgain() {
    guard var trail = world.trail else { return }
    readNotes()
    let hit = trail.hit
    trail.hits = world.catalogue.search(trail.query, months: world.monthNames, limit: SearchTrail.limit)
    let same = trail.hits.firstIndex { $0.subject == hit?.subject && $0.isInNote == hit?.isInNote }
    trail.index = same ?? max(0, min(trail.index, trail.hits.count - 1))
    world.trail = trail.hits.isEmpty ? nil : trail
  }

  /// Lets searches find the notes as they are now.
  mutating func readNotes() {
    guard isNoteIndexStale else { return }
    isNoteIndexStale = false
    world.catalogue.setNotes(world.notes.texts.map { ($0.key, NoteAnchors.text(of: $0.value)) })
  }

  // MARK: - Settling

  /// Brings all that is shown up to date; what has not changed costs nothing.
  @discardableResult
  mutating func settle() -> [Effect] {
    var effects: [Effect] = []
    // Who goes elsewhere is done with the note too.
    if stack.desk.isWriting,
      stack.desk.focus != .notes || .note(stack.desk.noteSubject(world)) != stack.desk[.notes].topic(world)
    {
      effects = closeNote(isReturning: false)
    }
    stack.fit(&world)
    return effects
  }

  /// The note is written no more.
  mutating func closeNote(isReturning: Bool) -> [Effect] {
    clipboard = clipboardOfEditor() ?? clipboard
    return perform(stack.desk.uncover(isReturning: isReturning, world), from: .panel(.notes))
  }

  // MARK: - Typing

  /// Whether a key only changes the text at the caret; then nothing else is to change until the typing rests.
  private mutating func beginTyping(with key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete: break
    default: return false
    }
    guard stack.mode == .writing, stack.overlays.isEmpty, pendingKeys.isEmpty else { return false }
    if !world.isTyping { (restingHints, restingMessage) = (hints, message) }
    world.isTyping = true
    return true
  }

  /// Typing rests: what has waited is shown.
  private mutating func rest() {
    guard world.isTyping else { return }
    world.isTyping = false
    (restingHints, restingMessage) = (nil, nil)
    world.notes.showSafety()
  }

  /// Says something that nobody has asked for: at once, or when typing rests, and after what is said already unless that
  /// matters less.
  private mutating func tellLater(_ words: StatusMessage) {
    let isFree = message == nil || message == toldNews || message?.tone == .plain && words.tone == .warning
    if world.isTyping || !isFree { laterMessage = words } else { message = words }
  }

  /// Says what has waited, where nothing else is said.
  private mutating func sayLater() {
    if message == nil, let later = laterMessage.take() { message = later }
  }

  private var hints: [Footer.Hint] { restingHints ?? CommandGuide(stack: stack, world: world, program: self).hints() }

  // MARK: - Drawing

  /// The whole screen.
  public func draw() -> Picture {
    var canvas = Canvas(world)
    guard stack.desk.layout.mode != .tooSmall else {
      let (need, have) = (Layout.smallest, world.size)
      let words = Message("Needs %1$dx%2$d, has %3$dx%4$d", need.width, need.height, have.width, have.height)
      for (y, line) in wrap(canvas.text(words), width: max(1, have.width)).enumerated() {
        canvas.put(line, x: 0, y: y, .text, in: Rect(have))
      }
      return Picture(buffer: canvas.buffer, cursor: nil)
    }
    TitleBar.draw(world, into: &canvas)
    stack.desk.draw(world, into: &canvas)
    Footer.draw(hints, in: stack.desk.layout.footer, into: &canvas)
    StatusLine(message: message, trouble: trouble).draw(stack.desk, world, into: &canvas)
    for overlay in stack.overlays { overlay.draw(in: overlay.frame(on: world.size), world, into: &canvas) }
    PrefixBox.draw(pendingKeys, stack.mode, world, bottom: stack.desk.layout.status.y, into: &canvas)
    return Picture(buffer: canvas.buffer, cursor: canvas.cursor)
  }
}

extension Message {
  /// The name first: the status line cuts the end.
  fileprivate static func reportWritten(_ path: String) -> Message {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let name = String(path[slash...].drop { $0 == "/" })
    return Message("Written: %1$s, its path copied; in %2$s", name, String(path[..<slash]))
  }
}
