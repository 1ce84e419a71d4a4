import Agenda
import Catalogue
import Cells
import Messages

/// The box in which a conference is found by words of its name in directories, or by an address, and opened.
///
/// What is found is looked up in the lists that are kept; the network is never waited for.
struct FinderView: TypingView {
  /// A row that can be chosen.
  enum Row: Equatable {
    case conference(ListedConference)
    /// The agenda at the address that has been typed.
    case agenda(String)
    /// The directory at the address that has been typed.
    case directory(String)
  }

  private static let rowHeight = 2

  var input = InputLine()
  private(set) var rows: [Row] = []
  private(set) var list = Scroll()
  /// Of the lists that were looked through; nil before the first time.
  private var edition: Int?

  /// - Parameter words: what has been typed already.
  init(_ words: String = "") { input.editor.insert(words) }

  func frame(on screen: Size) -> Rect { Box.ofHits(on: screen) }

  mutating func fit(_ size: Size, _ world: World) {
    if edition != world.listing.edition { findAgain(world) }
    edition = world.listing.edition
    list.fit(shown: max(1, places(in: Rect(size), world).height / FinderView.rowHeight), count: rows.count)
  }

  mutating func typed(_ world: World) {
    list = Scroll()
    find(world)
  }

  /// Looks through the lists that are there.
  private mutating func find(_ world: World) {
    let text = input.editor.text
    if let address = FinderView.address(text) {
      rows = [.agenda(address), .directory(address)]
    } else {
      let today = world.catalogue.conference.zone.local(world.clock.now).date
      let search = world.listing.search
      rows = search.hits(text, today: today).map { .conference(search.conferences[$0]) }
    }
    list.move(by: 0, count: rows.count)
  }

  /// The same with newer lists: what was selected stays selected, wherever it stands now.
  private mutating func findAgain(_ world: World) {
    let address = selectedRow.map(FinderView.address(of:))
    find(world)
    guard let address, let place = rows.firstIndex(where: { FinderView.address(of: $0) == address }) else { return }
    list.selected = place
  }

  private var selectedRow: Row? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

  private static func address(of row: Row) -> String {
    switch row {
    case .conference(let conference): conference.address
    case .agenda(let address), .directory(let address): address
    }
  }

  /// The address of the web that a text is; whoever fetches it looks at it more closely.
  private static func address(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let scheme = word.prefix { $0 != ":" }.lowercased()
    let isAddress = (scheme == "http" || scheme == "https") && word.dropFirst(scheme.count).hasPrefix("://")
    return isAddress ? String(word) : nil
  }

  /// Opens what is selected; it is fetched first, and the box stays until it is there.
  private mutating func accept(_ world: World) -> [Outcome] {
    guard let selectedRow else {
      let words = input.editor.text
      return words.isEmpty ? [] : .refuse(Message("Nothing found for “%s”", words))
    }
    switch selectedRow {
    case .conference(let conference):
      return [.bring(conference.address, title: conference.title.string(for: world.listing.languages))]
    case .agenda(let address): return [.bring(address, title: FinderView.host(of: address))]
    case .directory(let address):
      input = InputLine()
      find(world)
      return [.effect(.addDirectory(address))]
    }
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let rect = places(in: Rect(size), world)
    let index = list.top + (place.y - rect.y) / FinderView.rowHeight
    guard rect.contains(place), rows.indices.contains(index) else { return [] }
    list.selected = index
    return isDouble ? accept(world) : []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  /// `pretalx.com`: where an address leads, and nothing of it that may be a secret.
  private static func host(of address: String) -> String {
    let rest = address.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#\\".contains($0) }
    return rest.lastIndex(of: "@").map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
  }

  // MARK: - Drawing

  /// Where rows are listed: over the line that says what is being done.
  private func places(in rect: Rect, _ world: World) -> Rect {
    let list = Box(rect).list
    let isTold = state(world) != nil
    return Rect(x: list.x, y: list.y, width: list.width, height: max(0, list.height - (isTold ? 1 : 0)))
  }

  /// What is being done, or what is to be said of the directories.
  private func state(_ world: World) -> (words: Message, role: Role)? {
    let listing = world.listing
    if let title = listing.fetched { return (Message("Fetching %s…", title), .sign) }
    if listing.isAsking { return (Message("Asking the directories for their lists…"), .dim) }
    return listing.words.map { ($0, .warning) }
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    let isEmpty = input.editor.text.isEmpty
    let isAddress = FinderView.address(input.editor.text) != nil
    let found =
      rows.isEmpty ? Message("Nothing found") : Message("%d found", "%d found", count: rows.count)
    box.draw(
      Message("Find a conference"), info: isAddress || isEmpty && rows.isEmpty ? nil : found, prompt: Message("Name: "),
      input, into: &canvas)
    let places = places(in: rect, world)
    if isEmpty, rows.isEmpty {
      canvas.putWrapped(
        Message("No list of conferences is here. Type the address of an agenda, of a directory or of a pretalx."),
        x: places.x + 1, .dim, in: places)
    }
    if !isEmpty, rows.isEmpty {
      canvas.putFitted(Message("Nothing has these words."), x: places.x + 1, y: places.y, .dim, in: places)
    }
    for (index, row) in rows.enumerated().dropFirst(list.top) {
      let y = places.y + (index - list.top) * FinderView.rowHeight
      guard y < places.maxY else { break }
      draw(row, world, y: y, in: places, into: &canvas)
      guard index == list.selected else { continue }
      canvas.select(Rect(x: places.x, y: y, width: places.width, height: 1), sign: places.x)
    }
    if let state = state(world) {
      canvas.putFitted(state.words, x: places.x + 1, y: places.maxY, state.role, in: box.list)
    }
  }

  private func draw(_ row: Row, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas) {
    func put(_ title: Message, _ details: [(Message, Role)]) {
      canvas.putFitted(title, x: rect.x + 2, y: y, .title, in: rect)
      // The last one's second line may have no room.
      guard y + 1 < rect.maxY else { return }
      var x = rect.x + 4
      for (words, role) in details {
        let width = displayWidth(world.text(words))
        // The beginning of a host's name says nothing.
        if x > rect.x + 4, x + width > rect.maxX { continue }
        canvas.putFitted(words, x: x, y: y + 1, role, in: rect)
        x += width + 2
      }
    }
    switch row {
    case .conference(let conference):
      let dates = conference.start.map { (Message.dates($0, conference.end ?? $0), Role.time) }
      let zone = conference.timeZone.map { (Message.data($0), Role.dim) }
      let host = (Message.data(FinderView.host(of: conference.address)), Role.dim)
      put(
        .data(conference.title.string(for: world.listing.languages)), [dates, zone, host].compactMap { $0 })
    case .agenda(let address):
      put(Message("Open the agenda at this address"), [(.data(FinderView.host(of: address)), .dim)])
    case .directory(let address):
      put(
        Message("Add the directory, or the pretalx, at this address"), [(.data(FinderView.host(of: address)), .dim)])
    }
  }
}

extension FinderView: Movable {
  var pageLength: Int { 8 }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows, count: self.rows.count)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    list.selected = isFirst ? 0 : max(0, rows.count - 1)
    return []
  }

  static let openers: [Command<Openers>] = [
    Command("findConference", .program, Message("Find a conference by its name in directories"), Shortcuts(["D"])) {
      _, _ in [.open(FinderView()), .effect(.listDirectories)]
    }
  ]

  static let commands: [Command<FinderView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + endCommands { $0.input.editor } + [
      .open(Command.Hint(10, Message("open"))) { view, world in view.accept(world) },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close, .stopBringing] },
    ]
}
