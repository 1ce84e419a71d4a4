import Agenda
import Glibc
import Interchange
import Notes

/// Puts a bundle in place, whole or not at all.
///
/// A new one is written beside its place and moved there. One that is there already is changed only where that is asked
/// for: then all that differs is written first, and moved over the old files last, agenda.json after the texts that it
/// names. Whatever else lies there stays.
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
  private let progress: (Double) -> Void

  /// - Parameter progress: gets how much is written, from 0 to 1.
  init(_ path: String, isUpdate: Bool, progress: @escaping (Double) -> Void) {
    var path = path
    while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
    (self.path, self.isUpdate, self.progress) = (path, isUpdate, progress)
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
    let staging: StagingFolder
    do throws(NoteError) { staging = try StagingFolder(beside: path) } catch { throw .cannotWrite(error) }
    do throws(NoteError) {
      for (index, file) in files.enumerated() where Interruption.signal == 0 {
        try staging.put(file)
        progress(Double(index + 1) / Double(files.count))
      }
      // The last moment at which there is nothing yet; after it there is all.
      if Interruption.signal == 0 { return try staging.move(to: path) }
    } catch {
      staging.remove()
      throw .cannotWrite(error)
    }
    staging.remove()
    throw .interrupted
  }

  /// What an organiser has added to the old bundle is kept: see `Agenda.keeping`.
  private func replace(_ agenda: Agenda) throws(Failure) {
    let old = BundleReader().read(path).agenda
    let files = BundleWriter.files(of: old.map { agenda.keeping($0) } ?? agenda)
    var prepared: [PreparedFile] = []
    do throws(NoteError) {
      for folder in folders(of: files) {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .system(call: "mkdir", path: folder, errno: errno) }
        PreparedFile.sweep(folder)
      }
      for (index, file) in files.enumerated() where Interruption.signal == 0 {
        let target = "\(path)/\(file.path)"
        if !FileContents.are(file.bytes, at: target) {
          prepared.append(try PreparedFile(target, with: file.bytes, isPrivate: false))
        }
        progress(Double(index + 1) / Double(files.count))
      }
      if Interruption.signal == 0 {
        // From here on it takes no time and no room: a signal waits.
        for file in prepared { try file.commit() }
        for folder in Set(prepared.map(\.folder)) { try DurableFile.syncFolder(folder) }
        return
      }
    } catch {
      for file in prepared { file.discard() }
      throw .cannotWrite(error)
    }
    for file in prepared { file.discard() }
    throw .interrupted
  }

  /// The bundle's own, and those in it that files lie in.
  private func folders(of files: [BundleWriter.File]) -> [String] {
    let below = Set(files.compactMap { file in file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } })
    return [path] + below.sorted().map { "\(path)/\($0)" }
  }
}

/// Compares what a file has with what it should have.
private enum FileContents {
  static func are(_ bytes: [UInt8], at path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == bytes.count else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    while position < bytes.count {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0, position + count <= bytes.count,
        bytes[position..<position + count].elementsEqual(buffer[..<count])
      else { return false }
      position += count
    }
    return true
  }
}
