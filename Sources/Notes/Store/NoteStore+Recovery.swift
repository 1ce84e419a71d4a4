import Agenda
import Files
import Glibc

extension NoteStore {
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
          bringBack(target, now: now)
          targets.append(target)
        } catch {
          isWhole = false
          failSave(target, error, now: nil)
        }
      }
      if isWhole { left.append((journals, targets)) }
    }
    cleanDue = now
    return attend(now: now)
  }

  /// Has a note written that was read together with what journals know of it.
  private func bringBack(_ target: Subject, now: Int64) {
    guard let note = notes[target], note.isJoinedUnsaved else { return }
    notes[target]?.isJoinedUnsaved = false
    notes[target]?.saveDue = now
    keepState(of: target, isOwn: note.conflicts > 0)
    let change: NoteChange = note.conflicts > 0 ? .conflict(count: note.conflicts) : .recovered
    notes[target]?.conflicts = 0
    news.add(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
  }

  /// Lets journals go whose notes are all in their files.
  func retireLeft() {
    left.removeAll { journals, targets in
      guard targets.allSatisfy({ !(notes[$0]?.isUnsaved ?? false) }) else { return false }
      journals.forEach { $0.retire() }
      return true
    }
  }

  /// Lets this run's own journals go, at its end, where every note is in its file.
  public func close() {
    guard !notes.values.contains(where: \.isOwnUnsaved) else { return }
    journals.retire()
  }
}
