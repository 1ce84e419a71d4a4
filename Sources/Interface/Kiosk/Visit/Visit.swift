import Agenda
import Catalogue
import Cells
import Messages

/// Somebody who looks around: the whole interface, but only what does no harm in a foyer.
struct Visit {
  var app: App
  /// The address that is shown as a code, with what it belongs to.
  var address: AddressLink?
  /// When a key was pressed last, on the clock that only goes forward.
  var touched: Int64

  /// What can be asked for; everything else is as if the key did nothing.
  static let allowed: Set<CommandName> = [
    "up", "down", "pageUp", "pageDown", "first", "last", "showAgenda", "showSession", "showBackground", "showDocuments",
    "nextPanel", "previousPanel", "zoom", "previousDay", "nextDay", "now", "open", "back", "background",
    "aboutConference",
    "find", "nextMatch", "previousMatch", "previousLink", "nextLink", "links", "people", "rooms", "allRooms",
    "parallel", "alike", "timetable", "left", "right",
  ]

  /// The key of the code, which is none of the table's that are allowed.
  static let codeKey = Key.character("c")
  /// The key of the next language, where there are several.
  static let voiceKey = Key.character("l")

  /// Whether a row of the staff's notices lies between the interface and the hints.
  private(set) var hasNotice = false

  private(set) var messages: Messages
  /// Which of the kiosk's voices they read in.
  var voice = 0
  /// The language that the next one is, as it is offered; nil where there is none to choose.
  private(set) var nextVoice: String?
  /// The whole screen, with the hints.
  private(set) var screen: Size
  /// What codes are drawn with.
  let codeInk: CodePicture.Ink

  init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme, isASCII: Bool, messages: Messages,
    codeInk: CodePicture.Ink, uptime: Int64, nextVoice: String? = nil
  ) {
    app = App(
      catalogue: catalogue, clock: clock, size: Visit.size(size), theme: theme, isASCII: isASCII,
      messages: messages, isVisitor: true)
    (self.messages, self.codeInk, touched) = (messages, codeInk, uptime)
    (self.nextVoice, screen) = (nextVoice, size)
  }

  /// Rows of the hints: they are large where there is room.
  static func hintRows(_ size: Size) -> Int { size.height >= 16 ? 3 : 1 }

  /// What the interface has: its own last row lies under the first of the hints.
  static func size(_ size: Size, hasNotice: Bool = false) -> Size {
    Size(width: size.width, height: size.height - hintRows(size) + (hasNotice ? 0 : 1))
  }

  /// Takes its place on a screen of this size.
  mutating func fit(_ size: Size, hasNotice: Bool) {
    (self.hasNotice, screen) = (hasNotice, size)
    let place = Visit.size(size, hasNotice: hasNotice)
    if app.world.size != place { run(.resize(place)) }
  }

  /// What the visitor wants of the kiosk.
  enum Wish {
    case stay
    /// The board.
    case leave
    /// Another language.
    case nextVoice
  }

  /// What a key, the mouse or a finger does; a hint that is touched is its key.
  mutating func handle(_ input: Input) -> Wish {
    switch input {
    // Its place is given by `fit`; and nobody in a foyer pastes.
    case .resize, .paste: break
    case .mouse(let action):
      if action.kind == .click, let key = VisitRender.key(at: action.position, self) { return press(key) }
      if address != nil { address = nil } else { run(.mouse(action)) }
    case .key(let key): return press(key)
    }
    return .stay
  }

  /// The visitor stays at the same place of another version, as far as that is still there.
  mutating func replace(_ catalogue: Catalogue) { app.replace(catalogue) }

  /// Goes on in another language at the same place, as far as that is there.
  mutating func speak(_ messages: Messages, _ catalogue: Catalogue, next: String?) {
    self.messages = messages
    nextVoice = next
    app.world.messages = messages
    app.replace(catalogue)
  }

  /// The minute has changed.
  mutating func pass(to now: Instant) { _ = app.handle(.time(now)) }

  private mutating func press(_ key: Key) -> Wish {
    if address != nil {
      address = nil
      return .stay
    }
    if app.stack.mode.isTyped {
      type(key)
      return .stay
    }
    if key == Visit.codeKey {
      address = addressToTake
      return .stay
    }
    if key == Visit.voiceKey, nextVoice != nil { return .nextVoice }
    // For those who know: it is what leaves elsewhere.
    if key == .character("q") { return .leave }
    guard let command = app.command(for: key), Visit.allowed.contains(command) else { return .stay }
    if command == "back", app.stack.reason("back", app.world) != nil { return .leave }
    run(.key(key))
    // The notes are passed over.
    if app.stack.desk.focus == .notes { run(.key(key)) }
    return .stay
  }

  /// A key while words are typed, or a link's number.
  private mutating func type(_ key: Key) {
    switch key {
    case .character(let character):
      if app.stack.isChoosingByNumber, !("0"..."9").contains(character) { return }
      // A sign that is a key in a list is none that is typed.
      if let command = app.command(for: key), !Visit.allowed.contains(command) { return }
    case .backspace, .delete, .left, .right, .home, .end: break
    default:
      guard let command = app.command(for: key), Visit.allowed.contains(command) else { return }
    }
    run(.key(key))
  }

  private mutating func run(_ input: Input) {
    for effect in app.handle(.input(input)) {
      // An address is shown, never opened. Nothing else leaves the screen.
      if case .openAddress(let url) = effect { address = AddressLink(title: "", url: url) }
    }
  }

  /// The address that somebody may want to take along: the session's first, else the conference's.
  var addressToTake: AddressLink? {
    let world = app.world
    if let row = world.programme.selectedRow, let address = world.catalogue.session(row.id)?.addresses.first {
      return AddressLink(title: row.title, url: address.url)
    }
    let card = world.catalogue.conference
    return card.url.isEmpty ? nil : AddressLink(title: card.title, url: card.url)
  }
}
