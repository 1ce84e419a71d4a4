import Agenda
public import Cells
import Messages

/// A page and where the reader is in it.
struct Page: Equatable, Sendable {
  /// What the content was composed from; another key means composing anew.
  struct Key: Equatable, Sendable {
    let topic: Topic
    let width: Int
    /// The reader's own zone, where times are shown in it.
    let zone: String?
    /// What the content depends on beside the catalogue.
    let revision: Int
    /// Which of the catalogues that followed each other.
    let edition: Int
    let language: String
    /// Which signs sessions have; 0 where the page shows none.
    let marks: Int

    /// - Parameters:
    ///   - width: columns of the place where it is shown; a margin on each side is left free, and no line is longer
    ///     than is good to read.
    ///   - isMarked: signs of sessions are shown.
    init(_ topic: Topic, width: Int, revision: Int = 0, isMarked: Bool = false, _ world: World) {
      (self.topic, self.revision, marks) = (topic, revision, isMarked ? world.markRevision : 0)
      self.width = max(1, min(Layout.textWidth, width - 2))
      (zone, edition, language) = (world.ownZone?.identifier, world.edition, world.messages.language)
    }
  }

  private(set) var content = PageContent.empty
  private(set) var key: Key?
  /// The first line that is shown.
  var top = 0
  /// Shown for the first time, from the line that it is opened at.
  private var isFresh = false
  /// How far below it the reader is: where the text cannot be moved on, its last paragraphs are come to all the same.
  var below = 0
  /// The place in the text that the reader has come to by moving; widths and heights that come and go lead back to it.
  private var held: HeldPlace?
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

  /// Shows new content.
  ///
  /// The same subject at another width keeps its place in the text and its selected link.
  mutating func show(_ content: PageContent, for key: Key) {
    var match, read: Int?
    if self.key?.topic == key.topic {
      read = paragraphRead
      hold()
      if let place = held?.place { top = Page.line(at: place, in: content.lines) }
      held?.top = top
      match = currentMatch.map { Page.line(at: Page.place(of: $0, in: self.content.lines), in: content.lines) }
      if let selected = selectedLink, selected >= content.links.count { selectedLink = nil }
    } else {
      (top, below, selectedLink, held) = (0, 0, nil, nil)
      isFresh = true
    }
    self.content = content
    self.key = key
    if let read { stay(at: read) }
    (matchLines, marked, currentMatch, markedQuery) = ([], [:], match, "")
  }

  /// Keeps the reader's place in the text, before the size changes.
  mutating func hold() {
    // A top that no reader has moved since is no better known than the place that it was made from.
    if held?.top != top { held = HeldPlace(place: Page.place(of: top, in: content.lines), top: top) }
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
    // At another width the place may stand a line further on.
    currentMatch = currentMatch.flatMap { line in matchLines.first { $0 >= line } }
    markedQuery = query
  }

  /// A line as it is shown, with the searched words marked; nil behind the end.
  func line(_ index: Int) -> TextLine? {
    guard content.lines.indices.contains(index) else { return nil }
    return marked[index] ?? content.lines[index]
  }

  /// Keeps the top inside the text for a panel of so many rows.
  mutating func clamp(rows: Int) {
    if isFresh, let opening = content.opening, opening >= rows - 2 { top = max(0, opening - rows / 3) }
    isFresh = false
    let isHeld = held?.top == top
    let line = max(0, min(top + below, content.lines.count - 1))
    top = max(0, min(top, lastTop(rows: rows)))
    below = content.paragraphs.isEmpty ? 0 : max(0, line - top)
    if below >= rows { (top, below) = (line - rows + 1, rows - 1) }
    if isHeld { held?.top = top }
  }

  func lastTop(rows: Int) -> Int { max(0, content.lines.count - max(1, rows)) }

  /// Scrolls no further than needed to show a line, with a line of context where there is room.
  mutating func reveal(_ line: Int, rows: Int) {
    let margin = rows > 4 ? 1 : 0
    if line < top + margin { top = max(0, line - margin) }
    if line >= top + rows - margin { top = line - rows + 1 + margin }
    // Who is led to a line reads there.
    below = content.paragraphs.isEmpty ? 0 : max(0, line - top)
    clamp(rows: rows)
  }

  // How much text stands before a line does not change when the text is wrapped anew, so it serves as the place.

  private struct HeldPlace: Equatable, Sendable {
    var place: Int
    /// The top that it has led to.
    var top: Int
  }

  /// Characters that are not repeated in every line; a line without any counts as one, being there at every width.
  private static func weight(_ line: TextLine) -> Int {
    let sum = line.spans.reduce(0) { sum, span in
      span.role == .number || span.role == .quoteBar || span.role == .rule
        ? sum : sum + span.text.utf8.reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
    }
    return max(1, sum)
  }

  private static func place(of line: Int, in lines: [TextLine]) -> Int {
    lines.prefix(max(0, line)).reduce(0) { $0 + weight($1) }
  }

  private static func line(at place: Int, in lines: [TextLine]) -> Int {
    var sum = 0
    for (index, line) in lines.enumerated() {
      sum += weight(line)
      if sum > place { return index }
    }
    return max(0, lines.count - 1)
  }
}

/// A page composed for one width: lines to show and links to follow.
public struct PageContent: Equatable, Sendable {
  public struct Link: Equatable, Sendable {
    /// As the page shows it: `[3]`.
    public var number: Int
    public var destination: Destination
    public var label: String
    /// The first line that it stands on.
    public var line: Int
    /// A name in the text, which is not what the page leads to: Enter reads on past it, and it has no number beside it.
    public var isAside = false
  }

  /// A part of a document that can be spoken of by its number.
  public struct Paragraph: Equatable, Sendable {
    public var number: String
    public var lines: Range<Int>
  }

  public var lines: [TextLine] = []
  /// By number, from 1.
  public var links: [Link] = []
  /// Of a document, in its order.
  public var paragraphs: [Paragraph] = []
  /// Columns of the margin in which their numbers stand.
  public var paragraphMargin = 0

  /// What the page leads to.
  var mainLinks: [Link] { links.filter { !$0.isAside } }

  /// The line from which a reader wants to see it; nil for the first.
  public var opening: Int?

  /// The sessions that the page lists.
  var sessionLinks: [Link] {
    links.filter { if case .page(.session) = $0.destination { true } else { false } }
  }

  public static let empty = PageContent()
}
