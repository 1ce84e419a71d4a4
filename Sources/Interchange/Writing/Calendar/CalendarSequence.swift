import Agenda

/// The revision of a conference's sessions as one number (SEQUENCE, RFC 5545 §3.8.7.4): calendars that have a session
/// already take the one with the greater number.
enum CalendarSequence {
  /// Days from 2000 to the day of publication, then four digits of the version's number.
  ///
  /// `1.4` counts as 104 and `v2` as 200; a version without a number, and an agenda without either, as 0. What was
  /// published before 2000 counts as published then.
  static func number(of conference: Conference) -> Int {
    let epoch = 10_957
    let days = min(max(0, (conference.published?.dayNumber ?? epoch) - epoch), 200_000)
    return days * 10_000 + number(of: conference.version ?? "")
  }

  private static func number(of version: String) -> Int {
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var text = version.utf8.drop { !isDigit($0) }
    func next(atMost limit: Int) -> Int {
      let digits = text.prefix(while: isDigit)
      text = text.dropFirst(digits.count)
      return min(limit, Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0)
    }
    let major = next(atMost: 99)
    guard text.first == UInt8(ascii: ".") else { return major * 100 }
    text = text.dropFirst()
    return major * 100 + next(atMost: 99)
  }
}
