import Cells
import Messages

/// What is told of the commands at this moment: palette, help and the footer's hints, all from their rows.
struct CommandGuide {
  let stack: ViewStack
  let world: World
  /// Whoever the program's own commands belong to.
  let program: any CommandOwner

  // MARK: - All commands

  /// All commands to choose from.
  ///
  /// What cannot run now stands last. Who types a name that other programs have for a command means that.
  func palette() -> Offer {
    let rows = world.keys.commands.sorted { $0.info.group.rawValue < $1.info.group.rawValue }
    let choices = rows.filter { $0.info.name != "palette" && $0.info.name != "interrupt" }.map { row in
      var choice = choice(row)
      choice.names = [row.info.name.rawValue.lowercased()] + (CommandGuide.names[row.info.name] ?? [])
      return choice
    }
    return Offer(
      Message("All commands"), prompt: Message("Run: "), act: Message("run"),
      choices.filter { $0.reason == nil } + choices.filter { $0.reason != nil })
  }

  /// As vi and others call them.
  private static let names: [CommandName: [String]] = [
    "quit": ["q", "q!", "qa", "qa!", "wq", "x", "exit"], "help": ["h"],
  ]

  /// The keys of the view from which it is called, then all other commands under their headings, and what the signs
  /// mean.
  func help() -> Offer {
    let own = ownRows
    let ownNames = Set(own.map(\.info.name))
    var choices: [Choice] = own.isEmpty ? [] : [.heading(Message("Keys here"))]
    choices += own.map { row in
      var choice = choice(row)
      choice.detail = .data(listed(row.info.keys[stack.mode].map { world.text(KeyTable.name(of: $0)) }))
      return choice
    }
    // Who writes looks for what can be done while writing.
    let groups = CommandGroup.allCases
    let rows = world.keys.commands.filter { !ownNames.contains($0.info.name) }
    for group in stack.desk.isWriting ? [.write] + groups.filter({ $0 != .write }) : groups {
      let listed = rows.filter { $0.info.group == group }
      if listed.isEmpty { continue }
      choices.append(.heading(group.words))
      choices += listed.map(choice)
    }
    choices.append(.heading(Message("Signs in the agenda")))
    choices += CommandGuide.signs.map { Choice($0.meaning, detail: .data($0.sign)) }
    if !world.tracks.isEmpty {
      choices.append(.heading(Message("Tracks")))
      choices += world.tracks.map { Choice(.data($0.name), detail: .data($0.sign)) }
    }
    choices.append(.heading(Message("Signs in notes")))
    choices += CommandGuide.noteSigns.map { Choice($0.meaning, detail: .data($0.sign)) }
    choices.append(.heading(Message("Keys that terminals keep to themselves")))
    choices += CommandGuide.kept.map { terminal, keys in
      Choice(.data(terminal), detail: .data(listed(keys.map { world.text(KeyTable.name(of: [$0])) })))
    }
    choices.append(Choice(Message("all but %s", "kitty"), detail: KeyTable.name(of: [.controlBackspace])))
    let prefix = KeyTable.name(of: [Shortcuts.insteadOfAlt])
    choices.append(Choice(Message("%s, GNU screen, mosh: Alt and a letter", "xfce4-terminal"), detail: prefix))
    return Offer(Message("Help"), prompt: Message("Search help: "), act: Message("run"), choices)
  }

  /// What the view that has the keys has of its own, as far as these mean anything now: what it does before how it is
  /// moved in.
  private var ownRows: [KeyTable.Row] {
    let view: any View = stack.overlays.last ?? stack.desk[stack.desk.focus]
    let rows = world.keys.rows(of: view.owner).filter { row in
      !row.info.keys[stack.mode].isEmpty && view.holds(row.index, world)
    }
    return rows.filter { $0.info.group != .move } + rows.filter { $0.info.group == .move }
  }

  private static let signs: [(sign: String, meaning: Message)] = [
    (">", Message("selected")), ("*", Message("starred by you")),
    ("o", Message("starred as maybe")), ("+", Message("to be watched later")),
    ("&", Message("on the plan that somebody has shared")),
    ("!", Message("starred and at the same time as another starred one")), ("~", Message("optional")),
    ("x", Message("cancelled")), ("?", Message("tentative")), ("•", Message("has notes")),
    ("±", Message("has changed")),
  ]

