import Cells
import Messages

/// Whoever has a command, at this moment.
enum Holder {
  /// The view on top.
  case overlay
  /// A panel's view.
  case panel(Panel)
  /// One of the views of a panel, seen or not, whose commands hold in all panels.
  case face(slot: Int, face: Int)
  case desk
  case app
}

// From a key to its command.
extension App {
  /// A row of the key table with whoever does it.
  struct Match {
    var holder: Holder
    var row: KeyTable.Row
  }

  private enum Meaning {
    case match(Match)
    case prefix
    case nothing
  }

  mutating func press(_ key: Key) -> [Effect] {
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch meaning(of: keys) {
    case .match(let match): return run(match)
    case .prefix:
      pendingKeys = keys
      return []
    case .nothing:
      // A key that does not continue a prefix ends it and means what it means by itself; one that cancels has done it.
      if keys.count > 1 { return key == .escape || key == .control("c") ? [] : press(key) }
      // Esc and a key at once look like Alt and that key; where Alt means nothing, they are what was pressed.
      if case .alt(let character) = key, mode != .writing { return press(.escape) + press(.character(character)) }
      return type(key)
    }
  }

  private func meaning(of keys: [Key]) -> Meaning {
    let mode = mode
    for (holder, owner) in holders {
      let isFace = if case .face = holder { true } else { false }
      let meaning = world.keys.meaning(of: keys, to: owner, mode: mode) { row in
        if isFace, !row.info.isForAllPanels || mode != .reading { return false }
        return holds(row, by: holder)
      }
      switch meaning {
      case .row(let row): return .match(Match(holder: holder, row: row))
      case .prefix: return .prefix
      case .nothing: continue
      }
    }
    return .nothing
  }

  /// The command that a key has at this moment; nil for text, a prefix, and what means nothing.
  func command(for key: Key) -> CommandName? {
    guard case .match(let match) = meaning(of: [key]) else { return nil }
    return match.row.info.name
  }

  /// Who is asked for a key, in this order.
  private var holders: [(holder: Holder, owner: ObjectIdentifier)] {
    let app = (Holder.app, ObjectIdentifier(App.self))
    if let overlay = overlays.last {
      let own = (Holder.overlay, overlay.owner)
      return overlay.passing == nil ? [own, app] : [own] + faces + [(.desk, ObjectIdentifier(Desk.self)), app]
    }
    let focused = (Holder.panel(desk.focus), desk[desk.focus].owner)
    return [focused] + faces + [(.desk, ObjectIdentifier(Desk.self)), app]
  }

  private var faces: [(holder: Holder, owner: ObjectIdentifier)] {
    desk.slots.indices.flatMap { slot in
      desk.slots[slot].faces.indices.map { face in
        (Holder.face(slot: slot, face: face), desk.slots[slot].faces[face].owner)
      }
    }
  }

  private func holds(_ row: KeyTable.Row, by holder: Holder) -> Bool {
    switch holder {
    case .overlay: overlays.last?.holds(row.index, world) ?? false
    case .panel(let panel): desk[panel].holds(row.index, world)
    case .face(let slot, let face): desk.slots[slot].faces[face].holds(row.index, world)
    case .desk: desk.holds(row.index, world)
    case .app: holds(row.index, world)
    }
  }

  /// Who runs a command from here, whatever its keys; nil where nobody who has it is there.
  func resolve(_ name: CommandName) -> Match? {
    for (holder, owner) in holders {
      for row in world.keys.rows where row.owner == owner && row.info.name == name {
        if case .face = holder, !row.info.isForAllPanels { continue }
        return Match(holder: holder, row: row)
      }
    }
    return nil
  }

  /// Why a command cannot run now; nil where it can.
  func reason(_ name: CommandName) -> Message? {
    guard let match = resolve(name) else {
      return world.keys.rows.first { $0.info.name == name }.flatMap(world.keys.absence)
    }
    return reason(match)
  }

  private func reason(_ match: Match) -> Message? {
    let index = match.row.index
    return switch match.holder {
    case .overlay: overlays.last?.reason(index, world)
    case .panel(let panel): desk[panel].reason(index, world)
    case .face(let slot, let face): desk.slots[slot].faces[face].reason(index, world)
    case .desk: desk.reason(index, world)
    case .app: reason(index, world)
    }
  }

  /// Runs a command by its name, or says why it cannot run.
  mutating func run(_ name: CommandName) -> [Effect] {
    if let match = resolve(name) { return run(match) }
    return perform(reason(name).map { .refuse($0) } ?? [], from: .app)
  }

