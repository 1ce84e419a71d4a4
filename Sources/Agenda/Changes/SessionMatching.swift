/// Which session of an older version of an agenda is which of a newer one.
///
/// What has most in common is put together first: id, title, start and people; of as many the id with the title, then
/// the title with the people. Two nobodies are the same people only under the same title, since breaks at one time are
/// many. An id that is given to another title with other people at another time puts nothing together.
public struct SessionMatching: Sendable {
  /// Places in the old and in the new list.
  public typealias Pair = (old: Int, new: Int)

  /// What is the same, in the order of the old list.
  public var pairs: [Pair] { matcher.pairs.sorted { $0.old < $1.old } }

  /// What is in no pair, in order.
  public var old: [Int] { matcher.oldLeft }
  public var new: [Int] { matcher.newLeft }

  private let matcher: Matcher

  /// What makes two the same, the strongest first.
  private static let rules: [[Fact]] = [
    [.id, .title, .start, .people], [.guid, .title, .start, .people],
    [.id, .title, .people], [.guid, .title, .people], [.id, .title, .start], [.guid, .title, .start],
    [.title, .start, .people], [.id, .start, .names], [.guid, .start, .names],
    [.id, .title], [.guid, .title], [.title, .people], [.title, .start], [.id, .names], [.guid, .names],
    [.start, .names], [.id, .start], [.guid, .start],
  ]
  /// What makes them worth a question.
  private static let doubts: [Fact] = [.title, .guid, .id, .names]

  public init(old: [SessionIdentity], new: [SessionIdentity]) {
    var matcher = Matcher(old: old, new: new)
    for rule in SessionMatching.rules { matcher.match(rule) }
    self.matcher = matcher
  }

  /// Of what is in no pair, what may be the same but is not certain to be.
  ///
  /// One thing alone is equal, or there are several that have as much in common. Each stands in one of these pairs at most.
  /// - Parameter known: places in the new list of what has come about in another way.
  public func doubts(besides known: Set<Int> = []) -> [Pair] {
    var matcher = matcher
    matcher.pairs = []
    matcher.newLeft.removeAll { known.contains($0) }
    matcher.pairInOrder(matcher.undecided)
    for fact in SessionMatching.doubts { matcher.pairInOrder(matcher.groups(by: [fact])) }
    return matcher.pairs.sorted { $0.old < $1.old }
  }
}

/// One of the things that a session is known by; `names` are people where anybody is named.
private enum Fact {
  case id, guid, title, start, people, names

  var isID: Bool { self == .id || self == .guid }
}

/// The facts of an identity as numbers, which are equal where the facts are; negative where they are not known, which
/// equals nothing.
private struct Facts {
  var id, guid, title, start, people, room: Int32
  var hasTwin: Bool

  static let nobody: Int32 = 0

  subscript(fact: Fact) -> Int32 {
    switch fact {
    case .id: id
    case .guid: guid
    case .title: title
    case .start: start
    case .people: people
    case .names: people == Facts.nobody ? -1 : people
    }
  }
}

private struct FactNumbers {
  private var strings: [String: Int32] = [:]
  private var groups: [[String]: Int32] = [[]: Facts.nobody]
  private var starts: [Instant: Int32] = [:]

  mutating func facts(_ identity: SessionIdentity) -> Facts {
    Facts(
      id: string(identity.id), guid: string(identity.guid ?? ""), title: string(identity.title),
      start: identity.start.map { FactNumbers.number($0, &starts) } ?? -1,
      people: identity.people.map { FactNumbers.number($0, &groups) } ?? -1, room: string(identity.room),
      hasTwin: identity.hasTwin)
  }

  private mutating func string(_ string: String) -> Int32 { string.isEmpty ? -1 : FactNumbers.number(string, &strings) }

  private static func number<Value: Hashable>(_ value: Value, _ known: inout [Value: Int32]) -> Int32 {
    if let number = known[value] { return number }
    let number = Int32(known.count)
    known[value] = number
    return number
  }
}

/// Puts together what is left of both lists.
private struct Matcher {
  /// Those of both lists that have something in common.
  typealias Group = (old: [Int], new: [Int])

  private let old: [Facts]
  private let new: [Facts]
  private let oldStarts: [Instant?]
  private let newStarts: [Instant?]
  var oldLeft: [Int]
  var newLeft: [Int]
  var pairs: [SessionMatching.Pair] = []
  /// Several that have as much in common, the strongest first.
  private(set) var undecided: [Group] = []

