internal import CMark

/// A part of a parsed text, to be used only while its tree lives.
struct MarkdownNode {
  enum Kind: Hashable, Sendable {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, deleted, link, image
    /// What no extension in use makes.
    case other
  }

  let kind: Kind
  private let node: OpaquePointer

  init(_ node: OpaquePointer) {
    self.node = node
    kind = Self.kind(of: node)
  }

  var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
  var url: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
  var title: String { cmark_node_get_title(node).map { String(cString: $0) } ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  var isOrdered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(node) != 0 }
  var listStart: Int { Int(cmark_node_get_list_start(node)) }
  /// `)` or `.` behind the numbers of a list.
  var listSign: String { cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "." }

  var isEmpty: Bool { cmark_node_first_child(node) == nil }

  var isTopLevel: Bool { cmark_node_parent(node).map { cmark_node_get_type($0) == CMARK_NODE_DOCUMENT } ?? false }

  /// Whether a task is done; nil for an item that is no task.
  var isDone: Bool? { named("tasklist") ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil }

  /// How the columns of a table are set, from its second row.
  var alignments: [MarkdownTable.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { MarkdownTable.Alignment(letter: letters[$0]) }
  }

  var children: some Sequence<MarkdownNode> {
    sequence(state: cmark_node_first_child(node)) { next -> MarkdownNode? in
      guard let child = next else { return nil }
      next = cmark_node_next(child)
      return MarkdownNode(child)
    }
  }

  private func named(_ name: StaticString) -> Bool { Self.isNamed(node, name) }

  private static func isNamed(_ node: OpaquePointer, _ name: StaticString) -> Bool {
    guard let found = cmark_node_get_type_string(node) else { return false }
    return name.withUTF8Buffer { expected in
      expected.indices.allSatisfy { UInt8(bitPattern: found[$0]) == expected[$0] && found[$0] != 0 }
        && found[expected.count] == 0
    }
  }

  private static func kind(of node: OpaquePointer) -> Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: extensionKind(of: node)
    }
  }

  /// The kinds that extensions add have no constants, only names.
  private static func extensionKind(of node: OpaquePointer) -> Kind {
    if isNamed(node, "table_cell") { return .tableCell }
    if isNamed(node, "table_row") { return .tableRow }
    if isNamed(node, "table_header") { return .tableHeader }
    if isNamed(node, "table") { return .table }
    if isNamed(node, "strikethrough") { return .deleted }
    if isNamed(node, "tasklist") { return .item }
    return .other
  }
}
