import Cells

// Clicks, drags and the wheel: what the view under them then wants.
extension ViewStack {
  mutating func point(_ action: MouseAction, _ world: World) -> (outcomes: [Outcome], holder: Holder) {
    let before = lastBoxClick
    lastBoxClick = nil
    // The second half of a double click in a box is not meant for what lies under it.
    if action.kind == .doubleClick, let before, before.place == action.position, overlays.count < before.overlays {
      return ([], .program)
    }
    guard desk.layout.mode != .tooSmall else { return ([], .program) }
    // Where text is typed; it comes as any paste does.
    if action.kind == .middleClick { return (mode == .reading ? [] : [.effect(.pasteSelection)], .program) }
    guard overlays.isEmpty else {
      if action.kind == .click || action.kind == .doubleClick { lastBoxClick = (action.position, overlays.count) }
      return (point(onTop: action, world), .overlay)
    }
    switch action.kind {
    case .wheelUp, .wheelDown:
      let frame = desk.layout.frames.first { $0.outer.contains(action.position) }
      guard let panel = frame?.shown else { return ([], .program) }
      let rows = action.kind == .wheelUp ? -ViewStack.wheelRows : ViewStack.wheelRows
      return (desk.change(panel) { $0.wheel(by: rows, world) }, .panel(panel))
    case .click, .doubleClick: return click(action, world)
    case .drag: return drag(to: action.position, world)
    case .middleClick: return ([], .program)
    }
  }

  /// The panel in which the button was pressed has the focus.
  private mutating func drag(to position: Point, _ world: World) -> (outcomes: [Outcome], holder: Holder) {
    let panel = desk.focus
    guard let inner = desk.layout.frame(of: panel)?.inner else { return ([], .program) }
    let place = Point(x: position.x - inner.x, y: position.y - inner.y)
    return (desk.change(panel) { $0.drag(to: place, in: inner.size, world) }, .panel(panel))
  }

  private mutating func click(_ action: MouseAction, _ world: World) -> (outcomes: [Outcome], holder: Holder) {
    let position = action.position
    if let day = TitleBar.day(at: position, world) { return ([.programme(.day(day))], .desk) }
    if let panel = desk.titles(world).panel(at: position) {
      desk.choose(panel)
      return ([], .desk)
    }
    guard let frame = desk.layout.frames.first(where: { $0.inner.contains(position) }) else { return ([], .program) }
    let panel = frame.shown
    desk.choose(panel)
    let place = Point(x: position.x - frame.inner.x, y: position.y - frame.inner.y)
    let outcomes = desk.change(panel) {
      $0.click(place, isDouble: action.kind == .doubleClick, in: frame.inner.size, world)
    }
    return (outcomes, .panel(panel))
  }
}
