public import Agenda

/// What a check has found, as JSON for programs.
public struct CheckReport {
  /// The whole of it, with a line break at the end.
  public let json: String

  public init(
    file: String, format: ImportFormat?, agenda: Agenda?, problems: [Problem], findings: [ImportFinding],
    furtherFindings: Int, failure: ImportFailure?
  ) {
    var entries = problems.map { CheckReport.problem($0) } + findings.map { ImportReportJSON.finding($0) }
    if let failure {
      let message = ImportFailureWording.line(failure, file: file)
      entries.append(
        .object([
          ("finding", .string("refused")), ("severity", .string(ProblemWording.word(.error))),
          ("message", .string(message)),
        ]))
    }
    func count(_ severity: Problem.Severity) -> JSONText {
      .number(
        problems.count { $0.severity == severity } + findings.count { $0.severity == severity }
          + (failure != nil && severity == .error ? 1 : 0))
    }
    let members: [(name: String, value: JSONText)] = [
      ("file", .string(file)), ("format", .orNull(format?.rawValue)),
      ("sessions", agenda.map { .number($0.sessions.count) } ?? .null), ("errors", count(.error)),
      ("warnings", count(.warning)), ("notes", count(.note)), ("problems", .list(entries)),
      ("furtherProblems", .number(furtherFindings)),
    ]
    json = JSONText.object(members).file
  }

  private static func problem(_ problem: Problem) -> JSONText {
    // The name of a case, without what it holds.
    let name = String(String(describing: problem.fact).prefix { $0 != "(" })
    var members: [(name: String, value: JSONText)] = [
      ("finding", .string(name)), ("severity", .string(ProblemWording.word(problem.severity))),
      ("file", .string(problem.place.file)),
    ]
    if let line = problem.place.line { members.append(("line", .number(line))) }
    if let path = problem.place.path { members.append(("path", .string(path))) }
    members.append(("message", .string(ProblemWording.sentence(problem.fact))))
    return .object(members)
  }
}
