import Agenda
import Cells
import Glibc
import Interface
import JSON
import Messages
import Notes

// A plan handed on without a server, and one that was handed on.

/// Prints the plan's address, or writes it to a file, and its code where that is asked for.
///
/// The exit status is 1 where nothing is on the plan, or where a code that was asked for does not fit.
func share(_ arguments: Arguments, _ agenda: Agenda, _ console: Console) -> Int32 {
  let plan = SharedPlan(
    Plan(of: agenda, console), conference: agenda.conference.id, sessionCount: agenda.sessions.count,
    includesOwn: arguments.has(PlanOption.own))
  guard !plan.isEmpty else {
    console.complain(.nothingOnPlan)
    return ExitStatus.problems
  }
  let status = console.write(Array("\(plan.address)\n".utf8), to: arguments.value(PlanOption.file))
  guard status == ExitStatus.success, arguments.has(PlanOption.code) else { return status }
  return printCode(of: plan.address, console)
}

/// Prints a code where the terminal has room for it, else what can be done.
private func printCode(of address: String, _ console: Console) -> Int32 {
  let isTerminal = isatty(1) == 1
  let isColored = isTerminal && Environment.value("NO_COLOR") == nil
  guard let size = CodeText.size(of: address), let lines = CodeText.lines(of: address, isColored: isColored) else {
    console.complain(Message("that is too much for a QR code: pass on the address, or a file with it (--file)"))
    return ExitStatus.problems
  }
  // The line where the shell goes on counts too.
  if let room = Environment.size(ofTerminal: 1), room.width < size.width || room.height <= size.height {
    console.complain(
      Message(
        "a QR code of it needs %1$dx%2$d, this terminal has %3$dx%4$d: make it larger, or pass on the address",
        size.width, size.height + 1, room.width, room.height))
    return ExitStatus.problems
  }
  return console.write(Array(lines.map { $0 + "\n" }.joined().utf8))
}

/// Prints what is on a shared plan, with a sign before what is on one's own too: must, maybe or later.
///
/// The exit status is 1 where the agenda has nothing of it.
func show(_ shared: SharedPlan, _ agenda: Agenda, isJSON: Bool, _ console: Console) -> Int32 {
  let own = Plan(of: agenda, console).grades
  let listing = SharedListing(shared, agenda, own: own, console)
  if isJSON {
    _ = console.write(listing.json.bytes())
  } else {
    for line in listing.lines { console.say(line) }
    if listing.missing > 0 {
      console.complain(
        Message(
          "%d session of it is not in this agenda", "%d sessions of it are not in this agenda", count: listing.missing))
    }
  }
  return listing.entries.isEmpty ? ExitStatus.problems : ExitStatus.success
}

private struct SharedListing {
  struct Entry {
    var id: Session.ID?
    var title: String
    var place: String
    var start: Instant
    var end: Instant?
    var grade: Plan.Grade?
  }

  let entries: [Entry]
  let missing: Int
  private let conference: Conference
  private let messages: Messages

  init(_ shared: SharedPlan, _ agenda: Agenda, own: [Session.ID: Plan.Grade], _ console: Console) {
    (conference, messages) = (agenda.conference, console.messages)
    let sessions = Set(shared.sessions(among: agenda.sessions.map(\.id)))
    let rooms = Dictionary(agenda.rooms.map { ($0.id, $0.name) }) { first, _ in first }
    func string(_ text: Text?) -> String { text?.string(for: console.languages) ?? "" }
    let theirs = agenda.sessions.filter { sessions.contains($0.id) }.map { session in
      let place = [session.room.flatMap { rooms[$0] }, session.place].map(string).first { !$0.isEmpty } ?? ""
      return Entry(
        id: session.id, title: string(session.title), place: place, start: session.start, end: session.end,
        grade: own[session.id])
    }
    let others = shared.appointments.map { Entry(title: $0.title, place: $0.place, start: $0.start, end: $0.end) }
    entries = (theirs + others).sorted { ($0.start, $0.title) < ($1.start, $1.title) }
    missing = max(0, shared.count - sessions.count)
  }

  /// Cleaned cells with tabs between them: sign, time, place, title, identifier.
  var lines: [String] {
    entries.map { entry in
      let zone = conference.zone
      let day = messages.text(Message.weekdayAndNumber(conference.day(of: entry.start)))
      let time = zone.local(entry.start).clock + (entry.end.map { "-" + zone.local($0).clock } ?? "")
      return [entry.grade?.sign ?? "", "\(day) \(time)", entry.place, entry.title, entry.id ?? ""].map(Console.cleaned)
        .joined(separator: "\t")
    }
  }

  var json: JSONTree {
    func stamp(_ instant: Instant) -> JSONTree { .string(WireTime.iso(instant, in: conference.zone)) }
    let values = entries.map { entry -> JSONTree in
      var members: JSONMembers = [
        "session": .orNull(entry.id), "title": .string(entry.title), "place": .string(entry.place),
        "start": stamp(entry.start),
      ]
      members["end"] = entry.end.map(stamp) ?? .null
      members["grade"] = .orNull(entry.grade?.rawValue)
      return .object(members)
    }
    return .object([
      "conference": .string(conference.id), "entries": .array(values), "missing": .number(missing),
    ])
  }
}
