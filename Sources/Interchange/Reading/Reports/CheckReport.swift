public import Agenda
import JSON
public import Messages

/// What a check has found.
public struct CheckReport {
  public let file: String
  public let format: ImportFormat?
  /// Nil where nothing can be used.
  public let agenda: Agenda?
  public let problems: [Problem]
  /// How many more there were than are kept.
  public let furtherProblems: Int

  public init(file: String, format: ImportFormat?, agenda: Agenda?, problems: [Problem], furtherProblems: Int) {
    (self.file, self.format, self.agenda) = (file, format, agenda)
    (self.problems, self.furtherProblems) = (problems, furtherProblems)
  }

  public func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }

  /// The report for programs (Resources/schema/plenary-report-1.schema.json), with a line break at the end.
  public func json(in messages: Messages) -> String {
    JSONTree.object([
      "file": .string(file), "format": .orNull(format?.rawValue),
      "sessions": agenda.map { .number($0.sessions.count) } ?? .null, "errors": .number(count(.error)),
      "warnings": .number(count(.warning)), "notes": .number(count(.note)),
      "problems": .array(problems.map { $0.json(in: messages) }), "furtherProblems": .number(furtherProblems),
    ]).text()
  }
}
