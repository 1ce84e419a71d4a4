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
    (note.saveDue, note.unsavedSince, note.isProxy) = (nil, nil, false)
    notes[target] = note
    if !note.isInJournal { keepState(of: target, isOwn: false) }
    // So that a start after a crash, and every other window, knows it for ours when it finds it in the file.
    pending.append(.saving(target))
    write(now: now)
    // A journal that has been begun because the other failed says it already.
    if notes[target]?.saving?.sequence == nil { notes[target]?.saving?.sequence = journals.current?.sequence }
    let (marks, number) = (forgotten.marks, forgotten.marks[target]?.number)
    // What is forgotten while it waits for the disk is not written any more.
    let save = CheckedSave(
      path, with: note.text, over: note.base, note.file, journal: journals.current?.descriptor,
      limit: NoteFiles.limit, calls: calls
    ) {
      var now = marks
      now.refresh()
      return now[target]?.number == number
    }
    worker.add { .saved(target, save.run()) }
  }

  /// Tries it again after a while; without a time, at the next start.
  func failSave(_ target: Subject, _ error: FileError, now: Int64?) {
    if let now { notes[target]?.saveDue = now + JournalWriter.retryPause }
    news.fileTroubles[target] = .fileNotWritten(path: files.path(for: target), because: error)
  }

  func receive(_ result: CheckedSave.Outcome, of target: Subject, now: Int64) {
    guard let note = notes[target], let saving = note.saving else { return }
    notes[target]?.saving = nil
    defer { hold(target) }
    switch result {
    case .changed, .failed: break
    case .saved, .overtaken, .unconfirmed, .halfWritten: notes[target]?.history.add(saving.text)
    }
    switch result {
    case .saved(let identity):
      notes[target]?.knows(saving.text, identity)
      forgotten.claim(target, identity)
      // Another window may have gone on meanwhile.
      if note.saveDue == nil, note.text != saving.text { notes[target]?.isJoinedUnsaved = true }
      notes[target]?.isUnconfirmed = false
      notes[target]?.halfWritten = nil
      // What was in them is in the file.
      for left in note.overtaken { _ = calls.unlink(left) }
      notes[target]?.overtaken = []
      news.fileTroubles[target] = nil
      if note.isInJournal, let sequence = saving.sequence { pending.append(.saved(target, sequence: sequence)) }
      // Where no journal can be kept, those that there were know less than the files.
      if !notes.values.contains(where: \.isUnsaved) { journals.retirePast() }
    case .changed(let bytes, let identity):
      if bytes == nil {
        // Somebody has removed the file while something was being written: what was written makes it anew.
        notes[target]?.knows(nil, nil)
        notes[target]?.saveDue = now
      } else if isReturned(bytes ?? [], identity, on: target), setAside(target) {
        notes[target]?.knows(nil, nil)
        notes[target]?.saveDue = now
      } else {
        adopt(bytes ?? [], identity, for: target, because: nil, now: now)
      }
    case .overtaken(let identity, let bytes, let left):
      if isReturned(bytes, nil, on: target) {
        notes[target]?.knows(saving.text, identity)
        break
      }
      adopt(bytes, nil, for: target, because: nil, now: now)
      notes[target]?.knows(saving.text, identity)
      notes[target]?.saveDue = now
      notes[target]?.overtaken.append(left)
      keepState(of: target, isOwn: true)
    case .failed(let error): failSave(target, error, now: now)
    case .unconfirmed(let identity, let error):
      forgotten.claim(target, identity)
      notes[target]?.knows(saving.text, identity)
      notes[target]?.isUnconfirmed = true
      failSave(target, error, now: now)
    case .halfWritten(let error):
      notes[target]?.halfWritten = saving.text
      failSave(target, error, now: now)
    }
  }

  /// Holds the file of a note as it is now, and the one that it has replaced on.
  func hold(_ target: Subject) {
    if let base = notes[target]?.base { held.hold(target, at: files.path(for: target), holding: base) }
  }

  /// Brings what a note's file holds together with what is written here; the file's text becomes the base.
  func adopt(_ bytes: [UInt8], _ identity: FileIdentity?, for target: Subject, because: NoteChange?, now: Int64) {
    guard var note = notes[target] else { return }
    if let half = note.halfWritten, CheckedSave.isTorn(bytes, between: note.base ?? [], and: half) {
      // Nobody else's change, but what our own write has left.
      (note.base, note.file, note.halfWritten) = (bytes, identity, nil)
      notes[target] = note
      return
    }
    let theirs = OpenNote.repaired(bytes)
    let base = because == .edited ? OpenNote.repaired(note.base ?? []) : joining(target).origin(of: theirs, for: note)
    if base != theirs, !note.isInJournal {
      // So that other runs know what this one began with.
      keepState(of: target, isOwn: false)
      write(now: now)
      note = notes[target] ?? note
    }
    let merge = Merge(base: base, ours: note.text, theirs: theirs)
    note.history.add(theirs)
    if base != theirs { note.outside = theirs }
    let change: NoteChange = merge.isConflict ? .conflict(count: merge.conflicts) : because ?? .merged
    let isNew = merge.text != note.text
    note.text = merge.text
    (note.base, note.file) = (bytes, identity)
    note.original = theirs == bytes ? nil : bytes
    (note.saveDue, note.isProxy) = (merge.text == bytes ? nil : now, false)
    news.fileTroubles[target] = nil
    notes[target] = note
    if note.isInJournal || note.saveDue != nil { keepState(of: target, isOwn: base != theirs) }
    if isNew {
      news.add(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
    }
  }
}
