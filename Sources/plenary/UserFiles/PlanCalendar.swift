import Agenda
import Files
import Interchange
import Messages
import Notes

// The plan for other programs: what of it is written, for the verb and from inside alike.

extension Plan {
  /// What the user has put on the plan of an agenda, its stars on the sessions that they are by now; nothing is written.
  ///
  /// A plan that cannot be read is told of, and counts as empty.
  init(of agenda: Agenda, _ console: Console) {
    self.init()
    guard let folder = UserFolder(conference: agenda.conference.id, environment: Environment.value) else { return }
    let (plan, problem) = PlanFile(in: folder).load()
    self = plan
    if let problem { console.complain(problem.message) }
    follow(in: NoteSubjects(of: agenda, languages: console.languages, messages: console.messages))
  }
}

extension PlanScope {
  /// Where the user goes, certainly or perhaps: nobody has to be anywhere for what is watched later.
  init(_ plan: Plan) {
    let there = plan.grades.filter { $0.value != .later }
    self.init(
      sessions: Set(there.keys), tentative: Set(there.filter { $0.value == .maybe }.keys),
      appointments: plan.appointments.map {
        Appointment(
          id: $0.id, revision: $0.revision, title: $0.title, place: $0.place, start: $0.start, end: $0.end)
      },
      reminder: plan.reminder > 0 ? plan.reminder : nil)
  }
}

extension UserFolder {
  /// Writes the plan as a calendar beside the notes, to a file of its own, and gives its path; nil where nothing is on the
  /// plan that has a time.
  func keepCalendar(of plan: Plan, in agenda: Agenda, at now: Instant, _ console: Console) throws(FileError) -> String?
  {
    let programme = Programme(
      of: agenda, scope: ExportScope(plan: PlanScope(plan)), languages: console.languages, messages: console.messages,
      stamp: now, generatorVersion: programVersion)
    guard programme.sessionCount > 0 || programme.hasAppointments else { return nil }
    return try keepPlan(Export.bytes(of: programme, as: .iCalendar), at: now, in: agenda.conference.zone)
  }
}
