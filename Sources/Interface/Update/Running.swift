import Agenda
import Catalogue
import Cells
import Notes

// From a key to its command, and from the command to what it does.
extension State {
  mutating func press(_ key: Key) -> [Effect] {
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch KeyTable.meaning(of: keys, in: context) {
    case .command(let command): return run(command)
    case .prefix:
      pendingKeys = keys
      return []
    case .nothing:
      // A key that does not continue a prefix ends it and means what it means by itself; one that cancels has done it.
      if keys.count > 1 { return key == .escape || key == .control("c") ? [] : press(key) }
      // Esc and a key at once look like Alt and that key; where Alt means nothing, they are what was pressed.
      if case .alt(let character) = key, context != .writing { return press(.escape) + press(.character(character)) }
      return type(key)
    }
  }

  /// Pasted text goes where text is typed and is never taken as commands.
  mutating func paste(_ text: String) -> [Effect] {
    pendingKeys = []
    if overlay == nil, notebook?.isTyping == true {
      editWords { $0.insert(text) }
      return []
    }
    if overlay == nil, notebook == nil, editor != nil { return change { $0.insert(text, as: .whole) } }
    guard overlay != nil else {
      message = Message(Words.pasteIgnored)
      return []
    }
    edit { $0.insert(text) }
    return []
  }

  /// Runs a command, or says why it cannot run.
  mutating func run(_ command: Command) -> [Effect] {
    if overlay != nil, context == .typing { return runInOverlay(command) }
    if let effects = runInNotebook(command) { return effects }
    if isPreviewDue, !command.isMove {
      // Links and background are those of the session that is selected, not of the one that is still to be seen.
      isPreviewDue = false
      settle()
    }
    if let reason = unavailable(command) {
      message = Message(Words.reason(reason))
      return command == .back ? [] : [.bell]
    }
    if editor != nil, let (move, isSelecting) = KeyTable.moves[command] {
      editor?.move(move, selecting: isSelecting)
      return []
    }
    switch command {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .left: moveInTimetable(.left)
    case .right: moveInTimetable(.right)
    case .timetable: toggleTimetable()
    case .pageUp: move(by: -pageLength)
    case .pageDown: move(by: pageLength)
    case .first: moveToEnd(first: true)
    case .last: moveToEnd(first: false)
    case .showAgenda: choose(.agenda)
    case .showSession: choose(.session)
    case .showBackground: choose(.background)
    case .showDocuments: choose(.documents)
    case .showNotes: choose(.notes)
    case .nextPanel: choose(focus.next)
    case .previousPanel: choose(focus.previous)
    case .zoom: isZoomed.toggle()
    case .previousDay: show(day: agenda.day - 1)
    case .nextDay: show(day: agenda.day + 1)
    case .now: goToNow(isFirst: false)
    case .open: return open()
    case .back where editor != nil: return finishWriting()
    case .back: goBack()
    case .star: return toggleStar()
    case .background: showBackground()
    case .aboutConference: follow(.conference)
    case .conferences: return [.listConferences]
    case .people: openPeople()
    case .rooms: openRooms()
    case .parallel: visitParallel()
    case .reachable: follow(.reachable)
    case .previousLink: selectLink(by: -1)
    case .nextLink: selectLink(by: 1)
    case .links: openLinks()
    case .copy: return copySelected()
    case .ownZone: return toggleOwnZone()
    case .find: overlay = .search(SearchBox())
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .filterKind: chooseKind()
    case .filterPerson: choosePerson()
    case .filterRoom: chooseRoom()
    case .filterTrack: chooseTrack()
    case .filterStarred: setStarredOnly(!agenda.starredOnly)
    case .clearFilters: clearFilters()
    case .nextClash: goToNextClash()
    case .allNotes: openNotebook(nil)
    case .actionList: openNotebook(.action)
    case .tick: break
    case .report: return [.writeReport]
    case .write: return startWriting()
    case .stamp: return [.readClock]
    case .markAction: return mark(.action)
    case .markDecision: return mark(.decision)
    case .markQuestion: return mark(.question)
    case .markQuote: return mark(.quote)
    case .findInNote: startFindingInNote()
    case .findNextInNote: findAgain(noteQuery)
    case .editExternally: return editor.map { [.editExternally($0.target)] } ?? []
    case .indent: return change { $0.indent() }
    case .outdent: return change { $0.outdent() }
    case .newLine: return change { $0.newLine() }
    case .deleteBefore: return change { $0.deleteBefore() }
    case .deleteAfter: return change { $0.deleteAfter() }
    case .deleteWord: return change { $0.deleteWord() }
    case .undo: return change { $0.undo() }
    case .redo: return change { $0.redo() }
    case .cut: return cut()
    case .copyText: return copyFromNote()
    case .insertCut: return change { [text = cutText] in $0.insert(text, as: .whole) }
    case .saveNotes: return [.saveNotes]
    // They are moves of the caret and have been done above.
    case .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight, .selectUp,
      .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd:
      break
    case .palette: overlay = .choice(paletteBox())
    case .help: overlay = .choice(helpBox())
    case .mouse: return toggleMouse()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return interrupt()
    case .quit: return [.quit]
    }
    return []
  }

  /// Ctrl-C: cancels what is open, then quits.
  private mutating func interrupt() -> [Effect] {
    if editor != nil { return finishWriting() }
    guard unavailable(.back) == nil else { return [.quit] }
    goBack()
    return []
  }

  private mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    message = Message(isMouseOn ? Words.mouseOn : Words.mouseOff)
    return [.setMouse(isMouseOn)]
  }

  private mutating func toggleOwnZone() -> [Effect] {
    guard ownZone != nil else { return [.loadOwnZone] }
    ownZone = nil
    message = Message(Words.venueTimes)
    return []
  }

  private mutating func copySelected() -> [Effect] {
    if let link = selectedLink, case .address(let url) = link.destination {
      message = Message(Words.addressCopied(url))
      return [.copy(url)]
    }
    guard let row = agenda.selectedRow else { return [] }
    let place = listed([row.room, row.place])
    let text = listed([row.title, times.full(row), place], by: "\n")
    message = Message(Words.copiedText(row.title))
    return [.copy(text)]
  }
}
