import CPosix
import Glibc
import Support
import Testing

@testable import Files

/// What a cut of power leaves depends on the order of calls alone, so it is their order that is held here.
struct CallOrderTests {
  let folder: TemporaryFolder
  let log: FileLog
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    log = FileLog(in: folder.path)
    path = folder.path + "/file"
  }

  func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("A file is on disk before it has its name, and the name is put on disk after it")
  func replace() throws {
    for _ in 0..<2 {
      log.clear()
      try DurableFile(path, calls: log.calls).replace(with: bytes("new"))
      #expect(log.lines == ["write ~", "sync ~", "rename ~ file", "sync ./"])
    }
  }

  @Test("What a library has written is put on disk before it has its name")
  func finished() throws {
    let temporary = TemporaryName.new(in: folder.path)
    try TemporaryFolder.write(bytes("pages"), to: temporary)
    try DurableFile(path, calls: log.calls).replace(withFile: temporary)
    #expect(log.lines == ["sync ~", "rename ~ file", "sync ./"])
    #expect(try RegularFile.read(path, limit: 10)?.bytes == bytes("pages"))
  }

  @Test("Another name is put on disk, and replaces nothing")
  func move() throws {
    try TemporaryFolder.write(bytes("one"), to: path)
    try DurableFile(path, calls: log.calls).move(to: path + "2")
    #expect(log.lines == ["link file file2", "unlink file", "sync ./"])
    try TemporaryFolder.write(bytes("another"), to: path)
    #expect(throws: FileError.system(call: "link", path: path + "2", errno: EEXIST)) {
      try DurableFile(path).move(to: path + "2")
    }
    #expect(try RegularFile.read(path + "2", limit: 10)?.bytes == bytes("one"))
    // A file system without links.
    log.clear()
    var calls = log.calls
    calls.link = { _, _ in
      errno = EPERM
      return -1
    }
    #expect(throws: FileError.self) { try DurableFile(path, calls: calls).move(to: path + "2") }
    try DurableFile(path, calls: calls).move(to: path + "3")
    #expect(log.lines == ["rename file file3", "sync ./"])
  }

  @Test("A new note is renamed, one that is there is exchanged, and each name is put on disk")
  func checkedSave() throws {
    let new = CheckedSave(path, with: bytes("one"), over: nil, nil, journal: nil, limit: 10, calls: log.calls)
    guard case .saved(let identity) = new.run() else { return #expect(Bool(false)) }
    #expect(log.lines == ["write ~", "sync ~", "rename ~ file", "sync ./"])
    log.clear()
    let next = CheckedSave(
      path, with: bytes("two"), over: bytes("one"), identity, journal: nil, limit: 10, calls: log.calls)
    guard case .saved = next.run() else { return #expect(Bool(false)) }
    #expect(log.lines == ["write ~", "sync ~", "exchange ~ file", "sync ./", "unlink ~"])
    #expect(try RegularFile.read(path, limit: 10)?.bytes == bytes("two"))
    #expect(TemporaryFolder.names(in: folder.path) == ["file"])
  }

  @Test("Where nothing can be exchanged it is renamed, and where nothing can be renamed it is written in place")
  func refusals() throws {
    try TemporaryFolder.write(bytes("one"), to: path)
    var calls = log.calls
    calls.exchange = { _, _ in
      errno = EINVAL
      return -1
    }
    let first = CheckedSave(path, with: bytes("two"), over: bytes("one"), nil, journal: nil, limit: 10, calls: calls)
    guard case .saved(let identity) = first.run() else { return #expect(Bool(false)) }
    #expect(log.lines == ["write ~", "sync ~", "rename ~ file", "sync ./"])
    log.clear()
    calls.rename = { _, _ in
      errno = EBUSY
      return -1
    }
    let journal = try calls.open(folder.path + "/journal", flags: O_WRONLY | O_CREAT, mode: 0o600)
    defer { close(journal) }
    let second = CheckedSave(
      path, with: bytes("3"), over: bytes("two"), identity, journal: journal, limit: 10, calls: calls)
    guard case .saved = second.run() else { return #expect(Bool(false)) }
    #expect(
      log.lines == [
        "write ~", "sync ~", "sync data journal", "write file", "truncate file", "sync file", "unlink ~",
      ])
    #expect(try RegularFile.read(path, limit: 10)?.bytes == bytes("3"))
  }

  @Test("Nothing of a batch is moved before all of it is on disk, and each folder is put on disk once")
  func batch() throws {
    try Folder.make(folder.path + "/texts")
    var batch = FileBatch(isPrivate: false, calls: log.calls)
    for name in ["texts/1", "texts/2", "agenda"] { try batch.prepare("\(folder.path)/\(name)", with: bytes(name)) }
    try batch.commit()
    #expect(
      log.lines == [
        "write texts/~", "sync texts/~", "write texts/~", "sync texts/~", "write ~", "sync ~",
        "rename texts/~ texts/1", "rename texts/~ texts/2", "rename ~ agenda", "sync ./", "sync texts/",
      ])
  }

  @Test("What of a batch cannot be moved leaves nothing behind, and what was before it stands")
  func brokenBatch() throws {
    try TemporaryFolder.write([], to: path)
    var calls = log.calls
    calls.rename = { from, to in
      if to.hasSuffix("2") {
        errno = EIO
        return -1
      }
      return FileCalls.system.rename(from, to)
    }
    var batch = FileBatch(isPrivate: false, calls: calls)
    for name in ["1", "2", "3"] { try batch.prepare("\(folder.path)/\(name)", with: bytes(name)) }
    #expect(throws: FileError.system(call: "rename", path: folder.path + "/2", errno: EIO)) { try batch.commit() }
    #expect(TemporaryFolder.names(in: folder.path) == ["1", "file"])
  }

  @Test("A folder of files is on disk before it has its name")
  func staged() throws {
    var staged = try StagedFolder(for: folder.path + "/made", calls: log.calls)
    try staged.write("texts/1.md", bytes("text"))
    try staged.write("agenda.json", bytes("{}"))
    try staged.commit()
    #expect(
      log.lines == [
        "make ~/", "make ~/texts/", "write ~/texts/~", "sync ~/texts/~", "write ~/~", "sync ~/~",
        "rename ~/texts/~ ~/texts/1.md", "rename ~/~ ~/agenda.json", "sync ~/", "sync ~/texts/", "sync ~/",
        "rename ~ made", "sync ./",
      ])
    #expect(TemporaryFolder.names(in: folder.path + "/made") == ["agenda.json", "texts"])
    var other = try StagedFolder(for: folder.path + "/other")
    try other.write("texts/1.md", bytes("text"))
    other.discard()
    #expect(TemporaryFolder.names(in: folder.path) == ["made"])
  }

  @Test("Each folder that is made is put on disk in the one above it")
  func folders() throws {
    try Folder.make(folder.path + "/a/b", calls: log.calls)
    #expect(log.lines == ["make a/", "sync ./", "make a/b/", "sync a/"])
  }

  @Test("What a process that lives no more has left is swept away, what others write is not")
  func sweep() throws {
    // No process has so high a number; the test itself has its own.
    for name in [".plenary-999999999-a.tmp/texts/1.md", ".plenary-\(getpid())-a.tmp/1.md"] {
      try Folder.make(Path.split("\(folder.path)/\(name)").folder)
      try TemporaryFolder.write([1], to: "\(folder.path)/\(name)")
    }
    try TemporaryFolder.write([1], to: folder.path + "/.plenary-999999999-b.tmp")
    try TemporaryFolder.write([1], to: folder.path + "/.plenary-note.tmp")
    TemporaryName.sweep(folder.path)
    #expect(TemporaryFolder.names(in: folder.path) == [".plenary-\(getpid())-a.tmp", ".plenary-note.tmp"])
  }
}