  private static let noteSigns: [(sign: String, meaning: Message)] = [
    ("[ ]", Message("an action that is open")), ("[x]", Message("one that is done, or a question that is answered")),
    ("=", Message("a decision")), ("?", Message("a question")), ("\"", Message("a quote")),
    ("+12:30", Message("minutes and seconds since the session began")),
  ]

  /// As far as it was tried.
  private static let kept: [(terminal: String, keys: [Key])] = [
    ("urxvt", [.alt("s"), .shiftWordLeft, .shiftWordRight]), ("st", [.shiftControlHome, .shiftControlEnd]),
    ("kitty", [.shiftWordLeft, .shiftWordRight, .shiftControlHome, .shiftControlEnd]),
    ("xfce4-terminal", [.function(1)]), ("GNU screen", [.control("a")]),
  ]

  private func choice(_ row: KeyTable.Row) -> Choice {
    Choice(
      row.info.words, detail: .data(keys(of: row.info)), reason: stack.reason(row.info.name, world, of: program),
      .run(row.info.name))
  }

  /// The keys that run a command from here; while a note is written, those of the panels come after the one that ends it.
  private func keys(of info: CommandInfo) -> String {
    func names(_ mode: KeyMode) -> [String] {
      world.keys.keys(of: info.name, in: mode).map { world.text(KeyTable.name(of: $0)) }
    }
    if !stack.desk.isWriting { return listed(names(.reading) + (info.group == .write ? names(.writing) : [])) }
    let own = names(.writing)
    if !own.isEmpty { return listed(own) }
    let leave = world.text(world.key("back", in: .writing))
    return listed(names(.reading).map { leave + " " + $0 })
  }

  // MARK: - The footer

  /// The hints that are due, in their order.
  func hints() -> [Footer.Hint] {
    var hints: [Footer.Hint] = []
    if let overlay = stack.overlays.last {
      hints += self.hints(of: overlay) { _ in true }
      if overlay.passing != nil { hints += self.hints(of: program) { $0.isHintKept } }
    } else {
      let desk = stack.desk
      hints += self.hints(of: desk[desk.focus]) { _ in true }
      if stack.mode == .reading {
        for slot in desk.slots { for face in slot.faces { hints += self.hints(of: face) { $0.isForAllPanels } } }
      }
      hints += self.hints(of: desk) { _ in true } + self.hints(of: Openers()) { _ in true }
      hints += self.hints(of: program) { _ in true }
      if stack.mode == .writing { hints.append(insteadOfAlt) }
    }
    // The focused view's own hints come first where another has the same.
    var first: [Footer.Hint] = []
    for hint in hints where !first.contains(where: { $0.keys == hint.keys }) { first.append(hint) }
    // Nobody is to be caught: the way back is always told, or else the way out.
    let ways: [CommandName] = ["back", "quit"]
    if let way = ways.first(where: { name in first.contains { $0.command == name } }) {
      for index in first.indices where first[index].command == way { first[index].staying = .longest }
    }
    return first.sorted { $0.rank < $1.rank }
  }

  /// The prefix for keyboards and terminals on which Alt is not to be had: before the marks where that is known.
  private var insteadOfAlt: Footer.Hint {
    let isAltTaken = (program as? App)?.isAltTaken ?? false
    let key = Shortcuts.insteadOfAlt
    return Footer.Hint(
      rank: isAltTaken ? 21 : 27, shown: [.init(name: world.text(KeyTable.name(of: [key])), act: .key(key))],
      words: world.text(Message("for Alt")))
  }

  private func hints(of owner: some CommandOwner, _ accepts: (CommandInfo) -> Bool) -> [Footer.Hint] {
    let mode = stack.mode
    return world.keys.rows(of: owner.owner).compactMap { row in
      guard let rank = row.info.rank, accepts(row.info),
        let key = row.info.keys[mode].first, owner.reason(row.index, world) == nil,
        let words = owner.hint(row.index, world)
      else { return nil }
      func shown(_ command: CommandName, _ keys: [Key]) -> Footer.Hint.Shown {
        .init(name: world.text(KeyTable.name(of: keys)), act: .command(command))
      }
      let before = row.info.hintAfter.flatMap { name in
        world.keys.keys(of: name, in: mode).first.map { shown(name, $0) }
      }
      return Footer.Hint(
        rank: rank, shown: [before, shown(row.info.name, key)].compactMap { $0 }, words: world.text(words),
        staying: row.info.isHintKept ? .kept : .least)
    }
  }
}
