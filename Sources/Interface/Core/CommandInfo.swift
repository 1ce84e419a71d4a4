public import Messages

/// A command's name, by which palette, rows of other views and tests find it.
public struct CommandName: Hashable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(value) }
}

/// The headings under which help and documents list the commands.
public enum CommandGroup: Int, CaseIterable, Sendable {
  case move, read, find, write, gather, program

  public var words: Message {
    switch self {
    case .move: Message("Moving")
    case .read: Message("Reading")
    case .find: Message("Finding")
    case .write: Message("Writing")
    case .gather: Message("Notes")
    case .program: Message("Program")
    }
  }
}

/// What the keys of a view mean to it: move and act, a line that is typed, a text that is written; or the list under a
/// line is moved in, where signs that are in no word are keys, and all else is typed.
public enum KeyMode: CaseIterable, Hashable, Sendable {
  case reading, typing, writing, choosing

  /// Whether letters go into a line.
  var isTyped: Bool {
    switch self {
    case .typing, .choosing: true
    case .reading, .writing: false
    }
  }
}

/// What is known of a command apart from whoever does it.
public struct CommandInfo: Sendable {
  public let name: CommandName
  public let group: CommandGroup
  public let words: Message
  public let keys: Shortcuts
  let shortWords: Message
  let rank: Int?
  let isHintKept: Bool
  let hintAfter: CommandName?
  let isForAllPanels: Bool
}
