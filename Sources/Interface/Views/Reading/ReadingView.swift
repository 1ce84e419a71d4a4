import Agenda
import Catalogue
import Cells
import Messages

/// The page of the selected session, or of what was gone to from it: a person, a room, what else is on.
struct ReadingView: PanelView, PageReader {
  /// What is read in the place of the selected session; nil while that is shown.
  private var visited: Topic?
  private var text = Page()
  private(set) var rows = 1

  var page: Page? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  func title(_ world: World) -> Message {
    switch visited {
    case .about(.person): Message("Person")
    case .about(.room): Message("Room")
    case .parallel: Message("Parallel")
    case .alike: Message.within("title", "Alike")
    case .reachable: Message.within("title", "Next")
    case .about, .note, .nothing, nil: Message("Session")
    }
  }

  func shortTitle(_ world: World) -> Message { Message.within("short", "Sess") }
  func info(_ size: Size, _ world: World) -> [String] { [text.position(rows: size.height, world)] }

  func topic(_ world: World) -> Topic {
    visited ?? world.programme.selectedRow.map { .about(.session($0.id)) } ?? .nothing
  }

  mutating func show(_ topic: Topic, _ world: World) -> Bool {
    switch topic {
    case .about(.session): visited = nil
    case .about(.person), .about(.room), .parallel, .alike, .reachable: visited = topic
    case .about(.meeting), .about(.document), .about(.conference), .note, .nothing: return false
    }
    return true
  }

  func content(of topic: Topic, _ world: World) -> PageContent? { compose(topic, width: Layout.textWidth, world) }

  mutating func goBack() -> Bool {
    defer { visited = nil }
    return visited != nil
  }

  mutating func replaceCatalogue(_ world: World) {
    switch visited {
    case .about(let subject): if !world.catalogue.has(subject) { visited = nil }
    case .parallel(let id), .alike(let id): if !world.catalogue.has(.session(id)) { visited = nil }
    case .reachable, .note, .nothing, nil: break
    }
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, size.height)
    defer { text.clamp(rows: rows) }
    if world.isPreviewDue { return }
    let topic = topic(world)
    // What can be reached is another thing every minute, and so is how long a session goes on.
    let isOfMoment =
      switch topic {
      case .reachable, .about(.session): true
      case .about, .parallel, .alike, .note, .nothing: false
      }
    let minute = isOfMoment ? Int(world.clock.nextMinute.seconds / 60) : 0
    let key = Page.Key(topic, width: size.width, revision: minute, isMarked: true, world)
    if text.key != key { text.show(compose(topic, width: key.width, world), for: key) }
    text.markSearch(world)
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    text.draw(isFocused: canvas.isFocused, in: rect, into: &canvas)
  }

  static var place: Message? { Message("in a text") }
  static func absence(_ keys: KeyTable) -> Message { Message("This page has no links") }

  static let commands: [Command<ReadingView>] =
    rowCommands() + endCommands() + [.open(Command.Hint(10) { view, _ in view.openHint() }) { $0.openPage($1) }]
    + linkCommands()
}
