import Agenda
import Catalogue
import Cells
import Messages

/// The search box: what is typed, and the places found with their context.
struct SearchView: TypingView {
  var input = InputLine()
  private var narrowing: SearchNarrowing?
  private var answer = SearchAnswer()
  private var list = Scroll()
  /// Whether the list was moved in since something was typed; then keys are for the selected hit.
  fileprivate var isInList = false
  /// What is to be said of what was found, in lines.
  private var told: [String] = []
  private var rows = 1
  /// Of a hit: where no words are searched for there is nothing to show under what stands in columns.
  private var rowHeight = 2
  /// Of the catalogue that was searched.
  private var edition: Int?

  var hits: [SearchHit] { answer.hits }
  var mode: KeyMode { isInList ? .choosing : .typing }
  var searchesNotes: Bool { true }

  func frame(on screen: Size) -> Rect { Box.ofHits(on: screen) }

  mutating func fit(_ size: Size, _ world: World) {
    let area = Box(Rect(size)).list
    if let edition, edition != world.edition { search(world) }
    edition = world.edition
    // Half of the room is for what was found, where something was.
    told = told(world).flatMap { wrap(world.text($0), width: max(1, area.width - 2)) }
    told = Array(told.prefix(max(1, hits.isEmpty ? area.height : min(3, area.height / 2))))
    rows = max(1, area.height - told.count)
    rowHeight = narrowing?.words.isEmpty == true && HitColumns.areWide(hits, area.width) ? 1 : 2
    list.fit(shown: rows / rowHeight, count: hits.count)
  }

  mutating func typed(_ world: World) {
    search(world)
    (list, isInList) = (Scroll(), false)
  }

  private mutating func search(_ world: World) {
    let narrowing = SearchNarrowing(input.editor.text, world)
    self.narrowing = narrowing
    answer = world.catalogue.answer(question(narrowing, world))
    list.move(by: 0, count: hits.count)
  }

  private func question(_ narrowing: SearchNarrowing, _ world: World) -> SearchQuestion {
    var question = SearchQuestion(narrowing.words)
    (question.months, question.scope) = (world.monthNames, narrowing.scope)
    (question.now, question.limit) = (world.clock.now, SearchTrail.limit)
    return question
  }

  /// What is to be said of what was found, or why nothing was.
  private func told(_ world: World) -> [Message] {
    guard let narrowing, !input.editor.text.isEmpty else { return SearchView.advice(world) }
    var told = narrowing.remarks
    if !narrowing.kept.isEmpty { told.append(Message("Only %s", listed(narrowing.kept))) }
    told += answer.replacements.map { replacement in
      let found = SearchView.quoted(replacement.found.prefix(3))
      return replacement.isAdded
        ? Message("Few say “%1$s”; shown too is %2$s", replacement.typed, found)
        : Message("Nothing says “%1$s”; shown is %2$s", replacement.typed, found)
    }
    if !hits.isEmpty || narrowing.words.isEmpty { return told }
    told += answer.unknown.map { unknown in
      let nearest = SearchView.quoted(unknown.nearest)
      return unknown.nearest.isEmpty
        ? Message("Nothing says “%s”", unknown.typed)
        : Message("Nothing says “%1$s”; nearest: %2$s", unknown.typed, nearest)
    }
    if answer.unknown.isEmpty {
      let words = SearchView.quoted(narrowing.words.split(separator: " ").map(String.init))
      told.append(
        narrowing.scope.isEmpty
          ? Message("Nothing has all of these words: %s", words)
          : Message("Nothing there has all of these words: %s", words))
    }
    return told
  }

  private static func quoted(_ words: some Sequence<String>) -> Message {
    .enumeration(words.map { Message("“%s”", $0) })
  }

  /// What can be typed, where nothing is.
  private static func advice(_ world: World) -> [Message] {
    [
      Message("Type words. Accents and capitals do not matter; the last word may be unfinished."),
      Message(
        "%1$s narrow, each with a name behind it; the first letter will do (%2$s).", SearchNarrowing.keys(world),
        String(SearchNarrowing.keys(world).prefix(2))),
      Message("A letter may be wrong, missing or doubled, or have changed places with its neighbour."),
    ]
  }

  /// The session that is selected among what was found, or whose note is.
  private var session: Session.ID? { hits.indices.contains(list.selected) ? hits[list.selected].session : nil }

  /// What is written on the selected session; the way back leads to what was found there.
  private func write(_ world: World) -> [Outcome] { session.map { accept(world) + [.write(.session($0))] } ?? [] }

