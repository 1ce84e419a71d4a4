import Agenda
import Files
import Interchange
import Interface
import Messages

/// Why a conference was not fetched or not renewed; what was there before stays as it was.
enum UpdateFailure: Error {
  case fetch(FetchFailure)
  /// What has come is no schedule: a page to log in, another format, an empty or a cut one.
  case content(ImportFailure)
  case placing(BundlePlacing.Failure)
  /// A bundle is there, and nobody has said that it is to be renewed: its path.
  case isThere(String)
  /// Another program is renewing it and has not come to an end.
  case busy
  /// Nothing says where it comes from.
  case noSource
  /// Its bundle names an address, and nobody has agreed yet to fetching it from there.
  case notAgreed(SourceAddress)
  case noHome
  /// Not to be fetched, as the user has said, and never fetched before.
  case offline

  /// What somebody has to say first; nil where nothing that they could say would help.
  var consent: UpdateConsent? {
    switch self {
    case .notAgreed: .trust
    case .placing(.losesSessions): .yes
    case .fetch, .content, .placing, .isThere, .busy, .noSource, .noHome, .offline: nil
    }
  }

  /// What is asked, in a few words: of an address where it leads.
  var question: Message {
    if case .notAgreed(let address) = self { return .data(address.shown) }
    return reason
  }

  var isCancelled: Bool {
    switch self {
    case .fetch(.cancelled), .placing(.interrupted): true
    case .content(let failure): failure.fact == .file(.cancelled)
    case .fetch, .placing, .isThere, .busy, .noSource, .notAgreed, .noHome, .offline: false
    }
  }

  /// The reason alone, to stand in a sentence.
  var reason: Message {
    switch self {
    case .fetch(let failure): failure.message
    case .content(let failure): failure.fact.message
    case .placing(let failure): failure.reason
    case .isThere: BundlePlacing.Failure.isThere.reason
    case .busy: Message("another program is updating it")
    case .noSource: Message("it is not known where it comes from: plenary import --update ADDRESS BUNDLE says it")
    case .notAgreed(let address): Message("nobody has agreed yet to fetching it from %s, which it names", address.shown)
    case .noHome: .noHome
    case .offline: Message("it was never fetched before, and --offline fetches nothing")
    }
  }
}

extension BundlePlacing.Failure {
  /// The reason alone, to stand in a sentence about the bundle.
  var reason: Message {
    switch self {
    case .isThere: Message("a bundle is there already")
    case .isNoBundle: Message("something is there that is no bundle")
    case .isWritten: Message("an agenda.md is there, which is changed by hand")
    case .interrupted: Message("cancelled")
    case .isLink(let path): Message("a symbolic link stands in it, %s", path)
    case .cannotWrite(let error): error.message
    case .losesSessions(let lost, let count):
      Message(
        "%1$d of %2$d session is gone in the new agenda", "%1$d of %2$d sessions are gone in the new agenda",
        count: lost, count)
    }
  }
}

extension Message {
  /// `2 h ago`: when something was, never in the future.
  static func ago(seconds: Int64) -> Message {
    let minutes = Int(max(0, seconds) / 60)
    if minutes < 1 { return Message("a moment ago") }
    if minutes < 48 * 60 { return Message("%s ago", length(minutes: minutes)) }
    return Message("1 day ago", "%d days ago", count: minutes / (24 * 60))
  }

  /// That the last good agenda is still the one, how old it is, and why: what matters first, since a line may be cut.
  static func notUpdated(_ failure: UpdateFailure, since confirmed: Instant?, at now: Instant) -> Message {
    guard let confirmed else { return Message("Not updated: %s", failure.reason) }
    return Message("Agenda of %s; not updated: %s", ago(seconds: now.since(confirmed)), failure.reason)
  }

  static func isToReplaceThough(_ changes: AgendaChanges) -> Message {
    Message(
      "%1$d of %2$d session is gone in the new agenda. Take it all the same?",
      "%1$d of %2$d sessions are gone in the new agenda. Take it all the same?", count: changes.lostCount,
      changes.old.sessions.count)
  }

  static func isToBeFetched(from address: SourceAddress) -> Message {
    Message("The agenda names %s as its own address. Fetch it from there from now on?", address.shown)
  }
}
