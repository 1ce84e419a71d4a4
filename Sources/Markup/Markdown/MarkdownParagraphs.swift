/// A part of a document that can be spoken of by its number: a paragraph, a heading, a list's item, a table's row.
package struct MarkdownParagraph: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph, item, row, code
  }

  package var kind: Kind
  /// What it is called by, unique in its document: `12`, or `12+1` for what comes first behind the author's 12.
  package var number: String
  /// What stands in the margin beside it; empty where nothing does.
  package var sign: String
  /// Its words on one line, without Markdown and without a number of the author's that stands in the margin.
  package var text: String
}

/// All that a document's paragraphs are called by.
///
/// Where the author has numbered them, once each and rising, these numbers hold, and what has none is counted from the
/// last one before it. Else all are counted through, headings, items and rows too, so that each can be named.
package struct MarkdownParagraphs: Hashable, Sendable {
  package private(set) var all: [MarkdownParagraph] = []
  /// Whether the author's own numbers stand.
  package private(set) var isAuthored = false
  /// For each block of text in the order of the tree its place in `all`; nil for one that says nothing.
  package private(set) var blocks: [Int?] = []
  /// Columns of the widest sign.
  package var signWidth: Int { all.reduce(0) { max($0, $1.sign.utf8.count) } }

  package init(_ tree: borrowing MarkdownTree) {
    isAuthored = Self.hasOwnNumbers(tree.document)
    read(tree)
    if isAuthored, !Self.isRising(own) {
      // Numbers that begin anew with every section name nothing by themselves.
      isAuthored = false
      (all, blocks, own) = ([], [], [])
      read(tree)
    }
    count()
  }

  /// The author's number of each, with its stop; empty where there is none.
  private var own: [String] = []

  private mutating func read(_ tree: borrowing MarkdownTree) {
    var reader = ParagraphReader(takesOwnNumbers: isAuthored)
    tree.walk(enter: { reader.enter($0) }, leave: { reader.leave($0) })
    for block in reader.blocks {
      let text = block.text.collapsingBlanks
      guard !text.isEmpty || !block.own.isEmpty else {
        blocks.append(nil)
        continue
      }
      blocks.append(all.count)
      own.append(block.own)
      all.append(MarkdownParagraph(kind: block.kind, number: "", sign: "", text: text))
    }
  }

  private mutating func count() {
    var (last, behind) = ("0", 0)
    for index in all.indices {
      if !isAuthored {
        all[index].number = String(index + 1)
        all[index].sign = all[index].number
      } else if own[index].isEmpty {
        behind += 1
        all[index].number = "\(last)+\(behind)"
      } else {
        (last, behind) = (
          String(own[index].dropLast(own[index].hasSuffix(".") || own[index].hasSuffix(")") ? 1 : 0)), 0
        )
        (all[index].number, all[index].sign) = (last, own[index])
      }
    }
  }

  /// From the parts at the top level: paragraphs, and ordered lists, whose items count as paragraphs.
  private static func hasOwnNumbers(_ document: MarkdownNode) -> Bool {
    var (paragraphs, items, ownNumbers) = (0, 0, 0)
    for block in document.children {
      if block.kind == .paragraph {
        paragraphs += 1
        if let first = block.children.first(where: { _ in true }), first.kind == .text,
          ownNumber(first.literal) != nil
        {
          ownNumbers += 1
        }
      } else if block.kind == .list, block.isOrdered {
        items += block.children.reduce(0) { count, _ in count + 1 }
      }
    }
    return ownNumbers > 0 || (items > 0 && items >= paragraphs)
  }

  private static func isRising(_ numbers: [String]) -> Bool {
    var last: [Int] = []
    for number in numbers where !number.isEmpty {
      let parts = number.split { $0 == "." || $0 == ")" }.map { Int($0) ?? Int.max }
      guard last.lexicographicallyPrecedes(parts) else { return false }
      last = parts
    }
    return true
  }

  /// The number with which a text begins, as `12.`, `3)` or `1.2`, if a space follows; nil for a mere figure.
  package static func ownNumber(_ text: String) -> String? {
    let sign = text.utf8.prefix(12).prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x29 }
    guard let first = sign.first, first >= 0x30, first <= 0x39, sign.endIndex < text.utf8.endIndex else { return nil }
    guard text.utf8[sign.endIndex] == 0x20, sign.contains(where: { $0 == 0x2E || $0 == 0x29 }) else { return nil }
    return String(text[..<sign.endIndex])
  }
}

