import Agenda
import CPosix
import Files
import JSON

/// The versions of an agenda in one file: what any of them is made of stands there once.
///
/// Lines of JSON (RFC 8259): the first says how many items follow, then each item, which is a session, a person or the
/// like, then each version with the places of its items, and last a checksum (CRC-32C) of all before it. An item is never
/// looked into while the others are kept.
struct VersionTable {
  struct Version {
    var number: Int
    var kept: Instant
    /// What the agenda holds, in its order: a name, and the places of the items.
    var members: [Member]
  }

  struct Member: Equatable {
    var name: String
    /// A list, or one value.
    var isList: Bool
    var items: [Int]
  }

  private static let format = "plenary-versions"

  private(set) var items: [ArraySlice<UInt8>] = []
  /// The oldest first.
  private(set) var versions: [Version] = []

  init() {}

  /// Nil where this is no such file, or a damaged one.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Each line ends with a break.
    guard lines.count >= 3, lines.popLast()?.isEmpty == true, let last = lines.popLast(),
      VersionTable.value(last)?["checksum"] == .number(Int(Checksum.of(bytes[..<last.startIndex]))),
      let head = lines.first.flatMap(VersionTable.value), head["format"]?.string == VersionTable.format,
      let count = head["items"]?.int, count >= 0, count < lines.count
    else { return nil }
    items = Array(lines[1...count])
    for line in lines[(count + 1)...] {
      guard let version = VersionTable.value(line).flatMap({ Version($0, items: count) }) else { return nil }
      versions.append(version)
    }
  }

  private static func value(_ line: ArraySlice<UInt8>) -> JSONTree? { JSONTree(strict: Array(line)) }

  var bytes: [UInt8] {
    func line(_ members: JSONMembers) -> [UInt8] { JSONTree.object(members).bytes(.compact) + [0x0A] }
    var bytes = line([
      "format": .string(VersionTable.format), "formatVersion": .number(1), "items": .number(items.count),
    ])
    bytes.reserveCapacity(items.reduce(100_000) { $0 + $1.count + 1 })
    for item in items {
      bytes += item
      bytes.append(0x0A)
    }
    for version in versions { bytes += version.json.bytes(.compact) + [0x0A] }
    return bytes + line(["checksum": .number(Int(Checksum.of(bytes)))])
  }

  /// Adds a version where it differs from the last; gives whether it does.
  mutating func add(_ agenda: Agenda, number: Int, at now: Instant) -> Bool {
    guard case .object(let whole) = BundleWriter.whole(agenda) else { return false }
    var known = Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
    func place(_ value: JSONTree) -> Int {
      let bytes = value.bytes(.compact)[...]
      if let place = known[bytes] { return place }
      known[bytes] = items.count
      items.append(bytes)
      return items.count - 1
    }
    let members = whole.pairs.map { name, value in
      guard let values = value.array else { return Member(name: name, isList: false, items: [place(value)]) }
      return Member(name: name, isList: true, items: values.map(place))
    }
    if versions.last?.members == members { return false }
    versions.append(Version(number: number, kept: now, members: members))
    return true
  }

  /// Lets go of versions, and of what only they were made of.
  mutating func remove(where isLet: (Version) -> Bool) {
    versions.removeAll(where: isLet)
    var places: [Int: Int] = [:]
    var kept: [ArraySlice<UInt8>] = []
    for version in versions.indices {
      for member in versions[version].members.indices {
        versions[version].members[member].items = versions[version].members[member].items.map { old in
          if let place = places[old] { return place }
          places[old] = kept.count
          kept.append(items[old])
          return kept.count - 1
        }
      }
    }
    items = kept
  }

  /// The last version with a session in which a text stands.
  func last(with text: String) -> Version? {
    let wanted = JSONTree.string(text).bytes(.compact)
    var known: [Int: Bool] = [:]
    func has(_ item: Int) -> Bool {
      if let known = known[item] { return known }
      let found = items[item].has(wanted)
      known[item] = found
      return found
    }
    return versions.last { version in
      version.members.first { $0.name == "sessions" }?.items.contains(where: has) == true
    }
  }

  /// A version as an agenda.json with all texts in it.
  func agenda(_ version: Version) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, member) in version.members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += JSONTree.string(member.name).bytes(.compact) + [UInt8(ascii: ":")]
      if member.isList { bytes.append(UInt8(ascii: "[")) }
      for (index, item) in member.items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += items[item]
      }
      if member.isList { bytes.append(UInt8(ascii: "]")) }
    }
    return bytes + [UInt8(ascii: "}")]
  }
}

extension VersionTable.Version {
  /// Nil where it is none, or names an item that is not there.
  fileprivate init?(_ json: JSONTree, items count: Int) {
    guard let number = json["version"]?.int, let kept = json["kept"]?.string.flatMap(Stamp.instant),
      case .object(let lists)? = json["members"]
    else { return nil }
    (self.number, self.kept, members) = (number, kept, [])
    for (name, value) in lists.pairs {
      guard let runs = value["items"]?.array?.map(\.int), runs.count.isMultiple(of: 2) else { return nil }
      var places: [Int] = []
      for index in stride(from: 0, to: runs.count, by: 2) {
        guard let first = runs[index], let length = runs[index + 1], first >= 0, length > 0, first < count,
          length <= count - first
        else { return nil }
        places += first..<first + length
      }
      members.append(VersionTable.Member(name: name, isList: value["list"] == .boolean(true), items: places))
    }
  }

  fileprivate var json: JSONTree {
    .object([
      "version": .number(number), "kept": .string(Stamp.string(kept)),
      "members": .object(
        JSONMembers(
          members.map { member in
            (
              member.name,
              .object([
                "list": .boolean(member.isList), "items": .array(runs(of: member.items).map { .number($0) }),
              ])
            )
          })),
    ])
  }

  /// First places and lengths of what stands in one piece, which an unchanged list does.
  private func runs(of items: [Int]) -> [Int] {
    var runs: [Int] = []
    for item in items {
      if let length = runs.last, runs[runs.count - 2] + length == item {
        runs[runs.count - 1] += 1
      } else {
        runs += [item, 1]
      }
    }
    return runs
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes stand in it in one piece.
  fileprivate func has(_ part: [UInt8]) -> Bool {
    withUnsafeBytes { whole in
      part.withUnsafeBytes { part in plenary_holds(whole.baseAddress, whole.count, part.baseAddress, part.count) != 0 }
    }
  }
}

extension JSONTree {
  /// A whole number; nil of anything else.
  fileprivate var int: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }
}
