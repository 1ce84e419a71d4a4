import Agenda
import CPosix
import Files
import Glibc

/// Reads what other runs of the program write into their journals, while they do, and what dead ones have left.
///
/// Nothing is locked and nothing is changed: a journal is read up to its last whole record, and on from there when there
/// is more.
struct JournalReader {
  /// A journal that is being read on.
  // It owns a descriptor, which is closed when the last one lets go of it.
  private final class Source {
    let path: String
    let descriptor: Int32
    var run: UInt64?
    var offset = 0
    var sequence: UInt64 = 0
    /// Up to there everything was read, from the file that had this name before.
    var known: UInt64 = 0
    private let device: dev_t
    private let inode: ino_t

    init?(_ path: String) {
      let descriptor = plenary_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      var info = stat()
      guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid() else {
        close(descriptor)
        return nil
      }
      (self.path, self.descriptor) = (path, descriptor)
      (device, inode) = (info.st_dev, info.st_ino)
    }

    deinit { close(descriptor) }

    /// Whether another file has its name by now, as a journal has from which a note was taken out.
    var isReplaced: Bool {
      var info = stat()
      return lstat(path, &info) == 0 && (info.st_ino != inode || info.st_dev != device)
    }

    /// What has taken its place, to be read from where this was read to.
    func successor() -> Source? {
      guard let next = Source(path) else { return nil }
      (next.run, next.known) = (run, max(sequence, known))
      return next
    }

    /// The records that are new since the last time.
    func records() -> [JournalFormat.Numbered] {
      let bytes = RegularFile.bytes(of: descriptor, from: offset)
      var start = 0
      if offset == 0 {
        guard let first = JournalFormat.start(of: bytes) else { return [] }
        start = first
      }
      let (records, end) = JournalFormat.read(bytes[start...], after: sequence)
      offset += end
      sequence = records.last?.sequence ?? sequence
      return known == 0 ? records : records.filter { $0.sequence > known }
    }
  }

  private let places: JournalPlaces
  private let folder: String
  /// Whose own journals are not read.
  private let own: UInt64
  private let watch: FolderWatch
  /// Seconds since 1970.
  private let start = time(nil)
  private var sources: [String: Source] = [:]
  /// Journals of other folders of notes, and such as are none.
  private var foreign: Set<String> = []
  private(set) var runs: [UInt64: JournalReplay] = [:]
  /// Those of them that have let their journals go: all that they have written is in files.
  private(set) var ended: Set<UInt64> = []
  /// Notes of which something was read that nobody has taken in yet.
  private var untaken: Set<Subject> = []
  /// The last forgetting of each note that was forgotten.
  private var forgotten: [Subject: UInt64] = [:]

  /// Can be read when somebody has written; -1 where the system cannot tell.
  var descriptor: Int32 { watch.descriptor }

  init(_ places: JournalPlaces, notes folder: String, own: UInt64) {
    (self.places, self.folder, self.own) = (places, folder, own)
    watch = FolderWatch(places.folders[0], isWritten: true)
    for other in places.folders.dropFirst() { watch.watch(other) }
  }

  /// Reads what is there before anything is open that it could be news to.
  mutating func open() { _ = read(isFirst: true) }

  /// Reads all that is new.
  mutating func catchUp() { untaken.formUnion(read(isFirst: false)) }

  /// The notes that what was read since the last time is about.
  mutating func takeNews() -> Set<Subject> {
    defer { untaken = [] }
    return untaken
  }

  private mutating func read(isFirst: Bool) -> Set<Subject> {
    let isNew = watch.extend()
    var changed = watch.changes()
    if isFirst || isNew || descriptor < 0 || changed.contains(places.folders[0]) {
      changed.formUnion(JournalShelf.paths(in: places, ending: ".jnl"))
      // While nobody looked one may have come and been let go.
      if !isFirst { changed.formUnion(recent()) }
    }
    if changed.isEmpty { return [] }
    let names = Set(
      changed.compactMap { path -> String? in
        path.hasSuffix(".jnl") ? path : path.hasSuffix(".jnl.old") ? String(path.dropLast(4)) : nil
      })
    return read(names.sorted())
  }

  private mutating func read(_ paths: [String]) -> Set<Subject> {
    var found: [(run: UInt64, number: UInt32, records: [JournalFormat.Numbered])] = []
    var gone: [UInt64] = []
    for path in paths where !foreign.contains(path) {
      guard var source = sources[path] ?? open(path) else { continue }
      sources[path] = source
      var records = source.records()
      if source.isReplaced, let next = source.successor() {
        source = next
        sources[path] = next
        records += next.records()
      }
      if case .beginning(let origin)? = records.first?.record {
        source.run = origin.run
        if origin.run == own || !NotesFolder(folder).isSame(as: origin.notes) {
          foreign.insert(path)
          sources[path] = nil
          continue
        }
        found.append((origin.run, origin.number, records))
      } else if let run = source.run, !records.isEmpty {
        found.append((run, runs[run]?.origin?.number ?? 0, records))
      }
      // Its run has let it go: nothing more is written there.
      if access(path, F_OK) != 0 {
        if let run = source.run { gone.append(run) }
        sources[path] = nil
      }
    }
    defer { for run in gone where !sources.values.contains(where: { $0.run == run }) { ended.insert(run) } }
    var touched: Set<Subject> = []
    for (run, _, records) in found.sorted(by: { ($0.run, $0.number) < ($1.run, $1.number) }) {
      touched.formUnion(runs[run, default: JournalReplay(forgotten: forgotten)].add(records))
    }
    return touched
  }

