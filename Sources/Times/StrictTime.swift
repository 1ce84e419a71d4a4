/// Dates and times as texts, read to the letter: nothing is guessed, completed or carried over.
public enum StrictTime {
  public enum Failure: Error, Equatable {
    case malformed
    /// Well written, but not in the calendar: 30 February.
    case impossibleDate
    /// Well written, but on no clock: 25:00.
    case impossibleTime
  }

  /// `2017-12-04` (RFC 3339 §5.6, full-date).
  package static func date(_ text: String) throws(Failure) -> CalendarDate {
    var rest = text.utf8[...]
    let date = try date(&rest)
    guard rest.isEmpty else { throw .malformed }
    return date
  }

  /// `2017`, `2017-12` or `2017-12-04` (ISO 8601 §4.1.2.3).
  package static func partialDate(_ text: String) throws(Failure) -> PartialDate {
    var rest = text.utf8[...]
    let year = try number(&rest, digits: 4)
    var parts: [Int] = []
    while !rest.isEmpty, parts.count < 2 {
      try sign("-", &rest)
      parts.append(try number(&rest, digits: 2))
    }
    guard rest.isEmpty else { throw .malformed }
    let date = PartialDate(year: year, month: parts.first, day: parts.count > 1 ? parts[1] : nil)
    guard let date else { throw .impossibleDate }
    return date
  }

  /// `2017-12-04T09:00`, with seconds or without, with an offset (`Z`, `-05:00`) or without (RFC 3339 §5.6, date-time,
  /// whose fractions are not taken).
  ///
  /// The offset is in seconds east of UTC.
  public static func dateTime(_ text: String) throws(Failure) -> (local: LocalTime, offset: Int?) {
    var rest = text.utf8[...]
    let date = try date(&rest)
    guard let separator = rest.popFirst(), separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t") else {
      throw .malformed
    }
    let hour = try number(&rest, digits: 2)
    try sign(":", &rest)
    let minute = try number(&rest, digits: 2)
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      second = try number(&rest, digits: 2)
    }
    let offset = try offset(&rest)
    guard rest.isEmpty else { throw .malformed }
    guard hour < 24, minute < 60, second < 60 else { throw .impossibleTime }
    return (LocalTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second), offset)
  }

  /// `04:00`, in minutes after midnight.
  package static func timeOfDay(_ text: String) throws(Failure) -> Int {
    var rest = text.utf8[...]
    let hour = try number(&rest, digits: 2)
    try sign(":", &rest)
    let minute = try number(&rest, digits: 2)
    guard rest.isEmpty else { throw .malformed }
    guard hour < 24, minute < 60 else { throw .impossibleTime }
    return hour * 60 + minute
  }

  private static func date(_ rest: inout Substring.UTF8View) throws(Failure) -> CalendarDate {
    let year = try number(&rest, digits: 4)
    try sign("-", &rest)
    let month = try number(&rest, digits: 2)
    try sign("-", &rest)
    let day = try number(&rest, digits: 2)
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .impossibleDate }
    return date
  }

  private static func offset(_ rest: inout Substring.UTF8View) throws(Failure) -> Int? {
    guard let first = rest.popFirst() else { return nil }
    if first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return 0 }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { throw .malformed }
    let hour = try number(&rest, digits: 2)
    try sign(":", &rest)
    let minute = try number(&rest, digits: 2)
    guard hour < 24, minute < 60 else { throw .impossibleTime }
    return (first == UInt8(ascii: "-") ? -1 : 1) * (hour * 3_600 + minute * 60)
  }

  private static func sign(_ sign: Unicode.Scalar, _ rest: inout Substring.UTF8View) throws(Failure) {
    guard let byte = rest.popFirst(), UInt32(byte) == sign.value else { throw .malformed }
  }

  private static func number(_ rest: inout Substring.UTF8View, digits: Int) throws(Failure) -> Int {
    var number = 0
    for _ in 0..<digits {
      guard let byte = rest.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
        throw .malformed
      }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
