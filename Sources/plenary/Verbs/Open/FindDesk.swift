import Agenda
import Glibc
import Interchange
import Interface
import Messages
import Terminal

/// Looks in directories for conferences while the program is open, and brings the one that is chosen: by this program,
/// started once more, so that no key waits for the network.
@MainActor
final class FindDesk {
  private let isOffline: Bool
  private let console: Console
  private let loop: EventLoop
  /// What asks the directories.
  private var asking: OwnProgram?
  /// What brings a conference.
  private var bringing: OwnProgram?
  /// What was said of the directories last.
  private var words: Message?
  /// What was said of the conference that was brought last, at this path.
  private var brought: (path: String, words: Message)?

  init(isOffline: Bool, _ console: Console, loop: EventLoop) {
    (self.isOffline, self.console, self.loop) = (isOffline, console, loop)
  }

  /// Gives the lists that are kept, and asks the directories that are due for newer ones.
  func look() -> [Event] {
    let now = WallClock(simulated: nil).reading.now
    let records = DirectoryShelf.all()
    if asking == nil, !isOffline, records.contains(where: { $0.isDue(at: now) }) {
      asking = OwnProgram(["renew-directories"], console, loop: loop)
    }
    if isOffline { words = Message("--offline: nothing is fetched") }
    return [lists(records)]
  }

  /// Asks the directory at an address, and keeps it among the others.
  func add(_ address: String) -> [Event] {
    if isOffline { return look() }
    asking?.end()
    asking = OwnProgram(["renew-directories", "-"], input: address + "\n", console, loop: loop)
    words = nil
    return [lists(DirectoryShelf.all())]
  }

  /// Brings the conference at an address into its bundle; without a network that is the one that is there.
  func bring(_ address: String) -> [Event] {
    stop()
    if isOffline {
      let known = SourceAddress(address).flatMap { SourceShelf.known(by: $0) }
      guard let bundle = known?.bundle, BundleFormat.isBundle(bundle) else {
        return [.conferenceNotBrought(UpdateFailure.offline.reason)]
      }
      return [.conferenceBrought(path: bundle)]
    }
    bringing = OwnProgram(["bring-conference", "-"], input: address + "\n", console, loop: loop)
    return bringing == nil ? [.conferenceNotBrought(Message("no program can be started"))] : []
  }

  /// Brings nothing any more.
  func stop() {
    bringing?.end()
    bringing = nil
  }

  /// What is to be said at the start of a conference that was brought; nil where all is well.
  func words(of path: String) -> Message? { brought?.path == path ? brought?.words : nil }

  /// Looks at what has been said.
  func attend() -> [Event] {
    OwnProgram.reap()
    var events: [Event] = []
    if let lines = asking?.lines() {
      asking = nil
      words = lines.first.map { .data(Console.cleaned($0)) }
      events.append(lists(DirectoryShelf.all()))
    }
    if let lines = bringing?.lines() {
      bringing = nil
      if let path = lines.first, path.hasPrefix("/") {
        brought = lines.count > 1 ? (path, .data(Console.cleaned(lines[1]))) : nil
        events.append(.conferenceBrought(path: path))
      } else {
        events.append(.conferenceNotBrought(.data(Console.cleaned(lines.first ?? ""))))
      }
    }
    return events
  }

  func close() {
    stop()
    asking?.end()
    asking = nil
  }

  private func lists(_ records: [DirectoryRecord]) -> Event {
    .conferencesListed(
      DirectoryShelf.search(in: records), languages: console.languages, words: words, isAsking: asking != nil)
  }
}