  /// From now on nothing counts of these notes that was written before they were forgotten.
  mutating func forget(_ numbers: [Subject: UInt64]) {
    for (target, number) in numbers where forgotten[target] != number {
      forgotten[target] = number
      untaken.remove(target)
      for run in runs.keys { runs[run]?.forget(target, number) }
    }
  }

  /// Journals that were let go since the start.
  private func recent() -> [String] {
    JournalShelf.paths(in: places, ending: ".jnl.old").filter { path in
      var info = stat()
      return lstat(path, &info) == 0 && info.st_mtim.tv_sec >= start
    }
  }

  /// A journal under its own name, or, where its run has let it go meanwhile, under the other.
  private func open(_ path: String) -> Source? {
    guard (try? JournalPlaces.checkOwner(Path.split(path).folder)) != nil else { return nil }
    return Source(path) ?? Source(path + ".old")
  }

  /// The text of a note as a run had it at a place; nil where that is not to be found any more.
  func text(of target: Subject, by run: UInt64, at place: JournalPlace) -> [UInt8]? {
    var replay = JournalReplay(forgotten: forgotten)
    for (number, records) in records(of: run, upTo: place.number) {
      replay.add(number < place.number ? records : records.filter { $0.sequence <= place.sequence })
    }
    guard replay.notes[target]?.place ?? .none <= place else { return nil }
    return replay.notes[target]?.text
  }

  /// The last text of a note as a run had it before it went on after a place, with nothing in it of what others have
  /// written but what is `known`; nil where that is not to be found any more.
  func text(
    of target: Subject, by run: UInt64, at place: JournalPlace, with known: [UInt64: JournalPlace]
  ) -> [UInt8]? {
    var replay = JournalReplay(forgotten: forgotten)
    var found: [UInt8]?
    for (_, records) in records(of: run, upTo: .max) {
      for (index, record) in records.enumerated() {
        replay.add([record])
        // What has been seen stands behind the text that it is in.
        if index + 1 < records.count, case .seen(target, _) = records[index + 1].record { continue }
        guard let note = replay.notes[target] else { continue }
        if note.place > place { return found }
        if note.seen.allSatisfy({ third, seen in known[third].map { $0 >= seen } ?? false }) { found = note.text }
      }
    }
    return found
  }

  /// All that is left of a run's journals, let go or not, in their order.
  private func records(of run: UInt64, upTo last: UInt32) -> [(number: UInt32, records: [JournalFormat.Numbered])] {
    var journals: [(number: UInt32, records: [JournalFormat.Numbered])] = []
    for path in JournalShelf.paths(in: places, ending: ".jnl") + JournalShelf.paths(in: places, ending: ".jnl.old") {
      guard let records = Source(path)?.records(), case .beginning(let origin)? = records.first?.record,
        origin.run == run, origin.number <= last
      else { continue }
      journals.append((origin.number, records))
    }
    return journals.sorted { $0.number < $1.number }
  }

  /// The texts that a note's file may have held in the last two weeks, the oldest first, from journals that are done with.
  func history(of target: Subject) -> [[UInt8]] {
    var found: [NoteHistory] = []
    _ = retired(target) { _, note in
      found.append(note.history)
      return false
    }
    return found.reversed().flatMap(\.versions)
  }

  /// What a run knew of a note whose journal is done with: the last one that has what is looked for.
  func retired(
    _ target: Subject, where isWanted: (UInt64, JournalReplay.Note) -> Bool
  ) -> (run: UInt64, note: JournalReplay.Note)? {
    let here = NotesFolder(folder)
    let paths = JournalShelf.paths(in: places, ending: ".jnl.old").map { path in
      var info = stat()
      return (path, lstat(path, &info) == 0 ? info.st_mtim : timespec())
    }
    for (path, _) in paths.sorted(by: { ($0.1.tv_sec, $0.1.tv_nsec) > ($1.1.tv_sec, $1.1.tv_nsec) }) {
      guard let records = Source(path)?.records(), case .beginning(let origin)? = records.first?.record,
        here.isSame(as: origin.notes)
      else { continue }
      var replay = JournalReplay(forgotten: forgotten)
      replay.add(records)
      if let note = replay.notes[target], isWanted(origin.run, note) { return (origin.run, note) }
    }
    return nil
  }
}
