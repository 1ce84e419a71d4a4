import Cells
import Messages

/// Whoever has commands: a view, the desk of panels, the program itself.
protocol CommandOwner: SendableMetatype {
  static var commands: [Command<Self>] { get }
  /// Where its keys hold, as documents say it; nil where that is nearly everywhere.
  static var place: Message? { get }
  /// Why none of its commands can run while it is not there.
  static func absence(_ keys: KeyTable) -> Message
}

extension CommandOwner {
  static var place: Message? { nil }
  static func absence(_ keys: KeyTable) -> Message { Message("That cannot be done here") }

  /// What is known of its commands, in the order of its table.
  private static var infos: [CommandInfo] {
    commands.map {
      CommandInfo(
        name: $0.name, group: $0.group, words: $0.words, keys: $0.keys, shortWords: $0.shortWords ?? $0.words,
        rank: $0.hint?.rank,
        isHintKept: $0.hint?.isKept ?? false, hintAfter: $0.hint?.after, isForAllPanels: $0.isForAllPanels)
    }
  }

  /// By which the key table knows its rows.
  var owner: ObjectIdentifier { ObjectIdentifier(Self.self) }

  /// Its rows and words, as the key table has them.
  static var table: KeyTable.Owner {
    KeyTable.Owner(id: ObjectIdentifier(Self.self), infos: infos, place: place) { absence($0) }
  }

  func holds(_ index: Int, _ world: World) -> Bool { Self.commands[index].holds(self, world) }

  func reason(_ index: Int, _ world: World) -> Message? { Self.commands[index].reason(self, world) }

  func hint(_ index: Int, _ world: World) -> Message? { Self.commands[index].hint?.words(self, world) }

  /// Runs a command of its table, or says why it cannot run.
  mutating func run(_ index: Int, _ world: World) -> [Outcome] {
    let command = Self.commands[index]
    if let reason = command.reason(self, world) {
      // Who is at the start and goes back once more is told, and not blamed.
      return command.name == "back" ? [.say(reason)] : .refuse(reason)
    }
    return command.run(&self, world)
  }
}

/// A part of the screen with a state of its own.
///
/// A view reads the world, owns nothing of it, and says what it wants of it by outcomes.
protocol View: CommandOwner {
  /// What its keys mean at this moment.
  var mode: KeyMode { get }
  /// Brings what follows from its size and the world up to date; what has not changed costs nothing.
  mutating func fit(_ size: Size, _ world: World)
  /// Draws itself, no further than the rectangle, and places the cursor if it has the focus.
  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas)
  /// A key that no command has: text.
  mutating func type(_ key: Key, _ world: World) -> [Outcome]
  /// Pasted text, which is never taken as commands; nil where none is typed.
  mutating func paste(_ text: String, _ world: World) -> [Outcome]?
  /// A click at a place, which is counted from its corner.
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome]
  /// The mouse was moved to a place with its button held down, from one in this view.
  mutating func drag(to place: Point, in size: Size, _ world: World) -> [Outcome]
  /// The wheel was turned by so many rows, down where it is more than 0.
  mutating func wheel(by rows: Int, _ world: World) -> [Outcome]
  /// What was chosen from what it has offered.
  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome]
}

extension View {
  var mode: KeyMode { .reading }
  mutating func type(_ key: Key, _ world: World) -> [Outcome] { [] }
  mutating func paste(_ text: String, _ world: World) -> [Outcome]? { nil }
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] { [] }
  mutating func drag(to place: Point, in size: Size, _ world: World) -> [Outcome] { [] }
  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { [] }
  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome] { [] }
}

/// A view that lies over the panels until it is closed.
protocol Overlay: View {
  /// The commands that open it.
  static var openers: [Command<Openers>] { get }
  /// Where it lies on a screen.
  func frame(on screen: Size) -> Rect
  /// Commands that run without closing it; nil where keys that are not its own mean nothing.
  var passing: Set<CommandName>? { get }
  /// Whether it looks for words in notes, whose index is then brought up to date before.
  var searchesNotes: Bool { get }
}

/// Whoever has the commands that open views over the panels; `App/Views.swift` gathers these from the views' folders.
struct Openers {}

extension Overlay {
  var passing: Set<CommandName>? { nil }
  var searchesNotes: Bool { false }
  static var openers: [Command<Openers>] { [] }
}
