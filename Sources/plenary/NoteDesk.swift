import Agenda
import Interface
import Notes
import Terminal

/// Carries notes between the interface and their store.
@MainActor
final class NoteDesk {
  /// Milliseconds that the way out waits for a disk: whoever closes a terminal expects the program to be gone.
  private static let patience: Int64 = 800

  private let store: NoteStore

  init(files: NoteFiles, conference id: String) {
    store = NoteStore(files: files, places: JournalPlaces(conference: id, environment: Environment.value))
  }

  /// Can be read when there is something to `attend` to.
  var descriptor: Int32 { store.descriptor }
  /// When `attend` has something to do by itself, on the loop's clock.
  var deadline: Int64? { store.deadline }

  func open(_ target: NoteTarget) -> [Event] {
    do {
      return [.noteOpened(target, try store.open(target))]
    } catch {
      return [.notice(Wording.noteError(error))]
    }
  }

  /// Changes a note; what is changed is kept by the next `commit`.
  func edit(_ target: NoteTarget, _ edit: NoteEdit) -> [Event] {
    store.edit(target, edit) ? [] : open(target) + [.notice(Wording.editRefused)]
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
  func finish() -> (events: [Event], endangered: String?) {
    let (news, endangered) = store.finish(now: { EventLoop.now }, within: NoteDesk.patience)
    return (events(news), endangered.isEmpty ? nil : Wording.unsafeNotes(endangered.count))
  }

  private func events(_ news: [NoteNews]) -> [Event] {
    news.compactMap { news in
      switch news {
      case .safety(let target, let safety): .noteSafety(target, safety)
      case .replaced(let target, let text, let change): .noteReplaced(target, text, change)
      case .trouble(let trouble): .noteTrouble(trouble.map(Wording.noteTrouble))
      case .filesChanged: nil
      }
    }
  }
}
