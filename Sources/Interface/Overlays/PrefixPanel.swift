import Cells

/// The which-key box: what may follow the prefix key that has been pressed.
enum PrefixPanel {
  static func draw(_ state: State, into canvas: inout Canvas) {
    let rows = KeyTable.continuations(of: state.pendingKeys, in: state.context)
    guard !state.pendingKeys.isEmpty, !rows.isEmpty else { return }
    let texts = rows.map { (key: $0.key.name, words: Words.continuation($0.command)) }
    let keyWidth = texts.map { displayWidth($0.key) }.max() ?? 0
    let wanted = (texts.map { displayWidth($0.words) }.max() ?? 0) + keyWidth + 6
    let size = state.size
    let width = min(size.width, max(wanted, displayWidth(Words.prefixTitle) + 8))
    let height = min(size.height, rows.count + 2)
    // What the status line says stays whole where there is room above it.
    let bottom = state.layout.status.y
    let outer = Rect(x: size.width - width, y: max(0, bottom - height), width: width, height: height)
    canvas.fill(outer, .text)
    var lines = BoxLines(set: canvas.boxSet)
    lines.add(rect: outer)
    lines.draw(into: &canvas.buffer, style: canvas.theme.style(.borderFocused))
    let title = " " + Key.name(of: state.pendingKeys) + ": " + Words.prefixTitle + " "
    canvas.putFitted(title, x: outer.x + 2, y: outer.y, .boxTitle, in: outer)
    let inner = outer.inset(x: 1, y: 1)
    for (index, text) in texts.enumerated() {
      canvas.put(text.key, x: inner.x + 1, y: inner.y + index, .footerKey, in: inner)
      canvas.putFitted(text.words, x: inner.x + 3 + keyWidth, y: inner.y + index, .text, in: inner)
    }
  }
}
