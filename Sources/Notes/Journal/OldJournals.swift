import Agenda
import CPosix
import Files
import Glibc

/// Journals whose notes are safe in their files: how long what stands in them is kept.
public enum OldJournals {
  /// Seconds that a journal is kept after its notes are safe in their files.
  static let keepingTime = 14 * 86_400
  /// Seconds that it keeps what was off the record.
  static let confidentialTime = 86_400
  /// Seconds by which a clock may be put back without anything having happened.
  private static let slack = 300

  /// Removes journals of all conferences that are two weeks old, and takes what is off the record, or of which nobody knows
  /// whether it is, out of those that are a day old.
  ///
  /// One that says to be from later than now was written before the clock was put back; it grows old from now on.
  /// - Parameter now: seconds since 1970.
  public static func clean(_ places: JournalPlaces, now: Int) { clean(places, now: now, calls: .system) }

  static func clean(_ places: JournalPlaces, now: Int, calls: FileCalls) {
    for path in JournalShelf.paths(in: places.ofAllConferences, ending: ".jnl.old") {
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
      let age = now - info.st_mtim.tv_sec
      if age > keepingTime {
        _ = calls.unlink(path)
      } else if age < -slack {
        let time = timespec(tv_sec: now, tv_nsec: 0)
        _ = utimensat(AT_FDCWD, path, [time, time], AT_SYMLINK_NOFOLLOW)
      } else if age > confidentialTime {
        silence(path, info, calls)
      }
    }
  }

  /// Takes out what is off the record; where that cannot be done now, it is tried again.
  ///
  /// One that was looked through cannot be written any more, by which it is known the next time, until what is known of
  /// its notes changes.
  private static func silence(_ path: String, _ info: stat, _ calls: FileCalls) {
    guard let origin = JournalScrub.origin(of: path) else { return }
    let folder = UserFolder(ofNotes: origin.notes.path)
    var subjects = stat()
    let isKnown = stat(folder.subjects, &subjects) == 0
    if info.st_mode & S_IWUSR == 0, !isKnown || subjects.st_mtim.tv_sec < info.st_ctim.tv_sec { return }
    let memory = SubjectMemory(in: folder)
    guard let file = (try? RegularFile.read(path, limit: 1 << 30, followsLinks: false)).flatMap(\.self) else { return }
    var replay = JournalReplay()
    replay.add(JournalFormat.read(file.bytes))
    var confidential: [Subject: UInt64?] = [:]
    for (target, note) in replay.notes where isOffTheRecord(target, note, memory) {
      confidential.updateValue(nil, forKey: target)
    }
    let scrub = JournalScrub(confidential, calls: calls)
    guard confidential.isEmpty || (try? scrub.rewriteRetired(path)) != nil else { return }
    chmod(path, info.st_mode & 0o777 & ~S_IWUSR)
  }

  private static func isOffTheRecord(_ target: Subject, _ note: JournalReplay.Note, _ memory: SubjectMemory) -> Bool {
    guard !memory.isUnreadable, let rule = memory.content.rules[target]?.rule else { return true }
    let said = ([note.text, note.base] + note.history.versions).compactMap {
      RuleLine.strictest(in: String(decoding: $0, as: UTF8.self))
    }
    return ([rule] + said).contains(.offTheRecord)
  }
}
