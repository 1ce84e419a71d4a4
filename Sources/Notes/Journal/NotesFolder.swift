import CPosix
import Glibc

/// The folder of the notes that a journal is about: a journal is never used for another one.
struct NotesFolder: Equatable, Sendable {
  /// Without links in it where it was there to look at.
  let path: String
  /// Zero where it was not there, or nobody has recorded it.
  let device: UInt64
  let inode: UInt64

  /// The folder at a path as it is now.
  init(_ path: String) {
    var info = stat()
    let isThere = stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    (device, inode) = isThere ? (UInt64(info.st_dev), UInt64(info.st_ino)) : (0, 0)
    guard let real = realpath(path, nil) else {
      self.path = path
      return
    }
    self.path = String(cString: real)
    free(real)
  }

  init(recorded path: String, device: UInt64 = 0, inode: UInt64 = 0) {
    (self.path, self.device, self.inode) = (path, device, inode)
  }

  /// Whether a recorded folder is this one: it has the same path, or was moved here.
  func isSame(as recorded: NotesFolder) -> Bool {
    recorded.path == path || NotesFolder(recorded.path).path == path
      || recorded.inode != 0 && recorded.inode == inode && recorded.device == device
  }
}