  private mutating func run(_ match: Match) -> [Effect] {
    let name = match.row.info.name
    var effects: [Effect] = []
    if world.isPreviewDue, !movingCommands.contains(name) {
      // Links and background are those of the session that is selected, not of the one that is still to be seen.
      world.isPreviewDue = false
      effects += settle()
    }
    if let passing = overlays.last?.passing, !passing.contains(name), !match.holder.isOverlay { overlays.removeLast() }
    let index = match.row.index
    let outcomes: [Outcome]
    switch match.holder {
    case .overlay: outcomes = overlays[overlays.count - 1].run(index, world)
    case .panel(let panel): outcomes = desk.change(panel) { [world] in $0.run(index, world) }
    case .face(let slot, let face): outcomes = desk.runFace(slot, face, index, world)
    case .desk: outcomes = desk.run(index, world)
    case .app: outcomes = run(index, world)
    }
    return effects + perform(outcomes, from: match.holder)
  }

  /// A key that no command has: text.
  private mutating func type(_ key: Key) -> [Effect] {
    guard overlays.isEmpty else {
      return perform(overlays[overlays.count - 1].type(key, world), from: .overlay)
    }
    let focus = desk.focus
    return perform(desk.change(focus) { [world] in $0.type(key, world) }, from: .panel(focus))
  }

  /// Pasted text goes where text is typed and is never taken as commands.
  mutating func paste(_ text: String) -> [Effect] {
    pendingKeys = []
    let outcomes: [Outcome]?
    let focus = desk.focus
    if overlays.isEmpty {
      outcomes = desk.change(focus) { [world] in $0.paste(text, world) }
    } else {
      outcomes = overlays[overlays.count - 1].paste(text, world)
    }
    guard let outcomes else {
      message = StatusMessage(Message("Pasted text is not taken as commands"))
      return []
    }
    return perform(outcomes, from: overlays.isEmpty ? .panel(focus) : .overlay)
  }

  // MARK: - The mouse

  /// A click or a turn of the wheel.
  mutating func point(_ action: MouseAction) -> [Effect] {
    pendingKeys = []
    let before = lastBoxClick
    lastBoxClick = nil
    // The second half of a double click in a box is not meant for what lies under it.
    if action.kind == .doubleClick, let before, before.place == action.position, overlays.count < before.overlays {
      return []
    }
    guard desk.layout.mode != .tooSmall else { return [] }
    if !overlays.isEmpty { return pointInOverlay(action) }
    switch action.kind {
    case .wheelUp, .wheelDown:
      guard let panel = desk.layout.frames.first(where: { $0.outer.contains(action.position) })?.shown else {
        return []
      }
      let notches = action.kind == .wheelUp ? -1 : 1
      return perform(desk.change(panel) { [world] in $0.wheel(by: notches, world) }, from: .panel(panel))
    case .click, .doubleClick: return click(action)
    }
  }

  private mutating func pointInOverlay(_ action: MouseAction) -> [Effect] {
    let top = overlays.count - 1
    let frame = overlays[top].frame(on: world.size)
    switch action.kind {
    case .wheelUp: return perform(overlays[top].wheel(by: -1, world), from: .overlay)
    case .wheelDown: return perform(overlays[top].wheel(by: 1, world), from: .overlay)
    case .click, .doubleClick:
      lastBoxClick = (action.position, overlays.count)
      // A click beside a box closes it.
      guard frame.contains(action.position) else { return perform([.close], from: .overlay) }
      let place = Point(x: action.position.x - frame.x, y: action.position.y - frame.y)
      let isDouble = action.kind == .doubleClick
      return perform(overlays[top].click(place, isDouble: isDouble, in: frame.size, world), from: .overlay)
    }
  }

  private mutating func click(_ action: MouseAction) -> [Effect] {
    let position = action.position
    if let day = TitleBar.day(at: position, world) { return perform([.programme(.day(day))], from: .desk) }
    if let panel = desk.panel(at: position, world) {
      desk.choose(panel)
      return []
    }
    guard let frame = desk.layout.frames.first(where: { $0.inner.contains(position) }) else { return [] }
    let panel = frame.shown
    desk.choose(panel)
    let place = Point(x: position.x - frame.inner.x, y: position.y - frame.inner.y)
    let outcomes = desk.change(panel) { [world] in
      $0.click(place, isDouble: action.kind == .doubleClick, in: frame.inner.size, world)
    }
    return perform(outcomes, from: .panel(panel))
  }
}

extension Holder {
  fileprivate var isOverlay: Bool { if case .overlay = self { true } else { false } }
}
