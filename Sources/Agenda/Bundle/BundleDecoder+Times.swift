import JSON

extension BundleDecoder {
  func date(_ value: JSONValue?) -> CalendarDate? {
    read(value, expected: .date) { text throws(StrictTime.Failure) in try StrictTime.date(text) }
  }

  func partialDate(_ value: JSONValue?) -> PartialDate? {
    read(value, expected: .partialDate) { text throws(StrictTime.Failure) in try StrictTime.partialDate(text) }
  }

  /// In minutes after midnight.
  func timeOfDay(_ value: JSONValue?) -> Int? {
    read(value, expected: .timeOfDay) { text throws(StrictTime.Failure) in try StrictTime.timeOfDay(text) }
  }

  /// The instant of a local time at the venue, or of a time with its own offset, which then rules.
  func instant(_ value: JSONValue?) -> Instant? {
    let read = read(value, expected: .time) { text throws(StrictTime.Failure) in try StrictTime.dateTime(text) }
    guard let (local, offset) = read, let value else { return nil }
    guard let offset else { return zone.instant(local) }
    let instant = local.instant(offset: offset)
    let expected = zone.transition(at: instant).offset
    // Z says which instant it is, not which clock hangs at the venue: it disagrees with nothing.
    let isUTC = value.rawString?.utf8.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    if offset != expected, !isUTC {
      log.report(.offsetDisagrees(found: offset, zone: zone.identifier, expected: expected), at: value)
    }
    return instant
  }

  private func read<Result>(
    _ value: JSONValue?, expected: Problem.Expected, _ parse: (String) throws(StrictTime.Failure) -> Result
  ) -> Result? {
    guard let value else { return nil }
    guard let raw = value.rawString else {
      log.report(.wrongType(found: value.found, expected: expected), at: value)
      return nil
    }
    do throws(StrictTime.Failure) {
      return try parse(raw)
    } catch {
      switch error {
      case .malformed: log.report(.malformed(found: value.excerpt, expected: expected), at: value)
      case .impossibleDate: log.report(.impossibleDate(found: value.excerpt), at: value)
      case .impossibleTime: log.report(.impossibleTime(found: value.excerpt), at: value)
      }
      return nil
    }
  }
}
