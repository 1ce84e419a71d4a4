import Agenda
import CPosix
import Catalogue
import Files
import Glibc
import Interface
import Messages

/// What a bundle's files look like from outside, and where its path leads; equal ones have not changed in between.
struct BundleState: Equatable {
  private let place: String
  private let signature: UInt64?

  init(of path: String) {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    place = resolved.map { String(cString: $0) } ?? ""
    signature = BundleSignature(of: path)?.value
  }
}

/// Follows a bundle, or another program's file, while it is shown.
///
/// What has changed is read once it has come to rest, on a thread of its own, so that no key waits for it. A version of
/// which nothing can be shown, or that has more errors than the one that is shown, is broken; that one stays then.
final class BundleFollower {
  /// What came of a look.
  enum News {
    /// The files are as they were.
    case unchanged
    /// What is shown differs so from what the user has acknowledged.
    case known(AgendaNews)
    case version(Version)
    /// What has changed cannot be shown, and why, one line each.
    case broken([Message])
  }

  /// Another version of the agenda, ready to be shown.
  struct Version {
    var agenda: Agenda
    var catalogue: Catalogue
    var sessions: SessionIndex
    /// How it differs from what the user has acknowledged; nil where nobody asks.
    var news: AgendaNews?
  }

  /// Milliseconds without a change of the files after which they are read: whoever writes one often writes more.
  private static let quiet: Int64 = 200
  /// Milliseconds after which they are read though they still change.
  private static let patience: Int64 = 1_000
  /// Milliseconds after which it is looked at all the same, since not every file system tells.
  private static let interval: Int64 = 60_000

  private let watch: BundleWatch
  private let worker = DiskWorker<Handed<News>>()
  private let looks: BundleLooks
  /// When files changed first, and last, since they were read.
  private var changed: (first: Int64, last: Int64)?
  private var lastLook: Int64
  private var isKnown: Bool

  /// - Parameters:
  ///   - others: paths of files beside it that are looked at too, and read by whoever asks.
  ///   - shown: the state of the files that is shown; nil where nobody knows.
  ///   - errors: how many errors that has; nil where that is still to be found out.
  ///   - now: milliseconds of the loop's clock, as in `attend`.
  ///   - compile: makes a catalogue of what was read, on the thread.
  ///   - compare: tells how it differs from what the user has acknowledged, on the thread; of what is shown too.
  init(
    _ path: String, others: [String] = [], shown: BundleState?, errors: Int?, conference id: String?,
    _ console: Console, now: Int64, compile: @escaping @Sendable (ConferenceSource) -> Catalogue?,
    compare: @escaping @Sendable (Agenda) -> AgendaNews? = { _ in nil }
  ) {
    OffsetTable.prepareForThreads()
    watch = BundleWatch(bundle: path, others: others)
    looks = BundleLooks(path, shown: shown, errors: errors, conference: id, console, compile: compile, compare: compare)
    lastLook = now
    isKnown = errors != nil
  }

  /// Has found out what is not known yet of what is shown; the first picture comes before.
  func start() {
    if isKnown { return }
    isKnown = true
    find { $0.begin() }
    // Whatever was changed meanwhile.
    find { $0.look() }
  }

  private func find(_ news: @escaping @Sendable (BundleLooks) -> News) {
    worker.add { [looks] in
      let count = looks.readCount
      let found = news(looks)
      // A large agenda that was read and compared leaves tens of megabytes behind, which the C library would keep.
      if looks.readCount > count { malloc_trim(0) }
      return Handed(found)
    }
  }

  /// Waits so long at most until what was shown is known, so that the next start can tell how it differs from that.
  func finish(within milliseconds: Int64) {
    if worker.isBusy { _ = worker.wait(milliseconds: milliseconds) }
  }

  deinit { worker.end() }

  /// Each can be read when there is something to `attend` to.
  var descriptors: [Int32] { [watch.descriptor, worker.descriptor].filter { $0 >= 0 } }

  /// When `attend` has something to do by itself.
  var deadline: Int64 {
    guard let changed else { return lastLook + BundleFollower.interval }
    return min(changed.last + BundleFollower.quiet, changed.first + BundleFollower.patience)
  }

  /// Has what has come to rest read, and gives what was found since the last time.
  func attend(now: Int64) -> [News] {
    if watch.readEvents() { changed = (changed?.first ?? now, now) }
    if now >= deadline {
      (changed, lastLook) = (nil, now)
      // Before it is read: what changes from now on is told again.
      watch.renew()
      find { $0.look() }
    }
    return worker.collect().map(\.value)
  }
}

/// What one thread has made and hands to another, and then lets go of.
private struct Handed<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// What is known of a bundle from one look to the next.
// Only the jobs of one worker use it, which come one after the other.
private final class BundleLooks: @unchecked Sendable {
  private let path: String
  private let console: Console
  private let compile: @Sendable (ConferenceSource) -> Catalogue?
  private let compare: @Sendable (Agenda) -> AgendaNews?
  /// The conference's identifier; nil where it may become another.
  private let id: String?
  private var seen: BundleState?
  private var errorCount: Int
  /// How often the files were read.
  private(set) var readCount = 0

  init(
    _ path: String, shown: BundleState?, errors: Int?, conference id: String?, _ console: Console,
    compile: @escaping @Sendable (ConferenceSource) -> Catalogue?,
    compare: @escaping @Sendable (Agenda) -> AgendaNews?
  ) {
    (self.path, self.console, self.id) = (path, console, id)
    (self.compile, self.compare) = (compile, compare)
    (seen, errorCount) = (shown, errors ?? 0)
  }

  /// Finds out what is not known yet of what is shown.
  func begin() -> BundleFollower.News {
    guard BundleState(of: path) == seen else { return .unchanged }
    let source = source()
    errorCount = source.errors.count
    // What was written while it was read is another version, whose turn comes.
    guard BundleState(of: path) == seen, let agenda = source.agenda, id == nil || agenda.conference.id == id else {
      return .unchanged
    }
    return compare(agenda).map { .known($0) } ?? .unchanged
  }

  func look() -> BundleFollower.News {
    let now = BundleState(of: path)
    if now == seen { return .unchanged }
    seen = now
    let source = source()
    let errors = source.errors
    guard let agenda = source.agenda, errors.count <= errorCount else {
      let lines = errors.isEmpty ? source.complaints : errors.map { .data($0.line(in: console.messages)) }
      return .broken(lines.isEmpty ? [.cannotOpen(path)] : lines)
    }
    if let id, agenda.conference.id != id {
      return .broken([Message("found another conference, %1$s, expected %2$s", agenda.conference.id, id)])
    }
    guard let catalogue = compile(source) else { return .broken([.cannotOpen(path)]) }
    errorCount = errors.count
    let sessions = SessionIndex(catalogue)
    sessions.read()
    return .version(
      BundleFollower.Version(agenda: agenda, catalogue: catalogue, sessions: sessions, news: compare(agenda)))
  }

  private func source() -> ConferenceSource {
    readCount += 1
    return ConferenceSource(path, console, bar: ProgressBar(console, isQuiet: true))
  }
}
