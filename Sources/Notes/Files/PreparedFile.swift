import CPosix
import Glibc

/// What is to stand in a file: on disk already, under another name in the same folder.
///
/// Until it is committed the old file is untouched; several can be prepared first, and then be moved to their places
/// without anything left that could fail for want of room.
public struct PreparedFile: Sendable {
  /// Where it is until then: hidden, its name beginning with `.plenary-` and the number of the process.
  let temporary: String
  let target: String
  public var folder: String { DurableFile.split(target).folder }

  /// Writes it and puts it on disk.
  ///
  /// A symbolic link at the path stays, and what it leads to is replaced. Mode and, where the system allows it, owner
  /// of the old file are kept; a new file is for the user alone, or for whom the process's mask lets in where it is not
  /// private. After an error nothing is left of it.
  public init(_ path: String, with bytes: [UInt8], isPrivate: Bool = true) throws(NoteError) {
    target = try DurableFile.resolve(path)
    var old = stat()
    let isThere = stat(target, &old) == 0
    if !isThere && errno != ENOENT { throw .system(call: "stat", path: target, errno: errno) }
    if isThere && old.st_mode & S_IFMT != S_IFREG { throw .notARegularFile(path: target) }

    temporary = DurableFile.temporaryName(in: DurableFile.split(target).folder)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw .system(call: "open", path: temporary, errno: errno) }
    var isOpen = true
    do throws(NoteError) {
      if isThere { try DurableFile.adopt(old, for: descriptor, path: temporary) }
      try FileCalls.system.writeAll(bytes, to: descriptor, path: temporary)
      try DurableFile.check("fsync", temporary, fsync(descriptor))
      isOpen = false
      try DurableFile.check("close", temporary, close(descriptor))
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      throw error
    }
  }

  /// Moves it over the old file; that survives a cut of power once the folder is synced.
  public func commit() throws(NoteError) {
    try DurableFile.check("rename", target, rename(temporary, target))
  }

  /// Takes it away again.
  public func discard() { unlink(temporary) }

  /// Takes away what killed processes have prepared in a folder and not committed.
  public static func sweep(_ folder: String) {
    guard let list = opendir(folder) else { return }
    defer { closedir(list) }
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(".plenary-"), name.hasSuffix(".tmp") else { continue }
      let digits = name.dropFirst(9).prefix { $0 != "-" }
      // Signal 0 only asks whether there is such a process.
      guard let process = pid_t(digits), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink("\(folder)/\(name)")
    }
  }
}
