import Cells

/// Where a box lies over the panels, and its frame.
enum OverlayBox {
  /// The box's rectangle with its border; on a small screen it takes all but the title bar and the footer.
  static func outer(in size: Size, overlay: Overlay?) -> Rect {
    if case .noteFinder = overlay { return .zero }
    let body = Rect(x: 0, y: min(1, size.height), width: size.width, height: max(0, size.height - 2))
    guard size.width >= 60, size.height >= 16 else { return body }
    switch overlay {
    case .search:
      guard size.width >= 110 else { return Rect(x: 0, y: 1, width: size.width, height: size.height - 3) }
      return Rect(x: (size.width - 100) / 2, y: 2, width: 100, height: size.height - 6)
    case .choice(let box):
      let width = min(76, size.width - 4)
      let height = min(size.height - 6, max(6, min(box.all.count, 40) + 4))
      return Rect(x: (size.width - width) / 2, y: 2, width: width, height: height)
    case .noteFinder, nil: return .zero
    }
  }

  /// Where rows are listed: under the line that is typed into.
  static func list(in size: Size, overlay: Overlay?) -> Rect {
    let outer = outer(in: size, overlay: overlay)
    let inner = inner(of: outer)
    // A blank line between the two only where there is room for it.
    let above = hasBorder(outer) ? 2 : 1
    return Rect(x: inner.x, y: inner.y + above, width: inner.width, height: inner.height - above)
  }

  /// A border must leave room for what it is drawn around.
  static func hasBorder(_ outer: Rect) -> Bool { outer.height > 5 }

  private static func inner(of outer: Rect) -> Rect { hasBorder(outer) ? outer.inset(x: 1, y: 1) : outer }

  static func rows(in size: Size, overlay: Overlay?) -> Int { list(in: size, overlay: overlay).height }

  /// Draws frame, title, prompt and typed text, with the cursor at the caret.
  static func draw(
    _ outer: Rect, title: String, info: String, prompt: String, editor: LineEditor, into canvas: inout Canvas
  ) {
    canvas.fill(outer, .text)
    if hasBorder(outer) { drawBorder(outer, title: title, info: info, into: &canvas) }
    let inner = inner(of: outer)
    let line = Rect(x: inner.x, y: inner.y, width: inner.width, height: 1)
    canvas.fill(line, .input)
    var x = inner.x + 1
    x += canvas.put(prompt, x: x, y: inner.y, .input, in: line)
    // A long text is shown around the caret.
    let room = max(1, line.maxX - x - 1)
    let before = String(editor.characters[..<editor.caret])
    let caretColumn = displayWidth(before)
    let shift = max(0, caretColumn - room + 1)
    let field = Rect(x: x, y: inner.y, width: room + 1, height: 1)
    canvas.put(editor.text, x: x - shift, y: inner.y, .input, in: field)
    canvas.cursor = Point(x: x + caretColumn - shift, y: inner.y)
  }

  private static func drawBorder(_ outer: Rect, title: String, info: String, into canvas: inout Canvas) {
    var lines = BoxLines(set: canvas.boxSet)
    lines.add(rect: outer)
    lines.draw(into: &canvas.buffer, style: canvas.theme.style(.borderFocused))
    canvas.putFitted(" \(title) ", x: outer.x + 2, y: outer.y, .boxTitle, in: outer)
    guard !info.isEmpty else { return }
    let text = " \(info) "
    canvas.put(text, x: outer.maxX - 2 - displayWidth(text), y: outer.y, .dim, in: outer)
  }
}
