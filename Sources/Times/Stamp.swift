/// Points in time as text: `2017-12-04T14:41:00Z` (RFC 3339, always UTC).
package enum Stamp {
  package static func string(_ instant: Instant) -> String {
    let local = LocalTime(instant, offset: 0)
    return "\(local.date)T\(local.clock):\(local.second < 10 ? "0" : "")\(local.second)Z"
  }

  /// Nil for anything but this form.
  package static func instant(_ string: String) -> Instant? {
    let bytes = Array(string.utf8)
    guard bytes.count == 20 else { return nil }
    for (place, sign) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")] {
      guard bytes[place] == sign.utf8.first else { return nil }
    }
    func number(_ start: Int, _ count: Int) -> Int? {
      bytes[start..<start + count].reduce(Int?(0)) { value, byte in
        (0x30...0x39).contains(byte) ? value.map { $0 * 10 + Int(byte - 0x30) } : nil
      }
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2), hour < 24, minute < 60,
      second < 60, let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return LocalTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second).instant(offset: 0)
  }
}
