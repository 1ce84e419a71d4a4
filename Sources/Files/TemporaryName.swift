import CPosix
import Glibc

/// Names of what is not finished: `.plenary-<process>-<random>.tmp`, hidden, and beside what it is to become.
public enum TemporaryName {
  private static let beginning = ".plenary-"
  private static let ending = ".tmp"

  /// A path that nothing has yet.
  public static func new(in folder: String) -> String {
    let suffix = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    return "\(folder)/\(beginning)\(getpid())-\(suffix)\(ending)"
  }

  /// Whether a name is one of these.
  public static func isOne(_ name: String) -> Bool { name.hasPrefix(beginning) && name.hasSuffix(ending) }

  /// Takes away what processes have left unfinished in a folder that live no more: files, and folders of files.
  public static func sweep(_ folder: String, calls: FileCalls = .system) {
    for name in Folder.names(in: folder) where isOne(name) {
      let digits = name.dropFirst(beginning.utf8.count).prefix { $0 != "-" }
      // Signal 0 only asks whether there is such a process.
      guard let process = pid_t(digits), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      remove("\(folder)/\(name)", calls: calls)
    }
  }

  /// Takes away a file, or a folder with what lies two levels deep in it, which is as deep as is written here.
  ///
  /// Links are taken away, not followed.
  static func remove(_ path: String, depth: Int = 2, calls: FileCalls) {
    if calls.unlink(path) == 0 { return }
    let code = errno
    guard code == EISDIR || code == EPERM, depth > 0 else { return }
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return }
    for name in Folder.names(in: path) { remove("\(path)/\(name)", depth: depth - 1, calls: calls) }
    rmdir(path)
  }
}
