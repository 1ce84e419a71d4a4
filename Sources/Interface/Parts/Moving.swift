import Cells
import Messages

/// A view in which something is selected, or a text scrolled, by rows.
protocol Movable: CommandOwner {
  /// Rows that a page key moves by.
  var pageLength: Int { get }
  mutating func move(by rows: Int, _ world: World) -> [Outcome]
  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome]
}

/// The commands that only move on, as a key that is held down does.
let movingCommands: Set<CommandName> = [
  "up", "down", "pageUp", "pageDown", "first", "last", "previousDay", "nextDay",
]

extension Movable {
  /// Up and down, by rows and by pages.
  ///
  /// - Parameter choose: how the footer offers up and down together; nil where it does not.
  static func rowCommands(choose: Command<Self>.Hint? = nil) -> [Command<Self>] {
    [
      Command(
        "up", .move, Message("Move up a row or a line"),
        Shortcuts([.up, "k"], typing: [.up, .control("p")], writing: [.up])
      ) { $0.move(by: -1, $1) },
      Command(
        "down", .move, Message("Move down a row or a line"),
        Shortcuts([.down, "j"], typing: [.down, .control("n")], writing: [.down]), hint: choose
      ) { $0.move(by: 1, $1) },
      Command("pageUp", .move, Message("Move up a page"), .everywhere(.pageUp, .control("b"))) {
        $0.move(by: -$0.pageLength, $1)
      },
      Command(
        "pageDown", .move, Message("Move down a page"),
        Shortcuts(
          [.pageDown, " ", .control("f")], typing: [.pageDown, .control("f")], writing: [.pageDown, .control("f")])
      ) { $0.move(by: $0.pageLength, $1) },
    ]
  }

  static func endCommands() -> [Command<Self>] {
    [
      Command(
        "first", .move, Message("Go to the first row or line"),
        Shortcuts([.home, "g"], writing: [.controlHome, .alt("<")])
      ) { $0.moveToEnd(isFirst: true, $1) },
      Command(
        "last", .move, Message("Go to the last row or line"),
        Shortcuts([.end, "G"], writing: [.controlEnd, .alt(">")])
      ) { $0.moveToEnd(isFirst: false, $1) },
    ]
  }
}

extension Movable {
  /// The same of a list under a line that is typed into: where the caret is at that end already, the list is meant.
  static func endCommands(_ line: @escaping @Sendable (Self) -> LineEditor) -> [Command<Self>] {
    [
      Command(
        "first", .move, Message("Go to the first row or line"), Shortcuts(typing: [.home]),
        holds: { view, _ in line(view).caret == 0 }
      ) { $0.moveToEnd(isFirst: true, $1) },
      Command(
        "last", .move, Message("Go to the last row or line"), Shortcuts(typing: [.end]),
        holds: { view, _ in line(view).caret == line(view).characters.count }
      ) { $0.moveToEnd(isFirst: false, $1) },
    ]
  }
}

extension Command {
  /// Enter.
  static func open(
    _ hint: Hint?, unless reason: @escaping @Sendable (Owner, World) -> Message? = { _, _ in nil },
    run: @escaping @Sendable (inout Owner, World) -> [Outcome]
  ) -> Command {
    Command(
      "open", .read, Message("Read the selected row, or follow the selected link"),
      Shortcuts([.enter], typing: [.enter]), hint: hint, unless: reason, run: run)
  }

  /// Esc.
  static func back(
    _ hint: Hint?, unless reason: @escaping @Sendable (Owner, World) -> Message? = { _, _ in nil },
    run: @escaping @Sendable (inout Owner, World) -> [Outcome]
  ) -> Command {
    Command(
      "back", .read, Message("Go back"), Shortcuts([.escape, .backspace], typing: [.escape], writing: [.escape]),
      hint: hint, unless: reason, run: run)
  }
}
