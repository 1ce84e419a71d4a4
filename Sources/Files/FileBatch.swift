import CPosix
import Glibc

/// What is to stand in a file: on disk already, under another name in the same folder.
struct PreparedFile: Sendable {
  let temporary: String
  let target: String
  let identity: FileIdentity

  /// Writes it and puts it on disk.
  ///
  /// Mode and, where the system allows it, owner of the old file are kept; a new file is for the user alone, or for whom
  /// the process's mask lets in where it is not private. After an error nothing is left of it.
  /// - Parameters:
  ///   - target: no link (`Path.resolve`).
  ///   - old: what is there; nil for nothing.
  init(
    at target: String, with bytes: [UInt8], replacing old: stat?, isPrivate: Bool, calls: FileCalls
  ) throws(FileError) {
    let temporary = TemporaryName.new(in: Path.split(target).folder)
    let descriptor = try calls.open(
      temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: isPrivate ? 0o600 : 0o666)
    defer { close(descriptor) }
    do throws(FileError) {
      if let old { try PreparedFile.adopt(old, for: descriptor, path: temporary) }
      try calls.writeAll(bytes, to: descriptor, path: temporary)
      try calls.syncWhole(descriptor, path: temporary)
      var info = stat()
      try FileCalls.check("fstat", temporary, fstat(descriptor, &info))
      (self.temporary, self.target, identity) = (temporary, target, FileIdentity(info))
    } catch {
      _ = calls.unlink(temporary)
      throw error
    }
  }

  private static func adopt(_ old: stat, for descriptor: Int32, path: String) throws(FileError) {
    // Another's file can stay another's only for root; its group is tried for everybody.
    if fchown(descriptor, old.st_uid, old.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, old.st_gid) }
    try FileCalls.check("fchmod", path, fchmod(descriptor, old.st_mode & 0o7777))
  }
}

/// Files that are put in place one after the other, once all of them are on disk: until then every old one is untouched,
/// and what could fail for want of room is over.
public struct FileBatch {
  private let isPrivate: Bool
  private let followsLinks: Bool
  private let calls: FileCalls
  private var files: [PreparedFile] = []

  /// - Parameters:
  ///   - isPrivate: whether a new file is for the user alone.
  ///   - followsLinks: whether a link at a path may be the user's own; where others can lay files, one is no regular file.
  public init(isPrivate: Bool, followsLinks: Bool = true, calls: FileCalls = .system) {
    (self.isPrivate, self.followsLinks, self.calls) = (isPrivate, followsLinks, calls)
  }

  /// Writes what is to stand in a file to another one beside it, and puts that on disk.
  ///
  /// A symbolic link at the path stays, and what it leads to will be replaced, where links are followed. Mode and, where
  /// the system allows it, owner of the old file are kept; a new file is for the user alone, or for whom the process's
  /// mask lets in where the batch is not private.
  public mutating func prepare(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = followsLinks ? try Path.resolve(path) : path
    let old = try RegularFile.state(of: target, followsLinks: followsLinks)
    files.append(try PreparedFile(at: target, with: bytes, replacing: old, isPrivate: isPrivate, calls: calls))
  }

  /// Moves all to their places, in the order in which they were prepared, and puts the folders on disk.
  ///
  /// After an error those that are not in place are gone.
  public mutating func commit() throws(FileError) {
    defer { files = [] }
    for (index, file) in files.enumerated() {
      if calls.rename(file.temporary, file.target) == 0 { continue }
      let code = errno
      files.removeFirst(index)
      discard()
      throw .system(call: "rename", path: file.target, errno: code)
    }
    for folder in Set(files.map { Path.split($0.target).folder }).sorted() { try calls.syncFolder(folder) }
  }

  /// Takes away what is prepared.
  public mutating func discard() {
    for file in files { _ = calls.unlink(file.temporary) }
    files = []
  }
}

/// A folder of new files that appears at its place with all of them, or not at all.
///
/// It is written under a temporary name beside its place. What killed processes have left there is taken away first.
public struct StagedFolder {
  private let path: String
  private let place: String
  private let calls: FileCalls
  private var files: FileBatch

  /// - Parameter place: where there is nothing, or an empty folder.
  public init(for place: String, calls: FileCalls = .system) throws(FileError) {
    let folder = Path.split(place).folder
    TemporaryName.sweep(folder, calls: calls)
    (self.place, self.calls) = (place, calls)
    path = TemporaryName.new(in: folder)
    files = FileBatch(isPrivate: false, calls: calls)
    try FileCalls.check("mkdir", path, calls.makeFolder(path, 0o777))
  }

  /// Writes a file.
  /// - Parameter name: in the folder, or in a folder of it (`texts/a.md`).
  public mutating func write(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    let file = "\(path)/\(name)"
    if name.utf8.contains(UInt8(ascii: "/")) {
      let below = Path.split(file).folder
      if calls.makeFolder(below, 0o777) != 0, errno != EEXIST {
        throw .system(call: "mkdir", path: below, errno: errno)
      }
    }
    try files.prepare(file, with: bytes)
  }

  /// Moves it to its place.
  public mutating func commit() throws(FileError) {
    try files.commit()
    try calls.syncFolder(path)
    try FileCalls.check("rename", place, calls.rename(path, place))
    // It is there; that a cut of power could still take it back is no reason to say that it is not.
    try? calls.syncFolder(Path.split(place).folder)
  }

  /// Takes away all that has been written.
  public mutating func discard() {
    files.discard()
    TemporaryName.remove(path, calls: calls)
  }
}
