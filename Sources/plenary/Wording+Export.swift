import Agenda
import Files
import Glibc
import Interchange
import Notes

extension Wording {
  static let formats = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
  static let standardOutput = "standard output"
  static let nothingStarred = "nothing is starred in this conference: * stars a session; nothing is written"
  static let nothingToExport = "no session is on that day and in that room; nothing is written"

  static func exportMistake(_ mistake: ExportRequest.Mistake) -> String {
    switch mistake {
    case .noFormat: "export: found no --format, expected one of \(formats)"
    case .unknownDay(let found, let dates):
      "--day: found \"\(found)\", expected \(oneOf(dates.map(\.description))), or its number from 1"
    case .unknownRoom(let found, let names) where names.isEmpty:
      "--room: found \"\(found)\", but this agenda has no rooms"
    case .unknownRoom(let found, let names): "--room: found \"\(found)\", expected \(oneOf(names))"
    }
  }

  static func problemsOnTheWay(_ count: Int, in path: String) -> String {
    "\(path): \(count == 1 ? "1 problem" : "\(count) problems"); plenary check lists \(count == 1 ? "it" : "them")"
  }

  static func notWritten(_ path: String, _ why: String) -> String { "\(path): not written: \(why)" }

  /// What went wrong with a file whose name stands before it.
  static func why(_ error: FileError) -> String {
    switch error {
    case .system(_, _, let code): String(cString: strerror(code))
    case .notARegularFile: "found no regular file there, expected one or nothing"
    case .tooLarge: fileError(error)
    }
  }

  /// All of a short list, the beginning of a long one.
  private static func oneOf(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? "one of \(shown) and \(names.count - 8) more" : "one of \(shown)"
  }
}
