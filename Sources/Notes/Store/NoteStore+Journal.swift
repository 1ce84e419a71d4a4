import Agenda
import Files

extension NoteStore {
  /// Writes the pending records, into another journal where the present one fails.
  func write(now: Int64) {
    postponeSaves(now: now)
    do throws(FileError) {
      let sequence = try journals.append(pending)
      for (index, record) in pending.enumerated() {
        switch record {
        case .edit(let target, _), .own(let target), .joined(let target, _), .state(let target, _, _),
          .seen(let target, _):
          notes[target]?.sequence = sequence
          if record.isOwn {
            notes[target]?.place = JournalPlace(
              number: journals.number, sequence: sequence - UInt64(pending.count - 1 - index))
          }
          notes[target]?.isUnkept = false
          notes[target]?.before = nil
          journals.sync.wrote(at: now)
        // That a file is or was written need not be on disk: without it the same is found out from the file.
        case .beginning, .saving, .saved, .anew: break
        }
      }
    } catch {
      beginJournal(because: error, now: now)
    }
    pending = []
  }

  /// What is being typed is written into its file after a pause, or after a while without one.
  private func postponeSaves(now: Int64) {
    for target in typed { notes[target]?.postponeSave(now: now) }
    typed = []
  }

  /// Begins another journal with all that is not in its file; after an error the old one is not trusted any more.
  func beginJournal(because error: FileError, now: Int64) {
    postponeSaves(now: now)
    // What was to be written is in the notes as they are now, and with them in the new journal.
    pending = []
    for target in notes.keys { notes[target]?.before = nil }
    let unsaved = notes.filter { $0.value.isUnkept || $0.value.isUnsaved }
    var records: [JournalRecord] = []
    // Where the record is that says what a note's file may hold from now on.
    var saving: [Subject: Int] = [:]
    var own: [Subject: Int] = [:]
    for (target, note) in unsaved {
      records += forgotten.beginning(of: target)
      if let written = note.saving {
        records += [.state(target, base: note.base ?? [], text: written.text), .saving(target)]
        saving[target] = records.count
        let text = String(decoding: note.text, as: UTF8.self)
        records.append(.joined(target, NoteEdit(offset: 0, removed: written.text.count, inserted: text)))
      } else {
        records.append(note.state(target))
      }
      if !note.joined.isEmpty { records.append(note.seen(target)) }
      records.append(.own(target))
      own[target] = records.count
    }
    for target in notes.keys { notes[target]?.isInJournal = false }
    journals.sync = SyncSchedule()
    guard let sequence = journals.begin(with: records, because: error, now: now) else { return }
    for (target, count) in saving { notes[target]?.saving?.sequence = sequence - UInt64(records.count - count) }
    for target in unsaved.keys {
      notes[target]?.isInJournal = true
      notes[target]?.isUnkept = false
      notes[target]?.sequence = sequence
      notes[target]?.place = JournalPlace(
        number: journals.number, sequence: sequence - UInt64(records.count - (own[target] ?? records.count)))
    }
    journals.sync.wrote(at: now)
    journals.sync.hurry(at: now)
  }

  /// Puts a note as it is now into the journal, whatever its file holds.
  ///
  /// - Parameter isOwn: whether this run has brought something into it that other runs' journals have not.
  func keepState(of target: Subject, isOwn: Bool) {
    guard notes[target] != nil else { return }
    // What is pending about it is in what it is now.
    let isEdited = pending.contains { $0.isOwn && $0.isText(of: target) }
    pending.removeAll { $0.isText(of: target) }
    notes[target]?.before = nil
    guard let note = notes[target] else { return }
    pending += forgotten.beginning(of: target)
    pending.append(note.state(target))
    if !note.joined.isEmpty { pending.append(note.seen(target)) }
    if isOwn || isEdited { pending.append(.own(target)) }
    if isOwn { notes[target]?.isUnpublished = false }
    notes[target]?.isNewsToJournal = false
    notes[target]?.isInJournal = true
    notes[target]?.isUnkept = true
  }

  /// Puts into the notes what earlier runs could not finish writing; what was recovered is in the news.
  ///
  /// It can be repeated: a journal is done with only when its notes are safe in their files, and what stands in them
  /// already is not put in twice.
  public func recover(now: Int64) -> [NoteNews] {
    for (journals, replay) in JournalShelf.left(
      in: places, notes: NotesFolder(files.folder.notes), forgotten: forgotten.marks.numbers)
    {
      var targets: [Subject] = []
      var isWhole = true
      for (target, note) in replay.notes where note.isUnsaved {
        do throws(FileError) {
          _ = try open(target)
          targets.append(target)
          // It was read together with what journals know of it.
          guard let note = notes[target], note.isJoinedUnsaved else { continue }
          notes[target]?.isJoinedUnsaved = false
          notes[target]?.saveDue = now
          keepState(of: target, isOwn: note.conflicts > 0)
          notes[target]?.conflicts = 0
          let change: NoteChange = note.conflicts > 0 ? .conflict(count: note.conflicts) : .recovered
          news.add(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
        } catch {
          isWhole = false
          failSave(target, error, now: nil)
        }
      }
      if isWhole { earlier.add(journals, with: targets) }
    }
    earlier.startCleaning(now: now)
    return attend(now: now)
  }

  /// Lets this run's own journals go, at its end, where every note is in its file.
  public func close() {
    guard !notes.values.contains(where: \.isOwnUnsaved) else { return }
    journals.retire()
  }
}
