import Agenda
import Files
import Glibc

extension NoteStore {
  func startSave(_ target: Subject, now: Int64) {
    guard var note = notes[target] else { return }
    if note.text == note.base ?? [], !note.isUnconfirmed {
      notes[target]?.saveDue = nil
      return
    }
    let path = files.path(for: target)
    if let original = note.original {
      do throws(FileError) {
        _ = try ConflictCopy.keep(original, of: path, calls: calls)
        note.original = nil
      } catch {
        failSave(target, error, now: now)
        return
      }
    }
    note.saving = OpenNote.Saving(text: note.text, sequence: nil)
    note.saveDue = nil
    notes[target] = note
    // So that a start after a crash knows it for ours when it finds it in the file.
    if note.isInJournal {
      let journal = journals.number
      pending.append(.saving(target))
      write(now: now)
      // A journal that has been begun meanwhile says it already.
      if journals.number == journal { notes[target]?.saving?.sequence = journals.current?.sequence }
    }
    let save = CheckedSave(
      path, with: note.text, over: note.base, note.file, journal: journals.current?.descriptor,
      limit: NoteFiles.limit, calls: calls)
    worker.add { .saved(target, save.run()) }
  }

  /// Tries it again after a while; without a time, at the next start.
  func failSave(_ target: Subject, _ error: FileError, now: Int64?) {
    if let now { notes[target]?.saveDue = now + JournalWriter.retryPause }
    fileTroubles[target] = .fileNotWritten(path: files.path(for: target), because: error)
  }

  func receive(_ result: CheckedSave.Outcome, of target: Subject, now: Int64) {
    guard let note = notes[target], let saving = note.saving else { return }
    notes[target]?.saving = nil
    switch result {
    case .saved(let identity):
      notes[target]?.base = saving.text
      notes[target]?.file = identity
      notes[target]?.isUnconfirmed = false
      notes[target]?.halfWritten = nil
      fileTroubles[target] = nil
      if note.isInJournal, let sequence = saving.sequence { pending.append(.saved(target, sequence: sequence)) }
      // Where no journal can be kept, those that there were know less than the files.
      if !notes.values.contains(where: \.isUnsaved) { journals.retirePast() }
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
      keepState(of: target)
    case .failed(let error): failSave(target, error, now: now)
    case .unconfirmed(let identity, let error):
      notes[target]?.base = saving.text
      notes[target]?.file = identity
      notes[target]?.isUnconfirmed = true
      failSave(target, error, now: now)
    case .halfWritten(let error):
      notes[target]?.halfWritten = saving.text
      failSave(target, error, now: now)
    }
  }

  /// Brings what a note's file holds together with what is written here; the file's text becomes the base.
  func adopt(_ bytes: [UInt8], _ identity: FileIdentity?, for target: Subject, because: NoteChange?, now: Int64) {
    guard var note = notes[target] else { return }
    if let half = note.halfWritten, NoteStore.isTorn(bytes, between: note.base ?? [], and: half) {
      // Nobody else's change, but what our own write has left.
      (note.base, note.file, note.halfWritten) = (bytes, identity, nil)
      notes[target] = note
      return
    }
    let theirs = NoteStore.repaired(bytes)
    let merge = Merge(base: NoteStore.repaired(note.base ?? []), ours: note.text, theirs: theirs)
    var change = because ?? .merged
    do throws(FileError) {
      if merge.isConflict {
        change = .conflict(keptAs: try ConflictCopy.keep(bytes, of: files.path(for: target), calls: calls))
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
    notes[target] = note
    if note.isInJournal || note.saveDue != nil { keepState(of: target) }
    if isNew || merge.isConflict {
      news.append(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
    }
  }
}
