import Markup

/// A component of an iCalendar file: what stands between BEGIN and END (RFC 5545 §3.6).
struct CalendarComponent {
  /// In capitals.
  var name: String
  /// Where it begins, from 1.
  var line: Int
  var lines: [ContentLine] = []
  var components: [CalendarComponent] = []

  /// The first property of that name.
  subscript(name: String) -> ContentLine? { lines.first { $0.name == name } }

  func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }

  /// The text of the first property of that name; nil where there is none or it is empty.
  func text(_ name: String) -> String? {
    guard let text = self[name]?.text, !text.isEmpty else { return nil }
    return text
  }
}
