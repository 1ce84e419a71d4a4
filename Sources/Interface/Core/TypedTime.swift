/// A time of the day as people type it.
public enum TypedTime {
  /// The second of the day of `15`, `15:00`, `15.30`, `15h30`, `1530`, `3pm`, `3:30 pm`, `noon`; nil of anything else.
  public static func second(of text: String) -> Int? {
    var text = text.lowercased().filter { $0 != " " && $0 != "\u{A0}" }
    if let named = names[text] { return named * 3_600 }
    var half: Bool?
    for (ending, isAfternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)]
    where text.hasSuffix(ending) {
      half = isAfternoon
      text.removeLast(ending.count)
      break
    }
    guard let (hour, minute) = numbers(text), minute < 60 else { return nil }
    guard let half else { return hour < 24 ? (hour * 60 + minute) * 60 : nil }
    guard (1...12).contains(hour) else { return nil }
    return ((hour % 12 + (half ? 12 : 0)) * 60 + minute) * 60
  }

  private static let names = ["noon": 12, "midday": 12, "midnight": 0, "midi": 12, "minuit": 0]

  private static func numbers(_ text: String) -> (hour: Int, minute: Int)? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
    guard let first = parts.first, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    if parts.count == 2, first.count <= 2, let hour = Int(first) {
      // `15h` is fifteen sharp, `15:` is not finished.
      if parts[1].isEmpty { return text.hasSuffix("h") ? (hour, 0) : nil }
      return parts[1].count == 2 ? Int(parts[1]).map { (hour, $0) } : nil
    }
    guard parts.count == 1, let number = Int(first) else { return nil }
    switch first.count {
    case 1, 2: return (number, 0)
    case 3, 4: return (number / 100, number % 100)
    default: return nil
    }
  }
}
