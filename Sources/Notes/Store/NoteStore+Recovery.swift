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
      in: places, notes: NotesFolder(files.folder.notes), forgotten: marks.numbers)
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
    news.append(.replaced(target, String(decoding: note.text, as: UTF8.self), change))
  }

  /// Whether a file holds the beginning of a new text and behind it the old one, as a write in place leaves it that did
  /// not come to its end.
  static func isTorn(_ bytes: [UInt8], between old: [UInt8], and new: [UInt8]) -> Bool {
    var start = 0
    while start < min(bytes.count, new.count), bytes[start] == new[start] { start += 1 }
    // Written whole, but not yet cut to its length.
    let rest = bytes[start...]
    return bytes.count == max(old.count, start) && rest.elementsEqual(old.dropFirst(start))
      && bytes != old && bytes != new
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
