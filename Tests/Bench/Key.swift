/// A key, as a terminal sends it that has been told to send application keys (xterm, DECCKM).
enum Key {
  case down, up, pageDown, pageUp, tab, backTab, enter, escape, character(Character)

  var bytes: [UInt8] {
    switch self {
    case .down: Array("\u{1B}OB".utf8)
    case .up: Array("\u{1B}OA".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .tab: [9]
    case .enter: [13]
    case .escape: [27]
    case .backTab: Array("\u{1B}[Z".utf8)
    case .character(let character): Array(String(character).utf8)
    }
  }
}
