import Agenda

/// How each value of the catalogue stands in a start record: what one writes, the other reads, field by field.
/// A change here wants another `Schema.version`.
extension RecordWriter {
  mutating func put(_ card: ConferenceCard) {
    for text in [
      card.id, card.title, card.subtitle, card.venue, card.city, card.country, card.dates, card.status.rawValue,
      card.version, card.published, card.notice, card.about, card.url, card.zone.identifier,
    ] { put(text) }
    put(card.zone.transitions) { writer, transition in
      writer.put(transition.start.seconds)
      writer.put(transition.offset)
      writer.put(transition.abbreviation)
    }
    put(card.organizers) { $0.put($1) }
    for number in [card.start.dayNumber, card.end.dayNumber, card.problemCount, card.dayChange] { put(number) }
  }

  mutating func put(_ day: Day) {
    put(day.date.dayNumber)
    for text in [day.shortName, day.longName, day.dayAndMonth] { put(text) }
    put(day.sessionCount)
  }

  mutating func put(_ row: MeetingRow) {
    for text in [row.id, row.title, row.date, row.place] { put(text) }
    put(row.kind.code)
  }

  mutating func put(_ row: DocumentRow) {
    for text in [row.id, row.title, row.kind] { put(text) }
  }

  mutating func put(_ track: TrackCard) {
    for text in [track.id, track.name, track.color] { put(text) }
  }

  mutating func put(_ row: SessionRow) {
    put(row.row)
    put(row.id)
    put(row.day)
    put(row.title)
    put(row.kind.code)
    put(row.start.seconds)
    put(row.end.map { [$0.seconds] } ?? []) { $0.put($1) }
    for text in [row.room, row.place, row.track] { put(text) }
    put(row.roomNumber)
    put(row.trackNumber)
    put(row.isOptional)
    put(row.attribution.code)
    put(row.status.code)
  }

  mutating func put(_ page: SessionPage) {
    put(page.row)
    put(page.roomID)
    for text in [page.summary, page.details, page.language] { put(text) }
    put(page.people) { $0.put($1) }
    put(page.items) { writer, item in
      writer.put(item.title)
      writer.put(item.people) { $0.put($1) }
      writer.put(item.links) { $0.put($1) }
    }
    put(page.links) { $0.put($1) }
    put(page.addresses) { writer, address in
      writer.put(address.title)
      writer.put(address.url)
    }
  }

  private mutating func put(_ person: Participant) {
    for text in [person.id, person.name, person.part, person.role, person.affiliation] { put(text) }
  }

  private mutating func put(_ link: PageLink) {
    put(link.target.type.code)
    for text in [link.target.id, link.title, link.detail] { put(text) }
  }
}

extension RecordReader {
  mutating func conference() -> ConferenceCard {
    var card = ConferenceCard()
    (card.id, card.title, card.subtitle, card.venue) = (text(), text(), text(), text())
    (card.city, card.country, card.dates) = (text(), text(), text())
    card.status = Conference.Status(rawValue: text()) ?? .final
    (card.version, card.published, card.notice, card.about, card.url) = (text(), text(), text(), text(), text())
    card.zone = OffsetTable(
      identifier: text(),
      transitions: list {
        .init(start: Instant(seconds: $0.integer()), offset: $0.number(), abbreviation: $0.text())
      })
    card.organizers = list { $0.text() }
    (card.start, card.end) = (CalendarDate(dayNumber: number()), CalendarDate(dayNumber: number()))
    (card.problemCount, card.dayChange) = (number(), number())
    return card
  }

  mutating func day() -> Day {
    Day(
      date: CalendarDate(dayNumber: number()), shortName: text(), longName: text(), dayAndMonth: text(),
      sessionCount: number())
  }

  mutating func meeting() -> MeetingRow {
    var row = MeetingRow()
    (row.id, row.title, row.date, row.place) = (text(), text(), text(), text())
    row.kind = decode(else: .workshop)
    return row
  }

  mutating func document() -> DocumentRow {
    var row = DocumentRow()
    (row.id, row.title, row.kind) = (text(), text(), text())
    return row
  }

  mutating func track() -> TrackCard { TrackCard(id: text(), name: text(), color: text()) }

  mutating func session() -> SessionRow {
    var row = SessionRow()
    (row.row, row.id, row.day, row.title) = (integer(), text(), number(), text())
    row.kind = decode(else: .session)
    row.start = Instant(seconds: integer())
    row.end = list { Instant(seconds: $0.integer()) }.first
    (row.room, row.place, row.track) = (text(), text(), text())
    (row.roomNumber, row.trackNumber) = (number(), number())
    row.isOptional = flag()
    row.attribution = decode(else: .public)
    row.status = decode(else: .confirmed)
    return row
  }

  mutating func page() -> SessionPage {
    var page = SessionPage()
    page.row = session()
    page.roomID = text()
    (page.summary, page.details, page.language) = (text(), text(), text())
    page.people = list { $0.participant() }
    page.items = list { reader in
      var item = SessionPage.Item()
      item.title = reader.text()
      item.people = reader.list { $0.participant() }
      item.links = reader.list { $0.link() }
      return item
    }
    page.links = list { $0.link() }
    page.addresses = list { AddressLink(title: $0.text(), url: $0.text()) }
    return page
  }

  private mutating func participant() -> Participant {
    var person = Participant()
    (person.id, person.name, person.part) = (text(), text(), text())
    (person.role, person.affiliation) = (text(), text())
    return person
  }

  private mutating func link() -> PageLink {
    let type = decode(else: PageType.session)
    return PageLink(target: Target(type, id: text()), title: text(), detail: text())
  }
}
