public import Agenda
import Files
import Glibc

extension NoteStore {
  func tellSafety() {
    for (target, note) in notes {
      let safety = safety(of: note)
      guard note.told != safety else { continue }
      notes[target]?.told = safety
      news.append(.safety(target, safety))
    }
  }

  private func safety(of note: OpenNote) -> NoteSafety {
    if note.isUnkept { return .notSaved(journals.failure ?? .system(call: "write", path: "", errno: EIO)) }
    if note.isInJournal, note.isUnsaved || note.saveDue != nil, note.sequence > journals.syncedSequence {
      return journals.failure.map { .notSaved($0) } ?? .kept
    }
    return .saved
  }

  func tellTrouble() {
    let trouble = journals.trouble ?? fileTroubles.values.first
    if trouble == toldTrouble { return }
    toldTrouble = trouble
    news.append(.trouble(trouble))
  }

  /// Has every note that is not in its file written now, without waiting for it.
  public func save(now: Int64) {
    for (target, note) in notes where note.saveDue != nil { notes[target]?.saveDue = min(note.saveDue ?? now, now) }
    sync.hurry(at: now)
  }

  /// Puts everything on disk, and waits for it, so long at most; gives the notes that are not safe in a file or in a
  /// journal on disk.
  public func finish(now: () -> Int64, within milliseconds: Int64) -> (news: [NoteNews], endangered: [Subject]) {
    let end = now() + milliseconds
    var told = commit(now: now())
    // A file that has changed meanwhile is merged and written once more, and a journal that fails is begun once more.
    for round in 0..<10 {
      // What has failed twice would fail once more.
      if round < 2 { save(now: now()) }
      told += attend(now: now())
      guard worker.isBusy, worker.wait(milliseconds: max(0, end - now())) else { break }
      told += attend(now: now())
    }
    let endangered = notes.filter { note in
      note.value.isUnsaved && safety(of: note.value) != .saved
    }
    return (told, Array(endangered.keys))
  }
}
