import Cells

/// Borders of the panels with their titles, or the line of tabs where there are no borders.
enum Frames {
  /// A panel's title and where it stands.
  struct Tab: Equatable {
    var panel: Panel
    var text: String
    var x: Int
    var y: Int
  }

  static func draw(_ state: State, into canvas: inout Canvas) {
    let layout = state.layout
    let bordered = layout.frames.filter(\.isBordered)
    if !bordered.isEmpty {
      var lines = BoxLines(set: canvas.boxSet)
      for frame in bordered { lines.add(rect: frame.outer) }
      lines.draw(into: &canvas.buffer, style: canvas.theme.style(.border))
      if bordered.count > 1, let focused = bordered.first(where: { $0.shown == state.focus }) {
        lines.draw(edgeOf: focused.outer, into: &canvas.buffer, style: canvas.theme.style(.borderFocused))
      }
    }
    if let rect = layout.tabLine { canvas.fill(rect, .text) }
    let full = Rect(state.size)
    // The focused one comes last, over the blanks that it shares with its neighbours.
    let tabs = tabs(state)
    for tab in tabs.sorted(by: { $0.panel != state.focus && $1.panel == state.focus }) {
      let isShown = layout.frame(of: tab.panel) != nil
      let role: Role = tab.panel == state.focus ? .tabFocused : isShown ? .tabShown : .tab
      canvas.put(tab.text, x: tab.x, y: tab.y, role, in: full)
    }
    for frame in layout.frames { drawInfo(frame, beside: tabs, state, into: &canvas) }
  }

  /// The panel whose title is at a point.
  static func panel(at point: Point, _ state: State) -> Panel? {
    tabs(state).first { point.y == $0.y && point.x >= $0.x && point.x < $0.x + displayWidth($0.text) }?.panel
  }

  /// The titles of all panels, in the borders or on the line of tabs.
  static func tabs(_ state: State) -> [Tab] {
    state.layout.frames.flatMap { frame in
      let y = frame.isBordered ? frame.outer.y : state.layout.tabLine?.y ?? frame.outer.y
      let x = frame.isBordered ? frame.outer.x + 1 : frame.outer.x
      let info = displayWidth(info(of: frame, state))
      let room = frame.outer.maxX - x - (frame.isBordered ? 1 : 0) - (info == 0 ? 0 : info + 3)
      return place(frame, x: x, y: y, room: room, state)
    }
  }

  /// Whole names where they fit, else short ones for the panels behind, else their numbers.
  private static func place(_ frame: Layout.Frame, x: Int, y: Int, room: Int, _ state: State) -> [Tab] {
    let counts = state.layout.mode == .single && !frame.isBordered
    func name(_ panel: Panel) -> String { state.name(of: panel) }
    let styles: [(Panel) -> String] = [
      { counts ? " \($0.digit) \(name($0))\(count(of: $0, state)) " : " \($0.digit) \(name($0)) " },
      { " \($0.digit) \(name($0)) " },
      { " \($0.digit) \($0 == frame.shown ? name($0) : Words.shortName($0)) " },
      { " \($0.digit) \(Words.shortName($0)) " },
      { $0 == frame.shown ? " \($0.digit) \(name($0)) " : " \($0.digit) " },
      { $0 == frame.shown ? " \($0.digit) \(Words.shortName($0)) " : " \($0.digit) " },
      { String($0.digit) + " " },
    ]
    // In a border a line is seen between two titles; without one they share a blank.
    let gap = frame.isBordered ? 1 : -1
    var tabs: [Tab] = []
    for style in styles {
      var at = x
      tabs = frame.tabs.map { panel in
        let tab = Tab(panel: panel, text: style(panel), x: at, y: y)
        at += displayWidth(tab.text) + gap
        return tab
      }
      if at - gap - x <= room { break }
    }
    return tabs
  }

  /// What an unfocused panel that is folded to its title says of itself: ` 12`.
  private static func count(of panel: Panel, _ state: State) -> String {
    let count =
      switch panel {
      case .agenda: state.agenda.rows.count
      case .session: 0
      case .background: state.background.entries.count
      case .documents: state.documents.entries.count
      case .notes: state.editor?.text.lineCount ?? state.notes.content.lines.count
      }
    return count == 0 ? "" : " (\(count))"
  }

  /// Where one is in the panel, at the right of its upper border.
  private static func info(of frame: Layout.Frame, _ state: State) -> String {
    if frame.shown == .notes, let editor = state.editor { return Words.writing(editor, state) }
    guard frame.isBordered else { return "" }
    switch frame.shown {
    case .agenda:
      let noted = state.notedCount == 0 ? "" : "\(state.isASCII ? "." : "•")\(state.notedCount) "
      let position =
        state.agenda.rows.isEmpty ? "" : "\(noted)\(state.agenda.selected + 1)/\(state.agenda.rows.count)"
      guard state.agenda.isFiltered else { return listed([state.timetableInfo, position], by: "  ") }
      // How to get rid of it stands beside it, as long as the panel's own name has room.
      let room = frame.outer.width - displayWidth(Words.name(.agenda)) - 10
      let texts = Words.filteredInfos(clearKeys: KeyTable.clearFilters).map { listed([$0, position], by: "  ") }
      return texts.first { displayWidth($0) <= room } ?? texts.last ?? position
    case .session: return position(state.session, rows: frame.inner.height)
    case .background: return position(state.background, rows: frame.inner.height)
    case .documents: return position(state.documents, rows: frame.inner.height)
    case .notes:
      let count = state.notes.content.lines.isEmpty ? "" : Words.lines(state.notes.content.lines.count)
      return listed([count, Words.safety(state.shownSafety) ?? ""])
    }
  }

  private static func position(_ browser: BrowserState, rows: Int) -> String {
    guard browser.open == nil else { return position(browser.page, rows: rows) }
    return browser.entries.isEmpty ? "" : "\(browser.selected + 1)/\(browser.entries.count)"
  }

  private static func position(_ page: PageView, rows: Int) -> String {
    let last = page.lastTop(rows: rows)
    if last == 0 { return "" }
    if page.top == 0 { return Words.top }
    return page.top >= last ? Words.bottom : "\(page.top * 100 / last)%"
  }

  private static func drawInfo(_ frame: Layout.Frame, beside tabs: [Tab], _ state: State, into canvas: inout Canvas) {
    let text = info(of: frame, state)
    guard !text.isEmpty else { return }
    let padded = " " + text + " "
    let tabsEnd = tabs.filter { frame.tabs.contains($0.panel) }.map { $0.x + displayWidth($0.text) }.max() ?? 0
    // Where it is tight, right at the corner.
    let end = frame.outer.maxX - 1 - displayWidth(padded)
    // In a border a line is seen between the two; without one they share a blank.
    let first = frame.isBordered ? tabsEnd + 1 : tabsEnd
    guard let x = [end - 1, end].first(where: { $0 >= first }) else { return }
    let y = frame.isBordered ? frame.outer.y : state.layout.tabLine?.y ?? frame.outer.y
    canvas.put(padded, x: x, y: y, state.isNoteInDanger(frame.shown) ? .warning : .dim, in: Rect(state.size))
  }
}
