import Agenda
import CPosix
import Files
import Glibc
import Testing

@testable import Notes

/// What the sudden death of the program leaves, and what the next start makes of it.
struct RecoveryTests {
  let writer: Writer
  let path: String

  init() throws {
    writer = try Writer()
    path = writer.files.path(for: .session("s"))
  }

  /// The next start, after the death of the one that was writing.
  func next() throws -> Writer {
    writer.die()
    let next = try Writer(in: writer.scratch)
    next.recover()
    return next
  }

  @Test func whatWasTypedIsBackAndSoIsItsFile() throws {
    try writer.scratch.write(path, "before\n")
    try writer.type("typed")
    let next = try next()
    #expect(try next.text() == "before\ntyped")
    #expect(try next.file() == "before\ntyped")
    #expect(next.replacements.map(\.change) == [.recovered])
  }

  @Test func itIsRecoveredOnce() throws {
    try writer.type("typed")
    let first = try next()
    #expect(first.replacements.count == 1)
    let second = try Writer(in: writer.scratch)
    second.recover()
    #expect(second.replacements.isEmpty)
    #expect(second.journals.contains { $0.hasSuffix(".jnl.old") })
  }

  @Test func whatIsInItsFileIsNotRecovered() throws {
    try writer.type("typed")
    writer.wait(2_100)
    #expect(try next().replacements.isEmpty)
  }

  @Test func aRecoveryThatIsInterruptedBeginsAnew() throws {
    try writer.type("typed")
    writer.die()
    let second = try Writer(in: writer.scratch)
    second.note(second.store.recover(now: second.now))
    second.die()
    let third = try Writer(in: writer.scratch)
    third.recover()
    #expect(try third.file() == "typed")
  }

  @Test func aJournalThatIsCutAnywhereGivesWhatCameBefore() throws {
    let words = ["one ", "two ", "три ", "four"]
    for word in words { try writer.type(word) }
    let journal = try #require(writer.journals.first)
    let bytes = try #require(try RegularFile.read(journal, limit: 1 << 20)).bytes
    var texts: Set<String> = [""]
    for word in words { texts.insert((texts.max { $0.utf8.count < $1.utf8.count } ?? "") + word) }
    for end in 0...bytes.count {
      var replay = JournalReplay()
      replay.add(JournalFormat.read(Array(bytes[..<end])))
      let text = replay.notes[.session("s")].map { String(decoding: $0.text, as: UTF8.self) } ?? ""
      #expect(texts.contains(text), "cut at \(end): \(text)")
    }
  }

