import Agenda
import CPosix
import Files
import Glibc

/// A journal that an earlier run has left, held so that no other process takes it up at the same time.
///
/// Its bytes are never changed: once its notes are safe in their files it gets another name, and it goes two weeks later;
/// what was off the record goes after a day (`OldJournals`), and what is forgotten at once (`JournalScrub`).
final class LeftJournal {
  /// Bytes of the largest that is read.
  private static let limit = 1 << 30

  let path: String
  let modified: Int
  let records: [JournalFormat.Numbered]
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

/// All journals of one conference that lie on the disk.
enum JournalShelf {
  /// What earlier runs have left, each with its journals, the oldest first.
  ///
  /// Left alone are those of processes that live, and those of other folders of notes, wherever those are now.
  static func left(
    in places: JournalPlaces, notes folder: NotesFolder, forgotten: [Subject: UInt64] = [:]
  ) -> [(journals: [LeftJournal], replay: JournalReplay)] {
    var runs: [UInt64: [LeftJournal]] = [:]
    for path in paths(in: places, ending: ".jnl") {
      guard let journal = LeftJournal(path) else { continue }
      guard let origin = journal.origin else {
        // Killed before its first record was whole: nothing was shown that would be in it.
        journal.retire()
        continue
      }
      if folder.isSame(as: origin.notes) { runs[origin.run, default: []].append(journal) }
    }
    return runs.values.sorted { ($0.map(\.modified).max() ?? 0) < ($1.map(\.modified).max() ?? 0) }.map { journals in
      let ordered = journals.sorted { $0.origin?.number ?? 0 < $1.origin?.number ?? 0 }
      return (ordered, ordered.reduce(into: JournalReplay(forgotten: forgotten)) { $0.add($1.records) })
    }
  }

  static func paths(in places: JournalPlaces, ending: String) -> [String] {
    places.folders.flatMap { folder -> [String] in
      guard (try? JournalPlaces.checkOwner(folder)) != nil else { return [] }
      return Folder.names(in: folder).filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
  }
}
