public import Agenda

extension Catalogue {
  /// The sessions of a day (an index into `days`), all rows read: see `list`, which reads them one by one.
  public func sessions(onDay day: Int, matching filter: SessionFilter = SessionFilter()) -> [SessionRow] {
    guard filter.isEmpty, days.indices.contains(day) else {
      return Array(list(onDay: day, matching: filter))
    }
    let span = span(ofDay: day)
    return sessionReader.rows(.daySessions, [.integer(span.lowerBound), .integer(span.upperBound - 1)])
  }

  public func sessionRow(_ id: Session.ID) -> SessionRow? {
    sessionReader.number(of: id).flatMap(sessionReader.row) ?? sessionReader.removed.pages[id]?.row
  }

  /// Everything about one session; nil where there is none of this identifier.
  public func session(_ id: Session.ID) -> SessionPage? {
    guard let number = sessionReader.number(of: id), let row = sessionReader.row(number) else {
      return sessionReader.removed.pages[id]
    }
    var page = SessionPage()
    page.row = row
    if names.rooms.indices.contains(row.roomNumber) {
      (page.roomID, page.way) = (names.rooms[row.roomNumber].id, names.rooms[row.roomNumber].way)
    }
    reader.each(.sessionText, [.integer(number)]) {
      for (index, column) in SessionPage.columns.enumerated() { page[keyPath: column.place] = $0.text(Int32(index)) }
    }
    page.items = reader.rows(.items, [.integer(number)]) {
      var item = SessionPage.Item()
      item.title = $0.text(1)
      return item
    }
    reader.each(.participations, [.integer(number)]) {
      var participant = Participant()
      (participant.id, participant.name, participant.part) = ($0.text(1), $0.text(2), $0.text(3))
      (participant.role, participant.affiliation) = ($0.text(4), $0.text(5))
      let item = Int($0.integer(0))
      if page.items.indices.contains(item) {
        page.items[item].people.append(participant)
      } else {
        page.people.append(participant)
      }
    }
    for (item, link) in links(of: number) {
      if page.items.indices.contains(item) { page.items[item].links.append(link) } else { page.links.append(link) }
    }
    page.addresses = addresses(of: number)
    return page
  }

  /// The sessions that run at an instant, in the order of the agenda.
  ///
  /// A session runs from its start to just before its end; without an end until the next start of its day, four hours
  /// at most. Milestones never run, nor does what is cancelled.
  public func current(at instant: Instant) -> [SessionRow] {
    sessionReader.rows(.current, [.integer(instant.seconds), .integer(earliestRunning(at: instant))])
  }

  /// The first session that starts after an instant and is not cancelled; nil after the last.
  public func next(after instant: Instant) -> SessionRow? {
    comingUp(after: instant, limit: 1).first
  }

  /// The sessions that start after an instant, the soonest first, without what is cancelled; of one room (a row's
  /// `roomNumber`), or of all.
  public func comingUp(after instant: Instant, inRoom room: Int? = nil, limit: Int) -> [SessionRow] {
    var values: [Statement.Value] = [
      .integer(instant.seconds), .integer(Session.Status.cancelled.code), .integer(limit),
    ]
    if let room { values.append(.integer(room)) }
    return sessionReader.rows(room == nil ? .comingUp : .comingUpInRoom, values)
  }

  /// The sessions that run while another one does, in the order of the agenda.
  ///
  /// Touching ends do not count. A session without an end runs as `current` says.
  public func parallel(to row: SessionRow, limit: Int) -> [SessionRow] {
    let end = max(row.until.seconds, row.start.advanced(by: 1).seconds)
    return sessionReader.rows(
      .during,
      [
        .integer(row.start.seconds), .integer(end), .integer(earliestRunning(at: row.start)), .integer(row.row),
        .integer(limit),
      ])
  }

  /// Nothing that began longer ago than the longest session lasts can still run.
  private func earliestRunning(at instant: Instant) -> Int64 {
    let earliest = instant.seconds.subtractingReportingOverflow(longest)
    return earliest.overflow ? Int64.min : earliest.partialValue
  }

  /// In the order of the file, those that no session is in among them; the place in the list is a row's `trackNumber`.
  public var allTracks: [TrackCard] {
    names.tracks.map { TrackCard(id: $0.id, name: $0.name, color: $0.color) }
  }

  /// In the order of the file, those that no session is in among them; the place in the list is a row's `roomNumber`.
  public var allRooms: [RoomCard] { names.rooms.map { RoomCard(id: $0.id, name: $0.name) } }
}

// What fits, and what is like something.
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
