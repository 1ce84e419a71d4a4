public import Agenda
import JSON

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
          "finding": .string("refused"), "severity": .string(ProblemWording.word(.error)),
          "message": .string(message),
        ]))
    }
    func count(_ severity: Problem.Severity) -> JSONTree {
      .number(
        problems.count { $0.severity == severity } + findings.count { $0.severity == severity }
          + (failure != nil && severity == .error ? 1 : 0))
    }
    let members: JSONMembers = [
      "file": .string(file), "format": .orNull(format?.rawValue),
      "sessions": agenda.map { .number($0.sessions.count) } ?? .null, "errors": count(.error),
      "warnings": count(.warning), "notes": count(.note), "problems": .array(entries),
      "furtherProblems": .number(furtherFindings),
    ]
    json = JSONTree.object(members).text()
  }

  private static func problem(_ problem: Problem) -> JSONTree {
    // The name of a case, without what it holds.
    let name = String(String(describing: problem.fact).prefix { $0 != "(" })
    var members: JSONMembers = [
      "finding": .string(name), "severity": .string(ProblemWording.word(problem.severity)),
      "file": .string(problem.place.file),
    ]
    members["line"] = problem.place.line.map { .number($0) }
    members["path"] = problem.place.path.map { .string($0) }
    members["message"] = .string(ProblemWording.sentence(problem.fact))
    return .object(members)
  }
}
