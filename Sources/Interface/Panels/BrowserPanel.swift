import Cells

/// A list of pages, or the page that is open: Background and Documents.
enum BrowserPanel {
  static func draw(
    _ browser: BrowserState, of panel: Panel, _ state: State, in rect: Rect, into canvas: inout Canvas
  ) {
    if browser.open != nil {
      PagePanel.draw(browser.page, of: panel, state, in: rect, into: &canvas)
    } else {
      ListPanel.draw(browser, of: panel, state, in: rect, into: &canvas)
    }
  }
}

/// A list of pages: a row with the title, a row with when, where or what it is.
enum ListPanel {
  static let rowHeight = 2

  static func draw(
    _ browser: BrowserState, of panel: Panel, _ state: State, in rect: Rect, into canvas: inout Canvas
  ) {
    guard !browser.entries.isEmpty else {
      canvas.putFitted(
        panel == .background ? Words.noMeetings : Words.noDocuments, x: rect.x + 1, y: rect.y, .dim, in: rect)
      return
    }
    let linked = panel == .background ? Set(state.linkedMeetings.map { Topic.meeting($0) }) : []
    for index in browser.entries.indices.dropFirst(browser.top) {
      let entry = browser.entries[index]
      let y = rect.y + (index - browser.top) * rowHeight
      guard y < rect.maxY else { break }
      let isSelected = index == browser.selected
      let row = Rect(x: rect.x, y: y, width: rect.width, height: 1)
      let sign = linked.contains(entry.subject) ? (canvas.isASCII ? "+" : "→") : " "
      canvas.put(sign, x: rect.x + 1, y: y, .sign, in: rect)
      canvas.putFitted(entry.title, x: rect.x + 3, y: y, .title, in: rect)
      if entry.detail.lowercased() != entry.title.lowercased() {
        canvas.putFitted(entry.detail, x: rect.x + 3, y: y + 1, .dim, in: rect)
      }
      guard isSelected else { continue }
      canvas.put(">", x: rect.x, y: y, .sign, in: rect)
      let isFocused = state.focus == panel
      canvas.buffer.restyle(row, with: canvas.theme.style(isFocused ? .selected : .selectedUnfocused))
      if isFocused { canvas.cursor = Point(x: rect.x, y: y) }
    }
  }
}
