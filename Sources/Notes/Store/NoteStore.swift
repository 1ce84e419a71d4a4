import CPosix
import Glibc

/// The notes of one conference as they are written: first into a journal, then, when there is time, into their files.
///
/// It belongs to the thread that takes the keys, and never waits there for a disk. Times are milliseconds of any clock
/// that only goes forward. The order is: `edit` for each change, `commit` before anything is shown, `attend` when the
/// descriptor can be read or the deadline has come, and `finish` before the program ends or stops.
public final class NoteStore {
  /// Milliseconds after the last key until a note's file is written.
  static let savePause: Int64 = 2_000
  /// Milliseconds until what has failed is tried again.
  static let retryPause: Int64 = 15_000

  /// Can be read when there is something to `attend` to.
  public var descriptor: Int32 { worker.descriptor }

  let files: NoteFiles
  let calls: FileCalls
  let worker = NoteWorker()
  var notes: [NoteTarget: OpenNote] = [:]
  var journals: JournalWriter
  var news: [NoteNews] = []
  /// The records of this batch of input.
  private var pending: [JournalRecord] = []
  private var sync = SyncSchedule()
  private var isSyncing = false
  /// By the note whose file could not be written.
  private var fileTroubles: [NoteTarget: NoteTrouble] = [:]
  private var toldTrouble: NoteTrouble?

  public convenience init(files: NoteFiles, places: JournalPlaces) {
    self.init(files: files, places: places, calls: .system)
  }

  init(files: NoteFiles, places: JournalPlaces, calls: FileCalls) {
    self.files = files
    self.calls = calls
    journals = JournalWriter(places: places, notes: files.folder.notes, calls: calls)
  }

  deinit { worker.end() }

  // MARK: - Writing

  /// The text of a note for editing; empty where there is no file yet.
  ///
  /// Bytes that are no UTF-8 are shown as U+FFFD, and the file as it was is kept aside before it is written over.
  public func open(_ target: NoteTarget) throws(NoteError) -> String {
    if notes[target] == nil { notes[target] = try read(target) }
    return String(decoding: notes[target]?.text ?? [], as: UTF8.self)
  }

  private func read(_ target: NoteTarget) throws(NoteError) -> OpenNote {
    guard let file = try files.file(of: target) else { return OpenNote(text: [], base: nil, file: nil) }
    let text = NoteStore.repaired(file.bytes)
    return OpenNote(
      text: text, base: file.bytes, file: file.identity, original: text == file.bytes ? nil : file.bytes)
  }

