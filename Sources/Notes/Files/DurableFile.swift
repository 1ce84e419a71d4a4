import CPosix
import Glibc

/// Puts a file in place so that after any crash or cut of power it is the old one or the new one, whole.
public enum DurableFile {
  /// Writes the bytes to a new file in the same folder, puts it on disk, and moves it over the old one; then the
  /// folder is put on disk too.
  ///
  /// A symbolic link at the path stays, and what it leads to is replaced. Mode and, where the system allows it, owner
  /// of the old file are kept; a new file is for the user alone, or for whom the process's mask lets in where it is not
  /// private. After an error the old file is untouched, and nothing of the new one is left. Where the limit of a file's
  /// size is reached, SIGXFSZ must be ignored to come here.
  public static func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool = true) throws(NoteError) {
    let prepared = try PreparedFile(path, with: bytes, isPrivate: isPrivate)
    do throws(NoteError) {
      try prepared.commit()
    } catch {
      prepared.discard()
      throw error
    }
    try syncFolder(prepared.folder)
  }

  /// A name that nothing has yet, for a file that is not finished.
  static func temporaryName(in folder: String) -> String {
    let suffix = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    return "\(folder)/.plenary-\(getpid())-\(suffix).tmp"
  }

  /// Gives a new file the mode and, where the system allows it, the owner of the old one.
  static func adopt(_ old: stat, for descriptor: Int32, path: String) throws(NoteError) {
    // Another's file can stay another's only for root; its group is tried for everybody.
    if fchown(descriptor, old.st_uid, old.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, old.st_gid) }
    try check("fchmod", path, fchmod(descriptor, old.st_mode & 0o7777))
  }

  /// Makes a folder, and those above it that are missing, for the user alone, and puts each on disk.
  public static func makeFolder(_ path: String) throws(NoteError) {
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { return }
    var made = ""
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "/" : made
      made += "/" + part
      if mkdir(made, 0o700) == 0 {
        try syncFolder(parent)
      } else if errno != EEXIST {
        throw .system(call: "mkdir", path: made, errno: errno)
      }
    }
    guard stat(path, &info) == 0 else { throw .system(call: "stat", path: path, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .system(call: "mkdir", path: path, errno: ENOTDIR) }
  }

  /// Where a path leads through symbolic links; the last of them need not lead to anything.
  static func resolve(_ path: String) throws(NoteError) -> String {
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

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.utf8.index(after: slash)...]))
  }

  public static func syncFolder(_ path: String) throws(NoteError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(call: "open", path: path, errno: errno) }
    defer { close(descriptor) }
    // Some file systems cannot, and say so by EINVAL.
    if fsync(descriptor) != 0 && errno != EINVAL { throw .system(call: "fsync", path: path, errno: errno) }
  }

  static func check(_ call: String, _ path: String, _ result: Int32) throws(NoteError) {
    if result != 0 { throw .system(call: call, path: path, errno: errno) }
  }
}
