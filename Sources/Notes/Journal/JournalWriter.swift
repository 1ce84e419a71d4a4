import Agenda
import Files
import Glibc

/// The journal of this run, and the next one wherever one has failed.
struct JournalWriter {
  /// Milliseconds until what has failed is tried again.
  static let retryPause: Int64 = 15_000

  private(set) var current: Journal?
  /// Of the present journal, or of the last that there was.
  private(set) var number: UInt32 = 0
  /// Everything up to here is on disk.
  private(set) var syncedSequence: UInt64 = 0
  /// What the journal's folder was last made for is not on disk yet.
  private(set) var needsFolderSync = false
  /// Why nothing can be kept at present; nil where it can.
  private(set) var failure: FileError?
  /// When it is tried again after it could not be kept anywhere.
  private(set) var retryDue: Int64?
  private(set) var trouble: NoteTrouble?
  /// When it is put on disk.
  var sync = SyncSchedule()

  private let places: JournalPlaces
  private let notes: String
  private let calls: FileCalls
  let run: UInt64
  /// How many attempts have failed since the best place was last tried; each place has two.
  private var failed = 0
  /// Journals that a descriptor of is still used elsewhere, or that hold what is nowhere else.
  private(set) var past: [Journal] = []
  private var retired: [Journal] = []
  /// Why the first folder could not be made, or not put on disk; nil once the first journal was begun in spite of it.
  private var folderFailure: FileError?

  /// - Parameter run: what tells this run from all others.
  init(places: JournalPlaces, notes: String, calls: FileCalls, run: UInt64) {
    (self.places, self.notes, self.calls, self.run) = (places, notes, calls, run)
  }

  /// Makes the folder of the first journal, so that those who begin at the same time have something to lock.
  ///
  /// Where it cannot be made, or is not on disk, the first journal says so.
  mutating func makeFolder() {
    guard current == nil, folderFailure == nil else { return }
    do throws(FileError) {
      try places.make(places.folders[0], calls: .system)
    } catch {
      folderFailure = error
    }
  }

  /// Adds records to the present journal, which is begun with the first.
  mutating func append(_ records: [JournalRecord]) throws(FileError) -> UInt64 {
    guard let current else {
      if let folder = folderFailure {
        folderFailure = nil
        throw folder
      }
      if let failure { throw failure }
      return try open(with: records)
    }
    return try current.append(records)
  }

  /// Begins another journal after an error, in the first place that takes it; nil where none does.
  mutating func begin(with records: [JournalRecord], because error: FileError, now: Int64) -> UInt64? {
    if let current { past.append(current) }
    current = nil
    if let due = retryDue {
      // Not with every key.
      if now < due { return nil }
      failed = 0
    } else {
      failed += 1
    }
    let cause = error
    var last = error
    while failed < places.folders.count * 2 {
      do throws(FileError) {
        let sequence = try open(with: records)
        (failure, retryDue) = (nil, nil)
        if let path = current?.path { trouble = .journalMoved(to: path, because: cause) }
        return sequence
      } catch {
        last = error
        failed += 1
      }
    }
    failure = last
    retryDue = now + JournalWriter.retryPause
    trouble = .notKept(because: last)
    return nil
  }

  private mutating func open(with records: [JournalRecord]) throws(FileError) -> UInt64 {
    let folder = places.folders[min(failed / 2, places.folders.count - 1)]
    number += 1
    let origin = JournalOrigin(run: run, number: number, notes: NotesFolder(notes))
    let journal = try Journal(in: folder, origin: origin, places: places, calls: calls)
    let sequence = try journal.append(records)
    current = journal
    syncedSequence = 0
    needsFolderSync = true
    return sequence
  }

  /// Says of the journals that have failed, where there is no other, that their notes are safe in their files.
  mutating func retirePast() {
    guard current == nil else { return }
    for journal in past { LeftJournal.retire(journal.path) }
    // Their descriptors may still be in use.
    retired += past
    past = []
  }

  /// Says of all journals of this run, by their names, that their notes are safe in their files.
  mutating func retire() {
    for journal in past + [current].compactMap(\.self) { LeftJournal.retire(journal.path) }
    (past, current) = ([], nil)
  }

  /// Takes notes out of all journals of this run, and goes on in what is left of the present one, which is on disk then.
  ///
  /// After an error the present one is not to be trusted any more.
  mutating func rewrite(with scrub: JournalScrub) throws(FileError) {
    if let journal = current, try scrub.rewrite(journal.path) {
      current = try Journal(after: journal, calls: calls)
      retired.append(journal)
      syncedSequence = max(syncedSequence, journal.sequence)
      needsFolderSync = false
    }
    for journal in past where (try? scrub.rewrite(journal.path)) == true { retired.append(journal) }
    past.removeAll { journal in retired.contains { $0 === journal } }
  }

  /// Lets go of journals that nobody uses any more; what they held is gone from the disk then.
  mutating func letGo() { retired = [] }

  /// What puts all that the present journal has by now on disk, and may wait for that; nil where there is none.
  mutating func startSync() -> (@Sendable () -> DiskOutcome)? {
    guard let journal = current else { return nil }
    sync.began()
    let (number, sequence, descriptor, path) = (number, journal.sequence, journal.descriptor, journal.path)
    let (isNew, calls) = (needsFolderSync, calls)
    return {
      do throws(FileError) {
        if calls.syncData(descriptor) != 0 { throw .system(call: "fdatasync", path: path, errno: errno) }
        if isNew { try calls.syncFolder(Path.split(path).folder) }
        return .synced(journal: number, sequence: sequence, nil)
      } catch {
        return .synced(journal: number, sequence: sequence, error)
      }
    }
  }

  mutating func synced(upTo sequence: UInt64) {
    sync.isRunning = false
    syncedSequence = max(syncedSequence, sequence)
    needsFolderSync = false
  }
}

/// What has come of a job that waited for the disk.
enum DiskOutcome: Sendable {
  /// Everything in the journal of that number up to that sequence is on disk, or why it is not.
  case synced(journal: UInt32, sequence: UInt64, FileError?)
  case saved(Subject, CheckedSave.Outcome)
}
