import CPosix
import Glibc

/// The system calls that keeping notes stands on, as values, so that a test can make each of them fail.
///
/// They are those of POSIX: -1 and `errno` tell a failure.
struct FileCalls: Sendable {
  /// How often one call is made again because a signal has interrupted it; a disk that says so for ever does not hold
  /// up who types.
  private static let patience = 100

  var open: @Sendable (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
  /// fsync: contents, size and all that is known of the file.
  var sync: @Sendable (_ descriptor: Int32) -> Int32
  /// fdatasync: contents and size.
  var syncData: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ from: String, _ to: String) -> Int32
  /// Puts each of two files in the place of the other, at once; not every file system can (EINVAL).
  var exchange: @Sendable (_ one: String, _ other: String) -> Int32
  var truncate: @Sendable (_ descriptor: Int32, _ size: off_t) -> Int32
  /// Sets room on the disk aside behind the end of a file, which does not grow.
  var reserve: @Sendable (_ descriptor: Int32, _ offset: off_t, _ size: off_t) -> Int32
  var unlink: @Sendable (_ path: String) -> Int32

  static let system = FileCalls(
    open: { Glibc.open($0, $1, $2) },
    write: { Glibc.write($0, $1, $2) },
    sync: { Glibc.fsync($0) },
    syncData: { Glibc.fdatasync($0) },
    rename: { Glibc.rename($0, $1) },
    exchange: { plenary_exchange($0, $1) },
    truncate: { Glibc.ftruncate($0, $1) },
    reserve: { plenary_reserve($0, $1, $2) },
    unlink: { Glibc.unlink($0) })

  /// Writes all of the bytes; a short write goes on, and so does one that a signal has interrupted.
  func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(NoteError) {
    var (written, interruptions) = (0, 0)
    while written < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR, interruptions < FileCalls.patience {
        interruptions += 1
        continue
      }
      guard count > 0 else { throw .system(call: "write", path: path, errno: count < 0 ? errno : EIO) }
      written += count
    }
  }

  func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(NoteError) {
    var failure: NoteError?
    bytes.withUnsafeBytes { buffer in
      do throws(NoteError) { try writeAll(buffer, to: descriptor, path: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Opens a file; one that a signal has interrupted is tried again.
  func open(_ path: String, flags: Int32, mode: mode_t = 0) throws(NoteError) -> Int32 {
    var interruptions = 0
    while true {
      let descriptor = open(path, flags | O_CLOEXEC, mode)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR, interruptions < FileCalls.patience else {
        throw .system(call: "open", path: path, errno: errno)
      }
      interruptions += 1
    }
  }

  /// Puts a file on disk.
  ///
  /// Never tried again after an error, not even after EINTR: the kernel may have marked as clean what it could not write.
  func syncWhole(_ descriptor: Int32, path: String) throws(NoteError) {
    if sync(descriptor) != 0 { throw .system(call: "fsync", path: path, errno: errno) }
  }

  /// Puts a folder on disk, so that the names in it survive a cut of power.
  func syncFolder(_ path: String) throws(NoteError) {
    let descriptor = try open(path, flags: O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    // Some file systems cannot, and say so by EINVAL.
    if sync(descriptor) != 0 && errno != EINVAL { throw .system(call: "fsync", path: path, errno: errno) }
  }
}
