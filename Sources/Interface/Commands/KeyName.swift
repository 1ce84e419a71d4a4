public import Cells

extension Key {
  /// What help and footer call this key.
  public var name: String {
    switch self {
    case .character(" "): Words.Keys.space
    case .character(let character): String(character)
    case .control(let character): Words.Keys.control + character.uppercased()
    case .alt("\u{7F}"): Words.Keys.alt + Words.Keys.backspace
    case .alt(let character): Words.Keys.alt + character.uppercased()
    case .enter: Words.Keys.enter
    case .escape: Words.Keys.escape
    case .tab: Words.Keys.tab
    case .backtab: Words.Keys.shift + Words.Keys.tab
    case .backspace: Words.Keys.backspace
    case .delete: Words.Keys.delete
    case .insert: Words.Keys.insert
    case .up: Words.Keys.up
    case .down: Words.Keys.down
    case .left: Words.Keys.left
    case .right: Words.Keys.right
    case .home: Words.Keys.home
    case .end: Words.Keys.end
    case .pageUp: Words.Keys.pageUp
    case .pageDown: Words.Keys.pageDown
    case .shiftUp: Words.Keys.shift + Words.Keys.up
    case .shiftDown: Words.Keys.shift + Words.Keys.down
    case .shiftLeft: Words.Keys.shift + Words.Keys.left
    case .shiftRight: Words.Keys.shift + Words.Keys.right
    case .wordLeft: Words.Keys.control + Words.Keys.left
    case .wordRight: Words.Keys.control + Words.Keys.right
    case .shiftHome: Words.Keys.shift + Words.Keys.home
    case .shiftEnd: Words.Keys.shift + Words.Keys.end
    case .shiftWordLeft: Words.Keys.control + Words.Keys.shift + Words.Keys.left
    case .shiftWordRight: Words.Keys.control + Words.Keys.shift + Words.Keys.right
    case .controlHome: Words.Keys.control + Words.Keys.home
    case .controlEnd: Words.Keys.control + Words.Keys.end
    case .function(let number): "F\(number)"
    }
  }

  /// A sequence of keys as it is typed: `f k`.
  public static func name(of sequence: [Key]) -> String {
    listed(sequence.map(\.name), by: " ")
  }
}
