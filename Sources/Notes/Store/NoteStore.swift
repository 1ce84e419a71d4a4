public import Agenda
import CPosix
public import Files
import Glibc

/// The notes of one conference as they are written: first into a journal, then, when there is time, into their files.
///
/// It belongs to the thread that takes the keys, and never waits there for a disk. Times are milliseconds of any clock
/// that only goes forward. The order is: `edit` for each change, `commit` before anything is shown, `attend` when the
/// descriptor can be read or the deadline has come, and `finish` before the program ends or stops.
public final class NoteStore {
  /// Milliseconds after the last key until a note's file is written.
  static let savePause: Int64 = 2_000
  /// Milliseconds that somebody may type without a pause until it is written all the same; some are left to the disk.
  static let longestPause: Int64 = 9_500
  /// Milliseconds until what another window has typed is written here, if nobody else has done it: its own may be dead.
  static let proxyPause: Int64 = 5_000
  /// Milliseconds at least between two looks at notes that other windows type and nobody writes here.
  static let listPause: Int64 = 300

  /// Milliseconds until a window that has been open so long looks through old journals once more.
  static let cleanPause: Int64 = 3_600_000

  /// How often a file is written anew at the end, since it has changed each time: many may be writing it at once.
  private static let mostRounds = 200

  /// Can be read when there is something to `attend` to.
  public var descriptor: Int32 { worker.descriptor }
  /// Can be read when another run of the program has written; -1 where the system cannot tell.
  public var journalDescriptor: Int32 { reader.descriptor }

  public let files: NoteFiles
  public let places: JournalPlaces
  let calls: FileCalls
  let worker = DiskWorker<DiskOutcome>()
  let watch: FolderWatch
  var notes: [Subject: OpenNote] = [:]
  var journals: JournalWriter
  var reader: JournalReader
  var news: [NoteNews] = []
  /// Journals of earlier runs, with the notes that have to be in their files before they can go.
  var left: [(journals: [LeftJournal], targets: [Subject])] = []
  /// The records of this batch of input.
  var pending: [JournalRecord] = []
  /// The files of open notes, and the last of those that they have replaced.
  var held: [Subject: HeldFile] = [:]
  var replaced: [(target: Subject, file: HeldFile)] = []
  /// Notes that were typed in since the last commit.
  var typed: Set<Subject> = []
  /// Another run holds the lock of the journals and does not go on; until then nobody waits for it.
  var lockDue: Int64?
  /// Milliseconds for which the lock of the journals is waited for.
  var patience = NoteStore.usualPatience
  /// Notes of which other runs' journals have told something that is not taken in yet.
  var untaken: Set<Subject> = []
  /// When notes that another window types are to be looked at.
  var listDue: Int64?
  var listed: Int64?
  /// Why the folder of the journals could not be made, or not put on disk; nil once it was told.
  var folderFailure: FileError?
  /// What was forgotten.
  var marks: ForgottenMarks
  /// Notes that were begun anew, of which that could not be written yet.
  var unclaimed: Set<Subject> = []
  /// This run's journals may have something in them that was forgotten.
  var isScrubDue = false
  /// When old journals are to be looked through, if anything happens then.
  var cleanDue: Int64?
  var sync = SyncSchedule()
  var isSyncing = false
  /// By the note whose file could not be written.
  var fileTroubles: [Subject: NoteTrouble] = [:]
  var toldTrouble: NoteTrouble?

  public convenience init(files: NoteFiles, places: JournalPlaces) {
    self.init(files: files, places: places, calls: .system)
  }

  init(files: NoteFiles, places: JournalPlaces, calls: FileCalls, run: UInt64 = .random(in: 0...UInt64.max)) {
    self.files = files
    self.places = places
    self.calls = calls
    watch = FolderWatch(files.folder.notes)
    journals = JournalWriter(places: places, notes: files.folder.notes, calls: calls, run: run)
    reader = JournalReader(places, notes: files.folder.notes, own: journals.run)
    marks = ForgottenMarks(in: files.folder)
    reader.forget(marks.numbers)
    // What is forgotten stands there.
    watch.watch(files.folder.path)
    _ = reader.read(isFirst: true)
  }

  deinit { worker.end() }

  // MARK: - Writing

