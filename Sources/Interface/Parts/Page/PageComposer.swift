import Agenda
import Catalogue
import Cells
import Messages

/// Puts a page together: headings, paragraphs, Markdown, and links that are numbered through the whole page.
struct PageComposer {
  let width: Int
  let isASCII: Bool
  private let messages: Messages
  private var lines: [TextLine] = []
  private var links: [PageContent.Link] = []
  /// Names in the text that lead to pages; their numbers follow those of the other links.
  private var asides: [PageContent.Link] = []
  private var paragraphs: [PageContent.Paragraph] = []
  private var margin = 0

  init(width: Int, _ world: World) { self.init(width: width, isASCII: world.isASCII, messages: world.messages) }

  init(width: Int, isASCII: Bool, messages: Messages) {
    (self.width, self.isASCII, self.messages) = (max(1, width), isASCII, messages)
  }

  func text(_ message: Message) -> String { messages.shown(message) }

  /// The page as far as it has been put together.
  func finish() -> PageContent {
    guard !asides.isEmpty else {
      return PageContent(lines: lines, links: links, paragraphs: paragraphs, paragraphMargin: margin)
    }
    let first = links.count + 1
    let numbered = lines.map { line in
      var line = line
      for index in line.spans.indices {
        if let link = line.spans[index].link, link <= 0 { line.spans[index].link = first - link }
      }
      return line
    }
    return PageContent(
      lines: numbered,
      links: links
        + asides.enumerated().map { index, aside in
          var aside = aside
          aside.number = first + index
          return aside
        }, paragraphs: paragraphs, paragraphMargin: margin)
  }

  /// A name that leads to a page, as a part of a line; until the page is finished, asides count downwards from 0.
  mutating func aside(_ name: String, _ target: Subject) -> Span {
    let number = -asides.count
    asides.append(
      PageContent.Link(number: number, destination: .page(target), label: name, line: lines.count, isAside: true))
    return Span(name, role: .link, link: number)
  }

  mutating func line(_ spans: [Span], indent: Int = 0, hanging: Int = 0) {
    append(spans, indent: String(repeating: " ", count: indent), hanging: hanging)
  }

  /// A session in a list, `09:00-10:30•* Welcome, Main Hall [2]`.
  mutating func session(_ row: SessionRow, time: String, signs: [SessionSign], detail: String) {
    let number = add(.page(.session(row.id)), label: row.title)
    var spans = [Span(row.title, role: row.status == .cancelled ? .deleted : .link, link: number)]
    if !detail.isEmpty { spans.append(Span(", " + detail, role: .dim)) }
    spans.append(Span("\u{A0}[\(number)]", role: .number, link: number))
    let start = lines.count
    let label = [
      Span(time + (signs.isEmpty ? " " : ""), role: .number),
      Span(signs.reduce(into: "") { $0 += $1.text }, role: .strong), Span(" "),
    ]
    lines += wrap(spans, width: width, firstIndent: label, hangingIndent: label.reduce(0) { $0 + $1.width })
    place(number, at: start)
  }

  mutating func blank() {
    if let last = lines.last, !last.spans.isEmpty { lines.append(TextLine([])) }
  }

  mutating func title(_ message: Message) { title(text(message)) }

  mutating func title(_ text: String) {
    append([Span(text, role: .heading1)])
    blank()
  }

  mutating func heading(_ message: Message) { heading(text(message)) }

  mutating func heading(_ text: String) {
    blank()
    append([Span(text, role: .heading2)])
  }

  mutating func paragraph(_ message: Message, role: TextRole = .body) { paragraph(text(message), role: role) }

  mutating func paragraph(_ text: String, role: TextRole = .body, indent: String = "", hanging: Int = 0) {
    guard !text.isEmpty else { return }
    append([Span(text, role: role)], indent: indent, hanging: hanging)
  }

  /// A term and what is said of it, `Venue  The Carter Center, Atlanta`.
  mutating func field(_ name: Message, _ value: String) {
    guard !value.isEmpty else { return }
    append([Span(text(name) + ": ", role: .dim), Span(value, role: .body)], hanging: 2)
  }

  mutating func numbered(_ number: Int, of count: Int, _ text: String) {
    let width = String(count).utf8.count
    let digits = String(number)
    let label = " " + String(repeating: " ", count: width - digits.utf8.count) + digits + ". "
    lines += wrap(
      [Span(text, role: .body)], width: self.width, firstIndent: [Span(label, role: .number)],
      hangingIndent: label.utf8.count)
  }

