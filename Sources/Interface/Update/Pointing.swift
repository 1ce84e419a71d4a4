import Cells

extension State {
  /// A click or a turn of the wheel.
  mutating func point(_ action: MouseAction) -> [Effect] {
    pendingKeys = []
    let boxClick = lastBoxClick
    lastBoxClick = nil
    // The second half of a double click in a box is not meant for what lies under it.
    if action.kind == .doubleClick, overlay == nil, action.position == boxClick { return [] }
    guard layout.mode != .tooSmall else { return [] }
    if overlay == nil, notebook != nil { return pointInNotebook(action) }
    switch action.kind {
    case .wheelUp: wheel(by: -3, at: action.position)
    case .wheelDown: wheel(by: 3, at: action.position)
    case .click, .doubleClick: return click(action)
    }
    return []
  }

  private mutating func wheel(by rows: Int, at position: Point) {
    if overlay != nil {
      moveInOverlay(by: rows.signum())
      return
    }
    guard let frame = layout.frames.first(where: { $0.outer.contains(position) }) else { return }
    if frame.shown == .notes, editor != nil {
      editor?.scroll(by: rows)
      return
    }
    let isList = frame.shown == .agenda || isList(frame.shown)
    move(by: isList ? rows.signum() : rows, in: frame.shown)
  }

  private func isList(_ panel: Panel) -> Bool {
    switch panel {
    case .background: background.open == nil
    case .documents: documents.open == nil
    case .agenda, .session, .notes: false
    }
  }

  private mutating func click(_ action: MouseAction) -> [Effect] {
    let position = action.position
    if let overlay {
      lastBoxClick = position
      return click(position, in: overlay)
    }
    if layout.titleBar.contains(position), let day = TitleBar.day(at: position.x, self) {
      show(day: day)
      return []
    }
    if let panel = Frames.panel(at: position, self) {
      choose(panel)
      return []
    }
    guard let frame = layout.frames.first(where: { $0.inner.contains(position) }) else { return [] }
    let (x, y) = (position.x - frame.inner.x, position.y - frame.inner.y)
    let panel = frame.shown
    choose(panel)
    if panel == .notes, editor != nil {
      pointInNote(x: x, y: y, isDouble: action.kind == .doubleClick)
      return []
    }
    let isDouble = action.kind == .doubleClick
    switch panel {
    case .agenda:
      guard let row = AgendaPanel.row(at: x, y, in: frame.inner.size, self) else { return [] }
      selectRow(row)
      return isDouble ? open() : []
    case .background where background.open == nil:
      background.select(row: background.top + y / ListPanel.rowHeight)
      return isDouble ? open() : []
    case .documents where documents.open == nil:
      documents.select(row: documents.top + y / ListPanel.rowHeight)
      return isDouble ? open() : []
    case .session, .background, .documents, .notes:
      guard let page = focusedPage, let link = PagePanel.link(at: x, y, page) else { return [] }
      return follow(link.destination)
    }
  }

  /// A click in a box chooses; a click beside it closes it.
  private mutating func click(_ position: Point, in overlay: Overlay) -> [Effect] {
    guard OverlayBox.outer(in: size, overlay: overlay).contains(position) else {
      self.overlay = nil
      return []
    }
    let list = OverlayBox.list(in: size, overlay: overlay)
    guard list.contains(position) else { return [] }
    let y = position.y - list.y
    switch overlay {
    case .search(var box):
      let index = box.top + y / SearchPanel.rowHeight
      guard box.hits.indices.contains(index) else { return [] }
      box.selected = index
      self.overlay = .search(box)
    case .choice(var box):
      let index = box.top + y
      guard box.choices.indices.contains(index), !box.choices[index].isHeading else { return [] }
      box.select(index)
      self.overlay = .choice(box)
    case .noteFinder: return []
    }
    return acceptOverlay()
  }
}

extension BrowserState {
  mutating func select(row: Int) {
    if entries.indices.contains(row) { selected = row }
  }
}
