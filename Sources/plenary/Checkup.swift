import Agenda
import Interchange
import Messages

/// All that there is to say against a bundle or a file.
struct Checkup {
  private let report: CheckReport
  var agenda: Agenda? { report.agenda }

  init(_ path: String) {
    let name = Wording.file(path)
    switch ConferenceSource(path, withPlaces: true) {
    case .bundle(let reading):
      let odd = reading.agenda.map { AgendaCheck.problems(in: $0, places: reading.places) } ?? []
      report = CheckReport(
        file: name, format: .bundle, agenda: reading.agenda, problems: reading.problems + odd, furtherProblems: 0)
    case .imported(let reading):
      report = CheckReport(
        file: name, format: reading.format, agenda: reading.agenda,
        problems: reading.problems + AgendaCheck.problems(in: reading.agenda, places: reading.places),
        furtherProblems: reading.furtherProblems)
    case .refused(let failure):
      report = CheckReport(
        file: name, format: nil, agenda: nil, problems: [failure.problem(file: name)], furtherProblems: 0)
    }
  }

  func count(_ severity: Problem.Severity) -> Int { report.count(severity) }

  /// One for each problem, in the order of the file, then what was looked for besides.
  var lines: [String] {
    let file = report.format == .bundle ? "agenda.json" : report.file
    let lines = report.problems.map { $0.line(file: file, in: .english) }
    return report.furtherProblems == 0 ? lines : lines + ["\(report.file): \(Wording.further(report.furtherProblems))"]
  }

  var summary: String {
    let summary = Wording.summary(errors: count(.error), warnings: count(.warning), notes: count(.note))
    return agenda.map { "\(report.file): \(Wording.sound($0)): \(summary)" } ?? "\(report.file): \(summary)"
  }

  var json: String { report.json(in: .english) }
}
