public import Agenda

extension Catalogue {
  /// From the first start of each day to its last end, as far as that is known or likely; in the order of `days`.
  public var extents: [Range<Instant>] {
    let facets = self.facets
    return days.indices.map { day in
      let span = span(ofDay: day)
      let places = max(0, Int(span.lowerBound) - 1)..<min(facets.count, Int(span.upperBound) - 1)
      guard let first = places.first else { return Instant(seconds: 0)..<Instant(seconds: 0) }
      let start = facets.starts[first]
      let end = places.reduce(start) { max($0, facets.ends[$1]) }
      return Instant(seconds: start)..<Instant(seconds: end)
    }
  }

  /// The sessions that begin and end between two instants and are not cancelled, the soonest first.
  ///
  /// One without an end runs as `current` says; milestones are none that anybody goes to.
  public func fitting(from start: Instant, to end: Instant, limit: Int) -> [SessionRow] {
    sessionReader.rows(
      .fitting,
      [
        .integer(start.seconds), .integer(end.seconds), .integer(Session.Status.cancelled.code),
        .integer(Session.Kind.milestone.code), .integer(limit),
      ])
  }

  /// Other sessions that have the same title and are not cancelled, which are the same once more.
  public func otherRuns(of row: SessionRow, limit: Int) -> [SessionRow] {
    sessionReader.rows(
      .sameTitle, [.text(row.title), .integer(row.row), .integer(Session.Status.cancelled.code), .integer(limit)])
  }

  /// Who of these people takes part in each of some sessions, which is counted.
  public func shared(_ rows: [SessionRow], with others: [SessionRow]) -> [Int] {
    let wanted = Set(others.flatMap { sessionPeople.people(in: $0.row) })
    return rows.map { row in sessionPeople.people(in: row.row).count { wanted.contains($0) } }
  }
}
