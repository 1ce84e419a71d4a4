import Agenda
import Files
import Glibc
import Interchange
import Interface
import JSON
import Messages
import Notes

/// Stars what a list of favourites has and this agenda knows; nothing is taken off the plan, and no grade is changed.
///
/// The exit status is 1 where nothing of it is known.
func importFavourites(_ file: String, into agenda: Agenda, isJSON: Bool, _ console: Console) -> Int32 {
  let name = console.messages.text(Console.name(ofFile: file))
  let matching: FavouriteMatching
  do throws(ImportFailure) {
    guard let favourites = try Favourites.read(try ImportSource.bytes(at: file)) else {
      console.complain(
        Message("%s: found something else, expected favourites: an iCalendar file, or a JSON list of codes", name))
      return ExitStatus.usage
    }
    matching = FavouriteMatching(favourites, in: agenda)
  } catch {
    console.complain(.data(error.problem(file: name).line(in: console.messages)))
    return ExitStatus.usage
  }
  guard let folder = UserFolder(conference: agenda.conference.id, environment: Environment.value) else {
    console.complain(.noHome)
    return ExitStatus.usage
  }
  let (loaded, problem) = PlanFile(in: folder).load()
  if let problem { console.complain(problem.message) }
  var plan = loaded
  let subjects = NoteSubjects(of: agenda, languages: console.languages, messages: console.messages)
  plan.follow(in: subjects)
  let already = matching.found.filter { plan.grades[$0.session] != nil }
  let new = matching.found.filter { plan.grades[$0.session] == nil }
  for found in new {
    let title = subjects[.session(found.session)]?.title ?? found.session
    plan.star(found.session, title: title, at: WallClock(simulated: nil).reading.now)
  }
  let own = matching.appointments.filter { entry in !plan.appointments.contains { $0.id == entry.id } }
  for entry in own {
    plan.put(
      Plan.Appointment(id: entry.id, title: entry.title, place: entry.place, start: entry.start, end: entry.end))
  }
  if !new.isEmpty || !own.isEmpty {
    // What the sessions are known by now is remembered with their stars.
    plan.follow(in: subjects)
    signal(SIGXFSZ, SIG_IGN)
    do {
      _ = try PlanFile(in: folder).save(plan)
    } catch {
      console.complain(Message("nothing is starred: %s", error.message))
      return ExitStatus.usage
    }
  }
  let report = FavouriteReport(
    matching: matching, new: new.map(\.session), already: already.map(\.session), own: own.map(\.title), agenda: agenda,
    console: console)
  if isJSON {
    _ = console.write(report.json.bytes())
  } else {
    report.tell()
  }
  return report.isNothingKnown ? ExitStatus.problems : ExitStatus.success
}

/// What has become of favourites.
private struct FavouriteReport {
  let matching: FavouriteMatching
  let new: [Session.ID]
  let already: [Session.ID]
  /// The titles of entries of one's own that were taken over.
  let own: [String]
  let agenda: Agenda
  let console: Console

  var isNothingKnown: Bool { matching.found.isEmpty && matching.appointments.isEmpty }

  private func title(_ id: Session.ID) -> String {
    agenda.sessions.first { $0.id == id }?.title.string(for: console.languages) ?? id
  }

  /// What was done on standard output, what could not be done on standard error.
  func tell() {
    let conference = agenda.conference.title.string(for: console.languages)
    if isNothingKnown, matching.doubts.isEmpty {
      return console.complain(
        Message(
          "none of %1$d entry is in “%2$s”; if it is of another conference, name its bundle too",
          "none of %1$d entries is in “%2$s”; if they are of another conference, name its bundle too",
          count: matching.unknown.count, conference))
    }
    let starred = Message("1 session starred", "%d sessions starred", count: new.count)
    let words =
      already.isEmpty
      ? starred
      : Message(
        "%2$s, %1$d was on the plan already", "%2$s, %1$d were on the plan already", count: already.count, starred)
    console.say(Console.cleaned(console.messages.text(words)))
    if !own.isEmpty {
      let taken = Message("1 entry of your own taken over", "%d entries of your own taken over", count: own.count)
      console.say(console.messages.text(taken))
    }
    if !matching.unknown.isEmpty {
      console.complain(
        Message(
          "%1$d entry is not in “%2$s”: %3$s", "%1$d entries are not in “%2$s”: %3$s", count: matching.unknown.count,
          conference, Message.beginning(of: matching.unknown.map(\.name), separator: "; ")))
    }
    if !matching.doubts.isEmpty {
      console.complain(
        Message(
          "%1$d entry may be another session and is not starred: %2$s",
          "%1$d entries may be other sessions and are not starred: %2$s", count: matching.doubts.count,
          Message.beginning(of: matching.doubts.map(\.favourite.name), separator: "; ")))
    }
  }

  var json: JSONTree {
    func session(_ id: Session.ID) -> JSONTree { .object(["session": .string(id), "title": .string(title(id))]) }
    func entry(_ favourite: Favourite) -> JSONMembers {
      [
        "uid": .orNull(favourite.uid), "url": .orNull(favourite.address), "title": .string(favourite.title),
      ]
    }
    return .object([
      "conference": .string(agenda.conference.id), "starred": .array(new.map(session)),
      "already": .array(already.map(session)), "own": .array(own.map { .string($0) }),
      "unknown": .array(matching.unknown.map { .object(entry($0)) }),
      "ambiguous": .array(
        matching.doubts.map { doubt in
          var members = entry(doubt.favourite)
          members["sessions"] = .array(doubt.sessions.map { .string($0) })
          return .object(members)
        }),
    ])
  }
}
