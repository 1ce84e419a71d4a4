import CPosix
import Files
import Glibc

/// All journals of one conference that lie on the disk.
enum JournalShelf {
  /// What earlier runs have left, each with its journals, the oldest first.
  ///
  /// Left alone are those of processes that live, and those of other folders of notes that are still there.
  static func left(in places: JournalPlaces, notes folder: String) -> [(journals: [LeftJournal], replay: JournalReplay)]
  {
    var runs: [UInt64: [LeftJournal]] = [:]
    for path in paths(in: places, ending: ".jnl") {
      guard let journal = LeftJournal(path) else { continue }
      guard let origin = journal.origin else {
        // Killed before its first record was whole: nothing was shown that would be in it.
        journal.retire()
        continue
      }
      if origin.notes == folder || access(origin.notes, F_OK) != 0 { runs[origin.run, default: []].append(journal) }
    }
    return runs.values.sorted { ($0.map(\.modified).max() ?? 0) < ($1.map(\.modified).max() ?? 0) }.map { journals in
      let ordered = journals.sorted { $0.origin?.number ?? 0 < $1.origin?.number ?? 0 }
      return (ordered, ordered.reduce(into: JournalReplay()) { $0.add($1.records) })
    }
  }

  /// Removes journals whose notes have been safe in their files for two weeks.
  static func clean(_ places: JournalPlaces, now: Int) {
    for path in paths(in: places, ending: ".jnl.old") {
      var info = stat()
      if lstat(path, &info) == 0, info.st_mtim.tv_sec < now - LeftJournal.keepingTime { unlink(path) }
    }
  }

  private static func paths(in places: JournalPlaces, ending: String) -> [String] {
    places.folders.flatMap { folder -> [String] in
      guard (try? JournalPlaces.checkOwner(folder)) != nil else { return [] }
      return Folder.names(in: folder).filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
  }
}
