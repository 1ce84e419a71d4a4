import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// The plan over all days, with what comes next, what is free, and how to get from one to the other.
struct PlanView: Overlay {
  private(set) var list = PlanList()
  private(set) var selected = 0
  private var top = 0
  private var rows = 1
  private var made: PlanList.Made?

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let width = min(screen.width, 112)
    return Rect(x: (screen.width - width) / 2, y: 1, width: width, height: screen.height - 3)
  }

  /// Under the line that says what comes next.
  private static func places(_ rect: Rect) -> (head: Rect, list: Rect) {
    let inner = Box(rect).hasBorder ? rect.inset(x: 1, y: 1) : rect
    let head = Rect(x: inner.x, y: inner.y, width: inner.width, height: 1)
    return (head, Rect(x: inner.x, y: inner.y + 1, width: inner.width, height: max(0, inner.height - 1)))
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, PlanView.places(Rect(size)).list.height)
    let made = PlanList.Made(world)
    if self.made != made {
      let before = line
      let isFirst = self.made == nil
      list = PlanList(world)
      self.made = made
      if isFirst {
        selected = list.first(at: world.clock.now)
        top = selected - rows / 3
      } else if let before, let same = list.lines.firstIndex(of: before) {
        selected = same
      }
      move(to: selected)
    }
    top = Scroll.top(
      top, showing: max(0, selected - 1)..<selected + 1, of: list.lines.count, rows: rows, isAimed: false)
  }

  private var line: PlanList.Line? { list.lines.indices.contains(selected) ? list.lines[selected] : nil }

  private var session: Session.ID? {
    switch line {
    case .entry(.session(let id), _): id
    case .shared(let slot): if case .session(let id) = slot.id { id } else { nil }
    case .entry, .gap, .heading, .walk, nil: nil
    }
  }

  private func appointment(_ world: World) -> Plan.Appointment? {
    guard case .entry(.appointment(let id), _) = line else { return nil }
    return world.stars.plan.appointments.first { $0.id == id }
  }

  /// The gap that is selected, else the first one after what is.
  private var gap: PlanGap? {
    guard list.lines.indices.contains(selected) else { return nil }
    for case .gap(let gap) in list.lines[selected...] { return gap }
    return nil
  }

  /// When what is selected begins.
  private var instant: Instant? {
    switch line {
    case .entry(_, let slot): slot?.start
    case .shared(let slot): slot.start
    case .gap(let gap): gap.start
    case .heading, .walk, nil: nil
    }
  }

  /// Selects a line, or the nearest that can be.
  private mutating func move(to place: Int) {
    let lines = list.lines
    guard !lines.isEmpty else { return selected = 0 }
    let wanted = max(0, min(place, lines.count - 1))
    selected =
      (wanted >= selected ? lines[wanted...].firstIndex(where: \.isSelectable) : nil)
      ?? lines[...wanted].lastIndex(where: \.isSelectable) ?? lines.firstIndex(where: \.isSelectable) ?? 0
  }

  fileprivate func open(_ world: World) -> [Outcome] {
    if case .gap(let gap) = line { return fill(gap, world) }
    if let appointment = appointment(world) { return [.open(AppointmentView(appointment, world))] }
    guard let session, world.catalogue.has(.session(session)) else {
      return [.say(Message("There is nothing to read of this in the agenda"))]
    }
    return [.close, .show(.about(.session(session)))]
  }

  /// Offers what would fit into a gap.
  fileprivate func fill(_ gap: PlanGap, _ world: World) -> [Outcome] {
    let choices = gap.fitting(world).map { row in
      Choice(
        .data(row.title), detail: .data(listed([world.times.range(row), row.room], by: " ")),
        .close, .show(.about(.session(row.id))))
    }
    let (start, end) = (world.zone.local(gap.start).clock, world.zone.local(gap.end).clock)
    guard !choices.isEmpty else { return [.say(Message("Nothing fits between %1$s and %2$s", start, end))] }
    return [
      .offer(
        Offer(Message("Fits from %1$s to %2$s", start, end), prompt: Message("Name: "), act: Message("read"), choices))
    ]
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let list = PlanView.places(Rect(size)).list
    guard list.contains(place), self.list.lines.indices.contains(top + place.y - list.y) else { return [] }
    move(to: top + place.y - list.y)
    return isDouble ? open(world) : []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  // MARK: - Drawing

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    if Box(rect).hasBorder {
      let clashes = world.stars.found.overlapCount
      let info = clashes == 0 ? nil : Message("1 clash", "%d clashes", count: clashes)
      canvas.frame(rect, title: Message("My plan"), info: info)
    }
    let (head, body) = PlanView.places(rect)
    canvas.putFitted(headWords(world), x: head.x + 1, y: head.y, .running, in: head)
    let columns = world.signs.columns
    for y in 0..<body.height {
      guard list.lines.indices.contains(top + y) else { break }
      draw(list.lines[top + y], columns, world, y: body.y + y, in: body, into: &canvas)
      guard top + y == selected else { continue }
      canvas.select(Rect(x: body.x, y: body.y + y, width: body.width, height: 1), sign: body.x)
      canvas.cursor = Point(x: body.x, y: body.y + y)
    }
  }

  /// What comes next, or that nothing does, and when all of it is.
  private func headWords(_ world: World) -> Message {
    if world.stars.plan.isEmpty {
      return Message(
        "Nothing is on the plan yet: %1$s stars a session, %2$s adds something else", world.key("star"), "a")
    }
    if let next = world.planWording.next { return Message("Next: %s", next) }
    return Message("Nothing more is on the plan")
  }

  private func draw(
    _ line: PlanList.Line, _ columns: SignColumns, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    let isNarrow = rect.width < 50
    let timeWidth = isNarrow ? 5 : 11
    let titleX = rect.x + 1 + timeWidth + columns.width + 1
    func time(_ start: Instant, _ end: Instant?) -> String {
      let start = world.zone.local(start).clock
      guard !isNarrow, let end else { return start }
      return start + "-" + world.zone.local(end).clock
    }
    switch line {
    case .heading(let words): canvas.putFitted(words, x: rect.x + 1, y: y, .heading, in: rect)
    case .shared(let slot):
      var (place, end, signs) = (slot.place, Instant?.some(slot.end), world.signs.ofSharedEntry(in: columns))
      if case .session(let session) = slot.id, let row = world.shared?.rows[session] {
        (place, end, signs) = (slot.place, row.end, world.signs.of(row, in: columns))
      }
      canvas.put(time(slot.start, end), x: rect.x + 1, y: y, .dim, in: rect)
      canvas.put(signs, x: rect.x + 1 + timeWidth, y: y, in: rect)
      draw(world.shared?.title(of: slot.id) ?? "", .dim, at: place, x: titleX, y: y, in: rect, into: &canvas)
    case .gap(let gap):
      canvas.put(time(gap.start, gap.end), x: rect.x + 1, y: y, .dim, in: rect)
      canvas.putFitted(Message("%s free", Message.length(minutes: gap.minutes)), x: titleX, y: y, .dim, in: rect)
    case .walk(let minutes, let place):
      canvas.putFitted(
        Message("%1$s to walk, to %2$s", Message.length(minutes: minutes), place), x: titleX, y: y, .warning, in: rect)
    case .entry(let id, let slot):
      var (title, place, end, signs) = (world.planWording.title(of: id), slot?.place ?? "", slot?.end, [SessionSign]())
      if case .session(let session) = id, let row = world.stars.rows[session] {
        (end, signs) = (row.end, world.signs.of(row, in: columns))
        if slot == nil { place = world.times.short(row) }
      } else if case .session(let session) = id {
        title = world.stars.plan.stars.first { $0.id == session }?.title ?? title
        signs = world.signs.of(starred: session, in: columns)
      } else {
        signs = [.blank, world.stars.found.overlapping.contains(id) ? SessionSign(text: "!", role: .warning) : .blank]
      }
      let isOn = slot.map { $0.start <= world.clock.now && world.clock.now < $0.end } ?? false
      if let slot { canvas.put(time(slot.start, end), x: rect.x + 1, y: y, isOn ? .running : .time, in: rect) }
      canvas.put(signs, x: rect.x + 1 + timeWidth, y: y, in: rect)
      draw(title, isOn ? .running : .text, at: place, x: titleX, y: y, in: rect, into: &canvas)
    }
  }

  /// A title, and at the right where it is.
  private func draw(
    _ title: String, _ role: Role, at place: String, x: Int, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    let placeWidth = rect.width >= 60 ? min(24, displayWidth(place)) : 0
    let titles = Rect(x: rect.x, y: rect.y, width: rect.width - 2 - placeWidth, height: rect.height)
    canvas.putFitted(title, x: x, y: y, role, in: titles)
    if placeWidth > 0 {
      canvas.put(canvas.fit(place, width: placeWidth), x: rect.maxX - 1 - placeWidth, y: y, .dim, in: rect)
    }
  }
}

