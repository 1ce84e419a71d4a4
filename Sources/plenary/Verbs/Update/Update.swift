import Agenda
import Glibc
import Interchange
import Interface
import Messages

extension Verb {
  /// Asks the addresses of conferences for something newer, and tells what has changed.
  static let update = Verb(
    "update", Message("look for newer agendas at the addresses that conferences came from, and show what differs"),
    "[NAME...]", count: 0...Int.max,
    options: [
      UpdateOptions.all.row, UpdateOptions.brief.row, UpdateOptions.json.row, UpdateOptions.markdown.row,
      UpdateOptions.kiosks.row, UpdateOption.yes.row, UpdateOption.trust.row,
    ]
  ) { arguments, console in
    runUpdate(arguments, console)
  }
}

private enum UpdateOptions {
  static let all = Option(flag: "all", Message("all conferences that have an address"))
  static let brief = Option(
    flag: "brief", Message("a line for each, with tabs: unchanged, changed, failed or asks; its name; in words what"))
  static let kiosks = Option(
    flag: "for-kiosks", Message("leave beside the bundle of when it is, and the last good one: for its kiosks"))
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let markdown = Option(flag: "markdown", Message("as Markdown; with ~~old~~ and **new**"))
}

/// The exit status says whether anything has changed: 0 where nothing has, 1 where something has, 2 where one could not
/// be looked for.
@MainActor
private func runUpdate(_ arguments: Arguments, _ console: Console) -> Int32 {
  Interruption.watch()
  let run = UpdateRun(arguments, console)
  var targets = arguments.operands.map { UpdateRun.Target(name: $0, source: nil) }
  if targets.isEmpty {
    let all = SourceShelf.all()
    guard arguments.has(UpdateOptions.all) || all.count == 1 else {
      console.complain(
        all.isEmpty
          ? Message("update: no conference came from an address: plenary import ADDRESS brings one")
          : Message("update: found no name, expected --all or some of %s", Message.beginning(of: all.map(\.name))))
      return ExitStatus.usage
    }
    targets = all.map { UpdateRun.Target(name: $0.name, source: $0) }
  }
  var status = ExitStatus.success
  for target in targets {
    status = max(status, run.update(target))
    if Interruption.signal != 0 { return 128 + Interruption.signal }
  }
  return status
}

/// One conference after the other.
private struct UpdateRun {
  struct Target {
    let name: String
    /// Nil where only its name is known.
    let source: KnownSource?
  }

  private let arguments: Arguments
  private let console: Console
  private let agreement: Agreement
  private let isBrief: Bool

  init(_ arguments: Arguments, _ console: Console) {
    (self.arguments, self.console) = (arguments, console)
    agreement = Agreement(arguments, console)
    isBrief = arguments.has(UpdateOptions.brief)
  }

  func update(_ target: Target) -> Int32 {
    var confirmed: Instant?
    do throws(UpdateFailure) {
      let (source, bundle) = try source(of: target)
      confirmed = source.record.confirmed
      let update = AgendaUpdate(console: console, bar: ProgressBar(console), agrees: agreement.agrees)
      let found = try update.renew(source, at: bundle)
      if arguments.has(UpdateOptions.kiosks) { try supply(bundle ?? source.bundle) }
      guard let changes = found else {
        return tell("unchanged", target.name, Message("nothing differs"), ExitStatus.success)
      }
      return told(changes, target.name)
    } catch {
      let words = Message.notUpdated(error, since: confirmed, at: WallClock(simulated: nil).reading.now)
      if isBrief {
        guard let consent = error.consent else { return tell("failed", target.name, words, ExitStatus.usage) }
        return tell("asks-\(consent.rawValue)", target.name, error.question, ExitStatus.usage)
      }
      console.complain(.data("\(Console.cleaned(target.name)): \(console.messages.text(words))"))
      switch error.consent {
      case .yes?: console.complain(Message("plenary update --yes takes it all the same"))
      case .trust?: console.complain(Message("plenary update --trust agrees to it"))
      case nil: break
      }
      return ExitStatus.usage
    }
  }

  private func supply(_ bundle: String) throws(UpdateFailure) {
    do throws(BundlePlacing.Failure) { try KioskSupply.leave(beside: bundle) } catch { throw .placing(error) }
  }

  /// The source of a conference, and the bundle that is meant.
  private func source(of target: Target) throws(UpdateFailure) -> (KnownSource, String?) {
    if let source = target.source ?? SourceShelf.source(called: target.name) { return (source, nil) }
    guard let (known, conference) = SourceShelf.source(ofBundle: target.name) else { throw .noSource }
    var source = known
    if source.record.address == nil {
      guard let address = conference.url.flatMap({ SourceAddress($0) }) else { throw .noSource }
      guard agreement.agrees(Message.isToBeFetched(from: address), .trust) else { throw .notAgreed(address) }
      source.record.address = address
    }
    return (source, source.bundle)
  }

  private func tell(_ state: String, _ name: String, _ words: Message, _ status: Int32) -> Int32 {
    // Programs get the changes, or nothing.
    if !isBrief, arguments.has(UpdateOptions.json) { return status }
    let (name, words) = (Console.cleaned(name), Console.cleaned(console.messages.text(words)))
    console.say(isBrief ? "\(state)\t\(name)\t\(words)" : "\(name): \(words)")
    return status
  }

  private func told(_ changes: AgendaChanges, _ name: String) -> Int32 {
    if isBrief { return tell("changed", name, ChangeReport.summary(of: changes), ExitStatus.problems) }
    let names = [Message("before"), Message("now")].map(console.messages.text)
    let report = ChangeReport(
      changes, oldName: names[0], newName: names[1], languages: console.languages, messages: console.messages)
    let text =
      arguments.has(UpdateOptions.json)
      ? report.json : arguments.has(UpdateOptions.markdown) ? report.markdown : report.text
    let status = console.write(Array(text.utf8))
    return status == ExitStatus.success ? ExitStatus.problems : status
  }
}
