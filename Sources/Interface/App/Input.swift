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

  /// A click or a turn of the wheel.
  mutating func point(_ action: MouseAction) -> [Effect] {
    pendingKeys = []
    let (outcomes, holder) = stack.point(action, world)
    // Somebody wants to select, as in any terminal.
    if action.kind == .drag, stack.mode != .writing, let words = mouse.firstWordsOfShift(world) {
      status.message = StatusMessage(words)
    }
    return perform(outcomes, from: holder)
  }
}
