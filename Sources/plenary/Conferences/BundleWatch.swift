import Glibc

/// Tells when a bundle, or a file beside it, may have changed (inotify(7)): written in place, put there by a rename, or
/// reached through a link that leads elsewhere now.
final class BundleWatch {
  /// Can be read when something has happened; -1 where the system cannot tell.
  let descriptor: Int32

  private let bundle: String
  private let others: [String]
  /// What is watched, with the names that matter there; nil where all do.
  private var watches: [Int32: Set<String>?] = [:]

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)
  /// Folders of a bundle that are watched at the most, and how deep they lie.
  private static let folderLimit = 200
  private static let depthLimit = 8
  /// Links that lead to links at the most, as the system itself follows.
  private static let linkLimit = 40

  /// - Parameters:
  ///   - bundle: the path of a folder, with all that is in it, or of a file.
  ///   - others: paths of files that matter too.
  init(bundle: String, others: [String]) {
    (self.bundle, self.others) = (bundle, others)
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    renew()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches what there is now: folders come and go, and links are switched.
  func renew() {
    guard descriptor >= 0 else { return }
    let before = watches
    watches = [:]
    for path in [bundle] + others { followLinks(of: path) }
    var count = 0
    watchFolder(bundle, depth: 1, count: &count)
    for (watch, _) in before where watches[watch] == nil { inotify_rm_watch(descriptor, watch) }
  }

  /// Whether anything that matters has happened since the last time.
  func readEvents() -> Bool {
    guard descriptor >= 0 else { return false }
    var matters = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer[..<count].withUnsafeBytes { bytes in
        var place = 0
        let head = MemoryLayout<inotify_event>.size
        while place + head <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          let end = min(count, place + head + Int(event.len))
          let name = String(decoding: bytes[place + head..<end].prefix { $0 != 0 }, as: UTF8.self)
          if isOfUse(event, name) { matters = true }
          place = end
        }
      }
    }
    return matters
  }

  private func isOfUse(_ event: inotify_event, _ name: String) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    // A watch that has just been taken away says so.
    guard let names = watches[event.wd] else { return false }
    if event.mask & UInt32(IN_IGNORED) != 0 { watches[event.wd] = nil }
    // It is the folder itself that has gone, or has another name.
    if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0 { return true }
    if let names { return names.contains(name) }
    // Files that are being written have hidden names with most tools, and no bundle has any.
    return !name.hasPrefix(".")
  }

  /// Watches the folder that has the last part of a path, and each that has a link on the way to it, or on the way to
  /// where that leads; of a path that is not there, the folder in which its next part would appear.
  private func followLinks(of path: String, links: Int = 0) {
    var made = path.hasPrefix("/") ? "" : "."
    let parts = path.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      let folder = made.isEmpty ? "/" : made
      made += "/" + part
      var info = stat()
      let isThere = lstat(made, &info) == 0
      let isLink = isThere && info.st_mode & S_IFMT == S_IFLNK
      if isLink || !isThere || index == parts.count - 1 { add(folder, [part]) }
      guard isThere else { return }
      if isLink, links < BundleWatch.linkLimit, let target = BundleWatch.target(of: made) {
        followLinks(of: target.hasPrefix("/") ? target : folder + "/" + target, links: links + 1)
      }
    }
  }

  private static func target(of link: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  private func watchFolder(_ path: String, depth: Int, count: inout Int) {
    guard depth <= BundleWatch.depthLimit, count < BundleWatch.folderLimit, let stream = opendir(path) else { return }
    defer { closedir(stream) }
    count += 1
    add(path, nil)
    // Of what surely is a file nothing else is to be known.
    while let entry = readdir(stream) {
      if entry.pointee.d_type == UInt8(DT_REG) { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var info = stat()
      guard !name.hasPrefix("."), lstat(path + "/" + name, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
        continue
      }
      watchFolder(path + "/" + name, depth: depth + 1, count: &count)
    }
  }

  private func add(_ folder: String, _ names: Set<String>?) {
    let watch = inotify_add_watch(descriptor, folder, BundleWatch.events)
    guard watch >= 0 else { return }
    // A folder may be watched for several reasons: all of them hold.
    guard let known = watches[watch] else {
      watches[watch] = .some(names)
      return
    }
    if let known, let names { watches[watch] = known.union(names) } else { watches[watch] = .some(nil) }
  }
}
