import Agenda
import Files
import Glibc

extension NoteStore {
  /// Puts into the notes what earlier runs could not finish writing; what was recovered is in the news.
  ///
  /// It can be repeated: a journal is done with only when its notes are safe in their files, and what stands in them
  /// already is not put in twice.
  public func recover(now: Int64) -> [NoteNews] {
    for (journals, replay) in JournalShelf.left(in: places, notes: files.folder.notes) {
      var targets: [Subject] = []
      var isWhole = true
      for (target, note) in replay.notes where note.isUnsaved {
        do throws(FileError) {
          _ = try open(target)
          try recover(note, target, now: now)
          targets.append(target)
        } catch {
          isWhole = false
          failSave(target, error, now: nil)
        }
      }
      if isWhole { left.append((journals, targets)) }
    }
    JournalShelf.clean(places, now: time(nil))
    return attend(now: now)
  }

  private func recover(_ lost: JournalReplay.Note, _ target: Subject, now: Int64) throws(FileError) {
    guard var note = notes[target] else { return }
    // What the file holds may be our own, from the very moment of the end: half written in place, or whole.
    let isOurs =
      note.base == note.text
      && lost.saving.values.contains {
        note.text == $0 || NoteStore.isTorn(note.text, between: lost.base, and: $0)
      } || note.text.starts(with: lost.base) && lost.text.starts(with: note.text)
    // The file went on when no journal could be kept any more: all of this stands in it.
    if !isOurs, note.base == note.text, note.text != lost.base, note.text.starts(with: lost.text) { return }
    // A file that is gone is made anew.
    let isGone = note.base == nil && note.text.isEmpty
    let merge = Merge(base: lost.base, ours: lost.text, theirs: isOurs || isGone ? lost.base : note.text)
    if merge.text == note.text, !merge.isConflict { return }
    var change = NoteChange.recovered
    if merge.isConflict {
      change = .conflict(keptAs: try ConflictCopy.keep(note.text, of: files.path(for: target), calls: calls))
    }
    note.text = merge.text
    note.saveDue = now
    notes[target] = note
    keepState(of: target)
    news.append(.replaced(target, String(decoding: merge.text, as: UTF8.self), change))
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
    guard !notes.values.contains(where: \.isUnsaved) else { return }
    journals.retire()
  }
}
