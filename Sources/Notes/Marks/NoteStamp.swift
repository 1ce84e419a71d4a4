/// When something was written: `[14:32 +02:30]`, the venue's time and the time since the session began.
public struct NoteStamp: Equatable, Sendable {
  /// Minutes after midnight on the venue's clock.
  public var minuteOfDay: Int
  /// Seconds since the session began, negative before it; nil where no beginning is known.
  public var elapsed: Int?

  public init(minuteOfDay: Int, elapsed: Int? = nil) { (self.minuteOfDay, self.elapsed) = (minuteOfDay, elapsed) }

  /// `14:32`.
  public var clock: String { "\(NoteStamp.padded(minuteOfDay / 60)):\(NoteStamp.padded(minuteOfDay % 60))" }

  /// `+02:30`, minutes and seconds; `+1:02:30` from an hour on; `-05:00` before the beginning; empty where none is known.
  public var sinceStart: String {
    guard let elapsed else { return "" }
    let size = abs(elapsed)
    let hours = size >= 3_600 ? "\(size / 3_600):" : ""
    return "\(elapsed < 0 ? "-" : "+")\(hours)\(NoteStamp.padded(size % 3_600 / 60)):\(NoteStamp.padded(size % 60))"
  }

  /// As it stands in a note, brackets included.
  public var text: String { elapsed == nil ? "[\(clock)]" : "[\(clock) \(sinceStart)]" }

  /// What is between the brackets; blanks around it and a minus of any shape are allowed.
  init?(_ inside: Substring) {
    let parts = inside.split(separator: " ")
    guard let first = parts.first, parts.count <= 2, let clock = NoteStamp.numbers(first, count: 2...2),
      clock[0] < 24, clock[1] < 60
    else { return nil }
    minuteOfDay = clock[0] * 60 + clock[1]
    guard parts.count == 2 else { return }
    guard let sign = parts[1].first, "+-−–".contains(sign),
      let size = NoteStamp.numbers(parts[1].dropFirst(), count: 2...3)
    else { return nil }
    let seconds = size.reduce(0) { $0 * 60 + $1 }
    elapsed = sign == "+" ? seconds : -seconds
  }

  /// Numbers with colons between them, four digits each at most.
  private static func numbers(_ text: Substring, count: ClosedRange<Int>) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
