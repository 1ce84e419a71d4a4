/// Markdown as the plain text that it means, for readers that show every sign of it: calendars, and mail.
///
/// Paragraphs, items of lists and rows of tables are a line each. A link is its label with the address behind it.
package enum PlainFromMarkdown {
  /// A text that is not parsed, because that would take long, stays as it is.
  ///
  /// - Parameter hasAddresses: a link has its address behind it; otherwise it is its label alone.
  package static func text(_ markdown: String, hasAddresses: Bool = true) -> String {
    guard let tree = MarkdownTree(markdown) else { return ParagraphLines.unwrapped(markdown) }
    var lines = PlainLines(hasAddresses: hasAddresses)
    tree.walk {
      lines.enter($0)
    } leave: {
      lines.leave($0)
    }
    return lines.text
  }
}

extension PlainFromMarkdown {
  /// What the links of a text are called, and where they lead, as it says that; pictures are none.
  package static func links(_ markdown: String) -> [(label: String, url: String)] {
    guard let tree = MarkdownTree(markdown) else { return [] }
    var links: [(label: String, url: String)] = []
    var isInside = false
    tree.walk { node in
      switch node.kind {
      case .link:
        links.append(("", node.url))
        isInside = true
      case .text, .code: if isInside { links[links.count - 1].label += node.literal }
      default: break
      }
    } leave: { node in
      if node.kind == .link { isInside = false }
    }
    return links
  }
}

/// The lines of a text while it is walked through.
private struct PlainLines {
  private struct List {
    /// Of the next item; nil where items are not numbered.
    var number: Int?
    var sign: String
    var isTight: Bool
  }

  let hasAddresses: Bool
  private var lines: [String] = []
  /// The line that is being made.
  private var line = ""
  private var lists: [List] = []
  /// What stands before the next line, where an item begins with it.
  private var marker: String?
  private var isBlankDue = false
  private var quotes = 0
  /// The columns of blanks before the lines of an item.
  private var indents: [Int] = []
  /// Where the labels of links begin in the line.
  private var labels: [String.Index] = []
  private var isFirstCell = true

  init(hasAddresses: Bool) { self.hasAddresses = hasAddresses }

  var text: String { lines.joined(separator: "\n") }

  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text, .code: line += node.literal
    case .softBreak: line += " "
    case .lineBreak: line += "\n"
    case .codeBlock:
      line = node.literal
      while line.hasSuffix("\n") { line.removeLast() }
      flush()
    case .list:
      lists.append(
        List(number: node.isOrdered ? max(0, node.listStart) : nil, sign: node.listSign, isTight: node.isTight))
    case .item: beginItem(node)
    case .quote: quotes += 1
    case .link, .image: labels.append(line.endIndex)
    case .tableCell:
      if !isFirstCell { line += " | " }
      isFirstCell = false
    case .tableRow, .tableHeader: isFirstCell = true
    case .document, .paragraph, .heading, .table, .emphasis, .strong, .deleted, .thematicBreak, .htmlBlock, .htmlInline,
      .other:
      break
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph, .heading: flush()
    case .tableRow, .tableHeader:
      flush()
      isBlankDue = false
    case .table: isBlankDue = true
    case .item:
      indents.removeLast()
      marker = nil
    case .list:
      lists.removeLast()
      isBlankDue = lists.last.map { !$0.isTight } ?? true
    case .quote:
      quotes -= 1
      isBlankDue = true
    case .link, .image: endLink(to: node.url)
    case .document, .text, .softBreak, .lineBreak, .code, .codeBlock, .emphasis, .strong, .deleted, .thematicBreak,
      .htmlBlock, .htmlInline, .tableCell, .other:
      break
    }
  }

  private mutating func beginItem(_ node: MarkdownNode) {
    var sign = "- "
    if let last = lists.last, let number = last.number {
      sign = "\(number)\(last.sign) "
      lists[lists.count - 1].number = number + 1
    }
    let task = node.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
    marker = String(repeating: " ", count: indents.reduce(0, +)) + sign + task
    indents.append(sign.utf8.count)
  }

  /// Says where a link leads, unless that is what it is called, or leads nowhere outside.
  private mutating func endLink(to url: String) {
    guard let start = labels.popLast() else { return }
    let label = line[start...]
    let isOutside = ["http://", "https://", "mailto:"].contains { url.hasPrefix($0) }
    guard isOutside, label != url, "mailto:" + label != url else { return }
    line += label.isEmpty ? url : hasAddresses ? " (\(url))" : ""
  }

  private mutating func flush() {
    defer { line = "" }
    guard !line.isEmpty else { return }
    if isBlankDue, !lines.isEmpty { lines.append("") }
    let indent = String(repeating: " ", count: indents.reduce(0, +))
    for part in line.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append((marker ?? indent) + String(repeating: "> ", count: quotes) + part)
      marker = nil
    }
    isBlankDue = !(lists.last?.isTight ?? false)
  }
}
