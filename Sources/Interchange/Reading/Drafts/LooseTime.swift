import Agenda
import Markup
import Times

/// Times as real files have them, beyond the letter of their standards.
///
/// What no calendar or clock has is never carried over: 30 February is nothing.
enum LooseTime {
  /// `2024-12-27T10:30:00+01:00`, with `T` or a blank, with seconds and fractions or without, with an offset (`Z`,
  /// `+01:00`, `+0100`, `+01`) or without; or a date alone; or so many seconds or milliseconds since 1970.
  static func moment(_ text: String) -> Moment? {
    if let moment = timestamp(text) { return moment }
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd { return .day(date) }
    guard scanner.accept("T") || scanner.accept("t") || scanner.accept(" ") else { return nil }
    guard let second = scanner.clock() else { return nil }
    let local = LocalTime(count: date.dayNumber * 86_400 + second)
    scanner.skipBlanks()
    if scanner.isAtEnd { return .local(local) }
    if scanner.accept("Z") || scanner.accept("z") { return scanner.isAtEnd ? .utc(local) : nil }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return .offset(local, offset)
  }

  /// Ten digits, or thirteen: no date has so many.
  private static func timestamp(_ text: String) -> Moment? {
    let text = text.trimmingBlanks
    guard text.utf8.count == 10 || text.utf8.count == 13, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text)
    else { return nil }
    return .utc(LocalTime(count: text.utf8.count == 13 ? number / 1_000 : number))
  }

  /// `2024-12-27`, also at the head of a date and time.
  static func date(_ text: String) -> CalendarDate? {
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    return scanner.isAtEnd || moment(text) != nil ? date : nil
  }

  /// `09:30`, `9:30`, `09:30:00`: seconds after midnight.
  static func clock(_ text: String) -> Int? { lateClock(text).flatMap { $0 < 86_400 ? $0 : nil } }

  /// The same, also `9.30`, `0930`, `9:30 pm`, `9h30`, and `24:00` to `47:59` for the early hours of the next day; an hour
  /// alone is none.
  static func lateClock(_ text: String) -> Int? {
    guard let clock = WrittenClock(whole: text), clock.hasMinute || !clock.isBare || clock.isLate != nil,
      !clock.isOverstated
    else { return nil }
    return clock.value
  }
}

/// Reads the parts of a time, one after the other.
struct TimeScanner {
  private var rest: Substring.UTF8View

