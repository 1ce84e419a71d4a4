import Cells
import Messages

// Keys, pasted text and the mouse.
extension App {
  mutating func press(_ key: Key) -> [Effect] {
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch stack.meaning(of: keys, world) {
    case .match(let match): return run(match)
    case .prefix:
      pendingKeys = keys
      return []
    case .nothing:
      // A key that does not continue a prefix ends it and means what it means by itself; one that cancels has done it.
      if keys.count > 1 { return key == .escape || key == .control("c") ? [] : press(key) }
      // Esc and a key at once look like Alt and that key; where Alt means nothing, they are what was pressed.
      if case .alt(let character) = key, stack.mode != .writing {
        return press(.escape) + press(.character(character))
      }
      let typist = stack.typist
      return perform(stack.type(key, world), from: typist)
    }
  }

  /// The command that a key has at this moment; nil for text, a prefix, and what means nothing.
  func command(for key: Key) -> CommandName? {
    guard case .match(let match) = stack.meaning(of: [key], world) else { return nil }
    return match.row.info.name
  }

  /// Runs a command by its name, or says why it cannot run.
  mutating func run(_ name: CommandName) -> [Effect] {
    if let match = stack.resolve(name, world) { return run(match) }
    return perform(stack.reason(name, world).map { .refuse($0) } ?? [], from: .program)
  }

  private mutating func run(_ match: ViewStack.Match) -> [Effect] {
    var effects: [Effect] = []
    if world.isPreviewDue, !movingCommands.contains(match.row.info.name) {
      // Links and background are those of the session that is selected, not of the one that is still to be seen.
      world.isPreviewDue = false
      effects += settle()
    }
    let outcomes = stack.run(match, world) ?? run(match.row.index, world)
    return effects + perform(outcomes, from: match.holder)
  }

  /// Pasted text goes where text is typed and is never taken as commands.
  mutating func paste(_ text: String) -> [Effect] {
    pendingKeys = []
    let typist = stack.typist
    guard let outcomes = stack.paste(text, world) else {
      status.message = StatusMessage(Message("Pasted text is not taken as commands"))
      return []
    }
    return perform(outcomes, from: typist)
  }

  /// What a click on a hint of the footer, on a row of what can follow a prefix key, or on a filter's name does; nil for
  /// any other.
  func offered(at action: MouseAction) -> Footer.Hint.Act? {
    guard action.kind == .click || action.kind == .doubleClick, !world.isVisitor, stack.desk.layout.mode != .tooSmall
    else { return nil }
    let place = action.position
    let bottom = stack.desk.layout.status.y
    let box = PrefixBox.command(at: place, pendingKeys, stack.mode, world, bottom: bottom)
    let line = StatusLine(message: status.message, trouble: status.trouble)
    let hint =
      line.coversFooter(of: stack.desk, world) ? nil : Footer.act(at: place, hints, in: stack.desk.layout.footer)
    if box == nil, hint == nil, action.kind == .click, stack.overlays.isEmpty, pendingKeys.isEmpty,
      let change = line.filterChange(at: place, stack.desk, world) ?? stack.desk.titles(world).filterChange(at: place)
    {
      return .change(change)
    }
    let act = box.map { .command($0) } ?? hint
    // Two clicks move on twice; all else is done once.
    guard action.kind == .doubleClick, case .command(let name) = act else { return act }
    return movingCommands.contains(name) ? act : nil
  }

  /// A click or a turn of the wheel.
  /// - Parameter offered: what stands where the click was.
  mutating func point(_ action: MouseAction, _ offered: Footer.Hint.Act?) -> [Effect] {
    pendingKeys = []
    switch offered {
    case .command(let name): return run(name)
    case .key(let key): return press(key)
    case .change(let change): return perform([.programme(change)], from: .desk)
    case nil: break
    }
    let (outcomes, holder) = stack.point(action, world)
    // Somebody wants to select, as in any terminal.
    if action.kind == .drag, stack.mode != .writing, let words = mouse.firstWordsOfShift(world) {
      status.message = StatusMessage(words)
    }
    return perform(outcomes, from: holder)
  }
}
