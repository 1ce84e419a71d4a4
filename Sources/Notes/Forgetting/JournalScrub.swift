import Agenda
import CPosix
import Files
import Glibc

/// Takes notes out of journals: what is left of a journal are the very bytes of all other records, in a file that takes
/// its place at once.
struct JournalScrub {
  /// Bytes of the largest journal that is read.
  private static let limit = 1 << 30

  /// Which notes go: of these, what stands before they were begun after the forgetting of that number; nil for all of it.
  let notes: [Subject: UInt64?]
  let calls: FileCalls

  init(_ notes: [Subject: UInt64?], calls: FileCalls) { (self.notes, self.calls) = (notes, calls) }

  /// The journal without them; nil where there is nothing of them in it.
  ///
  /// What stands behind the last whole record is read by nobody; it goes with them where it has one of their names in it,
  /// since it may be the beginning of a record that could not be finished.
  func rest(of bytes: [UInt8]) -> [UInt8]? {
    guard let start = JournalFormat.start(of: bytes) else { return nil }
    let (records, end) = JournalFormat.places(in: bytes[start...], after: 0)
    var kept = Array(bytes[..<start])
    var begun: Set<Subject> = []
    var isChanged = false
    for (_, record, bytes) in records {
      if let target = record.target, let number = notes[target], !begun.contains(target) {
        if case .anew(_, let own) = record, own == number {
          begun.insert(target)
        } else {
          isChanged = true
          continue
        }
      }
      kept += bytes
    }
    let tail = bytes[end...]
    if !tail.isEmpty, notes.keys.contains(where: { tail.has(JournalFormat.name(of: $0)) }) {
      isChanged = true
    } else {
      kept += tail
    }
    return isChanged ? kept : nil
  }

  /// Whether there is something of them in a journal.
  func concerns(_ path: String) -> Bool {
    (try? RegularFile.read(path, limit: JournalScrub.limit, followsLinks: false)).flatMap(\.self)
      .map { rest(of: $0.bytes) != nil } ?? false
  }

  /// Rewrites a journal that nobody writes; its time stays, for by that it grows old.
  ///
  /// True where something was taken out.
  func rewrite(_ path: String) throws(FileError) -> Bool {
    var info = stat()
    guard lstat(path, &info) == 0,
      let file = try RegularFile.read(path, limit: JournalScrub.limit, followsLinks: false),
      let rest = rest(of: file.bytes)
    else { return false }
    var batch = FileBatch(isPrivate: true, followsLinks: false, calls: calls)
    try batch.prepare(path, with: rest)
    try batch.commit()
    let times = [info.st_atim, info.st_mtim]
    _ = utimensat(AT_FDCWD, path, times, 0)
    return true
  }
}

extension JournalScrub {
  /// The same for a journal that is done with, which another program may be rewriting at this moment for a reason of its
  /// own: what that takes out is not put back.
  func rewriteRetired(_ path: String) throws(FileError) -> Bool {
    for _ in 0..<2_000 {
      let descriptor = plenary_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      // Gone with all that was in it.
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK {
        var (named, opened) = (stat(), stat())
        guard lstat(path, &named) == 0, fstat(descriptor, &opened) == 0, named.st_ino == opened.st_ino else { continue }
        return try rewrite(path)
      }
      usleep(1_000)
    }
    throw .system(call: "flock", path: path, errno: EWOULDBLOCK)
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes stand somewhere in it.
  fileprivate func has(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return indices.dropLast(part.count - 1).contains { self[$0] == first && self[$0..<$0 + part.count] == part[...] }
  }
}

/// What has become of the journals of a conference from which notes were to be taken.
struct ScrubbedJournals {
  /// Paths of those from which something was taken.
  var rewritten: [String] = []
  /// Those that a living process holds which has not yet taken it out itself.
  var held: [String] = []
  /// Those that belong to a folder of notes that is not there now.
  var foreign: [String] = []
  var problems: [FileError] = []
}

extension JournalScrub {
  /// Takes the notes of a folder out of all journals, but for those that living processes write.
  func run(in places: JournalPlaces, notes folder: String) -> ScrubbedJournals {
    var result = ScrubbedJournals()
    let here = NotesFolder(folder)
    for ending in [".jnl", ".jnl.old"] {
      for path in JournalShelf.paths(in: places, ending: ending) where concerns(path) {
        guard let origin = JournalScrub.origin(of: path) else { continue }
        guard here.isSame(as: origin.notes) else {
          if access(origin.notes.path, F_OK) != 0 { result.foreign.append(path) }
          continue
        }
        do throws(FileError) {
          // One that is done with is nobody's any more; of the others whoever lives has a lock.
          if ending == ".jnl.old" {
            if try rewriteRetired(path) { result.rewritten.append(path) }
          } else if let hold = LeftJournal(path) {
            defer { withExtendedLifetime(hold) {} }
            if try rewrite(path) { result.rewritten.append(path) }
          } else if access(path, F_OK) == 0 {
            result.held.append(path)
          }
        } catch {
          result.problems.append(error)
        }
      }
    }
    for place in places.folders { TemporaryName.sweep(place, calls: calls) }
    return result
  }

  /// Whose journal it is; nil for what is none.
  static func origin(of path: String) -> JournalOrigin? {
    let descriptor = plenary_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // The first record says so.
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0, case .beginning(let origin)? = JournalFormat.read(Array(bytes[..<count])).first?.record else {
      return nil
    }
    return origin
  }
}
