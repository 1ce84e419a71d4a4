import Agenda
import Glibc
import Interchange
import Interface
import Messages

/// The bundle of a conference that is opened by its address: made at the first time, renewed at the next.
struct AddressOpening {
  let bundle: String
  /// Why it is not of today; nil where it is.
  let words: Message?

  /// Fetches it; where that fails, the last good one is opened, and that is said with its age.
  init(
    _ address: SourceAddress, isOffline: Bool, _ console: Console, agrees: @escaping (Message, UpdateConsent) -> Bool,
    asksZone: @escaping (String) -> String? = { _ in nil }
  ) throws(UpdateFailure) {
    Interruption.watch()
    let update = AgendaUpdate(console: console, bar: ProgressBar(console), agrees: agrees, asksZone: asksZone)
    guard let known = SourceShelf.known(by: address), BundleFormat.isBundle(known.bundle) else {
      if isOffline { throw .offline }
      bundle = try update.take(address, into: nil, choices: ImportChoices(), isUpdate: true, isNew: true).bundle
      words = nil
      return
    }
    bundle = known.bundle
    let now = WallClock(simulated: nil).reading.now
    if isOffline {
      words = known.record.confirmed.map { Message("Agenda of %s", Message.ago(seconds: now.since($0))) }
      return
    }
    do throws(UpdateFailure) {
      _ = try update.renew(known)
      words = nil
    } catch {
      if error.isCancelled { throw error }
      words = .notUpdated(error, since: known.record.confirmed, at: now)
    }
  }
}
