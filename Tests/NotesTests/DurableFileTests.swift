import CPosix
import Glibc
import Testing

@testable import Notes

struct DurableFileTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path + "/file"
  }

  func mode(_ path: String) -> mode_t? {
    var info = stat()
    return lstat(path, &info) == 0 ? info.st_mode : nil
  }

  @Test func aNewFileIsForTheUserAlone() throws {
    try DurableFile.replace(path, with: Array("new".utf8))
    #expect(try scratch.text(path) == "new")
    #expect(mode(path) == S_IFREG | 0o600)
    #expect(scratch.names(in: scratch.path) == ["file"])
  }

  @Test func aFileToBeHandedOnIsForWhomTheMaskLetsIn() throws {
    // The mask belongs to the whole process, so it is only read here.
    let mask = umask(0)
    umask(mask)
    try DurableFile.replace(path, with: [], isPrivate: false)
    #expect(mode(path) == S_IFREG | (0o666 & ~mask))
  }

  @Test func modeAndOwnerOfTheOldFileAreKept() throws {
    try scratch.write(path, "old")
    #expect(chmod(path, 0o640) == 0)
    // Only root can give files away; for others the owner stays what it is.
    _ = chown(path, 65_534, 65_534)
    var before = stat()
    #expect(stat(path, &before) == 0)
    try DurableFile.replace(path, with: [])
    var after = stat()
    #expect(stat(path, &after) == 0)
    #expect((after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid))
    #expect(after.st_ino != before.st_ino)
    #expect(try scratch.text(path) == "")
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() throws {
    try scratch.write(scratch.path + "/deep/target", "old")
    #expect(symlink("deep/target", scratch.path + "/middle") == 0)
    #expect(symlink(scratch.path + "/middle", path) == 0)
    try DurableFile.replace(path, with: Array("new".utf8))
    #expect(mode(path).map { $0 & S_IFMT } == S_IFLNK)
    #expect(try scratch.text(scratch.path + "/deep/target") == "new")
    #expect(symlink("deep/none", scratch.path + "/dangling") == 0)
    try DurableFile.replace(scratch.path + "/dangling", with: Array("made".utf8))
    #expect(try scratch.text(scratch.path + "/deep/none") == "made")
  }

  @Test func linksInACircleAreAnError() throws {
    #expect(symlink(path, path) == 0)
    #expect(throws: NoteError.system(call: "readlink", path: path, errno: ELOOP)) {
      try DurableFile.replace(path, with: [])
    }
  }

  @Test func whatCannotBeWrittenIsToldAndNothingIsLeftBehind() throws {
    #expect(throws: NoteError.self) { try DurableFile.replace("/proc/plenary/file", with: [1]) }
    try scratch.write(path, "a file")
    #expect(throws: NoteError.self) { try DurableFile.replace(path + "/below", with: [1]) }
    try DurableFile.makeFolder(scratch.path + "/folder")
    #expect(throws: NoteError.notARegularFile(path: scratch.path + "/folder")) {
      try DurableFile.replace(scratch.path + "/folder", with: [1])
    }
    #expect(throws: NoteError.self) { try DurableFile.replace(scratch.path + "/none/file", with: [1]) }
    #expect(scratch.names(in: scratch.path) == ["file", "folder"])
    #expect(try scratch.text(path) == "a file")
  }

  @Test func aFoldersParentsAreMadeForTheUserAlone() throws {
    try DurableFile.makeFolder(scratch.path + "/a/b/c")
    try DurableFile.makeFolder(scratch.path + "/a/b/c")
    for part in ["/a", "/a/b", "/a/b/c"] { #expect(mode(scratch.path + part) == S_IFDIR | 0o700) }
    try scratch.write(path, "a file")
    #expect(throws: NoteError.self) { try DurableFile.makeFolder(path) }
    #expect(throws: NoteError.self) { try DurableFile.makeFolder(path + "/below") }
  }

  @Test func aLargeFileIsWrittenWhole() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try DurableFile.replace(path, with: bytes)
    #expect(try RegularFile.read(path, limit: 1 << 24)?.bytes == bytes)
  }
}
