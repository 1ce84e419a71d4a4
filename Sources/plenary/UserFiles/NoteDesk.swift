import Agenda
import Catalogue
import Files
import Interface
import Messages
import Notes
import Terminal

/// Carries notes between the interface and their store.
final class NoteDesk {
  /// Milliseconds that the way out waits for a disk: whoever closes a terminal expects the program to be gone.
  private static let patience: Int64 = 800

  private let store: NoteStore
  /// Paths of files of forgotten notes that the user has been told of.
  private var told: Set<String> = []
  /// What notes are about, as it was last seen.
  var remembered: [Subject: NoteSubject] = [:]
  /// What may be told of these notes.
  var confidence: ([NoteText]) -> Confidence

  init(files: NoteFiles, conference id: String, confidence: @escaping ([NoteText]) -> Confidence) {
    self.confidence = confidence
    store = NoteStore(files: files, places: JournalPlaces(conference: id, environment: Environment.value))
  }

  /// Each can be read when there is something to `attend` to.
  var descriptors: [Int32] { store.descriptors }
  /// When `attend` has something to do by itself, on the loop's clock.
  var deadline: Int64? { store.deadline }

  func open(_ target: Subject) -> [Event] {
    do {
      return [.noteOpened(target, try store.open(target))]
    } catch {
      return [.notice(error.message)]
    }
  }

  /// Changes a note; what is changed is kept by the next `commit`.
  func edit(_ target: Subject, _ edit: NoteEdit) -> [Event] {
    store.edit(target, edit) ? [] : open(target) + [.notice(NoteDesk.editRefused)]
  }

  /// Keeps what was edited since the last time, before it is shown.
  func commit() -> [Event] { events(store.commit(now: EventLoop.now)) }

  func attend() -> [Event] { events(store.attend(now: EventLoop.now)) }

  /// Begins to put everything into its files.
  func save() -> [Event] {
    let kept = commit()
    store.save(now: EventLoop.now)
    return kept + attend()
  }

  /// Puts everything into its files and waits for it, a moment at most; the words are what is not safe, if anything.
  func finish() -> (events: [Event], endangered: Message?) {
    let (news, endangered) = store.finish(now: { EventLoop.now }, within: NoteDesk.patience)
    return (
      events(news),
      endangered.isEmpty
        ? nil : Message("A note could not be saved", "%d notes could not be saved", count: endangered.count)
    )
  }

  /// Why a note is kept and not in its file, after `finish`; nil where all is well.
  var unwritten: Message? { store.unwritten?.message }

  /// The path of a note for the user's own editor, with everything in its file; the words are why it cannot be had.
  func pathForEditing(_ target: Subject) -> (events: [Event], path: String?) {
    let (events, endangered) = finish()
    if let endangered { return (events + [.notice(endangered)], nil) }
    do {
      return (events, try store.pathForEditing(target))
    } catch {
      return (events + [.notice(error.message)], nil)
    }
  }

  /// Takes over what the user's own editor has left in a note's file.
  func edited(_ target: Subject) -> [Event] { events(store.edited(target, now: EventLoop.now)) }

  /// What earlier runs have left unfinished, put into the notes.
  func recover() -> [Event] {
    let recovered = events(store.recover(now: EventLoop.now))
    let count = recovered.count { if case .noteReplaced = $0 { true } else { false } }
    return recovered
      + (count > 1
        ? [
          .notice(
            Message(
              "%d note was recovered as you last saw it", "%d notes were recovered as you last saw them", count: count))
        ] : [])
  }

  /// Every note as it is now, and what could not be read.
  func all() -> (notes: [Event.Note], problems: [FileError]) {
    let (found, problems) = texts()
    let confidence = confidence(found)
    // A file with a name that is not the note's own cannot be opened by its target.
    let notes = found.filter { !$0.isMisnamed }.map { note in
      Event.Note(
        target: note.target, text: note.text, title: remembered[note.target]?.title,
        rule: confidence.finding(for: note).rule)
    }
    return (notes, problems)
  }

  func texts() -> (notes: [NoteText], problems: [FileError]) { store.all(known: Array(remembered.keys)) }

  /// Files of forgotten notes that have come back, each told once.
  func returned() -> [Event] {
    let found = store.returned(known: Array(remembered.keys))
    defer { told = Set(found.map(\.path)) }
    return found.filter { !told.contains($0.path) }.map { .notice(.returned($0)) }
  }

