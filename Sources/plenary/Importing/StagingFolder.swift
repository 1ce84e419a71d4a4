import Glibc
import Interchange
import Notes

/// A hidden folder beside the place of a new bundle, in which it is written before it is moved there.
///
/// Its name has the number of the process, so that what a killed one has left is known, and taken away by the next that
/// writes to the same place.
struct StagingFolder {
  private let path: String

  private static let ending = ".partial"

  init(beside bundle: String) throws(NoteError) {
    let (folder, name) = StagingFolder.split(bundle)
    StagingFolder.sweep(folder, of: name)
    path = "\(folder)/.\(name)-\(getpid())\(StagingFolder.ending)"
    try StagingFolder.check("mkdir", path, mkdir(path, 0o777))
  }

  func put(_ file: BundleWriter.File) throws(NoteError) {
    if let slash = file.path.lastIndex(of: "/") {
      let below = "\(path)/\(file.path[..<slash])"
      if mkdir(below, 0o777) != 0, errno != EEXIST { throw .system(call: "mkdir", path: below, errno: errno) }
    }
    try DurableFile.replace("\(path)/\(file.path)", with: file.bytes, isPrivate: false)
  }

  /// Moves it to its place, where there is nothing or an empty folder.
  func move(to bundle: String) throws(NoteError) {
    try StagingFolder.check("rename", bundle, rename(path, bundle))
    // It is there; that a cut of power could still take it back is no reason to say that it is not.
    try? DurableFile.syncFolder(StagingFolder.split(bundle).folder)
  }

  /// Takes away what has been written of a bundle that does not come about.
  func remove() { StagingFolder.remove(path, depth: 2) }

  // What others have left

  private static func sweep(_ folder: String, of bundle: String) {
    for name in names(in: folder) where name.hasPrefix(".\(bundle)-") && name.hasSuffix(ending) {
      let digits = name.dropFirst(bundle.utf8.count + 2).dropLast(ending.utf8.count)
      // Signal 0 only asks whether there is such a process.
      guard let process = pid_t(digits), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      remove("\(folder)/\(name)", depth: 2)
    }
  }

  /// Links are taken away, not followed; what lies deeper than we write stays.
  private static func remove(_ folder: String, depth: Int) {
    for name in names(in: folder) {
      let path = "\(folder)/\(name)"
      if unlink(path) != 0, depth > 1 { remove(path, depth: depth - 1) }
    }
    rmdir(folder)
  }

  private static func names(in folder: String) -> [String] {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0, let list = fdopendir(descriptor) else { return [] }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func check(_ call: String, _ path: String, _ result: Int32) throws(NoteError) {
    if result != 0 { throw .system(call: call, path: path, errno: errno) }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
