import Catalogue
import Cells

/// The search box: what is typed, and the places found with their context.
enum SearchPanel {
  static let rowHeight = 2

  static func draw(_ box: SearchBox, _ state: State, into canvas: inout Canvas) {
    let overlay = Overlay.search(box)
    let outer = OverlayBox.outer(in: state.size, overlay: overlay)
    let info = box.editor.text.isEmpty ? "" : Words.hits(box.hits.count, limited: box.hits.count == SearchBox.limit)
    OverlayBox.draw(
      outer, title: Words.findTitle, info: info, prompt: Words.findPrompt, editor: box.editor, into: &canvas)
    let rect = OverlayBox.list(in: state.size, overlay: overlay)
    guard !box.hits.isEmpty else {
      if box.editor.text.isEmpty {
        for (index, line) in wrap(Words.findHint, width: max(1, rect.width - 2)).enumerated() {
          canvas.put(line, x: rect.x + 1, y: rect.y + index, .dim, in: rect)
        }
      }
      return
    }
    for (index, hit) in box.hits.enumerated().dropFirst(box.top) {
      let y = rect.y + (index - box.top) * rowHeight
      guard y < rect.maxY else { break }
      draw(hit, state, y: y, in: rect, into: &canvas)
      guard index == box.selected else { continue }
      let row = Rect(x: rect.x, y: y, width: rect.width, height: 1)
      canvas.buffer.restyle(row, with: canvas.theme.style(.selected))
      canvas.put(">", x: rect.x, y: y, .selected, in: rect)
    }
  }

  private static func draw(_ hit: SearchHit, _ state: State, y: Int, in rect: Rect, into canvas: inout Canvas) {
    var x = rect.x + 2
    let detail =
      switch hit.source {
      case .page(let target), .note(let target): state.detail(hit.detail, of: target)
      }
    if case .note = hit.source { x += canvas.put(Words.noteOn, x: x, y: y, .dim, in: rect) }
    put(hit.title, x: x, y: y, plain: .title, in: rect, into: &canvas)
    x = rect.x + 4
    if !detail.isEmpty { x += canvas.put(detail, x: x, y: y + 1, .time, in: rect) + 2 }
    put(hit.context, x: x, y: y + 1, plain: .dim, in: rect, into: &canvas)
  }

  /// Fragments one behind the other, cut as one text at the right edge.
  private static func put(
    _ fragments: [SearchHit.Fragment], x: Int, y: Int, plain: Role, in rect: Rect, into canvas: inout Canvas
  ) {
    // The last hit's second row may have no room.
    guard y < rect.maxY else { return }
    let whole = fragments.reduce(into: "") { $0 += $1.text }
    let room = max(0, rect.maxX - 1 - x)
    let shown = canvas.fit(whole, width: room)
    canvas.put(shown, x: x, y: y, plain, in: rect)
    guard !shown.isEmpty else { return }
    // The marks go as far as the text that is shown of it.
    let end = shown == whole ? x + room : x + displayWidth(shown) - displayWidth(canvas.ellipsis)
    let kept = Rect(x: rect.x, y: y, width: end - rect.x, height: 1)
    var column = x
    for fragment in fragments {
      if fragment.isMatch { canvas.put(fragment.text, x: column, y: y, .match, in: kept) }
      column += displayWidth(fragment.text)
    }
  }
}
