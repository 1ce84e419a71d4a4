import Agenda

/// Collects what there is to say about a file while it is read.
final class FindingLog {
  /// How many are kept one by one; those after them are only counted.
  static let limit = 10_000

  private(set) var findings: [ImportFinding] = []
  private(set) var further = 0

  func add(_ fact: ImportFinding.Fact, at place: ImportFinding.Place = ImportFinding.Place()) {
    if findings.count < FindingLog.limit {
      findings.append(ImportFinding(place: place, fact: fact))
    } else {
      further += 1
    }
  }
}
