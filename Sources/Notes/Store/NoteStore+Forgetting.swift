public import Agenda
import CPosix
import Files
import Glibc

/// What was forgotten, by a command here, by another window or by a verb, is in nothing here from then on, and is never
/// written back.
extension NoteStore {
  /// Whether a note was forgotten and is not begun anew.
  public func isForgotten(_ target: Subject) -> Bool { forgotten.marks[target].map { $0.begun == nil } ?? false }

  /// Files of forgotten notes that have come back.
  public func returned(known targets: [Subject] = []) -> [ReturnedNote] {
    if forgotten.marks.isEmpty { return [] }
    let strangers = forgotten.strangers(
      among: files.all(known: targets).notes, known: targets, versions: versions(of:))
    return files.returned(known: targets)
      + strangers.sorted { $0.key < $1.key }.map { ReturnedNote(target: $0.value, path: $0.key) }
  }

  /// What is known of a note as it is and was, here and in journals.
  func versions(of target: Subject) -> [[UInt8]] {
    let others = reader.runs.values.compactMap { $0.notes[target] }.flatMap { [$0.text] + $0.history.versions }
    let own = notes[target].map { [$0.text] + $0.history.versions } ?? []
    return others + own + reader.history(of: target)
  }

  /// Takes in what was forgotten since the last time; true where something was.
  @discardableResult
  func takeMarks() -> Bool {
    let new = forgotten.refresh()
    if new.isEmpty { return false }
    reader.forget(forgotten.marks.numbers)
    for target in new {
      notes[target] = nil
      held.forget(target)
      pending.removeAll { $0.target == target }
      typed.remove(target)
      news.fileTroubles[target] = nil
      news.add(.forgotten(target))
    }
    forgotten.isScrubDue = true
    return true
  }

  /// Says that a note which was forgotten is begun anew, by the user's writing in it.
  func beginAnew(_ target: Subject) {
    guard isForgotten(target) else { return }
    // What has come back stays, beside the new one.
    setAside(target)
    forgotten.begin(target, at: Instant(seconds: Int64(time(nil))))
  }

  /// Gives a file that has come back in a note's place another name, under which it is told and read by nobody.
  @discardableResult
  func setAside(_ target: Subject) -> Bool {
    guard forgotten.setAside(target) else { return false }
    news.filesChanged()
    return true
  }

  /// Whether a file in the place of a note is what was forgotten before the note was begun anew.
  func isReturned(_ bytes: [UInt8], _ identity: FileIdentity?, on target: Subject) -> Bool {
    forgotten.isReturned(bytes, identity, on: target, versions: versions(of:))
  }

  /// Takes what was forgotten out of this run's journals.
  func scrubJournals(now: Int64) {
    guard forgotten.isScrubDue else { return }
    if !worker.isBusy { journals.letGo() }
    let scrub = JournalScrub(forgotten.marks.numbers.mapValues { Optional($0) }, calls: calls)
    do throws(FileError) {
      try journals.rewrite(with: scrub)
      forgotten.isScrubDue = false
    } catch {
      // All that is written here goes into another journal, and that one is free for whoever takes notes out of it.
      beginJournal(because: error, now: now)
      forgotten.isScrubDue = false
    }
  }
}
