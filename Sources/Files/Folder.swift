import CPosix
import Glibc

/// Folders and the names in them.
public enum Folder {
  /// Makes a folder, and those above it that are missing, and puts each on disk.
  /// - Parameter isPrivate: whether they are for the user alone, or for whom the process's mask lets in.
  public static func make(_ path: String, isPrivate: Bool = true, calls: FileCalls = .system) throws(FileError) {
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { return }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "/" : made
      made += "/" + part
      if calls.makeFolder(made, isPrivate ? 0o700 : 0o777) == 0 {
        try calls.syncFolder(parent)
      } else if errno != EEXIST {
        throw .system(call: "mkdir", path: made, errno: errno)
      }
    }
    guard stat(path, &info) == 0 else { throw .system(call: "stat", path: path, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .system(call: "mkdir", path: path, errno: ENOTDIR) }
  }

  /// The names in a folder, in no order, without `.` and `..`; a link that leads to one is followed.
  public static func list(_ path: String) throws(FileError) -> [String] {
    guard let stream = opendir(path) else { throw .system(call: "opendir", path: path, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The same; none where the folder cannot be read.
  public static func names(in path: String) -> [String] { (try? list(path)) ?? [] }

  /// Whether there is a folder at a path, and no link to one.
  public static func isReal(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}

/// Held by the one program that changes the files of a folder at this moment, so that two do not read the same old state
/// and one's change is lost (flock(2)).
///
/// A courtesy: who has not got it after a while goes on all the same. The kernel releases that of a program that dies.
public struct FolderLock {
  private static let pause: useconds_t = 1_000

  private let descriptor: Int32
  public private(set) var isHeld = false
  /// Somebody else holds it and has not let go of it in that time.
  public private(set) var isRefused = false

  /// - Parameter milliseconds: how long it is waited for.
  public init(in folder: String, within milliseconds: Int = 250) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    for _ in 0..<milliseconds {
      isHeld = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      if isHeld || errno != EWOULDBLOCK { return }
      usleep(FolderLock.pause)
    }
    isRefused = true
  }

  public func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}

/// Names as text, without looking at what they name.
public enum Path {
  /// The folder and the name in it; a path without a folder is in `.`.
  public static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.utf8.index(after: slash)...]))
  }

  /// Where a path leads through symbolic links; the last of them need not lead to anything.
  public static func resolve(_ path: String) throws(FileError) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4_096)
      let count = readlink(path, &buffer, buffer.count)
      if count < 0 {
        // EINVAL: there is something, and it is no link.
        if errno == EINVAL || errno == ENOENT { return path }
        throw .system(call: "readlink", path: path, errno: errno)
      }
      let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = target.hasPrefix("/") ? target : "\(split(path).folder)/\(target)"
    }
    throw .system(call: "readlink", path: path, errno: ELOOP)
  }
}
