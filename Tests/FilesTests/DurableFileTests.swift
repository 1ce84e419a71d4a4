import CPosix
import Glibc
import Support
import Testing

@testable import Files

struct DurableFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/file"
  }

  func text(_ path: String) throws -> String? {
    try RegularFile.read(path, limit: 1 << 24).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func write(_ path: String, _ text: String) throws {
    try Folder.make(Path.split(path).folder)
    try TemporaryFolder.write(Array(text.utf8), to: path)
  }

  func mode(_ path: String) -> mode_t? {
    var info = stat()
    return lstat(path, &info) == 0 ? info.st_mode : nil
  }

  @Test func aNewFileIsForTheUserAlone() throws {
    try DurableFile(path).replace(with: Array("new".utf8))
    #expect(try text(path) == "new")
    #expect(mode(path) == S_IFREG | 0o600)
    #expect(TemporaryFolder.names(in: folder.path) == ["file"])
  }

  @Test func aFileToBeHandedOnIsForWhomTheMaskLetsIn() throws {
    // The mask belongs to the whole process, so it is only read here.
    let mask = umask(0)
    umask(mask)
    try DurableFile(path, isPrivate: false).replace(with: [])
    #expect(mode(path) == S_IFREG | (0o666 & ~mask))
  }

  @Test func modeAndOwnerOfTheOldFileAreKept() throws {
    try write(path, "old")
    #expect(chmod(path, 0o640) == 0)
    // Only root can give files away; for others the owner stays what it is.
    _ = chown(path, 65_534, 65_534)
    var before = stat()
    #expect(stat(path, &before) == 0)
    try DurableFile(path).replace(with: [])
    var after = stat()
    #expect(stat(path, &after) == 0)
    #expect((after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid))
    #expect(after.st_ino != before.st_ino)
    #expect(try text(path) == "")
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() throws {
    try write(folder.path + "/deep/target", "old")
    #expect(symlink("deep/target", folder.path + "/middle") == 0)
    #expect(symlink(folder.path + "/middle", path) == 0)
    try DurableFile(path).replace(with: Array("new".utf8))
    #expect(mode(path).map { $0 & S_IFMT } == S_IFLNK)
    #expect(try text(folder.path + "/deep/target") == "new")
    #expect(symlink("deep/none", folder.path + "/dangling") == 0)
    try DurableFile(folder.path + "/dangling").replace(with: Array("made".utf8))
    #expect(try text(folder.path + "/deep/none") == "made")
  }

  @Test func linksInACircleAreAnError() throws {
    #expect(symlink(path, path) == 0)
    #expect(throws: FileError.system(call: "readlink", path: path, errno: ELOOP)) {
      try DurableFile(path).replace(with: [])
    }
  }

  @Test func whatCannotBeWrittenIsToldAndNothingIsLeftBehind() throws {
    #expect(throws: FileError.self) { try DurableFile("/proc/plenary/file").replace(with: [1]) }
    try write(path, "a file")
    #expect(throws: FileError.self) { try DurableFile(path + "/below").replace(with: [1]) }
    try Folder.make(folder.path + "/folder")
    #expect(throws: FileError.notARegularFile(path: folder.path + "/folder")) {
      try DurableFile(folder.path + "/folder").replace(with: [1])
    }
    #expect(throws: FileError.self) { try DurableFile(folder.path + "/none/file").replace(with: [1]) }
    #expect(TemporaryFolder.names(in: folder.path) == ["file", "folder"])
    #expect(try text(path) == "a file")
  }

  @Test func aFoldersParentsAreMadeForTheUserAlone() throws {
    try Folder.make(folder.path + "/a/b/c")
    try Folder.make(folder.path + "/a/b/c")
    for part in ["/a", "/a/b", "/a/b/c"] { #expect(mode(folder.path + part) == S_IFDIR | 0o700) }
    try write(path, "a file")
    #expect(throws: FileError.self) { try Folder.make(path) }
    #expect(throws: FileError.self) { try Folder.make(path + "/below") }
  }

  @Test func aLargeFileIsWrittenWhole() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try DurableFile(path).replace(with: bytes)
    #expect(try RegularFile.read(path, limit: 1 << 24)?.bytes == bytes)
  }
}
