import Agenda
import Catalogue
import Cells
import Messages

/// The search box: what is typed, and the places found with their context.
struct SearchView: Overlay {
  private static let rowHeight = 2

  private(set) var input = InputLine()
  private(set) var hits: [SearchHit] = []
  private var hasSessions = false
  private var list = Scroll()
  private var rows = 1
  /// Of the catalogue that was searched.
  private var edition: Int?

  var mode: KeyMode { .typing }
  var searchesNotes: Bool { true }

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    if screen.width < 110 { return Rect(x: 0, y: 1, width: screen.width, height: screen.height - 3) }
    return Rect(x: (screen.width - 100) / 2, y: 2, width: 100, height: screen.height - 6)
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = Box(Rect(size)).list.height
    if let edition, edition != world.edition { search(world) }
    edition = world.edition
    list.fit(shown: rows / SearchView.rowHeight, count: hits.count)
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] { edit(world) { _ = $0.edit(key) } }
  mutating func paste(_ text: String, _ world: World) -> [Outcome]? { edit(world) { $0.insert(text) } }

  private mutating func edit(_ world: World, _ change: (inout LineEditor) -> Void) -> [Outcome] {
    let before = input.editor.characters
    change(&input.editor)
    guard input.editor.characters != before else { return [] }
    search(world)
    list = Scroll()
    return []
  }

  private mutating func search(_ world: World) {
    hits = world.catalogue.search(input.editor.text, months: world.monthNames, limit: SearchTrail.limit)
    hasSessions = hits.contains { $0.session != nil }
    list.move(by: 0, count: hits.count)
  }

  /// The session that is selected among what was found, or whose note is.
  private var session: Session.ID? { hits.indices.contains(list.selected) ? hits[list.selected].session : nil }

  /// What is written on the selected session; the way back leads to what was found there.
  private func write() -> [Outcome] { session.map { accept() + [.write(.session($0))] } ?? [] }

  fileprivate static let noSession: @Sendable (SearchView, World) -> Message? = { view, world in
    view.session.map { world.catalogue.has(.session($0)) } == true ? nil : Message("No session is selected")
  }

  /// Goes to the selected hit and keeps the rest for the commands that go on from there.
  private func accept() -> [Outcome] {
    let words = input.editor.text
    guard hits.indices.contains(list.selected) else {
      return [.close] + (words.isEmpty ? [] : [.say(Message("Nothing found for “%s”", words))])
    }
    return [.close, .search(SearchTrail(query: words, hits: hits, index: list.selected))]
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let rect = Box(Rect(size)).list
    guard rect.contains(place) else { return [] }
    let index = list.top + (place.y - rect.y) / SearchView.rowHeight
    guard hits.indices.contains(index) else { return [] }
    list.selected = index
    return accept()
  }

  mutating func wheel(by notches: Int, _ world: World) -> [Outcome] { move(by: notches, world) }

  // MARK: - Drawing

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    let count = hits.count
    let found =
      count == 0
      ? Message("Nothing found")
      : count == SearchTrail.limit ? Message("%d or more found", count) : Message("%d found", "%d found", count: count)
    let isEmpty = input.editor.text.isEmpty
    box.draw(Message("Find"), info: isEmpty ? nil : found, prompt: Message("Find: "), input, into: &canvas)
    if isEmpty, hits.isEmpty {
      canvas.putWrapped(
        Message("Type words. Accents and capitals do not matter; the last word may be unfinished."),
        x: box.list.x + 1, .dim, in: box.list)
    }
    for (index, hit) in hits.enumerated().dropFirst(list.top) {
      let y = box.list.y + (index - list.top) * SearchView.rowHeight
      guard y < box.list.maxY else { break }
      draw(hit, world, y: y, in: box.list, into: &canvas)
      guard index == list.selected else { continue }
      canvas.select(Rect(x: box.list.x, y: y, width: box.list.width, height: 1), sign: box.list.x)
    }
  }

  private func draw(_ hit: SearchHit, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas) {
    var x = rect.x + 2
    if hasSessions {
      // One column each for all rows, so that titles stand under each other.
      let columns = world.signs.usedColumns
      if let row = hit.session.flatMap(world.catalogue.sessionRow) {
        canvas.put(world.signs.of(row, in: columns), x: x, y: y, in: rect)
      }
      x += columns.width == 0 ? 0 : columns.width + 1
    }
    if case .note = hit.source { x += canvas.put(Message("Note on "), x: x, y: y, .dim, in: rect) }
    put(hit.title, x: x, y: y, plain: .title, in: rect, into: &canvas)
    x = rect.x + 4
    let detail = world.detail(hit.detail, of: hit.subject)
    if !detail.isEmpty { x += canvas.put(detail, x: x, y: y + 1, .time, in: rect) + 2 }
    put(hit.context, x: x, y: y + 1, plain: .dim, in: rect, into: &canvas)
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
    canvas.put(shown, x: x, y: y, plain, in: rect)
    guard !shown.isEmpty else { return }
    // The marks go as far as the text that is shown of it.
    let end = shown == whole ? x + room : x + displayWidth(shown) - displayWidth(canvas.ellipsis)
    let kept = Rect(x: rect.x, y: y, width: end - rect.x, height: 1)
    var column = x
    for fragment in fragments {
      if fragment.isMatch { canvas.put(fragment.text, x: column, y: y, .match, in: kept) }
      column += displayWidth(fragment.text)
    }
  }
}

extension SearchView: Movable {
  var pageLength: Int { 8 }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows, count: hits.count)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] { [] }

  static let openers: [Command<Openers>] = [
    Command(
      "find", .find, Message("Search sessions, background, documents and notes"), Shortcuts(["/"]),
      hint: Command<Openers>.Hint(60, Message("find"))
    ) { _, _ in [.open(SearchView())] }
  ]

  static let commands: [Command<SearchView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + [
      .open(Command.Hint(10, Message("go there"))) { view, _ in view.accept() },
      Command(
        "star", .read, Message("Star this session, then as maybe, then not at all"), Shortcuts(typing: [.alt("*")]),
        hint: Command.Hint(20, Message("star")) { view, _ in view.session != nil }, unless: noSession
      ) { view, world in view.session.map { [world.stars.starred($0)] } ?? [] },
      Command(
        "later", .read, Message("Put this session aside to be watched later, or take that back"),
        Shortcuts(typing: [.alt("+")]), unless: noSession
      ) { view, world in view.session.map { [world.stars.keptForLater($0)] } ?? [] },
      Command(
        "write", .write, Message("Write a note on what is read"), Shortcuts(typing: [.alt("e")]),
        hint: Command.Hint(21, Message("note")) { view, _ in view.session != nil }, unless: noSession
      ) { view, _ in view.write() },
      Command(
        "links", .read, Message("Follow a link of the page, or of the selected session, by its number"),
        Shortcuts(typing: [.alt("o")]), unless: noSession
      ) { view, _ in view.accept() + [.run("links")] },
      Command(
        "copy", .read, Message("Copy title, time and place, or the selected address"),
        Shortcuts(typing: [.alt("y")]), unless: noSession
      ) { view, world in view.session.map { .copy(.session($0), world) } ?? [] },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
