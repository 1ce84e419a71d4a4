import Cells

/// A text to read.
enum PagePanel {
  static func draw(_ page: PageView, of panel: Panel, _ state: State, in rect: Rect, into canvas: inout Canvas) {
    let isFocused = state.focus == panel
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    guard !page.content.lines.isEmpty else {
      guard panel == .notes else { return }
      canvas.putWrapped(state.noteTarget == nil ? Words.noNotesHere : Words.noNotes, x: rect.x + 1, .dim, in: rect)
      return
    }
    let selected = isFocused ? state.selectedLink?.number : nil
    for y in 0..<rect.height {
      guard let line = page.line(page.top + y) else { break }
      line.draw(into: &canvas.buffer, at: Point(x: rect.x + 1, y: rect.y + y), in: rect) { span in
        if let selected, span.link == selected { return canvas.theme.style(.linkSelected) }
        return canvas.theme.style(span)
      }
    }
    if let link = isFocused ? state.selectedLink : nil {
      canvas.cursor = Point(x: rect.x + 1, y: rect.y + max(0, min(rect.height - 1, link.line - page.top)))
    }
  }

  /// The link at a place of the panel, which is `x` columns and `y` rows from its corner.
  static func link(at x: Int, _ y: Int, _ page: PageView) -> PageContent.Link? {
    guard let line = page.line(page.top + y) else { return nil }
    var column = 1
    for span in line.spans {
      let width = span.width
      if x >= column, x < column + width, let number = span.link {
        return page.content.links.first { $0.number == number }
      }
      column += width
    }
    return nil
  }
}
