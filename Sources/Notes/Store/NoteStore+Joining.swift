import Agenda
import Files

/// Several runs of the program write notes of one folder: windows, and verbs beside them.
///
/// Each has a journal and reads those of the others, and before it writes into its own it takes in what the others have
/// written, while a lock keeps them from writing. So there is one order of all that is typed, all texts become the same,
/// and nothing contradicts. Who has not got the lock writes all the same; then the text that both had in common is known
/// from what each journal says that it had seen of the other.
extension NoteStore {
  /// Does something while no other run writes into its journal.
  func alone(now: Int64, isWriting: Bool = false, _ body: () -> Void) {
    if lock.isGivenUp(now: now) { return body() }
    if isWriting || !pending.isEmpty { journals.makeFolder() }
    let held = lock.take(now: now)
    body()
    held.release()
  }

  /// Takes in what other runs have written since the last time.
  func join(now: Int64) {
    takeMarks()
    reader.catchUp()
    for target in reader.takeNews() {
      guard var note = notes[target] else {
        news.filesChange(now: now)
        continue
      }
      let text = note.text
      joining(target).join(into: &note, &pending)
      note.conflicts = 0
      notes[target] = note
      publish(target)
      if note.text != text { news.add(.replaced(target, String(decoding: note.text, as: UTF8.self), .joined)) }
    }
  }

  /// Lets other runs know what has become of a note here, and of what.
  func publish(_ target: Subject) {
    guard notes[target]?.isUnpublished == true else { return }
    notes[target]?.isUnpublished = false
    keepState(of: target, isOwn: true)
  }

  func joining(_ target: Subject) -> Joining { Joining(target: target, own: journals.run, reader: reader) }
}
