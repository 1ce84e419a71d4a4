import Agenda
import Catalogue
import Interface
import JSON
import Messages
import Notes

extension Verb {
  /// What of the plan is on now, in a line for a status bar.
  static let nowOnPlan = Verb(
    "now", Message("what of your plan is on now, in a line for a status bar"), "[BUNDLE]", count: 0...1,
    options: MomentOption.rows
  ) { arguments, console in
    runMoment(arguments, console) {
      $0.now
    } words: { entry, now, _ in
      entry.wordsDuring(now)
    }
  }

  /// What of the plan comes next, in a line for a status bar.
  static let nextOnPlan = Verb(
    "next", Message("what of your plan comes next, and in how long, in a line for a status bar"), "[BUNDLE]",
    count: 0...1, options: MomentOption.rows
  ) { arguments, console in
    runMoment(arguments, console) {
      $0.next
    } words: { entry, now, card in
      entry.wordsBefore(now, card)
    }
  }
}

private enum MomentOption {
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let all = Option(flag: "all", Message("of the whole programme, whatever you have starred"))

  static let rows = [json.row, all.row, SimulatedTime.option.row]
}

/// The exit status says whether there is anything: 0, or 1 where there is nothing and nothing is printed.
@MainActor
private func runMoment(
  _ arguments: Arguments, _ console: Console, _ entry: (PlanMoment) -> PlanMoment.Entry?,
  words: (PlanMoment.Entry, Instant, ConferenceCard) -> Message
) -> Int32 {
  guard let path = arguments.operands.first ?? ConferenceShelf.usual else {
    console.complain(.noShippedBundle)
    return ExitStatus.usage
  }
  // Asked for every few seconds, so no more is opened than is needed: the index that is there already.
  var opener = BundleOpener(path: path, console: console)
  guard let catalogue = opener.cached() ?? (try? opener.open()) else {
    console.complain(.cannotOpen(path))
    return ExitStatus.usage
  }
  let card = catalogue.conference
  let now = arguments.value(SimulatedTime.option)?.instant(in: card.zone) ?? WallClock(simulated: nil).reading.now
  var rows: [Session.ID: SessionRow] = [:]
  let moment: PlanMoment
  if arguments.has(MomentOption.all) {
    moment = PlanMoment(ofAllIn: catalogue, at: now)
  } else {
    let plan = plan(for: catalogue, console) { id in
      rows[id] = catalogue.sessionRow(id)
      return rows[id]
    }
    moment = PlanMoment(of: plan, in: catalogue, at: now) { rows[$0] ?? catalogue.sessionRow($0) }
  }
  guard let entry = entry(moment) else { return ExitStatus.problems }
  if arguments.has(MomentOption.json) { return console.write(json(entry, at: now, card).bytes()) }
  console.say(Console.cleaned(console.messages.text(words(entry, now, card))))
  return ExitStatus.success
}

/// The plan as it stands, with stars on sessions that have other identifiers by now; nothing is written.
@MainActor
private func plan(for catalogue: Catalogue, _ console: Console, row: (Session.ID) -> SessionRow?) -> Plan {
  guard let folder = UserFolder(conference: catalogue.conference.id, environment: Environment.value) else {
    return Plan()
  }
  var (plan, problem) = PlanFile(in: folder).load()
  if let problem { console.complain(problem.message) }
  // Where each is called what it was called, each is what it was.
  if plan.stars.contains(where: { row($0.id)?.title != $0.title }) {
    plan.follow(in: CatalogueSubjects(catalogue: catalogue, remembered: plan.subjects))
  }
  return plan
}

private func json(_ entry: PlanMoment.Entry, at now: Instant, _ card: ConferenceCard) -> JSONTree {
  func stamp(_ instant: Instant) -> JSONTree { .string(WireTime.iso(instant, in: card.zone)) }
  var members: JSONMembers = [
    "title": .string(entry.title), "place": .string(entry.place), "start": stamp(entry.start),
  ]
  members["end"] = entry.end.map(stamp) ?? .null
  members["minutes"] = .number(Int((entry.start.since(now) + 59) / 60))
  switch entry.id {
  case .session(let id):
    members["session"] = .string(id)
    members["grade"] = .string(entry.grade.rawValue)
  case .appointment: members["own"] = .boolean(true)
  }
  members["conference"] = .string(card.id)
  return .object(members)
}
