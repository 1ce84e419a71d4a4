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
    if scanner.take("P") { return ISOLength.seconds(text).map { Reading(seconds: $0) } }
    guard let first = scanner.number(1...5) else { return nil }
    if scanner.isAtEnd { return Reading(seconds: Int64(first) * 60) }
    if let seconds = withUnits(first, scanner) { return Reading(seconds: seconds) }
    guard scanner.take(":"), let second = scanner.number(2...2) else { return nil }
    if scanner.isAtEnd { return second < 60 ? Reading(seconds: Int64(first) * 3_600 + Int64(second) * 60) : nil }
    guard scanner.take(":"), let third = scanner.number(2...2), scanner.isAtEnd, third < 60 else { return nil }
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
