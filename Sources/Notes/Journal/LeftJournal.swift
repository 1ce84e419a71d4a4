import Agenda
import CPosix
import Files
import Glibc

/// A journal that an earlier run has left, held so that no other process takes it up at the same time.
///
/// Its bytes are never changed: once its notes are safe in their files it gets another name, and it goes two weeks later.
final class LeftJournal {
  /// Seconds that a journal is kept after its notes are safe in their files.
  static let keepingTime = 14 * 86_400
  /// Bytes of the largest that is read.
  private static let limit = 1 << 30

  let path: String
  let modified: Int
  let records: [(sequence: UInt64, record: JournalRecord)]
  private let descriptor: Int32

  var origin: JournalOrigin? {
    guard case .beginning(let origin) = records.first?.record else { return nil }
    return origin
  }

  /// Nil for one whose process lives, or that is gone.
  init?(_ path: String) {
    let descriptor = plenary_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var (named, opened) = (stat(), stat())
    guard LeftJournal.isFree(descriptor, path), lstat(path, &named) == 0, fstat(descriptor, &opened) == 0,
      named.st_ino == opened.st_ino, opened.st_mode & S_IFMT == S_IFREG, opened.st_uid == geteuid(),
      let file = (try? RegularFile.read(path, limit: LeftJournal.limit)).flatMap(\.self)
    else {
      close(descriptor)
      return nil
    }
    (self.path, self.descriptor, modified) = (path, descriptor, opened.st_mtim.tv_sec)
    records = JournalFormat.read(file.bytes)
  }

  deinit { close(descriptor) }

  /// Takes the lock that its process would hold; where there are no locks, the process is looked for.
  private static func isFree(_ descriptor: Int32, _ path: String) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    let parts = Path.split(path).name.dropLast(4).split(separator: "-")
    guard path.has(part: "/\(Journal.bootID)-"), let process = parts.compactMap({ pid_t($0) }).first, process > 0 else {
      return true
    }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Says by its name that its notes are safe in their files.
  func retire() { LeftJournal.retire(path) }

  static func retire(_ path: String) {
    // The room that was set aside behind its end is given back; the bytes stay.
    var info = stat()
    if lstat(path, &info) == 0 { truncate(path, info.st_size) }
    utimes(path, nil)
    rename(path, path + ".old")
  }
}
