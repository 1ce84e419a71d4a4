import Files
import Glibc
import Notes

/// The bundles and files that were opened by name, the last one first: a path on each line of
/// `$XDG_STATE_HOME/plenary/recent`.
///
/// It is a convenience: whatever is wrong with it, it is as if it were empty.
enum RecentConferences {
  /// More than anybody goes back to.
  private static let limit = 20

  static var exist: Bool { file.map { access($0, R_OK) == 0 } ?? false }

  static func paths() -> [String] {
    guard let file, let bytes = (try? RegularFile.read(file, limit: 1 << 16))??.bytes else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).prefix(limit).map { String(decoding: $0, as: UTF8.self) }
      .filter { access($0, R_OK) == 0 }
  }

  /// Puts a path in front; one that cannot stand on a line of its own is left out.
  static func add(_ path: String) {
    guard let file, let resolved = realpath(path, nil) else { return }
    defer { free(resolved) }
    let path = String(cString: resolved)
    guard !path.utf8.contains(UInt8(ascii: "\n")) else { return }
    let before = paths()
    if before.first == path { return }
    let lines = ([path] + before.filter { $0 != path }).prefix(limit)
    try? Folder.make(Path.split(file).folder)
    try? DurableFile(file).replace(with: lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] })
  }

  private static var file: String? {
    (Environment.folder("XDG_STATE_HOME") ?? Environment.folder("HOME").map { $0 + "/.local/state" })
      .map { $0 + "/plenary/recent" }
  }
}
