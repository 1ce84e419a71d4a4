import CPosix
import Glibc

/// The one way in which a file is saved: after any crash or cut of power it is the old one or the new one, whole.
///
/// A temporary file is written in the same folder, with mode and owner of the old one, and put on disk; it is moved to
/// the file's place; then the folder is put on disk too. A symbolic link at the path stays, and what it leads to is
/// replaced.
public struct DurableFile: Sendable {
  let path: String
  let isPrivate: Bool
  let calls: FileCalls

  /// - Parameter isPrivate: whether a new file is for the user alone, or for whom the process's mask lets in.
  public init(_ path: String, isPrivate: Bool = true, calls: FileCalls = .system) {
    (self.path, self.isPrivate, self.calls) = (path, isPrivate, calls)
  }

  /// Makes the file hold these bytes, whatever it held.
  ///
  /// After an error the old file is untouched, and nothing of the new one is left; where only the folder could not be
  /// put on disk, the new one stands.
  public func replace(with bytes: [UInt8]) throws(FileError) {
    var batch = FileBatch(isPrivate: isPrivate, calls: calls)
    try batch.prepare(path, with: bytes)
    try batch.commit()
  }

  /// Puts a file in this place that others, such as a database's library, have written beside it (`TemporaryName`).
  ///
  /// A link at the path is replaced. After an error the finished file is still there.
  public func replace(withFile finished: String) throws(FileError) {
    let descriptor = try calls.open(finished, flags: O_RDONLY | O_NOFOLLOW)
    defer { close(descriptor) }
    try calls.syncWhole(descriptor, path: finished)
    try FileCalls.check("rename", path, calls.rename(finished, path))
    try calls.syncFolder(Path.split(path).folder)
  }

  /// Writes a file of its own, which replaces nothing, and gives its path: stem and ending, with a number between them
  /// where that is there already; where one of these holds the same bytes, it is that.
  /// - Parameter limit: bytes of the largest file that is read to compare.
  public static func keep(
    _ bytes: [UInt8], as stem: String, ending: String, limit: Int, calls: FileCalls = .system
  ) throws(FileError) -> String {
    for attempt in 1...100 {
      let path = "\(stem)\(attempt == 1 ? "" : "-\(attempt)")\(ending)"
      if let there = try RegularFile.read(path, limit: limit) {
        if there.bytes == bytes { return path }
        continue
      }
      try DurableFile(path, calls: calls).replace(with: bytes)
      return path
    }
    throw .system(call: "open", path: stem, errno: EEXIST)
  }

  /// Gives the file another name in the same folder, unless something has that (EEXIST); a link stays a link.
  public func move(to other: String) throws(FileError) {
    // Unlike rename, link never replaces anything.
    if calls.link(path, other) == 0 {
      try FileCalls.check("unlink", path, calls.unlink(path))
    } else {
      let code = errno
      var info = stat()
      // Not every file system has links.
      guard code == EPERM || code == EOPNOTSUPP, lstat(other, &info) != 0, errno == ENOENT else {
        throw .system(call: "link", path: other, errno: code)
      }
      try FileCalls.check("rename", other, calls.rename(path, other))
    }
    try calls.syncFolder(Path.split(other).folder)
  }
}
