import Agenda
import Glibc
import Interchange
import Interface
import Notes

/// `plenary export`: a programme, or a part of it, in another format, on standard output or in a file.
///
/// Problems of the bundle are only counted here: what is sound is written.
func export(_ request: ExportRequest, bundle: String?, now: SimulatedTime?) -> Int32 {
  guard let path = bundle ?? Resources.shippedBundle else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  do throws(ExportRequest.Mistake) {
    let format = try request.chosenFormat()
    let source = ConferenceSource(path)
    guard let agenda = source.agenda else {
      for line in source.complaints(path: path) { complain(line) }
      return ExitStatus.usage
    }
    let scope = try request.scope(of: agenda, plan: request.isPlan ? plan(of: agenda) : [])
    let programme = Programme(
      of: agenda, scope: scope, languages: Environment.languages,
      stamp: now?.instant(in: agenda.conference.zone) ?? WallClock(simulated: nil).reading.now,
      generatorVersion: programVersion)
    guard programme.sessionCount > 0 || scope.isEverything else {
      complain(request.isPlan ? Wording.nothingStarred : Wording.nothingToExport)
      return ExitStatus.problems
    }
    if source.problemCount > 0 { complain(Wording.problemsOnTheWay(source.problemCount, in: path)) }
    return write(Export.bytes(of: programme, as: format), to: request.output)
  } catch {
    complain(Wording.exportMistake(error))
    return ExitStatus.usage
  }
}

/// What the user has starred of an agenda; a plan that cannot be read is told of, and counts as empty.
private func plan(of agenda: Agenda) -> Set<Session.ID> {
  guard let folder = UserFolder(conference: agenda.conference.id, environment: Environment.value) else { return [] }
  let (plan, problem) = PlanFile(in: folder).load()
  if let problem { complain(Wording.planProblem(problem)) }
  return plan.starred
}
