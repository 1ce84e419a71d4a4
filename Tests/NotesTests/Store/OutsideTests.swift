import Agenda
import CPosix
import Files
import Glibc
import Synchronization
import Testing

@testable import Notes

/// Other programs change the files of notes while they are written here.
struct OutsideTests {
  let writer: Writer
  let path: String

  init() throws {
    writer = try Writer()
    path = writer.files.path(for: .session("s"))
  }

  var conflicts: [String] { writer.scratch.names(in: writer.scratch.user.notes).filter(ConflictCopy.isCopy) }

  @Test func whatAnotherHasWrittenIsTakenOver() throws {
    try writer.scratch.write(path, "one\n")
    _ = try writer.text()
    try writer.writeOutside("one\ntwo\n")
    #expect(try writer.text() == "one\ntwo\n")
    #expect(writer.replacements.last?.change == .merged)
    writer.wait(300)
    #expect(writer.store.deadline == nil)
  }

  @Test func bothChangesStandInTheFile() throws {
    try writer.scratch.write(path, "one\ntwo\nthree\n")
    writer.edit(NoteEdit(offset: 0, removed: 3, inserted: "ONE"))
    try writer.writeOutside("one\ntwo\nTHREE\n")
    #expect(try writer.text() == "ONE\ntwo\nTHREE\n")
    writer.wait(2_100)
    #expect(try writer.file() == "ONE\ntwo\nTHREE\n")
    #expect(conflicts.isEmpty)
  }

  @Test func aLineThatBothHaveChangedStandsTwiceAndNoFileIsLeftBeside() throws {
    try writer.scratch.write(path, "one\n")
    writer.edit(NoteEdit(offset: 3, removed: 0, inserted: " ours"))
    try writer.writeOutside("one theirs\n")
    #expect(writer.replacements.last?.change == .conflict(count: 1))
    writer.wait(2_100)
    #expect(try writer.file() == "one ours\n≠ one theirs\n")
    #expect(writer.scratch.names(in: writer.scratch.user.notes) == ["session-s.md"])
  }

  @Test("What another program changes in a line that was saved is no conflict, though the line had grown before")
  func aLineThatHadGrownIsChangedOutside() throws {
    try writer.type("Article 3: agreed in substance\nArticle 4: a footnote\n")
    writer.wait(2_100)
    writer.edit(NoteEdit(offset: 30, removed: 0, inserted: ", bracketed"))
    writer.wait(2_100)
    let theirs = "Article 3: agreed ad referendum, bracketed\nArticle 4: a footnote\n"
    try writer.writeOutside(theirs)
    #expect(try writer.text() == theirs)
    #expect(conflicts.isEmpty)
  }

  @Test func anOlderCopyWithOneMoreLineTakesNothingAway() throws {
    try writer.type("one\n")
    writer.wait(2_100)
    try writer.type("two\n")
    writer.wait(2_100)
    try writer.type("three\n")
    try writer.writeOutside("one\nfrom an older copy\n")
    writer.wait(2_100)
    let lines = try #require(try writer.file()).split(separator: "\n")
    #expect(Set(lines) == ["one", "two", "three", "from an older copy"] && lines.count == 4)
    #expect(writer.replacements.last?.change == .merged)
  }

  @Test func anOlderCopyFromAnEarlierRunTakesNothingAway() throws {
    for line in ["one\n", "two\n"] {
      let earlier = try Writer(in: writer.scratch)
      try earlier.type(line)
      earlier.wait(2_100)
      earlier.store.close()
    }
    try writer.type("three\n")
    try writer.writeOutside("one\nfrom an older copy\n")
    writer.wait(2_100)
    let lines = try #require(try writer.file()).split(separator: "\n")
    #expect(Set(lines) == ["one", "two", "three", "from an older copy"] && lines.count == 4)
  }

