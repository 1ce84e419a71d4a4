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

  /// Can be read when there is something to `attend` to.
  ///
  /// A disk has answered, another run of the program has written, or files of notes have changed; what the system cannot
  /// tell is left out.
  public var descriptors: [Int32] {
    [worker.descriptor, reader.descriptor, held.watch.descriptor].filter { $0 >= 0 }
  }

  public let files: NoteFiles
  public let places: JournalPlaces
  let calls: FileCalls
  let worker = DiskWorker<DiskOutcome>()
  var notes: [Subject: OpenNote] = [:]
  var journals: JournalWriter
  var reader: JournalReader
  var news = PendingNews()
  var earlier = EarlierJournals()
  /// The records of this batch of input.
  var pending: [JournalRecord] = []
  var held: HeldFiles
  /// Notes that were typed in since the last commit.
  var typed: Set<Subject> = []
  var lock: JournalLock
  var forgotten: ForgottenNotes

  public init(
    files: NoteFiles, places: JournalPlaces, calls: FileCalls = .system, run: UInt64 = .random(in: 0...UInt64.max)
  ) {
    self.files = files
    self.places = places
    self.calls = calls
    held = HeldFiles(FolderWatch(files.folder.notes))
    lock = JournalLock(places)
    journals = JournalWriter(places: places, notes: files.folder.notes, calls: calls, run: run)
    reader = JournalReader(places, notes: files.folder.notes, own: journals.run)
    forgotten = ForgottenNotes(files, calls: calls)
    reader.forget(forgotten.marks.numbers)
    // What is forgotten stands there.
    held.watch.watch(files.folder.path)
    reader.open()
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
      if let path = try? Path.resolve(files.path(for: target)) { held.watch.watch(Path.split(path).folder) }
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
    reader.catchUp()
    let ended = reader.ended
    var note: OpenNote
    if let file = try files.file(of: target), !isReturned(file.bytes, file.identity, on: target) {
      let text = OpenNote.repaired(file.bytes)
      note = OpenNote(
        text: text, base: file.bytes, file: file.identity, original: text == file.bytes ? nil : file.bytes)
    } else {
      note = OpenNote(text: [], base: nil, file: nil)
    }
    if let mark = forgotten.marks[target], mark.begun != nil, note.base == nil,
      access(files.path(for: target), F_OK) == 0,
      let latest = reader.history(of: target).last
    {
      // What was forgotten has come back over what was begun anew, and takes nothing away.
      (note.text, note.isJoinedUnsaved, note.isUnpublished) = (latest, true, true)
    }
    let isOvertaken = note.isJoinedUnsaved
    note.history.add(note.text)
    note.outside = note.text
    // Whoever has written the file has said so in a journal before.
    reader.catchUp()
    joining(target).joinAll(into: &note, but: ended)
    if isOvertaken { note.isJoinedUnsaved = !note.text.isEmpty }
    return note
  }

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
    if isNew { pending += forgotten.beginning(of: target) }
    if isNew { pending.append(notes.values[place].state(target)) }
    if notes.values[place].isNewsToJournal { pending.append(notes.values[place].seen(target)) }
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

  /// Writes what was edited since the last time into the journal, in one write; what has been written so can be shown.
  ///
  /// Where that fails, another journal is begun with all that is not in its file yet.
  public func commit(now: Int64) -> [NoteNews] {
    if !pending.isEmpty {
      alone(now: now) {
        join(now: now)
        if !pending.isEmpty { write(now: now) }
        scrubJournals(now: now)
      }
    }
    tellSafety()
    return news.take()
  }

  // MARK: - Waiting for disks

  /// When `attend` has something to do even if the descriptor cannot be read.
  public var deadline: Int64? {
    let saves = notes.values.compactMap { $0.saving == nil ? $0.saveDue : nil }
    return
      (saves + [journals.sync.due, journals.retryDue, news.listDue].compactMap(\.self)
      + (notes.values.contains { $0.isJoinedUnsaved || $0.isUnpublished } ? [0] : [])).min()
  }

  /// Takes in what has become of syncs and saves, and begins those that are due.
  public func attend(now: Int64) -> [NoteNews] {
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
      if let due = journals.sync.due, due <= now, let sync = journals.startSync() { worker.add(first: true, sync) }
      for (target, note) in notes {
        publish(target)
        if note.isJoinedUnsaved { notes[target]?.standIn(now: now) }
        if let due = note.saveDue, due <= now, note.saving == nil { startSave(target, now: now) }
      }
      if !pending.isEmpty { write(now: now) }
      scrubJournals(now: now)
    }
    if !forgotten.isScrubDue, !worker.isBusy { journals.letGo() }
    news.tellList(now: now)
    earlier.attend(in: places, now: now, calls: calls) { !(notes[$0]?.isUnsaved ?? false) }
    tellSafety()
    news.tell(journals.trouble ?? news.fileTroubles.values.first)
    return news.take()
  }

  private func receive(_ outcome: DiskOutcome, now: Int64) {
    switch outcome {
    case .synced(let number, let sequence, let error):
      guard number == journals.number else { return }
      if let error {
        beginJournal(because: error, now: now)
      } else {
        journals.synced(upTo: sequence)
      }
    case .saved(let target, let result): receive(result, of: target, now: now)
    }
  }

  private func tellSafety() {
    for (target, note) in notes {
      let safety = note.safety(in: journals)
      guard note.told != safety else { continue }
      notes[target]?.told = safety
      news.add(.safety(target, safety))
    }
  }

  /// Has every note that is not in its file written now, without waiting for it.
  public func save(now: Int64) {
    for target in notes.keys where notes[target]?.isJoinedUnsaved == true { notes[target]?.standIn(now: now) }
    for (target, note) in notes where note.saveDue != nil { notes[target]?.saveDue = min(note.saveDue ?? now, now) }
    journals.sync.hurry(at: now)
  }

  /// Why a note is in a journal and not in its file; nil where every file could be written.
  public var unwritten: NoteTrouble? {
    let isBehind = notes.contains { $0.value.isOwnUnsaved }
    return isBehind ? news.fileTroubles.values.first ?? journals.trouble : nil
  }

  /// Puts everything on disk, and waits for it, so long at most; gives the notes that are not safe in a file or in a
  /// journal on disk.
  public func finish(now: () -> Int64, within milliseconds: Int64) -> (news: [NoteNews], endangered: [Subject]) {
    // A file is written anew where it has changed each time: many may be writing it at once.
    let mostRounds = 200
    let end = now() + milliseconds
    var told = commit(now: now())
    // A file that has changed meanwhile is merged and written once more, and a journal that fails is begun once more.
    for round in 0..<mostRounds {
      // What has failed twice would fail once more.
      if round < 2 { save(now: now()) }
      told += attend(now: now())
      guard worker.isBusy, worker.wait(milliseconds: max(0, end - now())) else { break }
      told += attend(now: now())
    }
    let endangered = notes.filter { note in
      note.value.isOwnUnsaved && note.value.safety(in: journals) != .saved
    }
    return (told, Array(endangered.keys))
  }
}
