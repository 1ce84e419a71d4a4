import Agenda
import Messages
import Notes

// What has happened to notes, and the note that is written.
extension App {
  /// A note that has been asked for, to be written once its text is there.
  struct Opening {
    var subject: Subject
    var line: Int?
    var paragraph: ParagraphSelector?
    var origin: Panel
    var wasZoomed: Bool
  }

  /// What was cut and what was looked for in the note that was written last.
  struct Clipboard {
    var cut = ""
    var query = ""
  }

  /// What has happened to notes.
  mutating func reactToNotes(_ event: Event) -> [Effect] {
    switch event {
    case .notes(let notes):
      world.notes.replace(notes, in: world.catalogue)
      if !world.news.removed.isEmpty { showRemoved() }
    case .colleagues(let notes): world.notes.replace(colleagues: notes)
    case .noteOpened(let subject, let text):
      world.notes.update(subject, text, in: world.catalogue)
      if stack.desk.isWriting, stack.desk[.notes].topic(world) == .note(subject) { return tellWriting(event) }
      return startWriting(subject, text)
    case .noteReplaced(let subject, let text, let change):
      world.notes.update(subject, text, in: world.catalogue)
      if let words = change.words { status.message = words }
      return tellWriting(event)
    case .noteForgotten(let subject): return forget(subject, event)
    case .noteSafety(let subject, let safety):
      world.notes.setSafety(safety, of: subject, isQuiet: world.isTyping)
      return tellWriting(event)
    case .noteRule(let subject, let rule): world.notes.rules[subject] = rule
    case .clockRead(let now):
      world.clock.now = now
      return tellWriting(event)
    case .noteTrouble(let words): status.trouble = words
    case .documentVersions(let versions): world.notes.setVersions(versions)
    case .input, .time, .pause, .ownZone, .planNotSaved, .addressOpened, .notice, .reportWritten, .conferences,
      .namesInDoubt, .agendaNews, .agendaAcknowledged, .plan, .reminded, .agendaBroken, .lookEnded, .updateAsks,
      .conferencesListed, .conferenceBrought, .conferenceNotBrought, .notCopied, .nothingToPaste, .noticesRead:
      break
    }
    return []
  }

  /// Nothing of a note is shown, found, undone or put in again any more.
  private mutating func forget(_ subject: Subject, _ event: Event) -> [Effect] {
    let title = world.title(ofNoteOn: subject)
    world.notes.update(subject, "", in: world.catalogue)
    world.notes.index(in: world.catalogue)
    world.trail = nil
    // What was cut may be of this note.
    clipboard = Clipboard()
    let effects = tellWriting(event)
    // What lists notes or asks about them has been made of what they were.
    while !stack.overlays.isEmpty { stack.pop() }
    status.message = StatusMessage(Message("The note on %s was forgotten", title), .warning)
    return effects
  }

  private mutating func tellWriting(_ event: Event) -> [Effect] {
    guard stack.desk.isWriting else { return [] }
    let outcomes = stack.desk.change(.notes) { [world] in $0.receive(event, world) }
    return perform(outcomes, from: .panel(.notes))
  }

  private mutating func startWriting(_ subject: Subject, _ text: String) -> [Effect] {
    guard let opening, opening.subject == subject else { return [] }
    self.opening = nil
    var view = editor(subject, text: text)
    let outcomes = view.begin(
      world.rule(of: subject), line: opening.line, paragraph: opening.paragraph)
    stack.desk.cover(with: view, from: opening.origin, wasZoomed: opening.wasZoomed)
    let effects = perform(outcomes, from: .panel(.notes))
    guard opening.paragraph != nil else { return effects }
    // What is written about stays in sight beside it.
    let later = settle()
    stack.desk.keepReadInSight()
    return effects + later
  }

  /// The note is written no more.
  mutating func closeNote(isReturning: Bool) -> [Effect] {
    clipboard = clipboardOfEditor() ?? clipboard
    return perform(stack.desk.uncover(isReturning: isReturning, world), from: .panel(.notes))
  }
}