  /// What is known of notes without their text: what may be in files and journals of one.
  func forget(
    _ target: Subject, text: String, at now: Instant, shared: SharedFolder?
  ) throws(FileError) -> (events: [Event], result: Forgetting.Result) {
    let forgetting = Forgetting(files: store.files, places: store.places, shared: shared)
    // Other windows let go of it by themselves, and this one at once.
    let result = try forgetting.run(target, text: text, known: Array(remembered.keys), at: now, within: 0)
    return (attend(), result)
  }

  /// Whether a note has been opened, so that its file may be written at any time.
  func isOpen(_ target: Subject) -> Bool { store.isOpen(target) }

  /// Ticks a mark, or takes the tick away, in the note as it is now.
  func tick(_ target: Subject, _ mark: NoteMark) -> [Event] {
    do {
      let marks = NoteMark.all(in: try store.open(target)).filter { found in
        found.kind == mark.kind && found.isTicked == mark.isTicked && found.person.shown == mark.person
          && found.text.shown == mark.text
      }
      let same = marks.first { $0.lines.lowerBound == mark.lines.lowerBound } ?? marks.first
      guard let edit = same?.tick, store.edit(target, edit) else {
        return open(target) + [.notice(NoteDesk.editRefused)]
      }
      return open(target)
    } catch {
      return [.notice(error.message)]
    }
  }

  /// Makes a note say what may be told of it: this and nothing else, or where the line is to be kept only, this at least.
  func say(_ rule: Session.Attribution, of target: Subject, isKept: Bool) -> [Event] {
    do {
      let text = try store.open(target)
      let edits =
        isKept
        ? RuleLine.edits(keeping: rule, in: text) : text.isEmpty ? [] : RuleLine.edits(setting: rule, in: text)
      for edit in edits { store.edit(target, edit) }
      return edits.isEmpty ? [] : commit() + open(target)
    } catch {
      return [.notice(error.message)]
    }
  }

  /// Leaves one of two contradicting texts in the note as it is now, or both.
  func resolve(_ target: Subject, _ conflict: NoteConflict, _ choice: NoteConflict.Choice) -> [Event] {
    do {
      let text = try store.open(target)
      let all = NoteConflict.all(in: text).filter { $0.shown == conflict.shown }
      guard
        let same = all.min(by: {
          abs($0.range.lowerBound - conflict.range.lowerBound)
            < abs($1.range.lowerBound - conflict.range.lowerBound)
        }),
        store.edit(target, same.edit(choice, in: text))
      else { return open(target) + [.notice(NoteDesk.editRefused)] }
      return open(target)
    } catch {
      return [.notice(error.message)]
    }
  }

  /// Ends: what is in its file needs no journal any more.
  func close() { store.close() }

  private func events(_ news: [NoteNews]) -> [Event] {
    var needsList = false
    let told: [Event] = news.compactMap { news in
      switch news {
      case .safety(let target, let safety): return .noteSafety(target, safety)
      case .replaced(let target, let text, let change): return .noteReplaced(target, text, change)
      case .trouble(let trouble): return .noteTrouble(trouble.map(\.message))
      case .filesChanged:
        needsList = true
        return nil
      case .forgotten(let target):
        needsList = true
        return .noteForgotten(target)
      }
    }
    guard needsList else { return told }
    // The list first: what is said of a note that was forgotten stays.
    return [.notes(all().notes)] + told + returned()
  }

  private static let editRefused = Message("This note has changed meanwhile; here it is as it is now")
}

extension NoteTrouble {
  /// What is wrong with keeping notes, the most important first.
  fileprivate var message: Message {
    switch self {
    case .notKept(let error): Message("NOT SAVED, and only this screen has it: %s", error.message)
    case .fileNotWritten(_, let error):
      Message("Notes are kept, but not written to their file: %s", error.message)
    case .journalMoved(let path, let error):
      Message("Notes are kept in another place for now: %s; it is %s", error.message, path)
    }
  }
}

extension NoteConflict {
  /// Both texts as the interface has them.
  fileprivate var shown: [String] { [words.mine.shown, words.theirs.shown] }
}

extension String {
  /// As the interface has it.
  fileprivate var shown: String { TextCleaner(lines: .multiple).clean(self).string }
}
