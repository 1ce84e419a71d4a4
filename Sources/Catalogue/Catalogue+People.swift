public import Agenda

extension Catalogue {
  /// Everything about one person; nil where there is none of this identifier.
  public func person(_ id: Person.ID) -> PersonPage? {
    var page = reader.first(.person, [.text(id)]) { row -> PersonPage in
      var page = PersonPage()
      (page.name, page.role, page.affiliation, page.bio) = (row.text(0), row.text(1), row.text(2), row.text(3))
      return page
    }
    page?.id = id
    let numbers: [RowID] = reader.rows(.sessionsOfPerson, [.text(id)]) { $0.integer(0) }
    page?.appearances = numbers.compactMap { number in
      cachedRow(number).map { row in
        let part = reader.first(.part, [.integer(number), .text(id)]) { $0.text(0) }
        return PersonPage.Appearance(row: row, part: part ?? "")
      }
    }
    return page
  }

  /// Everything about one room; nil where there is none of this identifier.
  public func room(_ id: Room.ID) -> RoomPage? {
    guard let number = names.room(id) else { return nil }
    var page = RoomPage()
    (page.id, page.name) = (id, names.rooms[number].name)
    let names = self.names
    page.sessions = reader.rows(.sessionsOfRoom, [.integer(number)]) { sessionRow($0, names) }
    return page
  }

  /// Whether there is such a page.
  public func has(_ target: Subject) -> Bool { number(of: target) != nil }

  /// The sessions that start after an instant, the soonest first, without what is cancelled; of one room (a row's
  /// `roomNumber`), or of all.
  public func comingUp(after instant: Instant, inRoom room: Int? = nil, limit: Int) -> [SessionRow] {
    let names = self.names
    var values: [Statement.Value] = [
      .integer(instant.seconds), .integer(Session.Status.cancelled.code), .integer(limit),
    ]
    if let room { values.append(.integer(room)) }
    return reader.rows(room == nil ? .comingUp : .comingUpInRoom, values) { sessionRow($0, names) }
  }

  /// The sessions that run while another one does, in the order of the agenda.
  ///
  /// Touching ends do not count. A session without an end runs as `current` says.
  public func parallel(to row: SessionRow, limit: Int) -> [SessionRow] {
    let names = self.names
    let place = Int(row.row) - 1
    let known = facets.ends.indices.contains(place) ? facets.ends[place] : row.start.seconds
    let end = max(row.end?.seconds ?? known, row.start.advanced(by: 1).seconds)
    let earliest = row.start.seconds.subtractingReportingOverflow(longest)
    return reader.rows(
      .during,
      [
        .integer(row.start.seconds), .integer(end), .integer(earliest.overflow ? Int64.min : earliest.partialValue),
        .integer(row.row), .integer(limit),
      ]
    ) { sessionRow($0, names) }
  }
}
