import Agenda
import Glibc
import Interface
import Messages

/// The time of day, or a simulated one that goes on from a given moment.
struct WallClock {
  /// Seconds that the simulated clock is ahead of the machine's; nil is the machine's own.
  private let lead: Int64?

  init(simulated: Instant?) { lead = simulated.map { $0.since(WallClock.machine) } }

  var reading: Clock {
    Clock(now: WallClock.machine.advanced(by: lead ?? 0), isSimulated: lead != nil)
  }

  /// Milliseconds until an instant of this clock, never negative.
  func milliseconds(until instant: Instant) -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let target = (instant.seconds - (lead ?? 0)) * 1_000
    return max(0, target - Int64(time.tv_sec) * 1_000 - Int64(time.tv_nsec) / 1_000_000)
  }

  /// The date here, by the machine's clock and zone.
  static var today: CalendarDate {
    var (now, parts) = (time(nil), tm())
    localtime_r(&now, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: 0)
  }

  private static var machine: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }
}

/// A time given on the command line: `2017-12-04T09:41` on the venue's clock, or with an offset (RFC 3339 §5.6).
struct SimulatedTime: Equatable {
  let local: LocalTime
  /// Seconds east of UTC; nil means the venue's zone, which is known only once the bundle is open.
  let offset: Int?

  static let option = Option(
    "now", letter: "n", "TIME", Message("start a clock at TIME of the venue, as 2017-12-04T09:41"),
    expected: Message("a time such as 2017-12-04T09:41 or 2017-12-04T09:41-05:00")
  ) { SimulatedTime($0) }

  /// Nil where the text is no such time, or the time does not exist.
  init?(_ text: String) {
    guard let time = try? StrictTime.dateTime(text) else { return nil }
    (local, offset) = time
  }

  func instant(in zone: OffsetTable) -> Instant {
    offset.map { local.instant(offset: $0) } ?? zone.instant(local)
  }
}
