public import Agenda
public import Catalogue
public import Cells
public import Messages
public import Notes

/// The interface: the panels, the views over them, and all that they read.
///
/// It is changed by `handle` and shown by `draw`, and by nothing else: the same event in the same state always gives the
/// same result.
public struct App {
  public internal(set) var world: World
  var stack: ViewStack
  /// Prefix keys that wait for another.
  var pendingKeys: [Key] = []
  var status = StatusMessages()
  var mouse: MouseUse
  /// The path of the report that was written last, and how people read it.
  var writtenReport: (path: String, shown: String)?
  /// Whether the terminal has menus of its own that Alt and a letter open.
  public var isAltTaken = false
  var opening: Opening?
  var clipboard = Clipboard()
  private var reminders: ReminderClock
  /// Whether the session's text waits for a pause while the selection runs through the agenda, so that a held key is
  /// not slowed down by texts that nobody reads.
  private let defersPreview: Bool

  /// The interface at its first screen: the day of now, or the nearest, with what is on or comes next selected.
  public init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme, isASCII: Bool = false,
    messages: Messages = .english, plan: Plan = Plan(), isMouseOn: Bool = true, defersPreview: Bool = false,
    isVisitor: Bool = false
  ) {
    world = World(
      catalogue: catalogue, clock: clock, size: size, theme: theme, isASCII: isASCII, messages: messages,
      keys: Views.keys, plan: plan)
    world.isVisitor = isVisitor
    reminders = ReminderClock(from: clock.now)
    stack = ViewStack(Desk(Views.panels(), size: size), program: ObjectIdentifier(App.self))
    (mouse, self.defersPreview) = (MouseUse(isOn: isMouseOn), defersPreview)
    status.message = world.selectNow(isFirst: true)
    settle()
  }

  /// Shows everything in another theme from now on; whatever is open stays as it is.
  public mutating func adopt(_ theme: Theme) {
    guard theme != world.theme else { return }
    world.theme = theme
    // The colours of tracks depend on it.
    world.readCatalogue()
  }

  /// Says that it is an old version of the agenda, in which nothing can be starred and written.
  public mutating func showVersion(_ words: Message) { world.oldVersion = words }

  /// Shows a plan that somebody has shared beside the user's own.
  public mutating func show(_ shared: SharedPlan) {
    let stars = SharedStars(shared, in: world.catalogue)
    world.shared = stars
    status.message = StatusMessage(stars.words(world.signs.sharedPlan))
    settle()
  }

  /// When the screen changes by itself next.
  public var deadline: Instant {
    let stars = world.stars
    let reminder = reminders.next(after: world.clock.now, in: stars.slots, minutes: stars.plan.reminder)
    return min(world.clock.nextMinute, reminder ?? world.clock.nextMinute)
  }
  /// Milliseconds without a key after which `.pause` is waited for; nil where nothing waits.
  ///
  /// A preview comes after more than a held key's repeat and before anybody notices; what is beside a text that is being
  /// typed, when the typing rests.
  public var pauseLength: Int64? { world.isPreviewDue ? 60 : world.isTyping ? 1_500 : nil }
  /// What the footer showed when typing began; nil while nobody types.
  private var restingHints: [Footer.Hint]?

  // MARK: - Events

  /// Takes one event into the interface and returns what the world outside has to do for it.
  public mutating func handle(_ event: Event) -> [Effect] {
    let selected = world.programme.selectedRow?.id
    let effects = react(to: event)
    deferPreview(for: event, selectedBefore: selected)
    return effects + settle() + mouse.takeBack(isSelecting: stack.isSelecting)
  }

  private mutating func react(to event: Event) -> [Effect] {
    switch event {
    case .input(.key(let key)):
      if beginTyping(with: key) { return press(key) }
      rest()
      status.message = nil
      let effects = press(key)
      status.sayLater()
      return effects
    case .input(.paste(let text)): return paste(text)
    case .input(.mouse(let action)):
      // What was clicked on is what was to be seen there.
      let offered = offered(at: action)
      rest()
      status.message = nil
      return point(action, offered)
    case .input(.resize(let size)): world.size = size
    case .time(let now):
      world.clock.now = now
      if world.programme.isOfMoment { world.reloadDay() } else { world.programme.refresh(world.catalogue, at: now) }
      return remind()
    case .pause:
      world.isPreviewDue = false
      if world.isTyping {
        rest()
        status.sayLater()
      }
    case .ownZone(let zone):
      world.ownZone = zone
      status.message =
        zone.map {
          StatusMessage(Message("Times in your own zone, %s", $0.transition(at: world.clock.now).abbreviation))
        } ?? StatusMessage(Message("Your own zone is not known"), .warning)
    case .planNotSaved(let why): status.message = StatusMessage(Message("The star is not saved: %s", why), .warning)
    case .addressOpened(let url, let isOpen):
      status.message = StatusMessage(isOpen ? Message("Opened %s", url) : Message("Address copied: %s", url))
    case .notice(let words): status.message = StatusMessage(words, .warning)
    case .reportWritten(let path, let shown):
      status.message = .reportWritten(shown)
      writtenReport = (path, shown)
      return [.offerCopy(path)]
    case .nothingToPaste: status.message = StatusMessage(MouseUse.wordsOfShift(world))
    case .notCopied(let text, let isNeeded): return tellNotCopied(text, isNeeded: isNeeded)
    case .conferences(let entries): stack.push(Views.chooser(.conferences(entries, finder: Views.finder)))
    case .conferencesListed(let search, let languages, let words, let isAsking):
      world.listing.replace(search, languages: languages, words: words, isAsking: isAsking)
    case .conferenceBrought(let path):
      world.listing.fetched = nil
      // Whoever has closed the box has thought better of it.
      guard stack.isFinding else { return [] }
      stack.pop()
      return [.openConference(path)]
    case .conferenceNotBrought(let words):
      world.listing.fetched = nil
      world.listing.words = words
      status.message = StatusMessage(words, .warning)
    case .lookEnded(let words, let tone): status.message = StatusMessage(words, tone)
    case .updateAsks(let words, let consent):
      status.message = nil
      stack.push(Views.chooser(.newerAgenda(words, consent)))
    case .noticesRead(let reading, let languages):
      if stack.isTellingVisitors { stack.pop() }
      stack.push(Views.notices(reading, languages))
    case .namesInDoubt(let doubts): stack.push(Views.nameReview(doubts))
    case .agendaNews(let news):
      world.news = news
      showRemoved()
      tellNews()
    case .agendaAcknowledged(let keys, let version):
      guard world.news.acknowledge(keys, upTo: version) else { return [] }
      showRemoved()
      if world.news.entries.isEmpty { status.takeBackNews() }
    case .plan(let plan):
      world.stars.replace(plan, in: world.catalogue)
      showRemoved()
    case .reminded(let reminder):
      status.tell(StatusMessage(world.planWording.words(of: reminder), .warning), isTyping: world.isTyping)
    case .agendaBroken(let why):
      world.brokenAgenda = why
      status.tell(StatusMessage(.brokenAgenda(world), .warning), isTyping: world.isTyping)
    case .notes, .colleagues, .noteOpened, .noteReplaced, .noteSafety, .noteRule, .clockRead, .noteTrouble,
      .documentVersions, .noteForgotten:
      return reactToNotes(event)
    }
    return []
  }

  /// Reminds of what begins soon; an old version of the agenda is no time to go anywhere.
  private mutating func remind() -> [Effect] {
    let due = reminders.due(at: world.clock.now, in: world.stars.slots, minutes: world.stars.plan.reminder)
    return world.oldVersion == nil ? due.map { .remind($0, words: world.planWording.words(of: $0)) } : []
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
  ///   - plan: what is starred in it; nil is the same as before.
  ///   - news: how it differs from what was acknowledged; nil where nobody knows.
  ///   - successor: what something has become in it, nil where it is gone; itself where it is there, as a rule.
  public mutating func replace(
    _ catalogue: Catalogue, plan: Plan? = nil, news: AgendaNews? = nil,
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
      status.takeBack(.brokenAgenda(world))
    }
    if let plan { world.stars = Stars(plan) }
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
    world.programme.load(catalogue, world.zone, world.keptStars, at: world.clock.now, selecting: id)
    if let selected, world.programme.selectedRow?.id != id || id == nil {
      world.programme.selectFirst(notBefore: selected.start)
    }
    if let trail = world.trail {
      world.notes.index(in: catalogue)
      world.trail = trail.again(in: catalogue)
    }
    stack.desk.replaceCatalogue(world, from: before)
    _ = settle()
  }

  /// Shows what was removed from the agenda and is the user's concern, where it was.
  mutating func showRemoved() {
    let (id, selected) = (world.programme.selectedRow?.id, world.programme.selected)
    world.showRemoved()
    world.programme.load(world.catalogue, world.zone, world.keptStars, at: world.clock.now, selecting: id)
    if world.programme.selectedRow?.id != id {
      world.programme.selected = min(selected, max(0, world.programme.rows.count - 1))
    }
  }

  /// Says what has changed, where nothing is said that matters more.
  private mutating func tellNews() {
    // Where no version can be kept it is said to whoever asks for the changes: on a full disk the notes matter more.
    if let problem = world.news.problem, world.news.version > 0 {
      return status.tell(StatusMessage(problem, .warning), isTyping: world.isTyping)
    }
    guard let summary = world.news.summary, !world.news.entries.isEmpty else { return }
    status.tell(news: Message("Press %1$s: %2$s", world.key("changes"), summary), isTyping: world.isTyping)
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

  // MARK: - Typing

  /// Whether a key only changes the text at the caret; then nothing else is to change until the typing rests.
  private mutating func beginTyping(with key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete: break
    default: return false
    }
    guard stack.mode == .writing, stack.overlays.isEmpty, pendingKeys.isEmpty else { return false }
    if !world.isTyping {
      restingHints = hints
      status.beginTyping()
    }
    world.isTyping = true
    return true
  }

  /// Typing rests: what has waited is shown.
  private mutating func rest() {
    guard world.isTyping else { return }
    world.isTyping = false
    restingHints = nil
    status.rest()
    world.notes.showSafety()
  }

  var hints: [Footer.Hint] { restingHints ?? CommandGuide(stack: stack, world: world, program: self).hints() }

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
    let line = StatusLine(message: status.message, trouble: status.trouble)
    // A message is read to its end over a box too, but for one that takes all rows of a small screen.
    let isOver = status.message != nil && stack.overlays.allSatisfy { $0.frame(on: world.size).y > 0 }
    if !isOver { line.draw(stack.desk, world, into: &canvas) }
    for overlay in stack.overlays { overlay.draw(in: overlay.frame(on: world.size), world, into: &canvas) }
    if isOver { line.draw(stack.desk, world, into: &canvas) }
    PrefixBox.draw(pendingKeys, stack.mode, world, bottom: stack.desk.layout.status.y, into: &canvas)
    return Picture(buffer: canvas.buffer, cursor: canvas.cursor)
  }
}
