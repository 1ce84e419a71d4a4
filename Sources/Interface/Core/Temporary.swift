import Agenda
import Messages

extension Messages {
  func length(minutes: Int) -> String {
    if minutes < 60 { return text(Message("%d min", minutes)) }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest)"
  }
  func shortDate(_ date: CalendarDate) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }
}

enum Words {
  static func span(minutes: Int) -> String { Messages.english.length(minutes: minutes) }
  static func left(minutes: Int) -> String { span(minutes: minutes) + " left" }
}