  static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  /// Changes a note, which is opened where it is not; what was changed is kept at the next `commit`.
  ///
  /// False where the edit does not fit the text, which then stays as it is.
  @discardableResult
  public func edit(_ target: NoteTarget, _ edit: NoteEdit) -> Bool {
    if notes[target] == nil { notes[target] = try? read(target) }
    guard var note = notes[target], edit.offset >= 0, edit.removed >= 0,
      edit.offset + edit.removed <= note.text.count
    else { return false }
    if !note.isInJournal { pending.append(record(of: note, target)) }
    note.isInJournal = true
    note.isUnkept = true
    note.text.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: edit.inserted.utf8)
    pending.append(.edit(target, edit))
    notes[target] = note
    return true
  }

  /// What a journal has to know of a note before its edits.
  private func record(of note: OpenNote, _ target: NoteTarget) -> JournalRecord {
    let base = note.base ?? []
    return .state(target, base: base, text: note.text == base ? nil : note.text)
  }

  /// Writes what was edited since the last time into the journal, in one write; what has been written so can be shown.
  ///
  /// Where that fails, another journal is begun with all that is not in its file yet.
  public func commit(now: Int64) -> [NoteNews] {
    defer { news = [] }
    let edited = notes.filter(\.value.isUnkept).map(\.key)
    if !pending.isEmpty {
      write(now: now)
      for target in edited { notes[target]?.saveDue = now + NoteStore.savePause }
    }
    tellSafety()
    return news
  }

  /// Writes the pending records, into another journal where the present one fails.
  private func write(now: Int64) {
    do throws(NoteError) {
      let sequence = try journals.append(pending)
      accept(sequence, now: now)
    } catch {
      beginJournal(because: error, now: now)
    }
    pending = []
  }

  private func accept(_ sequence: UInt64, now: Int64) {
    for record in pending {
      switch record {
      case .edit(let target, _), .state(let target, _, _):
        notes[target]?.sequence = sequence
        notes[target]?.isUnkept = false
        sync.wrote(at: now)
      // That a file was written need not be on disk: without it the same is found out from the file.
      case .beginning, .saved: break
      }
    }
  }

  /// Begins another journal with all that is not in its file; after an error the old one is not trusted any more.
  private func beginJournal(because error: NoteError, now: Int64) {
    let unsaved = notes.filter { $0.value.isUnkept || $0.value.isUnsaved }
    for target in notes.keys { notes[target]?.isInJournal = false }
    guard let sequence = journals.begin(with: unsaved.map { record(of: $0.value, $0.key) }, because: error, now: now)
    else { return }
    for target in unsaved.keys {
      notes[target]?.isInJournal = true
      notes[target]?.isUnkept = false
      notes[target]?.sequence = sequence
    }
    isSyncing = false
    sync.wrote(at: now)
    sync.hurry(at: now)
  }

  // MARK: - Waiting for disks

  /// When `attend` has something to do even if the descriptor cannot be read.
  public var deadline: Int64? {
    let saves = notes.values.compactMap { $0.saving == nil ? $0.saveDue : nil }
    return ((isSyncing ? [] : [sync.due].compactMap(\.self)) + saves + [journals.retryDue].compactMap(\.self)).min()
  }

  /// Takes in what has become of syncs and saves, and begins those that are due.
  public func attend(now: Int64) -> [NoteNews] {
    defer { news = [] }
    for outcome in worker.take() { take(outcome, now: now) }
    if let due = journals.retryDue, due <= now, let error = journals.failure { beginJournal(because: error, now: now) }
    if let due = sync.due, due <= now { startSync() }
    for (target, note) in notes {
      if let due = note.saveDue, due <= now, note.saving == nil { startSave(target, now: now) }
    }
    if !pending.isEmpty { write(now: now) }
    tellSafety()
    tellTrouble()
    return news
  }

  private func startSync() {
    guard !isSyncing, let journal = journals.current else { return }
    isSyncing = true
    sync.began()
    let (number, sequence, descriptor, path) = (journals.number, journal.sequence, journal.descriptor, journal.path)
    let isNew = journals.needsFolderSync
    let calls = calls
    worker.give(first: true) {
      do throws(NoteError) {
        if calls.syncData(descriptor) != 0 { throw .system(call: "fdatasync", path: path, errno: errno) }
        if isNew { try calls.syncFolder(DurableFile.split(path).folder) }
        return .synced(journal: number, sequence: sequence, nil)
      } catch {
        return .synced(journal: number, sequence: sequence, error)
      }
    }
  }

  private func startSave(_ target: NoteTarget, now: Int64) {
    guard var note = notes[target] else { return }
    if note.text == note.base ?? [] {
      notes[target]?.saveDue = nil
      return
    }
    let path = files.path(for: target)
    if let original = note.original {
      do throws(NoteError) {
        _ = try ConflictCopy.keep(original, of: path)
        note.original = nil
      } catch {
        failSave(target, error, now: now)
        return
      }
    }
    note.saving = OpenNote.Saving(text: note.text, sequence: note.sequence)
    note.saveDue = nil
    notes[target] = note
    let save = NoteSave(
      path: path, bytes: note.text, base: note.base, identity: note.file, journal: journals.current?.descriptor,
      calls: calls)
    worker.give { .saved(target, save.run()) }
  }

  private func failSave(_ target: NoteTarget, _ error: NoteError, now: Int64) {
    notes[target]?.saveDue = now + NoteStore.retryPause
    fileTroubles[target] = .fileNotWritten(path: files.path(for: target), because: error)
  }

  // MARK: - What has come of it

  private func take(_ outcome: NoteWorker.Outcome, now: Int64) {
    switch outcome {
    case .synced(let number, let sequence, let error):
      guard number == journals.number else { return }
      isSyncing = false
      if let error {
        beginJournal(because: error, now: now)
      } else {
        journals.synced(upTo: sequence)
      }
    case .saved(let target, let result): take(result, of: target, now: now)
    }
  }

  private func take(_ result: NoteSave.Result, of target: NoteTarget, now: Int64) {
    guard let note = notes[target], let saving = note.saving else { return }
    notes[target]?.saving = nil
    switch result {
    case .saved(let identity):
      notes[target]?.base = saving.text
      notes[target]?.file = identity
      fileTroubles[target] = nil
      if note.isInJournal { pending.append(.saved(target, sequence: saving.sequence)) }
    case .changed(let bytes, let identity):
      if bytes == nil {
        // Somebody has removed the file while something was being written: what was written makes it anew.
        notes[target]?.base = nil
        notes[target]?.file = nil
        notes[target]?.saveDue = now
      } else {
        adopt(bytes ?? [], identity, for: target, because: nil, now: now)
      }
    case .overtaken(let identity, let bytes):
      adopt(bytes, nil, for: target, because: nil, now: now)
      notes[target]?.base = saving.text
      notes[target]?.file = identity
      notes[target]?.saveDue = now
    case .failed(let error): failSave(target, error, now: now)
    }
  }

  /// Brings what a note's file holds together with what is written here; the file's text becomes the base.
  func adopt(_ bytes: [UInt8], _ identity: FileIdentity?, for target: NoteTarget, because: NoteChange?, now: Int64) {
    guard var note = notes[target] else { return }
    let theirs = NoteStore.repaired(bytes)
    let merge = Merge(base: NoteStore.repaired(note.base ?? []), ours: note.text, theirs: theirs)
    var change = because ?? .merged
    do throws(NoteError) {
      if merge.isConflict {
        change = .conflict(keptAs: try ConflictCopy.keep(bytes, of: files.path(for: target)))
      }
    } catch {
      // The other's text is written over only once it is kept.
      failSave(target, error, now: now)
      return
    }
    let isNew = merge.text != note.text
    note.text = merge.text
    (note.base, note.file) = (bytes, identity)
    note.original = theirs == bytes ? nil : bytes
    note.saveDue = merge.text == bytes ? nil : now
    fileTroubles[target] = nil
    if note.isInJournal || note.saveDue != nil {
      pending.append(record(of: note, target))
      note.isInJournal = true
      note.isUnkept = note.saveDue != nil
    }
    notes[target] = note
    if isNew || merge.isConflict {
      news.append(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
    }
  }

  // MARK: - Telling

  private func tellSafety() {
    for (target, note) in notes {
      let safety = safety(of: note)
      guard note.told != safety else { continue }
      notes[target]?.told = safety
      news.append(.safety(target, safety))
    }
  }

  private func safety(of note: OpenNote) -> NoteSafety {
    if note.isUnkept { return .notSaved(journals.failure ?? .system(call: "write", path: "", errno: EIO)) }
    if note.isInJournal, note.isUnsaved || note.saveDue != nil, note.sequence > journals.syncedSequence {
      return journals.failure.map { .notSaved($0) } ?? .kept
    }
    return .saved
  }

  private func tellTrouble() {
    let trouble = journals.trouble ?? fileTroubles.values.first
    if trouble == toldTrouble { return }
    toldTrouble = trouble
    news.append(.trouble(trouble))
  }

  // MARK: - Ending

  /// Has every note that is not in its file written now, without waiting for it.
  public func save(now: Int64) {
    for (target, note) in notes where note.saveDue != nil { notes[target]?.saveDue = min(note.saveDue ?? now, now) }
    sync.hurry(at: now)
  }

  /// Puts everything on disk, and waits for it, so long at most; gives the notes that are not safe in a file or in a
  /// journal on disk.
  public func finish(now: () -> Int64, within milliseconds: Int64) -> (news: [NoteNews], endangered: [NoteTarget]) {
    let end = now() + milliseconds
    var told = commit(now: now())
    // A file that has changed meanwhile is merged and written once more.
    for _ in 0..<4 {
      save(now: now())
      told += attend(now: now())
      guard worker.wait(milliseconds: max(0, end - now())) else { break }
      told += attend(now: now())
      if !notes.values.contains(where: { $0.saveDue.map { $0 <= now() } ?? ($0.saving != nil) }) { break }
    }
    let endangered = notes.filter { note in
      note.value.isUnsaved && safety(of: note.value) != .saved
    }
    return (told, Array(endangered.keys))
  }
}
