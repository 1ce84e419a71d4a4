public import Cells
public import Messages

/// The one table of keys, computed from the rows of all that have commands.
public struct KeyTable: Sendable {
  /// A row and who has it.
  public struct Row: Sendable {
    let owner: ObjectIdentifier
    /// Its number in its owner's table.
    let index: Int
    public let info: CommandInfo
    /// Where its keys hold; nil where that is nearly everywhere.
    public let place: Message?
  }

  /// The table of one of those that have commands.
  struct Owner {
    let id: ObjectIdentifier
    let infos: [CommandInfo]
    /// Where its keys hold; nil where that is nearly everywhere.
    let place: Message?
    /// Why none of its commands can run while it is not there.
    let absence: @Sendable (KeyTable) -> Message
  }

  /// What a key, after the prefix keys before it, asks of an owner.
  enum Meaning {
    case row(Row)
    /// More keys have to follow.
    case prefix
    case nothing
  }

  private struct Place: Hashable {
    let owner: ObjectIdentifier
    let mode: KeyMode
    let key: Key
  }

  /// In the order in which help lists them.
  public let rows: [Row]
  /// By the first key, so that a key's path is one look-up.
  private let byKey: [Place: [Int]]
  private let absences: [ObjectIdentifier: @Sendable (KeyTable) -> Message]

  init(_ owners: [Owner]) {
    let rows = owners.flatMap { owner in
      owner.infos.enumerated().map { Row(owner: owner.id, index: $0.offset, info: $0.element, place: owner.place) }
    }
    var byKey: [Place: [Int]] = [:]
    for (number, row) in rows.enumerated() {
      for mode in KeyMode.allCases {
        for sequence in row.info.keys[mode] {
          guard let first = sequence.first else { continue }
          let place = Place(owner: row.owner, mode: mode, key: first)
          if byKey[place]?.last != number { byKey[place, default: []].append(number) }
        }
      }
    }
    (self.rows, self.byKey) = (rows, byKey)
    absences = Dictionary(owners.map { ($0.id, $0.absence) }) { first, _ in first }
  }

  /// What keys ask of an owner; `accepts` says which of its rows count.
  func meaning(of keys: [Key], to owner: ObjectIdentifier, mode: KeyMode, _ accepts: (Row) -> Bool) -> Meaning {
    guard let first = keys.first else { return .nothing }
    var isPrefix = false
    for number in byKey[Place(owner: owner, mode: mode, key: first)] ?? [] where accepts(rows[number]) {
      for sequence in rows[number].info.keys[mode] where sequence.starts(with: keys) {
        if sequence.count == keys.count { return .row(rows[number]) }
        isPrefix = true
      }
    }
    return isPrefix ? .prefix : .nothing
  }

  /// What may follow these keys, in the order of the table.
  func continuations(of prefix: [Key], mode: KeyMode) -> [(key: Key, info: CommandInfo)] {
    var found: [(key: Key, info: CommandInfo)] = []
    for row in rows {
      for sequence in row.info.keys[mode] where sequence.count > prefix.count && sequence.starts(with: prefix) {
        if !found.contains(where: { $0.info.name == row.info.name }) {
          found.append((sequence[prefix.count], row.info))
        }
      }
    }
    return found
  }

  /// All keys of a command in a mode, whoever has it, without repeats.
  public func keys(of name: CommandName, in mode: KeyMode = .reading) -> [[Key]] {
    var all: [[Key]] = []
    for row in rows where row.info.name == name {
      for sequence in row.info.keys[mode] where !all.contains(sequence) { all.append(sequence) }
    }
    return all
  }

  /// The first key of a command, as words of the program name it.
  public func name(of command: CommandName, in mode: KeyMode = .reading) -> Message {
    KeyTable.name(of: keys(of: command, in: mode).first ?? keys(of: command, in: .writing).first ?? [])
  }

  /// A sequence of keys as it is typed: `f k`.
  public static func name(of sequence: [Key]) -> Message {
    guard let first = sequence.first else { return .data("") }
    return sequence.dropFirst().reduce(first.name) { Message("%1$s %2$s", $0, $1.name) }
  }

  /// Why a command cannot run while its owner is not there.
  func absence(of row: Row) -> Message? { absences[row.owner]?(self) }

  /// Each command once, as the first of its rows has it.
  var commands: [Row] {
    var seen: Set<CommandName> = []
    return rows.filter { seen.insert($0.info.name).inserted }
  }
}
