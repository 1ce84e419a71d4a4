public import Agenda
public import Files

/// Keeps one's own notes in a shared folder and looks at what colleagues lay there, while the program runs.
///
/// A network drive may take its time: everything is done by a thread of its own. Times are milliseconds of any clock that
/// only goes forward.
public final class SharingDesk {
  /// Milliseconds until colleagues' folders are read again where nothing tells of a change, as on a network drive.
  static let interval: Int64 = 60_000
  /// Milliseconds after a change until it is laid or read: several come together.
  static let pause: Int64 = 500

  /// What has come of it.
  public struct News: Equatable, Sendable {
    /// All that the colleagues have written, where it was read anew and is something else than before.
    public var colleagues: [NoteText]?
    public var problems: [FileError] = []
  }

  private enum Outcome: Sendable {
    case laid([FileError])
    case read([NoteText], [FileError], watched: [String])
  }

  private let folder: SharedFolder
  private let worker = DiskWorker<Outcome>()
  private let watch: FolderWatch
  private var layDue: Int64?
  private var readDue: Int64? = 0
  private var isReading = false
  private var known: [NoteText] = []
  private var told: [FileError] = []
  /// What may be laid there at this moment.
  private let notes: () -> [Subject: [UInt8]]
  private let user: UserFolder

  /// - Parameters:
  ///   - user: where it stands what was forgotten.
  ///   - notes: one's own notes that may leave the machine, as they are in their files.
  public init(_ folder: SharedFolder, of user: UserFolder, notes: @escaping () -> [Subject: [UInt8]]) {
    (self.folder, self.user, self.notes) = (folder, user, notes)
    watch = FolderWatch(folder.path)
  }

  deinit { worker.end() }

  /// Each can be read when there is something to `attend` to.
  public var descriptors: [Int32] { [worker.descriptor, watch.descriptor].filter { $0 >= 0 } }

  /// When `attend` has something to do by itself.
  public var deadline: Int64? { [layDue, isReading ? nil : readDue].compactMap(\.self).min() }

  /// One's own notes have changed.
  public func changed(now: Int64) { layDue = layDue ?? now + SharingDesk.pause }

  /// Takes in what has been done, and has done what is due.
  public func attend(now: Int64) -> News {
    var news = News()
    for outcome in worker.collect() {
      switch outcome {
      case .laid(let problems): tell(problems, in: &news)
      case .read(let notes, let problems, let watched):
        isReading = false
        for folder in watched { watch.watch(folder) }
        if notes != known {
          known = notes
          news.colleagues = notes
        }
        tell(problems, in: &news)
      }
    }
    let isNew = watch.extend()
    if isNew || !watch.changes().isEmpty { readDue = min(readDue ?? .max, now + SharingDesk.pause) }
    if let due = layDue, due <= now {
      layDue = nil
      let (folder, user, notes) = (folder, user, notes())
      worker.add {
        let marks = ForgottenMarks(in: user)
        // What was forgotten since is not laid any more.
        return .laid(folder.lay(notes.filter { marks[$0.key]?.begun != nil || marks[$0.key] == nil }, forgotten: marks))
      }
    }
    if let due = readDue, due <= now, !isReading {
      isReading = true
      readDue = now + SharingDesk.interval
      let folder = folder
      worker.add {
        let (notes, problems) = folder.colleagues()
        return .read(notes, problems, watched: folder.watched)
      }
    }
    return news
  }

  /// Lays what is still to be laid, and waits for it so long at most.
  public func finish(now: Int64, within milliseconds: Int64) {
    guard layDue != nil else { return }
    layDue = now
    _ = attend(now: now)
    _ = worker.wait(milliseconds: milliseconds)
  }

  /// Each problem is told once.
  private func tell(_ problems: [FileError], in news: inout News) {
    news.problems += problems.filter { !told.contains($0) }
    told += news.problems
  }
}
