import Cells

/// A page and where the reader is in it.
struct PageView: Equatable, Sendable {
  /// What the content was composed from; another key means composing anew.
  struct Key: Equatable, Sendable {
    var subject: Subject
    var width: Int
    var zone: String?
    var revision: Int
    /// Which of the catalogues that followed each other.
    var edition: Int
  }

  private struct Held: Equatable, Sendable {
    var anchor: Int
    var top: Int
  }

  private(set) var content = PageContent.empty
  private(set) var key: Key?
  /// The first line that is shown.
  var top = 0
  /// Index into the content's links.
  var selectedLink: Int?
  /// Lines on which searched words stand, ascending.
  var matchLines: [Int] = []
  /// The lines with searched words in them.
  private var marked: [Int: TextLine] = [:]
  /// The query whose words are marked.
  private(set) var markedQuery = ""
  /// The one of them that the reader is at.
  var currentMatch: Int?
  /// The place in the text that was on top before the size changed, and the line that stands for it.
  private var held: Held?

  /// Shows new content.
  ///
  /// The same subject at another width keeps its place in the text and its selected link.
  mutating func show(_ content: PageContent, for key: Key) {
    if self.key?.subject == key.subject {
      let anchor = PageView.anchor(of: top, in: self.content.lines)
      top = anchor == 0 ? 0 : PageView.line(at: anchor, in: content.lines)
      if let selected = selectedLink, selected >= content.links.count { selectedLink = nil }
    } else {
      (top, selectedLink) = (0, nil)
      held = nil
    }
    self.content = content
    self.key = key
    (matchLines, marked, currentMatch, markedQuery) = ([], [:], nil, "")
  }

  /// Marks the words of a query; `find` gives their places in a line, as UTF-8 offsets.
  mutating func mark(query: String, find: (String) -> [Range<Int>]) {
    marked = [:]
    if !query.isEmpty {
      for (index, line) in content.lines.enumerated() {
        let ranges = find(line.plain)
        if !ranges.isEmpty { marked[index] = line.marking(ranges) }
      }
    }
    matchLines = marked.keys.sorted()
    currentMatch = nil
    markedQuery = query
  }

  /// A line as it is shown, with the searched words marked; nil behind the end.
  func line(_ index: Int) -> TextLine? {
    guard content.lines.indices.contains(index) else { return nil }
    return marked[index] ?? content.lines[index]
  }

  /// Keeps the top inside the text for a panel of so many rows.
  mutating func clamp(rows: Int) { top = max(0, min(top, lastTop(rows: rows))) }

  /// Before the size changes: what is on top now is what has to be on top again.
  ///
  /// A screen on which more of the text fits may have to show what stands above it. Unless the reader has scrolled
  /// there, that is not a place to come back to.
  mutating func holdPlace() {
    if held?.top != top { held = Held(anchor: PageView.anchor(of: top, in: content.lines), top: top) }
  }

  /// After the size has changed, and the text with it.
  mutating func returnToPlace(rows: Int) {
    guard let held else { return }
    top = held.anchor == 0 ? 0 : PageView.line(at: held.anchor, in: content.lines)
    clamp(rows: rows)
    self.held?.top = top
  }

  func lastTop(rows: Int) -> Int { max(0, content.lines.count - max(1, rows)) }

  /// Scrolls no further than needed to show a line, with a line of context where there is room.
  mutating func reveal(_ line: Int, rows: Int) {
    let margin = rows > 4 ? 1 : 0
    if line < top + margin { top = max(0, line - margin) }
    if line >= top + rows - margin { top = line - rows + 1 + margin }
    clamp(rows: rows)
  }

  // How much text stands before a line does not change when the text is wrapped anew, so it serves as the place.

  private static func weight(_ line: TextLine) -> Int {
    line.spans.reduce(0) { sum, span in
      span.role == .number || span.role == .quote || span.role == .rule
        ? sum : sum + span.text.utf8.reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
    }
  }

  private static func anchor(of line: Int, in lines: [TextLine]) -> Int {
    lines.prefix(max(0, line)).reduce(0) { $0 + weight($1) }
  }

  private static func line(at anchor: Int, in lines: [TextLine]) -> Int {
    var sum = 0
    for (index, line) in lines.enumerated() {
      let next = sum + weight(line)
      if next > anchor { return index }
      sum = next
    }
    return max(0, lines.count - 1)
  }
}

/// What a page is about.
enum Subject: Hashable, Sendable {
  case session(String)
  case meeting(String)
  case document(String)
  case conference
  case note(String)
  case nothing
}
