import Agenda
import Files

extension NoteStore {
  /// Writes the pending records, into another journal where the present one fails.
  func write(now: Int64) {
    postponeSaves(now: now)
    do throws(FileError) {
      let sequence = try journals.append(pending)
      accept(sequence, now: now)
    } catch {
      beginJournal(because: error, now: now)
    }
    pending = []
  }

  /// What is being typed is written into its file after a pause.
  private func postponeSaves(now: Int64) {
    for case .edit(let target, _) in pending { notes[target]?.saveDue = now + NoteStore.savePause }
  }

  private func accept(_ sequence: UInt64, now: Int64) {
    for record in pending {
      switch record {
      case .edit(let target, _), .state(let target, _, _):
        notes[target]?.sequence = sequence
        notes[target]?.isUnkept = false
        sync.wrote(at: now)
      // That a file is or was written need not be on disk: without it the same is found out from the file.
      case .beginning, .saving, .saved: break
      }
    }
  }

  /// Begins another journal with all that is not in its file; after an error the old one is not trusted any more.
  func beginJournal(because error: FileError, now: Int64) {
    postponeSaves(now: now)
    // What was to be written is in the notes as they are now, and with them in the new journal.
    pending = []
    let unsaved = notes.filter { $0.value.isUnkept || $0.value.isUnsaved }
    var records: [JournalRecord] = []
    // Where the record is that says what a note's file may hold from now on.
    var saving: [Subject: Int] = [:]
    for (target, note) in unsaved {
      guard let written = note.saving else {
        records.append(record(of: note, target))
        continue
      }
      records += [.state(target, base: note.base ?? [], text: written.text), .saving(target)]
      saving[target] = records.count
      let text = String(decoding: note.text, as: UTF8.self)
      records.append(.edit(target, NoteEdit(offset: 0, removed: written.text.count, inserted: text)))
    }
    for target in notes.keys { notes[target]?.isInJournal = false }
    sync = SyncSchedule()
    guard let sequence = journals.begin(with: records, because: error, now: now) else { return }
    for (target, count) in saving { notes[target]?.saving?.sequence = sequence - UInt64(records.count - count) }
    for target in unsaved.keys {
      notes[target]?.isInJournal = true
      notes[target]?.isUnkept = false
      notes[target]?.sequence = sequence
    }
    isSyncing = false
    sync.wrote(at: now)
    sync.hurry(at: now)
  }

  /// Puts a note as it is now into the journal, whatever its file holds.
  func keepState(of target: Subject) {
    guard let note = notes[target] else { return }
    pending.append(record(of: note, target))
    notes[target]?.isInJournal = true
    notes[target]?.isUnkept = true
  }
}

/// When what has been written to the journal is put on disk: soon after the last key, and never much later than the
/// first.
///
/// Nothing is to stay off the disk for longer than a quarter of a second after the last key, or a second in all; some of
/// that is left to the disk. Times are milliseconds of any clock that only goes forward.
struct SyncSchedule: Equatable {
  /// After the last write.
  static let pause: Int64 = 200
  /// After the first write that is not on disk.
  static let longest: Int64 = 850

  private var first: Int64?
  private var last: Int64 = 0

  /// When to put it on disk; nil where all is.
  var due: Int64? { first.map { min(last + SyncSchedule.pause, $0 + SyncSchedule.longest) } }

  mutating func wrote(at now: Int64) {
    if first == nil { first = now }
    last = now
  }

  /// All that has been written so far is being put on disk.
  mutating func began() { first = nil }

  /// Do it at once.
  mutating func hurry(at now: Int64) {
    if first == nil { return }
    (first, last) = (now - SyncSchedule.longest, now)
  }
}
