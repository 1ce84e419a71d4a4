import CPosix
import Glibc

extension OffsetTable {
  /// The table of an IANA zone, from 15 years before the given ones to 30 after; nil where the zone is unknown.
  ///
  /// Only names of the IANA database and `UTC` are taken, not `EST` or `GMT+5` as some libraries do. Asks the C library
  /// and the system's zone files, which takes milliseconds: for the compiling of a catalogue, not for start-up.
  public static func named(_ identifier: String, around years: ClosedRange<Int>) -> OffsetTable? {
    if identifier == "UTC" || identifier == "Etc/UTC" {
      return OffsetTable(identifier: identifier, transitions: OffsetTable.utc.transitions)
    }
    guard ZoneClock.isKnown(identifier) else { return nil }
    return ZoneClock.inZone(identifier) { OffsetTable(identifier: identifier, around: years) }
  }

  /// The table of the reader's own zone, as `TZ` or /etc/localtime have it; UTC where neither says anything.
  public static func ofThisMachine(around years: ClosedRange<Int>) -> OffsetTable {
    ZoneClock.inZone(nil) { OffsetTable(identifier: ZoneClock.ownName, around: years) }
  }

  /// Reads the zone in force.
  ///
  /// A week is shorter than any two changes have ever been apart.
  private init(identifier: String, around years: ClosedRange<Int>) {
    // A conference of a thousand years is a slip of the pen: the last rules known hold on.
    let first = max(1, years.lowerBound - 15)
    let last = min(9999, min(years.upperBound, years.lowerBound + 50) + 30)
    let end = OffsetTable.newYear(last + 1)
    var before = ZoneClock.reading(at: OffsetTable.newYear(first))
    var transitions = [before]
    while before.start < end {
      let after = ZoneClock.reading(at: min(end, before.start.advanced(by: 7 * 86_400)))
      if !ZoneClock.isSame(before, after) {
        transitions.append(OffsetTable.change(between: before, and: after))
      }
      before = after
    }
    self.init(identifier: identifier, transitions: transitions)
  }

  /// The second from which on the later reading holds.
  private static func change(between early: Transition, and late: Transition) -> Transition {
    var (low, high) = (early, late)
    while high.start.since(low.start) > 1 {
      let middle = ZoneClock.reading(at: low.start.advanced(by: high.start.since(low.start) / 2))
      if ZoneClock.isSame(low, middle) { low = middle } else { high = middle }
    }
    return high
  }

  private static func newYear(_ year: Int) -> Instant {
    Instant(seconds: Int64(CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0) * 86_400)
  }
}
