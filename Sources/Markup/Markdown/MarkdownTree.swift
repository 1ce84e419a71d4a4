import CMark
import Synchronization

/// A parsed Markdown text: CommonMark with GitHub's tables, task lists, crossed-out words and bare addresses.
///
/// Its C objects are freed with it.
package struct MarkdownTree: ~Copyable {
  let root: OpaquePointer

  /// The parser notes the signs of its extensions in tables of its own library while it works, so one text is parsed
  /// at a time.
  private static let parsing = Mutex(())
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Nil for a text over 4 MiB, for one that is made so that parsing it would take long, and when no memory is left.
  package init?(_ markdown: String) {
    guard MarkdownEffort.isReasonable(markdown) else { return nil }
    _ = Self.registered
    let parsed = Self.parsing.withLock { _ -> OpaquePointer? in
      guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
      }
      var text = markdown
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
      return cmark_parser_finish(parser)
    }
    guard let parsed else { return nil }
    root = parsed
  }

  deinit { cmark_node_free(root) }

  package var document: MarkdownNode { MarkdownNode(root) }

  /// Visits every node on the way down and those that can hold others on the way up too, without recursion.
  package func walk(enter: (MarkdownNode) -> Void, leave: (MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER { enter(MarkdownNode(node)) } else { leave(MarkdownNode(node)) }
    }
  }
}

/// A part of a parsed text, to be used only while its tree lives.
package struct MarkdownNode {
  package enum Kind: Hashable, Sendable {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, deleted, link, image
    /// What no extension in use makes.
    case other
  }

  /// How a column of a table is set.
  package enum Alignment: Hashable, Sendable {
    case left, center, right

    /// From the letter that the parser keeps; 0 where the author said nothing.
    fileprivate init(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "c"): self = .center
      case UInt8(ascii: "r"): self = .right
      default: self = .left
      }
    }
  }

  package let kind: Kind
  private let node: OpaquePointer

  init(_ node: OpaquePointer) {
    self.node = node
    kind = Self.kind(of: node)
  }

  /// Without hidden characters: the parser resolves references to them, and whatever came before has not seen those.
  package var literal: String {
    cmark_node_get_literal(node).map { HiddenCharacter.madeVisible(String(cString: $0)) } ?? ""
  }
  package var url: String { cmark_node_get_url(node).map { HiddenCharacter.encoded(String(cString: $0)) } ?? "" }
  package var title: String {
    cmark_node_get_title(node).map { HiddenCharacter.madeVisible(String(cString: $0)) } ?? ""
  }
  package var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  package var isOrdered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  package var isTight: Bool { cmark_node_get_list_tight(node) != 0 }
  package var listStart: Int { Int(cmark_node_get_list_start(node)) }
  /// `)` or `.` behind the numbers of a list.
  package var listSign: String { cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "." }

  /// Whether it has no children.
  package var isEmpty: Bool { cmark_node_first_child(node) == nil }

  package var isTopLevel: Bool {
    cmark_node_parent(node).map { cmark_node_get_type($0) == CMARK_NODE_DOCUMENT } ?? false
  }

  /// Whether a task is done; nil for an item that is no task.
  package var isDone: Bool? { named("tasklist") ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil }

  /// How the columns of a table are set, from its second row.
  package var alignments: [Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { Alignment(letter: letters[$0]) }
  }

  package var children: some Sequence<MarkdownNode> {
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
