public import Agenda
import CPosix
public import Files
import Glibc

extension NoteStore {
  /// Where a text is that was added.
  public enum Added: Equatable, Sendable {
    case inFile(path: String)
    /// On disk all the same: it goes into the note's file at the next start of the program.
    case inJournal(path: String, because: FileError)
  }

  /// Adds lines at the end of a note, and returns once they are on disk.
  ///
  /// For programs that do no more than this; whoever is writing the same note meanwhile loses nothing.
  /// - Parameter rule: what the note says of itself from then on, at least.
  public static func add(
    _ text: String, to target: Subject, keeping rule: Session.Attribution = .public, files: NoteFiles,
    places: JournalPlaces
  ) throws(FileError) -> Added {
    let store = NoteStore(files: files, places: places)
    // Nobody types here.
    store.patience = 5_000
    return try add(text, to: target, keeping: rule, store: store)
  }

  static func add(
    _ text: String, to target: Subject, keeping rule: Session.Attribution = .public, store: NoteStore
  ) throws(FileError) -> Added {
    var failure: FileError?
    let now = NoteStore.monotonic
    // What is added goes behind what is there at that moment, and a rule is not said twice.
    store.alone(now: now, isWriting: true) {
      store.join(now: now)
      do throws(FileError) {
        for edit in RuleLine.edits(keeping: rule, in: try store.open(target)) { store.edit(target, edit) }
        let before = store.notes[target]?.text ?? []
        var lines = text.utf8.last == 0x0A ? text : text + "\n"
        if let last = before.last, last != 0x0A { lines = "\n" + lines }
        store.edit(target, NoteEdit(offset: before.count, removed: 0, inserted: lines))
        store.write(now: now)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return try store.finished(target)
  }

  /// Puts a note on disk and ends; where it is then.
  func finished(_ target: Subject) throws(FileError) -> Added {
    let (news, endangered) = finish(now: { NoteStore.monotonic }, within: 10_000)
    close()
    let path = files.path(for: target)
    if !(notes[target]?.isOwnUnsaved ?? false) { return .inFile(path: path) }
    let trouble = news.reversed().lazy.compactMap { news -> FileError? in
      guard case .trouble(let trouble?) = news else { return nil }
      return switch trouble {
      case .journalMoved(_, let error), .fileNotWritten(_, let error), .notKept(let error): error
      }
    }.first
    let error = trouble ?? .system(call: "fsync", path: path, errno: ETIMEDOUT)
    guard endangered.isEmpty, let journal = journals.current?.path else { throw error }
    return .inJournal(path: journal, because: error)
  }

  private static var monotonic: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
