import Agenda
import Glibc
import Interchange
import Notes

/// Puts a bundle in place, whole or not at all.
///
/// A new one is written beside its place and moved there. One that is there already is changed only where that is asked
/// for: then each file is replaced by itself, agenda.json last, and whatever else lies there stays.
struct BundlePlacing {
  enum Failure: Error {
    /// A bundle is there, and nobody has said that it is to be updated.
    case isThere
    /// Something is there that is no bundle.
    case isNoBundle
    case cannotWrite(NoteError)
    /// A signal came before all was written.
    case interrupted
  }

  private let path: String
  private let isUpdate: Bool

  init(_ path: String, isUpdate: Bool) {
    var path = path
    while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
    (self.path, self.isUpdate) = (path, isUpdate)
  }

  func write(_ agenda: Agenda) throws(Failure) {
    // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
    signal(SIGXFSZ, SIG_IGN)
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .isNoBundle }
      if access(path + "/agenda.json", F_OK) == 0 {
        guard isUpdate else { throw .isThere }
        return try replace(agenda)
      }
      guard isEmpty else { throw .isNoBundle }
    }
    try create(BundleWriter.files(of: agenda))
  }

  private var isEmpty: Bool {
    guard let stream = opendir(path) else { return false }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    return count <= 2
  }

  private func create(_ files: [BundleWriter.File]) throws(Failure) {
    let (folder, name) = split
    let partial = "\(folder)/.\(name)-\(getpid()).partial"
    do throws(NoteError) {
      try check("mkdir", partial, mkdir(partial, 0o777))
      try put(files, in: partial)
      if Interruption.signal == 0 {
        try check("rename", path, rename(partial, path))
        return
      }
    } catch {
      BundlePlacing.remove(partial, files)
      throw .cannotWrite(error)
    }
    BundlePlacing.remove(partial, files)
    throw .interrupted
  }

  /// What an organiser has added to the old bundle is kept: see `Agenda.keeping`.
  private func replace(_ agenda: Agenda) throws(Failure) {
    let old = BundleReader().read(path).agenda
    let kept = old.map { agenda.keeping($0) } ?? agenda
    do throws(NoteError) {
      try put(BundleWriter.files(of: kept), in: path)
    } catch {
      throw .cannotWrite(error)
    }
  }

  private func put(_ files: [BundleWriter.File], in folder: String) throws(NoteError) {
    for file in files where Interruption.signal == 0 {
      if let slash = file.path.lastIndex(of: "/") {
        let below = "\(folder)/\(file.path[..<slash])"
        if mkdir(below, 0o777) != 0, errno != EEXIST { throw .system(call: "mkdir", path: below, errno: errno) }
      }
      try DurableFile.replace("\(folder)/\(file.path)", with: file.bytes, isPrivate: false)
    }
  }

  private func check(_ call: String, _ path: String, _ result: Int32) throws(NoteError) {
    if result != 0 { throw .system(call: call, path: path, errno: errno) }
  }

  /// Takes away what has been written of a bundle that does not come about.
  private static func remove(_ folder: String, _ files: [BundleWriter.File]) {
    for file in files { unlink("\(folder)/\(file.path)") }
    for file in files {
      if let slash = file.path.lastIndex(of: "/") { rmdir("\(folder)/\(file.path[..<slash])") }
    }
    rmdir(folder)
  }

  private var split: (folder: String, name: Substring) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path[...]) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), path[path.index(after: slash)...])
  }
}
