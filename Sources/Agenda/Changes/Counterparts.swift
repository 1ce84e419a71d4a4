/// Which thing of an old list is which of a new one: rooms, tracks, people, meetings, documents.
///
/// By id and name together, then by the name; by the id alone, or by neither, only where something else speaks for it.
struct Counterparts {
  typealias Thing = ThingChange.State

  /// In the order of the old list.
  private(set) var pairs: [(old: Thing, new: Thing)] = []
  private(set) var gone: [Thing] = []
  private(set) var come: [Thing] = []
  private var newIDs: [String: String] = [:]
  private var oldIDs: [String: String] = [:]

  /// - Parameter isSame: whether two of one id are the same although they have other names.
  init(_ old: [Thing], _ new: [Thing], isSame: (Thing, Thing) -> Bool) {
    var matcher = Matcher(old, new)
    matcher.byName()
    matcher.byID(where: isSame)
    take(matcher)
  }

  /// - Parameter uses: what each session that is the same has in the old and in the new version. What has another name is
  ///   the same where all sessions of the one are those of the other: several, or one where the id is the same.
  init(_ old: [Thing], _ new: [Thing], uses: [(old: String?, new: String?)]) {
    var matcher = Matcher(old, new)
    matcher.byName()
    var oldUses: [String: [String: Int]] = [:]
    var newUses: [String: [String: Int]] = [:]
    for use in uses {
      if let one = use.old { oldUses[one, default: [:]][use.new ?? "", default: 0] += 1 }
      if let other = use.new { newUses[other, default: [:]][use.old ?? "", default: 0] += 1 }
    }
    matcher.byID { one, other in
      (oldUses[one.id] ?? [:]).keys.allSatisfy { $0 == other.id }
        && (newUses[other.id] ?? [:]).keys.allSatisfy { $0 == one.id }
    }
    matcher.byUse { one in
      guard let (other, count) = oldUses[one.id]?.first, oldUses[one.id]?.count == 1, count > 1,
        newUses[other]?.count == 1
      else { return nil }
      return other
    }
    take(matcher)
  }

  func newID(of id: String) -> String? { newIDs[id] }
  func oldID(of id: String) -> String? { oldIDs[id] }

  /// Whether a reference leads elsewhere.
  func differ(_ old: String?, _ new: String?) -> Bool {
    guard let old, let new else { return old != new }
    return newIDs[old] != new
  }

  func differ(_ old: [String], _ new: [String]) -> Bool {
    old.count != new.count || Set(old.map { newIDs[$0] ?? "" }) != Set(new)
  }

  /// Whether two names have a word in common.
  static func shareWord(_ one: Thing, _ other: Thing) -> Bool {
    let words = Set(SessionIdentity.folded(one.name.first).split(separator: " "))
    return !words.isDisjoint(with: SessionIdentity.folded(other.name.first).split(separator: " "))
  }

  private mutating func take(_ matcher: Matcher) {
    pairs = matcher.old.indices.compactMap { index in
      matcher.places[index].map { (matcher.old[index], matcher.new[$0]) }
    }
    for (one, other) in pairs { (newIDs[one.id], oldIDs[other.id]) = (other.id, one.id) }
    gone = matcher.old.indices.filter { matcher.places[$0] == nil }.map { matcher.old[$0] }
    let taken = Set(matcher.places.compactMap(\.self))
    come = matcher.new.indices.filter { !taken.contains($0) }.map { matcher.new[$0] }
  }

  private struct Matcher {
    let old: [Thing]
    let new: [Thing]
    /// Of each old one the place in the new list.
    var places: [Int?]
    private var isTaken: [Bool]
    private let newPlaces: [String: Int]

    init(_ old: [Thing], _ new: [Thing]) {
      (self.old, self.new) = (old, new)
      places = [Int?](repeating: nil, count: old.count)
      isTaken = [Bool](repeating: false, count: new.count)
      newPlaces = Dictionary(new.indices.map { (new[$0].id, $0) }) { first, _ in first }
    }

    private mutating func pair(_ index: Int, _ place: Int) {
      guard places[index] == nil, !isTaken[place] else { return }
      places[index] = place
      isTaken[place] = true
    }

    mutating func byName() {
      let names = new.map { SessionIdentity.folded($0.name.first) }
      for index in old.indices {
        guard let place = newPlaces[old[index].id] else { continue }
        if names[place] == SessionIdentity.folded(old[index].name.first) { pair(index, place) }
      }
      // Those of one name are taken in their order.
      var free: [String: ArraySlice<Int>] = [:]
      for place in new.indices where !isTaken[place] { free[names[place], default: []].append(place) }
      for index in old.indices where places[index] == nil {
        if let place = free[SessionIdentity.folded(old[index].name.first)]?.popFirst() { pair(index, place) }
      }
    }

    mutating func byID(where isSame: (Thing, Thing) -> Bool) {
      for index in old.indices where places[index] == nil {
        guard let place = newPlaces[old[index].id], !isTaken[place], isSame(old[index], new[place]) else { continue }
        pair(index, place)
      }
    }

    mutating func byUse(_ other: (Thing) -> String?) {
      for index in old.indices where places[index] == nil {
        guard let place = other(old[index]).flatMap({ newPlaces[$0] }) else { continue }
        pair(index, place)
      }
    }
  }
}

extension Counterparts.Thing {
  init(_ room: Room) { self.init(id: room.id, name: room.name) }
  init(_ track: Track) { self.init(id: track.id, name: track.name) }
  init(_ person: Person) { self.init(id: person.id, name: person.name) }
  init(_ meeting: Meeting) { self.init(id: meeting.id, name: meeting.title) }
  init(_ document: Document) { self.init(id: document.id, name: document.title) }
}
