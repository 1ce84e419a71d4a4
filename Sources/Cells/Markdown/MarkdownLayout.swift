import Markup

/// Walks a parsed text once and lays it out as lines.
struct MarkdownLayout {
  private struct List {
    var isOrdered: Bool
    /// Whether its items are the document's numbered paragraphs.
    var isNumbering: Bool
    var number: Int
    var sign: String
    /// Columns of the widest number with its sign and a space.
    var width: Int
  }

  private let options: MarkdownText.Options
  private let signs: MarkdownSigns
  private var composer: LineComposer
  private var inline = InlineText()
  private var links: LinkList
  /// Of a document; nil where nothing is numbered.
  private var paragraphs: MarkdownParagraphs?
  /// How many blocks of text have been met.
  private var blockCount = 0
  /// The paragraphs that a table's rows are.
  private var rowParagraphs: [Int?] = []
  private var lists: [List] = []
  /// Whether each open list or quotation keeps its parts together without blank lines.
  private var tightness: [Bool] = []
  private var quotes = 0
  private var table: MarkdownTable?
  private var row: [[Span]] = []

  init(width: Int, options: MarkdownText.Options) {
    self.options = options
    signs = MarkdownSigns(asciiOnly: options.asciiOnly)
    composer = LineComposer(width: width)
    links = LinkList(first: options.firstLinkNumber)
  }

  mutating func lines(of tree: borrowing MarkdownTree) -> MarkdownText {
    if options.numbersParagraphs {
      paragraphs = MarkdownParagraphs(tree)
      openMargin()
    }
    tree.walk(enter: { enter($0) }, leave: { leave($0) })
    return MarkdownText(
      lines: composer.lines, links: links.links, paragraphStarts: composer.paragraphStarts,
      paragraphNumbers: paragraphs?.all.map(\.number) ?? [], paragraphMargin: composer.width - composer.room)
  }

  private var isTight: Bool { tightness.last ?? false }
  private var baseRole: TextRole { quotes > 0 ? .quote : .body }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .quote:
      quotes += 1
      tightness.append(false)
      let bar = [Span(signs.bar, role: .quoteBar)]
      composer.open(first: bar, rest: bar)
    case .list: openList(node)
    case .item: openItem(node)
    case .codeBlock: addCode(node)
    case .htmlBlock: addMarkup(node)
    case .paragraph: inline.begin(baseRole)
    case .heading: inline.begin(headingRole(node.headingLevel), .bold)
    case .thematicBreak: addRule()
    case .table:
      table = MarkdownTable(alignments: node.alignments)
      rowParagraphs = []
    case .tableHeader, .tableRow: row = []
    case .tableCell:
      let isHeader = table?.header.isEmpty ?? false
      inline.begin(isHeader ? .tableHeader : baseRole, isHeader ? .bold : [])
    case .text: inline.add(node.literal)
    case .softBreak: inline.addLineEnd()
    case .lineBreak: inline.add("\n")
    case .code: inline.add(node.literal, role: .code)
    case .htmlInline: if PlainHTML.breaksLine(node.literal) { inline.add("\n") }
    case .emphasis: inline.openEmphasis()
    case .strong: inline.openStrong()
    case .deleted: inline.openDeletion()
    case .link: inline.openLink(links.number(of: node.url, title: node.title))
    case .image:
      inline.openLink(links.number(of: node.url, title: node.title), isImage: true)
      inline.add("[" + options.imageWord + (node.isEmpty ? "" : ": "))
    case .document, .other: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .quote:
      composer.close()
      quotes -= 1
      tightness.removeLast()
      composer.wantsGap = !isTight
    case .list:
      lists.removeLast()
      tightness.removeLast()
      composer.wantsGap = !isTight
    case .item:
      composer.close()
      composer.wantsGap = !isTight
    case .paragraph: addParagraph(node)
    case .heading: addHeading(node.headingLevel)
    case .table:
      addTable()
    case .tableHeader: table?.header = row
    case .tableRow:
      table?.rows.append(row)
      rowParagraphs.append(nextBlock())
    case .tableCell: row.append(inline.finish())
    case .emphasis: inline.closeEmphasis()
    case .strong: inline.closeStrong()
    case .deleted: inline.closeDeletion()
    case .link: links.name(node.url, inline.closeLink())
    case .image:
      inline.add("]")
      links.name(node.url, inline.closeLink())
    // These hold nothing, so they are never left; the document needs nothing.
    case .document, .other, .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      break
    }
  }
}

// How each kind of block is laid out.
extension MarkdownLayout {
  private mutating func add(_ lines: [TextLine]) {
    guard !lines.isEmpty else { return }
    composer.add(lines)
    composer.wantsGap = !isTight
  }

  private mutating func addWrapped(_ spans: [Span]) {
    composer.addWrapped(spans)
    composer.wantsGap = !isTight
  }

  private mutating func addParagraph(_ node: MarkdownNode) {
    var spans = inline.finish()
    if let index = beginBlock(), let paragraphs, paragraphs.isAuthored, node.isTopLevel {
      takeOwnNumber(paragraphs.all[index].sign, from: &spans)
    }
    addWrapped(spans)
  }

  /// Takes the author's own number out of a text that it stands beside, so that it does not stand there twice.
  private func takeOwnNumber(_ sign: String, from spans: inout [Span]) {
    guard !sign.isEmpty, let own = spans.first.flatMap({ MarkdownParagraphs.ownNumber($0.text) }), own == sign else {
      return
    }
    spans[0].text = String(spans[0].text.unicodeScalars.dropFirst(own.unicodeScalars.count + 1))
  }

