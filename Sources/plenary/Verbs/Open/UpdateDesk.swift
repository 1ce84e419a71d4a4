import CPosix
import Catalogue
import Glibc
import Interchange
import Interface
import Messages
import Terminal

/// Looks for a newer agenda while the program is open, by `plenary update` as a program of its own: nothing that is
/// fetched, read or compared holds up a key.
///
/// It renews the bundle, and whoever watches that shows it. What came of it is told in the status line; of looks that
/// nobody has asked for only what is news.
@MainActor
final class UpdateDesk {
  private struct Child {
    var process: pid_t
    var descriptor: Int32
    var output: [UInt8] = []
    /// Whether the user waits for it.
    var isAsked: Bool
  }

  private let bundle: String
  private let source: SourceFile?
  private let isOffline: Bool
  private let console: Console
  private let watch: (Int32) -> Void
  private var child: Child?
  private var hasToldFailure = false
  /// What the user has agreed to since the last look that came to an end.
  private var agreed: Set<UpdateConsent> = []
  /// When it looks by itself next, on the loop's clock; nil for never.
  private(set) var deadline: Int64?

  /// More than a line that says what came of it.
  private static let outputLimit = 1 << 16

  /// - Parameter watch: has the loop look at a descriptor, as long as it is open.
  init(
    bundle: String, _ catalogue: Catalogue, isOffline: Bool, _ console: Console, watch: @escaping (Int32) -> Void
  ) {
    (self.bundle, self.isOffline, self.console, self.watch) = (bundle, isOffline, console, watch)
    source = ConferenceSource.isForeign(bundle) ? nil : SourceShelf.file(ofConference: catalogue.conference.id)
    schedule()
  }

  /// Looks now.
  ///
  /// - Parameter consent: what the user has agreed to.
  func look(consent: UpdateConsent?, isAsked: Bool = true) -> [Event] {
    if isOffline { return [.lookEnded(Message("--offline: nothing is fetched"), .plain)] }
    if child != nil {
      if isAsked { child?.isAsked = true }
      return isAsked ? [.lookEnded(Message("Looking for a newer agenda already"), .plain)] : []
    }
    deadline = nil
    if let consent { agreed.insert(consent) } else { agreed = [] }
    let options = agreed.map { "--\($0.rawValue)" }
    guard let started = start(options + ["--", bundle]) else {
      schedule()
      return [.lookEnded(Message("Not updated: no program can be started"), .warning)]
    }
    child = Child(process: started.process, descriptor: started.output, isAsked: isAsked)
    watch(started.output)
    return isAsked ? [.lookEnded(Message("Looking for a newer agenda…"), .plain)] : []
  }

  /// Looks where it is time, and at what a look has said.
  func attend() -> [Event] {
    if let deadline, EventLoop.now >= deadline {
      let events = look(consent: nil, isAsked: false)
      if child == nil { self.deadline = nil }
      return events
    }
    guard let child, read(child.descriptor) else { return [] }
    close(child.descriptor)
    let output = self.child?.output ?? []
    let isAsked = self.child?.isAsked ?? false
    self.child = nil
    var status: Int32 = 0
    while waitpid(child.process, &status, 0) < 0, errno == EINTR {}
    schedule()
    return ended(output, isAsked: isAsked)
  }

  /// Ends what is under way; the bundle is then the old one.
  func close() {
    guard let child else { return }
    kill(child.process, SIGTERM)
    Glibc.close(child.descriptor)
    self.child = nil
  }

  private func close(_ descriptor: Int32) { Glibc.close(descriptor) }

  /// Takes what there is; true at its end.
  private func read(_ descriptor: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let got = Glibc.read(descriptor, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EAGAIN { return false }
      if got <= 0 { return true }
      if let count = child?.output.count, count < UpdateDesk.outputLimit { child?.output += buffer[..<got] }
    }
  }

  /// When it is time again, as the source has it now.
  private func schedule() {
    deadline = nil
    guard !isOffline, let record = source?.load(), record.address != nil else { return }
    let wait = record.wait(at: WallClock(simulated: nil).reading.now)
    // A moment at least, so that what cannot be written down is not asked for all the time.
    deadline = EventLoop.now + max(wait * 1_000, hasToldFailure ? 60_000 : 2_000)
  }

  /// Tells what the last line says: a state, a name and words.
  private func ended(_ output: [UInt8], isAsked: Bool) -> [Event] {
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let fields = lines.last?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
    guard fields.count == 3 else { return failed(Message("Not updated"), isAsked) }
    let words = Message.data(Console.cleaned(String(fields[2])))
    switch fields[0] {
    case "unchanged":
      hasToldFailure = false
      return isAsked ? [.lookEnded(Message("Nothing newer is there"), .plain)] : []
    case "changed":
      hasToldFailure = false
      return [.lookEnded(Message("Updated: %s", words), .plain)]
    case "asks-yes" where isAsked: return [.updateAsks(words, .yes)]
    case "asks-trust" where isAsked: return [.updateAsks(words, .trust)]
    case "asks-yes": return failed(Message("Not updated: %s", words), isAsked)
    default: return failed(words, isAsked)
    }
  }

  /// What has been told once is not told again every half an hour.
  private func failed(_ words: Message, _ isAsked: Bool) -> [Event] {
    defer { hasToldFailure = true }
    return isAsked || !hasToldFailure ? [.lookEnded(words, .warning)] : []
  }

  /// Starts this program as `plenary update`, in a session of its own, without a terminal.
  private func start(_ words: [String]) -> (process: pid_t, output: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK)
    defer { Glibc.close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let language = console.languages.first.map { ["--language", $0] } ?? []
    let arguments = ["plenary", "update", "--brief"] + language + words
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    guard plenary_start(&process, "/proc/self/exe", &actions, 1, &pointers) == 0 else {
      Glibc.close(ends[0])
      return nil
    }
    // Whoever presses keys comes first.
    setpriority(Int32(PRIO_PROCESS.rawValue), id_t(process), 10)
    return (process, ends[0])
  }
}
