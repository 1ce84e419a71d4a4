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
  private var numbers: ParagraphNumbers?
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
    if options.numbersParagraphs { numbers = ParagraphNumbers(tree.document) }
    tree.walk(enter: { enter($0) }, leave: { leave($0) })
    return MarkdownText(lines: composer.lines, links: links.links, paragraphStarts: composer.paragraphStarts)
  }

  private var isTight: Bool { tightness.last ?? false }
  private var baseRole: TextRole { quotes > 0 ? .quote : .body }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .quote:
      if needsMargin(node) { openMargin() }
      quotes += 1
      tightness.append(false)
      let bar = [Span(signs.bar, role: .quoteBar)]
      composer.open(first: bar, rest: bar)
    case .list:
      if needsMargin(node) { openMargin() }
      openList(node)
    case .item: openItem(node)
    case .codeBlock: addCode(node)
    case .htmlBlock: addMarkup(node)
    case .paragraph: inline.begin(baseRole)
    case .heading: inline.begin(headingRole(node.headingLevel), .bold)
    case .thematicBreak: addRule()
    case .table:
      if needsMargin(node) { openMargin() }
      table = MarkdownTable(alignments: node.alignments)
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
      if needsMargin(node) { composer.close() }
      quotes -= 1
      tightness.removeLast()
      composer.wantsGap = !isTight
    case .list:
      if needsMargin(node) { composer.close() }
      lists.removeLast()
      tightness.removeLast()
      composer.wantsGap = !isTight
    case .item:
      composer.close()
      composer.wantsGap = !isTight
    case .paragraph: addParagraph(node)
    case .heading: addHeading(node.headingLevel)
    case .table:
      add(table?.lines(width: composer.room, asciiOnly: options.asciiOnly) ?? [])
      table = nil
      if needsMargin(node) { composer.close() }
    case .tableHeader: table?.header = row
    case .tableRow: table?.rows.append(row)
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
    guard numbers != nil, node.isTopLevel else { return addWrapped(spans) }
    guard let sign = numberSign(takenFrom: &spans) else {
      openMargin()
      addWrapped(spans)
      return composer.close()
    }
    composer.nextParagraph = numbers?.next()
    composer.open(sign: sign)
    addWrapped(spans)
    composer.close()
  }

  /// The number that stands beside a paragraph at the top level; nil for one that has none.
  ///
  /// The author's own is taken out of the text, so that it does not stand there twice.
  private func numberSign(takenFrom spans: inout [Span]) -> Span? {
    guard let numbers else { return nil }
    guard numbers.isAuthored else { return sign("\(numbers.count + 1).") }
    guard let own = spans.first.flatMap({ ParagraphNumbers.ownNumber($0.text) }) else { return nil }
    spans[0].text = String(spans[0].text.unicodeScalars.dropFirst(own.unicodeScalars.count + 1))
    return sign(own)
  }

  private mutating func addHeading(_ level: Int) {
    let lines = wrap(inline.finish(), width: composer.room)
    add(lines)
    if level == 1 {
      let width = lines.reduce(0) { max($0, $1.width) }
      composer.wantsGap = false
      add([TextLine([Span(String(repeating: signs.underline, count: min(width, composer.room)), role: .rule)])])
    } else {
      // A lower heading belongs to what follows.
      composer.wantsGap = false
    }
  }

  private mutating func addCode(_ node: MarkdownNode) {
    let isIndented = needsMargin(node)
    if isIndented { openMargin() }
    composer.open(sign: Span("  "))
    add(CodeFolding.lines(node.literal, width: composer.room))
    composer.close()
    if isIndented { composer.close() }
  }

  private mutating func addMarkup(_ node: MarkdownNode) {
    let text = PlainHTML.text(node.literal)
    guard !text.isEmpty else { return }
    let isIndented = needsMargin(node)
    if isIndented { openMargin() }
    addWrapped([Span(text, role: baseRole)])
    if isIndented { composer.close() }
  }

  private mutating func addRule() {
    add([TextLine([Span(String(repeating: signs.rule, count: composer.room), role: .rule)])])
  }

  private mutating func openList(_ node: MarkdownNode) {
    let isNumbering = numbers != nil && node.isTopLevel && node.isOrdered
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
    if list.isNumbering, let numbers {
      let own = "\(numbers.isAuthored ? list.number : numbers.count + 1)\(list.sign)"
      composer.nextParagraph = self.numbers?.next()
      composer.open(sign: sign(own))
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

  /// Whether a block stands in the margin's shadow: in a numbered document everything but headings, rules and what
  /// has a number itself.
  private func needsMargin(_ node: MarkdownNode) -> Bool {
    guard numbers != nil, node.isTopLevel else { return false }
    switch node.kind {
    case .quote, .table, .codeBlock, .htmlBlock: return true
    case .list: return !node.isOrdered
    case .document, .item, .paragraph, .heading, .thematicBreak, .tableHeader, .tableRow, .tableCell, .text, .softBreak,
      .lineBreak, .code, .htmlInline, .emphasis, .strong, .deleted, .link, .image, .other:
      return false
    }
  }

  /// Columns of the widest number of a paragraph with its stop and space.
  private var margin: Int { numbers.map { $0.digits == 0 ? 0 : max(2, $0.digits) + 2 } ?? 0 }

  /// A number as it stands in the margin, right-aligned.
  private func sign(_ number: String) -> Span {
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
