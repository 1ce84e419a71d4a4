/// Walks a parsed text once and sets it as lines.
struct MarkdownSetter {
  struct List {
    var isOrdered: Bool
    /// Whether its items are the document's numbered paragraphs.
    var isNumbering: Bool
    var number: Int
    var sign: String
    /// Columns of the widest number with its sign and a space.
    var width: Int
  }

  private let options: MarkdownText.Options
  let signs: MarkdownSigns
  var composer: LineComposer
  var inline = InlineText()
  private var links: LinkList
  var numbers: ParagraphNumbers?
  var lists: [List] = []
  /// Whether each open list or quotation keeps its parts together without blank lines.
  var tightness: [Bool] = []
  private var quotes = 0
  private var table: MarkdownTable?
  private var row: [[Span]] = []

  init(width: Int, options: MarkdownText.Options) {
    self.options = options
    signs = MarkdownSigns(asciiOnly: options.asciiOnly)
    composer = LineComposer(width: width)
    links = LinkList(first: options.firstLinkNumber)
  }

  mutating func set(_ tree: borrowing MarkdownTree) -> MarkdownText {
    if options.numbersParagraphs { numbers = ParagraphNumbers(tree.document) }
    tree.walk(enter: { enter($0) }, leave: { leave($0) })
    return MarkdownText(lines: composer.lines, links: links.links, paragraphStarts: composer.paragraphStarts)
  }

  var isTight: Bool { tightness.last ?? false }
  var baseRole: TextRole { quotes > 0 ? .quote : .body }

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
    case .htmlInline: if MarkupText.breaksLine(node.literal) { inline.add("\n") }
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
    case .tableCell: row.append(inline.take())
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