  /// A link to another page on a line of its own, `→ Workshop, June 2016, Geneva [2]`.
  mutating func link(_ link: PageLink, indent: Int = 0) {
    let number = add(.page(link.target), label: link.title)
    var spans = [Span(link.title, role: .link, link: number)]
    let detail = messages.words(link.detail)
    if !detail.isEmpty, detail.lowercased() != link.title.lowercased() {
      spans.append(Span(", " + detail, role: .dim))
    }
    spans.append(Span("\u{A0}[\(number)]", role: .number, link: number))
    let arrow = String(repeating: " ", count: indent) + (isASCII ? "> " : "→ ")
    let start = lines.count
    lines += wrap(
      spans, width: width, firstIndent: [Span(arrow, role: .number)], hangingIndent: indent + 2)
    place(number, at: start)
  }

  /// An address on a line of its own, `[3] Report: https://…`.
  mutating func address(_ address: AddressLink) {
    let number = add(.address(address.url), label: address.title)
    list(number, title: address.title, url: address.url)
  }

  /// A Markdown text; its links are numbered on, and their addresses listed at the end of it.
  mutating func markdown(_ text: String, numbersParagraphs: Bool = false) {
    guard !text.isEmpty else { return }
    blank()
    let start = lines.count
    let set = MarkdownText.layout(
      text, width: width,
      options: MarkdownText.Options(
        numbersParagraphs: numbersParagraphs, firstLinkNumber: links.count + 1, asciiOnly: isASCII))
    lines += set.lines
    if numbersParagraphs { add(paragraphsOf: set, from: start) }
    var addresses: [(number: Int, title: String, url: String)] = []
    for link in set.links {
      let destination = Destination(url: link.url)
      let line = set.lines.firstIndex { $0.spans.contains { $0.link == link.number } } ?? 0
      links.append(
        PageContent.Link(number: link.number, destination: destination, label: link.label, line: start + line))
      if case .address(let url) = destination { addresses.append((link.number, link.label, url)) }
    }
    if !addresses.isEmpty {
      blank()
      for address in addresses { list(address.number, title: "", url: address.url) }
    }
  }

  private mutating func add(paragraphsOf set: MarkdownText, from start: Int) {
    margin = set.paragraphMargin
    for (index, first) in set.paragraphStarts.enumerated() {
      guard let place = set.lines[first].paragraph, set.paragraphNumbers.indices.contains(place - 1) else { continue }
      var end = index + 1 < set.paragraphStarts.count ? set.paragraphStarts[index + 1] : set.lines.count
      // Blank lines and rules between two belong to neither.
      while end > first + 1,
        set.lines[end - 1].spans.allSatisfy({ $0.role == .rule || $0.text.utf8.allSatisfy { $0 == 0x20 } })
      {
        end -= 1
      }
      paragraphs.append(
        PageContent.Paragraph(number: set.paragraphNumbers[place - 1], lines: start + first..<start + end))
    }
  }

  private mutating func list(_ number: Int, title: String, url: String) {
    let label = "[\(number)] "
    var spans: [Span] = []
    if !title.isEmpty, title != url { spans.append(Span(title + ": ", role: .body)) }
    spans.append(Span(url, role: .link, link: number))
    let start = lines.count
    lines += wrap(
      spans, width: width, firstIndent: [Span(label, role: .number, link: number)],
      hangingIndent: label.utf8.count)
    place(number, at: start)
  }

  private mutating func add(_ destination: Destination, label: String) -> Int {
    let number = links.count + 1
    links.append(PageContent.Link(number: number, destination: destination, label: label, line: lines.count))
    return number
  }

  private mutating func place(_ number: Int, at line: Int) {
    if let index = links.lastIndex(where: { $0.number == number }) { links[index].line = line }
  }

  private mutating func append(_ spans: [Span], indent: String = "", hanging: Int = 0) {
    lines += wrap(
      spans, width: width, firstIndent: indent.isEmpty ? [] : [Span(indent, role: .body)],
      hangingIndent: indent.utf8.count + hanging
    ).map { $0.aligned(in: width) }
  }
}

extension PageComposer {
  /// Links to meetings, sessions and documents under headings, then the addresses outside.
  mutating func linkSections(_ links: [PageLink], addresses: [AddressLink]) {
    section(Message("Sessions"), links.filter { if case .session = $0.target { true } else { false } })
    section(Message("Background"), links.filter { if case .meeting = $0.target { true } else { false } })
    section(Message("Documents"), links.filter { if case .document = $0.target { true } else { false } })
    guard !addresses.isEmpty else { return }
    heading(Message("Links"))
    for address in addresses { self.address(address) }
  }

  private mutating func section(_ title: Message, _ links: [PageLink]) {
    guard !links.isEmpty else { return }
    heading(title)
    for link in links { self.link(link) }
  }
}
