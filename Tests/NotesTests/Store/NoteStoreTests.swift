import Agenda
import CPosix
import Files
import Glibc
import Testing

@testable import Notes

struct NoteStoreTests {
  let writer: Writer

  init() throws { writer = try Writer() }

  func records(_ path: String) throws -> [JournalRecord] {
    JournalFormat.read(try #require(try RegularFile.read(path, limit: 1 << 24)).bytes).map(\.record)
  }

  @Test func whatIsTypedIsInTheJournalBeforeItIsShown() throws {
    try writer.type("Hello")
    #expect(writer.safety() == .kept)
    let journal = try #require(writer.journals.first)
    #expect(
      try records(journal).dropFirst() == [
        .state(.session("s"), base: [], text: nil),
        .edit(.session("s"), NoteEdit(offset: 0, removed: 0, inserted: "Hello")),
      ])
    #expect(try writer.file() == nil)
  }

  @Test func aPauseOfAQuarterOfASecondPutsItOnDisk() throws {
    try writer.type("Hello")
    // A part of it is left to the disk.
    #expect(writer.store.deadline == writer.now + 200)
    writer.wait(199)
    #expect(writer.safety() == .kept)
    writer.wait(1)
    #expect(writer.safety() == .saved)
  }

  @Test func whoNeverPausesIsOnDiskAfterASecond() throws {
    for _ in 0..<17 {
      try writer.type("x")
      #expect(writer.safety() == .kept)
      writer.wait(50)
    }
    #expect(writer.safety() == .saved)
  }

  @Test func twoSecondsWithoutAKeyWriteTheFile() throws {
    try writer.type("Hello")
    writer.wait(1_999)
    #expect(try writer.file() == nil)
    writer.wait(1)
    #expect(try writer.file() == "Hello")
    #expect(writer.store.deadline == nil)
    var info = stat()
    #expect(stat(writer.files.path(for: .session("s")), &info) == 0)
    #expect(info.st_mode & 0o777 == 0o600)
    #expect(stat(writer.scratch.user.notes, &info) == 0)
    #expect(info.st_mode & 0o777 == 0o700)
  }

  @Test func leavingANoteWritesItAtOnce() throws {
    try writer.type("Hello")
    writer.store.save(now: writer.now)
    writer.settle()
    #expect(try writer.file() == "Hello")
  }

  @Test func theEndWritesWhatIsThere() throws {
    try writer.type("Hello")
    #expect(writer.finish().isEmpty)
    #expect(try writer.file() == "Hello")
  }
}

extension NoteStoreTests {
  @Test func whatIsTypedWhileSomethingElseIsAttendedToIsWrittenToo() throws {
    try writer.type("Hello")
    writer.store.edit(.session("s"), NoteEdit(offset: 5, removed: 0, inserted: " world"))
    // A disk has answered before the batch of keys is over.
    writer.note(writer.store.attend(now: writer.now))
    writer.note(writer.store.commit(now: writer.now))
    #expect(writer.finish().isEmpty)
    #expect(try writer.file() == "Hello world")
  }
}
