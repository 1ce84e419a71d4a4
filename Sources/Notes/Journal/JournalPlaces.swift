import CPosix
import Files
import Glibc

/// The folders in which journals of one conference may be, the best first.
///
/// `$XDG_STATE_HOME/plenary/journal/<conference>`, then the same below the runtime folder, which does not outlive the
/// machine's being switched off, then below `/var/tmp/plenary-<user>`.
public struct JournalPlaces: Equatable, Sendable {
  let folders: [String]

  /// `~/.local/state` stands in for an `XDG_STATE_HOME` that is not set or not absolute, and nothing for a runtime
  /// folder (XDG Base Directory Specification 0.8).
  public init(conference id: String, environment: (String) -> String?) {
    self.init(conference: id, environment: environment, last: "/var/tmp")
  }

  init(conference id: String, environment: (String) -> String?, last: String) {
    func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
    let name = SafeName.of(id)
    folders =
      [state, absolute("XDG_RUNTIME_DIR")].compactMap(\.self).map { "\($0)/plenary/journal/\(name)" }
      + ["\(last)/plenary-\(getuid())/journal/\(name)"]
  }

  /// Makes a folder for the user alone; one that is somebody else's, or a link, is not used.
  func make(_ folder: String, calls: FileCalls) throws(FileError) {
    try Folder.make(folder, calls: calls)
    try JournalPlaces.checkOwner(folder)
  }

  /// Whether a folder is ours: in `/var/tmp` anybody may have made it before us.
  static func checkOwner(_ folder: String) throws(FileError) {
    var info = stat()
    guard lstat(folder, &info) == 0 else { throw .system(call: "lstat", path: folder, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFDIR, info.st_uid == geteuid(), info.st_mode & 0o022 == 0 else {
      throw .system(call: "lstat", path: folder, errno: EPERM)
    }
  }
}
