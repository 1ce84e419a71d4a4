import CPosix
import Glibc

/// What went wrong with a file, as facts.
public enum FileError: Error, Equatable, Sendable {
  /// A system call failed.
  case system(call: String, path: String, errno: Int32)
  /// A folder, a device or the like stands where a file should be.
  case notARegularFile(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
}

/// The system calls that everything kept on disk stands on, as values: a test can make each of them fail, and write down
/// in which order they come.
///
/// They are those of POSIX: -1 and `errno` tell a failure.
public struct FileCalls: Sendable {
  /// How often one call is made again because a signal has interrupted it; a disk that says so for ever does not hold
  /// up who types.
  private static let patience = 100

  public var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  public var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
  /// fsync: contents, size and all that is known of the file.
  public var sync: @Sendable (_ descriptor: Int32) -> Int32
  /// fdatasync: contents and size.
  public var syncData: @Sendable (_ descriptor: Int32) -> Int32
  public var rename: @Sendable (_ from: String, _ to: String) -> Int32
  /// Puts each of two files in the place of the other, at once; not every file system can (EINVAL).
  public var exchange: @Sendable (_ one: String, _ other: String) -> Int32
  /// Gives a file a second name, which nothing may have yet; not every file system can (EPERM).
  public var link: @Sendable (_ from: String, _ to: String) -> Int32
  public var unlink: @Sendable (_ path: String) -> Int32
  public var truncate: @Sendable (_ descriptor: Int32, _ size: Int) -> Int32
  /// Sets room on the disk aside behind the end of a file, which does not grow.
  public var reserve: @Sendable (_ descriptor: Int32, _ offset: Int, _ size: Int) -> Int32
  public var makeFolder: @Sendable (_ path: String, _ mode: UInt32) -> Int32

  /// Those of the running system.
  public static let system = FileCalls(
    open: { Glibc.open($0, $1, $2) },
    write: { Glibc.write($0, $1, $2) },
    sync: { Glibc.fsync($0) },
    syncData: { Glibc.fdatasync($0) },
    rename: { Glibc.rename($0, $1) },
    exchange: { plenary_exchange($0, $1) },
    link: { Glibc.link($0, $1) },
    unlink: { Glibc.unlink($0) },
    truncate: { Glibc.ftruncate($0, $1) },
    reserve: { plenary_reserve($0, $1, $2) },
    makeFolder: { Glibc.mkdir($0, $1) })

  /// Opens a file; one that a signal has interrupted is tried again.
  public func open(_ path: String, flags: Int32, mode: UInt32 = 0) throws(FileError) -> Int32 {
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

  /// Writes all of the bytes; a short write goes on, and so does one that a signal has interrupted.
  ///
  /// Where the limit of a file's size is reached, SIGXFSZ must be ignored to come here.
  public func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      do throws(FileError) { try writeAll(buffer, to: descriptor, path: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FileError) {
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

  /// Puts a file on disk.
  ///
  /// Never tried again after an error, not even after EINTR: the kernel may have marked as clean what it could not write.
  func syncWhole(_ descriptor: Int32, path: String) throws(FileError) {
    if sync(descriptor) != 0 { throw .system(call: "fsync", path: path, errno: errno) }
  }

  /// Puts a folder on disk, so that the names in it survive a cut of power.
  public func syncFolder(_ path: String) throws(FileError) {
    let descriptor = try open(path, flags: O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    // Some file systems cannot, and say so by EINVAL.
    if sync(descriptor) != 0 && errno != EINVAL { throw .system(call: "fsync", path: path, errno: errno) }
  }

  /// Throws what `errno` tells where a call has failed.
  public static func check(_ call: String, _ path: String, _ result: Int32) throws(FileError) {
    if result != 0 { throw .system(call: call, path: path, errno: errno) }
  }
}
