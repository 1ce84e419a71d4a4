public import Agenda

extension Catalogue {
  /// The sessions of a day (an index into `days`), all rows read: see `list`, which reads them one by one.
  public func sessions(onDay day: Int, matching filter: SessionFilter = SessionFilter()) -> [SessionRow] {
    guard filter.isEmpty, days.indices.contains(day) else {
      return Array(list(onDay: day, matching: filter))
    }
    let (names, span) = (self.names, span(ofDay: day))
    return reader.rows(.daySessions, [.integer(span.lowerBound), .integer(span.upperBound - 1)]) {
      sessionRow($0, names)
    }
  }

  public func sessionRow(_ id: Session.ID) -> SessionRow? {
    number(of: .session(id)).flatMap(sessionRow)
  }

  /// Everything about one session; nil where there is none of this identifier.
  public func session(_ id: Session.ID) -> SessionPage? {
    guard let number = number(of: .session(id)), let row = sessionRow(number) else { return nil }
    var page = SessionPage()
    page.row = row
    page.roomID = names.rooms.indices.contains(row.roomNumber) ? names.rooms[row.roomNumber].id : ""
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
    let names = self.names
    // Nothing that began longer ago than the longest session lasts can still run.
    let earliest = instant.seconds.subtractingReportingOverflow(longest)
    return reader.rows(
      .current, [.integer(instant.seconds), .integer(earliest.overflow ? Int64.min : earliest.partialValue)]
    ) { sessionRow($0, names) }
  }

  /// The first session that starts after an instant and is not cancelled; nil after the last.
  public func next(after instant: Instant) -> SessionRow? {
    let names = self.names
    return reader.first(.next, [.integer(instant.seconds), .integer(Session.Status.cancelled.code)]) {
      sessionRow($0, names)
    }
  }

  /// Those who take part in a session or an item of one, by name.
  public func people() -> ChoiceList { choices(.person) }

  /// Whether any session has a room.
  public var hasRooms: Bool { has(.room) }

  /// Whether any session has a value of this facet.
  public func has(_ facet: Facet) -> Bool {
    reader.first(.anyChoice, [.integer(facet.code)]) { _ in true } ?? false
  }

  /// In the order of the file.
  public func rooms() -> ChoiceList { choices(.room) }

  /// In the order of the file, those that no session is in among them; the place in the list is a row's `trackNumber`.
  public var allTracks: [TrackCard] {
    names.tracks.map { TrackCard(id: $0.id, name: $0.name, color: $0.color) }
  }

  func choices(_ facet: Facet) -> ChoiceList {
    facet == .person ? ChoiceList(everybody: personChoiceCount, of: self) : ChoiceList(readChoices(facet))
  }

  func sessionRow(_ number: RowID) -> SessionRow? {
    let names = self.names
    return reader.first(.sessionByNumber, [.integer(number)]) { sessionRow($0, names) }
  }

  func sessionRow(_ statement: Statement, _ names: NameTable) -> SessionRow {
    var row = SessionRow()
    row.row = statement.integer(0)
    row.id = statement.text(1)
    row.day = Int(statement.integer(2))
    row.title = statement.text(3)
    row.kind = reader.decode(statement.integer(4), else: .session)
    row.start = Instant(catalogued: statement.integer(5))
    row.end = statement.optionalInteger(6).map(Instant.init(catalogued:))
    row.roomNumber = statement.optionalInteger(7).map { Int(truncatingIfNeeded: $0) } ?? -1
    row.room = NameTable.name(row.roomNumber, in: names.rooms)
    row.place = statement.text(8)
    row.trackNumber = statement.optionalInteger(9).map { Int(truncatingIfNeeded: $0) } ?? -1
    row.track = NameTable.name(row.trackNumber, in: names.tracks)
    row.isOptional = statement.integer(10) != 0
    row.attribution = reader.decode(statement.integer(11), else: .public)
    row.status = reader.decode(statement.integer(12), else: .confirmed)
    return row
  }
}
