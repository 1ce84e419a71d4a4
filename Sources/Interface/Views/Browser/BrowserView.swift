import Agenda
import Catalogue
import Cells
import Messages

/// A list of pages, or the one that is open: previous meetings, or documents.
struct BrowserView: PanelView, PageReader {
  enum Shelf: Sendable {
    case background, documents
  }

  struct Entry: Equatable, Sendable {
    var subject: Subject
    var title: String
    var detail: String
  }

  static let rowHeight = 2

  let shelf: Shelf
  private(set) var entries: [Entry] = []
  private(set) var list = Scroll()
  /// The page that is open; nil shows the list.
  private(set) var open: Subject?
  var text = Page()
  private(set) var rows = 1
  /// The number of a paragraph while it is typed in the status line.
  var asked: InputLine?
  /// Numbers of the open document's paragraphs that have notes, and what they were found from.
  private(set) var noted: Set<String> = []
  private var notedKey: Noted?

  private struct Noted: Equatable {
    var open: Subject?
    var revision: Int
    var edition: Int
  }
  /// The edition and language that the entries are of.
  private var made: (edition: Int, language: String)?

  init(_ shelf: Shelf) { self.shelf = shelf }

  var page: Page? {
    get { open == nil ? nil : text }
    set { if let newValue { text = newValue } }
  }

  var mode: KeyMode { asked == nil ? .reading : .typing }

  private var selectedEntry: Entry? { entries.indices.contains(list.selected) ? entries[list.selected] : nil }

  var listedSubject: Subject? { open == nil ? selectedEntry?.subject : nil }

  func title(_ world: World) -> Message { shelf == .background ? Message("Background") : Message("Documents") }

  func shortTitle(_ world: World) -> Message {
    shelf == .background ? Message.within("short", "Back") : Message.within("short", "Docs")
  }

  func count(_ world: World) -> Int { entries.count }
  func topic(_ world: World) -> Topic { open.map { .about($0) } ?? .nothing }

  func info(_ size: Size, _ world: World) -> [String] {
    if open != nil {
      let position = text.position(rows: size.height, world)
      // Most numbers stand in the margin.
      let number = text.numberRead.flatMap { $0.contains("+") ? "¶ \($0)" : nil } ?? ""
      return [listed([number, position], by: " · "), position]
    }
    return entries.isEmpty ? [] : ["\(list.selected + 1)/\(entries.count)"]
  }

  mutating func show(_ topic: Topic, _ world: World) -> Bool {
    guard let subject = topic.subject else { return topic == .nothing && goBack() }
    switch subject {
    case .meeting: guard shelf == .background else { return false }
    case .document, .conference: guard shelf == .documents else { return false }
    case .session, .person, .room: return false
    }
    select(subject)
    open = subject
    return true
  }

  /// Selects an entry of the list, if it is there.
  mutating func select(_ subject: Subject) {
    if let index = entries.firstIndex(where: { $0.subject == subject }) { list.selected = index }
  }

  mutating func goBack() -> Bool {
    defer { (open, asked) = (nil, nil) }
    return open != nil
  }

  // MARK: - What it lists

  /// Reads the list anew; selection and open page stay where they still exist.
  private mutating func fill(_ world: World) {
    if made?.edition == world.edition, made?.language == world.messages.language { return }
    made = (world.edition, world.messages.language)
    let before = selectedEntry?.subject
    entries = shelf == .background ? BrowserView.meetings(world) : BrowserView.documents(world)
    list.move(by: 0, count: entries.count)
    if let before { select(before) }
    if let open, !entries.contains(where: { $0.subject == open }) { self.open = nil }
  }

  private static func meetings(_ world: World) -> [Entry] {
    world.catalogue.meetings().map {
      Entry(subject: .meeting($0.id), title: $0.title, detail: listed([world.messages.partial($0.date), $0.place]))
    }
  }

