import Agenda
import Interchange

/// All that there is to say against a bundle or a file.
struct Checkup {
  let name: String
  let agenda: Agenda?
  private let format: ImportFormat?
  private let problems: [Problem]
  private let findings: [ImportFinding]
  private let further: Int
  private let failure: ImportFailure?

  init(_ path: String) {
    name = Wording.file(path)
    switch ConferenceSource(path, withPlaces: true) {
    case .bundle(let reading):
      (agenda, format, problems) = (reading.agenda, .bundle, reading.problems)
      let places = reading.places.mapValues { ImportFinding.Place(line: $0.line, path: $0.path) }
      findings = reading.agenda.map { Doctor.findings(in: $0, places: places) } ?? []
      (further, failure) = (0, nil)
    case .imported(let reading):
      (agenda, format, problems) = (reading.agenda, reading.format, [])
      findings = reading.findings + Doctor.findings(in: reading.agenda, places: reading.places)
      (further, failure) = (reading.furtherFindings, nil)
    case .refused(let failure):
      (agenda, format, problems, findings, further) = (nil, nil, [], [], 0)
      self.failure = failure
    }
  }

  func count(_ severity: Problem.Severity) -> Int {
    problems.count { $0.severity == severity } + findings.count { $0.severity == severity }
      + (failure != nil && severity == .error ? 1 : 0)
  }

  /// One for each problem, in the order of the file, then what was looked for besides.
  var lines: [String] {
    let file = format == .bundle ? "agenda.json" : name
    var lines = problems.map { ProblemWording.line($0) } + findings.map { FindingWording.line($0, file: file) }
    if further > 0 { lines.append("\(name): \(Wording.further(further))") }
    if let failure { lines.append(ImportFailureWording.line(failure, file: name)) }
    return lines
  }

  var summary: String {
    let summary = Wording.summary(errors: count(.error), warnings: count(.warning), notes: count(.note))
    return agenda.map { "\(name): \(Wording.sound($0)): \(summary)" } ?? "\(name): \(summary)"
  }

  var json: String {
    CheckReport(
      file: name, format: format, agenda: agenda, problems: problems, findings: findings, furtherFindings: further,
      failure: failure
    ).json
  }
}
