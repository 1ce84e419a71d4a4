public import Agenda
import JSON
public import Messages

/// What an import says of itself: what was read, what was guessed, and what was odd, counted and with places.
public struct ImportReport: Sendable {
  /// Problems of one name.
  public struct Group: Sendable {
    public var kind: ProblemKind
    /// The first of them, in the order of the file.
    public var first: Problem
    public var count: Int
    /// The lines of the first few.
    public var lines: [Int]
  }

  public let file: String
  public let format: ImportFormat
  public let days: Int
  public let agenda: Agenda
  public let groups: [Group]
  public let problems: [Problem]
  public let furtherProblems: Int
  public let sessionsInFile: Int

  /// How many places a group keeps.
  private static let places = 5

  public init(_ reading: ImportReading, file: String) {
    self.file = file
    format = reading.format
    agenda = reading.agenda
    problems = reading.problems
    furtherProblems = reading.furtherProblems
    sessionsInFile = reading.sessionsInFile
    let conference = reading.agenda.conference
    days = Set(reading.agenda.sessions.map { conference.day(of: $0.start) }).count
    groups = ImportReport.groups(of: reading.problems)
  }

  private static func groups(of problems: [Problem]) -> [Group] {
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for problem in problems {
      if let index = known[problem.name] {
        groups[index].count += 1
        if groups[index].lines.count < places, let line = problem.place.line, groups[index].lines.last != line {
          groups[index].lines.append(line)
        }
      } else {
        known[problem.name] = groups.count
        let lines = problem.place.line.map { [$0] } ?? []
        groups.append(Group(kind: problem.kind, first: problem, count: 1, lines: lines))
      }
    }
    return groups
  }

  /// Those of one sort, in the order of the file.
  public func groups(_ kind: ProblemKind) -> [Group] { groups.filter { $0.kind == kind } }

  /// What can be said of a file that was read.
  public static let kinds: [ProblemKind] = [.guessed, .odd, .lost]

  /// The report for programs (Resources/schema/plenary-report-1.schema.json).
  ///
  /// - Parameter bundle: where it was written to; nil where it was not.
  public func json(bundle: String?, in messages: Messages) -> String {
    let conference = agenda.conference
    var members: JSONMembers = [
      "file": .string(file), "format": .string(format.rawValue), "bundle": .orNull(bundle),
      "conference": .object([
        "id": .string(conference.id), "title": .string(conference.title.variants.first?.string ?? ""),
        "timeZone": .string(conference.zone.identifier), "start": .string(conference.start.description),
        "end": .string(conference.end.description),
      ]),
      "read": .object([
        "sessions": .number(agenda.sessions.count), "sessionsInFile": .number(sessionsInFile), "days": .number(days),
        "rooms": .number(agenda.rooms.count), "tracks": .number(agenda.tracks.count),
        "people": .number(agenda.people.count),
      ]),
    ]
    for kind in ImportReport.kinds {
      let groups = self.groups(kind).map { group in
        JSONTree.object([
          "finding": .string(group.first.name), "count": .number(group.count),
          "first": .string(messages.text(group.first.message)), "lines": .array(group.lines.map { .number($0) }),
        ])
      }
      members[kind.rawValue] = .array(groups)
    }
    members["findings"] = .array(problems.map { $0.json(in: messages) })
    members["furtherFindings"] = .number(furtherProblems)
    return JSONTree.object(members).text()
  }
}

extension Problem {
  /// The problem for programs.
  func json(in messages: Messages) -> JSONTree {
    var members: JSONMembers = [
      "finding": .string(name), "kind": .string(kind.rawValue), "severity": .string(severity.name),
    ]
    members["file"] = place.file.map { .string($0) }
    members["line"] = place.line.map { .number($0) }
    members["path"] = place.path.map { .string($0) }
    members["session"] = place.session.map { .string(Excerpt.shown($0)) }
    members["message"] = .string(messages.text(message))
    return .object(members)
  }
}
