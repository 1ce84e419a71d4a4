public import Times

/// Dates in words. The order of a date's parts is a pattern that languages have their own of, as they have names.
extension Message {
  /// `Monday`.
  public static func weekday(_ date: CalendarDate) -> Message { weekdays[date.weekday - 1] }

  /// `Mon`.
  public static func shortWeekday(_ date: CalendarDate) -> Message { shortWeekdays[date.weekday - 1] }

  /// `Monday 4 December 2017`.
  public static func day(_ date: CalendarDate) -> Message {
    .within("date", "%1$s %2$s %3$s %4$d", weekday(date), number(date.day), months[date.month - 1], date.year)
  }

  /// `Mon 4 Dec`.
  public static func shortDay(_ date: CalendarDate) -> Message {
    .within("date", "%1$s %2$s %3$s", shortWeekday(date), number(date.day), shortMonths[date.month - 1])
  }

  /// `Monday 4 December`.
  public static func weekdayAndDate(_ date: CalendarDate) -> Message {
    .within("date", "%1$s %2$s %3$s", weekday(date), number(date.day), months[date.month - 1])
  }

  /// `Mon 4`, where the month is known.
  public static func weekdayAndNumber(_ date: CalendarDate) -> Message {
    .within("date", "%1$s %2$d", shortWeekday(date), date.day)
  }

  /// `December`; months count from 1.
  public static func month(_ number: Int) -> Message { months[number - 1] }

  /// `Dec`; months count from 1.
  public static func shortMonth(_ number: Int) -> Message { shortMonths[number - 1] }

  /// `4 December 2017`.
  public static func date(_ date: CalendarDate) -> Message {
    .within("day, month and year", "%1$s %2$s %3$d", number(date.day), months[date.month - 1], date.year)
  }

  /// `4 Dec 2017`.
  public static func shortDate(_ date: CalendarDate) -> Message {
    .within("day, month and year", "%1$s %2$s %3$d", number(date.day), shortMonths[date.month - 1], date.year)
  }

  /// `2016`, `June 2016` or `14 June 2016`, as far as it is known.
  public static func date(_ date: PartialDate) -> Message {
    guard let month = date.month else { return .data(String(date.year)) }
    guard let day = date.day else { return .within("month and year", "%1$s %2$d", months[month - 1], date.year) }
    return .within("day, month and year", "%1$s %2$s %3$d", number(day), months[month - 1], date.year)
  }

  /// What stands between the two ends of a span.
  public enum Dash: String, Sendable {
    /// On a screen, where every font has it.
    case hyphen = "-"
    /// In a document.
    case en = "–"
  }

  /// `3-5 December 2017`, `30 November - 2 December 2017`, `31 December 2017 - 1 January 2018`: as short as both allow.
  public static func dates(_ first: CalendarDate, _ last: CalendarDate, _ dash: Dash = .hyphen) -> Message {
    let sign = dash.rawValue
    if first == last { return date(first) }
    if first.year != last.year { return .within("dates", "%1$s %2$s %3$s", date(first), sign, date(last)) }
    if first.month != last.month {
      let start = within("day and month", "%1$s %2$s", number(first.day), months[first.month - 1])
      return .within("dates", "%1$s %2$s %3$s", start, sign, date(last))
    }
    return .within(
      "dates of a month", "%1$s%2$s%3$s %4$s %5$d", number(first.day), sign, number(last.day), months[first.month - 1],
      first.year)
  }

  /// The day of a month, which some languages say otherwise where it is the first.
  private static func number(_ day: Int) -> Message {
    day == 1 ? .within("day of a month", "1") : .data(String(day))
  }

  private static let weekdays = [
    Message("Monday"), Message("Tuesday"), Message("Wednesday"), Message("Thursday"), Message("Friday"),
    Message("Saturday"), Message("Sunday"),
  ]

  private static let shortWeekdays: [Message] = [
    .within("short", "Mon"), .within("short", "Tue"), .within("short", "Wed"), .within("short", "Thu"),
    .within("short", "Fri"), .within("short", "Sat"), .within("short", "Sun"),
  ]

  private static let months = [
    Message("January"), Message("February"), Message("March"), Message("April"), Message("May"), Message("June"),
    Message("July"), Message("August"), Message("September"), Message("October"), Message("November"),
    Message("December"),
  ]

  private static let shortMonths: [Message] = [
    .within("short", "Jan"), .within("short", "Feb"), .within("short", "Mar"), .within("short", "Apr"),
    .within("short", "May"), .within("short", "Jun"), .within("short", "Jul"), .within("short", "Aug"),
    .within("short", "Sep"), .within("short", "Oct"), .within("short", "Nov"), .within("short", "Dec"),
  ]
}

/// Lengths of time, and lists.
extension Message {
  /// A length in minutes: `45 min`, `1 h`, `1 h 30`, `26 h`.
  public static func length(minutes: Int) -> Message {
    if minutes < 60 { return Message("%d min", minutes) }
    let rest = minutes % 60
    if rest == 0 { return Message("%d h", minutes / 60) }
    return Message("%1$d h %2$s", minutes / 60, (rest < 10 ? "0" : "") + String(rest))
  }

  /// How far off something is: `in a moment`, `in 49 min`, `in 26 h`, and from two days on `in 3 days`.
  public static func until(minutes: Int) -> Message {
    if minutes < 1 { return Message("in a moment") }
    if minutes < 48 * 60 { return Message("in %s", length(minutes: minutes)) }
    return Message("in 1 day", "in %d days", count: minutes / (24 * 60))
  }

  /// `a, b, c`; nothing for none.
  public static func enumeration(_ parts: [Message]) -> Message {
    guard let first = parts.first else { return .data("") }
    return parts.dropFirst().reduce(first) { .within("list", "%1$s, %2$s", $0, $1) }
  }
}
