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

  /// By the start of their second entry.
  public private(set) var all: [PlanClash] = []
  /// What is at the same time as something else.
  public private(set) var overlapping: Set<PlanSlot.ID> = []
  /// Whether a session is among them.
  public private(set) var hasOverlappingSessions = false

  public init() {}

  /// Of entries in any order; those for later never clash.
  public init(_ slots: [PlanSlot]) {
    // A plan may have thousands, and mostly they are in order.
    let isInOrder = slots.indices.dropFirst().allSatisfy { slots[$0 - 1].start <= slots[$0].start }
    let isWhole = slots.allSatisfy { $0.grade != .later }
    let kept = isWhole ? slots : slots.filter { $0.grade != .later }
    let slots = isInOrder ? kept : kept.sorted { $0.start < $1.start }
    var isOverlapping = [Bool](repeating: false, count: slots.count)
    /// What may still reach into what comes: everything that ended less than a walk ago.
    var open: [Int] = []
    for (place, slot) in slots.enumerated() {
      let reach = slot.start.advanced(by: -Int64(Walking.betweenBuildings * 60))
      open.removeAll { slots[$0].end <= reach && slots[$0].end < slot.start }
      for other in open {
        let before = slots[other]
        if before.end > slot.start {
          isOverlapping[other] = true
          isOverlapping[place] = true
        }
        if all.count < PlanClashes.limit, let clash = PlanClashes.clash(before, slot) { all.append(clash) }
      }
      open.append(place)
    }
    overlapping.reserveCapacity(isOverlapping.count { $0 })
    for place in slots.indices where isOverlapping[place] {
      let id = slots[place].id
      overlapping.insert(id)
      if case .session = id { hasOverlappingSessions = true }
    }
  }

  /// What an entry clashes with, the worst first.
  public func of(_ id: PlanSlot.ID) -> [PlanClash] {
    all.filter { $0.first.id == id || $0.second.id == id }.sorted { ($0.kind, -$0.minutes) < ($1.kind, -$1.minutes) }
  }

  private static func clash(_ first: PlanSlot, _ second: PlanSlot) -> PlanClash? {
    let seconds = second.start.since(first.end)
    if seconds < 0 {
      let common = min(first.end, second.end).since(second.start)
      return PlanClash(kind: .overlap, first: first, second: second, minutes: max(1, Int(common / 60)))
    }
    guard first.place != second.place, !first.place.isEmpty, !second.place.isEmpty else { return nil }
    if seconds == 0 { return PlanClash(kind: .noBreak, first: first, second: second, minutes: 0) }
    let walk = Walking.minutes(from: first.place, to: second.place)
    guard seconds < Int64(walk * 60) else { return nil }
    return PlanClash(kind: .tight, first: first, second: second, minutes: Int(seconds / 60))
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
