import CPosix
import Glibc

/// A save of a file that other programs may write too: what they have written there meanwhile is never lost.
public struct CheckedSave: Sendable {
  public enum Outcome: Equatable, Sendable {
    case saved(FileIdentity)
    /// Nothing was written: the file holds something else than it was known to hold; nil where it is gone.
    case changed([UInt8]?, FileIdentity?)
    /// It was written, but over what another program had put there at that very moment: this. Its file is left beside,
    /// to be removed by whoever has brought both together.
    case overtaken(FileIdentity, [UInt8], left: String)
    /// Nothing was written.
    case failed(FileError)
    /// The file holds the bytes, but perhaps not on disk.
    case unconfirmed(FileIdentity, FileError)
    /// A write in place has ended in its midst: the file holds the beginning of the bytes, and then what it held before.
    case halfWritten(FileError)
  }

  private let path: String
  private let bytes: [UInt8]
  private let base: [UInt8]?
  private let identity: FileIdentity?
  private let journal: Int32?
  private let limit: Int
  private let calls: FileCalls
  private let isWanted: @Sendable () -> Bool

  /// - Parameters:
  ///   - base: what the file is known to hold; nil where there is none.
  ///   - identity: the state of the file when it was read.
  ///   - journal: a descriptor of what holds the bytes too, and is put on disk before a file is written in place.
  ///   - limit: bytes of the largest file that is read to compare.
  ///   - isWanted: asked once nobody else changes files of the folder; where it is not, the save fails (ECANCELED).
  public init(
    _ path: String, with bytes: [UInt8], over base: [UInt8]?, _ identity: FileIdentity?, journal: Int32?, limit: Int,
    calls: FileCalls = .system, if isWanted: @escaping @Sendable () -> Bool = { true }
  ) {
    self.isWanted = isWanted
    (self.path, self.bytes, self.base, self.identity) = (path, bytes, base, identity)
    (self.journal, self.limit, self.calls) = (journal, limit, calls)
  }

  /// Saves it, for the user alone where it is new; folders that are missing are made.
  public func run() -> Outcome {
    do throws(FileError) {
      return try save()
    } catch {
      return .failed(error)
    }
  }

  /// Whether a file holds the beginning of a new text and behind it the old one, as a write in place leaves it that did
  /// not come to its end.
  public static func isTorn(_ bytes: [UInt8], between old: [UInt8], and new: [UInt8]) -> Bool {
    var start = 0
    while start < min(bytes.count, new.count), bytes[start] == new[start] { start += 1 }
    // Written whole, but not yet cut to its length.
    let rest = bytes[start...]
    return bytes.count == max(old.count, start) && rest.elementsEqual(old.dropFirst(start))
      && bytes != old && bytes != new
  }

  private func save() throws(FileError) -> Outcome {
    let target = try Path.resolve(path)
    let folder = Path.split(target).folder
    try Folder.make(folder, calls: calls)
    let lock = FolderLock(in: folder)
    defer { lock.release() }
    guard isWanted() else { throw .system(call: "rename", path: target, errno: ECANCELED) }
    let old = try RegularFile.state(of: target)
    if let changed = try change(of: target, from: old) { return changed }
    let prepared: PreparedFile
    do throws(FileError) {
      prepared = try PreparedFile(at: target, with: bytes, replacing: old, isPrivate: true, calls: calls)
    } catch .system("open", _, let code) where old != nil && CheckedSave.isRefusal(code) {
      return try writeInPlace(target)
    }
    return try put(prepared, over: old)
  }

  /// What has become of the file since it was read; nil where it still holds what it held.
  private func change(of target: String, from old: stat?) throws(FileError) -> Outcome? {
    guard let old else { return base == nil ? nil : .changed(nil, nil) }
    if identity == FileIdentity(old) { return nil }
    let file = try RegularFile.read(target, limit: limit)
    return file?.bytes == base ? nil : .changed(file?.bytes, file?.identity)
  }

  private func put(_ prepared: PreparedFile, over old: stat?) throws(FileError) -> Outcome {
    let (temporary, target) = (prepared.temporary, prepared.target)
    var isLeft = true
    defer { if isLeft { _ = calls.unlink(temporary) } }
    // Exchanged, not replaced: so what was there can be looked at once more, after nobody else can reach it.
    if let old, calls.exchange(temporary, target) == 0 {
      if let now = try RegularFile.state(of: temporary), FileIdentity(now) != FileIdentity(old),
        let other = try RegularFile.read(temporary, limit: limit), other.bytes != base
      {
        // Its file stays beside ours: it is the only one that holds it.
        isLeft = false
        return .overtaken(prepared.identity, other.bytes, left: temporary)
      }
      return confirm(prepared)
    }
    // Not every file system can exchange.
    if let changed = try change(of: target, from: try RegularFile.state(of: target)) { return changed }
    if calls.rename(temporary, target) == 0 {
      isLeft = false
      return confirm(prepared)
    }
    let code = errno
    if old != nil, CheckedSave.isRefusal(code) { return try writeInPlace(target) }
    throw .system(call: "rename", path: target, errno: code)
  }

  /// Puts the new name on disk.
  private func confirm(_ prepared: PreparedFile) -> Outcome {
    do throws(FileError) {
      try calls.syncFolder(Path.split(prepared.target).folder)
      return .saved(prepared.identity)
    } catch {
      return .unconfirmed(prepared.identity, error)
    }
  }

  /// For a file that may be written but not replaced, such as one that is mounted by itself.
  ///
  /// A crash in the midst leaves a mixture of old and new, which the journal mends at the next start.
  private func writeInPlace(_ target: String) throws(FileError) -> Outcome {
    if let journal, calls.syncData(journal) != 0 {
      throw .system(call: "fdatasync", path: target, errno: errno)
    }
    if let changed = try change(of: target, from: try RegularFile.state(of: target)) { return changed }
    let descriptor = try calls.open(target, flags: O_WRONLY | O_NOFOLLOW)
    defer { close(descriptor) }
    do throws(FileError) {
      try calls.writeAll(bytes, to: descriptor, path: target)
      try FileCalls.check("ftruncate", target, calls.truncate(descriptor, off_t(bytes.count)))
      try calls.syncWhole(descriptor, path: target)
      var info = stat()
      try FileCalls.check("fstat", target, fstat(descriptor, &info))
      return .saved(FileIdentity(info))
    } catch {
      return .halfWritten(error)
    }
  }

  /// Errors of a folder in which no file may be made, or of a file that may not be replaced.
  private static func isRefusal(_ code: Int32) -> Bool { [EACCES, EPERM, EROFS, EBUSY, EXDEV].contains(code) }
}
