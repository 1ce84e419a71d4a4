extension MarkdownSetter {
  mutating func add(_ lines: [TextLine]) {
    guard !lines.isEmpty else { return }
    composer.add(lines)
    composer.wantsGap = !isTight
  }

  private mutating func addWrapped(_ spans: [Span]) {
    composer.addWrapped(spans)
    composer.wantsGap = !isTight
  }

  mutating func addParagraph(_ node: MarkdownNode) {
    var spans = inline.take()
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
    guard numbers.isAuthored else { return numbers.sign("\(numbers.count + 1).") }
    guard let own = spans.first.flatMap({ ParagraphNumbers.ownNumber($0.text) }) else { return nil }
    spans[0].text = String(spans[0].text.unicodeScalars.dropFirst(own.unicodeScalars.count + 1))
    return numbers.sign(own)
  }

  mutating func addHeading(_ level: Int) {
    let lines = wrap(inline.take(), width: composer.room)
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

  mutating func addCode(_ node: MarkdownNode) {
    let isIndented = needsMargin(node)
    if isIndented { openMargin() }
    composer.open(sign: Span("  "))
    add(CodeFolding.lines(node.literal, width: composer.room))
    composer.close()
    if isIndented { composer.close() }
  }

  mutating func addMarkup(_ node: MarkdownNode) {
    let text = MarkupText.plain(node.literal)
    guard !text.isEmpty else { return }
    let isIndented = needsMargin(node)
    if isIndented { openMargin() }
    addWrapped([Span(text, role: baseRole)])
    if isIndented { composer.close() }
  }

  mutating func addRule() {
    add([TextLine([Span(String(repeating: signs.rule, count: composer.room), role: .rule)])])
  }

  mutating func openList(_ node: MarkdownNode) {
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

  mutating func openItem(_ node: MarkdownNode) {
    guard var list = lists.popLast() else { return }
    defer { lists.append(list) }
    let isDone = node.isDone
    if list.isNumbering, let numbers {
      let own = "\(numbers.isAuthored ? list.number : numbers.count + 1)\(list.sign)"
      composer.nextParagraph = self.numbers?.next()
      composer.open(sign: numbers.sign(own))
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
  func needsMargin(_ node: MarkdownNode) -> Bool {
    guard numbers != nil, node.isTopLevel else { return false }
    switch node.kind {
    case .quote, .table, .codeBlock, .htmlBlock: return true
    case .list: return !node.isOrdered
    case .document, .item, .paragraph, .heading, .thematicBreak, .tableHeader, .tableRow, .tableCell, .text, .softBreak,
      .lineBreak, .code, .htmlInline, .emphasis, .strong, .deleted, .link, .image, .other:
      return false
    }
  }

  mutating func openMargin() {
    composer.open(sign: Span(String(repeating: " ", count: numbers?.margin ?? 0)))
  }

  func headingRole(_ level: Int) -> TextRole { level == 1 ? .heading1 : (level == 2 ? .heading2 : .heading3) }
}
