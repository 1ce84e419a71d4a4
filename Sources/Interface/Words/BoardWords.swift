import Agenda
import Catalogue

/// The words of the kiosk's board, in English.
enum BoardWords {
  static let now = "NOW"
  static let next = "NEXT"
  static let door = "ROOM"
  static let nothingNow = "Nothing is on just now"
  static let anyKey = "Press any key to look around"
  static let today = "Today"
  static let restOfToday = "The rest of today"
  static let nothingLeft = "Nothing more today"
  static let nothingHere = "Nothing in this room"
  static let about = "About the conference"
  static let background = "How it came about"
  static let organizers = "Who is organising it"
  static let takeAlong = "To take along"
  static let cancelled = "cancelled"
  static let changed = "changed"
  static let new = "new"
  static let tentative = "not yet certain"
  static let endOpen = "end open"
  /// The longest first.
  static let thanks = ["Thank you for coming", "Thank you"]
  static let simulated = "simulated time"
  static let draft = "draft agenda"

  /// `in 49 min`, `in 26 h`, `in 3 days`, `now`.
  static func until(minutes: Int) -> String {
    if minutes < 1 { return "in a moment" }
    if minutes >= 48 * 60 { return "in \(minutes / (24 * 60)) days" }
    return "in \(Words.span(minutes: minutes))"
  }

  /// What is left of a session, with the last minutes in words of their own.
  static func left(minutes: Int) -> String {
    switch minutes {
    case ...1: "The last minute"
    case 2: "Last 2 minutes"
    case 3...5: "Last 5 minutes: \(minutes) min left"
    default: Words.left(minutes: minutes)
    }
  }

  /// The same in few words, for large letters beside those.
  static func shortLeft(minutes: Int) -> String { Words.left(minutes: max(1, minutes)) }

  /// At a door, where a speaker reads it.
  static func doorLeft(minutes: Int) -> String {
    switch minutes {
    case ...2: "\(max(1, minutes)) MIN LEFT: PLEASE CLOSE"
    case 3...5: "LAST 5 MINUTES: \(minutes) min left"
    default: Words.left(minutes: minutes)
    }
  }

  static let timeIsUp = "TIME IS UP"

  static func overTime(minutes: Int) -> String {
    minutes < 1 ? timeIsUp : "\(timeIsUp): \(minutes) min over"
  }

  static func later(_ minutes: Int, was time: String) -> String { "\(minutes) min late, was \(time)" }
  static func moved(from what: String) -> String { "moved, was \(what)" }
  static func was(_ time: String) -> String { "was \(time)" }

  /// A notice without words of its own.
  static func late(_ minutes: Int, what: String) -> String {
    what.isEmpty ? "Everything is \(minutes) minutes late" : "\(what): \(minutes) minutes late"
  }

  static func and(_ count: Int) -> String { count == 1 ? "and 1 more" : "and \(count) more" }

  static func page(_ number: Int, of count: Int) -> String { "\(number)/\(count)" }

  // Between days, before and after

  /// The longest first: `Continues tomorrow at 10:00`, `Tomorrow at 10:00`, `Tomorrow 10:00`.
  static func continues(_ date: CalendarDate, clock: String, seenFrom today: CalendarDate) -> [String] {
    let when = when(date, clock: clock, seenFrom: today)
    let distance = date.dayNumber - today.dayNumber
    let day = distance < 1 ? "Today" : distance == 1 ? "Tomorrow" : shortDate(date)
    return ["Continues \(when)", capitalized(when), "\(day) \(clock)"]
  }

  static func begins(_ when: String) -> [String] {
    ["Begins \(when)", capitalized(when)]
  }

  private static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// `tomorrow at 10:00`, `on Wednesday 6 December at 10:00`.
  static func when(_ date: CalendarDate, clock: String, seenFrom today: CalendarDate) -> String {
    switch date.dayNumber - today.dayNumber {
    case ...0: "today at \(clock)"
    case 1: "tomorrow at \(clock)"
    default: "on \(weekdayAndDay(date)) at \(clock)"
    }
  }

  /// `in 12 days`, `tomorrow`, `today`.
  static func countdown(_ date: CalendarDate, minutes: Int, seenFrom today: CalendarDate) -> String {
    switch date.dayNumber - today.dayNumber {
    case ...0: until(minutes: minutes)
    case 1: "tomorrow"
    case let days: "in \(days) days"
    }
  }

  static func day(_ name: String, distance: Int) -> String { distance == 1 ? "Tomorrow, \(name)" : name }

  // Dates

  /// `Monday 4 December`.
  static func weekdayAndDay(_ date: CalendarDate) -> String {
    let words = DateWording().long(date).split(separator: " ")
    return listed(words.prefix(3).map(String.init), by: " ")
  }

  /// `Mon 4 Dec`.
  static func shortDate(_ date: CalendarDate) -> String {
    let wording = DateWording()
    return "\(wording.short(date).prefix(3)) \(wording.dayAndMonth(date))"
  }

  static func longDate(_ date: CalendarDate) -> String { DateWording().long(date) }

  static func times(in zone: String) -> String { "times in \(zone)" }
}
