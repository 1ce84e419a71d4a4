public import Agenda

extension Catalogue {
  /// The sessions of a day (an index into `days`) by start, then room order, then place in the file.
  ///
  /// A day that does not exist has none, and neither has a filter for a room, track or person that does not.
  public func sessions(onDay day: Int, matching filter: SessionFilter = SessionFilter()) -> [SessionRow] {
    guard days.indices.contains(day) else { return [] }
    if let record, filter.isEmpty { return record.sessions(onDay: day) }
    guard
      let span = reader.first(.daySpan, [.integer(day)], { (first: $0.integer(0), count: $0.integer(1)) })
    else { return [] }
    let names = self.names
    let room = filter.room.map { names.room($0) ?? -1 }
    let track = filter.track.map { names.track($0) ?? -1 }
    // The most selective part is asked of SQLite, the others are compared here.
    var query = Query.daySessions
    var values: [Statement.Value] = [
      .integer(span.first), .integer(span.first.addingReportingOverflow(span.count - 1).partialValue),
    ]
    if let person = filter.person {
      query = .dayOfPerson
      values.append(.text(person))
    } else if let track {
      query = .dayOfTrack
      values.append(.integer(track))
    } else if let room {
      query = .dayOfRoom
      values.append(.integer(room))
    } else if let kind = filter.kind {
      query = .dayOfKind
      values.append(.integer(kind.code))
    }
    return reader.rows(query, values) { row in
      if let kind = filter.kind, row.integer(4) != kind.code { return nil }
      if let room, row.optionalInteger(7) != room { return nil }
      if let track, row.optionalInteger(9) != track { return nil }
      return sessionRow(row, names)
    }
  }

  public func sessionRow(_ id: Session.ID) -> SessionRow? {
    if let record { return record.sessionRow(id) }
    return number(of: .session(id)).flatMap(sessionRow)
  }

  /// Everything about one session; nil where there is none of this identifier.
  public func session(_ id: Session.ID) -> SessionPage? {
    if let record { return record.session(id) }
    guard let number = number(of: .session(id)), let row = sessionRow(number) else { return nil }
    var page = SessionPage()
    page.row = row
    reader.each(.sessionText, [.integer(number)]) {
      (page.summary, page.details, page.language) = ($0.text(0), $0.text(1), $0.text(2))
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
    if let record { return record.current(at: instant) }
    let names = self.names
    // Nothing that began longer ago than the longest session lasts can still run.
    let earliest = instant.seconds.subtractingReportingOverflow(longest)
    return reader.rows(
      .current, [.integer(instant.seconds), .integer(earliest.overflow ? Int64.min : earliest.partialValue)]
    ) { sessionRow($0, names) }
  }

  /// The first session that starts after an instant and is not cancelled; nil after the last.
  public func next(after instant: Instant) -> SessionRow? {
    if let record { return record.next(after: instant) }
    let names = self.names
    return reader.first(.next, [.integer(instant.seconds), .integer(Session.Status.cancelled.code)]) {
      sessionRow($0, names)
    }
  }

  /// The kinds that occur, in the order of `Session.Kind`; a name is the kind's own word in the bundle.
  public func kinds() -> [FilterChoice] { choices(.kind) }

  /// Those who take part in a session or an item of one, by name.
  public func people() -> [FilterChoice] { choices(.person) }

  /// Until when each session runs, in the order of the agenda.
  func ends() -> [Int64] { reader.rows(.ends) { $0.integer(0) } }

  /// Whether any session has a room.
  public var hasRooms: Bool { record?.hasRooms ?? !rooms().isEmpty }

  /// In the order of the file.
  public func rooms() -> [FilterChoice] { choices(.room) }

  /// In the order of the file.
  public func tracks() -> [FilterChoice] { choices(.track) }

  private func choices(_ facet: Facet) -> [FilterChoice] {
    reader.rows(.choices, [.integer(facet.code)]) {
      FilterChoice(id: $0.text(0), name: $0.text(1), sessionCount: Int($0.integer(2)))
    }
  }

  private func sessionRow(_ number: RowID) -> SessionRow? {
    let names = self.names
    return reader.first(.sessionByNumber, [.integer(number)]) { sessionRow($0, names) }
  }

  private func sessionRow(_ statement: Statement, _ names: NameTable) -> SessionRow {
    var row = SessionRow()
    row.row = statement.integer(0)
    row.id = statement.text(1)
    row.day = Int(statement.integer(2))
    row.title = statement.text(3)
    row.kind = reader.decode(statement.integer(4), else: .session)
    row.start = instant(statement.integer(5))
    row.end = statement.optionalInteger(6).map(instant)
    row.room = statement.optionalInteger(7).flatMap { names.rooms[$0]?.name } ?? ""
    row.place = statement.text(8)
    row.track = statement.optionalInteger(9).flatMap { names.tracks[$0]?.name } ?? ""
    row.isOptional = statement.integer(10) != 0
    row.attribution = reader.decode(statement.integer(11), else: .public)
    row.status = reader.decode(statement.integer(12), else: .confirmed)
    return row
  }

  /// Held inside the years 1 to 9999: a damaged number must not make somebody's arithmetic overflow.
  private func instant(_ seconds: Int64) -> Instant {
    Instant(seconds: min(max(seconds, -62_135_596_800), 253_402_300_799))
  }
}
