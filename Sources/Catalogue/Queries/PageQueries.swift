public import Agenda

extension Catalogue {
  /// Oldest first.
  public func meetings() -> [MeetingRow] {
    reader.rows(.meetings) {
      var row = MeetingRow()
      (row.id, row.title) = ($0.text(0), $0.text(1))
      row.kind = reader.decode($0.integer(2), else: .workshop)
      (row.date, row.place) = (PartialDate(code: $0.integer(3)), $0.text(4))
      return row
    }
  }

  /// Everything about one previous meeting; nil where there is none of this identifier.
  public func meeting(_ id: Meeting.ID) -> MeetingPage? {
    guard let number = reader.number(of: .meeting(id)) else { return nil }
    let links = links(of: number).map(\.link)
    let addresses = addresses(of: number)
    return reader.first(.meeting, [.integer(number)]) { row in
      var page = MeetingPage()
      page.id = id
      page.title = row.text(0)
      page.kind = reader.decode(row.integer(1), else: .workshop)
      page.date = PartialDate(code: row.integer(2))
      (page.place, page.participants) = (row.text(3), row.text(4))
      (page.focus, page.outcome, page.text) = (row.text(5), row.text(6), row.text(7))
      (page.links, page.addresses) = (links, addresses)
      return page
    }
  }

  /// In the order of the file.
  public func documents() -> [DocumentRow] {
    reader.rows(.documents) {
      var row = DocumentRow()
      (row.id, row.title, row.kind) = ($0.text(0), $0.text(1), $0.text(2))
      return row
    }
  }

  /// Everything about one document; nil where there is none of this identifier.
  public func document(_ id: Document.ID) -> DocumentPage? {
    guard let number = reader.number(of: .document(id)) else { return nil }
    let links = links(of: number).map(\.link)
    let addresses = addresses(of: number)
    return reader.first(.document, [.integer(number)]) { row in
      var page = DocumentPage()
      page.id = id
      (page.title, page.kind, page.text) = (row.text(0), row.text(1), row.text(2))
      (page.links, page.addresses) = (links, addresses)
      return page
    }
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
      sessionReader.cachedRow(number).map { row in
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
    (page.id, page.name, page.way) = (id, names.rooms[number].name, names.rooms[number].way)
    page.sessions = sessionReader.rows(.sessionsOfRoom, [.integer(number)])
    return page
  }

  /// Whether there is such a page.
  public func has(_ target: Subject) -> Bool {
    if reader.number(of: target) != nil { return true }
    guard case .session(let id) = target else { return false }
    return sessionReader.removed.pages[id] != nil
  }
}
