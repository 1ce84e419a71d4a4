public import Cells
public import Messages

/// The keys of a command in each mode; a sequence is a prefix key and the key after it.
///
/// The first of a mode is the one that footer and palette show.
public struct Shortcuts: Equatable, Sendable {
  private var reading: [[Key]]
  private let typing: [[Key]]
  private let choosing: [[Key]]
  private var writing: [[Key]]

  /// - Parameter choosing: beside the keys that hold while one types.
  public init(_ reading: [Key] = [], typing: [Key] = [], writing: [Key] = [], choosing: [Key] = []) {
    self.reading = reading.map { [$0] }
    self.typing = typing.map { [$0] }
    self.choosing = choosing.map { [$0] } + self.typing
    self.writing = writing.map { [$0] }
  }

  /// Sequences that hold while one reads.
  public static func sequences(_ sequences: [Key]...) -> Shortcuts {
    var shortcuts = Shortcuts()
    shortcuts.reading = sequences
    return shortcuts
  }

  /// Keys that hold in every mode.
  public static func everywhere(_ keys: Key...) -> Shortcuts { Shortcuts(keys, typing: keys, writing: keys) }

  /// What Alt and a key do while one writes: also by a prefix and the key alone, where Alt is the terminal's own.
  public static func alt(_ characters: Character..., also keys: Key...) -> Shortcuts {
    var shortcuts = Shortcuts(writing: characters.map { .alt($0) } + keys)
    shortcuts.writing += characters.map { [Shortcuts.insteadOfAlt, .character($0)] }
    return shortcuts
  }

  /// What is pressed before a key in place of Alt.
  static let insteadOfAlt = Key.control("g")

  public subscript(mode: KeyMode) -> [[Key]] {
    switch mode {
    case .reading: reading
    case .typing: typing
    case .choosing: choosing
    case .writing: writing
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

extension Key {
  /// What help and footer call this key.
  public var name: Message {
    switch self {
    case .character(" "): Message("Space")
    case .character(let character): .data(String(character))
    case .control(let character): .data("Ctrl-" + character.uppercased())
    case .alt("\u{7F}"): Message("Alt-%s", Message("Backspace"))
    case .alt(let character): .data("Alt-" + character.uppercased())
    case .enter: Message("Enter")
    case .escape: Message("Esc")
    case .tab: Message("Tab")
    case .backtab: Message("Shift-%s", Message("Tab"))
    case .backspace: Message("Backspace")
    case .delete: Message("Del")
    case .insert: Message("Ins")
    case .up: Message("Up")
    case .down: Message("Down")
    case .left: Message("Left")
    case .right: Message("Right")
    case .home: Message("Home")
    case .end: Message.within("key", "End")
    case .pageUp: Message("PgUp")
    case .pageDown: Message("PgDn")
    case .shiftUp: Message("Shift-%s", Message("Up"))
    case .shiftDown: Message("Shift-%s", Message("Down"))
    case .shiftLeft: Message("Shift-%s", Message("Left"))
    case .shiftRight: Message("Shift-%s", Message("Right"))
    case .wordLeft: Message("Ctrl-%s", Message("Left"))
    case .wordRight: Message("Ctrl-%s", Message("Right"))
    case .shiftHome: Message("Shift-%s", Message("Home"))
    case .shiftEnd: Message("Shift-%s", Message.within("key", "End"))
    case .shiftWordLeft: Message("Ctrl-Shift-%s", Message("Left"))
    case .shiftWordRight: Message("Ctrl-Shift-%s", Message("Right"))
    case .controlHome: Message("Ctrl-%s", Message("Home"))
    case .controlEnd: Message("Ctrl-%s", Message.within("key", "End"))
    case .shiftControlHome: Message("Ctrl-Shift-%s", Message("Home"))
    case .shiftControlEnd: Message("Ctrl-Shift-%s", Message.within("key", "End"))
    case .controlBackspace: Message("Ctrl-%s", Message("Backspace"))
    case .controlDelete: Message("Ctrl-%s", Message("Del"))
    case .function(let number): .data("F\(number)")
    }
  }
}