extension PlanView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    let lines = list.lines
    let target = max(0, min(selected + rows, lines.count - 1))
    let next =
      rows > 0
      ? lines.indices.first { $0 >= target && lines[$0].isSelectable }
      : lines.indices.last { $0 <= target && lines[$0].isSelectable }
    if let next { selected = next } else { move(to: target) }
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    let place = isFirst ? list.lines.firstIndex(where: \.isSelectable) : list.lines.lastIndex(where: \.isSelectable)
    selected = place ?? 0
    return []
  }

  static var place: Message? { Message("in the plan") }
  static func absence(_ keys: KeyTable) -> Message { Message("That is done in the plan: %s", keys.name(of: "plan")) }

  static let openers: [Command<Openers>] = [
    Command(
      "plan", .find, Message("Show my plan over all days, with what comes next and what is free"), Shortcuts(["P"]),
      hint: Command<Openers>.Hint(45, Message("plan")) { _, world in !world.stars.plan.isEmpty }
    ) { _, _ in [.open(PlanView())] }
  ]

  private static let noSession: @Sendable (PlanView, World) -> Message? = { view, _ in
    view.session == nil ? Message("No session is selected") : nil
  }

  static let commands: [Command<PlanView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + endCommands() + [
      .open(Command.Hint(10) { view, _ in if case .gap = view.line { Message("what fits") } else { Message("read") } })
      {
        view, world in view.open(world)
      },
      Command(
        "star", .read, Message("Star this session, then as maybe, then not at all"), Shortcuts(["*"]),
        hint: Command.Hint(20, Message("star")), unless: noSession
      ) { view, world in view.session.map { [world.stars.starred($0)] } ?? [] },
      Command(
        "later", .read, Message("Put this session aside to be watched later, or take that back"), Shortcuts(["+"]),
        unless: noSession
      ) { view, world in view.session.map { [world.stars.keptForLater($0)] } ?? [] },
      Command(
        "fits", .find, Message("Offer what fits into the gap that is selected, or the next one"), Shortcuts(["f"]),
        hint: Command.Hint(22, Message("what fits")),
        unless: { view, _ in view.gap == nil ? Message("Nothing is free from here on") : nil }
      ) { view, world in view.gap.map { view.fill($0, world) } ?? [] },
      Command(
        "addEntry", .write, Message("Add an entry of your own to the plan"), Shortcuts(["a"]),
        hint: Command.Hint(24, Message("add"))
      ) { view, world in [.open(AppointmentView(near: view.instant, world))] },
      Command(
        "removeEntry", .write, Message("Take an entry of your own off the plan"), Shortcuts(["d", .delete]),
        unless: { view, world in
          view.appointment(world) == nil
            ? Message("Only entries of your own are removed; %s unstars", world.key("star")) : nil
        }
      ) { view, world in view.appointment(world).map { [.effect(.removeAppointment($0.id))] } ?? [] },
      Command(
        "write", .write, Message("Write a note on what is read"), Shortcuts(["e"]), unless: noSession
      ) { view, _ in view.session.map { [.close, .show(.about(.session($0))), .write(.session($0))] } ?? [] },
      Command(
        "links", .read, Message("Follow a link of the page, or of the selected session, by its number"),
        Shortcuts(["o"]), unless: noSession
      ) { view, _ in view.session.map { [.close, .show(.about(.session($0))), .run("links")] } ?? [] },
      Command(
        "copy", .read, Message("Copy title, time and place, or the selected address"), Shortcuts(["y"]),
        unless: noSession
      ) { view, world in view.session.map { .copy(.session($0), world) } ?? [] },
      Command(
        "copyAddress", .read, Message("Copy the address of what is selected"), Shortcuts(["Y"]), unless: noSession
      ) { view, world in view.session.map { .copyAddress(of: .session($0), world) } ?? [] },
      Command(
        "clashes", .find, Message("Decide between what on the plan clashes"), Shortcuts(["c"]),
        unless: { _, world in world.stars.found.absence }
      ) { view, _ in [.open(ClashesView(near: view.session))] },
      Command(
        "calendar", .read, Message("Write the plan as a calendar, with reminders, to a file"), Shortcuts(["x"]),
        shortWords: Message("to a calendar"), hint: Command.Hint(26, Message("calendar")),
        unless: { _, world in world.stars.hasNowhereToGo ? Message("Nothing with a time is on the plan") : nil }
      ) { _, world in
        // A small screen has no other place to say where it is written.
        (Box.isSmall(world.size) ? [.close] : []) + [.effect(.writeCalendar)]
      },
      Command(
        "share", .read, Message("Share the plan: show it as an address and as a code"), Shortcuts(["s"]),
        shortWords: Message("share"), hint: Command.Hint(28, Message("share")),
        unless: { _, world in world.stars.hasNowhereToGo ? Message("Nothing is on the plan to be shared") : nil }
      ) { _, _ in [.open(ShareView())] },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