  @Test func aChangeAtTheMomentOfSavingIsNotLost() throws {
    try writer.scratch.write(path, "one\n")
    try writer.type("two\n")
    // Without a look at the folder: the save itself has to see it.
    let save = CheckedSave(
      path, with: Array("one\ntwo\n".utf8), over: Array("one\n".utf8), nil, journal: nil, limit: 1 << 20)
    try DurableFile(path).replace(with: Array("zero\none\n".utf8))
    guard case .changed(let bytes?, _) = save.run() else { return #expect(Bool(false)) }
    #expect(bytes == Array("zero\none\n".utf8))
    writer.wait(2_100)
    #expect(try writer.file() == "zero\none\ntwo\n")
  }

  @Test func aFileThatIsExchangedInTheLastMomentIsFoundInTheOldOnesPlace() throws {
    try writer.scratch.write(path, "one\n")
    let (path, base) = (path, Array("one\n".utf8))
    var calls = FileCalls.system
    let isQuick = Atomic(true)
    calls.exchange = { one, other in
      // Another program saves between the last look and the exchange.
      if isQuick.exchange(false, ordering: .relaxed) {
        try? DurableFile(path).replace(with: Array("one\ntheirs\n".utf8))
      }
      return FileCalls.system.exchange(one, other)
    }
    let file = try #require(try RegularFile.read(path, limit: 100))
    let save = CheckedSave(
      path, with: Array("one\nours\n".utf8), over: base, file.identity, journal: nil, limit: 1 << 20, calls: calls)
    guard case .overtaken(_, let other, let left) = save.run() else { return #expect(Bool(false)) }
    #expect(other == Array("one\ntheirs\n".utf8))
    #expect(try RegularFile.read(left, limit: 100)?.bytes == other)
    unlink(left)
    isQuick.store(true, ordering: .relaxed)
    let writer = try Writer(calls: calls, in: writer.scratch)
    try writer.scratch.write(path, "one\n")
    try writer.type("ours\n")
    writer.wait(2_100)
    writer.settle()
    #expect(try Set(#require(try writer.file()).split(separator: "\n")) == ["one", "ours", "theirs"])
    #expect(writer.scratch.names(in: writer.scratch.user.notes) == ["session-s.md"])
  }

  @Test func aFileThatIsGoneIsMadeAnewByTheNextWord() throws {
    try writer.type("one")
    writer.wait(2_100)
    #expect(unlink(path) == 0)
    writer.settle()
    #expect(try writer.file() == nil)
    #expect(try writer.text() == "one")
    try writer.type(" two")
    writer.wait(2_100)
    #expect(try writer.file() == "one two")
  }

  @Test func aLinkStaysAndSoDoTheModeAndWhatIsBesideIt() throws {
    let real = writer.scratch.path + "/elsewhere/real.md"
    try writer.scratch.write(real, "one\n")
    #expect(chmod(real, 0o640) == 0)
    try Folder.make(writer.scratch.user.notes)
    #expect(symlink("../../../elsewhere/real.md", path) == 0)
    try writer.type("two\n")
    writer.wait(2_100)
    #expect(try writer.scratch.text(real) == "one\ntwo\n")
    var info = stat()
    #expect(lstat(path, &info) == 0)
    #expect(info.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(real, &info) == 0)
    #expect(info.st_mode & 0o777 == 0o640)
    #expect(writer.scratch.names(in: writer.scratch.path + "/elsewhere") == ["real.md"])
    // And it is watched where it is.
    try DurableFile(real).replace(with: Array("one\ntwo\nthree\n".utf8))
    writer.settle()
    #expect(try writer.text() == "one\ntwo\nthree\n")
  }

  @Test(arguments: [EBUSY, EPERM, EXDEV])
  func whereAFileCannotBeReplacedItIsWrittenInPlace(code: Int32) throws {
    var calls = FileCalls.system
    calls.exchange = { _, _ in
      errno = code
      return -1
    }
    calls.rename = calls.exchange
    let writer = try Writer(calls: calls, in: writer.scratch)
    try writer.scratch.write(path, "a long line that goes\n")
    var before = stat()
    #expect(stat(path, &before) == 0)
    writer.edit(NoteEdit(offset: 0, removed: 22, inserted: "short"))
    writer.wait(2_100)
    #expect(try writer.file() == "short")
    var after = stat()
    #expect(stat(path, &after) == 0)
    #expect(before.st_ino == after.st_ino)
    #expect(writer.trouble == nil)
    #expect(writer.scratch.names(in: writer.scratch.user.notes) == ["session-s.md"])
  }

  @Test func aFileThatIsNoTextIsKeptAsItWas() throws {
    let original: [UInt8] = [0x61, 0xFF, 0x0A]
    try writer.scratch.write(path, original)
    #expect(try writer.text() == "a\u{FFFD}\n")
    writer.wait(5_000)
    #expect(try RegularFile.read(path, limit: 100)?.bytes == original, "to look at it changes nothing")
    try writer.type("b")
    writer.wait(2_100)
    #expect(try writer.file() == "a\u{FFFD}\nb")
    let copy = try #require(conflicts.first)
    #expect(try RegularFile.read("\(writer.scratch.user.notes)/\(copy)", limit: 100)?.bytes == original)
  }

  @Test func twoThatWriteAtOnceLoseNothingOfEachOther() throws {
    let other = try Writer(in: writer.scratch)
    try writer.scratch.write(path, "title\n")
    for round in 0..<20 {
      try writer.type("a\(round)\n")
      try other.type("b\(round)\n")
      for one in round.isMultiple(of: 2) ? [writer, other] : [other, writer] { one.wait(2_100) }
    }
    for one in [writer, other, writer] { one.wait(2_100) }
    let lines = try #require(try writer.file()).split(separator: "\n").map(String.init)
    #expect(Set(lines) == Set(["title"] + (0..<20).flatMap { ["a\($0)", "b\($0)"] }))
    #expect(lines.count == 41)
    #expect(try writer.text() == other.text())
    #expect(conflicts.isEmpty)
  }

  @Test func aFileOfANoteThatIsNotOpenIsNews() throws {
    _ = writer.store.descriptors
    writer.settle()
    try writer.scratch.write(writer.files.path(for: .session("other")), "new")
    writer.settle()
    #expect(writer.news.contains(.filesChanged))
    #expect(writer.store.all().notes.map(\.text) == ["new"])
  }

  @Test func linesAddedByAScriptStandWhileTheNoteIsWritten() throws {
    try writer.type("typing")
    let added = try NoteWriting(files: writer.files, places: writer.places).add("from a script", to: .session("s"))
    #expect(added == .inFile(path: path))
    // What is being typed is in what it has added to.
    #expect(try writer.file() == "typing\nfrom a script\n")
    writer.settle()
    #expect(try writer.text() == "typing\nfrom a script\n")
    #expect(writer.replacements.last?.change == .joined)
    #expect(
      try NoteWriting(files: writer.files, places: writer.places).add("more\nlines\n", to: .session("s")) == added)
    writer.settle()
    #expect(try writer.text() == "typing\nfrom a script\nmore\nlines\n")
  }

  /// A program that has opened a note's file to add to it, and never looks at its name again.
  private final class Tee {
    private let descriptor: Int32
    init(_ path: String) { descriptor = open(path, O_WRONLY | O_APPEND) }
    deinit { close(descriptor) }
    func add(_ text: String) { #expect(write(descriptor, text, text.utf8.count) == text.utf8.count) }
  }

  @Test func whoGoesOnWritingIntoAReplacedFileIsReadOn() throws {
    try writer.scratch.write(path, "one\n")
    _ = try writer.text()
    let tee = Tee(path)
    tee.add("tee 1\n")
    writer.settle()
    #expect(try writer.text() == "one\ntee 1\n", "before the file is closed")
    for number in 2..<8 {
      try writer.type("typed \(number)\n")
      writer.wait(2_100)
      tee.add("tee \(number)\n")
      writer.settle()
    }
    writer.wait(2_100)
    let lines = try #require(try writer.file()).split(separator: "\n").map(String.init)
    #expect(lines.sorted() == (["one", "tee 1"] + (2..<8).flatMap { ["typed \($0)", "tee \($0)"] }).sorted())
    #expect(try writer.text() == writer.file())
    #expect(try lines.first == "one" && NoteConflict.count(in: writer.text()) == 0)
  }

  @Test func whoWritesIntoAFileThatAVerbHasReplacedIsReadOn() throws {
    try writer.scratch.write(path, "one\n")
    _ = try writer.text()
    let tee = Tee(path)
    _ = try NoteWriting(files: writer.files, places: writer.places).add("added", to: .session("s"))
    writer.settle()
    tee.add("tee\n")
    writer.settle()
    writer.wait(2_100)
    #expect(try Set(#require(try writer.file()).split(separator: "\n")) == ["one", "added", "tee"])
  }

  @Test func theLastEightReplacedFilesAreHeldAndNoMore() throws {
    try writer.scratch.write(path, "one\n")
    _ = try writer.text()
    for number in 0..<20 {
      try writer.type("\(number)\n")
      writer.wait(2_100)
    }
    #expect(writer.store.held.replaced.count == HeldFiles.most)
  }
}