  /// The place of the next block of text among the paragraphs; nil where it says nothing, or nothing is numbered.
  private mutating func nextBlock() -> Int? {
    guard let paragraphs, blockCount < paragraphs.blocks.count else { return nil }
    defer { blockCount += 1 }
    return paragraphs.blocks[blockCount]
  }

  /// Has the next line with text begin the paragraph that this block is.
  @discardableResult
  private mutating func beginBlock() -> Int? {
    let index = nextBlock()
    begin(index)
    return index
  }

  private mutating func begin(_ index: Int?) {
    guard let index, let paragraphs else { return }
    composer.nextParagraph = index + 1
    composer.nextSign = sign(paragraphs.all[index].sign).map { [$0] } ?? []
  }

  private mutating func addTable() {
    let parts = table?.parts(width: composer.room, asciiOnly: options.asciiOnly) ?? []
    table = nil
    for part in parts where !part.lines.isEmpty {
      if let row = part.row, row < rowParagraphs.count { begin(rowParagraphs[row]) }
      composer.add(part.lines)
    }
    if !parts.isEmpty { composer.wantsGap = !isTight }
  }

  private mutating func addHeading(_ level: Int) {
    beginBlock()
    let lines = wrap(inline.finish(), width: composer.room)
    add(lines)
    if level == 1 {
      let width = lines.reduce(0) { max($0, $1.width) }
      composer.wantsGap = false
      let rule = Span(String(repeating: signs.underline, count: min(width, composer.room)), role: .rule)
      add([TextLine([rule], direction: lines.first?.direction)])
    } else {
      // A lower heading belongs to what follows.
      composer.wantsGap = false
    }
  }

  private mutating func addCode(_ node: MarkdownNode) {
    beginBlock()
    composer.open(sign: Span("  "))
    add(CodeFolding.lines(node.literal, width: composer.room))
    composer.close()
  }

  private mutating func addMarkup(_ node: MarkdownNode) {
    let text = PlainHTML.text(node.literal)
    beginBlock()
    guard !text.isEmpty else { return }
    addWrapped([Span(text, role: baseRole)])
  }

  private mutating func addRule() {
    add([TextLine([Span(String(repeating: signs.rule, count: composer.room), role: .rule)])])
  }

  private mutating func openList(_ node: MarkdownNode) {
    let isNumbering = paragraphs?.isAuthored == true && node.isTopLevel && node.isOrdered
    let count = node.isOrdered ? node.children.reduce(0) { count, _ in count + 1 } : 0
    let last = String(node.listStart + count).utf8.count
    if isTight, !lists.isEmpty { composer.wantsGap = false }
    lists.append(
      List(
        isOrdered: node.isOrdered, isNumbering: isNumbering, number: node.listStart, sign: node.listSign,
        width: count > 1 && String(node.listStart + count - 1).utf8.count < last ? last - 1 : last))
    // Numbered paragraphs stand apart from each other, however the author set them.
    tightness.append(node.isTight && !isNumbering)
  }

  private mutating func openItem(_ node: MarkdownNode) {
    guard var list = lists.popLast() else { return }
    defer { lists.append(list) }
    let isDone = node.isDone
    if list.isNumbering {
      // Its number stands in the document's margin.
      composer.open(sign: Span(""))
      if node.isEmpty {
        beginBlock()
        composer.add([.empty])
      }
    } else if let isDone {
      composer.open(sign: Span(signs.task(isDone: isDone), role: .number))
    } else if list.isOrdered {
      let number = String(list.number)
      let blank = String(repeating: " ", count: max(0, list.width - number.utf8.count))
      composer.open(sign: Span(blank + number + list.sign + " ", role: .number))
    } else {
      composer.open(sign: Span(signs.bullet(depth: lists.count), role: .number))
    }
    list.number += 1
  }

  /// Columns of the widest number of a paragraph with its space.
  private var margin: Int { paragraphs.map { $0.signWidth == 0 ? 0 : max(3, $0.signWidth) + 1 } ?? 0 }

  /// A number as it stands in the margin, right-aligned.
  private func sign(_ number: String) -> Span? {
    guard !number.isEmpty else { return nil }
    let text = number + " "
    return Span(String(repeating: " ", count: max(0, margin - text.utf8.count)) + text, role: .number)
  }

  private mutating func openMargin() {
    composer.open(sign: Span(String(repeating: " ", count: margin)))
  }

  private func headingRole(_ level: Int) -> TextRole { level == 1 ? .heading1 : (level == 2 ? .heading2 : .heading3) }
}

/// The signs that stand for Markdown's constructs on the screen.
struct MarkdownSigns: Hashable, Sendable {
  let bar: String
  let rule: String
  /// What underlines a heading of the first level.
  let underline: String
  private let bullets: [String]

  init(asciiOnly: Bool) {
    bar = asciiOnly ? "| " : "│ "
    rule = asciiOnly ? "-" : "─"
    underline = asciiOnly ? "=" : "═"
    bullets = asciiOnly ? ["* ", "- "] : ["• ", "– "]
  }

  /// The bullet of a list inside so many others.
  func bullet(depth: Int) -> String { bullets[max(0, depth) % bullets.count] }

  func task(isDone: Bool) -> String { isDone ? "[x] " : "[ ] " }
}