  /// The text of a note for editing; empty where there is no file yet.
  ///
  /// Bytes that are no UTF-8 are shown as U+FFFD, and the file as it was is kept aside before it is written over.
  public func open(_ target: Subject) throws(FileError) -> String {
    if notes[target] == nil {
      notes[target] = try read(target)
      hold(target)
      // A link of the user's own may lead elsewhere.
      if let path = try? Path.resolve(files.path(for: target)) { watch.watch(Path.split(path).folder) }
    }
    return String(decoding: notes[target]?.text ?? [], as: UTF8.self)
  }

  /// Whether a note has been opened here, so that its file may be written.
  public func isOpen(_ target: Subject) -> Bool { notes[target] != nil }

  /// A note as it is now: what its file holds, with what is in journals and not in there.
  func read(_ target: Subject) throws(FileError) -> OpenNote {
    while true {
      let note = try readOnce(target)
      // What was forgotten meanwhile is not in it.
      if !takeMarks() { return note }
    }
  }

  private func readOnce(_ target: Subject) throws(FileError) -> OpenNote {
    catchUp()
    let ended = reader.ended
    var note: OpenNote
    if let file = try files.file(of: target), !isReturned(file.bytes, file.identity, on: target) {
      let text = NoteStore.repaired(file.bytes)
      note = OpenNote(
        text: text, base: file.bytes, file: file.identity, original: text == file.bytes ? nil : file.bytes)
    } else {
      note = OpenNote(text: [], base: nil, file: nil)
    }
    if let mark = marks[target], mark.begun != nil, note.base == nil, access(files.path(for: target), F_OK) == 0,
      let latest = reader.history(of: target).last
    {
      // What was forgotten has come back over what was begun anew, and takes nothing away.
      (note.text, note.isJoinedUnsaved, note.isUnpublished) = (latest, true, true)
    }
    let isOvertaken = note.isJoinedUnsaved
    note.history.add(note.text)
    note.outside = note.text
    // Whoever has written the file has said so in a journal before.
    catchUp()
    joinAll(into: &note, target, but: ended)
    if isOvertaken { note.isJoinedUnsaved = !note.text.isEmpty }
    return note
  }