  fileprivate static let noSession: @Sendable (SearchView, World) -> Message? = { view, world in
    view.session.map { world.catalogue.has(.session($0)) } == true ? nil : Message("No session is selected")
  }

  /// Goes to the selected hit and keeps the rest for the commands that go on from there.
  private func accept(_ world: World) -> [Outcome] {
    let words = input.editor.text
    guard hits.indices.contains(list.selected), let narrowing else {
      return [.close] + (words.isEmpty ? [] : [.say(Message("Nothing found for “%s”", words))])
    }
    let trail = SearchTrail(
      question: question(narrowing, world), marked: answer.marked, hits: hits, index: list.selected)
    return [.close, .search(trail)]
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let rect = places(in: Rect(size))
    guard rect.contains(place) else { return [] }
    let index = list.top + (place.y - rect.y) / rowHeight
    guard hits.indices.contains(index) else { return [] }
    (list.selected, isInList) = (index, true)
    return isDouble ? accept(world) : []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  // MARK: - Drawing

  /// Where hits are listed: under what is said of them.
  private func places(in rect: Rect) -> Rect {
    let area = Box(rect).list
    return Rect(x: area.x, y: area.y + told.count, width: area.width, height: max(0, area.height - told.count))
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    let count = hits.count
    let found =
      count == 0
      ? Message("Nothing found")
      : count == SearchTrail.limit ? Message("%d or more found", count) : Message("%d found", "%d found", count: count)
    let isEmpty = input.editor.text.isEmpty
    box.draw(Message("Find"), info: isEmpty ? nil : found, prompt: Message("Find: "), input, into: &canvas)
    for (index, line) in told.enumerated() {
      canvas.put(line, x: box.list.x + 1, y: box.list.y + index, .dim, in: box.list)
    }
    let places = places(in: rect)
    let columns = HitColumns(hits, world, width: places.width)
    for (index, hit) in hits.enumerated().dropFirst(list.top) {
      let y = places.y + (index - list.top) * rowHeight
      guard y < places.maxY else { break }
      draw(hit, columns, world, y: y, in: places, into: &canvas)
      guard index == list.selected else { continue }
      canvas.select(Rect(x: places.x, y: y, width: places.width, height: 1), sign: places.x)
    }
  }

  private func draw(
    _ hit: SearchHit, _ columns: HitColumns, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    let row = hit.session.flatMap(world.catalogue.sessionRow)
    var x = rect.x + 2
    if let row, columns.signs.width > 0 { canvas.put(world.signs.of(row, in: columns.signs), x: x, y: y, in: rect) }
    x += columns.signs.width == 0 ? 0 : columns.signs.width + 1
    var details: [(text: String, role: Role)] = []
    if columns.isWide {
      func put(_ text: String, width: Int, _ role: Role) {
        canvas.put(canvas.fit(text, width: width), x: x, y: y, role, in: rect)
        x += width == 0 ? 0 : width + 2
      }
      put(row.map(world.times.short) ?? columns.kind(of: hit, world), width: columns.time, row == nil ? .dim : .time)
      put(row.map(\.whereabouts) ?? "", width: columns.room, .dim)
      if row == nil { details = [(world.detail(hit.detail, of: hit.subject), .time)] }
    } else if let row {
      details = [(world.times.short(row), .time), (row.whereabouts, .dim)]
    } else {
      details = [(world.detail(hit.detail, of: hit.subject), .time)]
    }
    if case .note = hit.source { x += canvas.put(Message("Note on "), x: x, y: y, .dim, in: rect) }
    put(hit.title, x: x, y: y, plain: .title, in: rect, into: &canvas)
    guard rowHeight > 1, y + 1 < rect.maxY else { return }
    x = rect.x + 4
    for detail in details where !detail.text.isEmpty {
      x += canvas.put(canvas.fit(detail.text, width: rect.maxX - 1 - x), x: x, y: y + 1, detail.role, in: rect) + 2
    }
    // A word and two signs that it goes on are the least that tells anything.
    if rect.maxX - x > 8 { put(hit.context, x: x, y: y + 1, plain: .dim, in: rect, into: &canvas) }
  }

  /// Fragments one behind the other, cut as one text at the right edge.
  private func put(
    _ fragments: [SearchHit.Fragment], x: Int, y: Int, plain: Role, in rect: Rect, into canvas: inout Canvas
  ) {
    // The last hit's second row may have no room.
    guard y < rect.maxY else { return }
    let whole = fragments.reduce(into: "") { $0 += $1.text }
    let room = max(0, rect.maxX - 1 - x)
    let shown = canvas.fit(whole, width: room)
    guard !shown.isEmpty else { return }
    // The marks go as far as the text that is shown of it.
    let isWhole = displayWidth(whole) <= room
    var rest = isWhole ? Int.max : Glyphs(shown).reduce(0) { count, _ in count + 1 } - canvas.ellipsis.count
    var runs: [(text: String, role: Role)] = []
    for fragment in fragments where rest > 0 {
      let kept = isWhole ? fragment.text : Glyphs.prefix(of: fragment.text, count: &rest)
      runs.append((kept, fragment.isMatch ? .match : plain))
    }
    if !isWhole { runs.append((canvas.ellipsis, plain)) }
    canvas.put(runs, x: x, y: y, in: rect)
  }
}

/// The columns in which time, room and signs stand under each other for all hits.
private struct HitColumns {
  /// Whether there is room for them beside the titles; else time and room stand under these.
  let isWide: Bool
  var signs = SignColumns(hasNotes: false, hasStars: false)
  var time = 0
  var room = 0