  /// Blanks around it do not count.
  init(_ text: String) {
    rest = text.utf8[...]
    skipBlanks()
    while let last = rest.last, last == 0x20 || last == 0x0A || last == 0x0D || last == 0x09 { rest.removeLast() }
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// What is left, as runs of letters and runs of digits, in small letters; other signs part them.
  var words: [String] {
    var words: [String] = []
    var wasDigit: Bool?
    for byte in rest {
      let isDigit: Bool? =
        (0x30...0x39).contains(byte) ? true : (0x61...0x7A).contains(byte | 0x20) ? false : nil
      if let isDigit {
        if isDigit != wasDigit { words.append("") }
        words[words.count - 1].unicodeScalars.append(Unicode.Scalar(isDigit ? byte : byte | 0x20))
      }
      wasDigit = isDigit
    }
    return words
  }

  mutating func accept(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipBlanks() {
    while let first = rest.first, first == 0x20 || first == 0x0A || first == 0x0D || first == 0x09 {
      rest.removeFirst()
    }
  }

  /// So many digits, at least and at most.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var number = 0
    var count = 0
    while count < digits.upperBound, let byte = rest.first, (0x30...0x39).contains(byte) {
      number = number * 10 + Int(byte - 0x30)
      count += 1
      rest.removeFirst()
    }
    return digits.contains(count) ? number : nil
  }

  mutating func date() -> CalendarDate? {
    guard let year = number(4...4), accept("-") || accept("/"), let month = number(1...2), accept("-") || accept("/"),
      let day = number(1...2)
    else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Hours, minutes and, where there are any, seconds and their fractions, which do not count; 24:00 may stand for the
  /// end of the day (ISO 8601).
  mutating func clock() -> Int? {
    guard let hour = number(1...2), accept(":") || accept("."), let minute = number(2...2) else { return nil }
    var second = 0
    if accept(":") {
      guard let read = number(2...2) else { return nil }
      second = read
      if accept(".") || accept(",") { while number(1...9) != nil {} }
    }
    guard hour < 24 || (hour == 24 && minute + second == 0), minute < 60, second < 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// In seconds east of UTC.
  mutating func offset() -> Int? {
    let isWest = accept("-")
    guard isWest || accept("+"), let hour = number(2...2) else { return nil }
    var minute = 0
    if accept(":") || !isAtEnd {
      guard let read = number(2...2) else { return nil }
      minute = read
    }
    guard hour < 24, minute < 60 else { return nil }
    return (isWest ? -1 : 1) * (hour * 3_600 + minute * 60)
  }
}

/// How long something takes, as schedules write it.
enum LooseLength {
  struct Reading: Equatable {
    /// Never negative.
    var seconds: Int64
    /// It had three parts, which can be hours, minutes and seconds or days, hours and minutes.
    var isThreePart = false
  }

  /// `00:45`, `1:30`, `90` (minutes), `90 min`, `1h30`, `01:30:00`, `4:04:00` (days first, c3voc's schema), `PT45M`.
  ///
  /// Of three parts two digits at the head and no seconds at the end are taken as hours, minutes and seconds.
  static func reading(_ text: String) -> Reading? {
    var scanner = TimeScanner(text)
    if scanner.accept("P") { return ISOLength.seconds(text).map { Reading(seconds: $0) } }
    guard let first = scanner.number(1...5) else { return nil }
    if scanner.isAtEnd { return Reading(seconds: Int64(first) * 60) }
    if let seconds = withUnits(first, scanner) { return Reading(seconds: seconds) }
    guard scanner.accept(":"), let second = scanner.number(2...2) else { return nil }
    if scanner.isAtEnd { return second < 60 ? Reading(seconds: Int64(first) * 3_600 + Int64(second) * 60) : nil }
    guard scanner.accept(":"), let third = scanner.number(2...2), scanner.isAtEnd, third < 60 else { return nil }
    let asHours = Int64(first) * 3_600 + Int64(second) * 60 + Int64(third)
    let asDays = Int64(first) * 86_400 + Int64(second) * 3_600 + Int64(third) * 60
    let headDigits = text.utf8.drop { $0 == 0x20 }.prefix { $0 != UInt8(ascii: ":") }.count
    let isHours = second < 60 && (second > 23 || (headDigits > 1 && third == 0))
    guard isHours || second < 24 else { return nil }
    return Reading(seconds: isHours ? asHours : asDays, isThreePart: true)
  }

  /// What stands behind a number: `min`, `h`, or `h` with minutes.
  private static func withUnits(_ number: Int, _ rest: TimeScanner) -> Int64? {
    let words = rest.words
    switch words.first {
    case "m", "min", "mins", "minute", "minutes":
      return words.count == 1 ? Int64(number) * 60 : nil
    case "h", "hr", "hrs", "hour", "hours":
      guard words.count > 1 else { return Int64(number) * 3_600 }
      guard let minutes = Int(words[1]), minutes < 60, words.count == 2 || "minutes".hasPrefix(words[2]) else {
        return nil
      }
      return Int64(number) * 3_600 + Int64(minutes) * 60
    default: return nil
    }
  }
}

/// ISO 8601 durations as iCalendar has them (RFC 5545 §3.3.6).
enum ISOLength {
  /// Nil where it is none, is negative or is longer than ten years.
  static func seconds(_ text: String) -> Int64? {
    var bytes = text.utf8[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.popFirst() == UInt8(ascii: "P") else { return nil }
    var total: Int64 = 0
    var number: Int64?
    var isTime = false
    var hasPart = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "T"): isTime = true
      case 0x30...0x39:
        number = (number ?? 0) * 10 + Int64(byte - 0x30)
        if let number, number > 315_576_000 { return nil }
      case 0x20, 0x0D, 0x0A: continue
      default:
        guard let value = number, let unit = unit(byte, isTime: isTime) else { return nil }
        total += value * unit
        number = nil
        hasPart = true
        if total > 315_576_000 { return nil }
      }
    }
    return hasPart && number == nil ? total : nil
  }

  private static func unit(_ byte: UInt8, isTime: Bool) -> Int64? {
    switch byte {
    case UInt8(ascii: "W"): 604_800
    case UInt8(ascii: "D"): 86_400
    case UInt8(ascii: "H"): 3_600
    case UInt8(ascii: "M"): isTime ? 60 : nil
    case UInt8(ascii: "S"): 1
    default: nil
    }
  }
}