  private static func documents(_ world: World) -> [Entry] {
    let about = Entry(
      subject: .conference, title: world.text(Message("About this conference")),
      detail: world.text(world.catalogue.conference.dates))
    return [about]
      + world.catalogue.documents().map { Entry(subject: .document($0.id), title: $0.title, detail: $0.kind) }
  }

  mutating func replaceCatalogue(_ world: World) { fill(world) }

  mutating func fit(_ size: Size, _ world: World) {
    fill(world)
    rows = max(1, size.height)
    let key = Page.Key(open.map { .about($0) } ?? .nothing, width: size.width, world)
    if text.key != key { text.show(open.map { compose($0, width: key.width, world) } ?? .empty, for: key) }
    text.markSearch(world)
    text.clamp(rows: rows)
    findNoted(world)
    list.fit(shown: rows / BrowserView.rowHeight, count: entries.count)
  }

  private mutating func findNoted(_ world: World) {
    let key = Noted(open: open, revision: world.notes.revision, edition: world.edition)
    guard notedKey != key else { return }
    notedKey = key
    noted =
      open.flatMap { subject in
        world.isVisitor ? nil : world.notes.texts[subject].map { NotedParagraphs($0, on: subject, world).numbers }
      } ?? []
  }

  // MARK: - Moving in it

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    if open == nil { list.move(by: rows, count: entries.count) } else { scroll(by: rows) }
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    if open == nil {
      list.move(by: isFirst ? Int.min / 2 : Int.max / 2, count: entries.count)
    } else {
      scrollToEnd(isFirst: isFirst)
    }
    return []
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    if open != nil {
      if let link = text.link(at: place) { return [link.destination.outcome] }
      text.read(line: text.top + place.y)
      return []
    }
    let row = list.top + place.y / BrowserView.rowHeight
    if entries.indices.contains(row) { list.selected = row }
    if isDouble { openSelected() }
    return []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  private mutating func openSelected() { open = selectedEntry?.subject }

  static let commands: [Command<BrowserView>] =
    rowCommands() + endCommands() + [
      .open(
        Command.Hint(10) { view, _ in
          view.asked != nil ? Message("go there") : view.open == nil ? Message("read") : view.openHint()
        },
        unless: { view, _ in view.shelf == .background && view.entries.isEmpty ? noBackground : nil }
      ) { view, world in
        if view.asked != nil { return view.goToAsked() }
        if view.open != nil { return view.openPage(world) }
        view.openSelected()
        return []
      }
    ] + linkCommands() + paragraphCommands

  private static let noBackground = Message("This agenda has no previous meetings")

  // MARK: - Drawing

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    if open != nil { return text.draw(isFocused: canvas.isFocused, noted: noted, in: rect, into: &canvas) }
    guard !entries.isEmpty else {
      let words =
        shelf == .background
        ? Message("No previous meetings in this bundle.") : Message("No documents in this bundle.")
      return canvas.putFitted(words, x: rect.x + 1, y: rect.y, .dim, in: rect)
    }
    for index in entries.indices.dropFirst(list.top) {
      let entry = entries[index]
      let y = rect.y + (index - list.top) * BrowserView.rowHeight
      guard y < rect.maxY else { break }
      var isLinked = false
      if case .meeting(let id) = entry.subject { isLinked = world.linkedMeetings.contains(id) }
      canvas.put(isLinked ? (canvas.isASCII ? "+" : "→") : " ", x: rect.x + 1, y: y, .sign, in: rect)
      canvas.putFitted(entry.title, x: rect.x + 3, y: y, .title, in: rect)
      if entry.detail.lowercased() != entry.title.lowercased() {
        canvas.putFitted(entry.detail, x: rect.x + 3, y: y + 1, .dim, in: rect)
      }
      guard index == list.selected else { continue }
      canvas.select(
        Rect(x: rect.x, y: y, width: rect.width, height: 1), sign: rect.x, isFocused: canvas.isFocused)
      if canvas.isFocused { canvas.cursor = Point(x: rect.x, y: y) }
    }
  }
}
