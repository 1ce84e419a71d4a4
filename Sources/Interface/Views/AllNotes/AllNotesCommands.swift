import Cells
import Messages
import Notes

extension AllNotesView: Movable {
  var pageLength: Int { max(1, places.list.height - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    list.select(row: isFirst ? 1 : list.rows.count - 1)
    return []
  }

  static var place: Message? { Message("in all notes") }

  static func absence(_ keys: KeyTable) -> Message {
    Message("Only actions and questions can be ticked: %s shows all actions", keys.name(of: "actionList"))
  }

  static let openers: [Command<Openers>] = [
    Command("allNotes", .gather, Message("Show all notes of the conference"), Shortcuts(["a"])) { _, world in
      [.open(AllNotesView(kind: nil, at: world.noteSubject))]
    },
    Command("actionList", .gather, Message("Show all actions, to tick them"), Shortcuts(["A"])) { _, world in
      [.open(AllNotesView(kind: .action, at: world.noteSubject))]
    },
  ]

  static let commands: [Command<AllNotesView>] =
    rowCommands() + endCommands() + [
      .open(Command.Hint(10) { view, _ in view.isTyping ? Message("show these") : Message("go there") }) {
        view, world in
        guard view.isTyping else { return view.goToSelected() }
        view.endTyping(keepingWords: true, world)
        return []
      },
      .back(Command.Hint(15) { view, _ in view.isTyping ? Message("all words again") : Message("close") }) {
        view, world in
        guard view.isTyping else { return [.close] }
        view.endTyping(keepingWords: false, world)
        return []
      },
      Command(
        "tick", .gather, Message("Tick an action or a question, or take the tick away"), Shortcuts(["x"]),
        hint: reading(20, Message("tick")) { $0.list.selectedMark?.tick != nil && $0.list.selectedNote?.author == "" },
        unless: { view, world in
          guard view.list.selectedMark?.tick != nil else { return absence(world.keys) }
          let author = view.list.selectedNote?.author ?? ""
          return author.isEmpty ? nil : Message("Only %s can tick this", author)
        }
      ) { view, _ in view.tickSelected() },
      Command(
        "nextPanel", .move, Message("Go to the next panel"), Shortcuts([.tab]), hint: reading(30, Message("marks"))
      ) { view, world in
        view.changeKind(by: 1, world)
        return []
      },
      Command("previousPanel", .move, Message("Go to the panel before"), Shortcuts([.backtab])) { view, world in
        view.changeKind(by: -1, world)
        return []
      },
      Command("previousDay", .move, Message("Show the day before"), Shortcuts(["["])) { view, world in
        view.changeDay(by: -1, world)
        return []
      },
      Command(
        "nextDay", .move, Message("Show the next day"), Shortcuts(["]"]),
        hint: reading(40, Message("day"), after: "previousDay")
      ) { view, world in
        view.changeDay(by: 1, world)
        return []
      },
      Command(
        "find", .find, Message("Search sessions, background, documents and notes"), Shortcuts(["/"]),
        hint: reading(50, Message("words"))
      ) { view, _ in
        view.startTyping()
        return []
      },
      Command("filterKind", .find, Message("Show only one kind of session"), .sequences(["f", "k"])) { view, _ in
        [.offer(view.offerKinds())]
      },
      Command(
        "filterPerson", .find, Message("Show only one person's sessions"), .sequences(["f", "p"]),
        hint: reading(60, Message("person"))
      ) { view, _ in [.offer(view.offerPeople())] },
      Command(
        "clearFilters", .find, Message("Show all sessions again"), .sequences(["f", "c"]),
        unless: { view, _ in view.list.isFiltered ? nil : Message("No filter is set") }
      ) { view, world in
        view.narrow(world) { ($0.kind, $0.day, $0.person, $0.words) = (nil, nil, nil, InputLine()) }
        return []
      },
      Command("allNotes", .gather, Message("Show all notes of the conference"), Shortcuts(["a"])) { view, world in
        view.narrow(world) { $0.kind = nil }
        return []
      },
      Command("actionList", .gather, Message("Show all actions, to tick them"), Shortcuts(["A"])) { view, world in
        view.narrow(world) { $0.kind = .action }
        return []
      },
      Command("copy", .read, Message("Copy title, time and place, or the selected address"), Shortcuts(["y"])) {
        view, _ in view.copySelected()
      },
      Command(
        "report", .gather, Message("Write a report of all notes to a file"), Shortcuts(["R"]),
        hint: reading(70, Message("report")),
        unless: { _, world in world.notes.texts.isEmpty ? Message("There are no notes yet") : nil }
      ) { _, _ in [.effect(.writeReport)] },
      Command(
        "write", .write, Message("Write a note on what is read"), Shortcuts(["e"]),
        unless: { view, _ in view.list.selectedRow == nil ? Message("There are no notes yet") : nil }
      ) { view, _ in view.writeSelected() },
    ]

  /// A hint that is due while nothing is typed.
  private static func reading(
    _ rank: Int, _ words: Message, after: CommandName? = nil,
    if isDue: @escaping @Sendable (AllNotesView) -> Bool = { _ in true }
  ) -> Command<AllNotesView>.Hint {
    Command.Hint(rank, words, after: after) { view, _ in !view.isTyping && isDue(view) }
  }
}
