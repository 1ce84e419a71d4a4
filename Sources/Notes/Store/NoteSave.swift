import CPosix
import Glibc

/// One save of a note's file: after any crash or cut of power it is the old one or the new one, whole, and what another
/// program has written there meanwhile is never lost.
struct NoteSave: Sendable {
  enum Result: Equatable, Sendable {
    case saved(FileIdentity)
    /// Nothing was written: the file holds something else than it was known to hold; nil where it is gone.
    case changed([UInt8]?, FileIdentity?)
    /// It was written, but over what another program had put there at that very moment: this.
    case overtaken(FileIdentity, [UInt8])
    case failed(NoteError)
  }

  let path: String
  let bytes: [UInt8]
  /// What the file is known to hold; nil where there is none.
  let base: [UInt8]?
  /// The state of the file when it was read.
  let identity: FileIdentity?
  /// The journal with all of this, which is put on disk before a file is written in place.
  let journal: Int32?
  let calls: FileCalls

  func run() -> Result {
    do throws(NoteError) {
      return try save()
    } catch {
      return .failed(error)
    }
  }

  private func save() throws(NoteError) -> Result {
    let target = try DurableFile.resolve(path)
    let folder = DurableFile.split(target).folder
    try DurableFile.makeFolder(folder)
    let turn = Turn(in: folder)
    defer { turn.end() }
    let old = try state(of: target)
    if let changed = try change(of: target, from: old) { return changed }
    let temporary: String
    let written: FileIdentity
    do throws(NoteError) {
      (temporary, written) = try writeBeside(target, old: old)
    } catch .system("open", _, let code) where old != nil && NoteSave.isRefusal(code) {
      return try writeInPlace(target)
    }
    return try put(temporary, written, at: target, old: old)
  }

  /// What has become of the file since it was read; nil where it still holds what it held.
  private func change(of target: String, from old: stat?) throws(NoteError) -> Result? {
    guard let old else { return base == nil ? nil : .changed(nil, nil) }
    if identity == FileIdentity(old) { return nil }
    let file = try RegularFile.read(target, limit: NoteFiles.limit)
    return file?.bytes == base ? nil : .changed(file?.bytes, file?.identity)
  }

  /// Nil where there is no file.
  private func state(of target: String) throws(NoteError) -> stat? {
    var info = stat()
    if stat(target, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else { throw .notARegularFile(path: target) }
      return info
    }
    if errno == ENOENT { return nil }
    throw .system(call: "stat", path: target, errno: errno)
  }

  /// A new file in the same folder, on disk, with mode and owner of the old one.
  private func writeBeside(_ target: String, old: stat?) throws(NoteError) -> (String, FileIdentity) {
    let temporary = DurableFile.temporaryName(in: DurableFile.split(target).folder)
    let descriptor = try calls.open(temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
    defer { close(descriptor) }
    do throws(NoteError) {
      if let old { try DurableFile.adopt(old, for: descriptor, path: temporary) }
      try calls.writeAll(bytes, to: descriptor, path: temporary)
      try calls.syncWhole(descriptor, path: temporary)
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { throw .system(call: "fstat", path: temporary, errno: errno) }
      return (temporary, FileIdentity(info))
    } catch {
      _ = calls.unlink(temporary)
      throw error
    }
  }

  private func put(_ temporary: String, _ written: FileIdentity, at target: String, old: stat?) throws(NoteError)
    -> Result
  {
    // Exchanged, not replaced: so what was there can be looked at once more, after nobody else can reach it.
    if let old, calls.exchange(temporary, target) == 0 {
      try calls.syncFolder(DurableFile.split(target).folder)
      if let now = try state(of: temporary), FileIdentity(now) != FileIdentity(old),
        let other = try RegularFile.read(temporary, limit: NoteFiles.limit), other.bytes != base
      {
        // Its file stays beside ours: it is the only one that holds it.
        return .overtaken(written, other.bytes)
      }
      _ = calls.unlink(temporary)
      return .saved(written)
    }
    if old != nil, NoteSave.isRefusal(errno) {
      _ = calls.unlink(temporary)
      return try writeInPlace(target)
    }
    if let changed = try change(of: target, from: try state(of: target)) {
      _ = calls.unlink(temporary)
      return changed
    }
    if calls.rename(temporary, target) != 0 {
      let code = errno
      _ = calls.unlink(temporary)
      if old != nil, NoteSave.isRefusal(code) { return try writeInPlace(target) }
      throw .system(call: "rename", path: target, errno: code)
    }
    try calls.syncFolder(DurableFile.split(target).folder)
    return .saved(written)
  }

  /// For a file that may be written but not replaced, such as one that is mounted by itself.
  ///
  /// A crash in the midst leaves a mixture of old and new, which the journal mends at the next start.
  private func writeInPlace(_ target: String) throws(NoteError) -> Result {
    if let journal, calls.syncData(journal) != 0 {
      throw .system(call: "fdatasync", path: target, errno: errno)
    }
    if let changed = try change(of: target, from: try state(of: target)) { return changed }
    let descriptor = try calls.open(target, flags: O_WRONLY | O_NOFOLLOW)
    defer { close(descriptor) }
    try calls.writeAll(bytes, to: descriptor, path: target)
    if calls.truncate(descriptor, off_t(bytes.count)) != 0 {
      throw .system(call: "ftruncate", path: target, errno: errno)
    }
    try calls.syncWhole(descriptor, path: target)
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(call: "fstat", path: target, errno: errno) }
    return .saved(FileIdentity(info))
  }

  /// Errors of a folder in which no file may be made, or of a file that may not be replaced.
  private static func isRefusal(_ code: Int32) -> Bool { [EACCES, EPERM, EROFS, EBUSY, EXDEV].contains(code) }
}
