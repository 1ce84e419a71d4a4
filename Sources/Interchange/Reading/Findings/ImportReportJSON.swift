import Agenda
import JSON

/// The report of an import as JSON, for programs.
public enum ImportReportJSON {
  /// - Parameter bundle: where it was written to; nil where it was not.
  public static func text(_ report: ImportReport, bundle: String?) -> String {
    let agenda = report.agenda
    let conference = agenda.conference
    var members: JSONMembers = [
      "file": .string(report.file), "format": .string(report.format.rawValue),
      "bundle": .orNull(bundle),
      "conference": .object([
        "id": .string(conference.id), "title": .string(conference.title.variants.first?.string ?? ""),
        "timeZone": .string(conference.zone.identifier), "start": .string(conference.start.description),
        "end": .string(conference.end.description),
      ]),
      "read": .object([
        "sessions": .number(agenda.sessions.count), "sessionsInFile": .number(report.sessionsInFile),
        "days": .number(report.days), "rooms": .number(agenda.rooms.count),
        "tracks": .number(agenda.tracks.count), "people": .number(agenda.people.count),
      ]),
    ]
    for kind in ImportFinding.Kind.allCases {
      let groups = report.groups(kind).map { group in
        JSONTree.object([
          "finding": .string(FindingName.of(group.first.fact)), "count": .number(group.count),
          "first": .string(FindingWording.sentence(group.first.fact)),
          "lines": .array(group.lines.map { .number($0) }),
        ])
      }
      members[kind.rawValue] = .array(groups)
    }
    members["findings"] = .array(report.findings.map(finding))
    members["furtherFindings"] = .number(report.furtherFindings)
    return JSONTree.object(members).text()
  }

  static func finding(_ finding: ImportFinding) -> JSONTree {
    var members: JSONMembers = [
      "finding": .string(FindingName.of(finding.fact)), "kind": .string(finding.kind.rawValue),
      "severity": .string(ProblemWording.word(finding.severity)),
    ]
    members["line"] = finding.place.line.map { .number($0) }
    members["path"] = finding.place.path.map { .string($0) }
    if let title = finding.place.title { members["session"] = .string(Excerpt.shown(title)) }
    members["message"] = .string(FindingWording.sentence(finding.fact))
    return .object(members)
  }
}
