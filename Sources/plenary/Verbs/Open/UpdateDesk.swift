import Catalogue
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
  private let bundle: String
  private let source: SourceFile?
  private let isOffline: Bool
  private let console: Console
  private let loop: EventLoop
  private var child: OwnProgram?
  /// Whether the user waits for what the child will say.
  private var isAsked = false
  private var hasToldFailure = false
  /// What the user has agreed to since the last look that came to an end.
  private var agreed: Set<UpdateConsent> = []
  /// When it looks by itself next, on the loop's clock; nil for never.
  private(set) var deadline: Int64?

  init(bundle: String, _ catalogue: Catalogue, isOffline: Bool, _ console: Console, loop: EventLoop) {
    (self.bundle, self.isOffline, self.console, self.loop) = (bundle, isOffline, console, loop)
    source = ConferenceSource.isForeign(bundle) ? nil : SourceShelf.file(ofConference: catalogue.conference.id)
    schedule()
  }

  /// Looks now.
  ///
  /// - Parameter consent: what the user has agreed to.
  func look(consent: UpdateConsent?, isAsked: Bool = true) -> [Event] {
    if isOffline { return [.lookEnded(Message("--offline: nothing is fetched"), .plain)] }
    if child != nil {
      if isAsked { self.isAsked = true }
      return isAsked ? [.lookEnded(Message("Looking for a newer agenda already"), .plain)] : []
    }
    deadline = nil
    if let consent { agreed.insert(consent) } else { agreed = [] }
    let options = agreed.map { "--\($0.rawValue)" }
    child = OwnProgram(["update", "--brief"] + options + ["--", bundle], console, loop: loop)
    if child == nil {
      schedule()
      return [.lookEnded(Message("Not updated: no program can be started"), .warning)]
    }
    self.isAsked = isAsked
    return isAsked ? [.lookEnded(Message("Looking for a newer agenda…"), .plain)] : []
  }

  /// Looks where it is time, and at what a look has said.
  func attend() -> [Event] {
    if let deadline, EventLoop.now >= deadline {
      let events = look(consent: nil, isAsked: false)
      if child == nil { self.deadline = nil }
      return events
    }
    guard let lines = child?.lines() else { return [] }
    child = nil
    schedule()
    return ended(lines.last ?? "", isAsked: isAsked)
  }

  /// Ends what is under way; the bundle is then the old one.
  func close() {
    child?.end()
    child = nil
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
  private func ended(_ line: String, isAsked: Bool) -> [Event] {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
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
}
