internal import CMark
internal import Synchronization

/// A parsed Markdown text; its C objects are freed with it.
struct MarkdownTree: ~Copyable {
  let root: OpaquePointer

  /// The parser notes the signs of its extensions in tables of its own library while it works, so one text is parsed
  /// at a time.
  private static let parsing = Mutex(())
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Nil only when no memory is left.
  init?(_ markdown: String) {
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

  var document: MarkdownNode { MarkdownNode(root) }

  /// Visits every node on the way down and those that can hold others on the way up too, without recursion.
  func walk(enter: (MarkdownNode) -> Void, leave: (MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER { enter(MarkdownNode(node)) } else { leave(MarkdownNode(node)) }
    }
  }
}