/// Gathers the words of each block while a tree is walked.
private struct ParagraphReader {
  struct Block {
    var kind: MarkdownParagraph.Kind
    var own = ""
    var text = ""
  }

  let takesOwnNumbers: Bool
  private(set) var blocks: [Block] = []
  /// The numbers of the open lists' next items; nil for what is no numbered list at the top level.
  private var numbers: [(next: Int, sign: String)?] = []
  /// The number of an item whose first words are still to come.
  private var pending = ""
  private var isItem = false
  private var isOpen = false
  private var isInRow = false

  init(takesOwnNumbers: Bool) { self.takesOwnNumbers = takesOwnNumbers }

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .list:
      let isNumbering = takesOwnNumbers && node.isTopLevel && node.isOrdered
      numbers.append(isNumbering ? (node.listStart, node.listSign) : nil)
    case .item:
      isItem = true
      if let list = numbers.last, let list {
        pending = "\(list.next)\(list.sign)"
        numbers[numbers.count - 1]?.next += 1
        // An item that says nothing still has its number.
        if node.isEmpty { single(.item, "") }
      }
    case .paragraph: begin(isItem ? .item : .paragraph)
    case .heading: begin(.heading(level: node.headingLevel))
    case .codeBlock: single(.code, node.literal)
    case .htmlBlock: single(.paragraph, PlainHTML.text(node.literal))
    case .tableRow:
      begin(.row)
      isInRow = true
    case .tableCell: if isInRow, let last = blocks.last, !last.text.isEmpty { add(" | ") }
    case .text, .code: add(node.literal)
    case .softBreak, .lineBreak: add(" ")
    case .document, .quote, .thematicBreak, .table, .tableHeader, .htmlInline, .emphasis, .strong, .deleted, .link,
      .image,
      .other:
      break
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .list:
      numbers.removeLast()
      isItem = false
    case .item: (isItem, pending) = (false, "")
    case .paragraph:
      isOpen = false
      if takesOwnNumbers, node.isTopLevel { takeOwnNumber() }
    case .heading: isOpen = false
    case .tableRow: (isOpen, isInRow) = (false, false)
    case .document, .quote, .thematicBreak, .table, .tableHeader, .tableCell, .htmlInline, .emphasis, .strong, .deleted,
      .link, .image, .text, .code, .codeBlock, .htmlBlock, .softBreak, .lineBreak, .other:
      break
    }
  }

  private mutating func begin(_ kind: MarkdownParagraph.Kind) {
    blocks.append(Block(kind: kind, own: pending))
    (pending, isItem, isOpen) = ("", false, true)
  }

  private mutating func single(_ kind: MarkdownParagraph.Kind, _ text: String) {
    begin(kind)
    add(text)
    isOpen = false
  }

  private mutating func add(_ text: String) {
    if isOpen { blocks[blocks.count - 1].text += text }
  }

  private mutating func takeOwnNumber() {
    guard var block = blocks.popLast() else { return }
    if let own = MarkdownParagraphs.ownNumber(block.text) {
      block.own = own
      block.text = String(block.text.unicodeScalars.dropFirst(own.unicodeScalars.count + 1))
    }
    blocks.append(block)
  }
}

extension String {
  /// Blanks and line breaks of any number as one blank, none at the ends.
  fileprivate var collapsingBlanks: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" || $0 == "\r" || $0 == "\u{A0}" }
      .joined(separator: " ")
  }
}
