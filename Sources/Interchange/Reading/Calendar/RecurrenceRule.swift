import Agenda
import Markup

/// A rule of recurrence (RFC 5545 §3.3.10).
struct RecurrenceRule: Equatable {
  enum Frequency: String {
    case secondly = "SECONDLY"
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A day of the week, perhaps the so-manieth of its month or year, from the end where negative.
  struct Weekday: Equatable {
    var ordinal: Int?
    /// 1 is Monday.
    var day: Int
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: Moment?
  var seconds: [Int] = []
  var minutes: [Int] = []
  var hours: [Int] = []
  var weekdays: [Weekday] = []
  var monthDays: [Int] = []
  var yearDays: [Int] = []
  var weekNumbers: [Int] = []
  var months: [Int] = []
  var positions: [Int] = []
  /// 1 is Monday.
  var weekStart = 1

  init(_ frequency: Frequency) { self.frequency = frequency }

  /// Nil where the text is no rule, or says what no calendar has.
  init?(_ text: String) {
    var parts: [(String, String)] = []
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      parts.append((String(sides[0]).trimmingBlanks.uppercased(), String(sides[1]).trimmingBlanks.uppercased()))
    }
    guard let name = parts.first(where: { $0.0 == "FREQ" })?.1, let frequency = Frequency(rawValue: name) else {
      return nil
    }
    self.init(frequency)
    for (name, value) in parts where !parse(name, value) { return nil }
  }

  private mutating func parse(_ name: String, _ value: String) -> Bool {
    func list(_ range: ClosedRange<Int>, signed: Bool = false) -> [Int]? {
      let numbers = value.split(separator: ",").map { Int(String($0).trimmingBlanks) }
      guard numbers.count <= 400 else { return nil }
      var result: [Int] = []
      for number in numbers {
        guard let number, range.contains(signed ? abs(number) : number) else { return nil }
        result.append(number)
      }
      return result
    }
    func assign(_ field: WritableKeyPath<RecurrenceRule, [Int]>, _ numbers: [Int]?) -> Bool {
      guard let numbers else { return false }
      self[keyPath: field] = numbers
      return true
    }
    switch name {
    case "INTERVAL":
      guard let number = Int(value), (1...100_000).contains(number) else { return false }
      interval = number
    case "COUNT":
      guard let number = Int(value), number > 0 else { return false }
      count = number
    case "UNTIL":
      guard let moment = CalendarTime.moment(value, zone: nil) else { return false }
      until = moment
    case "BYSECOND": return assign(\.seconds, list(0...60))
    case "BYMINUTE": return assign(\.minutes, list(0...59))
    case "BYHOUR": return assign(\.hours, list(0...23))
    case "BYMONTHDAY": return assign(\.monthDays, list(1...31, signed: true))
    case "BYYEARDAY": return assign(\.yearDays, list(1...366, signed: true))
    case "BYWEEKNO": return assign(\.weekNumbers, list(1...53, signed: true))
    case "BYMONTH": return assign(\.months, list(1...12))
    case "BYSETPOS": return assign(\.positions, list(1...366, signed: true))
    case "BYDAY": return takeWeekdays(value)
    case "WKST":
      guard let day = RecurrenceRule.weekday(value[...]) else { return false }
      weekStart = day
    default: break
    }
    return true
  }

  private mutating func takeWeekdays(_ value: String) -> Bool {
    for part in value.split(separator: ",") {
      let text = String(part).trimmingBlanks
      guard let day = RecurrenceRule.weekday(text.suffix(2)) else { return false }
      let number = text.dropLast(2)
      let ordinal = number.isEmpty ? nil : Int(number)
      guard number.isEmpty || ordinal.map({ $0 != 0 && abs($0) <= 53 }) == true else { return false }
      weekdays.append(Weekday(ordinal: ordinal, day: day))
    }
    return weekdays.count <= 400
  }

  private static func weekday(_ letters: Substring) -> Int? {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: String(letters)).map { $0 + 1 }
  }
}
