import Agenda

/// Why a file was not imported, in English: what was found, and what was expected.
public enum ImportFailureWording {
  /// `schedule.xml:12: found …, expected …`; safe to print.
  public static func line(_ failure: ImportFailure, file: String) -> String {
    if case .file(.empty) = failure { return "\(file): found nothing in it, expected \(formats)" }
    if case .file(let reason) = failure {
      let problem = Problem(place: Problem.Place(file: file), fact: .file(file, reason))
      return ProblemWording.line(problem)
    }
    let (line, sentence) = parts(failure)
    return TextCleaner(lines: .single).clean("\(line.map { "\(file):\($0)" } ?? file): \(sentence)").string
  }

  static let formats =
    "an agenda.json, schedule XML or JSON, iCalendar, Sessionize's JSON, or a list of sessions in JSON"

  private static func parts(_ failure: ImportFailure) -> (line: Int?, sentence: String) {
    switch failure {
    case .file: (nil, "")
    case .unknownFormat(let like): (nil, "found \(like ?? "something else"), expected \(formats)")
    case .unknownJSON(let line, let fields):
      (line, "found JSON\(fields.isEmpty ? "" : " with \(fields.joined(separator: ", "))"), expected \(formats)")
    case .unknownXML(let root): (nil, "found XML whose root is <\(root)>, expected <schedule>")
    case .jsonSyntax(let line, let column, let found, let expected):
      (line, "column \(column): found \(ProblemWording.words(found)), expected \(ProblemWording.words(expected))")
    case .xmlSyntax(let line, let column, let reason, let isCutShort):
      (
        line,
        isCutShort
          ? "found the end of the file, expected the rest of the XML (\(reason))"
          : "column \(column): found \(reason), expected well-formed XML"
      )
    case .documentType(let line): (line, "found a document type (<!DOCTYPE), expected XML without one; refused")
    case .tooDeep(let line, let limit): (line, "found values inside each other, expected at most \(limit) levels")
    case .tooManyValues(let limit): (nil, "found more than \(limit) values, expected fewer")
    case .longText(let line, let limit):
      (line, "found a text of more than \(ProblemWording.size(limit)), expected a schedule's; refused")
    case .cutShort(let line, let expected): (line, "found the end of the file, expected \(expected)")
    case .noSessions: (nil, "found no session, expected at least one")
    case .tooManySessions(let limit): (nil, "found more than \(limit) sessions, expected fewer")
    case .silent(let seconds): (nil, "found nothing for \(seconds) seconds, expected the rest of the file")
    case .noMemory: (nil, "found no more memory")
    case .cancelled: (nil, "cancelled; nothing is written")
    }
  }
}
