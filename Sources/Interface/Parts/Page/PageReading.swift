import Agenda
import Catalogue
import Cells
import Messages

/// A view in which a page can be read.
protocol PageReader: Movable {
  /// Nil while it shows a list.
  var page: Page? { get set }
  /// Rows that it shows at once.
  var rows: Int { get }
}

extension Page {
  var selectedContentLink: PageContent.Link? {
    guard let selectedLink, content.links.indices.contains(selectedLink) else { return nil }
    return content.links[selectedLink]
  }

  /// The page that the selected link leads to.
  var linkedSubject: Subject? {
    guard case .page(let subject) = selectedContentLink?.destination else { return nil }
    return subject
  }

  /// A text that is seen to its end, without anything to follow.
  func isReadWhole(rows: Int) -> Bool {
    selectedLink == nil && content.mainLinks.isEmpty && top + rows >= content.lines.count
  }

  mutating func selectLink(by step: Int, rows: Int) {
    let links = content.links
    guard !links.isEmpty else { return }
    if let selectedLink {
      self.selectedLink = min(max(selectedLink + step, 0), links.count - 1)
    } else {
      // The first link at or below the top, or the last above the bottom.
      selectedLink =
        step > 0
        ? links.firstIndex { $0.line >= top } ?? links.count - 1 : links.lastIndex { $0.line < top + rows } ?? 0
    }
    if let selectedContentLink { reveal(selectedContentLink.line, rows: rows) }
  }

  /// The link at a place of the panel, which is counted from its corner.
  func link(at place: Point) -> PageContent.Link? {
    guard let line = line(top + place.y) else { return nil }
    guard let number = line.span(at: place.x - 1)?.link, place.x > 0 else { return nil }
    return content.links.first { $0.number == number }
  }

  /// Where one is in the text, in a word.
  func position(rows: Int, _ world: World) -> String {
    let last = lastTop(rows: rows)
    if last == 0 { return "" }
    if top == 0 { return world.text(Message("Top")) }
    return top >= last ? world.text(Message("End")) : "\(top * 100 / last)%"
  }

  /// Marks the words of the last search.
  mutating func markSearch(_ world: World) {
    let query = world.trail?.marked ?? ""
    guard markedQuery != query else { return }
    mark(query: query) { world.catalogue.matches(of: query, in: $0) }
  }

  /// - Parameter noted: numbers of the paragraphs that have notes.
  func draw(isFocused: Bool, noted: Set<String> = [], in rect: Rect, into canvas: inout Canvas) {
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    let selected = isFocused ? selectedContentLink : nil
    for y in 0..<rect.height {
      guard let line = line(top + y) else { break }
      line.draw(into: &canvas.buffer, at: Point(x: rect.x + 1, y: rect.y + y), in: rect) { span in
        if let selected, span.link == selected.number { return canvas.theme.style(.linkSelected) }
        return canvas.theme.style(span)
      }
    }
    drawParagraphs(isFocused: isFocused, noted: noted, in: rect, into: &canvas)
    if let selected {
      canvas.cursor = Point(x: rect.x + 1, y: rect.y + max(0, min(rect.height - 1, selected.line - top)))
    }
  }
}

extension Destination {
  /// What is wanted of the world to go there.
  var outcome: Outcome {
    switch self {
    case .page(let subject): .show(.about(subject))
    case .address(let url): .effect(.openAddress(url))
    }
  }
}

extension PageReader {
  var pageLength: Int { max(1, rows - 1) }

  /// - Parameter hasKeys: false where left and right mean something else.
  static func linkCommands(hasKeys: Bool = true) -> [Command<Self>] {
    let noLinks: @Sendable (Self, World) -> Message? = { reader, _ in
      reader.page?.content.links.isEmpty == false ? nil : Message("This page has no links")
    }
    return [
      Command(
        "previousLink", .read, Message("Select the link before"), hasKeys ? Shortcuts([.left, "h"]) : Shortcuts(),
        holds: { reader, _ in reader.page != nil }, unless: noLinks
      ) { reader, _ in
        reader.selectLink(by: -1)
      },
      Command(
        "nextLink", .read, Message("Select the next link"), hasKeys ? Shortcuts([.right, "l"]) : Shortcuts(),
        holds: { reader, _ in reader.page != nil }, unless: noLinks
      ) { reader, _ in
        reader.selectLink(by: 1)
      },
    ]
  }

  /// How the footer offers Enter on a page: not where all is read and nothing leads on.
  func openHint() -> Message? {
    guard let page, !page.isReadWhole(rows: rows) else { return nil }
    return page.content.mainLinks.isEmpty && page.selectedContentLink == nil
      ? Message("read on") : Message("follow link")
  }

  /// Enter on a page: follows the selected link, else the only one; several are chosen by number; without any, Enter
  /// reads on.
  mutating func openPage(_ world: World) -> [Outcome] {
    guard let page else { return [] }
    if let link = page.selectedContentLink { return [link.destination.outcome] }
    let links = page.content.mainLinks
    guard let first = links.first else {
      return move(by: pageLength, world)
    }
    return links.count == 1 ? [first.destination.outcome] : [.offer(.links(of: page.content))]
  }

  private mutating func selectLink(by step: Int) -> [Outcome] {
    let rows = rows
    page?.selectLink(by: step, rows: rows)
    return []
  }

  /// Moves the text by rows; where it ends is seen when it is fitted to its place.
  mutating func scroll(by step: Int) {
    let rows = rows
    page?.scroll(by: step, rows: rows)
  }

  mutating func scrollToEnd(isFirst: Bool) {
    page?.top = isFirst ? 0 : Int.max / 2
    page?.below = isFirst ? 0 : Int.max / 4
  }
}

/// A panel that never shows anything but its page.
extension PageReader where Self: PanelView {
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    page?.link(at: place).map { [$0.destination.outcome] } ?? []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    scroll(by: rows)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    scrollToEnd(isFirst: isFirst)
    return []
  }
}

extension Offer {
  /// The links of a page, by their numbers.
  static func links(of content: PageContent) -> Offer {
    let choices = content.links.map { link in
      let detail =
        switch link.destination {
        case .page: ""
        case .address(let url): url == link.label ? "" : url
        }
      return Choice(
        .data("\(link.number)  \(link.label.isEmpty ? detail : link.label)"),
        detail: .data(link.label.isEmpty ? "" : detail), link.destination.outcome)
    }
    return Offer(
      Message("Follow link"), prompt: Message("Number: "), act: Message("follow"), choices, typing: .numbers)
  }
}