  init(old: [SessionIdentity], new: [SessionIdentity]) {
    var numbers = FactNumbers()
    self.old = old.map { numbers.facts($0) }
    self.new = new.map { numbers.facts($0) }
    (oldStarts, newStarts) = (old.map(\.start), new.map(\.start))
    (oldLeft, newLeft) = (Array(old.indices), Array(new.indices))
  }

  /// Puts together those that alone have these facts in common; of several those in the same room.
  ///
  /// Where three facts are equal, what is left after that is told apart by its order.
  mutating func match(_ facts: [Fact]) {
    let isWeak = facts.count == 2 && !facts.contains(where: \.isID)
    var found: [SessionMatching.Pair] = []
    for group in groups(by: facts, sparingTwins: isWeak) {
      if group.old.count == 1, group.new.count == 1 {
        found.append((group.old[0], group.new[0]))
        continue
      }
      let rest = apart(group, &found)
      if facts.count == 2 { undecided.append(rest) } else { found += inOrder(rest) }
    }
    take(found)
  }

  /// Puts together what is left of some, in the order of their times.
  mutating func pairInOrder(_ groups: [Group]) {
    var found: [SessionMatching.Pair] = []
    var (taken, given) = (Set<Int>(), Set<Int>())
    let (oldOnes, newOnes) = (Set(oldLeft), Set(newLeft))
    for group in groups {
      let rest = (
        group.old.filter { oldOnes.contains($0) && !taken.contains($0) },
        group.new.filter { newOnes.contains($0) && !given.contains($0) }
      )
      for pair in inOrder(rest) {
        found.append(pair)
        taken.insert(pair.old)
        given.insert(pair.new)
      }
    }
    take(found)
  }

  /// What is left of both lists and has these facts in common, in the order of the old list.
  func groups(by facts: [Fact], sparingTwins: Bool = false) -> [Group] {
    if oldLeft.isEmpty || newLeft.isEmpty { return [] }
    var places: [SIMD4<Int32>: Int] = [:]
    var groups: [Group] = []
    for index in oldLeft where !(sparingTwins && old[index].hasTwin) {
      guard let key = Matcher.key(old[index], facts) else { continue }
      if let place = places[key] {
        groups[place].old.append(index)
      } else {
        places[key] = groups.count
        groups.append(([index], []))
      }
    }
    for index in newLeft {
      guard let key = Matcher.key(new[index], facts), let place = places[key] else { continue }
      groups[place].new.append(index)
    }
    return groups.filter { !$0.new.isEmpty }
  }

  private static func key(_ facts: Facts, _ wanted: [Fact]) -> SIMD4<Int32>? {
    var key = SIMD4<Int32>(repeating: 0)
    for (index, fact) in wanted.enumerated() {
      let number = facts[fact]
      if number < 0 { return nil }
      key[index] = number
    }
    return key
  }

  /// Finds those that are alone in their room; gives the others.
  private func apart(_ group: Group, _ found: inout [SessionMatching.Pair]) -> Group {
    let oldRooms = Dictionary(grouping: group.old) { old[$0].room }
    let newRooms = Dictionary(grouping: group.new) { new[$0].room }
    var rest: Group = ([], [])
    for index in group.old {
      let room = old[index].room
      if room >= 0, oldRooms[room]?.count == 1, let other = newRooms[room], other.count == 1 {
        found.append((index, other[0]))
      } else {
        rest.old.append(index)
      }
    }
    let given = Set(found.suffix(group.old.count - rest.old.count).map(\.new))
    rest.new = group.new.filter { !given.contains($0) }
    return rest
  }

  private func inOrder(_ group: Group) -> [SessionMatching.Pair] {
    func sorted(_ places: [Int], _ starts: [Instant?]) -> [Int] {
      places.sorted { ((starts[$0]?.seconds ?? .max), $0) < ((starts[$1]?.seconds ?? .max), $1) }
    }
    return zip(sorted(group.old, oldStarts), sorted(group.new, newStarts)).map { (old: $0, new: $1) }
  }

  private mutating func take(_ found: [SessionMatching.Pair]) {
    if found.isEmpty { return }
    pairs += found
    let (taken, given) = (Set(found.map(\.old)), Set(found.map(\.new)))
    oldLeft.removeAll { taken.contains($0) }
    newLeft.removeAll { given.contains($0) }
  }
}
