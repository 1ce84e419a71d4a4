import Agenda
import Glibc

/// `plenary check`: every problem of a bundle on standard output, one a line, and a summary.
func check(_ path: String?) -> Int32 {
  guard let path = path ?? Resources.shippedBundle else {
    complain(Wording.noShippedBundle)
    return ExitStatus.usage
  }
  let reading = BundleReader().read(path)
  for problem in reading.problems { print(ProblemWording.line(problem)) }
  func count(_ severity: Problem.Severity) -> Int { reading.problems.count { $0.severity == severity } }
  let name = TextCleaner(lines: .single).clean(path).string
  let summary = Wording.summary(errors: count(.error), warnings: count(.warning), notes: count(.note))
  guard let agenda = reading.agenda else {
    print("\(name): \(summary)")
    return ExitStatus.usage
  }
  print("\(name): \(Wording.sound(agenda)): \(summary)")
  return count(.error) == 0 ? ExitStatus.success : ExitStatus.problems
}
