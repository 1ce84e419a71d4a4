import Agenda
import Markup

extension StringProtocol {
  var trimmingEnd: String {
    var text = String(self)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Without one pair of brackets around all of it.
  var trimmingBrackets: SubSequence {
    guard (first == "(" && last == ")") || (first == "[" && last == "]") else { return self[...] }
    return dropFirst().dropLast()
  }

  /// Where a sign between two parts stands for the last time.
  func range(ofDash dash: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[...]
    while let place = rest.utf8.place(of: dash.utf8) {
      found = place
      rest = rest[place.upperBound...]
    }
    return found
  }
}
