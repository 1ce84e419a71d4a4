/// A time zone's offsets over a span of years, as plain values: local times without asking a time zone library.
///
/// Between two transitions the earlier one's offset holds; before the first, the first's; after the last, the last's.
public struct OffsetTable: Equatable, Sendable {
  public struct Transition: Equatable, Sendable {
    /// From this instant on.
    public var start: Instant
    /// Seconds east of UTC.
    public var offset: Int
    /// What people call it: `EST`, or `GMT+2` where the zone has no letters of its own.
    public var abbreviation: String

    public init(start: Instant, offset: Int, abbreviation: String) {
      (self.start, self.offset, self.abbreviation) = (start, offset, abbreviation)
    }
  }

  /// The IANA identifier, `America/New_York`.
  public let identifier: String
  /// In ascending order, never empty.
  public let transitions: [Transition]

  public static let utc = OffsetTable(
    identifier: "UTC", transitions: [Transition(start: Instant(seconds: 0), offset: 0, abbreviation: "UTC")])

  /// An empty list of transitions counts as UTC.
  public init(identifier: String, transitions: [Transition]) {
    self.identifier = identifier
    if transitions.isEmpty {
      self.transitions = [Transition(start: Instant(seconds: 0), offset: 0, abbreviation: "UTC")]
    } else {
      // Most are in order, and every start makes one: it must not make Swift's sorting ready first.
      let isInOrder = zip(transitions, transitions.dropFirst()).allSatisfy { $0.start <= $1.start }
      self.transitions = isInOrder ? transitions : transitions.sorted { $0.start < $1.start }
    }
  }

  /// The transition in force at an instant.
  public func transition(at instant: Instant) -> Transition {
    var low = 0
    var high = transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle].start <= instant { low = middle } else { high = middle }
    }
    return transitions[low]
  }

  public func local(_ instant: Instant) -> LocalTime {
    LocalTime(instant, offset: transition(at: instant).offset)
  }

  /// The instant of a wall clock's reading (RFC 5545 §3.3.5): of a reading that comes twice the first, and a
  /// reading that is skipped is taken with the offset before the gap.
  public func instant(_ local: LocalTime) -> Instant {
    let noon = local.instant(offset: 0)
    let before = transition(at: noon.advanced(by: -86_400)).offset
    let after = transition(at: noon.advanced(by: 86_400)).offset
    let first = local.instant(offset: before)
    if before == after || transition(at: first).offset == before { return first }
    let second = local.instant(offset: after)
    return transition(at: second).offset == after ? second : first
  }
}
