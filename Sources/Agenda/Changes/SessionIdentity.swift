/// What a session is known by from one version of an agenda to the next: its id, its title, its start and its people.
///
/// Two of the four that are equal make it the same session; fewer are a doubt, which is asked and never guessed. It does
/// for a meeting and a document too, which have neither start nor people: of these the id or the title is enough.
public struct SessionIdentity: Hashable, Sendable {
  public var id: String
  /// The identifier that other programs keep where they number anew; nil where there is none.
  public var guid: String?
  /// Folded: capitals and blanks do not matter.
  public let title: String
  /// Nil where it is not known.
  public var start: Instant?
  /// Folded names in order, empty where nobody is named; nil where that is not known.
  public let people: [String]?
  /// Of several that are alike it is the one in the same room; folded, empty where there is none.
  public let room: String
  /// Another one beside it had two of the others too: then these two alone do not tell which is which.
  public var hasTwin = false

  public init(
    id: String, guid: String? = nil, title: String, start: Instant?, people: [String]?, room: String = "",
    hasTwin: Bool = false
  ) {
    (self.id, self.guid, self.start, self.hasTwin) = (id, guid, start, hasTwin)
    self.title = SessionIdentity.folded(title)
    self.people = people.map { Set($0.map(SessionIdentity.folded)).sorted() }
    self.room = SessionIdentity.folded(room)
  }

  /// Whether it is the same in another version, whatever else there is.
  public func isSame(as other: SessionIdentity) -> Bool { successor(among: [other]) != nil }

  /// Which of these it has become in another version: its place; nil where that is none, or not certain.
  public func successor(among others: [SessionIdentity]) -> Int? {
    SessionMatching(old: [self], new: others).pairs.first?.new
  }

  /// Whether one that stands beside it shares two of title, start and people with it.
  public func isTwin(of other: SessionIdentity) -> Bool { !Set(twinKeys).isDisjoint(with: other.twinKeys) }

  /// The places of those that have a twin among them.
  public static func twins(among all: [SessionIdentity]) -> Set<Int> {
    var firsts: [TwinKey: Int] = [:]
    var twins: Set<Int> = []
    for (index, identity) in all.enumerated() {
      for key in identity.twinKeys {
        if let first = firsts[key] { twins.formUnion([first, index]) } else { firsts[key] = index }
      }
    }
    return twins
  }

  private struct TwinKey: Hashable {
    var title: String?
    var start: Instant?
    var people: [String]?
  }

  private var twinKeys: [TwinKey] {
    var keys: [TwinKey] = []
    if let people {
      keys.append(TwinKey(title: title, people: people))
      if !people.isEmpty, let start { keys.append(TwinKey(start: start, people: people)) }
    }
    if let start { keys.append(TwinKey(title: title, start: start)) }
    return keys
  }

  /// In small letters, with one blank between words.
  public static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case 0x09, 0x0A, 0x0D, 0x20: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case 0x80...: return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Agenda {
  /// What each session is known by, in the order of the sessions.
  ///
  /// People count wherever a session names them, in its items too. A title in several languages is known by the first.
  ///
  /// - Parameter names: what each of the people is known by; nil is by the name.
  public func sessionIdentities(names: [Person.ID: String]? = nil) -> [SessionIdentity] {
    let names = names ?? Dictionary(people.map { ($0.id, $0.name.first) }) { first, _ in first }
    let rooms = Dictionary(rooms.map { ($0.id, $0.name.first) }) { first, _ in first }
    return sessions.map { session in
      SessionIdentity(
        id: session.id, guid: session.guid, title: session.title.first, start: session.start,
        people: session.everybody.compactMap { names[$0] },
        room: session.room.flatMap { rooms[$0] } ?? session.place?.first ?? "")
    }
  }
}

extension Session {
  /// Who takes part in it or in one of its items, each once.
  var everybody: [Person.ID] {
    var seen: Set<Person.ID> = []
    return (people + items.flatMap(\.people)).map(\.person).filter { seen.insert($0).inserted }
  }
}

extension Text {
  /// What it is compared by: its first variant.
  var first: String { variants.first?.string ?? "" }
}