  @Test func aJournalWithAnyDamagedByteGivesNothingThatWasNotTyped() throws {
    let words = ["one ", "two ", "three"]
    for word in words { try writer.type(word) }
    let journal = try #require(writer.journals.first)
    let bytes = try #require(try RegularFile.read(journal, limit: 1 << 20)).bytes
    for place in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= change
        var replay = JournalReplay()
        replay.add(JournalFormat.read(damaged))
        let text = replay.notes[.session("s")].map { String(decoding: $0.text, as: UTF8.self) } ?? ""
        #expect("one two three".hasPrefix(text))
      }
    }
  }

  @Test func whatOthersDidAfterTheDeathStays() throws {
    try writer.scratch.write(path, "one\ntwo\n")
    writer.edit(NoteEdit(offset: 0, removed: 3, inserted: "ONE"))
    writer.die()
    try DurableFile(path).replace(with: Array("one\ntwo\nthree\n".utf8))
    let next = try next()
    #expect(try next.file() == "ONE\ntwo\nthree\n")
  }

  @Test func aConflictWithWhatOthersDidAfterTheDeathKeepsBoth() throws {
    try writer.scratch.write(path, "one\n")
    writer.edit(NoteEdit(offset: 3, removed: 0, inserted: " typed"))
    writer.die()
    try DurableFile(path).replace(with: Array("one else\n".utf8))
    for _ in 0..<2 {
      let next = try Writer(in: writer.scratch)
      next.recover()
      #expect(try next.file() == "one typed\n≠ one else\n")
    }
    #expect(writer.scratch.names(in: writer.scratch.user.notes) == ["session-s.md"])
  }

  @Test func aFileThatWasRemovedAfterTheDeathIsMadeAnew() throws {
    try writer.scratch.write(path, "one\n")
    try writer.type("two\n")
    writer.die()
    #expect(unlink(path) == 0)
    #expect(try next().file() == "one\ntwo\n")
  }

  @Test func aDeathBetweenTheFileAndItsRecordIsNoChangeOfOthers() throws {
    try writer.scratch.write(path, "before\n")
    try writer.type("two")
    // Handed over to be written, and written; nobody has heard of it yet when more is typed and the end comes.
    writer.store.save(now: writer.now)
    _ = writer.store.attend(now: writer.now)
    #expect(writer.store.worker.wait(milliseconds: 10_000))
    #expect(try writer.file() == "before\ntwo")
    try writer.type(" four")
    let next = try next()
    #expect(try next.file() == "before\ntwo four")
  }

  @Test func aFileHalfWrittenInPlaceIsMended() throws {
    let (old, new) = ("old text that is long\n", "new and short\n")
    for cut in [0, 1, 5, 13, 14] {
      let writer = try Writer()
      let path = writer.files.path(for: .session("s"))
      try writer.scratch.write(path, old)
      writer.edit(NoteEdit(offset: 0, removed: old.utf8.count, inserted: new))
      writer.store.save(now: writer.now)
      _ = writer.store.attend(now: writer.now)
      _ = writer.store.worker.wait(milliseconds: 10_000)
      writer.die()
      let half = Array(new.utf8.prefix(cut)) + old.utf8.dropFirst(cut)
      let file = try #require(fopen(path, "r+"))
      #expect(fwrite(half, 1, half.count, file) == half.count)
      fclose(file)
      let next = try Writer(in: writer.scratch)
      next.recover()
      #expect(try next.file() == new, "cut at \(cut)")
      #expect(writer.scratch.names(in: writer.scratch.user.notes) == ["session-s.md"])
    }
  }

  @Test func aJournalOfALivingProcessIsReadAndLeftAlone() throws {
    try writer.type("typed")
    let other = try Writer(in: writer.scratch)
    other.recover()
    #expect(other.replacements.isEmpty)
    #expect(try other.file() == nil)
    #expect(other.store.all().notes.map(\.text) == ["typed"])
    #expect(!writer.journals.contains { $0.hasSuffix(".old") })
  }

  @Test func allJournalsOfARunCountTheLatestLast() throws {
    let faults = Faults()
    let writer = try Writer(calls: faults.calls, in: writer.scratch)
    try writer.type("one")
    faults.fail(.syncData, .error(EIO), at: 1, forGood: false)
    writer.wait(300)
    try writer.type(" two")
    writer.die()
    #expect(writer.journals.count == 2)
    let next = try Writer(in: writer.scratch)
    next.recover()
    #expect(try next.file() == "one two")
    #expect(next.replacements.count == 1)
  }

  @Test func journalsGoTwoWeeksAfterTheirNotesAreSafe() throws {
    try writer.type("typed")
    writer.wait(2_100)
    writer.store.close()
    let old = try #require(writer.journals.first)
    #expect(old.hasSuffix(".jnl.old"))
    OldJournals.clean(writer.places, now: time(nil) + OldJournals.keepingTime - 10)
    #expect(writer.journals == [old])
    OldJournals.clean(writer.places, now: time(nil) + OldJournals.keepingTime + 10)
    #expect(writer.journals.isEmpty)
  }

  private func folder(_ name: String) throws -> UserFolder {
    let path = writer.scratch.path + "/" + name
    return try #require(UserFolder(conference: "c", environment: { $0 == "XDG_DATA_HOME" ? path : nil }))
  }

  @Test func aJournalIsNeverUsedForAnotherFolder() throws {
    try writer.type("typed")
    writer.die()
    // The folder in which it was begun is gone, and another one is in use.
    let other = NoteFiles(in: try folder("other"))
    let store = NoteStore(files: other, places: writer.places)
    #expect(store.recover(now: 0).isEmpty)
    #expect(store.all().notes.isEmpty)
    #expect(writer.journals.allSatisfy { $0.hasSuffix(".jnl") })
    #expect(try next().file() == "typed")
  }

  @Test func whereItsFolderIsMovedAJournalGoesWithIt() throws {
    try writer.scratch.write(path, "before\n")
    try writer.type("typed")
    writer.die()
    let moved = try folder("moved")
    try Folder.make(Path.split(moved.path).folder)
    #expect(rename(writer.scratch.user.path, moved.path) == 0)
    let store = NoteStore(files: NoteFiles(in: moved), places: writer.places)
    #expect(store.all().notes.map(\.text) == ["before\ntyped"])
  }

  @Test func aJournalOfTheFirstFormatIsRecovered() throws {
    try writer.scratch.write(path, "before\n")
    var bytes = Array("PLENARY JOURNAL 1\n".utf8)
    func add(_ operation: UInt8, _ sequence: UInt8, _ rest: [UInt8]) {
      let number = { (value: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }
      let record = number(UInt32(13 + rest.count)) + [sequence, 0, 0, 0, 0, 0, 0, 0, operation] + rest
      bytes += record + number(Checksum.of(record))
    }
    add(0, 1, [7, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0] + Array(writer.scratch.user.notes.utf8))
    add(1, 2, [0, 1, 0, 0, 0] + Array("s".utf8) + [7, 0, 0, 0] + Array("before\n".utf8))
    add(3, 3, [0, 1, 0, 0, 0] + Array("s".utf8) + [7, 0, 0, 0, 0, 0, 0, 0] + Array("typed".utf8))
    let folder = writer.scratch.path + "/state/plenary/journal/c"
    try Folder.make(folder)
    try writer.scratch.write(folder + "/x-1.jnl", bytes)
    #expect(try next().file() == "before\ntyped")
  }

  @Test func aFolderThatIsSomebodyElsesIsNotUsed() throws {
    let folder = writer.scratch.path + "/shared"
    try Folder.make(folder)
    #expect(chmod(folder, 0o777) == 0)
    #expect(throws: FileError.system(call: "lstat", path: folder, errno: EPERM)) {
      try JournalPlaces.checkOwner(folder)
    }
    #expect(symlink(writer.scratch.path, writer.scratch.path + "/link") == 0)
    #expect(throws: FileError.self) { try JournalPlaces.checkOwner(writer.scratch.path + "/link") }
  }

  @Test func theJournalAndItsFolderAreForTheUserAlone() throws {
    try writer.type("typed")
    let journal = try #require(writer.journals.first)
    var info = stat()
    #expect(stat(journal, &info) == 0)
    #expect(info.st_mode & 0o777 == 0o600)
    // A mebibyte is set aside ahead of what is written.
    #expect(Int(info.st_blocks) * 512 >= Journal.reserve)
    #expect(stat(Path.split(journal).folder, &info) == 0)
    #expect(info.st_mode & 0o777 == 0o700)
  }
}
