import CPosix
import Glibc

/// What tells one state of a file from another without reading it.
public struct FileIdentity: Equatable, Sendable {
  var device: UInt
  var inode: UInt
  var size: Int
  /// When it was last changed, in seconds since 1970 and nanoseconds of the next.
  public let seconds: Int
  var nanoseconds: Int

  init(_ info: stat) {
    device = UInt(info.st_dev)
    inode = UInt(info.st_ino)
    size = Int(info.st_size)
    seconds = info.st_mtim.tv_sec
    nanoseconds = info.st_mtim.tv_nsec
  }
}

/// The bytes of a regular file, read whole.
public struct RegularFile: Sendable {
  public let bytes: [UInt8]
  public let identity: FileIdentity

  /// Reads a file of so many bytes at most.
  ///
  /// Nil where there is no such file; a pipe or a device is not waited for.
  /// - Parameter followsLinks: whether a link at the path may be the user's own; where others can lay files, it is not
  ///   followed and is no regular file.
  public static func read(_ path: String, limit: Int, followsLinks: Bool = true) throws(FileError) -> RegularFile? {
    let descriptor = open(
      path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
      if errno == ELOOP, !followsLinks { throw .notARegularFile(path: path) }
      // Where something else stands in the place of a folder there is no such file either.
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .system(call: "open", path: path, errno: errno)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(call: "fstat", path: path, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notARegularFile(path: path) }
    guard info.st_size <= limit else { throw .tooLarge(path: path, bytes: Int(info.st_size), limit: limit) }
    var bytes: [UInt8] = []
    // One byte more than it said, so that the end is seen at once; it may also be growing.
    var room = Int(info.st_size) + 1
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, room)
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw .system(call: "read", path: path, errno: failure) }
      if chunk.isEmpty { break }
      bytes += chunk
      if bytes.count > limit { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
      room = min(65_536, limit - bytes.count + 1)
    }
    return RegularFile(bytes: bytes, identity: FileIdentity(info))
  }

  /// What an open file holds from a place on, as far as it can be read; its own place stays.
  public static func bytes(of descriptor: Int32, from offset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 65_536
    while true {
      let place = offset + bytes.count
      var isInterrupted = false
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = pread(descriptor, buffer.baseAddress, room, place)
        isInterrupted = got < 0 && errno == EINTR
        count = max(got, 0)
      }
      if isInterrupted { continue }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      room = min(room * 2, 8 << 20)
    }
  }

  /// What is known of a regular file without reading it; nil where there is none.
  static func state(of path: String, followsLinks: Bool = true) throws(FileError) -> stat? {
    var info = stat()
    if (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else { throw .notARegularFile(path: path) }
      return info
    }
    if errno == ENOENT { return nil }
    throw .system(call: "stat", path: path, errno: errno)
  }
}