  init(_ hits: [SearchHit], _ world: World, width: Int) {
    let hasSessions = hits.contains { $0.session != nil }
    isWide = HitColumns.areWide(hits, width)
    if hasSessions { signs = world.signs.usedColumns }
    guard isWide else { return }
    let days = world.catalogue.days.map { displayWidth(world.text(.weekdayAndNumber($0.date))) }.max() ?? 0
    let zone = world.ownZone?.transition(at: world.clock.now).abbreviation
    time = days + 6 + (zone.map { displayWidth($0) + 1 } ?? 0)
    room = world.hasRooms ? min(18, width / 5) : 0
  }

  static func areWide(_ hits: [SearchHit], _ width: Int) -> Bool {
    width >= 70 && hits.contains { $0.session != nil }
  }

  /// What something is that has no time.
  func kind(of hit: SearchHit, _ world: World) -> String {
    switch hit.subject {
    case .session: ""
    case .person: world.text(Message("Person"))
    case .room: world.text(Message("Room"))
    case .meeting: world.text(Message("Meeting"))
    case .document: world.text(Message("Document"))
    case .conference: world.text(Message("Conference"))
    }
  }
}

extension SessionRow {
  /// The room, or the place where there is none.
  fileprivate var whereabouts: String { room.isEmpty ? place : room }
}

extension SearchView: Movable {
  var pageLength: Int { max(1, rows / rowHeight - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows, count: hits.count)
    isInList = !hits.isEmpty
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    list.selected = isFirst ? 0 : max(0, hits.count - 1)
    isInList = !hits.isEmpty
    return []
  }

  static let openers: [Command<Openers>] = [
    Command(
      "find", .find, Message("Search sessions, background, documents and notes"), Shortcuts(["/"]),
      hint: Command<Openers>.Hint(30, Message("find"))
    ) { _, _ in [.open(SearchView())] }
  ]

  static let commands: [Command<SearchView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + endCommands { $0.input.editor } + [
      .open(Command.Hint(10, Message("go there"))) { view, world in view.accept(world) },
      Command(
        "star", .read, Message("Star this session, then as maybe, then not at all"),
        Shortcuts(typing: [.alt("*")], choosing: ["*"]),
        hint: Command.Hint(20, Message("star")) { view, _ in view.session != nil }, unless: noSession
      ) { view, world in view.session.map { [world.stars.starred($0)] } ?? [] },
      Command(
        "later", .read, Message("Put this session aside to be watched later, or take that back"),
        Shortcuts(typing: [.alt("+")], choosing: ["+"]),
        hint: Command.Hint(22, Message("later")) { view, _ in view.isInList && view.session != nil }, unless: noSession
      ) { view, world in view.session.map { [world.stars.keptForLater($0)] } ?? [] },
      Command(
        "write", .write, Message("Write a note on what is read"), Shortcuts(typing: [.alt("e")]),
        hint: Command.Hint(21, Message("note")) { view, _ in view.session != nil }, unless: noSession
      ) { view, world in view.write(world) },
      Command(
        "links", .read, Message("Follow a link of the page, or of the selected session, by its number"),
        Shortcuts(typing: [.alt("o")]), unless: noSession
      ) { view, world in view.accept(world) + [.run("links")] },
      Command(
        "copy", .read, Message("Copy title, time and place, or the selected address"),
        Shortcuts(typing: [.alt("y")]), unless: noSession
      ) { view, world in view.session.map { .copy(.session($0), world) } ?? [] },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
