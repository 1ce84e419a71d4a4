import Agenda

/// The report of an import as JSON, for programs.
public enum ImportReportJSON {
  /// - Parameter bundle: where it was written to; nil where it was not.
  public static func text(_ report: ImportReport, bundle: String?) -> String {
    let agenda = report.agenda
    let conference = agenda.conference
    var members: [(name: String, value: JSONText)] = [
      ("file", .string(report.file)), ("format", .string(report.format.rawValue)),
      ("bundle", .orNull(bundle)),
      (
        "conference",
        .object([
          ("id", .string(conference.id)), ("title", .string(conference.title.variants.first?.string ?? "")),
          ("timeZone", .string(conference.zone.identifier)), ("start", .string(conference.start.description)),
          ("end", .string(conference.end.description)),
        ])
      ),
      (
        "read",
        .object([
          ("sessions", .number(agenda.sessions.count)), ("sessionsInFile", .number(report.sessionsInFile)),
          ("days", .number(report.days)), ("rooms", .number(agenda.rooms.count)),
          ("tracks", .number(agenda.tracks.count)), ("people", .number(agenda.people.count)),
        ])
      ),
    ]
    for kind in ImportFinding.Kind.allCases {
      let groups = report.groups(kind).map { group in
        JSONText.object([
          ("finding", .string(FindingName.of(group.first.fact))), ("count", .number(group.count)),
          ("first", .string(FindingWording.sentence(group.first.fact))),
          ("lines", .list(group.lines.map { .number($0) })),
        ])
      }
      members.append((kind.rawValue, .list(groups)))
    }
    members.append(("findings", .list(report.findings.map(finding))))
    members.append(("furtherFindings", .number(report.furtherFindings)))
    return JSONText.object(members).file
  }

  static func finding(_ finding: ImportFinding) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("finding", .string(FindingName.of(finding.fact))), ("kind", .string(finding.kind.rawValue)),
      ("severity", .string(ProblemWording.word(finding.severity))),
    ]
    if let line = finding.place.line { members.append(("line", .number(line))) }
    if let path = finding.place.path { members.append(("path", .string(path))) }
    if let title = finding.place.title { members.append(("session", .string(Excerpt.shown(title)))) }
    members.append(("message", .string(FindingWording.sentence(finding.fact))))
    return .object(members)
  }
}
