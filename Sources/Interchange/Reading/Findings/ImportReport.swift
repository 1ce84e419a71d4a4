public import Agenda

/// What an import says of itself: what was read, what was guessed, and what was odd, counted and with places.
public struct ImportReport: Sendable {
  /// Findings of one sort.
  public struct Group: Sendable {
    public var kind: ImportFinding.Kind
    /// The first of them, in the order of the file.
    public var first: ImportFinding
    public var count: Int
    /// The lines of the first few.
    public var lines: [Int]
  }

  public let file: String
  public let format: ImportFormat
  public let days: Int
  public let agenda: Agenda
  public let groups: [Group]
  public let findings: [ImportFinding]
  public let furtherFindings: Int
  public let sessionsInFile: Int

  /// How many places a group keeps.
  private static let places = 5

  public init(_ reading: ImportReading, file: String) {
    self.file = file
    format = reading.format
    agenda = reading.agenda
    findings = reading.findings
    furtherFindings = reading.furtherFindings
    sessionsInFile = reading.sessionsInFile
    let conference = reading.agenda.conference
    days = Set(reading.agenda.sessions.map { conference.day(of: $0.start) }).count
    groups = ImportReport.groups(of: reading.findings)
  }

  private static func groups(of findings: [ImportFinding]) -> [Group] {
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for finding in findings {
      let key = FindingName.of(finding.fact)
      if let index = known[key] {
        groups[index].count += 1
        if groups[index].lines.count < places, let line = finding.place.line, groups[index].lines.last != line {
          groups[index].lines.append(line)
        }
      } else {
        known[key] = groups.count
        let lines = finding.place.line.map { [$0] } ?? []
        groups.append(Group(kind: finding.kind, first: finding, count: 1, lines: lines))
      }
    }
    return groups
  }

  /// Those of one sort, in the order of the file.
  public func groups(_ kind: ImportFinding.Kind) -> [Group] { groups.filter { $0.kind == kind } }
}
