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

  /// Other sessions that have words of a session's title, those of its track first, the likest first of both; without
  /// what is cancelled.
  public func alike(to row: SessionRow, limit: Int) -> [SessionRow] {
    var words: [String] = []
    for word in searcher.tokenizer.words(of: row.title) {
      let text = String(decoding: word, as: UTF8.self)
      if text.utf8.count >= 3, !words.contains(text), words.count < Likeness.wordLimit { words.append(text) }
    }
    let telling = words.map { "\"\($0)\"" }.filter { word in
      let values: [Statement.Value] = [.text(word), .integer(0), .integer(RowID.max), .integer(Likeness.commonFrom)]
      let count = reader.rows(.count, values) { $0.integer(0) }.count
      return count > 1 && count < Likeness.commonFrom
    }
    guard !telling.isEmpty, limit > 0 else { return [] }
    let expression = telling.joined(separator: " OR ")
    let values: [Statement.Value] = [.text(expression), .integer(0), .integer(RowID.max)]
    let numbers = reader.rows(.find, values, atMost: 8 * limit) { $0.integer(0) }
    let rows = numbers.filter { $0 <= RowID(facets.count) && $0 != row.row }.compactMap(sessionReader.row)
      .filter { $0.status != .cancelled }
    let own = rows.filter { $0.trackNumber >= 0 && $0.trackNumber == row.trackNumber }
    let others = rows.filter { $0.trackNumber < 0 || $0.trackNumber != row.trackNumber }
    return Array((own + others).prefix(limit))
  }
}

private enum Likeness {
  /// Words that are on more pages than this tell nothing of any.
  static let commonFrom = 1_500
  /// So many words of a title are looked for.
  static let wordLimit = 12
}
