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
}

extension ConferenceCard {
  /// What is said of a page, from its columns `detail` and `time`.
  func detail(_ type: Subject.Kind, _ text: String, _ time: Int64) -> PageDetail {
    switch type {
    case .session:
      let start = Instant(catalogued: time)
      return .session(day: date(of: start), start: zone.local(start))
    case .meeting: return .meeting(PartialDate(code: time), place: text)
    case .conference: return .conference(first: start, last: end)
    case .document, .person, .room: return .text(text)
    }
  }
}
