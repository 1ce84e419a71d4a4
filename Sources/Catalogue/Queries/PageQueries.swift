public import Agenda

extension Catalogue {
  /// Oldest first.
  public func meetings() -> [MeetingRow] {
    return reader.rows(.meetings) {
      var row = MeetingRow()
      (row.id, row.title) = ($0.text(0), $0.text(1))
      row.kind = reader.decode($0.integer(2), else: .workshop)
      (row.date, row.place) = (PartialDate(code: $0.integer(3)), $0.text(4))
      return row
    }
  }

  /// Everything about one previous meeting; nil where there is none of this identifier.
  public func meeting(_ id: Meeting.ID) -> MeetingPage? {
    guard let number = number(of: .meeting(id)),
      var page = reader.first(
        .meeting, [.integer(number)],
        { row -> MeetingPage in
          var page = MeetingPage()
          page.title = row.text(0)
          page.kind = reader.decode(row.integer(1), else: .workshop)
          page.date = PartialDate(code: row.integer(2))
          (page.place, page.participants) = (row.text(3), row.text(4))
          (page.focus, page.outcome, page.text) = (row.text(5), row.text(6), row.text(7))
          return page
        })
    else { return nil }
    page.id = id
    page.links = links(of: number).map(\.link)
    page.addresses = addresses(of: number)
    return page
  }

  /// In the order of the file.
  public func documents() -> [DocumentRow] {
    return reader.rows(.documents) {
      var row = DocumentRow()
      (row.id, row.title, row.kind) = ($0.text(0), $0.text(1), $0.text(2))
      return row
    }
  }

  /// Everything about one document; nil where there is none of this identifier.
  public func document(_ id: Document.ID) -> DocumentPage? {
    guard let number = number(of: .document(id)),
      var page = reader.first(
        .document, [.integer(number)],
        { row -> DocumentPage in
          var page = DocumentPage()
          (page.title, page.kind, page.text) = (row.text(0), row.text(1), row.text(2))
          return page
        })
    else { return nil }
    page.id = id
    page.links = links(of: number).map(\.link)
    page.addresses = addresses(of: number)
    return page
  }

  func number(of target: Subject) -> RowID? {
    reader.first(.numberOf, [.text(target.id), .integer(target.kind.code)]) { $0.integer(0) }
  }

  func links(of number: RowID) -> [(item: Int, link: PageLink)] {
    reader.rows(.links, [.integer(number)]) {
      let type = reader.decode($0.integer(1), else: Subject.Kind.session)
      let detail = conference.detail(type, $0.text(4), $0.integer(5))
      return (Int($0.integer(0)), PageLink(target: Subject(type, id: $0.text(2)), title: $0.text(3), detail: detail))
    }
  }

  func addresses(of number: RowID) -> [AddressLink] {
    reader.rows(.addresses, [.integer(number)]) { AddressLink(title: $0.text(0), url: $0.text(1)) }
  }

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
