public import Agenda
import CPosix
public import Files
import Glibc

/// Writes in notes for a program that does no more than this: each call returns once what it has written is on disk, and
/// whoever is writing the same note meanwhile loses nothing.
///
/// It writes once: its journal is let go with that.
public struct NoteWriting {
  /// Where a text is that was written.
  public enum Place: Equatable, Sendable {
    case inFile(path: String)
    /// On disk all the same: it goes into the note's file at the next start of the program.
    case inJournal(path: String, because: FileError)
  }

  private let store: NoteStore

  public init(files: NoteFiles, places: JournalPlaces) { self.init(NoteStore(files: files, places: places)) }

  init(_ store: NoteStore) {
    self.store = store
    // Nobody types here.
    store.lock.patience = 5_000
  }

  /// Adds lines at the end of a note.
  /// - Parameter rule: what the note says of itself from then on, at least.
  public func add(
    _ text: String, to target: Subject, keeping rule: Session.Attribution = .public
  ) throws(FileError) -> Place {
    var failure: FileError?
    let now = NoteWriting.now
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
    return try finish(target)
  }

  /// Makes a note say this rule and no other; a note that does not exist is not begun.
  ///
  /// Nil where nothing was to be changed.
  public func set(_ rule: Session.Attribution, of target: Subject) throws(FileError) -> Place? {
    try change(target) { $0.isEmpty ? [] : RuleLine.edits(setting: rule, in: $0) }
  }

  /// Begins a note with the line of its rule, or puts it into one that does not have it, for a program that is to write
  /// it; nil where nothing was to be changed.
  public func keep(_ rule: Session.Attribution, of target: Subject) throws(FileError) -> Place? {
    try change(target) { RuleLine.edits(keeping: rule, in: $0) }
  }

  private func change(_ target: Subject, _ edits: (String) -> [NoteEdit]) throws(FileError) -> Place? {
    let edits = edits(try store.open(target))
    for edit in edits { store.edit(target, edit) }
    return edits.isEmpty ? nil : try finish(target)
  }

  /// Puts a note on disk and ends; where it is then.
  private func finish(_ target: Subject) throws(FileError) -> Place {
    let (news, endangered) = store.finish(now: { NoteWriting.now }, within: 10_000)
    store.close()
    let path = store.files.path(for: target)
    if !(store.notes[target]?.isOwnUnsaved ?? false) { return .inFile(path: path) }
    let trouble = news.reversed().lazy.compactMap { news -> FileError? in
      guard case .trouble(let trouble?) = news else { return nil }
      return switch trouble {
      case .journalMoved(_, let error), .fileNotWritten(_, let error), .notKept(let error): error
      }
    }.first
    let error = trouble ?? .system(call: "fsync", path: path, errno: ETIMEDOUT)
    guard endangered.isEmpty, let journal = store.journals.current?.path else { throw error }
    return .inJournal(path: journal, because: error)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
