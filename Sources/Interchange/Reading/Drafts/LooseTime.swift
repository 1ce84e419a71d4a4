import Agenda

/// Times as real files have them, beyond the letter of their standards.
///
/// What no calendar or clock has is never carried over: 30 February is nothing.
enum LooseTime {
  /// `2024-12-27T10:30:00+01:00`, with `T` or a blank, with seconds and fractions or without, with an offset (`Z`,
  /// `+01:00`, `+0100`, `+01`) or without; or a date alone.
  static func moment(_ text: String) -> Moment? {
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd { return .day(date) }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" ") else { return nil }
    guard let second = scanner.clock() else { return nil }
    let local = LocalTime(date: date, secondOfDay: second)
    scanner.skipBlanks()
    if scanner.isAtEnd { return .local(local) }
    if scanner.take("Z") || scanner.take("z") { return scanner.isAtEnd ? .utc(local) : nil }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return .offset(local, offset)
  }

  /// `2024-12-27`, also at the head of a date and time.
  static func date(_ text: String) -> CalendarDate? {
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    return scanner.isAtEnd || moment(text) != nil ? date : nil
  }

  /// `09:30`, `9:30`, `09:30:00`: seconds after midnight.
  static func clock(_ text: String) -> Int? {
    var scanner = TimeScanner(text)
    guard let second = scanner.clock(), scanner.isAtEnd else { return nil }
    return second
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

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
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
    guard let year = number(4...4), take("-"), let month = number(1...2), take("-"), let day = number(1...2) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Hours, minutes and, where there are any, seconds and their fractions, which do not count.
  mutating func clock() -> Int? {
    guard let hour = number(1...2), take(":"), let minute = number(2...2) else { return nil }
    var second = 0
    if take(":") {
      guard let read = number(2...2) else { return nil }
      second = read
      if take(".") || take(",") { while number(1...9) != nil {} }
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// In seconds east of UTC.
  mutating func offset() -> Int? {
    let isWest = take("-")
    guard isWest || take("+"), let hour = number(2...2) else { return nil }
    var minute = 0
    if take(":") || !isAtEnd {
      guard let read = number(2...2) else { return nil }
      minute = read
    }
    guard hour < 24, minute < 60 else { return nil }
    return (isWest ? -1 : 1) * (hour * 3_600 + minute * 60)
  }
}