  static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  /// Changes a note, which is opened where it is not; what was changed is kept at the next `commit`.
  ///
  /// False where the edit does not fit the text, which then stays as it is.
  @discardableResult
  public func edit(_ target: Subject, _ edit: NoteEdit) -> Bool {
    if notes[target] == nil { notes[target] = try? read(target) }
    guard let place = notes.index(forKey: target), edit.offset >= 0, edit.removed >= 0,
      edit.offset + edit.removed <= notes.values[place].text.count
    else { return false }
    beginAnew(target)
    let isNew = !notes.values[place].isInJournal
    if isNew { pending += beginning(of: target) }
    if isNew { pending.append(record(of: notes.values[place], target)) }
    if notes.values[place].isNewsToJournal { pending.append(seen(in: notes.values[place], target)) }
    if notes.values[place].before == nil { notes.values[place].before = notes.values[place].text }
    typed.insert(target)
    notes.values[place].isNewsToJournal = false
    notes.values[place].isInJournal = true
    notes.values[place].isUnkept = true
    // Where it stands: a long note is not copied for a key.
    notes.values[place].text.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: edit.inserted.utf8)
    pending.append(.edit(target, edit))
    return true
  }

  /// What a journal has to know of a note before its edits.
  func record(of note: OpenNote, _ target: Subject) -> JournalRecord {
    let base = note.base ?? []
    let text = note.before ?? note.text
    return .state(target, base: base, text: text == base ? nil : text)
  }

  /// Writes what was edited since the last time into the journal, in one write; what has been written so can be shown.
  ///
  /// Where that fails, another journal is begun with all that is not in its file yet.
  public func commit(now: Int64) -> [NoteNews] {
    defer { news = [] }
    if !pending.isEmpty {
      alone(now: now) {
        join(now: now)
        if !pending.isEmpty { write(now: now) }
        scrubJournals(now: now)
      }
    }
    tellSafety()
    return news
  }

  // MARK: - Waiting for disks

  /// When `attend` has something to do even if the descriptor cannot be read.
  public var deadline: Int64? {
    let saves = notes.values.compactMap { $0.saving == nil ? $0.saveDue : nil }
    return
      ((isSyncing ? [] : [sync.due].compactMap(\.self)) + saves + [journals.retryDue, listDue].compactMap(\.self)
      + (notes.values.contains { $0.isJoinedUnsaved || $0.isUnpublished } ? [0] : [])).min()
  }

  /// Takes in what has become of syncs and saves, and begins those that are due.
  public func attend(now: Int64) -> [NoteNews] {
    defer { news = [] }
    alone(now: now) {
      takeMarks()
      let outcomes = worker.collect()
      // Whoever has written a file has said so in a journal before.
      join(now: now)
      for outcome in outcomes { receive(outcome, now: now) }
      takeFileChanges(now: now)
      if let due = journals.retryDue, due <= now, let error = journals.failure {
        beginJournal(because: error, now: now)
      }
      if let due = sync.due, due <= now { startSync() }
      for (target, note) in notes {
        publish(target)
        if note.isJoinedUnsaved { proxy(target, now: now) }
        if let due = note.saveDue, due <= now, note.saving == nil { startSave(target, now: now) }
      }
      if !pending.isEmpty { write(now: now) }
      scrubJournals(now: now)
    }
    if !isScrubDue, !worker.isBusy { journals.letGo() }
    tellList(now: now)
    if let due = cleanDue, due <= now {
      cleanDue = now + NoteStore.cleanPause
      OldJournals.clean(places, now: time(nil), calls: calls)
    }
    if !left.isEmpty { retireLeft() }
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
    worker.add(first: true) {
      do throws(FileError) {
        if calls.syncData(descriptor) != 0 { throw .system(call: "fdatasync", path: path, errno: errno) }
        if isNew { try calls.syncFolder(Path.split(path).folder) }
        return .synced(journal: number, sequence: sequence, nil)
      } catch {
        return .synced(journal: number, sequence: sequence, error)
      }
    }
  }

  private func receive(_ outcome: DiskOutcome, now: Int64) {
    switch outcome {
    case .synced(let number, let sequence, let error):
      guard number == journals.number else { return }
      isSyncing = false
      if let error {
        beginJournal(because: error, now: now)
      } else {
        journals.synced(upTo: sequence)
      }
    case .saved(let target, let result): receive(result, of: target, now: now)
    }
  }
}

/// What has come of a job that waited for the disk.
enum DiskOutcome: Sendable {
  /// Everything in the journal of that number up to that sequence is on disk, or why it is not.
  case synced(journal: UInt32, sequence: UInt64, FileError?)
  case saved(Subject, CheckedSave.Outcome)
}

extension NoteStore {
  func tellSafety() {
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

  func tellTrouble() {
    let trouble = journals.trouble ?? fileTroubles.values.first
    if trouble == toldTrouble { return }
    toldTrouble = trouble
    news.append(.trouble(trouble))
  }

  /// Has every note that is not in its file written now, without waiting for it.
  public func save(now: Int64) {
    for target in notes.keys where notes[target]?.isJoinedUnsaved == true { proxy(target, now: now) }
    for (target, note) in notes where note.saveDue != nil { notes[target]?.saveDue = min(note.saveDue ?? now, now) }
    sync.hurry(at: now)
  }

  /// Why a note is in a journal and not in its file; nil where every file could be written.
  public var unwritten: NoteTrouble? {
    let isBehind = notes.contains { $0.value.isOwnUnsaved }
    return isBehind ? fileTroubles.values.first ?? journals.trouble : nil
  }

  /// Puts everything on disk, and waits for it, so long at most; gives the notes that are not safe in a file or in a
  /// journal on disk.
  public func finish(now: () -> Int64, within milliseconds: Int64) -> (news: [NoteNews], endangered: [Subject]) {
    let end = now() + milliseconds
    var told = commit(now: now())
    // A file that has changed meanwhile is merged and written once more, and a journal that fails is begun once more.
    for round in 0..<NoteStore.mostRounds {
      // What has failed twice would fail once more.
      if round < 2 { save(now: now()) }
      told += attend(now: now())
      guard worker.isBusy, worker.wait(milliseconds: max(0, end - now())) else { break }
      told += attend(now: now())
    }
    let endangered = notes.filter { note in
      note.value.isOwnUnsaved && safety(of: note.value) != .saved
    }
    return (told, Array(endangered.keys))
  }
}
