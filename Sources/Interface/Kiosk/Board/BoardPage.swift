import Cells
import Messages

/// One of the pages that turn by themselves: a heading and lines that fit the place.
struct BoardPage: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var role: BoardRole
  }

  typealias Line = [Piece]

  var title: String
  var lines: [Line]
  /// Shown instead of the lines.
  var code: CodePicture?
  /// Whether that is the conference's address.
  var isConference = false
  /// Which part of a long one it is, `2/3`; empty where it is the only one.
  var part = ""

  /// Whether there is something in a row, of which the first is that of the heading.
  func covers(row: Int) -> Bool {
    if row == 0 { return true }
    if let code { return row > 0 && row <= code.size.height }
    return lines.indices.contains(row - 1) && lines[row - 1].contains { $0.text.contains { $0 != " " } }
  }

  /// Which part of several something is, in signs that every language has.
  static func part(_ index: Int, of count: Int) -> String { count > 1 ? "\(index + 1)/\(count)" : "" }

  /// A text in lines of one look.
  static func wrapped(_ text: String, _ role: BoardRole, width: Int) -> [Line] {
    text.isEmpty ? [] : wrap(text, width: max(1, width)).map { [.init(text: $0, role: role)] }
  }

  /// Entries on as many pages as they need, none of them torn apart, with air between them where there is room.
  ///
  /// Texts keep the air on every page.
  static func pages(_ title: String, _ entries: [[Line]], height: Int, isText: Bool = false) -> [BoardPage] {
    let lineCount = entries.reduce(0) { $0 + $1.count }
    guard lineCount + entries.count > height || entries.isEmpty else {
      return [BoardPage(title: title, lines: [[]] + Array(entries.joined(separator: [[]])))]
    }
    var pages: [[Line]] = []
    var lines: [Line] = []
    for entry in entries {
      func close() {
        if !lines.isEmpty { pages.append(lines) }
        lines = []
      }
      let gap = isText && !lines.isEmpty ? 1 : 0
      if lines.count + gap + entry.count > height { close() } else if gap > 0 { lines.append([]) }
      // One that no page can hold is shown in parts.
      for line in entry {
        if lines.count == height { close() }
        lines.append(line)
      }
    }
    if !lines.isEmpty { pages.append(lines) }
    return pages.enumerated().map { index, lines in
      BoardPage(title: title, lines: lines, part: part(index, of: pages.count))
    }
  }
}

/// The lines of a session in a list: its time, if that is not told elsewhere, and one part after the other.
struct BoardEntry {
  private(set) var lines: [BoardPage.Line] = []
  private let width: Int
  private var next: String
  /// Columns that the last line has taken.
  private var used = 0

  init(time: String = "", width: Int) {
    next = time.isEmpty ? "" : time + "  "
    self.width = max(4, width - displayWidth(next))
  }

  /// Adds a part: behind the last one where it fits there whole, else on lines of its own.
  mutating func add(_ text: String, _ role: BoardRole, after separator: String = "") {
    guard !text.isEmpty else { return }
    let length = displayWidth(separator) + displayWidth(text)
    if !lines.isEmpty, used + length <= width {
      lines[lines.count - 1] += [.init(text: separator, role: .text), .init(text: text, role: role)]
      used += length
      return
    }
    for line in wrap(text, width: width) {
      lines.append((next.isEmpty ? [] : [.init(text: next, role: .time)]) + [.init(text: line, role: role)])
      next = String(repeating: " ", count: displayWidth(next))
      used = displayWidth(line)
    }
  }
}
