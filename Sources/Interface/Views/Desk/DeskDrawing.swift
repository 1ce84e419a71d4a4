import Cells
import Messages

extension Desk {
  func draw(_ world: World, into canvas: inout Canvas) {
    titles(world).draw(into: &canvas)
    for frame in layout.frames {
      canvas.isFocused = frame.shown == focus
      self[frame.shown].draw(in: frame.inner, world, into: &canvas)
    }
    canvas.isFocused = false
  }

  func titles(_ world: World) -> PanelTitles { PanelTitles(desk: self, world: world) }
}

/// The borders of the panels with what stands in them, or a line of tabs where there are no borders.
struct PanelTitles {
  fileprivate let desk: Desk
  fileprivate let world: World

  /// A panel's title and where it stands.
  private struct Tab: Equatable {
    var panel: Panel
    var text: String
    var x: Int
    var y: Int
  }

  func draw(into canvas: inout Canvas) {
    let bordered = desk.layout.frames.filter(\.isBordered)
    if !bordered.isEmpty {
      var lines = BoxLines(set: canvas.boxSet)
      for frame in bordered { lines.add(rect: frame.outer) }
      lines.draw(into: &canvas.buffer, style: canvas.theme.style(.border))
      if bordered.count > 1, let focused = bordered.first(where: { $0.shown == desk.focus }) {
        lines.draw(edgeOf: focused.outer, into: &canvas.buffer, style: canvas.theme.style(.borderFocused))
      }
    }
    if let rect = desk.layout.tabLine { canvas.fill(rect, .text) }
    let full = Rect(world.size)
    // The focused one comes last, over the blanks that it shares with its neighbours.
    let tabs = tabs
    for tab in tabs.sorted(by: { $0.panel != desk.focus && $1.panel == desk.focus }) {
      let isShown = desk.layout.frame(of: tab.panel) != nil
      let role: Role = tab.panel == desk.focus ? .tabFocused : isShown ? .tabShown : .tab
      canvas.put(tab.text, x: tab.x, y: tab.y, role, in: full)
    }
    for frame in desk.layout.frames { drawInfo(frame, beside: tabs, into: &canvas) }
  }

  /// The panel whose title is at a point.
  func panel(at point: Point) -> Panel? {
    tabs.first { point.y == $0.y && point.x >= $0.x && point.x < $0.x + displayWidth($0.text) }?.panel
  }

  /// The titles of all panels, in the borders or on the line of tabs.
  private var tabs: [Tab] {
    desk.layout.frames.flatMap { frame in
      let y = frame.isBordered ? frame.outer.y : desk.layout.tabLine?.y ?? frame.outer.y
      let x = frame.isBordered ? frame.outer.x + 1 : frame.outer.x
      let info = displayWidth(info(of: frame))
      let room = frame.outer.maxX - x - (frame.isBordered ? 1 : 0) - (info == 0 ? 0 : info + 3)
      return place(frame, x: x, y: y, room: room)
    }
  }

  /// Whole names where they fit, else short ones for the panels behind, else their numbers.
  private func place(_ frame: Layout.Frame, x: Int, y: Int, room: Int) -> [Tab] {
    let counts = desk.layout.mode == .single && !frame.isBordered
    func name(_ panel: Panel) -> String { world.text(desk[panel].title(world)) }
    func shortName(_ panel: Panel) -> String { world.text(desk[panel].shortTitle(world)) }
    let styles: [(Panel) -> String] = [
      { counts ? " \($0.digit) \(name($0))\(count(of: $0)) " : " \($0.digit) \(name($0)) " },
      { " \($0.digit) \(name($0)) " },
      { " \($0.digit) \($0 == frame.shown ? name($0) : shortName($0)) " },
      { " \($0.digit) \(shortName($0)) " },
      { $0 == frame.shown ? " \($0.digit) \(name($0)) " : " \($0.digit) " },
      { $0 == frame.shown ? " \($0.digit) \(shortName($0)) " : " \($0.digit) " },
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
  private func count(of panel: Panel) -> String {
    let count = desk[panel].count(world)
    return count == 0 ? "" : " (\(count))"
  }

  /// Where one is in the panel, at the right of its upper border.
  private func info(of frame: Layout.Frame) -> String {
    let view = desk[frame.shown]
    let isWritten = frame.shown == .notes && desk.isWriting
    guard frame.isBordered || isWritten else { return "" }
    let texts = view.info(frame.inner.size, world)
    // The panel's own name has room beside it.
    let room = frame.outer.width - displayWidth(world.text(view.title(world))) - 10
    return texts.first { displayWidth($0) <= room } ?? texts.last ?? ""
  }

  func filterChange(at point: Point) -> Programme.Change? {
    guard let frame = desk.layout.frames.first(where: { $0.shown == .agenda }),
      let (text, x, y) = placedInfo(frame, beside: tabs), point.y == y
    else { return nil }
    return world.filterChange(in: text, at: point.x - x)
  }

  private func drawInfo(_ frame: Layout.Frame, beside tabs: [Tab], into canvas: inout Canvas) {
    guard let (text, x, y) = placedInfo(frame, beside: tabs) else { return }
    canvas.put(text, x: x, y: y, desk[frame.shown].isInDanger(world) ? .warning : .dim, in: Rect(world.size))
  }

  /// What a border says at its right, with blanks around it, and where.
  private func placedInfo(_ frame: Layout.Frame, beside tabs: [Tab]) -> (text: String, x: Int, y: Int)? {
    let text = info(of: frame)
    guard !text.isEmpty else { return nil }
    let padded = " " + text + " "
    let tabsEnd = tabs.filter { frame.tabs.contains($0.panel) }.map { $0.x + displayWidth($0.text) }.max() ?? 0
    // Where it is tight, right at the corner.
    let end = frame.outer.maxX - 1 - displayWidth(padded)
    // In a border a line is seen between the two; without one they share a blank.
    let first = frame.isBordered ? tabsEnd + 1 : tabsEnd
    guard let x = [end - 1, end].first(where: { $0 >= first }) else { return nil }
    return (padded, x, frame.isBordered ? frame.outer.y : desk.layout.tabLine?.y ?? frame.outer.y)
  }
}
