/// Problems in words, one line each.
public enum ProblemWording {
  /// What stands for a title that is missing.
  package static let untitled = Text("(untitled)")

  /// The place, what was found and what was expected.
  ///
  /// `agenda.json:41: $.sessions[3].start: found "2017-02-30", expected a date that exists (YYYY-MM-DD)`; safe to print,
  /// whatever the file holds.
  public static func line(_ problem: Problem) -> String {
    var parts = [problem.place.line.map { "\(problem.place.file):\($0)" } ?? problem.place.file]
    if let path = problem.place.path { parts.append(path) }
    parts.append(sentence(problem.fact))
    return TextCleaner(lines: .single).clean(parts.joined(separator: ": ")).string
  }

  /// `error`, `warning`, `note`.
  public static func word(_ severity: Problem.Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// What was found and what was expected, without the place.
  public static func sentence(_ fact: Problem.Fact) -> String {
    switch fact {
    case .file(let name, let failure): sentence(name, failure)
    case .syntax(let column, let found, let expected):
      "column \(column): found \(words(found)), expected \(words(expected))"
    case .tooDeep(let limit): "found values inside each other more than \(limit) levels deep, expected fewer; left out"
    case .tooManyValues(let limit): "found more than \(limit) values, expected fewer"
    case .wrongFormat(.nothing): "found no \"format\", expected an object with the format \"\(BundleFormat.name)\""
    case .wrongFormat(let found):
      "found \(words(found)), expected an object with the format \"\(BundleFormat.name)\""
    case .missingConference: "found no \"conference\", expected an object"
    case .wrongVersion(let found, let known):
      "found version \(words(found)), expected \(known); what is known was read"
    case .duplicateField(let name, let first):
      "found \"\(name)\" again, expected it once (first in line \(first)); the last one counts"
    case .unknownField(let name): "found \"\(name)\", a field that the format does not have; not read"
    case .missingField(let name, let expected): "found no \"\(name)\", expected \(words(expected))"
    case .wrongType(let found, let expected): "found \(words(found)), expected \(words(expected))"
    case .notAllowed(let found, let allowed): "found \"\(found)\", expected one of \(allowed.joined(separator: ", "))"
    case .malformed(let found, let expected): "found \"\(found)\", expected \(words(expected))"
    case .impossibleDate(let found): "found \"\(found)\", expected a date that exists (\(form(.date)))"
    case .impossibleTime(let found): "found \"\(found)\", expected a time that exists (00:00 to 23:59)"
    case .unknownZone(let found): "found \"\(found)\", expected \(words(Problem.Expected.zone)); UTC is used"
    case .offsetDisagrees(let found, let zone, let expected):
      "found the offset \(offset(found)), expected \(offset(expected)) as in \(zone) at that time; the offset rules"
    case .unsafeAddress(let found, let schemes):
      "found \"\(found)\", expected an address with \(schemes.joined(separator: ", ")); left out"
    case .tooLongText(let bytes, let limit): "found a text of \(size(bytes)), expected at most \(size(limit)); cut"
    case .invalidUTF8: "found bytes that are no UTF-8, expected text; shown as \u{FFFD}"
    case .hiddenCharacter(let scalar, let count):
      "found \(number(scalar))\(count > 1 ? " and \(count - 1) more" : ""), expected no control characters; made visible"
    case .duplicateID(let id, let first, let replacement):
      "found the id \"\(id)\" again (first in line \(first)), expected one of its own; read as \"\(replacement)\""
    case .unusableID(let found, let replacement):
      "found \"\(found)\", expected \(words(Problem.Expected.identifier)); read as \"\(replacement)\""
    case .missingID(let replacement):
      "found no \"id\", expected \(words(Problem.Expected.identifier)); read as \"\(replacement)\""
    case .deadReference(let id, let noun): "found \"\(id)\", expected the id of a \(word(noun)) in this file; left out"
    case .endBeforeStart(let start, let end): "found \"\(end)\", expected an end after the start (\(start)); left out"
    case .outsideConference(let date, let start, let end):
      "found a session on \(date), expected one on the conference's days (\(start) to \(end))"
    case .further(let count): "found \(count) more problems, which are not listed"
    }
  }

  /// What was read only so far as to know that it is too much has no size that anybody knows.
  private static func size(_ bytes: Int, limit: Int) -> String {
    bytes == limit + 1 && limit >= 1 << 20 ? "more than \(size(limit))" : size(bytes)
  }

  private static func sentence(_ name: String, _ failure: Problem.FileFailure) -> String {
    switch failure {
    case .missing: "found no file \"\(name)\", expected one"
    case .unreadable(let number): "found that \"\(name)\" cannot be read (\(SystemError.words(number)))"
    case .notRegular: "found that \"\(name)\" is no regular file, expected one"
    case .empty: "found that \"\(name)\" is empty, expected JSON"
    case .encoding(let encoding): "found that \"\(name)\" is in \(encoding.rawValue), expected UTF-8"
    case .tooLarge(let bytes, let limit):
      "found that \"\(name)\" has \(size(bytes, limit: limit)), expected at most \(size(limit))"
    case .unsafePath: "found \"\(name)\", expected a path inside the bundle's folder"
    case .link: "found \"\(name)\", whose way goes through a symbolic link, expected a file inside the bundle"
    case .tooMuchText(let limit): "found \"\(name)\" after \(size(limit)) of texts, expected fewer; not read"
    }
  }
}
