internal import Agenda
import CPosix
import Files
import Glibc

/// A journal that is being written: what was typed is in it before it is on the screen.
///
/// It belongs to one process, which holds a lock on it, so that others know that it lives. After any error it is not to
/// be written or trusted any more.
final class Journal {
  /// Bytes of the disk that are set aside ahead of what is written, so that a disk that fills up does not stop a note.
  static let reserve = 1 << 20

  let path: String
  let descriptor: Int32
  /// Of the last record.
  private(set) var sequence: UInt64 = 0
  private(set) var size = 0
  /// Where the bytes end that are set aside.
  private var reserved = 0
  private let calls: FileCalls

  /// Makes a new file in a folder, which it makes too where it is missing, and writes its beginning.
  ///
  /// The file is `<boot id>-<process>.jnl`, with a number before the ending where there is one already.
  init(in folder: String, origin: JournalOrigin, places: JournalPlaces, calls: FileCalls) throws(FileError) {
    try places.make(folder, calls: calls)
    var attempt = 0
    while true {
      attempt += 1
      let path = "\(folder)/\(Journal.name)\(attempt == 1 ? "" : "-\(attempt)").jnl"
      // One that is done with keeps its name for itself: what it holds is the history of notes.
      if access(path + ".old", F_OK) == 0, attempt < 10_000 { continue }
      let descriptor: Int32
      do throws(FileError) {
        descriptor = try calls.open(path, flags: O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
      } catch .system(_, _, EEXIST) where attempt < 10_000 {
        continue
      }
      // Whoever cleans up may have taken it for one whose process is dead, in between.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, Journal.isStill(path, descriptor) else {
        close(descriptor)
        continue
      }
      (self.path, self.descriptor, self.calls) = (path, descriptor, calls)
      break
    }
    var bytes = JournalFormat.signature
    sequence = 1
    JournalFormat.write(.beginning(origin), sequence: sequence, to: &bytes)
    // Where this fails `deinit` closes the file: everything has a value by now.
    try write(bytes)
  }

  /// Goes on in the file that has taken the place of an earlier one of the same name, after its last record.
  init(after earlier: Journal, calls: FileCalls) throws(FileError) {
    let path = earlier.path
    let descriptor = try calls.open(path, flags: O_WRONLY | O_APPEND | O_NOFOLLOW)
    var info = stat()
    // Whoever cleans up may have taken it for one whose process is dead, in between.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, Journal.isStill(path, descriptor),
      fstat(descriptor, &info) == 0
    else {
      close(descriptor)
      throw .system(call: "flock", path: path, errno: EWOULDBLOCK)
    }
    (self.path, self.descriptor, self.calls) = (path, descriptor, calls)
    (sequence, size, reserved) = (earlier.sequence, Int(info.st_size), Int(info.st_size))
  }

  deinit { close(descriptor) }

  /// Adds records, all in one write; gives the sequence of the last.
  @discardableResult
  func append(_ records: [JournalRecord]) throws(FileError) -> UInt64 {
    var bytes: [UInt8] = []
    for record in records {
      sequence += 1
      JournalFormat.write(record, sequence: sequence, to: &bytes)
    }
    try write(bytes)
    return sequence
  }

  private func write(_ bytes: [UInt8]) throws(FileError) {
    try calls.writeAll(bytes, to: descriptor, path: path)
    size += bytes.count
    if size + Journal.reserve / 2 > reserved {
      // Where there is no room, what is set aside already is used up first; where it cannot be done at all, all is as
      // it would be without.
      let end = size + Journal.reserve
      if calls.reserve(descriptor, off_t(size), off_t(Journal.reserve)) == 0 { reserved = end }
    }
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
      && named.st_dev == opened.st_dev
  }

  /// `<boot id>-<process>`.
  static var name: String { "\(bootID)-\(getpid())" }

  /// The kernel's identifier of this start of the machine; `unknown` where it tells none.
  static let bootID: String = {
    let text = (try? RegularFile.read("/proc/sys/kernel/random/boot_id", limit: 100))
      .flatMap { $0 }.map { String(decoding: $0.bytes.prefix { $0 != 0x0A }, as: UTF8.self) }
    return text.map(SafeName.of) ?? "unknown"
  }()
}

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

  /// The same for whatever conferences have journals there.
  var ofAllConferences: JournalPlaces {
    JournalPlaces(
      folders: folders.flatMap { folder -> [String] in
        let above = Path.split(folder).folder
        return Folder.names(in: above).filter { !$0.hasPrefix(".") }.sorted().map { "\(above)/\($0)" }
      })
  }

  private init(folders: [String]) { self.folders = folders }

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
