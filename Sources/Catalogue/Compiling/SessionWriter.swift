import Agenda

/// Writes the sessions, day by day.
struct SessionWriter {
  private let source: CompilerSource
  private let pages: PageWriter
  private let row: Statement
  private let text: Statement
  private let item: Statement
  private let participation: Statement
  private let appearance: Statement

  init(source: CompilerSource, pages: PageWriter) throws(CatalogueError) {
    (self.source, self.pages) = (source, pages)
    row = try source.insertion("session", 15)
    text = try source.insertion("sessionText", 1 + SessionPage.columns.count)
    item = try source.insertion("item", 3)
    participation = try source.insertion("participation", 5)
    appearance = try Statement("INSERT OR IGNORE INTO appearance VALUES(?1,?2)", in: source.database)
  }

  func write() throws(CatalogueError) {
    var facets = FacetTable()
    for (dayNumber, day) in source.numbering.days.enumerated() {
      let sessions = source.sessions(of: day)
      let ends = SessionClock.ends(of: sessions)
      for (offset, session) in sessions.enumerated() {
        let number = day.first + RowID(offset)
        // Nearly everything that takes time is here.
        if number % 64 == 0 { source.progress(0.9 * Double(number) / Double(source.agenda.sessions.count)) }
        try writeRow(session, number, day: dayNumber, until: ends[offset])
        try writePage(session, number)
        add(session, until: ends[offset], to: &facets)
      }
    }
    try source.database.insert("facets", [.bytes(facets.bytes)])
  }

  private func add(_ session: Session, until end: Int64, to facets: inout FacetTable) {
    facets.append(
      start: session.start.seconds, end: session.end?.seconds ?? end,
      FacetTable.Values(
        room: session.room.flatMap { source.rooms[$0] }, track: session.track.flatMap { source.tracks[$0] },
        language: session.language.flatMap { source.languageNumbers[$0] },
        type: session.type.flatMap { source.typeNumbers[string($0)] }, kind: session.kind.code,
        isRecorded: session.isRecorded))
  }

  private func string(_ text: Text?) -> String { source.string(text) }

  private func writeRow(_ session: Session, _ number: RowID, day: Int, until end: Int64) throws(CatalogueError) {
    let room = session.room.flatMap { source.rooms[$0] }
    let track = session.track.flatMap { source.tracks[$0] }
    try row.run([
      .integer(number), .text(session.id), .integer(day), .text(string(session.title)),
      .integer(session.kind.code), .integer(session.start.seconds), .optional(session.end?.seconds), .integer(end),
      .optional(room.map(Int64.init)), .text(string(session.place)), .optional(track.map(Int64.init)),
      .integer(session.isOptional ? 1 : 0), .integer(session.attribution.code), .integer(session.status.code),
      .integer(session.late),
    ])
  }

  private func writePage(_ session: Session, _ number: RowID) throws(CatalogueError) {
    let agenda = source.agenda
    let summary = string(session.summary)
    let details = string(session.details)
    try text.run([.integer(number)] + SessionPage.columns.map { .text($0.value(session, source.string)) })

    var people = try write(session.people, number, item: -1)
    for (position, point) in session.items.enumerated() {
      try item.run([.integer(number), .integer(position), .text(string(point.title))])
      people += try write(point.people, number, item: position)
    }
    try pages.write(session.links + session.attachments, of: number)

    let room = session.room.flatMap { source.rooms[$0] }.map { string(agenda.rooms[$0].name) }
    let track = session.track.flatMap { source.tracks[$0] }.map { string(agenda.tracks[$0].name) }
    let texts = [summary, PlainText.of(details)] + session.items.map { string($0.title) }
    try pages.write(
      number, .session(session.id), detail: "", time: session.start.seconds, title: string(session.title),
      people: people.joined(separator: "; "), place: source.words([room ?? "", string(session.place), track ?? ""]),
      text: texts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Gives what is searched about each of them.
  private func write(
    _ people: [Session.Participation], _ number: RowID, item: Int
  ) throws(CatalogueError) -> [String] {
    var words: [String] = []
    for (position, part) in people.enumerated() {
      guard let index = source.people[part.person] else { continue }
      let person = source.agenda.people[index]
      try participation.run([
        .integer(number), .integer(item), .integer(position), .integer(index), .text(string(part.role)),
      ])
      try appearance.run([.integer(index), .integer(number)])
      words.append(source.words([person.name, part.role, person.role, person.affiliation].map(string)))
    }
    return words
  }
}
