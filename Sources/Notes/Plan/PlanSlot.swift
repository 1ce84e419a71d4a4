public import Agenda

/// When and where somebody who keeps to a plan has to be.
public struct PlanSlot: Equatable, Sendable {
  public enum ID: Hashable, Sendable {
    case session(Session.ID)
    case appointment(Plan.Appointment.ID)
  }

  public var id: ID
  public var grade: Plan.Grade
  public var start: Instant
  /// After `start`; a second after it where no end is known.
  public var end: Instant
  /// What the room or place is called; empty where none is known.
  public var place: String

  public init(id: ID, grade: Plan.Grade, start: Instant, end: Instant?, place: String) {
    (self.id, self.grade, self.start, self.place) = (id, grade, start, place)
    self.end = max(end ?? start, start.advanced(by: 1))
  }

  public init(_ appointment: Plan.Appointment) {
    self.init(
      id: .appointment(appointment.id), grade: .must, start: appointment.start, end: appointment.end,
      place: appointment.place)
  }
}

/// How far places are from each other, as far as their names tell.
public enum Walking {
  /// Minutes from one building to another, which is what the paths of a campus take.
  public static let betweenBuildings = 10

  /// Minutes from one place to another; 0 where nothing says that they are in different buildings.
  public static func minutes(from one: String, to other: String) -> Int {
    guard one != other, let first = Room.building(inName: one), let second = Room.building(inName: other),
      first != second
    else { return 0 }
    return betweenBuildings
  }
}

/// Two entries of a plan that cannot be had whole one after the other.
public struct PlanClash: Equatable, Sendable {
  /// From the worst on.
  public enum Kind: Int, Comparable, Sendable {
    case overlap
    /// One begins where the other ends, in another room.
    case noBreak
    /// There is a break, but shorter than the way to another building.
    case tight

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  public var kind: Kind
  /// The one that begins first.
  public var first: PlanSlot
  public var second: PlanSlot
  /// Whole minutes of overlap, one at least, or of the break between them.
  public var minutes: Int
}

/// What of a plan clashes.
public struct PlanClashes: Equatable, Sendable {
  /// More than anybody decides one by one; which entries overlap is known of all.
  static let limit = 5_000

  /// A clash, by the places of its entries.
  private struct Pair: Equatable, Sendable {
    var kind: PlanClash.Kind
    var first: Int
    var second: Int
    var minutes: Int
  }

  /// What takes time, by start.
  private var slots: [PlanSlot] = []
  /// By the second of them.
  private var pairs: [Pair] = []
  /// What is at the same time as something else.
  public private(set) var overlapping: Set<PlanSlot.ID> = []
  /// Whether a session is among them.
  public private(set) var hasOverlappingSessions = false

  public init() {}

  /// Of entries in any order; those for later never clash.
  public init(_ entries: [PlanSlot]) {
    // A plan may have thousands, and mostly they are in order.
    let isInOrder = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].start <= entries[$0].start }
    let isWhole = entries.allSatisfy { $0.grade != .later }
    let kept = isWhole ? entries : entries.filter { $0.grade != .later }
    slots = isInOrder ? kept : kept.sorted { $0.start < $1.start }
    var isOverlapping = [Bool](repeating: false, count: slots.count)
    /// What may still reach into what comes, everything that ended less than a walk ago, and when it ends.
    var open: [(place: Int, end: Instant)] = []
    for place in slots.indices {
      let start = slots[place].start
      let reach = start.advanced(by: -Int64(Walking.betweenBuildings * 60))
      open.removeAll { $0.end <= reach && $0.end < start }
      for other in open {
        if other.end > start {
          isOverlapping[other.place] = true
          isOverlapping[place] = true
        }
        if pairs.count < PlanClashes.limit, let pair = pair(other.place, place) { pairs.append(pair) }
      }
      open.append((place, slots[place].end))
    }
    overlapping.reserveCapacity(isOverlapping.count { $0 })
    for place in slots.indices where isOverlapping[place] {
      let id = slots[place].id
      overlapping.insert(id)
      if case .session = id { hasOverlappingSessions = true }
    }
  }

  /// By the start of their second entry.
  public var all: [PlanClash] { pairs.map(clash) }

  /// How many of them are at the same time.
  public var overlapCount: Int { pairs.count { $0.kind == .overlap } }

  /// What an entry clashes with, the worst first.
  public func of(_ id: PlanSlot.ID) -> [PlanClash] {
    guard let place = slots.firstIndex(where: { $0.id == id }) else { return [] }
    return pairs.filter { $0.first == place || $0.second == place }
      .sorted { ($0.kind, -$0.minutes) < ($1.kind, -$1.minutes) }.map(clash)
  }

  private func clash(_ pair: Pair) -> PlanClash {
    PlanClash(kind: pair.kind, first: slots[pair.first], second: slots[pair.second], minutes: pair.minutes)
  }

  /// How two entries clash, the first of which begins no later than the second; nil where both can be had whole.
  private func pair(_ first: Int, _ second: Int) -> Pair? {
    let seconds = slots[second].start.since(slots[first].end)
    if seconds < 0 {
      let common = min(slots[first].end, slots[second].end).since(slots[second].start)
      return Pair(kind: .overlap, first: first, second: second, minutes: max(1, Int(common / 60)))
    }
    let (here, there) = (slots[first].place, slots[second].place)
    guard here != there, !here.isEmpty, !there.isEmpty else { return nil }
    if seconds == 0 { return Pair(kind: .noBreak, first: first, second: second, minutes: 0) }
    guard seconds < Int64(Walking.minutes(from: here, to: there) * 60) else { return nil }
    return Pair(kind: .tight, first: first, second: second, minutes: Int(seconds / 60))
  }
}

/// A time in which a plan has nothing.
public struct PlanGap: Equatable, Sendable {
  public var start: Instant
  public var end: Instant
  /// What is before and after it on the same day; nil at the ends of the day.
  public var before: PlanSlot?
  public var after: PlanSlot?

  /// Whole minutes.
  public var minutes: Int { Int(end.since(start) / 60) }

  /// The gaps of so many minutes at least between the entries of a plan, and before and after them, each inside one of
  /// these days, which are in order and do not overlap.
  public static func all(
    in slots: [PlanSlot], days: [Range<Instant>], atLeast minutes: Int = 15
  ) -> [PlanGap] {
    let slots = slots.filter { $0.grade != .later }.sorted { $0.start < $1.start }
    var gaps: [PlanGap] = []
    var next = 0
    for day in days {
      var (free, before) = (day.lowerBound, PlanSlot?.none)
      func add(until end: Instant, _ after: PlanSlot?) {
        guard end.since(free) >= Int64(minutes * 60) else { return }
        gaps.append(PlanGap(start: free, end: end, before: before, after: after))
      }
      // What began on the evening before may still go on.
      for slot in slots[..<next].suffix(64) where slot.end > free { free = slot.end }
      while next < slots.count, slots[next].start < day.upperBound {
        let slot = slots[next]
        next += 1
        guard slot.end > day.lowerBound else { continue }
        add(until: slot.start, slot)
        if slot.end > free { (free, before) = (slot.end, slot) }
      }
      add(until: day.upperBound, nil)
    }
    return gaps
  }
}
