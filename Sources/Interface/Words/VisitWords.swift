import Cells

/// What the kiosk tells its visitors about the keys, in English.
enum VisitWords {
  struct Hint: Equatable, Sendable {
    var key: String
    var words: String
  }

  /// The longest first.
  static func goingBack(seconds: Int) -> [String] {
    [" Back to the board in \(seconds) s. Press any key to stay. ", " Back in \(seconds) s: any key to stay "]
  }

  /// The most useful first.
  static func hints(_ visit: Visit) -> [Hint] {
    let arrows = visit.state.isASCII ? "Up Down" : "↑ ↓"
    let sides = visit.state.isASCII ? "Left Right" : "← →"
    if visit.address != nil { return [Hint(key: "Any key", words: "go back")] }
    if visit.state.context == .typing {
      var isSearch = false
      if case .search = visit.state.overlay { isSearch = true }
      return [
        isSearch ? Hint(key: "A-Z", words: "type words") : Hint(key: "0-9", words: "number of the link"),
        Hint(key: arrows, words: "choose"), Hint(key: "Enter", words: "go there"), Hint(key: "Esc", words: "close"),
      ]
    }
    let isTop = visit.state.unavailable(.back) != nil
    let back = Hint(key: "Esc", words: isTop ? "board" : "back")
    let code = visit.state.addressToTake == nil ? [] : [Hint(key: "C", words: "code")]
    let search = Hint(key: "/", words: "search")
    let background = Hint(key: "B", words: "background")
    switch visit.state.context {
    case .page:
      let links = visit.state.unavailable(.nextLink) == nil ? [Hint(key: sides, words: "links")] : []
      return [Hint(key: arrows, words: "read on"), back] + code + [search, background] + links
    case .list:
      return [Hint(key: arrows, words: "choose"), Hint(key: "Enter", words: "read"), back] + code
        + [search, Hint(key: "1", words: "agenda")]
    default:
      return [Hint(key: arrows, words: "choose"), Hint(key: "Enter", words: "read"), back] + code
        + [Hint(key: sides, words: "day"), search, background]
    }
  }
}
