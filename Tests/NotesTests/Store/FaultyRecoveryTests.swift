import Agenda
import CPosix
import Files
import Glibc
import Testing

@testable import Notes

/// A journal fails, or something is typed, while a note's file is being written, and then the program dies: the next start
/// knows the file for its own.
struct FaultyRecoveryTests {
  let faults = Faults()
  let writer: Writer

  init() throws {
    writer = try Writer(calls: faults.calls)
    try writer.scratch.write(writer.files.path(for: .session("s")), "before\n")
  }

  /// The next start, after the death of the one that was writing.
  private func expectNext(_ text: String) throws {
    faults.heal()
    writer.die()
    let next = try Writer(in: writer.scratch)
    next.recover()
    next.settle()
    #expect(try next.file() == text)
    #expect(next.scratch.names(in: next.scratch.user.notes).filter(ConflictCopy.isCopy).isEmpty)
  }

  @Test(arguments: [EIO, EROFS])
  func theRecordBeforeTheSaveFails(code: Int32) throws {
    try writer.type("one")
    writer.wait(300)
    faults.fail(.write, .error(code), at: 1, forGood: false)
    writer.wait(2_100)
    #expect(faults.hits == 1)
    #expect(try writer.file() == "before\none")
    try writer.type(" two")
    try expectNext("before\none two")
  }

  @Test func theJournalFailsWhileTheFileIsBeingWritten() throws {
    try writer.type("one")
    writer.wait(300)
    try writer.type(" two")
    // Both at once: the file is written, and the journal that says so cannot be put on disk.
    faults.fail(.syncData, .error(EIO), at: 1, forGood: false)
    writer.wait(2_100)
    #expect(faults.hits == 1)
    try writer.type(" three")
    try expectNext("before\none two three")
  }

  @Test func theJournalIsReplacedBetweenTheSaveAndItsEnd() throws {
    try writer.type("one")
    writer.store.save(now: writer.now)
    // The save is under way, nobody has looked yet what has come of it.
    writer.note(writer.store.attend(now: writer.now))
    faults.fail(.write, .error(EIO), at: 1, forGood: false)
    try writer.type(" two")
    #expect(faults.hits == 1)
    #expect(writer.store.worker.wait(milliseconds: 10_000))
    try expectNext("before\none two")
  }

  @Test func noJournalCanBePutOnDiskAndTheFileGoesOn() throws {
    try writer.type("one")
    faults.fail(.syncData, .error(EIO), at: 1, forGood: true)
    for _ in 0..<10 { writer.wait(900) }
    // In the midst of what is in the journals.
    writer.edit(NoteEdit(offset: 7, removed: 1, inserted: "ONCE "))
    writer.wait(2_100)
    #expect(try writer.file() == "before\nONCE ne")
    try expectNext("before\nONCE ne")
  }

  @Test func aKeyComesTogetherWithTheNewsOfAFailedSync() throws {
    try writer.type("one")
    faults.fail(.syncData, .error(EIO), at: 1, forGood: false)
    writer.store.save(now: writer.now)
    writer.note(writer.store.attend(now: writer.now))
    #expect(writer.store.worker.wait(milliseconds: 10_000))
    // In one batch of input: it is not kept yet when the news is taken.
    writer.store.edit(.session("s"), NoteEdit(offset: 10, removed: 0, inserted: " two"))
    writer.note(writer.store.attend(now: writer.now))
    writer.note(writer.store.commit(now: writer.now))
    try writer.type(" three")
    try expectNext("before\none two three")
  }

  @Test func whatWasTakenAwayAfterTheSaveStaysAway() throws {
    try writer.type("one")
    writer.wait(2_100)
    writer.edit(NoteEdit(offset: 8, removed: 2, inserted: ""))
    try expectNext("before\no")
  }

  @Test func whatWasTakenBackWhileItWasBeingSavedStaysAway() throws {
    try writer.type("one")
    writer.store.save(now: writer.now)
    writer.note(writer.store.attend(now: writer.now))
    #expect(writer.store.worker.wait(milliseconds: 10_000))
    #expect(try writer.file() == "before\none")
    // As it was before: nobody has said yet that the file is another.
    writer.edit(NoteEdit(offset: 7, removed: 3, inserted: ""))
    try expectNext("before\n")
  }
}
