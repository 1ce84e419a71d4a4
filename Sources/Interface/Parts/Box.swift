import Cells
import Messages

/// A box over the panels: a frame with a title, a line that is typed into, and a list under it.
struct Box: Equatable {
  let outer: Rect
  /// A border must leave room for what it is drawn around.
  var hasBorder: Bool { outer.height > 5 }

  init(_ outer: Rect) { self.outer = outer }

  /// All of a screen but the title bar and the footer, which is what a box takes where it is small.
  static func body(of screen: Size) -> Rect {
    Rect(x: 0, y: min(1, screen.height), width: screen.width, height: max(0, screen.height - 2))
  }

  /// For a line that is typed, with a few lines of advice under it.
  static func ofLine(_ width: Int, on screen: Size) -> Rect {
    if isSmall(screen) { return body(of: screen) }
    let width = min(width, screen.width - 4)
    return Rect(x: (screen.width - width) / 2, y: 4, width: width, height: 7)
  }

  /// For a long list of what was found.
  static func ofHits(on screen: Size) -> Rect {
    if isSmall(screen) { return body(of: screen) }
    if screen.width < 110 { return Rect(x: 0, y: 1, width: screen.width, height: screen.height - 3) }
    return Rect(x: (screen.width - 100) / 2, y: 2, width: 100, height: screen.height - 6)
  }

  static func isSmall(_ screen: Size) -> Bool { screen.width < 60 || screen.height < 16 }

  private var inner: Rect { hasBorder ? outer.inset(x: 1, y: 1) : outer }

  /// Where rows are listed: under the line that is typed into.
  var list: Rect {
    // A blank line between the two only where there is room for it.
    let above = hasBorder ? 2 : 1
    return Rect(x: inner.x, y: inner.y + above, width: inner.width, height: inner.height - above)
  }

  /// Draws frame, title, prompt and typed text, with the cursor at the caret.
  func draw(_ title: Message, info: Message?, prompt: Message, _ input: InputLine, into canvas: inout Canvas) {
    canvas.fill(outer, .text)
    if hasBorder { canvas.frame(outer, title: title, info: info) }
    input.draw(prompt, in: Rect(x: inner.x, y: inner.y, width: inner.width, height: 1), into: &canvas)
  }
}

extension Canvas {
  /// A border with a title at the left, and what there is to know at the right.
  mutating func frame(_ outer: Rect, title: Message, info: Message? = nil) {
    var lines = BoxLines(set: boxSet)
    lines.add(rect: outer)
    lines.draw(into: &buffer, style: theme.style(.borderFocused))
    putFitted(" \(text(title)) ", x: outer.x + 2, y: outer.y, .boxTitle, in: outer)
    guard let info else { return }
    let shown = " \(text(info)) "
    put(shown, x: outer.maxX - 2 - displayWidth(shown), y: outer.y, .dim, in: outer)
  }

  /// Sets a row apart as the selected one: its look, and a sign at its beginning.
  mutating func select(_ row: Rect, sign x: Int?, isFocused: Bool = true) {
    let role: Role = isFocused ? .selected : .selectedUnfocused
    if let x { put(">", x: x, y: row.y, .sign, in: row) }
    buffer.restyle(row, with: theme.style(role))
  }
}
