import Agenda
import Markup

/// A VEVENT, or one of the times of its series.
struct CalendarEvent {
  var component: CalendarComponent
  var isCancelled: Bool
  var start: Moment?
  /// What DTSTART has that is no time.
  var unreadStart: String?
  var end: Moment?
  /// In seconds, where DURATION gives it.
  var length: Int64?
  /// The so-manieth time of its series, from 0.
  var index = 0
  let uid: String?
  private let exception: ContentLine?

  init(_ component: CalendarComponent, isCancelled: Bool) {
    self.component = component
    // Looked for once: a series asks for them with each of its times.
    (uid, exception) = (component.text("UID"), component["RECURRENCE-ID"])
    self.isCancelled = isCancelled || component.text("STATUS")?.uppercased() == "CANCELLED"
  }

  var sequence: Int { component.text("SEQUENCE").flatMap { Int($0) } ?? 0 }

  var place: Problem.Place {
    Problem.Place(line: component.line, session: component.text("SUMMARY"))
  }

  /// What stands before the `@` of the UID, with the number of a time in its series.
  var identifier: String? {
    guard let uid else { return nil }
    let local = uid.prefix { $0 != "@" }
    let base = Identifier.isUsable(String(local)) ? String(local) : Identifier.replacing(uid)
    if let exception {
      return base + "-" + String(exception.value.filter { $0.isNumber && $0.isASCII }.prefix(14))
    }
    return index == 0 ? base : "\(base)-\(index + 1)"
  }
}
