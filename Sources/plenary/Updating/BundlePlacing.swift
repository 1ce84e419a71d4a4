import Agenda
import Files
import Glibc
import Interchange
import Notes

/// Puts a bundle in place, whole or not at all.
///
/// A new one is written beside its place and moved there. One that is there already is changed only where that is asked
/// for: then all that differs is written first, and moved over the old files last, agenda.json after the texts that it
/// names. Whatever else lies there stays, and nothing is written through a link that lies in it.
struct BundlePlacing {
  enum Failure: Error {
    /// A bundle is there, and nobody has said that it is to be updated.
    case isThere
    /// Something is there that is no bundle.
    case isNoBundle
    /// Its agenda is written in words, by hand.
    case isWritten
    /// In the bundle a symbolic link stands where something is to be written.
    case isLink(String)
    case cannotWrite(FileError)
    /// A signal came before all was written.
    case interrupted
    /// So many of the old agenda's sessions are not in the new one, and nobody has said that this is right.
    case losesSessions(Int, of: Int)
  }

  private let path: String
  private let isUpdate: Bool
  private let keepsAdditions: Bool
  private let accepts: (AgendaChanges) -> Bool
  private let progress: (Double) -> Void

  /// - Parameters:
  ///   - keepsAdditions: whether what an organiser has added to the old bundle is in the new one too.
  ///   - accepts: asked before a bundle that lost half of its sessions is renewed.
  ///   - progress: gets how much is written, from 0 to 1.
  init(
    _ path: String, isUpdate: Bool, keepsAdditions: Bool = true,
    accepts: @escaping (AgendaChanges) -> Bool = { _ in true },
    progress: @escaping (Double) -> Void
  ) {
    var path = path
    while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
    (self.path, self.isUpdate, self.keepsAdditions) = (path, isUpdate, keepsAdditions)
    (self.accepts, self.progress) = (accepts, progress)
  }

  /// Gives what differs from the bundle that was there, where one was renewed.
  @discardableResult func write(_ agenda: Agenda) throws(Failure) -> AgendaChanges? {
    // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
    signal(SIGXFSZ, SIG_IGN)
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .isNoBundle }
      if BundleFormat.isBundle(path) {
        guard isUpdate else { throw .isThere }
        // Whoever writes it in words would lose them.
        if access("\(path)/\(BundleFormat.writtenFile)", F_OK) == 0 { throw .isWritten }
        return try replace(agenda)
      }
      guard isEmpty else { throw .isNoBundle }
    }
    try create(BundleWriter.files(of: agenda))
    AgendaHistory(conference: agenda.conference.id)?.met(agenda)
    return nil
  }

  private var isEmpty: Bool { (try? Folder.list(path))?.isEmpty ?? false }

  private func create(_ files: [BundleWriter.File]) throws(Failure) {
    var staged: StagedFolder
    do throws(FileError) { staged = try StagedFolder(for: path) } catch { throw .cannotWrite(error) }
    do throws(FileError) {
      for (index, file) in files.enumerated() where Interruption.signal == 0 {
        try staged.write(file.path, file.bytes)
        progress(Double(index + 1) / Double(files.count))
      }
      // The last moment at which there is nothing yet; after it there is all.
      if Interruption.signal == 0 { return try staged.commit() }
    } catch {
      staged.discard()
      throw .cannotWrite(error)
    }
    staged.discard()
    throw .interrupted
  }

  /// What an organiser has added to the old bundle is kept: see `Agenda.keeping`.
  private func replace(_ agenda: Agenda) throws(Failure) -> AgendaChanges? {
    let old = BundleReader().read(path).agenda
    let new = (keepsAdditions ? old : nil).map { agenda.keeping($0) } ?? agenda
    let changes = old.map { AgendaChanges(old: $0, new: new) }
    if let changes, changes.isHalfGone, !accepts(changes) {
      throw .losesSessions(changes.lostCount, of: changes.old.sessions.count)
    }
    let files = BundleWriter.files(of: new)
    try refuseLinks(files)
    var batch = FileBatch(isPrivate: false, followsLinks: false)
    do throws(FileError) {
      for folder in folders(of: files) {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .system(call: "mkdir", path: folder, errno: errno) }
        TemporaryName.sweep(folder)
      }
      for (index, file) in files.enumerated() where Interruption.signal == 0 {
        let target = "\(path)/\(file.path)"
        let there = (try? RegularFile.read(target, limit: file.bytes.count, followsLinks: false)) ?? nil
        if there?.bytes != file.bytes { try batch.prepare(target, with: file.bytes) }
        progress(Double(index + 1) / Double(files.count))
      }
      // From here on it takes no time and no room: a signal waits.
      if Interruption.signal == 0 {
        try batch.commit()
        let history = AgendaHistory(conference: new.conference.id)
        if let old { history?.met(old, new) } else { history?.met(new) }
        return changes
      }
    } catch {
      batch.discard()
      throw .cannotWrite(error)
    }
    batch.discard()
    throw .interrupted
  }

  /// A bundle may come from anywhere, and a link in it lead anywhere.
  private func refuseLinks(_ files: [BundleWriter.File]) throws(Failure) {
    for name in folders(of: files).dropFirst() + files.map({ "\(path)/\($0.path)" }) {
      var status = stat()
      if lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { throw .isLink(name) }
    }
  }

  /// The bundle's own, and those in it that files lie in.
  private func folders(of files: [BundleWriter.File]) -> [String] {
    let below = Set(files.compactMap { file in file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } })
    return [path] + below.sorted().map { "\(path)/\($0)" }
  }
}

extension AgendaChanges {
  /// Sessions of the old version that are in the new one no more, not even perhaps.
  var lostCount: Int { sessions.count { $0.new == nil } }

  /// Whether so many are gone that it is hardly a newer version of the same agenda.
  var isHalfGone: Bool {
    lostCount * 2 >= old.sessions.count && (lostCount > 1 || lostCount == 1 && new.sessions.isEmpty)
  }
}
