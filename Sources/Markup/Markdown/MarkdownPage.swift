import CMark
import Glibc

/// A Markdown text made ready to stand inside a document of another format, or inside another Markdown text.
///
/// Its headings go below a level of the document around it, what is HTML in it is only the text in it, pictures are links
/// to them, and what would hide is visible. A text that is not parsed, for it would take too long, is given as it stands.
package struct MarkdownPage {
  /// The level of the heading that the text stands under.
  private let level: Int
  /// The address that a link is written with; nil makes it plain text.
  private let address: (String) -> String?
  /// Whether it was typed by many hands: in HTML every line stays a line, and each paragraph, item and cell finds its own
  /// direction.
  private let isTyped: Bool

  package init(below level: Int, isTyped: Bool = false, address: @escaping (String) -> String?) {
    (self.level, self.isTyped, self.address) = (level, isTyped, address)
  }

  /// As HTML, escaped; no tag of the text's own is among its tags.
  package func html(_ markdown: String) -> String {
    guard let tree = MarkdownTree(markdown) else {
      return "<pre>\(HTMLText.escaped(markdown))</pre>\n"
    }
    rework(tree)
    let html = MarkdownPage.text(cmark_render_html(tree.root, isTyped ? CMARK_OPT_HARDBREAKS : CMARK_OPT_DEFAULT, nil))
    return isTyped ? MarkdownPage.directed(html) : html
  }

  private static let directedTags: Set<Substring> = [
    "p", "li", "ul", "ol", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The renderer's own tags with `dir="auto"`: a `<` of the text is never one, since it is escaped.
  private static func directed(_ html: String) -> String {
    var result = ""
    for (index, part) in html.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard index > 0, directedTags.contains(name) else {
        result += (index > 0 ? "<" : "") + part
        continue
      }
      result += "<\(name) dir=\"auto\"\(part.dropFirst(name.count))"
    }
    return result
  }

  /// As CommonMark in which everything that was opened is closed.
  package func commonMark(_ markdown: String) -> String {
    guard let tree = MarkdownTree(markdown) else {
      return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    }
    rework(tree)
    return MarkdownPage.text(cmark_render_commonmark(tree.root, CMARK_OPT_DEFAULT, 0))
  }

  /// Whether a document counts its paragraphs itself, so that nobody else has to.
  package static func hasOwnNumbers(_ markdown: String) -> Bool {
    guard let tree = MarkdownTree(markdown) else { return true }
    return MarkdownParagraphs(tree).isAuthored
  }

  private static func text(_ rendered: UnsafeMutablePointer<CChar>?) -> String {
    defer { free(rendered) }
    return rendered.map { String(cString: $0) } ?? ""
  }

  /// Changes the tree's nodes, those inside others first.
  private func rework(_ tree: borrowing MarkdownTree) {
    for node in MarkdownPage.nodes(of: tree) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HEADING:
        cmark_node_set_heading_level(node, Int32(min(6, level + Int(cmark_node_get_heading_level(node)))))
      case CMARK_NODE_HTML_BLOCK: replaceBlock(node)
      case CMARK_NODE_HTML_INLINE: replaceTag(node)
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: makeVisible(node)
      case CMARK_NODE_LIST: shorten(node)
      case CMARK_NODE_LINK: relink(node)
      case CMARK_NODE_IMAGE: replaceImage(node)
      default: break
      }
    }
  }

  private static func nodes(of tree: borrowing MarkdownTree) -> [OpaquePointer] {
    guard let iterator = cmark_iter_new(tree.root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nodes }
      // What can hold nothing is entered and never left.
      let isLeaf = event == CMARK_EVENT_ENTER && MarkdownPage.isLeaf(node)
      if event == CMARK_EVENT_EXIT || isLeaf { nodes.append(node) }
    }
  }

  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_TEXT
      || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK
  }

  /// References of HTML are resolved by now, those to hidden characters too.
  private func makeVisible(_ node: OpaquePointer) {
    let literal = String(cString: cmark_node_get_literal(node))
    let visible = HiddenCharacter.madeVisible(literal)
    if visible.utf8.count != literal.utf8.count || visible != literal { cmark_node_set_literal(node, visible) }
  }

  /// Items of a list at most: the renderer counts those before each.
  private static let listLimit = 1_000

  /// Makes several lists of a very long one, whose numbers go on.
  private func shorten(_ list: OpaquePointer) {
    var (last, count): (OpaquePointer?, Int) = (cmark_node_first_child(list), 1)
    while let item = last, count < MarkdownPage.listLimit { (last, count) = (cmark_node_next(item), count + 1) }
    guard var item = last.flatMap(cmark_node_next) else { return }
    var behind = list
    while true {
      guard let next = cmark_node_new(CMARK_NODE_LIST) else { return }
      cmark_node_set_list_type(next, cmark_node_get_list_type(list))
      cmark_node_set_list_delim(next, cmark_node_get_list_delim(list))
      cmark_node_set_list_tight(next, cmark_node_get_list_tight(list))
      cmark_node_set_list_start(next, cmark_node_get_list_start(behind) + Int32(MarkdownPage.listLimit))
      guard cmark_node_insert_after(behind, next) == 1 else { return cmark_node_free(next) }
      behind = next
      for _ in 0..<MarkdownPage.listLimit {
        let following = cmark_node_next(item)
        guard cmark_node_append_child(next, item) == 1 else { return }
        guard let following else { return }
        item = following
      }
    }
  }

  private func replaceBlock(_ node: OpaquePointer) {
    let plain = PlainHTML.text(String(cString: cmark_node_get_literal(node)))
    if !plain.isEmpty, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
      for (index, line) in plain.split(separator: "\n").enumerated() {
        if index > 0 { append(cmark_node_new(CMARK_NODE_LINEBREAK), to: paragraph) }
        let text = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(text, String(line))
        append(text, to: paragraph)
      }
      insert(paragraph, before: node)
    }
    remove(node)
  }

  private func replaceTag(_ node: OpaquePointer) {
    if PlainHTML.breaksLine(String(cString: cmark_node_get_literal(node))) {
      insert(cmark_node_new(CMARK_NODE_LINEBREAK), before: node)
    }
    remove(node)
  }

  private func relink(_ node: OpaquePointer) {
    guard let url = address(MarkdownNode(node).url) else { return unwrap(node) }
    cmark_node_set_url(node, url)
    cmark_node_set_title(node, MarkdownNode(node).title)
  }

  private func replaceImage(_ node: OpaquePointer) {
    guard !isInLink(node), let url = address(MarkdownNode(node).url),
      let link = cmark_node_new(CMARK_NODE_LINK)
    else { return unwrap(node) }
    cmark_node_set_url(link, url)
    if cmark_node_first_child(node) == nil {
      let text = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, url)
      append(text, to: link)
    }
    while let child = cmark_node_first_child(node) {
      guard cmark_node_append_child(link, child) == 1 else { break }
    }
    insert(link, before: node)
    remove(node)
  }

  private func isInLink(_ node: OpaquePointer) -> Bool {
    var above = cmark_node_parent(node)
    while let current = above {
      if cmark_node_get_type(current) == CMARK_NODE_LINK { return true }
      above = cmark_node_parent(current)
    }
    return false
  }

  /// Puts what is in a node in its place.
  private func unwrap(_ node: OpaquePointer) {
    while let child = cmark_node_first_child(node) {
      guard cmark_node_insert_before(node, child) == 1 else { break }
    }
    remove(node)
  }

  private func remove(_ node: OpaquePointer) {
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  private func append(_ child: OpaquePointer?, to parent: OpaquePointer) {
    if cmark_node_append_child(parent, child) != 1 { cmark_node_free(child) }
  }

  private func insert(_ new: OpaquePointer?, before node: OpaquePointer) {
    if cmark_node_insert_before(node, new) != 1 { cmark_node_free(new) }
  }
}
