import Cells
import Messages

extension App: CommandOwner {
  static let commands: [Command<App>] = [
    Command(
      "palette", .program, Message("Choose from all commands"),
      Shortcuts([":", .control("p")], writing: [.control("p")]), hint: Command.Hint(80, Message("all"), isKept: true)
    ) { _, _ in [.open(.palette)] },
    Command(
      "help", .program, Message("Show the keys and what they do"),
      Shortcuts(["?", .function(1)], writing: [.function(1)]), hint: Command.Hint(90, Message("help"), isKept: true)
    ) { _, _ in [.open(.help)] },
    Command("conferences", .program, Message("Open another conference"), Shortcuts(["C"])) { _, _ in
      [.effect(.listConferences)]
    },
    Command("mouse", .program, Message("Let the terminal select text: mouse off, or on again"), Shortcuts(["m"])) {
      app, world in
      app.isMouseOn.toggle()
      let words =
        app.isMouseOn
        ? Message("Mouse on")
        : Message("Mouse off: the terminal selects text. %s turns it on again", world.key("mouse"))
      return [.say(words), .effect(.setMouse(app.isMouseOn))]
    },
    Command("redraw", .program, Message("Draw the screen anew"), .everywhere(.control("l"))) { _, _ in
      [.effect(.redraw)]
    },
    Command("suspend", .program, Message("Suspend Plenary and return to the shell"), .everywhere(.control("z"))) {
      _, _ in [.effect(.suspend)]
    },
    Command(
      "interrupt", .program, Message("Close what is open; in the agenda, quit"), .everywhere(.control("c"))
    ) { app, _ in app.reason("back") == nil ? [.run("back")] : [.effect(.quit)] },
    Command("quit", .program, Message("Quit"), Shortcuts(["q"]), hint: Command.Hint(95, Message("quit"))) { _, _ in
      [.effect(.quit)]
    },
  ]

  // MARK: - All commands

  /// All commands to choose from.
  func paletteOffer() -> Offer {
    let rows = world.keys.commands.sorted { $0.info.group.rawValue < $1.info.group.rawValue }
    return Offer(
      Message("All commands"), prompt: Message("Run: "), act: Message("run"),
      rows.filter { $0.info.name != "palette" && $0.info.name != "interrupt" }.map(choice))
  }

  /// The commands under their headings, and what the signs mean.
  func helpOffer() -> Offer {
    var choices: [Choice] = []
    // Who writes looks for what can be done while writing.
    let groups = CommandGroup.allCases
    let rows = world.keys.commands
    for group in desk.isWriting ? [.write] + groups.filter({ $0 != .write }) : groups {
      choices.append(.heading(group.words))
      choices += rows.filter { $0.info.group == group }.map(choice)
    }
    choices.append(.heading(Message("Signs in the agenda")))
    choices += App.signs.map { Choice($0.meaning, detail: .data($0.sign)) }
    if !world.tracks.isEmpty {
      choices.append(.heading(Message("Tracks")))
      choices += world.tracks.map { Choice(.data($0.name), detail: .data($0.sign)) }
    }
    choices.append(.heading(Message("Signs in notes")))
    choices += App.noteSigns.map { Choice($0.meaning, detail: .data($0.sign)) }
    return Offer(Message("Help"), prompt: Message("Search help: "), act: Message("run"), choices)
  }

  private static let signs: [(sign: String, meaning: Message)] = [
    (">", Message("selected")), ("*", Message("starred by you")),
    ("!", Message("starred and at the same time as another starred one")), ("~", Message("optional")),
    ("x", Message("cancelled")), ("?", Message("tentative")), ("•", Message("has notes")),
  ]

  private static let noteSigns: [(sign: String, meaning: Message)] = [
    ("[ ]", Message("an action that is open")), ("[x]", Message("one that is done, or a question that is answered")),
    ("=", Message("a decision")), ("?", Message("a question")), ("\"", Message("a quote")),
    ("+12:30", Message("minutes and seconds since the session began")),
  ]

  private func choice(_ row: KeyTable.Row) -> Choice {
    Choice(row.info.words, detail: .data(keys(of: row.info)), reason: reason(row.info.name), .run(row.info.name))
  }

  /// The keys that run a command from here; while a note is written, those of the panels come after the one that ends it.
  private func keys(of info: CommandInfo) -> String {
    func names(_ mode: KeyMode) -> [String] {
      world.keys.keys(of: info.name, in: mode).map { world.text(KeyTable.name(of: $0)) }
    }
    if !desk.isWriting { return listed(names(.reading) + (info.group == .write ? names(.writing) : [])) }
    let own = names(.writing)
    if !own.isEmpty { return listed(own) }
    let leave = world.text(world.key("back", in: .writing))
    return listed(names(.reading).map { leave + " " + $0 })
  }

  // MARK: - The footer

  /// The hints that are due, in their order.
  var hints: [Footer.Hint] {
    let mode = mode
    var hints: [Footer.Hint] = []
    func add(_ owner: some CommandOwner, onlyKept: Bool = false, accepts: (CommandInfo) -> Bool = { _ in true }) {
      for row in world.keys.rows where row.owner == owner.owner {
        guard let rank = row.info.rank, !onlyKept || row.info.isHintKept, accepts(row.info),
          let key = row.info.keys[mode].first, owner.reason(row.index, world) == nil,
          let words = owner.hint(row.index, world)
        else { continue }
        let names = [row.info.hintAfter.flatMap { world.keys.keys(of: $0, in: mode).first }, key]
        hints.append(
          Footer.Hint(
            rank: rank, keys: listed(names.map { $0.map { world.text(KeyTable.name(of: $0)) } ?? "" }, by: " "),
            words: world.text(words), isKept: row.info.isHintKept))
      }
    }
    if let overlay = overlays.last {
      add(overlay)
      if overlay.passing != nil { add(self, onlyKept: true) }
    } else {
      add(desk[desk.focus])
      if mode == .reading {
        for slot in desk.slots { for face in slot.faces { add(face) { $0.isForAllPanels } } }
      }
      add(desk)
      add(self)
    }
    // The focused view's own hints come first where another has the same.
    var seen: Set<String> = []
    return hints.filter { seen.insert($0.keys).inserted }.sorted { $0.rank < $1.rank }
  }
}
