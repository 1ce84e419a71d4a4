import Agenda
import Catalogue
import Cells

extension State {
  /// A key without a binding: text for the box that is open.
  mutating func type(_ key: Key) -> [Effect] {
    guard let overlay else {
      guard notebook != nil else { return typeInNote(key) }
      editWords { _ = $0.take(key) }
      return []
    }
    if case .choice(let box) = overlay, box.kind == .links { return typeNumber(key, box) }
    edit { _ = $0.take(key) }
    return []
  }

  /// Changes the typed text of the open box and what it shows for it.
  mutating func edit(_ change: (inout LineEditor) -> Void) {
    switch overlay {
    case .search(var box):
      let before = box.editor.characters
      change(&box.editor)
      if box.editor.characters != before { search(&box) }
      overlay = .search(box)
    case .choice(var box):
      let before = box.editor.characters
      change(&box.editor)
      if box.editor.characters != before { box.narrow(catalogue.folded) }
      overlay = .choice(box)
    case .noteFinder(var finder):
      let before = finder.editor.characters
      change(&finder.editor)
      overlay = .noteFinder(finder)
      if finder.editor.characters != before { find(with: finder) }
    case nil: break
    }
  }

  /// Digits choose a link as soon as no longer number can be meant; any other key closes the box and means itself.
  private mutating func typeNumber(_ key: Key, _ box: ChoiceBox) -> [Effect] {
    var box = box
    guard case .character(let character) = key else {
      edit { _ = $0.take(key) }
      return []
    }
    guard character.isASCII, character.isNumber else {
      overlay = nil
      return press(key)
    }
    _ = box.editor.take(key)
    let number = Int(box.editor.text) ?? 0
    guard number >= 1, number <= box.all.count else {
      overlay = nil
      message = Message(Words.noSuchLink(number), .warning)
      return [.bell]
    }
    box.narrow(catalogue.folded)
    overlay = .choice(box)
    return number * 10 > box.all.count ? runInOverlay(.open) : []
  }

  /// The commands that hold while a box is open.
  mutating func runInOverlay(_ command: Command) -> [Effect] {
    switch command {
    case .back, .interrupt:
      if case .noteFinder(let finder) = overlay { leaveMatch(finder) }
      overlay = nil
    case .open: return acceptOverlay()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .up: moveInOverlay(by: -1)
    case .down: moveInOverlay(by: 1)
    case .pageUp: moveInOverlay(by: -8)
    case .pageDown: moveInOverlay(by: 8)
    case .write, .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight,
      .selectUp, .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd, .newLine,
      .deleteBefore, .deleteAfter, .deleteWord, .undo, .redo, .cut, .copyText, .insertCut, .saveNotes,
      .stamp, .markAction, .markDecision, .markQuestion, .markQuote, .findInNote, .findNextInNote, .editExternally,
      .indent, .outdent:
      break
    case .left, .right, .timetable, .first, .last, .showAgenda, .showSession, .showBackground, .showDocuments,
      .showNotes, .nextPanel,
      .previousPanel, .zoom, .previousDay, .nextDay, .now, .star, .background, .aboutConference, .conferences, .people,
      .rooms,
      .parallel,
      .reachable, .filterKind,
      .filterPerson, .filterRoom, .filterTrack, .filterStarred, .clearFilters, .find, .nextMatch, .previousMatch,
      .nextClash, .previousLink,
      .nextLink, .links, .copy, .ownZone, .palette, .help, .mouse, .quit,
      .allNotes, .actionList, .tick, .report:
      break
    }
    return []
  }

  mutating func moveInOverlay(by rows: Int) {
    switch overlay {
    case .search(var box):
      box.selected = min(max(box.selected + rows, 0), max(0, box.hits.count - 1))
      overlay = .search(box)
    case .choice(var box):
      box.move(by: rows)
      overlay = .choice(box)
    case .noteFinder(let finder):
      if !finder.editor.text.isEmpty { findAgain(finder.editor.text, backwards: rows < 0) }
    case nil: break
    }
  }

  /// Enter in a box.
  mutating func acceptOverlay() -> [Effect] {
    switch overlay {
    case .search(let box):
      accept(box)
      return []
    case .noteFinder(let finder):
      accept(finder)
      return []
    case .choice(let box):
      let choice = box.selectedChoice
      // An explanation is there to be read.
      if choice?.action == .nothing { return [] }
      overlay = nil
      switch choice?.action {
      case .run(let command): return run(command)
      case .keepKind(let kind): keep(kind: kind)
      case .keepPerson(let person, let name): keep(person: person, name: name)
      case .keepRoom(let room, let name): keep(room: room, name: name)
      case .keepTrack(let track, let name): keep(track: track, name: name)
      case .follow(let destination): return follow(destination)
      case .keepMark(let kind): changeNotebook { $0.kind = kind }
      case .keepMarksOf(let person): changeNotebook { $0.person = person }
      case .openConference(let path): return [.openConference(path)]
      case .name(let person): return name(person)
      case .nothing, nil: break
      }
      return []
    case nil: return []
    }
  }

  // What the boxes offer

  func paletteBox() -> ChoiceBox {
    let commands = Command.allCases.filter { $0 != .palette && $0 != .interrupt }
    return ChoiceBox(kind: .palette, choices: commands.map(choice))
  }

  func helpBox() -> ChoiceBox {
    var choices: [ChoiceBox.Choice] = []
    // Who writes looks for what can be done while writing.
    let groups = editor == nil ? Command.Group.allCases : [.write] + Command.Group.allCases.filter { $0 != .write }
    for group in groups {
      choices.append(ChoiceBox.Choice(Words.name(group), action: .nothing))
      choices += Command.allCases.filter { $0.group == group }.map(choice)
    }
    choices.append(ChoiceBox.Choice(Words.signsHeading, action: .nothing))
    choices += Words.signs.map { ChoiceBox.Choice($0.meaning, detail: $0.sign, action: .nothing) }
    if !tracks.isEmpty {
      choices.append(ChoiceBox.Choice(Words.tracksHeading, action: .nothing))
      choices += tracks.map { ChoiceBox.Choice($0.name, detail: $0.sign, action: .nothing) }
    }
    choices.append(ChoiceBox.Choice(Words.noteSignsHeading, action: .nothing))
    choices += Words.noteSigns.map { ChoiceBox.Choice($0.meaning, detail: $0.sign, action: .nothing) }
    return ChoiceBox(kind: .help, choices: choices)
  }

  private func choice(_ command: Command) -> ChoiceBox.Choice {
    ChoiceBox.Choice(
      Words.help(command), detail: keys(of: command), action: .run(command),
      reason: unavailable(command).map(Words.reason))
  }

  /// The keys that run a command from here; while a note is written, those of the panels come after the one that ends it.
  private func keys(of command: Command) -> String {
    func names(in context: Context) -> [String] { KeyTable.keys(of: command, in: context).map(Key.name(of:)) }
    if editor == nil {
      return names(in: command.group == .write ? [.panels, .writing] : .panels).joined(separator: ", ")
    }
    let own = names(in: .writing)
    if !own.isEmpty { return own.joined(separator: ", ") }
    let leave = KeyTable.keys(of: .back, in: .writing).first.map(Key.name(of:)) ?? ""
    return names(in: .panels).map { leave + " " + $0 }.joined(separator: ", ")
  }
}
