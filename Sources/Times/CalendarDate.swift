/// A date of the proleptic Gregorian calendar without time or zone (ISO 8601 §4.1.2).
///
/// Only dates that exist can be made: 30 February gives nil, never 2 March.
public struct CalendarDate: Comparable, Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to the length of the month.
  public let day: Int

  /// Nil where the date does not exist, or the year is outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date so many days after 1970-01-01; days outside the years 1 to 9999 are held at the nearest end.
  public init(dayNumber: Int) {
    // Days are counted from 1 March of the year 0, so that the leap day is the last of its year.
    let clamped = min(max(dayNumber, -719_162), 2_932_896)
    let shifted = clamped + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The date so many days later, or earlier where negative.
  public func advanced(by days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// Days since 1970-01-01, negative before it.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601 §4.1.4.2).
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days in a month (1 to 12); 0 for any other number.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
  /// `2017-12-04` (ISO 8601 §4.1.2.2).
  public var description: String {
    "\(WireTime.digits(year, 4))-\(WireTime.digits(month, 2))-\(WireTime.digits(day, 2))"
  }
}

/// A date known to the year, the month or the day: `2016`, `2016-06`, `2016-06-14` (ISO 8601 §4.1.2.3).
public struct PartialDate: Comparable, Hashable, Sendable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// Nil where the date does not exist.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard day == nil || month != nil, CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
