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

  /// The rows of one owner.
  private struct Share {
    let id: ObjectIdentifier
    let rows: Range<Int>
    let absence: @Sendable (KeyTable) -> Message
  }

  /// What a key, after the prefix keys before it, asks of an owner.
  enum Meaning {
    case row(Row)
    /// More keys have to follow.
    case prefix
    case nothing
  }

  /// In the order in which help lists them; the rows of one owner follow each other.
  public let rows: [Row]
  private let owners: [Share]
  /// Where in the rows each command stands.
  private let places: [CommandName: [Int]]

  init(_ tables: [Owner]) {
    var rows: [Row] = []
    rows.reserveCapacity(tables.reduce(0) { $0 + $1.infos.count })
    var owners: [Share] = []
    owners.reserveCapacity(tables.count)
    for table in tables {
      let first = rows.count
      for info in table.infos {
        rows.append(Row(owner: table.id, index: rows.count - first, info: info, place: table.place))
      }
      owners.append(Share(id: table.id, rows: first..<rows.count, absence: table.absence))
    }
    (self.rows, self.owners) = (rows, owners)
    places = Dictionary(grouping: rows.indices) { rows[$0].info.name }
  }

  /// The rows of one owner, in the order of its table; none where it is not in this one.
  func rows(of owner: ObjectIdentifier) -> ArraySlice<Row> {
    rows[owners.first { $0.id == owner }?.rows ?? 0..<0]
  }

  /// The rows of one command, which several may have.
  func rows(called name: CommandName) -> [Row] { (places[name] ?? []).map { rows[$0] } }

  /// What keys ask of an owner; `accepts` says which of its rows count.
  func meaning(of keys: [Key], to owner: ObjectIdentifier, mode: KeyMode, _ accepts: (Row) -> Bool) -> Meaning {
    var isPrefix = false
    for row in rows(of: owner) {
      for sequence in row.info.keys[mode] where sequence.starts(with: keys) {
        guard accepts(row) else { break }
        if sequence.count == keys.count { return .row(row) }
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
    for row in rows(called: name) {
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
  func absence(of row: Row) -> Message? { owners.first { $0.id == row.owner }?.absence(self) }

  /// Each command once, as the first of its rows has it.
  var commands: [Row] {
    var seen: Set<CommandName> = []
    return rows.filter { seen.insert($0.info.name).inserted }
  }
}
