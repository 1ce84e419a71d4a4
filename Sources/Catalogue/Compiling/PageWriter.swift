import Agenda

/// Writes what pages of every type have: a row to link to, the words that are searched, and addresses.
struct PageWriter {
  private let source: CompilerSource
  private let page: Statement
  private let find: Statement
  private let address: Statement

  init(_ source: CompilerSource) throws(CatalogueError) {
    self.source = source
    page = try source.insertion("page", 9)
    find = try Statement(
      "INSERT INTO find(rowid, title, people, place, text) VALUES(?1,?2,?3,?4,?5)", in: source.database)
    address = try source.insertion("address", 4)
  }

  /// `detail` and `time` are what a `PageDetail` is made of; `dates` is found beside the place, and not shown; `text` is
  /// plain, without Markdown.
  func write(
    _ number: RowID, _ target: Subject, detail: String, time: Int64 = 0, title: String, people: String, place: String,
    dates: String = "", text: String
  ) throws(CatalogueError) {
    try page.run([
      .integer(number), .integer(target.kind.code), .text(target.id), .text(detail), .integer(time), .text(title),
      .text(people), .text(place), .text(text),
    ])
    try find.run([.integer(number), .text(title), .text(people), .text("\(place) \(dates)"), .text(text)])
  }

  func write(_ links: [WebLink], of number: RowID) throws(CatalogueError) {
    for (position, link) in links.enumerated() {
      try address.run([
        .integer(number), .integer(position), .text(source.string(link.title)), .text(link.url),
      ])
    }
  }
}

/// Writes the previous meetings and the documents, whose numbers follow those of the sessions.
struct BackgroundWriter {
  let source: CompilerSource
  let pages: PageWriter

  func write() throws(CatalogueError) {
    try writeMeetings()
    try writeDocuments()
  }

  private var agenda: Agenda { source.agenda }

  private func string(_ text: Text?) -> String { source.string(text) }

  private func writeMeetings() throws(CatalogueError) {
    let row = try source.insertion("meeting", 8)
    var number = RowID(agenda.sessions.count)
    for index in source.numbering.meetingOrder {
      number += 1
      let meeting = agenda.meetings[index]
      let place = string(meeting.place)
      let texts = [meeting.participants, meeting.focus, meeting.outcome, meeting.text].map(string)
      try row.run(
        [.integer(number), .integer(meeting.kind.code), .integer(meeting.date.code), .text(place)]
          + texts.map { .text($0) })
      try pages.write(meeting.links, of: number)
      try pages.write(
        number, .meeting(meeting.id), detail: place, time: Int64(meeting.date.code), title: string(meeting.title),
        people: texts[0], place: place, dates: MonthWords.searched(meeting.date),
        text: texts[1...].map(PlainText.of).filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func writeDocuments() throws(CatalogueError) {
    let row = try source.insertion("document", 3)
    var number = RowID(agenda.sessions.count + agenda.meetings.count)
    for document in agenda.documents {
      number += 1
      let kind = string(document.kind)
      let text = string(document.text)
      try row.run([.integer(number), .text(kind), .text(text)])
      try pages.write(document.links, of: number)
      try pages.write(
        number, .document(document.id), detail: kind, title: string(document.title), people: "", place: kind,
        text: PlainText.of(text))
    }
  }
}

/// Writes the pages of people and rooms, whose numbers follow that of the conference.
struct PeopleWriter {
  let source: CompilerSource
  let pages: PageWriter

  func write() throws(CatalogueError) {
    let agenda = source.agenda
    var number = RowID(agenda.sessions.count + agenda.meetings.count + agenda.documents.count + 1)
    for (index, person) in agenda.people.enumerated() {
      number += 1
      if index % 512 == 0 { source.progress(0.9 + 0.05 * Double(index) / Double(agenda.people.count)) }
      let who = source.words([person.role, person.affiliation].map(source.string))
      try pages.write(
        number, .person(person.id), detail: who, title: source.string(person.name), people: who, place: "",
        text: PlainText.of(source.string(person.bio)))
    }
    for room in agenda.rooms {
      number += 1
      try pages.write(
        number, .room(room.id), detail: "", title: source.string(room.name), people: "", place: "", text: "")
    }
  }
}
