import Agenda
import Glibc
import Interchange

/// `plenary check`: every problem of a bundle or of another program's file on standard output, and a summary.
enum CheckCommand {
  static let verb = Verb(name: "check", options: [.json], limit: 1) { options in
    check(options.words.first, isJSON: options.has(.json))
  }
}

/// The exit status says how bad it is: 0 where there are notes and warnings at most, 1 with errors, 2 where nothing can
/// be used.
func check(_ path: String?, isJSON: Bool) -> Int32 {
  guard let path = path ?? Resources.shippedBundle else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  let checkup = Checkup(path)
  if isJSON {
    print(checkup.json, terminator: "")
  } else {
    for line in checkup.lines { print(line) }
    print(checkup.summary)
  }
  guard checkup.agenda != nil else { return ExitStatus.usage }
  return checkup.count(.error) == 0 ? ExitStatus.success : ExitStatus.problems
}
