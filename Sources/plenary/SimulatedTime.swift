import Agenda

/// A time given on the command line: `2017-12-04T09:41` on the venue's clock, or with an offset (RFC 3339 §5.6).
struct SimulatedTime: Equatable {
  let local: LocalTime
  /// Seconds east of UTC; nil means the venue's zone.
  let offset: Int?

  /// Nil where the text is no such time, or the time does not exist.
  init?(_ text: String) {
    guard let time = try? StrictTime.dateTime(text) else { return nil }
    (local, offset) = time
  }

  func instant(in zone: OffsetTable) -> Instant {
    offset.map { local.instant(offset: $0) } ?? zone.instant(local)
  }
}
