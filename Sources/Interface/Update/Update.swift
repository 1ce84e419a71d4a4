import Agenda
import Catalogue
import Cells

/// Takes one event into the state and returns what the world outside has to do for it.
///
/// It reads nothing but its arguments and the immutable catalogue, so the same event in the same state always gives the
/// same result.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  let effects: [Effect]
  let selected = state.agenda.selectedRow?.id
  switch event {
  case .input(.key(let key)):
    state.message = nil
    effects = state.press(key)
  case .input(.paste(let text)):
    effects = []
    state.paste(text)
  case .input(.mouse(let action)):
    state.message = nil
    effects = state.point(action)
  case .input(.resize(let size)):
    effects = []
    state.size = size
  case .time(let now):
    effects = []
    state.clock.now = now
    state.refreshRunning()
  case .pause:
    effects = []
    state.isPreviewDue = false
  case .notes(let notes):
    effects = []
    state.take(notes: notes)
  case .ownZone(let zone):
    effects = []
    state.ownZone = zone
    state.message =
      zone.map { Message(Words.ownTimes($0.transition(at: state.clock.now).abbreviation)) }
      ?? Message(Words.noOwnZone, .warning)
  case .planNotSaved(let why):
    effects = []
    state.message = Message(Words.planNotSaved(why), .warning)
  case .addressOpened(let url, let isOpen):
    effects = []
    state.message = Message(isOpen ? Words.opened(url) : Words.addressCopied(url))
  case .notice(let text):
    effects = []
    state.message = Message(text, .warning)
  case .noteOpened(let target, let text), .noteReplaced(let target, let text, _):
    effects = []
    state.take(note: text, of: target)
  case .noteSafety:
    effects = []
  case .noteTrouble(let words):
    effects = []
    state.trouble = words
  }
  state.deferPreview(for: event, selectedBefore: selected)
  state.settle()
  return effects
}

extension State {
  /// Lets the session's text wait where a key has moved the selection and the agenda keeps the focus.
  fileprivate mutating func deferPreview(for event: Event, selectedBefore: String?) {
    guard case .input(let input) = event else { return }
    guard case .key = input, defersPreview, focus == .agenda, overlay == nil else {
      isPreviewDue = false
      return
    }
    if agenda.selectedRow?.id != selectedBefore { isPreviewDue = true }
  }

  /// The context in which a key is pressed now.
  var context: Context {
    if overlay != nil { return .typing }
    switch focus {
    case .agenda: return .agenda
    case .session: return .page
    case .background: return background.open == nil ? .list : .page
    case .documents: return documents.open == nil ? .list : .page
    case .notes: return .notes
    }
  }

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
      if case .alt(let character) = key { return press(.escape) + press(.character(character)) }
      return type(key)
    }
  }

  /// Pasted text goes where text is typed and is never taken as commands.
  mutating func paste(_ text: String) {
    pendingKeys = []
    guard overlay != nil else {
      message = Message(Words.pasteIgnored)
      return
    }
    edit { $0.insert(text) }
  }

  /// Runs a command, or says why it cannot run.
  mutating func run(_ command: Command) -> [Effect] {
    if overlay != nil, context == .typing { return runInOverlay(command) }
    if isPreviewDue, !command.isMove {
      // Links and background are those of the session that is selected, not of the one that is still to be seen.
      isPreviewDue = false
      settle()
    }
    if let reason = unavailable(command) {
      message = Message(Words.reason(reason))
      return command == .back ? [] : [.bell]
    }
    switch command {
    case .up: move(by: -1)
    case .down: move(by: 1)
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
    case .back: goBack()
    case .star: return toggleStar()
    case .background: showBackground()
    case .aboutConference: follow(.conference)
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
