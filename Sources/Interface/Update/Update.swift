import Agenda
import Catalogue
import Cells
import Notes

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
    effects = state.paste(text)
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
  case .noteOpened(let target, let text):
    effects = state.take(opened: target, text)
  case .noteReplaced(let target, let text, let change):
    effects = []
    state.take(replaced: target, text, change)
  case .reportWritten(let path, let shown):
    effects = [.copy(path)]
    state.message = Message(Words.reportWritten(shown))
  case .noteSafety(let target, let safety):
    effects = []
    state.take(safety, of: target)
  case .conferences(let entries):
    effects = []
    state.offer(entries)
  case .clockRead(let now):
    effects = state.take(stamp: now)
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
    if overlay != nil || notebook?.isTyping == true { return .typing }
    if notebook != nil { return .gathering }
    if editor != nil { return .writing }
    switch focus {
    case .agenda: return isTimetable ? .timetable : .agenda
    case .session: return .page
    case .background: return background.open == nil ? .list : .page
    case .documents: return documents.open == nil ? .list : .page
    case .notes: return .notes
    }
  }
}
