public import Agenda
import CPosix
import Files
import Glibc

/// What was forgotten among the notes of a folder, as it is known at this moment.
///
/// What was once read is not taken back where the file is gone or cannot be read any more.
public struct ForgottenMarks: Sendable {
  /// What tells one state of the file from another.
  private struct State: Equatable, Sendable {
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init?(_ path: String) {
      var info = stat()
      guard stat(path, &info) == 0 else { return nil }
      (inode, size) = (UInt64(info.st_ino), Int(info.st_size))
      (seconds, nanoseconds) = (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
    }
  }

  private let folder: UserFolder
  private var state: State?
  public private(set) var all: [Subject: ForgottenMark] = [:]

  public init(in folder: UserFolder) {
    self.folder = folder
    refresh()
  }

  subscript(target: Subject) -> ForgottenMark? { all[target] }

  var isEmpty: Bool { all.isEmpty }
  /// The last forgetting of each.
  var numbers: [Subject: UInt64] { all.mapValues(\.number) }

  /// Takes over that a note was begun anew, as its mark says by now.
  mutating func begin(_ target: Subject, at time: Instant) { all[target]?.begun = time }

  /// Reads the file where it has changed; gives what was forgotten since.
  @discardableResult
  mutating func refresh() -> Set<Subject> {
    let now = State(folder.subjects)
    guard now != state else { return [] }
    state = now
    guard let read = SubjectMemory.read(folder)?.forgotten else { return [] }
    let before = all
    all.merge(read) { _, new in new }
    return Set(read.keys.filter { before[$0]?.number != read[$0]?.number })
  }
}
